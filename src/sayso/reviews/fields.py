"""The fields of a claim that people judge one by one: how each is told in words, and how a claim is made that tells another."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import msgspec

from sayso.errors import InputError
from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Control, Source
from sayso.model.vocabulary import ActorRole, Measure, Unit

UNKNOWN = "unknown"
"""What is written for a field of which the text says nothing."""


class Field(NamedTuple):
    """`tell` gives what a claim has (`unknown` where it has nothing), `put` the claim with another value; of `place` both are lists."""

    tell: Callable[[Claim], Any]
    put: Callable[[Claim, Any], Claim]


def say_field(claim: Claim, field: str) -> str:
    """What a claim has in a field, in words by which two claims are compared: places by their role and name."""
    if field == "place":
        return "; ".join(f"{'' if p.role == 'at' else f'{p.role}:'}{p.name or p.text}" for p in claim.places) or UNKNOWN
    return str(FIELDS[field].tell(claim))


def changed_fields(one: Claim, other: Claim) -> tuple[tuple[str, str, str], ...]:
    """The fields in which two claims differ, with what each has."""
    said = ((field, say_field(one, field), say_field(other, field)) for field in FIELDS)
    return tuple(change for change in said if change[1] != change[2])


def put_field(claim: Claim, field: str, value: Any) -> Claim:  # noqa: ANN401  # each field takes its own kind of value
    """The claim with a field as somebody says that it is; InputError says what a field takes.

    `place` takes a list of places (as records have them); all others take words: days as 2020-01-28 or 2020-01-26..2020-01-28, numbers
    as 12, 12..15 or 12.. (at least), names (several with a semicolon), terms of the vocabularies, `unknown`.
    """
    if field not in FIELDS:
        raise InputError(f"{field} is no field that can be corrected; take one of {', '.join(sorted(FIELDS))}.")
    try:
        return msgspec.convert(msgspec.to_builtins(FIELDS[field].put(claim, value)), Claim)
    except (msgspec.ValidationError, ValueError) as problem:
        raise InputError(f"{value!r} cannot be the {field} of a claim ({problem}).") from problem


def _plain(name: str) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        return msgspec.structs.replace(claim, **{name: None if value == UNKNOWN else value})

    return Field(lambda claim: getattr(claim, name) or UNKNOWN, put)


def _put_class(claim: Claim, value: Any) -> Claim:  # noqa: ANN401
    return msgspec.structs.replace(claim, event=value, control=claim.control if value == "control" else None)


def _put_hedged(claim: Claim, value: str) -> Claim:
    if value not in ("yes", "no"):
        raise ValueError("write yes or no")
    return msgspec.structs.replace(claim, hedged=value == "yes")


def _tell_time(claim: Claim) -> str:
    if claim.time is None:
        return UNKNOWN
    start, end = claim.time.start.isoformat(), claim.time.end.isoformat()
    return start if start == end else f"{start}..{end}"


def _put_time(claim: Claim, value: str) -> Claim:
    if value == UNKNOWN:
        return msgspec.structs.replace(claim, time=None)
    first, _, last = value.partition("..")
    start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
    if end < start:
        raise ValueError("the last day comes before the first")
    time = ClaimTime(text="", start=start, end=end, span=_words_of(claim), precision=_date_precision((end - start).days))
    return msgspec.structs.replace(claim, time=time)


def _date_precision(days: int) -> int:
    """UCDP's date_prec: 1 a day, 2 up to a week, 3 up to a month, 4 up to a year, 5 a year or more."""
    return next((precision for most, precision in ((0, 1), (6, 2), (30, 3), (364, 4)) if days <= most), 5)


def _tell_places(claim: Claim) -> Any:  # noqa: ANN401
    return msgspec.to_builtins(claim.places) or UNKNOWN


def _put_places(claim: Claim, value: Any) -> Claim:  # noqa: ANN401
    return msgspec.structs.replace(claim, places=() if value == UNKNOWN else msgspec.convert(value, tuple[ClaimPlace, ...]))


def _parties(role: ActorRole) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        names = [] if value == UNKNOWN else [name.strip() for name in value.split(";") if name.strip()]
        named = [ClaimActor(text=name, span=_words_of(claim), role=role, name=name) for name in names]
        return msgspec.structs.replace(claim, actors=(*(a for a in claim.actors if a.role != role), *named))

    return Field(lambda claim: "; ".join(a.name for a in claim.actors if a.role == role) or UNKNOWN, put)


def _control(name: str, untold: str | None = UNKNOWN) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        told = claim.control or Control(transition="holds", holder=None)
        return msgspec.structs.replace(claim, control=msgspec.structs.replace(told, **{name: untold if value == UNKNOWN else value}))

    return Field(lambda claim: (getattr(claim.control, name) or UNKNOWN) if claim.control else UNKNOWN, put)


def _put_source(claim: Claim, value: str) -> Claim:
    if value == UNKNOWN:
        return msgspec.structs.replace(claim, source=None)
    told = msgspec.structs.replace(claim.source or _nobody(claim), name=value, chain=(), detail=None, party=None, interested=None)
    return msgspec.structs.replace(claim, source=told)


def _put_source_kind(claim: Claim, value: Any) -> Claim:  # noqa: ANN401
    if value == UNKNOWN:
        return claim
    return msgspec.structs.replace(claim, source=msgspec.structs.replace(claim.source or _nobody(claim), kind=value))


def _nobody(claim: Claim) -> Source:
    return Source(text="", span=_words_of(claim), name="unspecified", kind="unspecified")


_RANGE = re.compile(r"(\d+)(?:\.\.(\d*))?")
_UNITS: dict[Measure, Unit] = {"houses": "structures", "facilities": "structures", "other": "other"}
_FLOWS = frozenset({"killed", "injured", "displaced", "returned", "detained"})


def _figures(measure: Measure) -> Field:
    def tell(claim: Claim) -> str:
        return "; ".join(_tell_range(f) for f in claim.figures if f.measure == measure and f.part_of is None) or UNKNOWN

    def put(claim: Claim, value: str) -> Claim:
        others = tuple(f for f in claim.figures if f.measure != measure)
        counted = [] if value == UNKNOWN else [_count(claim, measure, told.strip()) for told in value.split(";")]
        return msgspec.structs.replace(claim, figures=(*counted, *_without_parts(others)))

    return Field(tell, put)


def _tell_range(figure: ClaimFigure) -> str:
    if figure.low is None or figure.assumed:
        return figure.text or UNKNOWN
    return str(figure.low) if figure.low == figure.high else f"{figure.low}..{'' if figure.high is None else figure.high}"


def _count(claim: Claim, measure: Measure, value: str) -> ClaimFigure:
    told = _RANGE.fullmatch(value)
    if told is None:
        raise ValueError("write a number as 12, 12..15 or 12..")
    low, high = int(told[1]), None if told[2] == "" else int(told[2] or told[1])
    known = next((f for f in claim.figures if f.measure == measure and f.part_of is None), None)
    if known:
        return msgspec.structs.replace(known, low=low, high=high, quantifier=None, assumed=False)
    kind: Any = "flow" if measure in _FLOWS else None
    unit = _UNITS.get(measure, "people")
    return ClaimFigure(text="", span=_words_of(claim), low=low, high=high, measure=measure, unit=unit, kind=kind)


def _without_parts(figures: tuple[ClaimFigure, ...]) -> tuple[ClaimFigure, ...]:
    """Figures that stand by themselves: where a whole is corrected its old parts no longer fit it."""
    return tuple(f for f in figures if f.part_of is None)


def _words_of(claim: Claim) -> tuple[int, int]:
    return claim.start, claim.end


FIELDS: dict[str, Field] = {
    "event": Field(lambda claim: claim.event, _put_class),
    "sub_event": _plain("acled_sub_event"),
    "status": _plain("status"),
    "denies": _plain("denies"),
    "hedged": Field(lambda claim: "yes" if claim.hedged else "no", _put_hedged),
    "time": Field(_tell_time, _put_time),
    "place": Field(_tell_places, _put_places),
    "agent": _parties("agent"),
    "target": _parties("target"),
    "affected": _parties("affected"),
    "holder": _control("holder", None),
    "transition": _control("transition"),
    "extent": _control("extent"),
    "source": Field(lambda claim: claim.source.name if claim.source else UNKNOWN, _put_source),
    "source_kind": Field(lambda claim: claim.source.kind if claim.source else UNKNOWN, _put_source_kind),
    **{measure: _figures(measure) for measure in get_args(Measure)},
}
"""What can be corrected, by the names that the claims' table has for it; figures by their measure: `killed=12`."""
