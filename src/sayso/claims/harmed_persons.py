"""Persons killed and hurt, told one by one: of which claim they are, and which of them are one person."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from sayso.claims.harmed_in_sentence import find_harmed
from sayso.claims.who_is_who import Told, number_persons
from sayso.language.sentences import Sentence, sentences_of
from sayso.model.articles import Article, Span
from sayso.model.claims import Claim, HarmedPersons
from sayso.model.mentions import FigureMention, Mentions
from sayso.model.vocabulary import OF_ARMS, OF_HARM

_GAP = 1
"""Sentences without a claim that go on with the claim before them: with 3 and 9 tolls of the tuned half of GVA came out no better."""

_OTHER_ACTS = re.compile(
    r"\b(?:years? ago|last year|previous(?:ly)?|this year|so far|since (?:\w+ )?\d{4}|in \d{3,4}\b|separate|another shooting"
    r"|other shootings?|unrelated|earlier this|last (?:week|month)|related article|\d+(?:st|nd|rd|th) (?:homicide|murder|killing|fatal)"
    r"|over the (?:weekend|past)|proved to be|lack of|hunger|starv\w+|malnutrition|disease|plague|natural causes)\b",
    re.I,
)
"""Sentences that tell of other acts, or of what turned out not to be so."""


def tell_harmed(article: Article, mentions: Mentions, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims with the persons whom they, or the sentence right after them, tell as killed or hurt.

    Persons have the same number wherever the words may mean the same one; their names are used for that alone and are kept nowhere.
    """
    sentences = sentences_of(article)
    holders = _holders(sentences, [c for c in claims if c.event in OF_HARM and c.status not in ("expected", "denied")])
    names = _names(article, mentions)
    told = [(at, one) for at in sorted(holders) for one in _told_in(article.text, sentences[at], at, names, mentions.figures)]
    numbers = number_persons([one for _, one in told])
    of_claim: defaultdict[str, list[HarmedPersons]] = defaultdict(list)
    last: Claim | None = None
    for (at, one), who in zip(told, numbers, strict=True):
        phrase, start = one.harmed.phrase, sentences[at].start
        span = (start + phrase.start, start + phrase.end)
        last = last if one.harmed.beside else _nearest(holders[at], span)
        if last is not None:
            measure: Literal["killed", "injured"] = "killed" if one.harmed.harm == "killed" else "injured"
            of_claim[last.id].append(HarmedPersons(span, measure, who, hit=one.harmed.harm == "hit", beside=one.harmed.beside))
    return tuple(msgspec.structs.replace(c, harmed=tuple(of_claim[c.id])) if c.id in of_claim else c for c in claims)


def _nearest(claims: Sequence[Claim], span: Span) -> Claim | None:
    """The claim nearest to words; an act of war only where they are its own, for many are told of side by side."""
    own = [c for c in claims if c.event not in OF_ARMS or (c.start <= span[0] and span[1] <= c.end)]
    return min(own, key=lambda c: (max(0, c.start - span[0], span[1] - c.end), c.start), default=None)


def _holders(sentences: Sequence[Sentence], claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    """The claims of harm of each sentence; one without a claim goes on with those before it, those that open a text with the first."""
    held = {at: [c for c in claims if c.start < s.end and s.start < c.end] for at, s in enumerate(sentences)}
    told = {at: own for at, own in held.items() if own}
    if not told:
        return {}
    first = min(told)
    gone_on = {at + step: own for at, own in told.items() for step in range(_GAP, 0, -1) if at + step in held and not held[at + step]}
    opening = dict.fromkeys(range(max(0, first - 2), first), told[first])
    return {**gone_on, **opening, **told}


def _names(article: Article, mentions: Mentions) -> tuple[str, ...]:
    persons = {a.text for a in mentions.actors if a.private or a.kind == "person"}
    return tuple(sorted(name for name in persons if name[:1].isupper() and len(name) > 2))


def _told_in(text: str, sentence: Sentence, at: int, names: Iterable[str], figures: Sequence[FigureMention]) -> list[Told]:
    words = text[sentence.start : sentence.end]
    if _OTHER_ACTS.search(words):
        return []
    inside = [(f.start - sentence.start, f) for f in figures if sentence.start <= f.start and f.end <= sentence.end]
    return [Told(at, one) for one in find_harmed(words, [n for n in names if n in words], inside)]
