"""Places as a reviewer writes them, looked up in the gazetteer."""

import re
from typing import TYPE_CHECKING, Any, get_args

from sayso.errors import InputError
from sayso.model.vocabulary import PlaceRole

if TYPE_CHECKING:
    from sayso.gazetteer import Gazetteer
    from sayso.model.claims import Claim
    from sayso.model.places import Place

_PRECISION = {"town": (1, 1), "admin2": (2, 3), "area": (2, 3), "admin1": (3, 4), "country": (3, 6)}
"""ACLED's geo_precision and UCDP's where_prec of a place of each kind."""


def place_values(written: str, claim: "Claim", gazetteer: "Gazetteer") -> Any:  # noqa: ANN401  # places as records have them
    """Places of a claim from names or ids (several with a semicolon), each with its role in front where it is not `at`: `from:Ariha`."""
    if written == "unknown":
        return written
    told = [part.strip() for part in written.split(";") if part.strip()]
    return [_place_value(part, [p for p in told if p != part], claim, gazetteer) for part in told]


def _place_value(part: str, beside: list[str], claim: "Claim", gazetteer: "Gazetteer") -> dict[str, Any]:
    role, colon, rest = part.partition(":")
    role, name = (role, rest.strip()) if colon and role in get_args(PlaceRole) else ("at", part)
    place = gazetteer.place(name) or _likeliest(name, beside, gazetteer)
    found = re.search(re.escape(name), claim.evidence)
    start, end = (claim.start + found.start(), claim.start + found.end()) if found else (claim.start, claim.end)
    geo, where = _PRECISION.get(place.kind, (None, None))
    known = {"place_id": place.place_id, "name": place.name, "country": place.country, "admin1": place.admin1}
    return {
        "start": start, "end": end, "text": name if found else claim.evidence, "role": role, **known, "lat": place.lat, "lon": place.lon,
        "radius_km": place.radius_km, "geo_precision": geo, "where_prec": where, "score": 1.0, "why": "by hand",
    }  # fmt: skip


def _likeliest(name: str, beside: list[str], gazetteer: "Gazetteer") -> "Place":
    from sayso.pipeline import rank_names

    rows, why = rank_names(name, beside, gazetteer)
    taken = next((gazetteer.place(str(row["place_id"])) for row in rows if row["taken"]), None)
    if taken is None:
        raise InputError(f"{why}; name it by its id: sayso places find {name}")
    return taken
