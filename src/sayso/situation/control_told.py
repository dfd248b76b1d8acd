"""What each claim says of who holds a place, and of which days; claims of one place gathered across its spellings."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.gazetteer.spelling import fold_name, skeleton_of
from sayso.knowledge.claim_places import level_of
from sayso.knowledge.control_states import ToldState, has_ended, read_state
from sayso.model.claims import ClaimPlace
from sayso.model.events import Event, FiledClaim

_CHANGES = frozenset({"taken", "entered", "gone", "not_entered"})
"""States that begin on a day; the others hold on a day."""


class Told(msgspec.Struct, frozen=True):
    """One claim's word on a place: the state, and the first and last day that it speaks of.

    Where the claim tells no day, both are the day of publication and `dated` is false: no later than that, and perhaps before;
    without a day of publication both are the first day of all, so that every dated account comes after it.
    """

    filed: FiledClaim
    place: ClaimPlace
    state: ToldState
    first: dt.date
    last: dt.date
    dated: bool


def read_told(filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date) -> list[Told]:
    """What the claims known by a day say of who holds which place; a claim that names no place stands at the one of its event."""
    known = [f for f in filed if (f.article.published or as_of) <= as_of and (f.claim.time is None or f.claim.time.start <= as_of)]
    sites = _sites_of_events(known, events)
    return [told for f in known for place in f.claim.places or sites.get(f.claim.id, ()) if (told := _read(f, place, as_of))]


def _sites_of_events(filed: Sequence[FiledClaim], events: Sequence[Event]) -> dict[str, tuple[ClaimPlace, ...]]:
    """The place of each event that has one place only, for those of its claims that name none."""
    by_id = {f.claim.id: f.claim for f in filed}
    found = {}
    for event in events:
        places = {p.place_id: p for c in event.claims if c in by_id for p in by_id[c].places if p.place_id}
        if len(places) == 1 and len(event.claims) > 1:
            bare = tuple(msgspec.structs.replace(p, relation=None) for p in places.values())
            found.update(dict.fromkeys(event.claims, bare))
    return found


def _read(filed: FiledClaim, place: ClaimPlace, as_of: dt.date) -> Told | None:
    """What a claim tells of a town; no account says who holds a division or country as a whole."""
    state = read_state(filed.claim, place)
    if state is None or state.kind == "fought" or has_ended(filed.claim) or level_of(place) in ("division", "country"):
        return None
    first, last = _days_of(filed, state)
    return Told(filed, place, state, first, min(last, as_of), filed.claim.time is not None)


def _days_of(filed: FiledClaim, state: ToldState) -> tuple[dt.date, dt.date]:
    """First and last day that a claim speaks of: a change on its day, a state that lasts up to the day of publication."""
    time, published = filed.claim.time, filed.article.published or dt.date.min
    if time is None:
        return published, published
    lasts = state.kind not in _CHANGES and filed.claim.status in ("ongoing", "denied")
    return time.start, max(time.end, published) if lasts else time.end


def gather_places(told: Iterable[Told]) -> Iterator[list[Told]]:
    """What is told of each place: by its identifier, a name that was not resolved with the resolved place that it sounds like."""
    groups: dict[str, list[Told]] = {}
    for t in told:
        name = t.place.name or t.place.text
        groups.setdefault(t.place.place_id or skeleton_of(name) or fold_name(name), []).append(t)
    for key, home in _homes(groups).items():
        if home != key:
            groups[home] += groups.pop(key)
    yield from (groups[key] for key in sorted(groups))


def _homes(groups: Mapping[str, Sequence[Told]]) -> dict[str, str]:
    """The group that each group of an unresolved name belongs to: the one resolved place of that sound, if there is just one."""
    resolved = {key: group[0].place for key, group in groups.items() if group[0].place.place_id}
    homes = {}
    for key, group in groups.items():
        if key in resolved:
            continue
        name = group[0].place.name or group[0].place.text
        alike = [other for other, place in resolved.items() if _sounds_alike(name, place)]
        homes[key] = alike[0] if len(alike) == 1 else key
    return homes


def _sounds_alike(name: str, place: ClaimPlace) -> bool:
    others = [n for n in (place.name, place.text) if n]
    return any(fold_name(name) == fold_name(o) or (skeleton_of(name) and skeleton_of(name) == skeleton_of(o)) for o in others)
