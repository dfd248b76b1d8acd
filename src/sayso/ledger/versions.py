"""Corrected versions of a page: which article takes the place of which, so that the earlier one is no second voice."""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sayso.model.records import Record

_WORD = re.compile(r"[^\W_]+")
_SCHEME = re.compile(r"^[a-z]+://(?:www\.)?", re.IGNORECASE)

LEAST_WORDS = 0.5
"""Least share of the longer text's words in common, of two texts under one id. Two articles at random of 211 of the Guardian, 293 of the
IDMC and 709 of FA-KES share 0.13 to 0.31 (median of 3,000 pairs each), 0.35 to 0.46 at the 99th percentile."""

LEAST_PAIRS = 0.2
"""Least share of the shorter text's pairs of words in common, of two texts at one address: a first alert grows into a report, while a front
page or a channel shows another one. Two articles at random of the same outlets share 0.03 to 0.06, 0.13 to 0.23 at the 99th percentile."""

_NEAREST = 20
"""With how many of the texts before it, under one id or address, a text is compared: the address of a channel may hold thousands."""


class Replacement(NamedTuple):
    """An article (by digest) whose place another one took: the next version of the page, the one that counts now, and why."""

    earlier: str
    following: str
    by: str
    why: str


def find_replacements(records: Iterable[Record], counted_from: Mapping[str, str]) -> tuple[Replacement, ...]:
    """Which articles are earlier versions of a page of which there is a later one, by digest; the order given does not matter.

    Versions have the same address and much the same text, or the same id and at least half of their words in common, and no two outlets.
    The later one is that of the later day of publication, or of change, as printed; of two of one day, and where a version prints
    none, the one that counted later (`counted_from`: by digest, the moment, ISO 8601, UTC).
    """
    found = []
    for page in group_versions(records, counted_from):
        last = page[-1]
        for earlier, following in pairwise(page):
            found.append(Replacement(earlier.digest, following.digest, last.digest, _tell_why(last, counted_from)))
    return tuple(sorted(found))


def group_versions(records: Iterable[Record], counted_from: Mapping[str, str]) -> tuple[tuple[Record, ...], ...]:
    """Versions of the same pages, the earliest of each page first; pages of one version alone are left out."""
    ordered = sorted(records, key=lambda r: (counted_from.get(r.digest, ""), r.digest))
    first: dict[str, str] = {}

    def first_of(digest: str) -> str:
        while digest in first:
            digest = first[digest]
        return digest

    for one, other in _same_pages(ordered):
        earlier, later = first_of(one.digest), first_of(other.digest)
        if earlier != later:
            first[later] = earlier
    pages: dict[str, list[Record]] = defaultdict(list)
    for record in ordered:
        pages[first_of(record.digest)].append(record)
    return tuple(_in_order(page, counted_from) for page in pages.values() if len(page) > 1)


def _in_order(page: Sequence[Record], counted_from: Mapping[str, str]) -> tuple[Record, ...]:
    dated = all(r.published.day for r in page)

    def order(record: Record) -> tuple[dt.date, str, str]:
        return (record.published.day or dt.date.min) if dated else dt.date.min, counted_from.get(record.digest, ""), record.digest

    return tuple(sorted(page, key=order))


def _same_pages(ordered: Sequence[Record]) -> Iterator[tuple[Record, Record]]:
    """Pairs of an earlier and a later text of one page."""
    at_address: dict[str, list[Record]] = defaultdict(list)
    under_id: dict[str, list[Record]] = defaultdict(list)
    for record in ordered:
        held = at_address[_plain_address(record.url)] if record.url else []
        yield from ((r, record) for r in _rivals(held, record) if share_of_pairs(r.text, record.text) >= LEAST_PAIRS)
        held.append(record)
        named = under_id[record.article_id]
        yield from ((r, record) for r in _rivals(named, record) if share_of_words(r.text, record.text) >= LEAST_WORDS)
        named.append(record)


def _rivals(held: Sequence[Record], record: Record) -> list[Record]:
    return [r for r in held[-_NEAREST:] if _of_one_outlet(r, record)]


def pages_of(record: Record) -> tuple[str, ...]:
    """Under what other versions of an article's page are looked for: its address and its id."""
    return (*((f"at {_plain_address(record.url)}",) if record.url else ()), f"id {record.article_id}")


def _of_one_outlet(one: Record, other: Record) -> bool:
    return one.publisher is None or other.publisher is None or one.publisher == other.publisher


def _plain_address(url: str) -> str:
    """An address without what leads to the same page: scheme, www, the last slash, the part of the page.

    >>> _plain_address("https://www.example.org/report/#top")
    'example.org/report'
    """
    return _SCHEME.sub("", url).partition("#")[0].rstrip("/")


@lru_cache(maxsize=64)
def _split(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def share_of_words(one: str, other: str) -> float:
    """The share of the longer text's words, each as often as it stands there, that the other has too.

    >>> share_of_words("Four people died.", "Seven people died on Monday.")
    0.4
    """
    left, right = Counter(_split(one)), Counter(_split(other))
    return (left & right).total() / max(left.total(), right.total(), 1)


def share_of_pairs(one: str, other: str) -> float:
    """The share of the shorter text's pairs of neighbouring words that the other has too."""
    left, right = set(pairwise(_split(one))), set(pairwise(_split(other)))
    return len(left & right) / max(min(len(left), len(right)), 1)


def _tell_why(later: Record, counted_from: Mapping[str, str]) -> str:
    """Why a version no longer counts, in a sentence."""
    day, read = later.published.day, counted_from.get(later.digest, "")[:10]
    told = [f"of {day}" if day else "", f"read on {read}" if read else ""]
    dated = ", ".join(w for w in told if w)
    return f"a later version of the page took its place{f' ({dated})' if dated else ''}"
