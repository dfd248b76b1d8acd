"""Correction notices: what a frozen report said, what the ledger says now of the same day, and why."""

from collections.abc import Iterator, Sequence
from typing import Any

from sayso.model.stated import Change, FieldChange, FrozenProduct, StatedKind, Weight
from sayso.outputs.report import escape_markdown
from sayso.outputs.wording import tell_day

HEADINGS: tuple[tuple[Weight, str, str], ...] = (
    ("correction", "Corrections", "What the report said no longer stands."),
    ("update", "Updates", "Later reports of the same day tell it otherwise; what the report said was right by what was known."),
)
"""Sections of a notice, with what they hold; what only came beside is counted."""

KIND_WORDS: dict[StatedKind, str] = {
    "control": "Who holds", "contradiction": "Accounts that exclude each other on", "total": "Total", "event": "Event", "claim": "Claim",
}  # fmt: skip
_PUBLIC_KEYS: frozenset[StatedKind] = frozenset({"claim", "event", "contradiction"})
"""Kinds whose ids tell nothing: those of places and totals are made of their names, which could be guessed from them."""


def write_notice(product: FrozenProduct, changes: Sequence[Change], status: str) -> str:
    """The notice of one product in Markdown; `status` says how far what the ledger says now is reviewed."""
    return "\n".join(_lines(product, changes, status)).strip() + "\n"


def write_struck(product: FrozenProduct) -> str:
    """That a product was struck: nothing of it can be told any more."""
    return f"# {_plain(product.name)}\n\n{STRUCK}. Take the report back from whoever has it.\n"


STRUCK = "This report rests on something that was forgotten since; what it said is kept no longer"


def notice_row(product: FrozenProduct, change: Change) -> dict[str, Any]:
    """One change of a product for programs; ids of places and totals are left out for the public."""
    shown = product.audience != "public" or change.kind in _PUBLIC_KEYS
    return {
        "product": product.name,
        "audience": product.audience,
        "as_of": product.as_of.isoformat(),
        "weight": change.weight,
        "how": change.how,
        "kind": change.kind,
        "id": change.key if shown else "",
        "subject": change.subject,
        "fields": [{"field": f.field, "was": f.was, "now": f.now} for f in change.fields],
        "why": list(change.why),
        "claims": list(change.claims),
    }


def _lines(product: FrozenProduct, changes: Sequence[Change], status: str) -> Iterator[str]:
    yield f"# Correction notice: {_plain(product.name)}"
    yield ""
    yield f"Report of {tell_day(product.as_of)} for a {product.audience} audience, frozen {product.made[:16].replace('T', ' ')} UTC"
    yield f"(SHA-256 {product.sha256}). {_plain(status)}."
    yield ""
    told = [c for c in changes if c.weight != "addition"]
    if not told:
        yield from ("Nothing that the report said has changed.", "")
    for weight, heading, about in HEADINGS:
        held = [c for c in changes if c.weight == weight]
        if held:
            yield from (f"## {heading}", "", about, "")
        for change in held:
            yield from _tell_change(change)
        if held:
            yield ""
    yield from _tell_additions([c for c in changes if c.weight == "addition"])


def _tell_change(change: Change) -> Iterator[str]:
    yield f"- **{KIND_WORDS[change.kind]}: {_plain(change.subject)}**{_gone(change)}"
    for field in change.fields if change.how != "gone" else _first_fields(change.fields):
        yield f"  - {field.field}: {_tell_values(field)}"
    yield f"  - why: {_plain('; '.join(change.why))}"


def _gone(change: Change) -> str:
    return {"gone": ": told no longer", "new": ": new", "changed": ""}[change.how]


def _first_fields(fields: Sequence[FieldChange]) -> Sequence[FieldChange]:
    """Of what is gone, what it said above all."""
    return [f for f in fields if f.field in ("words", "label", "range", "accounts")]


def _tell_values(field: FieldChange) -> str:
    was, now = (f"“{_plain(words)}”" if words else "" for words in (field.was, field.now))
    return f"said {was}, now {now}" if was and now else f"said {was}, told no longer" if was else f"now {now}"


def _tell_additions(changes: Sequence[Change]) -> Iterator[str]:
    """What came beside, counted by kind: it corrects nothing."""
    counts = [(KIND_WORDS[kind].lower(), sum(c.kind == kind for c in changes)) for kind in KIND_WORDS]
    told = ", ".join(f"{words} {count}" for words, count in counts if count)
    if told:
        yield f"Besides, there is more than the report told, which corrects nothing of it: {told}."


def _plain(words: str) -> str:
    return str(escape_markdown(words))
