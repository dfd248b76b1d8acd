"""Texts whose places have other names: towns are drawn from the gazetteer, so that a reader learns from the words around a name.

A third of the drawn names are spelled so that no gazetteer holds them. Half of these texts whose claims are labelled lose their commas and
apostrophes too, as the texts of some archives have.
"""

import random
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from sayso.knowledge.actors import load_countries
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.tables import read_table
from training.documents import Document, Span, Trigger, find_all

SUFFIX, PREFIX = "+swapped", "swapped/"
"""What the name of a text with other place names ends with, and its corpus begins with."""
SWAPPED = ("gold", "annotated", "reports", "lgl", "humset")
"""Corpora that are learned from with other names too."""
_UNKNOWN = 1 / 3
_BARE, _DROPPED = 1 / 2, re.compile(r"[,'\u2018\u2019]")
"""Share of texts with claims that lose marks, and the marks that FA-KES lacks ("Syrias 300000 refugees")."""
_VOWELS = "aeiou"
_SPARED = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "u.s", "u.s.", "u. s.", "u.k.", "u.n.",
    "africa", "asia", "europe", "america", "latin america", "middle east",
})  # fmt: skip


def read_names(gazetteer: Path) -> list[str]:
    """Names of all towns of a gazetteer that are one to three words in Latin letters, in order."""
    with sqlite3.connect(f"file:{gazetteer}?mode=ro", uri=True) as db:
        rows = db.execute("SELECT DISTINCT name FROM place WHERE kind = 'town' ORDER BY name").fetchall()
    return [name for (name,) in rows if re.fullmatch(r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}", name)]


def with_swaps(documents: Sequence[Document], gazetteer: Path) -> Iterator[Document]:
    """All documents, and those of SWAPPED that name a town once more with other names."""
    names = read_names(gazetteer)
    for document in documents:
        yield document
        if document.corpus in SWAPPED and (swapped := swap_places(document, names)) is not None:
            yield swapped


@cache
def _country_names() -> frozenset[str]:
    return frozenset(name.lower() for country in load_countries().values() for name in (country.name, *country.also))


def spared(words: str) -> bool:
    """Whether a name is kept: a country or what is of one, a continent, a direction or kind of place ("The north"), an ordinary word."""
    bare = re.sub(r"^(?:north|south|east|west|central)(?:ern)? ", "", words.lower())
    names = _country_names() | _SPARED | set(read_table("places/ordinary_words")["words"].lower().split())
    return bool({bare, bare.removesuffix("s")} & (names | set(nationality_words()))) or bare.startswith("the ")


def swap_places(document: Document, names: Sequence[str]) -> Document | None:
    """A document whose places, save countries, have drawn names, the same one wherever it names the same words; None where it names none.

    The draw depends on nothing but the document's name. Texts whose voices are labelled, or a trigger is a place's name, are left alone.
    """
    draw = random.Random(document.name)
    named = {document.text[slice(*span)] for span in _places(document)}
    asked = sorted(words for words in named if words[0].isupper() and len(words) > 3 and not spared(words))
    drawn = {words: _spell(draw.choice(names), draw) for words in asked}
    spans = sorted({(span, new) for words, new in drawn.items() for span in find_all(document.text, words)})
    kept: list[tuple[Span, str]] = []
    for span, new in spans:
        if not kept or span[0] >= kept[-1][0][1]:
            kept.append((span, new))
    triggers = [told.span for told in (*(document.triggers or ()), *document.linked)]
    hit = any(a < end and start < b for (start, end), _ in kept for a, b in triggers)
    if not kept or hit or document.voices is not None:
        return None
    title = document.title
    for words, new in drawn.items():
        title = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", new, title) if title else title
    if document.triggers is not None and draw.random() < _BARE:
        kept = _without_marks(document.text, kept, triggers)
        title = title and _DROPPED.sub("", title)
    return replace(_moved(document, kept), title=title)


def _without_marks(text: str, swaps: Sequence[tuple[Span, str]], triggers: Sequence[Span]) -> list[tuple[Span, str]]:
    """The swaps with names bare of marks, and a swap for every mark outside of them and of triggers; no two words are run together."""
    taken = [*(span for span, _ in swaps), *triggers]
    found = [(span, _DROPPED.sub("", new)) for span, new in swaps]
    for mark in _DROPPED.finditer(text):
        start, end = mark.span()
        if not any(a < end and start < b for a, b in taken):
            around = text[start - 1 : end + 1]
            parts = re.fullmatch(r"\w,\w", around) is not None and re.fullmatch(r"\d,\d", around) is None
            found.append(((start, end), " " if parts else ""))
    return sorted(found)


def _places(document: Document) -> list[Span]:
    told = [*(document.triggers or ()), *document.linked]
    return [*document.spans.get("place", ()), *(span for trigger in told for span in trigger.links.get("place", ()))]


def _spell(name: str, draw: random.Random) -> str:
    """A name as it is, or with one vowel changed."""
    at = [k for k in range(1, len(name)) if name[k] in _VOWELS]
    if not at or draw.random() >= _UNKNOWN:
        return name
    k = draw.choice(at)
    return name[:k] + draw.choice([v for v in _VOWELS if v != name[k]]) + name[k + 1 :]


def _moved(document: Document, swaps: Sequence[tuple[Span, str]]) -> Document:
    """The document with the swaps made and every span moved along."""
    text, done, shifts = "", 0, []
    for (start, end), new in swaps:
        text += document.text[done:start]
        shifts.append((start, end, len(text), len(text) + len(new)))
        text, done = text + new, end
    text += document.text[done:]

    def moved(at: int, *, opens: bool) -> int:
        before = [shift for shift in shifts if shift[0] < at or (opens and shift[0] == at)]
        if not before:
            return at
        _, end, new_start, new_end = before[-1]
        if at >= end:
            return at - end + new_end
        return new_start if opens else new_end

    def span_of(span: Span) -> Span:
        return moved(span[0], opens=True), moved(span[1], opens=False)

    def by_kind(spans: Mapping[str, Sequence[Span]]) -> dict[str, list[Span]]:
        return {kind: [span_of(span) for span in found] for kind, found in spans.items()}

    def trigger_of(told: Trigger) -> Trigger:
        span, clause = span_of(told.span), span_of(told.clause)
        return replace(told, span=span, clause=clause, links=by_kind(told.links), open=by_kind(told.open))

    triggers = None if document.triggers is None else [trigger_of(told) for told in document.triggers]
    return replace(
        document, name=document.name + SUFFIX, corpus=PREFIX + document.corpus, text=text, triggers=triggers,
        linked=[trigger_of(told) for told in document.linked], spans=by_kind(document.spans), unsure=by_kind(document.unsure),
    )  # fmt: skip
