"""What should not stand in a published file: looked for in its words, by all that the ledger knows to be kept back."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

import msgspec

from sayso.knowledge.phrases import split_words
from sayso.model.articles import Span
from sayso.model.events import FiledClaim
from sayso.model.forgotten import Forgotten
from sayso.model.views import LedgerView
from sayso.model.vocabulary import Handling
from sayso.outputs.erasure import names_in
from sayso.outputs.file_words import CANNOT, words_in_file
from sayso.outputs.private_names import NameFilter
from sayso.outputs.protection import known_names, private_names, protect
from sayso.outputs.sensitive import own_names_of_sites, site_names

_RUN = 8
"""Words in a row that make a quotation known."""

_LONG = 5
"""Letters of the shortest own name of a site that is looked for without its type."""

_NUMBER = re.compile(r"-?\d{1,3}\.\d{2,}")
_NEAR = 60
"""Characters within which a latitude and a longitude make a point."""


class Leak(msgspec.Struct, frozen=True, kw_only=True):
    """Something that should not be where it is: the file and place in it, from which character to which, and what it is."""

    where: str
    start: int
    end: int
    what: str


class Unsearched(msgspec.Struct, frozen=True):
    """A part of a file that could not be searched, and why."""

    why: str


class Watch:
    """Knows what of a whole view an audience may not have: names, sites, words and points."""

    def __init__(self, view: LedgerView, open_view: LedgerView, audience: Handling, forgotten: Forgotten) -> None:
        """`view` holds everything, `open_view` what is gathered for the audience."""
        self._public = audience == "public"
        self._forgotten = forgotten
        seen = () if self._public else private_names(open_view)
        self._names = NameFilter(set(private_names(view)) - set(seen), known_names(view))
        shown = protect(open_view, audience)
        self._told = shown.view.claims
        quoted = {f.claim.id for f in self._told} - shown.retold
        self._quoted = [f for f in view.claims if f.claim.id in quoted]
        self._kept = [f for f in view.claims if f.claim.id not in quoted]

    def leaks_in(self, name: str, data: bytes) -> Iterator[Leak | Unsearched]:
        """All that should not stand in a file, in the order of its parts; each words once."""
        seen: set[tuple[str, str]] = set()
        for where, words in words_in_file(name, data):
            if where.startswith(CANNOT):
                yield Unsearched(where)
                continue
            for what, search in self._searches:
                for start, end in search(words):
                    key = (what, words[start:end].casefold())
                    if key not in seen:
                        seen.add(key)
                        yield Leak(where=where, start=start, end=end, what=what)

    @cached_property
    def _searches(self) -> tuple[tuple[str, Callable[[str], Iterable[Span]]], ...]:
        of_public: tuple[tuple[str, Callable[[str], Iterable[Span]]], ...] = (
            ("the name of a site that shelters or treats people", self._sites),
            ("the point of a place that is told for its area only", self._points),
        )
        of_all: tuple[tuple[str, Callable[[str], Iterable[Span]]], ...] = (
            ("the name of a private person", self._names.spans_in),
            ("the name of somebody who was to be forgotten", self._forgotten_names),
            ("words of a claim that is kept back or told otherwise", self._quotations),
        )
        return (*of_public, *of_all) if self._public else of_all

    def _forgotten_names(self, words: str) -> Iterator[Span]:
        for found in names_in(words, self._forgotten) if self._forgotten.persons else ():
            at = words.index(found)
            yield at, at + len(found)

    def _sites(self, words: str) -> Iterator[Span]:
        folded = words.casefold()
        for site in self._site_names:
            hit = re.search(rf"(?<!\w){re.escape(site)}(?!\w)", folded)
            if hit:
                yield hit.span()

    @cached_property
    def _site_names(self) -> list[str]:
        told = [text for f in self._kept for text in (f.claim.evidence, *(p.name or p.text for p in f.claim.places))]
        known = {word.casefold() for f in self._told for p in f.claim.places for word in (p.name or "", p.text)}
        whole = {hit[0].casefold().removeprefix("the ") for text in told for hit in site_names().finditer(text)}
        own = {name for text in told for name in own_names_of_sites(text) if len(name) >= _LONG}
        return sorted((whole | own) - known)

    def _quotations(self, words: str) -> Iterator[Span]:
        spelled = split_words(words)
        folds = [w.fold for w in spelled]
        for at in range(len(folds) - _RUN + 1):
            if tuple(folds[at : at + _RUN]) in self._runs and (at == 0 or tuple(folds[at - 1 : at + _RUN - 1]) not in self._runs):
                yield spelled[at].start, spelled[at + _RUN - 1].end

    @cached_property
    def _runs(self) -> frozenset[tuple[str, ...]]:
        return frozenset(_runs_of(self._kept) - _runs_of(self._quoted))

    def _points(self, words: str) -> Iterator[Span]:
        numbers = [(m.start(), m.end(), round(float(m[0]), 2)) for m in _NUMBER.finditer(words)]
        for (start, middle, one), (_, end, other) in itertools.pairwise(numbers):
            if end - middle <= _NEAR and ((one, other) in self._kept_points or (other, one) in self._kept_points):
                yield start, end

    @cached_property
    def _kept_points(self) -> frozenset[tuple[float, float]]:
        return frozenset(_points_of(self._kept) - _points_of(self._told))


def _runs_of(claims: Iterable[FiledClaim]) -> set[tuple[str, ...]]:
    spelled = (tuple(w.fold for w in split_words(f.claim.evidence)) for f in claims)
    return {folds[at : at + _RUN] for folds in spelled for at in range(len(folds) - _RUN + 1)}


def _points_of(claims: Iterable[FiledClaim]) -> set[tuple[float, float]]:
    """Points of towns and sites; those of divisions and countries tell nothing."""
    places = (p for f in claims for p in f.claim.places if not (p.is_country or p.is_division))
    return {(round(p.lat, 2), round(p.lon, 2)) for p in places if p.lat is not None and p.lon is not None}
