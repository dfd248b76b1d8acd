"""What became of the inputs of one run: how many were read, and which were not, with the reason."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sayso.cli.options import Format
from sayso.cli.printing import print_line, tell_user, write_json_line
from sayso.cli.whole_files import open_output
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from sayso.model.records import Record
    from sayso.store.adding import Added

_MOST_TOLD = 20


class Tally:
    """Counts records as they come; `partly` and `unread` are pairs of the article's id and the reason, `unfiled` are reasons by digest."""

    def __init__(self) -> None:
        self.partly: list[tuple[str, str]] = []
        self.unread: list[tuple[str, str]] = []
        self.unfiled: dict[str, str] = {}
        self._added: dict[str, int] = {"new": 0, "read again": 0, "known": 0}

    def count(self, record: "Record", added: "Added | None" = None) -> None:
        """Count one record and what became of it in a ledger."""
        if added == "forgotten":
            self.unread.append((record.article_id, "it was to be forgotten and is not kept again"))
            return
        if record.outcome == "not_read":
            self.unread.append((record.article_id, record.why or "no reason is known"))
        elif record.outcome == "partly_read":
            self.partly.append((record.article_id, record.why or "no reason is known"))
        if added and added != "not read":
            self._added[added] += 1

    def print_summary(self, ledger: LedgerAddress, form: Format) -> None:
        """Print what the ledger took: sentences for people, one object for programs."""
        if form == "jsonl":
            with open_output(None) as stream:
                write_json_line(stream, self._as_object(ledger))
            return
        new, again, known = (self._added[key] for key in ("new", "read again", "known"))
        differently = f", {again} again in another way" if again else ""
        print_line(f"{ledger}: {new + again} read ({new} new{differently}), {known} known already, {len(self.unread)} not read.")
        if self.partly:
            print_line(f"Read only in part: {len(self.partly)}")
            for line in _tell(self.partly):
                print_line(f"  {line}")
        print_line(f"Next: sayso claims --ledger {ledger}, or sayso report --ledger {ledger} --out report.html")

    def tell_unread(self) -> None:
        """Say on standard error what was not read and why, a line each."""
        for line in _tell(self.unread):
            tell_user(f"not read: {line}")

    def tell_unfiled(self) -> None:
        """Say on standard error what is kept but was not brought together with the rest, and why, a line each."""
        tell_unfiled(self.unfiled)

    def _as_object(self, ledger: LedgerAddress) -> dict[str, Any]:
        added = {key.replace(" ", "_"): number for key, number in self._added.items()}
        return {"ledger": str(ledger), **added, "partly_read": _name_pairs(self.partly), "not_read": _name_pairs(self.unread)}


def tell_unfiled(unfiled: Mapping[str, str]) -> None:
    """Say on standard error what a ledger keeps and could not file."""
    for line in _tell(sorted(unfiled.items())):
        tell_user(f"kept, but not filed beside what is near it; the next command tries again: {line}")


def _name_pairs(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"article_id": article_id, "why": why} for article_id, why in pairs]


def _tell(pairs: list[tuple[str, str]]) -> list[str]:
    """A line each, up to twenty, with the id in front where the reason does not name it."""
    lines = [why if why.startswith(article_id) else f"{article_id}: {why}" for article_id, why in pairs[:_MOST_TOLD]]
    return lines if len(pairs) <= _MOST_TOLD else [*lines, f"and {len(pairs) - _MOST_TOLD} more"]
