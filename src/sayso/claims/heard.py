"""Attributions by the rules and the network together: what the network hears and the rules miss, what they find and it doubts."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from sayso.claims.antecedents import Context, identify_source
from sayso.claims.source_names import scene_of
from sayso.claims.speakers import nest
from sayso.language.sentences import Sentence, sentences_of
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, Attribution
from sayso.reading.heads import SPANS
from sayso.reading.sight import Sight

HEARD, DOUBTED = 0.5, 0.1
"""Probability from which the network hears a source, cue or content by itself, and below which it doubts a cue of the rules.

Set before measuring; on PolNeAR dev 0.35 to 0.6 and 0.1 to 0.3 differ by 0.03 at most.
"""
_BETWEEN = 60
"""Characters that may part a cue from what is said."""


def hear_attributions(
    article: Article, actors: Sequence[ActorMention], by_rule: Sequence[Attribution], sight: Sight
) -> tuple[Attribution, ...]:
    """The attributions of an article in the order of the text, those inside another's content with `within`."""
    sure = [said for said in by_rule if not _is_doubted(article.text, said, sight)]
    kept = [_widen(said, sure, sight) for said in sure]
    sentences = sentences_of(article)
    heard = _hear(article.text, sentences, kept, sight)
    return nest(_name(article, actors, sentences, sorted([*kept, *heard], key=_opens)))


def _opens(said: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*said.source, *said.cue, *said.content)))


def _mean(sight: Sight, kind: str, span: Span) -> float:
    first, last = sight.pieces.covering(span)
    return float(sight.inside[first:last, SPANS.index(kind)].mean()) if last > first else 0.0


def _is_doubted(text: str, said: Attribution, sight: Sight) -> bool:
    """Whether the network hears nothing where the rules found who says so; "reportedly", citations and quotations stand by their form."""
    if not said.cue or not said.source or said.direct or text[: said.source[0][0]].rstrip()[-1:] in ("(", ";"):
        return False
    return max(_mean(sight, "said_cue", cue) for cue in said.cue) < DOUBTED


def _widen(said: Attribution, others: Sequence[Attribution], sight: Sight) -> Attribution:
    """An attribution whose content takes in what the network hears to go on with it, up to where somebody else is said to speak."""
    spans = [h for h in sight.spans("said_content", HEARD) if any(h[0] < b and a < h[1] for a, b in said.content)]
    if not spans or said.direct:
        return said
    speaking = [span for other in others for span in (*other.source, *other.cue)]
    free = [s for s in spans if not any(s[0] < b and a < s[1] for a, b in speaking)]
    return structs.replace(said, content=_merge([*said.content, *free])) if free else said


def _merge(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hear(text: str, sentences: Sequence[Sentence], kept: Sequence[Attribution], sight: Sight) -> list[Attribution]:
    """Attributions that only the network hears: a cue that no rule found, with the nearest content, and the nearest source if one is told.

    On a fifth of PolNeAR's train part, with a shortly trained network: cues F1 0.693 where a source was asked for, 0.712 where it is not.
    """
    taken = [span for said in kept for span in (*said.cue, *said.source)]
    contents, sources = sight.spans("said_content", HEARD), sight.spans("said_source", HEARD)
    found = []
    for cue in sight.spans("said_cue", HEARD):
        if any(a < cue[1] and cue[0] < b for a, b in taken):
            continue
        content = _nearest(contents, cue, _BETWEEN)
        home = _home(sentences, cue)
        source = _nearest([s for s in sources if home and home[0] <= s[0] < home[1]], cue, 10 * _BETWEEN)
        if content:
            who = (source,) if source else ()
            quoted = source is not None and text[content[0]] in '"\u201c'
            found.append(Attribution(source=who, cue=(cue,), content=(content,), direct=quoted))
    return found


_POINTS_AWAY = re.compile(r"(?:their|his|her|its|my|our|your|which|that|those|these|this)\b", re.I)
"""Words of a source that name nobody by themselves and that no rule leads back."""


def _nearest(spans: Sequence[Span], to: Span, far: int) -> Span | None:
    near = [(max(0, s[0] - to[1], to[0] - s[1]), s) for s in spans]
    best = min(near, default=None)
    return best[1] if best and best[0] <= far else None


def _home(sentences: Sequence[Sentence], span: Span) -> Span | None:
    at = bisect_right(sentences, span[0], key=lambda s: s.start) - 1
    return (sentences[at].start, sentences[at].end) if at >= 0 and span[0] < sentences[at].end else None


def _name(
    article: Article, actors: Sequence[ActorMention], sentences: Sequence[Sentence], ordered: Sequence[Attribution]
) -> list[Attribution]:
    """Every attribution with the usual name of its source; the rules' own keep theirs."""
    context = Context(article.text, actors, scene_of(article.text, actors), [])
    named = []
    for said in ordered:
        if not said.source or (said.source_name is None and _POINTS_AWAY.match(article.text, said.source[0][0])):
            named.append(said)
            continue
        at = max(0, bisect_right(sentences, said.source[0][0], key=lambda s: s.start) - 1)
        who = identify_source(context, said.source[0], sentences[at].start, sentences[at].block)
        if said.source_name is None:
            said = structs.replace(said, source_name=who.name, source_kind=who.kind, speaks_for=who.speaks_for)
        named.append(said)
    return named
