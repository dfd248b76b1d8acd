"""Sites by their whole names: an airport or a bridge that stands behind a town's name is not the town ("Aris airport")."""

import re

from msgspec import structs

from sayso.model.mentions import PlaceMention

_NOT_BEFORE = (
    r"(?![\w-])(?! (?:of|by|map|road|hospital|clinic|camp|school|shelter|protests?|fighting|battles?|clashes|vendors?|gangs?|markets?"
    r"|guards?|commanders?|staff|workers?|officials?|authorities|security)\b)"
)
"""Not before another noun that the word only tells the kind of ("a prison guard"), and never before a place where people are treated,
taught or sheltered."""
_NAMED = re.compile(
    r" (?:(?:military|international|civil(?:ian)?|naval|army|air force|oil|border) )?"
    rf"(?:airport|airfield|air ?base|base|bridge|prison|dam|oil ?field|gas field|refinery|power plant|roundabout|academy){_NOT_BEFORE}",
    re.IGNORECASE,
)
_WAY = re.compile(rf" (?:main |ring )?(?:street|square|road|highway|station|mountains?|hills?|forest){_NOT_BEFORE}", re.IGNORECASE)
"""What annotators take into the name: in 1,450 articles 43 airports have the word and 4 not, streets 31 and 1, roads 46 and 7, bridges 13
and 5. They are divided on camps, hospitals and schools."""

_JOINED = re.compile(r"\s?[-\u2013\u2014/]\s?$")
_TOWN = 1
"""ACLED's geo_precision of a town."""


def with_site(text: str, place: PlaceMention) -> PlaceMention:
    """A place with the word for a site that stands behind its name.

    A site named for a town is in or near it and has no id of its own; where the gazetteer holds the site, or words shift the place, all but
    the words stays as it is. A street or hill is named only for what no gazetteer holds: "Mosul street fighting" is in Mosul.

    >>> text = "They hold Aris airport."
    >>> town = PlaceMention(start=10, end=14, text="Aris", name="Aris", place_id="sayso:aris", lat=35.0, lon=36.0, geo_precision=1)
    >>> with_site(text, town).text, with_site(text, town).place_id, with_site(text, town).radius_km
    ('Aris airport', None, 15.0)
    """
    unknown = place.place_id is None
    hit = _NAMED.match(text, place.end) or (_WAY.match(text, place.end) if unknown else None)
    if hit is None or place.is_country or place.is_division or _JOINED.search(text[max(0, place.start - 3) : place.start]):
        return place
    whole = structs.replace(place, end=hit.end(), text=text[place.start : hit.end()])
    if unknown or place.relation is not None or place.geo_precision != _TOWN or _NAMED.search(f" {place.name}"):
        return whole
    return whole.as_site_of(place.name or place.text)
