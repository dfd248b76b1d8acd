"""Documents as arrays: pieces with hints, and for every piece what the heads should say; -1 where nothing is to be learned."""

import json
import random
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.claims.hints import list_hints
from sayso.claims.speakers import find_attributions
from sayso.documents import DocumentOptions, read_documents
from sayso.gazetteer import Gazetteer
from sayso.language.sentences import spans_of
from sayso.mentions.parties_and_places import find_parties_and_places
from sayso.mentions.quantities import find_figures
from sayso.mentions.times import find_times
from sayso.model.articles import Article
from sayso.model.mentions import Attribution, Mentions
from sayso.model.vocabulary import EVENT_CLASSES
from sayso.reading.heads import HINTS, ROLES, SPANS, STATUSES
from sayso.reading.pieces import Hint, Pieces, cut_pieces
from training.documents import Document, Span, Trigger, Voice
from training.swaps import PREFIX, SUFFIX

OPEN = -1
_VOICES_EACH = 40
"""Words of a document of PolNeAR that are asked whose words they are, drawn anew for every pass."""


@dataclass(frozen=True)
class Link:
    """What one trigger points at: a row of the roles over the pieces of its document; `first` is the trigger's piece."""

    first: int
    roles: dict[int, tuple[np.ndarray, np.ndarray]]
    """Number of a role -> pieces that it points at, pieces left open; a role that is missing is not learned from."""


@dataclass(frozen=True)
class Example:
    """One document ready to learn from."""

    name: str
    corpus: str
    pieces: Pieces
    triggers: np.ndarray
    statuses: np.ndarray
    hedged: np.ndarray
    inside: np.ndarray
    begins: np.ndarray
    links: Sequence[Link]
    voices: Sequence[tuple[np.ndarray, np.ndarray, np.ndarray]]
    """Pieces of source, cue and content of each attribution, smallest content last."""

    @property
    def source(self) -> str:
        """The corpus that it is of, whatever its publisher and whether its places have other names."""
        return self.corpus.removeprefix(PREFIX).split("/")[0]

    @property
    def swapped(self) -> bool:
        """Whether its places have other names than in the text that it is made of."""
        return self.corpus.startswith(PREFIX)

    @property
    def text_name(self) -> str:
        """The name of the text that it is made of."""
        return self.name.removesuffix(SUFFIX)


@dataclass(frozen=True)
class Seen:
    """What the rules see in one document."""

    name: str
    sentences: Sequence[Span]
    hints: Sequence[Hint]


def read_articles(
    rows: Sequence[Mapping[str, Any]], gazetteer: Gazetteer
) -> Iterator[tuple[Article, Mentions, tuple[Attribution, ...], tuple[Hint, ...]]]:
    """Articles in the shape of JSON Lines with all that the rules see in them; those that cannot be read are left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf8")
        for article in read_documents([str(path)], options=DocumentOptions()):
            (actors, places), times = find_parties_and_places(article, gazetteer), find_times(article)
            figures = find_figures(article, times)
            mentions = Mentions(places=places, actors=actors, times=times, figures=figures)
            said = find_attributions(article, actors)
            yield article, mentions, said, list_hints(article, mentions, said)


def read_hints(documents: Sequence[Document], gazetteer: Gazetteer) -> Iterator[Seen]:
    """What the rules see in every document that can be read, in order."""
    rows = [{"article_id": d.name, "text": d.text, "published": d.published, "publisher": d.publisher, "title": d.title} for d in documents]
    for article, _, _, hints in read_articles(rows, gazetteer):
        yield Seen(article.article_id, spans_of(article), hints)


def _range(pieces: Pieces, spans: Sequence[Span]) -> np.ndarray:
    return np.array(sorted({at for span in spans for at in range(*pieces.covering(span))}), dtype=np.int64)


def _link(pieces: Pieces, trigger: Trigger) -> Link:
    roles = {}
    for role, spans in trigger.links.items():
        roles[ROLES.index(role)] = (_range(pieces, spans), _range(pieces, trigger.open.get(role, ())))  # type: ignore[arg-type]
    return Link(pieces.covering(trigger.span)[0], roles)


def _trigger_rows(document: Document, pieces: Pieces) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Labels of classes, status and doubt; words of a class inside a claim of that class that are not its trigger are left open."""
    size = len(pieces.ids)
    if document.triggers is None:
        return np.full((size, len(EVENT_CLASSES)), OPEN), np.full(size, OPEN), np.full(size, OPEN)
    triggers, statuses, hedged = np.zeros((size, len(EVENT_CLASSES)), dtype=np.int64), np.full(size, OPEN), np.full(size, OPEN)
    if document.rejected is not None:
        triggers[:] = OPEN
        for event, clause in (*document.rejected, *((told.event, told.clause) for told in document.triggers)):
            triggers[slice(*pieces.covering(clause)), EVENT_CLASSES.index(event)] = 0  # type: ignore[arg-type]
    for told in document.triggers:
        number = EVENT_CLASSES.index(told.event)  # type: ignore[arg-type]
        first, last = pieces.covering(told.clause)
        hinted = pieces.hints[first:last, HINTS.index(f"word_{told.event}")] > 0
        triggers[first:last, number][hinted & (triggers[first:last, number] == 0)] = OPEN
    for told in document.triggers:
        first, last = pieces.covering(told.span)
        triggers[first:last, EVENT_CLASSES.index(told.event)] = 1  # type: ignore[arg-type]
        statuses[first:last], hedged[first:last] = STATUSES.index(told.status), int(told.hedged)
    return triggers, statuses, hedged


def _span_rows(document: Document, pieces: Pieces) -> tuple[np.ndarray, np.ndarray]:
    inside = np.full((len(pieces.ids), len(SPANS)), OPEN)
    begins = inside.copy()
    labelled = {kind: list(spans) for kind, spans in document.spans.items()}
    if document.voices is not None:
        labelled |= {f"said_{part}": [s for v in document.voices for s in getattr(v, part)] for part in ("source", "cue", "content")}
    for kind, spans in labelled.items():
        number = SPANS.index(kind)
        inside[:, number] = begins[:, number] = 0
        for span in document.unsure.get(kind, ()):
            inside[slice(*pieces.covering(span)), number] = begins[slice(*pieces.covering(span)), number] = OPEN
        for span in spans:
            first, last = pieces.covering(span)
            inside[first:last, number] = 1
            begins[first : first + 1, number] = 1
    return inside, begins


def _voice(pieces: Pieces, voice: Voice) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return _range(pieces, voice.source), _range(pieces, voice.cue), _range(pieces, voice.content)


def example_of(document: Document, sentences: Sequence[Span], hints: Sequence[Hint]) -> Example:
    """A document with its hints as arrays."""
    pieces = cut_pieces(document.text, sentences, hints)
    pieces = msgspec.structs.replace(pieces, hints=pieces.hints > 0)
    triggers, statuses, hedged = _trigger_rows(document, pieces)
    inside, begins = _span_rows(document, pieces)
    voices = sorted((_voice(pieces, v) for v in document.voices or ()), key=lambda v: -len(v[2]))
    links = [_link(pieces, t) for t in (*(document.triggers or ()), *document.linked) if pieces.covering(t.span)[0] < len(pieces.ids)]
    return Example(document.name, document.corpus, pieces, triggers, statuses, hedged, inside, begins, links, voices)


def draw_voices(example: Example, draw: random.Random) -> list[Link]:
    """Words drawn from an attributed text, each pointing at the words that name whose it is, or at nothing."""
    words = [at for at in range(len(example.pieces.ids)) if example.pieces.ends[at] - example.pieces.starts[at] > 3]
    owner: dict[int, np.ndarray] = {}
    for source, cue, content in example.voices:
        owner |= {int(at): source for at in (*content, *cue)}
    nothing = np.zeros(0, dtype=np.int64)
    number = ROLES.index("voice")
    drawn = draw.sample(words, min(_VOICES_EACH, len(words)))
    return [Link(at, {number: (owner.get(at, nothing), nothing)}) for at in sorted(drawn)]
