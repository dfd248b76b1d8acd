"""Events, totals and control redrawn so that they tell no more than the claims that may be published."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from sayso.knowledge.protection import load_protection
from sayso.model.claims import ClaimPlace
from sayso.model.events import Account, Event, EventPlace, FiledClaim
from sayso.model.situation import Condition, ControlState, Situation, Total
from sayso.outputs.retelling import Areas
from sayso.outputs.sensitive import may_be_counted
from sayso.outputs.wording import tell_place

TOTALS = ("displacement", "casualties", "other_totals")


class Redrawn(msgspec.Struct, frozen=True):
    """Claims by id as they were and as they may be published, and the first-level areas that stand in for their places."""

    original: dict[str, FiledClaim]
    published: dict[str, FiledClaim]
    areas: Areas

    def keep(self, claim_ids: Iterable[str]) -> tuple[str, ...]:
        """The claims of a list that are published."""
        return tuple(i for i in claim_ids if i in self.published)

    def sources(self, sources: Sequence[str], claim_ids: Iterable[str]) -> tuple[str, ...]:
        """Claimants under the general roles that stand in for them; one whose claims are all left out is dropped."""
        held = [i for i in claim_ids if i in self.original]
        new: dict[str, str | None] = {self.original[i].claimant: None for i in held}
        new |= {self.original[i].claimant: self.published[i].claimant for i in held if i in self.published}
        return tuple(dict.fromkeys(name for source in sources if (name := new.get(source, source)) is not None))

    def coarser(self, claim_ids: Iterable[str]) -> dict[str, ClaimPlace | None]:
        """Names of places that none of these claims tells any more, each with the area that stands in for it."""
        held = [i for i in claim_ids if i in self.original]
        told = {word for i in held if i in self.published for p in self.published[i].claim.places for word in _names(p)}
        places = (p for i in held for p in self.original[i].claim.places)
        return {word: self.areas.coarsen(p) for p in places for word in _names(p) if word not in told}


def redraw_event(event: Event, redrawn: Redrawn) -> Event | None:
    """An event with the published claims alone; None where none is left."""
    claims = redrawn.keep(event.claims)
    if not claims:
        return None
    coarser = redrawn.coarser(event.claims)
    kept = [i for i, account in enumerate(event.accounts) if redrawn.keep(account.claims)]
    index = {old: new for new, old in enumerate(kept)}
    changed = claims != event.claims or bool(coarser)
    return msgspec.structs.replace(
        event,
        places=_redraw_places(event.places, coarser),
        claims=claims,
        accounts=tuple(_redraw_account(event.accounts[i], redrawn, coarser) for i in kept),
        contradictions=tuple(
            msgspec.structs.replace(c, accounts=(index[c.accounts[0]], index[c.accounts[1]]), why=_rename(c.why, coarser))
            for c in event.contradictions
            if c.accounts[0] in index and c.accounts[1] in index
        ),
        updates=tuple(
            msgspec.structs.replace(u, why=_rename(u.why, coarser))
            for u in event.updates
            if u.earlier in redrawn.published and u.later in redrawn.published
        ),
        why=() if changed else event.why,
    )


def redraw_situation(situation: Situation, redrawn: Redrawn) -> tuple[Situation, int]:
    """A situation with the published claims alone, and how many totals of few people are left out."""
    totals = {field: [t for total in getattr(situation, field) if (t := _redraw_total(total, redrawn))] for field in TOTALS}
    told = msgspec.structs.replace(
        situation,
        control=tuple(s for state in situation.control if (s := _redraw_control(state, redrawn))),
        conditions=tuple(c for condition in situation.conditions if (c := _redraw_condition(condition, redrawn))),
        **{field: tuple(filter(may_be_counted, found)) for field, found in totals.items()},
    )
    return told, sum(not may_be_counted(t) for found in totals.values() for t in found)


def _redraw_account(account: Account, redrawn: Redrawn, coarser: dict[str, ClaimPlace | None]) -> Account:
    """An account in its own words, or in general ones where a claim or a number of it is left out."""
    claims = redrawn.keep(account.claims)
    kept = [redrawn.published[i].claim for i in claims]
    dropped = claims != account.claims or any(len(c.figures) < len(redrawn.original[c.id].claim.figures) for c in kept)
    says = load_protection().tells_of[kept[0].event] if dropped else _rename(account.says, coarser)
    return Account(says=says, claims=claims, sources=redrawn.sources(account.sources, account.claims))


def _redraw_control(state: ControlState, redrawn: Redrawn) -> ControlState | None:
    accounts = tuple(
        msgspec.structs.replace(a, claims=redrawn.keep(a.claims), sources=redrawn.sources(a.sources, a.claims))
        for a in state.accounts
        if redrawn.keep(a.claims)
    )
    if state.accounts and not accounts:
        return None
    coarser = redrawn.coarser(i for a in state.accounts for i in a.claims)
    told = msgspec.structs.replace(state, accounts=accounts, why=_rename(state.why, coarser) if state.why else None)
    if state.place not in coarser:
        return told
    area = coarser[state.place]
    return msgspec.structs.replace(told, place=_area_name(area), place_id=area.place_id if area else None, lat=None, lon=None)


def _redraw_total(total: Total, redrawn: Redrawn) -> Total | None:
    """A total that still rests on, or lists, a published claim; None otherwise."""
    left_out = tuple(x for x in total.left_out if x.claim in redrawn.published or x.claim not in redrawn.original)
    claims = redrawn.keep(total.claims)
    if (total.claims and not claims) or (not total.claims and total.left_out and not left_out):
        return None
    coarser = redrawn.coarser((*total.claims, *(x.claim for x in total.left_out)))
    return msgspec.structs.replace(
        total,
        places=_rename_all(total.places, coarser),
        origins=_rename_all(total.origins, coarser),
        destinations=_rename_all(total.destinations, coarser),
        claims=claims,
        left_out=tuple(msgspec.structs.replace(x, why=_rename(x.why, coarser)) for x in left_out),
        method=_rename(total.method, coarser),
        sources=redrawn.sources(total.sources, total.claims),
    )


def _redraw_condition(condition: Condition, redrawn: Redrawn) -> Condition | None:
    claims = redrawn.keep(condition.claims)
    if not claims:
        return None
    coarser = redrawn.coarser(condition.claims)
    area = coarser.get(condition.place)
    return msgspec.structs.replace(
        condition,
        place=_area_name(area) if condition.place in coarser else condition.place,
        place_id=(area.place_id if area else None) if condition.place in coarser else condition.place_id,
        claims=claims,
        sources=redrawn.sources(condition.sources, condition.claims),
        left_out=tuple(x for x in condition.left_out if x.claim in redrawn.published),
    )


def _redraw_places(places: tuple[EventPlace, ...], coarser: dict[str, ClaimPlace | None]) -> tuple[EventPlace, ...]:
    redrawn = (_event_area(coarser[p.name]) if p.name in coarser else p for p in places)
    return tuple(dict.fromkeys(p for p in redrawn if p))


def _event_area(area: ClaimPlace | None) -> EventPlace | None:
    if area is None:
        return None
    return EventPlace(name=_area_name(area), place_id=area.place_id, country=area.country, admin1=area.admin1, geo_precision=3)


def _area_name(area: ClaimPlace | None) -> str:
    return (area.name or area.text) if area else "a place kept back"


def _names(place: ClaimPlace) -> tuple[str, ...]:
    return tuple(dict.fromkeys((tell_place(place), place.name or place.text, place.text)))


def _rename_all(names: tuple[str, ...], coarser: dict[str, ClaimPlace | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_area_name(coarser[n]) if n in coarser else _rename(n, coarser) for n in names))


def _rename(words: str, coarser: dict[str, ClaimPlace | None]) -> str:
    """The words with every place that may not be named told as its area."""
    for name in sorted(coarser, key=lambda n: (-len(n), n)):
        related = "in " if name[:1].islower() else ""
        area = related + _area_name(coarser[name]).replace("\\", "")
        words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", area, words)
    return words
