"""The fields of a claim that people judge one by one: how each is told in words, and how a claim is made that tells another."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any, NamedTuple, get_args

import msgspec

from sayso.errors import InputError
from sayso.model.claims import Claim, ClaimActor, ClaimPlace, ClaimTime, Control, Source
from sayso.model.vocabulary import EVENT_CLASSES, ActorRole, Denies, Extent, Measure, SourceKind, Status, Transition
from sayso.reviews.counted import put_figures, take_figures, tell_figures

UNKNOWN = "unknown"
"""What is written for a field of which the text says nothing."""


class Field(NamedTuple):
    """`tell` gives what a claim has (`unknown` where it has nothing), `put` the claim with another value; of `place` both are lists.

    `take` gives the first claim with what the second has there, its words and offsets included; `takes` says what may be written.
    """

    tell: Callable[[Claim], Any]
    put: Callable[[Claim, Any], Claim]
    take: Callable[[Claim, Claim], Claim]
    takes: str


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
    """The claim with a field as somebody says that it is, the same claim where it has that already; InputError says what a field takes.

    `place` takes a list of places (as records have them); all others take words: days as 2020-01-28 or 2020-01-26..2020-01-28, numbers
    as 12, 12..15, 12.. (at least) or ..15 (at most), names (several with a semicolon), terms of the vocabularies, `unknown`.
    """
    if field not in FIELDS:
        raise InputError(f"{field} is no field that can be corrected; take one of {', '.join(sorted(FIELDS))}.")
    known = FIELDS[field]
    if value == known.tell(claim):
        return claim
    try:
        if isinstance(value, str) is (field == "place" and value != UNKNOWN):
            raise ValueError(value)
        return msgspec.convert(msgspec.to_builtins(known.put(claim, value)), Claim)
    except (msgspec.ValidationError, ValueError) as problem:
        raise InputError(f"{value!r} cannot be the {field} of this claim; write {known.takes}.") from problem


def _one_of(terms: Any) -> str:  # noqa: ANN401  # a Literal
    return f"one of {', '.join(get_args(terms))}"


def _plain(name: str, takes: str) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        return msgspec.structs.replace(claim, **{name: None if value == UNKNOWN else value})

    def take(claim: Claim, other: Claim) -> Claim:
        return msgspec.structs.replace(claim, **{name: getattr(other, name)})

    return Field(lambda claim: getattr(claim, name) or UNKNOWN, put, take, takes)


def _put_class(claim: Claim, value: Any) -> Claim:  # noqa: ANN401  # what a user wrote; a wrong term is refused when all is put
    return msgspec.structs.replace(claim, event=value, control=claim.control if value == "control" else None)


def _take_class(claim: Claim, other: Claim) -> Claim:
    return msgspec.structs.replace(claim, event=other.event, control=(claim.control or other.control) if other.event == "control" else None)


def _put_hedged(claim: Claim, value: str) -> Claim:
    if value not in ("yes", "no"):
        raise ValueError(value)
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
        raise ValueError(value)
    time = ClaimTime(text="", start=start, end=end, span=(claim.start, claim.end), precision=_date_precision((end - start).days))
    return msgspec.structs.replace(claim, time=time)


def _date_precision(days: int) -> int:
    """UCDP's date_prec: 1 a day, 2 up to a week, 3 up to a month, 4 up to a year, 5 a year or more."""
    return next((precision for most, precision in ((0, 1), (6, 2), (30, 3), (364, 4)) if days <= most), 5)


def _tell_places(claim: Claim) -> Any:  # noqa: ANN401  # places as records have them, or a word
    return msgspec.to_builtins(claim.places) or UNKNOWN


def _put_places(claim: Claim, value: Any) -> Claim:  # noqa: ANN401  # the same
    return msgspec.structs.replace(claim, places=() if value == UNKNOWN else msgspec.convert(value, tuple[ClaimPlace, ...]))


def _parties(role: ActorRole) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        names = [] if value == UNKNOWN else list(dict.fromkeys(name.strip() for name in value.split(";") if name.strip()))
        if not names and value != UNKNOWN:
            raise ValueError(value)
        known = {a.name: a for a in claim.actors if a.role == role}
        named = [known.get(name) or ClaimActor(text=name, span=_words_for(claim, name), role=role, name=name) for name in names]
        return msgspec.structs.replace(claim, actors=(*_but(claim), *named))

    def take(claim: Claim, other: Claim) -> Claim:
        return msgspec.structs.replace(claim, actors=(*_but(claim), *(a for a in other.actors if a.role == role)))

    def _but(claim: Claim) -> list[ClaimActor]:
        return [a for a in claim.actors if a.role != role]

    return Field(lambda claim: "; ".join(a.name for a in claim.actors if a.role == role) or UNKNOWN, put, take, f"names{_SEVERAL}")


def _control(name: str, takes: str, untold: str | None = UNKNOWN) -> Field:
    def put(claim: Claim, value: str) -> Claim:
        if claim.event != "control":
            raise ValueError(value)
        told = claim.control or Control(transition="holds", holder=None)
        return msgspec.structs.replace(claim, control=msgspec.structs.replace(told, **{name: untold if value == UNKNOWN else value}))

    def take(claim: Claim, other: Claim) -> Claim:
        if claim.event != "control" or other.control is None:
            return claim
        told = claim.control or other.control
        return msgspec.structs.replace(claim, control=msgspec.structs.replace(told, **{name: getattr(other.control, name)}))

    only = " (only a claim of class control has it: put event=control first)"
    return Field(lambda claim: (getattr(claim.control, name) or UNKNOWN) if claim.control else UNKNOWN, put, take, takes + only)


def _put_source(claim: Claim, value: str) -> Claim:
    if value == UNKNOWN:
        return msgspec.structs.replace(claim, source=None)
    if not value.strip():
        raise ValueError(value)
    kind = claim.source.kind if claim.source else "unspecified"
    return msgspec.structs.replace(claim, source=Source(text=value, span=_words_for(claim, value), name=value, kind=kind))


def _take_source(claim: Claim, other: Claim) -> Claim:
    if other.source is None or claim.source is None:
        return msgspec.structs.replace(claim, source=other.source)
    return msgspec.structs.replace(claim, source=msgspec.structs.replace(other.source, kind=claim.source.kind))


def _put_source_kind(claim: Claim, value: Any) -> Claim:  # noqa: ANN401  # as for the class
    told = claim.source or Source(text="", span=(claim.start, claim.end), name="unspecified", kind="unspecified")
    return msgspec.structs.replace(claim, source=msgspec.structs.replace(told, kind=value))


def _take_source_kind(claim: Claim, other: Claim) -> Claim:
    if other.source is None:
        return claim
    return msgspec.structs.replace(claim, source=msgspec.structs.replace(claim.source or other.source, kind=other.source.kind))


def _figures(measure: Measure) -> Field:
    def tell(claim: Claim) -> str:
        return tell_figures(claim, measure) or UNKNOWN

    def put(claim: Claim, value: str) -> Claim:
        return put_figures(claim, measure, [] if value == UNKNOWN else [told.strip() for told in value.split(";")])

    numbers = "a number as 12, 12..15, 12.. (at least) or ..15 (at most)"
    return Field(tell, put, lambda claim, other: take_figures(claim, other, measure), f"{numbers}{_SEVERAL}")


def _words_for(claim: Claim, name: str) -> tuple[int, int]:
    """Where a name stands in a claim's words; all of them where it does not."""
    found = re.search(re.escape(name), claim.evidence)
    return (claim.start + found.start(), claim.start + found.end()) if found else (claim.start, claim.end)


_SEVERAL = ", several with a semicolon between them, or unknown"
_OR_UNKNOWN = ", or unknown"

FIELDS: dict[str, Field] = {
    "event": Field(lambda claim: claim.event, _put_class, _take_class, f"one of {', '.join(EVENT_CLASSES)}"),
    "sub_event": _plain("acled_sub_event", f"ACLED's name of a sub-event{_OR_UNKNOWN}"),
    "status": _plain("status", _one_of(Status)),
    "denies": _plain("denies", f"{_one_of(Denies)}{_OR_UNKNOWN}"),
    "hedged": Field(
        lambda claim: "yes" if claim.hedged else "no",
        _put_hedged,
        lambda claim, other: msgspec.structs.replace(claim, hedged=other.hedged),
        "yes or no",
    ),
    "time": Field(
        _tell_time,
        _put_time,
        lambda claim, other: msgspec.structs.replace(claim, time=other.time),
        f"a day as 2020-01-28, days as 2020-01-26..2020-01-28 with the first one first{_OR_UNKNOWN}",
    ),
    "place": Field(
        _tell_places,
        _put_places,
        lambda claim, other: msgspec.structs.replace(claim, places=other.places),
        f"places as records have them{_OR_UNKNOWN}",
    ),
    "agent": _parties("agent"),
    "target": _parties("target"),
    "affected": _parties("affected"),
    "holder": _control("holder", f"a party's name{_OR_UNKNOWN}", None),
    "transition": _control("transition", _one_of(Transition)),
    "extent": _control("extent", _one_of(Extent)),
    "source": Field(
        lambda claim: claim.source.name if claim.source else UNKNOWN,
        _put_source,
        _take_source,
        "who says it, or unknown where the outlet says it itself",
    ),
    "source_kind": Field(
        lambda claim: claim.source.kind if claim.source else UNKNOWN,
        _put_source_kind,
        _take_source_kind,
        f"{_one_of(SourceKind)}; source=unknown says that the outlet says it itself",
    ),
    **{measure: _figures(measure) for measure in get_args(Measure)},
}
"""What can be corrected, by the names that the claims' table has for it, in the order in which corrections are laid over a claim; figures
by their measure: `killed=12`."""
