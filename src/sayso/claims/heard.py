"""Attributions by the rules and the network together: what the network hears and the rules miss, what they find and it doubts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import structs

from sayso.claims.antecedents import Context, identify_source
from sayso.claims.source_names import SourceName, scene_of
from sayso.claims.source_phrases import is_speaker_noun
from sayso.claims.source_wording import without_what_is_around
from sayso.claims.source_words import word_row
from sayso.claims.speakers import nest
from sayso.knowledge.phrases import split_words
from sayso.knowledge.speakers import speaker_names
from sayso.language.sentences import Sentence, sentences_of
from sayso.language.tokens import whole_words
from sayso.model.articles import Article, Span
from sayso.model.mentions import ActorMention, Attribution
from sayso.reading.sight import Sight

HEARD, DOUBTED = 0.5, 0.1
"""Probability from which the network hears a source, cue or content by itself, and below which it doubts a cue of the rules.

Set before measuring; on PolNeAR dev 0.35 to 0.6 and 0.1 to 0.3 differ by 0.03 at most.
"""
WORDS = 0.4
"""Probability from which a word belongs to the source that the network hears (0.2 to 0.6 lie within 25 of 1,428)."""
_BETWEEN = 60
"""Characters that may part a cue from what is said."""


def hear_attributions(
    article: Article, actors: Sequence[ActorMention], by_rule: Sequence[Attribution], sight: Sight
) -> tuple[Attribution, ...]:
    """The attributions of an article in the order of the text, those inside another's content with `within`."""
    sure = [said for said in by_rule if not _is_doubted(article.text, said, sight)]
    heard_sources = sight.spans("said_source", WORDS)
    contents = sight.spans("said_content", HEARD)
    free = _free_of(contents, [span for said in sure for span in (*said.source, *said.cue)])
    kept = [_named_alone(article.text, _with_words_heard(article.text, _widen(said, free), heard_sources, actors)) for said in sure]
    sentences = sentences_of(article)
    heard = [_named_alone(article.text, said) for said in _hear(article.text, sentences, kept, contents, sight)]
    before = {k.source[0]: s.source_name for k, s in zip(kept, sure, strict=True) if k.source and k.source_name is None and s.source_name}
    return nest(_name(article, actors, sentences, sorted([*kept, *heard], key=_opens), before))


def _named_alone(text: str, said: Attribution) -> Attribution:
    """An attribution whose source is no more than the words that name it; who that is has to be asked again where words are left out."""
    words = without_what_is_around(text, said.source[0]) if said.source else None
    if words is None or words == said.source[0]:
        return said
    return structs.replace(said, source=(words, *said.source[1:]), source_name=None, source_kind=None, speaks_for=None)


def _opens(said: Attribution) -> tuple[Span, ...]:
    return tuple(sorted((*said.source, *said.cue, *said.content)))


def _is_doubted(text: str, said: Attribution, sight: Sight) -> bool:
    """Whether the network hears nothing where the rules found who says so; citations, headlines, quotations and "reportedly" stand."""
    wordless = not any(c.isalpha() for cue in said.cue for c in text[slice(*cue)])
    if wordless or not said.source or said.direct or text[: said.source[0][0]].rstrip()[-1:] in ("(", ";"):
        return False
    if any(re.search("[\u201c\u201d\"]", text[slice(*span)]) for span in said.content):
        return False
    return max(sight.inside_of("said_cue", cue) for cue in said.cue) < DOUBTED


def _free_of(contents: Sequence[Span], speaking: Sequence[Span]) -> list[Span]:
    """The contents in which nobody is said to speak."""
    ordered = sorted(speaking)
    ends = [0, *accumulate((end for _, end in ordered), max)]
    return [(start, end) for start, end in contents if ends[bisect_left(ordered, (end, 0))] <= start]


def _widen(said: Attribution, free: Sequence[Span]) -> Attribution:
    """An attribution whose content takes in what the network hears to go on with it; `free` are the contents where nobody else speaks."""
    if said.direct:
        return said
    more = [span for part in said.content for span in _meeting(free, part)]
    return structs.replace(said, content=_merge([*said.content, *more])) if more else said


def _meeting(ordered: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those of an ordered list, none of which meet, that share characters with a stretch of text."""
    first = bisect_right(ordered, span[0], key=lambda one: one[1])
    return ordered[first : bisect_left(ordered, span[1], key=lambda one: one[0])]


_TAIL = re.compile(
    r"\s(?:who|which|whose)\s.*$"
    r"|(?:\s*[,.;:]|\s+(?:in|of|at|for|near|with|from|who|which|that|on|by|and|to|earlier|also|has|have|is|was|are|were))+$",
    re.I | re.S,
)
"""What the words of a source do not end with: a clause about it, words that go on."""
_AGE = re.compile(r",? \d\d,?$")


def _whole(text: str, span: Span, actors: Sequence[ActorMention]) -> Span:
    """A span without what no source ends with (nor a person's age), with the whole of every word and name that it cuts."""
    tail = _TAIL.search(text[slice(*span)], 1)
    start, end = span[0], span[0] + tail.start() if tail else span[1]
    age = _AGE.search(text[start:end])
    if age and any(a.kind == "person" and a.end == start + age.start() for a in actors):
        end = start + age.start()
    start = min([start, *(a.start for a in actors if a.start < start < a.end)])
    end = max([end, *(a.end for a in actors if a.start < end < a.end)])
    return whole_words(text, start, end)


def _with_noun(text: str, heard: Span, by_rule: Span, actors: Sequence[ActorMention]) -> Span:
    """What is heard with the nouns and names right behind it in the rules' words ("aid | officials", "state | news agency SANA")."""
    words = split_words(text, heard[1], by_rule[1]) if heard[1] < by_rule[1] else []
    end = heard[1]
    for at, word in enumerate(words):
        named = next((a.end for a in actors if a.start <= word.start < a.end), None)
        if text[end : word.start].strip() or not (named or is_speaker_noun(words, at) or speaker_names().longest(words, at)):
            break
        end = max(end, named or word.end)
    return heard[0], end


def _with_words_heard(text: str, said: Attribution, heard: Sequence[Span], actors: Sequence[ActorMention]) -> Attribution:
    """An attribution of the rules with the words of its source as the network hears them; who that is has to be asked again.

    `heard` are all stretches that the network hears as sources. On 516 texts that the network had not seen, of 1,428 annotated sources that
    both find, the rules' words are exact for 1,154, these for 1,243.
    """
    own = said.source[0] if said.source and said.source_kind != "anonymous" else (0, 0)
    over = [h for h in heard if h[0] < own[1] and own[0] < h[1]]
    if not over:
        return said
    most = max(over, key=lambda h: (min(h[1], own[1]) - max(h[0], own[0]), -h[0]))
    words = _with_noun(text, _whole(text, _in_line_of(text, own, most), actors), own, actors)
    in_cue = any(words[0] < b and a < words[1] for a, b in said.cue)
    rest = [a for a in actors if own[0] <= a.start and a.end <= own[1] and not (words[0] < a.end and a.start < words[1])]
    one_of_two = any(a.actor_id for a in rest) and " and " in text[slice(*own)]
    if words == own or in_cue or one_of_two or _tells_less(text, own, words, said.source_kind == "witness", actors):
        return said
    return structs.replace(said, source=(words, *said.source[1:]), source_name=None, source_kind=None, speaks_for=None)


def _in_line_of(text: str, own: Span, heard: Span) -> Span:
    """What is heard in the line that the rules' words stand in."""
    end = text.find("\n", own[1])
    return max(heard[0], text.rfind("\n", 0, own[0]) + 1), min(heard[1], end if end >= 0 else len(text))


def _tells_less(text: str, own: Span, words: Span, private: bool, actors: Sequence[ActorMention]) -> bool:
    """Whether other words for a source lose what the rules' own tell: who it is, or what a comma parts off ("its spokesman, Salim Darwan").

    Of a private source nothing that follows may be lost: what is not published is known by it.
    """
    follows = (private or text[words[1] : words[1] + 1] == ",") and words[1] < own[1] and not _AGE.fullmatch(text, words[1], own[1])
    names_nobody = not re.search(r"[^\W\d_]", text[slice(*words)]) or _POINTS_AWAY.match(text, words[0]) is not None
    loses_name = any(a.kind == "person" and own[0] <= a.start < own[1] and not words[0] <= a.start < words[1] for a in actors)
    return follows or text[own[0] : words[0]].endswith(", ") or names_nobody or loses_name


def _merge(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _hear(
    text: str, sentences: Sequence[Sentence], kept: Sequence[Attribution], contents: Sequence[Span], sight: Sight
) -> list[Attribution]:
    """Attributions that only the network hears: a cue that no rule found, with the nearest content, and the nearest source if one is told.

    On a fifth of PolNeAR's train part, with a shortly trained network: cues F1 0.693 where a source was asked for, 0.712 where it is not.
    """
    taken = [span for said in kept for span in (*said.cue, *said.source)]
    sources = [span for span in sight.spans("said_source", HEARD) if any(c.isalpha() for c in text[slice(*span)])]
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
    article: Article,
    actors: Sequence[ActorMention],
    sentences: Sequence[Sentence],
    ordered: Sequence[Attribution],
    before: Mapping[Span, str],
) -> list[Attribution]:
    """Every attribution with the usual name of its source; the rules' own keep theirs, save a pronoun that they led to nobody.

    `before` are the names that sources had whose words are now others: a later "he" that stood for one stands for the new one.
    """
    renamed: dict[str | None, SourceName] = {}
    context = Context(article.text, actors, scene_of(article.text, actors), [])
    named = []
    for said in ordered:
        if not said.source or (said.source_name is None and _POINTS_AWAY.match(article.text, said.source[0][0])):
            named.append(said)
            continue
        at = max(0, bisect_right(sentences, said.source[0][0], key=lambda s: s.start) - 1)
        who = identify_source(context, said.source[0], sentences[at].start, sentences[at].block)
        if said.source[0] in before:
            renamed[before[said.source[0]]] = who
        words = article.text[slice(*said.source[0])].lower()
        unresolved = said.source_name in (None, words)
        meant = who if unresolved else renamed.get(said.source_name) if words in word_row("pronouns") else None
        if meant is not None:
            said = structs.replace(said, source_name=meant.name, source_kind=meant.kind, speaks_for=meant.speaks_for)
        named.append(said)
    return named
