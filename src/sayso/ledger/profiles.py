"""What the comparison of two claims needs to know of each, worked out once."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache, cached_property

import msgspec

from sayso.gazetteer.spelling import fold_name, skeleton_of
from sayso.knowledge.claim_places import PlaceLevel, level_of
from sayso.knowledge.common_words import rarity_of
from sayso.knowledge.event_words import event_words, is_told_as_part
from sayso.knowledge.sides import is_umbrella, party_of_name
from sayso.ledger.wordings import NO_SIGNS, NO_WORDING, Signs, Wording
from sayso.model.claims import Claim, ClaimFigure, ClaimPlace
from sayso.model.events import FiledClaim

_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST = 10**9
"""Stands for a bound that is open above."""
_UNCOMMON = 2.5
"""Words in more than one report of twenty of some kind tell no two events apart."""


class Spot(msgspec.Struct, frozen=True, gc=False, array_like=True, cache_hash=True):
    """A place of a claim as it is compared: what it is, where it lies, what contains it."""

    place_id: str | None
    folded: str
    skeleton: str
    level: PlaceLevel
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    reach_km: float
    relation: str | None


class Profile(msgspec.Struct, frozen=True, dict=True):
    """A claim as it is compared: `days` are the first and last that it tells, as ordinals; None where it tells none.

    `tells_many` and `tells_words` say whether it tells of many acts at once, and of what is said of an act; `gives_up` whether it
    withdraws a figure.
    """

    filed: FiledClaim
    spots: tuple[Spot, ...]
    days: tuple[int, int] | None
    published: int | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[ClaimFigure, ...]
    words: frozenset[str]
    sites: frozenset[str]
    tells_many: bool
    tells_words: bool
    gives_up: bool
    setting: Wording
    article: Wording

    @cached_property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.filed.claim

    @cached_property
    def relations(self) -> frozenset[str]:
        """Words that shift its places ("north of")."""
        return frozenset(spot.relation for spot in self.spots if spot.relation)

    @cached_property
    def age(self) -> int | None:
        """Days from the last that it tells to publication; None where either is not known."""
        return self.published - self.days[1] if self.days and self.published is not None else None


def profile_claims(filed: Sequence[FiledClaim], signs: Signs = NO_SIGNS) -> tuple[Profile, ...]:
    """Profiles of claims, in the order given, each made of its claim and of what `signs` tells of its words alone."""
    return tuple(profile_claim(f, signs) for f in filed)


def profile_claim(filed: FiledClaim, signs: Signs = NO_SIGNS) -> Profile:
    """What is compared of one claim; its common words are left out."""
    claim = filed.claim
    told = frozenset(_WORD.findall(claim.evidence.lower())) - event_words().stop
    words = frozenset(word for word in told if rarity_of(word) >= _UNCOMMON)
    named = frozenset(w for p in claim.places for w in _WORD.findall(f"{p.text} {p.name or ''}".lower()))
    return Profile(
        filed=filed,
        spots=tuple(dict.fromkeys(_spot(p) for p in claim.places if p.role != "via")),
        days=(claim.time.start.toordinal(), claim.time.end.toordinal()) if claim.time else None,
        published=_ordinal(filed.article.published),
        agents=parties_of(claim, "agent"),
        targets=parties_of(claim, "target"),
        figures=whole_figures(claim),
        words=words - named,
        sites=frozenset(site for word, site in event_words().sites.items() if word in told),
        tells_many=event_words().many_acts.search(claim.evidence) is not None,
        tells_words=event_words().statements.search(claim.evidence) is not None,
        gives_up=event_words().withdrawn.search(claim.evidence) is not None,
        setting=signs.settings.get(claim.id, NO_WORDING),
        article=signs.articles.get(filed.article.digest, NO_WORDING),
    )


def _ordinal(day: dt.date | None) -> int | None:
    return day.toordinal() if day else None


def parties_of(claim: Claim, role: str) -> tuple[str, ...]:
    """Neutral names of the parties that act or are acted on, civilians and helpers aside."""
    return tuple(dict.fromkeys(a.name for a in claim.actors if a.role == role and _is_party(a.name)))


@cache
def _is_party(name: str) -> bool:
    return party_of_name(name) is not None or is_umbrella(name)


def whole_figures(claim: Claim) -> tuple[ClaimFigure, ...]:
    """Figures that count a whole: no part of another figure, no share of a toll told elsewhere ("two of the dead")."""
    kept = (f for f in claim.figures if f.part_of is None and f.counts not in ("women", "men", "children"))
    return tuple(f for f in kept if not is_told_as_part(claim, f))


def bounds_meet(one: ClaimFigure, other: ClaimFigure) -> bool:
    """Whether some number lies within the bounds of both figures."""
    return max(one.low or 0, other.low or 0) <= min(one.high or _MOST, other.high or _MOST)


def _spot(place: ClaimPlace) -> Spot:
    name = place.name or place.text
    return Spot(
        place_id=place.place_id,
        folded=fold_name(name),
        skeleton=skeleton_of(name),
        level=level_of(place),
        country=place.country,
        admin1=fold_name(place.admin1) if place.admin1 else None,
        lat=place.lat,
        lon=place.lon,
        reach_km=place.radius_km or 3.0,
        relation=place.relation.lower() if place.relation else None,
    )
