"""Numbers as news writes them, in words and digits, with the value or the bounds that they state."""

import re
from typing import NamedTuple

from sayso.mentions.words import any_of, word_table

_TABLE = word_table("numbers")
_SMALL: dict[str, int] = {**_TABLE["small"], **_TABLE["tens"]}
_MAGNITUDES: dict[str, int] = _TABLE["magnitudes"]
_SUFFIXES: dict[str, int] = _TABLE["suffixes"]
_VAGUE: dict[str, list[int]] = _TABLE["vague"]
_MOST = 10**13
"""Nothing that news counts is as many: a longer run of digits is no number."""
_SHARES = {"half a": 0.5, "a half of a": 0.5, "a quarter of a": 0.25, "a": 1.0}
_PLURAL_OF: dict[str, str] = _TABLE["vague_plural_of"]
ORDINALS: dict[str, int] = _TABLE["ordinals"]

_WORD = any_of(_SMALL)
_CARDINAL = rf"{any_of(_TABLE['tens'])}[-\s]{any_of(w for w, n in _SMALL.items() if 0 < n < 10)}|{_WORD}"
_MAGNITUDE = any_of(_MAGNITUDES)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,\d])|\d{1,3}(?:[  ]\d{3})+(?!\d)|\d+\.\d+|\d+"
_SUM = rf"(?:[-\s]+{_MAGNITUDE}\b(?:\s+(?:and\s+)?(?:{_CARDINAL})\b(?!\s+(?:of|and\s+a\s+half)\b))?)"
NUMBER = (
    rf"(?:(?:half\s+an?|an?\s+(?:quarter|half)\s+of\s+an?|an?)\s+{_MAGNITUDE}\b"
    rf"|\b(?:{_CARDINAL})\b(?:\s+and\s+a\s+half\s+{_MAGNITUDE}\b|{_SUM}{{0,5}})"
    rf"|(?:{_DIGITS})(?:(?:\s+and\s+a\s+half)?(?:[-\s]+{_MAGNITUDE}\b){{1,3}}|{any_of(_SUFFIXES)}\b)?)"
)
"""Pattern of a number that states a value."""

_MANY = any_of(word for word in _VAGUE if len(word) > 5)
VAGUE_NUMBER = rf"(?:(?:several|a\s+few|few|many|some)\s+{any_of(_PLURAL_OF)}s?\b|{any_of(_VAGUE)}\b(?:\s+of\s+{_MANY}\b)?)"
"""Pattern of words that state no value but that a convention gives bounds."""


_SUFFIXED = re.compile(rf"({_DIGITS})({any_of(word.lower() for word in _SUFFIXES)})")
_SHARE = re.compile(rf"(half an?|an? (?:quarter|half) of an?|an?) ({_MAGNITUDE})")
_PART = re.compile(rf"{_DIGITS}|{_MAGNITUDE}\b|{_WORD}")
_JOINTS = re.compile(r"\band\b|[-\s]")


class Bounds(NamedTuple):
    """The least and the greatest number meant; null where the words set no limit."""

    low: int | None
    high: int | None


def value_of(digits: str) -> float:
    """The value of a number in digits, with marks or spaces between its thousands."""
    return float(re.sub(r"[,\s]", "", digits))


def magnitude_of(number: str) -> int | None:
    """What the last word or letter of a number multiplies by, or None.

    >>> [magnitude_of(n) for n in ("6 million", "twenty-five", "3k", "7")]
    [1000000, None, 1000, None]
    """
    last = re.search(r"[a-z]+$", number.lower())
    return {**_SUFFIXES, **_MAGNITUDES}.get(last.group()) if last else None


def parse_number(words: str) -> int | None:
    """The value of a number in words or digits, or None where it is no number.

    >>> [parse_number(w) for w in ("3.5 million", "twenty-five", "half a million", "two dozen", "1,200", "200k", "a hundred")]
    [3500000, 25, 500000, 24, 1200, 200000, 100]
    """
    text = re.sub(r"\s+", " ", words.strip().lower())
    if found := _SUFFIXED.fullmatch(text):
        return _counted(value_of(found[1]) * _SUFFIXES[found[2]])
    if found := _SHARE.fullmatch(text):
        return round(_SHARES[re.sub(r"\ban\b", "a", found[1])] * _MAGNITUDES[found[2]])
    half, whole = " and a half" in text, text.replace(" and a half", "")
    parts = _PART.findall(whole)
    return _counted(_sum_of(parts, half)) if parts and not _JOINTS.sub("", _PART.sub("", whole)) else None


def _counted(value: float) -> int | None:
    return round(value) if value < _MOST else None


def _sum_of(parts: list[str], half: bool) -> float:
    total, current = 0.0, 0.5 if half else 0.0
    for part in parts:
        magnitude = _MAGNITUDES.get(part)
        if magnitude is None:
            current += _SMALL[part] if part in _SMALL else value_of(part)
        elif magnitude >= 1000:
            total, current = (total + current * magnitude, 0.0) if current else (total * magnitude, 0.0)
        else:
            current *= magnitude
    return total + current


def vague_bounds(words: str) -> Bounds | None:
    """The bounds that ANNOTATION.md's conventions make of words without a number.

    >>> [vague_bounds(w) for w in ("dozens", "hundreds of thousands", "several hundred")]
    [Bounds(low=24, high=99), Bounds(low=200000, high=999999), Bounds(low=200, high=999)]
    """
    text = re.sub(r"\s+", " ", words.strip().lower())
    if found := re.fullmatch(r"(?:several|a few|few|many|some) (\w+?)s?", text):
        low, high = _VAGUE[_PLURAL_OF[found[1]]]
        return Bounds(low, high)
    first, _, second = text.partition(" of ")
    if first not in _VAGUE:
        return None
    low, high = _VAGUE[first]
    if not second:
        return Bounds(low, high)
    each = next(n for word, n in _MAGNITUDES.items() if second == f"{word}s")
    return Bounds(low * each, (high + 1) * each - 1)


def ordinal_value(word: str) -> int | None:
    """The rank that an ordinal states: "third" and "3rd" are 3."""
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word.lower())
    return int(digits[1]) if digits else ORDINALS.get(word.lower())
