"""A place with all its names, as the gazetteer file is filled with it; which names are worth keeping."""

import re
import unicodedata
from functools import lru_cache

import msgspec

from sayso.model.places import Place

_KEPT_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "HEBREW")
_CODE = re.compile(r"[A-Z0-9]{2,4}")
_MARKS = str.maketrans(dict.fromkeys("\u2018\u2019\u02bb\u02bc\u02bf\u02be`", "'"))
_RADIUS_PER_ROOT = 0.009
"""Kilometres of radius for the square root of the population: 2 million people, about 13 km; an estimate for drawing, no measurement."""

ARABIC_SCRIPT_COUNTRIES = frozenset(
    [
        "AE", "AF", "BH", "DJ", "DZ", "EG", "EH", "ER", "IL", "IQ", "IR", "JO", "KW", "LB",
        "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA", "SD", "SO", "SY", "TD", "TN", "YE",
    ]
)  # fmt: skip
"""Countries whose names reach English in many transliterations: there, names are also found by their consonants."""


class GazetteerRow(msgspec.Struct, frozen=True):
    """A place, the GeoNames code of its first-level division (`SY.12`) and its names, the usual one first."""

    place: Place
    admin1_code: str | None
    names: tuple[str, ...]


@lru_cache(maxsize=20_000)
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def is_kept(name: str) -> bool:
    """Whether a name is worth finding: three letters or more of a kept script, no airport code, no transcription in small letters.

    >>> [is_kept(n) for n in ("Idleb", "IDL", "yi de li bo", "إدلب", "伊德利卜", "Ur")]
    [True, False, False, True, False, False]
    """
    if len(name) < 3 or _CODE.fullmatch(name) or (name.isascii() and not any(c.isupper() for c in name)):
        return False
    return all(_script_of(c) in _KEPT_SCRIPTS for c in name if c.isalpha()) and any(c.isalpha() for c in name)


def kept_names(first: str, others: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The usual name, then the others worth keeping, sorted and without repeats."""
    return (first, *sorted({o for o in others if is_kept(o)} - {first}))


def plain_name(name: str, country: str | None) -> str:
    """A name as English reporting prints it: without the marks of scientific transliteration, where the country's names carry them.

    >>> plain_name("Ma‘arratmişrīn", "SY"), plain_name("Málaga", "ES")
    ("Ma'arratmisrin", 'Málaga')
    """
    if country not in ARABIC_SCRIPT_COUNTRIES:
        return name
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return name.translate(_MARKS).lstrip("'")


def town_radius(population: int) -> float:
    """Rough radius of a town in kilometres by its population; 1 where that is small or unknown."""
    return float(round(max(1.0, _RADIUS_PER_ROOT * population**0.5), 1))
