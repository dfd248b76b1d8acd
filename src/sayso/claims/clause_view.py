"""A happening as its slots see it: the sentence around it, the mentions of both, and what else that sentence tells."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

import msgspec

from sayso.claims.speakers import with_speakers
from sayso.language.sentences import Sentence, sentences_of
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import ActorMention, Attribution, FigureMention, Mentions, PlaceMention, TimeMention
from sayso.reading.heads import Role
from sayso.reading.sight import Reach, Sight


class Spanned(Protocol):
    """Whatever has a start and an end in the text."""

    @property
    def start(self) -> int:
        """First character."""
        ...

    @property
    def end(self) -> int:
        """One past the last character."""
        ...


Some = TypeVar("Some", bound=Spanned)


class ClauseView(msgspec.Struct, frozen=True, kw_only=True):
    """One happening with its sentence; the mentions are those of the sentence, in order, each kind by itself.

    `siblings` are all happenings of the sentence, this one among them; `title` tells that the sentence is the headline.
    """

    text: str
    happening: Happening
    sentence: Span
    block: int
    index: int
    title: bool
    siblings: tuple[Happening, ...]
    places: tuple[PlaceMention, ...]
    actors: tuple[ActorMention, ...]
    times: tuple[TimeMention, ...]
    figures: tuple[FigureMention, ...]
    said: tuple[Attribution, ...]
    speakers: tuple[Span, ...]
    """The words that name those who speak in the sentence and how, without clauses that describe them."""
    reach: Mapping[Role, Reach]
    sight: Sight

    def points(self, role: Role, span: Span) -> float:
        """How likely the trigger points at a stretch of text in one role, by the network."""
        return self.reach[role].of(span)

    def reads(self, kind: str, span: Span) -> float:
        """How likely a stretch of text is a name of a kind, by the network."""
        return self.sight.inside_of(kind, span)

    @property
    def clause(self) -> Span:
        """Start and end of the clause that the trigger stands in."""
        return self.happening.start, self.happening.end

    def holds(self, one: Spanned) -> bool:
        """Whether a mention stands in the clause itself."""
        return self.happening.start <= one.start and one.end <= self.happening.end

    def quotes(self, one: Spanned) -> bool:
        """Whether a mention stands in the words that are quoted as the claim's evidence."""
        start, end = self.happening.evidence
        return start <= one.start and one.end <= end

    def distance(self, one: Spanned) -> int:
        """Characters between a mention and the trigger."""
        start, end = self.happening.trigger
        return max(0, one.start - end, start - one.end)


def inside(ordered: Sequence[Some], span: Span) -> tuple[Some, ...]:
    """Mentions of an ordered list that lie in a span.

    >>> from sayso.model.mentions import TimeMention
    >>> days = [TimeMention(start=s, end=s + 3, text="day", type="DATE") for s in (0, 5, 9)]
    >>> [d.start for d in inside(days, (4, 12))]
    [5, 9]
    """
    first = bisect_left(ordered, span[0], key=lambda one: one.start)
    last = bisect_right(ordered, span[1], key=lambda one: one.start)
    return tuple(one for one in ordered[first:last] if one.end <= span[1])


_ASIDE = re.compile(r",? (?:which|who|whose|where)\b")


def head_of(text: str, span: Span) -> Span:
    """The words that name somebody, without the clause that describes them (", which hosts ...").

    >>> text = "Tarmin, which hosts 40 families"
    >>> text[slice(*head_of(text, (0, len(text))))]
    'Tarmin'
    """
    aside = _ASIDE.search(text, *span)
    return (span[0], aside.start()) if aside else span


def _sentence_at(sentences: Sequence[Sentence], happening: Happening) -> int | None:
    """Index of the sentence that holds the trigger, or the one that holds the start of the clause."""
    for at in (happening.trigger[0], happening.start):
        found = bisect_right(sentences, at, key=lambda s: s.start) - 1
        if found >= 0 and at < sentences[found].end:
            return found
    return None


_MOST = 150
"""Mentions and happenings on either side of a happening that are seen: a text without full stops may have hundreds in one sentence."""


def _around(ordered: Sequence[Some], happening: Happening) -> tuple[Some, ...]:
    """Those of an ordered list that stand nearest to a happening; all, in any sentence of an article."""
    at = bisect_left(ordered, happening.start, key=lambda one: one.start)
    return tuple(ordered[max(0, at - _MOST) : at + _MOST])


def _touches(one: Attribution, span: Span) -> bool:
    return any(a < span[1] and span[0] < b for a, b in (*one.source, *one.cue, *one.content))


def view_clauses(
    article: Article, happenings: Sequence[Happening], mentions: Mentions, attributions: Sequence[Attribution], sight: Sight
) -> Iterator[ClauseView]:
    """See every happening in its sentence, in the order of the text; one outside of all sentences is seen by itself."""
    sentences, told = sentences_of(article), with_speakers(attributions)
    ordered = sorted(happenings, key=lambda h: (h.start, h.end, h.event, h.trigger))
    homes = [_sentence_at(sentences, h) for h in ordered]
    by_home: dict[int | None, list[Happening]] = {}
    for happening, home in zip(ordered, homes, strict=True):
        by_home.setdefault(home, []).append(happening)
    for happening, home in zip(ordered, homes, strict=True):
        own = sentences[home] if home is not None else None
        span = (min(own.start, happening.start), max(own.end, happening.end)) if own else (happening.start, happening.end)
        said = tuple(a for a in told if _touches(a, span))
        yield ClauseView(
            text=article.text,
            happening=happening,
            sentence=span,
            block=own.block if own else -1,
            index=home if home is not None else -1,
            title=own is not None and article.blocks[own.block].kind == "title",
            siblings=_around(by_home[home], happening) if home is not None else (happening,),
            places=_around(inside(mentions.places, span), happening),
            actors=_around(inside(mentions.actors, span), happening),
            times=_around(inside(mentions.times, span), happening),
            figures=_around(inside(mentions.figures, span), happening),
            said=said,
            speakers=tuple(head_of(article.text, words) for a in said for words in (*a.source, *a.cue)),
            reach=sight.reach_of(happening.trigger, *happening.others),
            sight=sight,
        )
