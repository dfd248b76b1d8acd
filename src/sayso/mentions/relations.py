"""What the words around a place name make of it: "south of", "12 km north-east of", "western outskirts", "countryside", "near"."""

import re

from sayso.gazetteer.areas import Relation, Shape
from sayso.mentions.place_words import place_words

_DIRECTION = r"(?:north|south)(?:-?(?:east|west))?|east|west"
_QUARTER = rf"(?:{_DIRECTION})(?:ern)?"
_DISTANCE = r"(?:(?P<number>\d+(?:[.,]\d+)?)\s?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi|m|met(?:er|re)s?)\b(?: away)?(?: to)?(?: the)? )?"
_KM = {"k": 1.0, "mi": 1.609, "m": 0.001}

_OF = r"of (?:the )?(?:(?:provincial |besieged )?(?:town|city|village|capital|camp) of )?$"
_BEFORE: tuple[tuple[str, Shape], ...] = (
    (rf"{_DISTANCE}(?P<way>{_DIRECTION}) {_OF}", "towards"),
    (rf"(?P<words>{_DISTANCE.removesuffix('?')}(?:away )?(?:from|outside(?: of)?)) (?:the )?(?:(?:town|city|village) of )?$", "towards"),
    (rf"(?:the )?(?P<words>(?:(?P<way>{_QUARTER}) )?entrances? to) (?:the )?(?:(?:town|city|village) of )?$", "edge"),
    (rf"(?:the )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:outskirts|edges?|entrances?|periphery|fringes?)) {_OF}", "edge"),
    (rf"(?:the )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:countryside|suburbs|environs|surroundings|hinterland)) (?:around|{_OF})", "around"),
    (rf"(?P<words>(?:(?P<way>{_QUARTER}) )?rural) $", "around"),
    (rf"(?:the )?(?P<words>(?P<way>{_QUARTER}) (?:parts?|side|half|districts|neighbou?rhoods|bank)) {_OF}", "part"),
    (r"(?P<words>in and around|(?:the )?areas? around|around|surrounding) (?:the )?(?:(?:town|city|village) of )?$", "near"),
    (r"(?P<words>near|close to|not far from|just outside|outside) (?:the )?(?:(?:town|city|village|camp) of )?$", "near"),
    (r"(?P<words>(?:near |along |towards )?(?:the |its )?(?:borders?|frontiers?) with) (?:the )?$", "border"),
    (r"(?P<words>between) (?:the )?(?:(?:towns|cities|villages|neighbou?rhoods) of )?$", "between"),
    (r"(?P<words>between) [^.;,]{2,40} and $", "between"),
    (rf"(?:the )?(?P<words>(?P<way>{_QUARTER})) $", "part"),
    (r"(?P<words>central|downtown) $", "centre"),
    (r"(?P<words>across|throughout|along|all over) (?:the )?$", "all"),
)
_AFTER: tuple[tuple[str, Shape], ...] = (
    (rf"(?:'s|\u2019s)? (?P<words>(?:(?P<way>{_QUARTER}) )?(?:outskirts|edges?|entrance|periphery))\b", "edge"),
    (rf"(?:'s|\u2019s)? (?:province(?:'s|\u2019s)? )?(?P<words>(?:(?P<way>{_QUARTER}) )?(?:countrysides?|suburbs|environs))\b", "around"),
    (rf"(?:'s|\u2019s) (?P<words>(?P<way>{_QUARTER}) (?:districts?|neighbou?rhoods?|parts?|side))\b", "part"),
    (rf"(?:'s|\u2019s) (?P<words>(?P<way>{_DIRECTION}))\b(?!ern| of)", "part"),
)
_BEFORE_PATTERNS = tuple((re.compile(p, re.I), shape) for p, shape in _BEFORE)
_AFTER_PATTERNS = tuple((re.compile(p, re.I), shape) for p, shape in _AFTER)


def find_relation(text: str, start: int, end: int, block: tuple[int, int]) -> Relation | None:
    """Relation words beside a name, looked for inside its block.

    >>> text = "A post was set up 12 km north-east of Dariya, near Qasr and on the western outskirts of Sahl."
    >>> [find_relation(text, text.index(n), text.index(n) + len(n), (0, len(text))).words for n in ("Dariya", "Qasr", "Sahl")]
    ['12 km north-east of', 'near', 'western outskirts']
    """
    left, right = text[max(block[0], start - 70) : start], text[end : min(block[1], end + 50)]
    for pattern, shape in _AFTER_PATTERNS:
        if hit := pattern.match(right):
            return _relation(hit, shape, _WAY_BEFORE.search(left))
    for pattern, shape in _BEFORE_PATTERNS:
        for hit in pattern.finditer(left):
            if hit.start() == 0 or not left[hit.start() - 1].isalnum():
                return _relation(hit, shape)
    return None


_WAY_BEFORE = re.compile(rf"\b(?P<way>{_QUARTER}) $", re.IGNORECASE)
"""The side that stands before the name whose countryside stands after it: "the western Aleppo countryside"."""


def _relation(hit: re.Match[str], shape: Shape, before: re.Match[str] | None = None) -> Relation:
    groups = hit.groupdict()
    told = groups.get("way") or (before["way"] if before else "")
    way = told.lower().removesuffix("ern")
    number = groups.get("number")
    distance = float(number.replace(",", ".")) * _in_km(groups["unit"]) if number else None
    words = groups.get("words") or re.split(r" of\b", hit.group())[0] + " of"
    words = " ".join(words.split()).replace("countrysides", "countryside")
    return Relation(words, shape, place_words().directions.get(way), distance)


def _in_km(unit: str) -> float:
    return _KM["mi"] if unit.startswith("mi") else _KM["k"] if unit.startswith("k") else _KM["m"]
