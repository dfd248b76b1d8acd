"""What people lack, what is damaged and what relief is told of: by sector and place."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from sayso.gazetteer.spelling import fold_name
from sayso.knowledge.need_sectors import sectors_of
from sayso.model.claims import Claim
from sayso.model.events import FiledClaim
from sayso.model.situation import Condition, LeftOut
from sayso.model.vocabulary import EventClass
from sayso.situation.exclusions import why_left_out

PLACE_NOT_TOLD = "place not told"
"""Stands for the place of a condition that the text puts nowhere."""

SECTORS: dict[EventClass, Callable[[Claim], tuple[str, ...]]] = {
    "need": lambda claim: sectors_of(claim.evidence),
    "damage": lambda claim: ("damage",),
    "aid": lambda claim: ("aid",),
}
"""Classes of claims that tell a condition, and the sectors that they tell it of."""

Place = tuple[str, str | None]
"""Name in print and place id."""


def describe_conditions(filed: Sequence[FiledClaim], as_of: dt.date) -> tuple[Condition, ...]:
    """Conditions by sector and place; a claim of several places or sectors stands in each, one of none under `place not told`."""
    gathered: dict[tuple[str, str], list[tuple[FiledClaim, Place]]] = {}
    for one in filed:
        if one.claim.event in SECTORS:
            for sector in SECTORS[one.claim.event](one.claim):
                for place in _places_of(one.claim):
                    gathered.setdefault((sector, place[1] or fold_name(place[0])), []).append((one, place))
    made = (_condition(sector, rows, as_of) for (sector, _), rows in gathered.items())
    return tuple(sorted(made, key=lambda c: (c.sector, c.place, c.place_id or "", c.claims)))


def _places_of(claim: Claim) -> tuple[Place, ...]:
    places = sorted({(p.name or p.text, p.place_id) for p in claim.places if p.role != "via"}, key=str)
    return tuple(places) or ((PLACE_NOT_TOLD, None),)


def _condition(sector: str, rows: Iterable[tuple[FiledClaim, Place]], as_of: dt.date) -> Condition:
    judged = [(one, place, why_left_out(one, as_of)) for one, place in rows]
    live = [one for one, _, why in judged if why is None]
    name, place_id = min(place for _, place, _ in judged)
    return Condition(
        sector=sector,
        place=name,
        claims=tuple(sorted({one.claim.id for one in live})),
        sources=tuple(sorted({one.claimant for one in live})),
        place_id=place_id,
        left_out=tuple(sorted({LeftOut(one.claim.id, why) for one, _, why in judged if why}, key=lambda o: (o.claim, o.why))),
    )
