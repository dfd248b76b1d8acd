"""Which of the places that share a name is meant: a table of reasons, each a score from 0 to 1 with its weight and its sentence."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import msgspec

from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.spelling import fold_name
from sayso.mentions.place_names import PlaceName
from sayso.model.places import Candidate, Place, PlaceKind

_NEAR_KM, _AMONG_KM, _WIDE_KM = 150.0, 120.0, 300.0
_FAR_DEGREES = 7.0
"""Degrees of latitude beyond which a place is not near."""
_SPOT_KM = 30.0
_COUNTRY_SHARE, _NEAR_ENOUGH, _WELL_KNOWN, _TELLING = 0.1, 0.25, 200_000, 5_000
_SAME_NAME = 0.9
_ENOUGH, _AHEAD = 0.3, 1.05
"""Least share of belief that the first candidate needs, and how many times the belief in the next one elsewhere; else none is taken."""


class Setting(msgspec.Struct, frozen=True):
    """What the document says of where it plays: shares of countries, points of the places chosen so far."""

    countries: dict[str, float]
    points: tuple[tuple[str, float, float], ...] = ()
    named: frozenset[tuple[str | None, str | None]] = frozenset()
    """Country and name of the divisions that a name of the document may mean."""
    likely: Mapping[str, tuple[tuple[float, float, float], ...]] = {}
    """By folded name, the points that it may mean and the belief in each."""


class Asked(msgspec.Struct, frozen=True):
    """A name to resolve with the kinds that type words ask for and the names that contain it ("Salem, Oregon")."""

    name: PlaceName
    kinds: frozenset[PlaceKind]
    within: tuple[Candidate, ...] = ()
    province_spoken: bool = False


class Choice(msgspec.Struct, frozen=True):
    """The place chosen (None where the reasons are not enough), its share of belief, the runners-up with theirs, and why."""

    candidate: Candidate | None
    score: float
    others: tuple[tuple[Candidate, float], ...]
    why: str


Reason = Callable[[Candidate, Asked, Setting], float]


def _alike(c: Candidate, asked: Asked, setting: Setting) -> float:
    return (c.likeness - 1.0) * 3


def _usual(c: Candidate, asked: Asked, setting: Setting) -> float:
    own = {fold_name(c.place.name)} | ({fold_name(c.place.admin1)} if c.place.kind == "admin1" and c.place.admin1 else set())
    return float(fold_name(asked.name.text) in own)


def _is_country(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind == "country")


def _is_region(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind in ("area", "sea"))


def _is_division(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind == "admin1")


def _is_district(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind == "admin2")


def _people(c: Candidate, asked: Asked, setting: Setting) -> float:
    if c.place.kind == "admin2" and any(o.place.kind == "town" and _same_spot(o.place, c.place) for o in asked.name.found):
        return 0.0
    return math.log10(c.place.population + 300) - 2.5


def _asked_kind(c: Candidate, asked: Asked, setting: Setting) -> float:
    if not asked.kinds:
        return 0.0
    return 1.0 if c.place.kind in asked.kinds else -1.0


def _country(c: Candidate, asked: Asked, setting: Setting) -> float:
    return setting.countries.get(c.place.country or "", 0.0)


def _within(c: Candidate, asked: Asked, setting: Setting) -> float:
    for holder in asked.within:
        place = holder.place
        if place.place_id == c.place.place_id:
            continue
        if place.country == c.place.country and (place.kind == "country" or place.admin1 == c.place.admin1):
            return 1.0
    return 0.0


def _near(c: Candidate, asked: Asked, setting: Setting) -> float:
    if c.place.lat is None or c.place.lon is None or not setting.points:
        return 0.0
    own = {other.place.place_id for other in asked.name.found}
    apart = [kilometres(c.place.lat, c.place.lon, lat, lon) for place_id, lat, lon in setting.points if place_id not in own]
    return math.exp(-min(apart) / _NEAR_KM) if apart else 0.0


def _among(c: Candidate, asked: Asked, setting: Setting) -> float:
    """How near the three nearest other names of the document may lie, each by the belief in that point."""
    if c.place.lat is None or c.place.lon is None:
        return 0.0
    own = fold_name(asked.name.text)
    gains = [_nearest(c.place.lat, c.place.lon, points) for name, points in setting.likely.items() if name != own]
    return sum(sorted(gains)[-3:]) / 3


def _nearest(lat: float, lon: float, points: Sequence[tuple[float, float, float]]) -> float:
    near = [(a, b, belief) for a, b, belief in points if abs(a - lat) < _FAR_DEGREES]
    return max((belief * math.exp(-kilometres(lat, lon, a, b) / _AMONG_KM) for a, b, belief in near), default=0.0)


def _division_named(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind != "admin1" and c.place.admin1 is not None and (c.place.country, c.place.admin1) in setting.named)


def _province(c: Candidate, asked: Asked, setting: Setting) -> float:
    return float(c.place.kind == "admin1") - float(c.place.kind == "town") if asked.province_spoken and not asked.kinds else 0.0


def _bare_town(c: Candidate, asked: Asked, setting: Setting) -> float:
    """A bare name that a division shares with its town is the town, unless the document calls it a province."""
    if c.place.kind != "town" or asked.kinds:
        return 0.0
    divisions = [o.place for o in asked.name.found if o.place.kind in ("admin1", "admin2") and o.place.country == c.place.country]
    return float(any(_same_spot(c.place, division) or _seat(c.place, division) for division in divisions))


def _seat(town: Place, division: Place) -> bool:
    """Whether a town shares its name with a district of its province whose point is not known."""
    return division.kind == "admin2" and division.lat is None and division.admin1 == town.admin1


REASONS: tuple[tuple[Reason, float, str], ...] = (
    (_alike, 1.0, "the spelling agrees"),
    (_usual, 3.6, "it is the usual name"),
    (_is_country, 1.7, "countries are named more often than towns of the same name"),
    (_is_region, 3.0, "it is a region"),
    (_is_division, 0.2, "it is a province or state"),
    (_is_district, -0.4, "it is a district or county"),
    (_people, 1.2, "the larger place is named more often"),
    (_asked_kind, 1.4, "the words beside it say what kind of place it is"),
    (_country, 2.5, "the document is about this country"),
    (_within, 2.6, "the text names what it lies in"),
    (_near, 3.7, "it lies near other places of the document"),
    (_among, 4.8, "others that the document names lie near"),
    (_division_named, 1.6, "the document names its division"),
    (_province, 2.2, "the document speaks of the province elsewhere"),
    (_bare_town, 2.2, "a bare name is the town's rather than the province's"),
)
"""The policy: reason, weight, sentence.

A conditional logit over the candidates of the names of LGL and GeoVirus that the gazetteer holds within 161 km, in three rounds, near
weights set by hand (ridge 3). The country's, and those of divisions, regions and bare names, which local news does not tell, stay by hand.
"""


def choose_place(asked: Asked, setting: Setting) -> Choice:
    """Weigh the candidates of a name; beliefs are the shares of the exponentials of their summed reasons."""
    found = [c for c in asked.name.found if may_stand(c, asked, setting)]
    if not found:
        known = asked.name.found[0].place.name if asked.name.found else None
        why = f"places of a like name ({known}) lie far from all else here" if known else "no place of this name in the gazetteer"
        return Choice(None, 0.0, (), why)
    ranked = weigh_candidates(found, asked, setting)
    belief, best = ranked[0]
    others = tuple((c, round(share, 3)) for share, c in ranked[1:4] if share >= 0.01)
    together = belief + sum(share for share, c in ranked[1:] if _same_spot(c.place, best.place))
    rival = next((share for share, c in ranked[1:] if not _same_spot(c.place, best.place)), 0.0)
    if together < max(_ENOUGH, _AHEAD * rival):
        why = f"{len(ranked)} places share the name and nothing here tells which is meant"
        return Choice(None, round(belief, 3), ((best, round(belief, 3)), *others), why)
    return Choice(best, round(together, 3), others, _explain(best, asked, setting))


def weigh_candidates(found: Sequence[Candidate], asked: Asked, setting: Setting) -> list[tuple[float, Candidate]]:
    """Candidates with their shares of belief, the likeliest first."""
    weighed = [(sum(w * reason(c, asked, setting) for reason, w, _ in REASONS), c) for c in found]
    top = max((s for s, _ in weighed), default=0.0)
    total = sum(math.exp(s - top) for s, _ in weighed)
    return sorted(((math.exp(s - top) / total, c) for s, c in weighed), key=lambda x: (-x[0], x[1].place.place_id))


def reasons_of(c: Candidate, asked: Asked, setting: Setting) -> list[tuple[float, str]]:
    """What speaks for a candidate (above 0) and against it, the strongest first."""
    gains = [(round(w * reason(c, asked, setting), 2), sentence) for reason, w, sentence in REASONS]
    return sorted((gain for gain in gains if gain[0]), key=lambda gain: (-abs(gain[0]), gain[1]))


def may_stand(c: Candidate, asked: Asked, setting: Setting) -> bool:
    """Whether a candidate may stand at all: one known by its consonants, by a by-name or as a hamlet must lie where the document plays."""
    if c.place.kind in ("country", "area", "sea", "road", "border") and c.how != "skeleton" and not asked.name.site:
        return True
    here = setting.countries.get(c.place.country or "", 0.0) >= _COUNTRY_SHARE or _near(c, asked, setting) > _NEAR_ENOUGH
    if here or asked.name.site:
        return here
    if _within(c, asked, setting):
        return True
    usual = _usual(c, asked, setting) == 1.0 and len(fold_name(asked.name.text)) > 2
    return c.how != "skeleton" and (usual or c.place.population >= _WELL_KNOWN)


def _same_spot(place: Place, best: Place) -> bool:
    """Whether two candidates are at one place, such as a town and the district or province around it."""
    if place.lat is None or place.lon is None or best.lat is None or best.lon is None:
        return False
    reach = _SPOT_KM + sum((p.radius_km or 0) for p in (place, best) if p.kind == "admin1")
    return kilometres(place.lat, place.lon, best.lat, best.lon) <= reach


def _explain(best: Candidate, asked: Asked, setting: Setting) -> str:
    if best.place.lat is None and best.place.kind in ("admin1", "admin2", "town"):
        return "known by name and division, but the gazetteer has no point for it"
    if len(asked.name.found) == 1:
        return f"the only place of this name ({best.how} match)"
    gains = [(w * reason(best, asked, setting), sentence) for reason, w, sentence in REASONS if reason is not _alike]
    return "; ".join(sentence for gain, sentence in sorted(gains, key=lambda g: -g[0])[:2] if gain > 0.3) or "the likeliest of several"


def setting_of(asked: Sequence[Asked], adjectives: Mapping[str, int], chosen: Sequence[Choice] = ()) -> Setting:
    """The document's countries by its unambiguous names and nationality adjectives; with choices made, also points."""
    countries: dict[str, float] = defaultdict(float)
    for code, times in adjectives.items():
        countries[code] += min(times, 4) * 0.5
    for one in asked:
        if country := _sole_country(one.name.found):
            countries[country] += 1
    places = [c.candidate.place for c in chosen if c.candidate]
    for place in places:
        countries[place.country or ""] += 0.5
    points = {(p.place_id, p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None and _is_local(p)}
    divided = (c.place for one in asked for c in one.name.found if c.place.kind == "admin1" and c.likeness > _SAME_NAME)
    named = frozenset((place.country, place.admin1) for place in divided)
    likely = {fold_name(one.name.text): _likely_points(choice) for one, choice in zip(asked, chosen, strict=False)}
    return Setting(_shares(countries), tuple(sorted(points)), named, {k: v for k, v in likely.items() if v})


def _likely_points(choice: Choice) -> tuple[tuple[float, float, float], ...]:
    """Points of the places that a name may mean, with the belief in each."""
    weighed = [(choice.candidate, choice.score)] if choice.candidate else []
    near = ((c.place, belief) for c, belief in [*weighed, *choice.others] if _is_local(c.place))
    return tuple((p.lat, p.lon, belief) for p, belief in near if p.lat is not None and p.lon is not None)


def _is_local(place: Place) -> bool:
    """Whether a place is small enough for others to be near it."""
    return place.kind not in ("country", "sea") and (place.radius_km or 0) < _WIDE_KM


def _sole_country(found: tuple[Candidate, ...]) -> str | None:
    if named := [c for c in found if c.place.kind == "country" and c.likeness > _SAME_NAME]:
        return named[0].place.country
    codes = {c.place.country for c in found if c.how != "skeleton"}
    telling = any(c.place.kind == "admin1" or c.place.population >= _TELLING or c.place.place_id.startswith("sayso:") for c in found)
    return next(iter(codes)) if len(codes) == 1 and telling else None


def _shares(counts: dict[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {key: n / total for key, n in counts.items()} if total else {}
