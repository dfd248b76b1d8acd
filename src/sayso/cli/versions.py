"""`sayso versions`: what the versions of a page say otherwise."""

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.options import FormatOption, KnownOption, LedgerOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.whole_files import open_output
from sayso.errors import UnknownIdError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.model.entries import Entry
    from sayso.model.records import Record

ArticleArgument = Annotated[str, typer.Argument(metavar="ARTICLE", help="An article's id, its address, or the beginning of its digest.")]

SHORTEST_DIGEST = 8
"""Characters of a digest by which an article may be asked for."""


def show_versions(article: ArticleArgument, ledger: LedgerOption = None, known: KnownOption = None, format_: FormatOption = None) -> None:
    """Show the versions of a page and their difference: sentences and claims that are gone, that came, that changed."""
    from sayso.cli.version_tables import tables_of_versions
    from sayso.pipeline import compare_page

    path = settle_ledger(ledger)
    with open_ledger(path) as opened:
        counted_from = opened.counted_from(known)
        records = tuple(opened.records(known))
        judged = _entries_by_article(opened.entries())
    asked = [r for r in records if _is_meant(r, article)]
    if not asked:
        raise UnknownIdError(f"no article {article} in {path}; sayso claims --ledger {path} --format jsonl shows the ids")
    page, changes = compare_page(lambda r: _is_meant(r, article), records, counted_from)
    if not page:
        tell_user(f"there is one version of it: {asked[0].article_id}")
    elif settle_format(format_) == "table":
        print_tables(*tables_of_versions(page, changes, counted_from, judged))
    else:
        with open_output(None) as stream:
            for later, change in zip(page[1:], changes, strict=True):
                row = _row(later, counted_from) | msgspec.to_builtins(change)
                write_json_line(stream, row | {"judged_before": [e.entry_id for e in judged.get(change.earlier, ())]})


def _entries_by_article(entries: "Sequence[Entry]") -> "dict[str, list[Entry]]":
    """What people entered on the claims of each article, by digest: on an earlier version it counts no more, and is to be entered anew."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if digest := getattr(entry.act, "digest", None):
            found.setdefault(digest, []).append(entry)
    return found


def _is_meant(record: "Record", article: str) -> bool:
    named = article in (record.article_id, record.url, record.digest)
    return named or (len(article) >= SHORTEST_DIGEST and record.digest.startswith(article))


def _row(record: "Record", counted_from: dict[str, str]) -> dict[str, Any]:
    told = {"article_id": record.article_id, "url": record.url, "published": record.published.day}
    return told | {"counted_from": counted_from.get(record.digest)}
