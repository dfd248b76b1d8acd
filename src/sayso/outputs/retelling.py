"""Claims told in other words and for larger areas, where their own would lead back to a person or a site."""

from collections.abc import Iterable

import msgspec

from sayso.knowledge.actors import load_countries
from sayso.knowledge.protection import load_protection
from sayso.model.claims import Claim, ClaimFigure, ClaimPlace
from sayso.model.mentions import PlaceMention
from sayso.model.vocabulary import Status
from sayso.outputs.sensitive import may_be_counted
from sayso.outputs.wording import tell_days, tell_figure, tell_place

TOLD_AS: dict[Status, str] = {"happened": "", "ongoing": "", "expected": "expected: ", "denied": "denied: "}


class Areas:
    """First-level areas by country and name, under the name that the view itself uses for them."""

    def __init__(self, places: Iterable[PlaceMention]) -> None:
        found = sorted({(p.country or "", p.admin1 or "", p.name or "", p.place_id or "") for p in places if _is_division(p)})
        self._named = {(country, admin1): (name, place_id) for country, admin1, name, place_id in found}

    def coarsen(self, place: ClaimPlace) -> ClaimPlace | None:
        """The first-level area that a place lies in, without any point; its country where that is all that is known."""
        if place.is_country:
            return place
        country, admin1 = place.country or "", place.admin1 or ""
        if not admin1:
            state = load_countries().get(country)
            return _area(place, state.name, f"country:{country}") if state else None
        name, place_id = self._named.get((country, admin1), (f"{admin1} area", None))
        return _area(place, name, place_id)

    def coarsen_all(self, places: Iterable[ClaimPlace]) -> tuple[ClaimPlace, ...]:
        """The areas of several places, each once a role."""
        areas = {(a.role, a.name): a for p in places if (a := self.coarsen(p))}
        return tuple(areas.values())


def retell(claim: Claim, places: tuple[ClaimPlace, ...], speaker: str) -> Claim:
    """A claim with nothing left of its own wording; its evidence is a sentence made by template from class, places, days and figures.

    Offsets are 0, for they would lead to the words; small counts of minors and detainees are dropped.
    """
    figures = countable(claim.figures)
    time = claim.time and msgspec.structs.replace(claim.time, text=tell_days(claim.time.start, claim.time.end), span=(0, 0))
    told = msgspec.structs.replace(
        claim,
        start=0,
        end=0,
        places=places,
        time=time,
        figures=figures,
        actors=tuple(msgspec.structs.replace(a, text=a.name, span=(0, 0)) for a in claim.actors),
        source=claim.source and msgspec.structs.replace(claim.source, text=claim.source.name, span=(0, 0)),
        why=(),
    )
    return msgspec.structs.replace(told, evidence=tell_claim(told, speaker))


def tell_claim(claim: Claim, speaker: str) -> str:
    """The sentence that stands in for a quotation: what, where, when, how many, by whose word; outlet and date stand beside it."""
    what = TOLD_AS[claim.status] + load_protection().tells_of[claim.event]
    where = " in " + " and ".join(dict.fromkeys(tell_place(p) for p in claim.places)) if claim.places else ""
    when = f", {claim.time.text}" if claim.time else ""
    figures = f" ({'; '.join(tell_figure(f) for f in claim.figures)})" if claim.figures else ""
    return f"{what[:1].upper()}{what[1:]}{where}{when}{figures}, according to {speaker}."


def countable(figures: tuple[ClaimFigure, ...]) -> tuple[ClaimFigure, ...]:
    """The figures that may be published, in words of ours, with their parts still tied to their wholes."""
    kept = [i for i, figure in enumerate(figures) if may_be_counted(figure)]
    place = {old: new for new, old in enumerate(kept)}
    return tuple(
        msgspec.structs.replace(
            figures[i],
            text=figures[i].text if figures[i].assumed else "",
            span=(0, 0),
            part_of=place.get(part) if (part := figures[i].part_of) is not None else None,
        )
        for i in kept
    )


def _area(place: ClaimPlace, name: str, place_id: str | None) -> ClaimPlace:
    country_wide = (place_id or "").startswith("country:")
    return ClaimPlace(
        start=0, end=0, text=name, name=name, place_id=place_id, country=place.country,
        admin1=None if country_wide else place.admin1, geo_precision=3, where_prec=6 if country_wide else 4,
        score=place.score, role=place.role,
    )  # fmt: skip


def _is_division(place: PlaceMention) -> bool:
    return place.is_division and place.name is not None
