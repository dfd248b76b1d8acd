"""Rows for the gazetteer that Sayso adds itself, from the reviewed table knowledge/places/supplement.csv."""

import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from typing import cast

import msgspec

from sayso.errors import KnowledgeError
from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.rows import GazetteerRow, kept_names
from sayso.gazetteer.spelling import fold_name, plain_words, skeleton_of
from sayso.model.places import Place, PlaceKind

SAME_TOWN_KM = 12.0
"""A row that shares a name with a town of the packages this near, in the same country, names that town; else it is a place of its own."""


def read_supplement(admin1_codes: dict[tuple[str, str], str]) -> list[GazetteerRow]:
    """Rows of the table; `admin1_codes` gives a division's code by country and English name.

    Raises KnowledgeError where the table names a division that is not known.
    """
    text = files("sayso.knowledge").joinpath("places", "supplement.csv").read_text(encoding="utf8")
    return [_row(line, admin1_codes) for line in csv.DictReader(text.splitlines())]


def _row(line: dict[str, str], admin1_codes: dict[tuple[str, str], str]) -> GazetteerRow:
    country, admin1 = line["country"] or None, line["admin1"] or None
    code = admin1_codes.get((country or "", admin1)) if admin1 else None
    if admin1 and code is None:
        raise KnowledgeError(f"supplement.csv: no division {admin1!r} in {country!r} ({line['name']}); see admin1_names.yaml")
    words = [*plain_words(line["name"]), *((country or "").lower().split()), *plain_words(admin1 or "")]
    place = Place(
        place_id="sayso:" + re.sub("[^a-z0-9-]", "", "-".join(words)), name=line["name"], kind=cast(PlaceKind, line["kind"]),
        country=country, admin1=admin1, lat=float(line["lat"]) if line["lat"] else None, lon=float(line["lon"]) if line["lon"] else None,
        radius_km=float(line["radius_km"]) if line["radius_km"] else None, source=line["source"],
    )  # fmt: skip
    others = [n for n in line["other_names"].split("|") if n]
    return GazetteerRow(place, code, (*kept_names(line["name"], others), *(o for o in others if len(o) == 2)))


def _keys(row: GazetteerRow) -> set[str]:
    return {k for name in row.names for k in (fold_name(name), skeleton_of(name)) if k}


def merge_supplement(rows: Iterable[GazetteerRow], added: list[GazetteerRow]) -> list[GazetteerRow]:
    """Give the names of added towns to the package's towns that they are (whose point stays), and append the places that are new."""
    towns: dict[tuple[str | None, str], list[int]] = defaultdict(list)
    countries, merged = {a.place.country for a in added}, list(rows)
    for i, row in enumerate(merged):
        if row.place.kind == "town" and row.place.country in countries:
            for key in _keys(row):
                towns[row.place.country, key].append(i)
    for row in added:
        near = {i for key in sorted(_keys(row)) for i in towns[row.place.country, key] if _is_near(merged[i].place, row.place)}
        if row.place.kind == "town" and near:
            i = min(near, key=lambda i: (_apart(merged[i].place, row.place), i))
            merged[i] = _joined(merged[i], row)
        else:
            merged.append(row)
    return merged


def _apart(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def _is_near(a: Place, b: Place) -> bool:
    return _apart(a, b) <= SAME_TOWN_KM


def _joined(town: GazetteerRow, added: GazetteerRow) -> GazetteerRow:
    """The package's town under the added row's usual name, with the names of both."""
    radius = max(town.place.radius_km or 0, added.place.radius_km or 0)
    place = msgspec.structs.replace(town.place, name=added.place.name, radius_km=radius)
    return GazetteerRow(place, town.admin1_code, kept_names(added.place.name, [*town.names, *added.names]))
