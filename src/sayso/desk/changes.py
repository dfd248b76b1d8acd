"""What changed between two views: everything that was stated and is stated otherwise, gone or new, with the reasons."""

from collections.abc import Iterable, Iterator, Mapping

from sayso.desk.pairing import Pair, pair_stated
from sayso.desk.reasons import REVIEWED, Reason, explain_by_claims, explain_claim_change
from sayso.model.stated import Background, Change, FieldChange, Stated, StatedKind, StatedView, Weight

Says = Mapping[str, tuple[str, ...]]

HUSHED = "(not told again)"
"""Stands for what was stated of something that may no longer be shown, or was forgotten."""

HEADLINES = frozenset({"range", "label", "held by", "places", "days", "class"})
"""Fields that tell what something is; the others tell who says so."""

WEIGHTS: tuple[Weight, ...] = ("correction", "update", "addition")
"""The gravest first."""

KINDS: tuple[StatedKind, ...] = ("control", "contradiction", "total", "event", "claim")
"""What a reader looks at first."""


def compare_views(was: StatedView, now: StatedView, known: Background) -> tuple[Change, ...]:
    """Every change from one view to another, the gravest first; nothing where both state the same.

    `known` is what the ledger knows of why, at the later of the two.
    """
    pairs = pair_stated(was.stated, now.stated)
    before = frozenset(was.articles)
    reasons: dict[str, tuple[Reason, ...]] = {}
    for pair in pairs:
        if pair.either.kind == "claim" and (why := explain_claim_change(pair, before, known)):
            reasons |= {side.key: why for side in pair if side}
    same_day = was.as_of == now.as_of
    found = (
        _change(p, reasons[p.either.key] if p.either.kind == "claim" else explain_by_claims(p, reasons, same_day=same_day))
        for p in _unlike(pairs)
    )
    return tuple(sorted(found, key=lambda c: (WEIGHTS.index(c.weight), KINDS.index(c.kind), c.subject, c.key)))


def _unlike(pairs: Iterable[Pair]) -> Iterable[Pair]:
    """Pairs that do not say the same; the order in which several values are told says nothing."""
    return (p for p in pairs if p.was is None or p.now is None or list(_unlike_fields(p.was.says, p.now.says)))


def _unlike_fields(was: Says, now: Says) -> Iterator[str]:
    return (field for field in dict.fromkeys((*was, *now)) if set(was.get(field, ())) != set(now.get(field, ())))


def _change(pair: Pair, reasons: tuple[Reason, ...]) -> Change:
    hushed = any(r.hushed for r in reasons)
    fields = tuple(_fields(pair.was, pair.now, hushed=hushed))
    return Change(
        kind=pair.either.kind,
        how="new" if pair.was is None else "gone" if pair.now is None else "changed",
        weight=_weigh(pair, reasons),
        subject=HUSHED if hushed and pair.now is None else pair.either.subject,
        key=pair.either.key,
        fields=fields,
        why=tuple(r.why for r in reasons),
        claims=pair.either.claims,
        changed_hands=any(f.field == "held by" and f.was and f.now for f in fields),
    )


def _weigh(pair: Pair, reasons: tuple[Reason, ...]) -> Weight:
    """New things only add; what was stated is corrected by what corrects its claims, and updated by what else came."""
    if pair.was is None:
        return "update" if pair.either.kind == "contradiction" else "addition"
    if any(r.corrects for r in reasons):
        return "correction"
    if pair.now is None:
        return "update"
    if pair.either.kind == "claim":
        return "addition" if REVIEWED in reasons else "update"
    return "update" if HEADLINES & set(_unlike_fields(pair.was.says, pair.now.says)) else "addition"


def _fields(was: Stated | None, now: Stated | None, *, hushed: bool) -> Iterator[FieldChange]:
    before, after = was.says if was else {}, now.says if now else {}
    for field in _unlike_fields(before, after):
        old, new = before.get(field, ()), after.get(field, ())
        gone = "; ".join(words for words in old if words not in new)
        yield FieldChange(field, HUSHED if hushed and gone else gone, "; ".join(words for words in new if words not in old))
