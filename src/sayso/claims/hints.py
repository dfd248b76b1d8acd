"""What the tables and grammars say of an article's words, handed to the network beside the words themselves."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.claims.quoted_runs import quotations_of
from sayso.claims.triggers import read_words
from sayso.language.sentences import sentences_of
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, Attribution, Mentions
from sayso.model.vocabulary import CROWDS
from sayso.reading.pieces import Hint

_ARMED = frozenset({"state_forces", "external_forces", "rebel_group", "political_militia", "identity_militia"})
_BLOCKS: Mapping[str, str] = {"title": "title", "caption": "caption", "heading": "heading"}


def list_hints(article: Article, mentions: Mentions, attributions: Sequence[Attribution]) -> tuple[Hint, ...]:
    """Every hint of an article: its mentions, who says what by the rules, its triggers, where its words stand."""
    return (
        *_of_mentions(mentions),
        *(Hint(*span, channel) for said in attributions for channel, spans in _parts(said) for span in spans),
        *(Hint(b.start, b.end, _BLOCKS[b.kind]) for b in article.blocks if b.kind in _BLOCKS),
        *_of_words(article),
    )


def _parts(said: Attribution) -> tuple[tuple[str, Sequence[Span]], ...]:
    return (("source", said.source), ("cue", said.cue), ("content", said.content))


def _of_mentions(mentions: Mentions) -> Iterator[Hint]:
    for place in mentions.places:
        yield Hint(place.start, place.end, "country" if place.is_country else "division" if place.is_division else "town")
    yield from (Hint(a.start, a.end, _channel(a)) for a in mentions.actors)
    yield from (Hint(t.start, t.end, "time") for t in mentions.times)
    yield from (Hint(f.start, f.end, "figure") for f in mentions.figures)


def _channel(actor: ActorMention) -> str:
    if actor.kind == "person":
        return "person"
    return "people" if actor.kind in CROWDS else "armed" if actor.kind in _ARMED else "group"


def _of_words(article: Article) -> Iterator[Hint]:
    for block in article.blocks:
        yield from (Hint(*quote, "quoted") for quote in quotations_of(article.text, (block.start, block.end)))
    for sentence in sentences_of(article):
        tokens, triggers = read_words(article.text, (sentence.start, sentence.end))
        for trigger in triggers:
            yield Hint(tokens[trigger.first].start, tokens[trigger.last].end, f"word_{trigger.rule.event}")
