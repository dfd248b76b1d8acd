"""Who a source is when its words only point back: "he", "it", "the fighter", "the ministry", "the group"."""

import itertools
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from sayso.claims.source_names import Scene, SourceName, country_told, name_source
from sayso.claims.source_words import word_row
from sayso.knowledge.actors import load_countries
from sayso.knowledge.phrases import Word, split_words
from sayso.model.articles import Span
from sayso.model.mentions import ActorMention

_NUMBER = {"he": "one", "she": "one", "it": "body", "they": "many", "i": "one", "we": "many", "who": "one", "others": "others"}
_FAR = 200
"""Characters after which a person named since the last speaker is more likely the one meant by "he" (gold/train: 150 to 400 alike)."""


class Spoken(NamedTuple):
    """One who has spoken: where, in which paragraph, in which words, and who that is."""

    at: int
    block: int
    wording: frozenset[str]
    named: SourceName


class Context(NamedTuple):
    """What the reading of one article carries along: text, actors, scene, and who has spoken so far."""

    text: str
    actors: Sequence[ActorMention]
    scene: Scene
    spoken: list[Spoken]


def identify_source(context: Context, source: Span, opening: int, block: int) -> SourceName:
    """The usual name and kind of a source whose sentence starts at `opening`; pronouns and roles are led back to an earlier speaker.

    The speaker is remembered.
    """
    words = split_words(context.text, *source)
    named = _point_back(context, words, source, block) or _with_body(context, words, source, _name(context, words, source, opening))
    context.spoken.append(Spoken(source[0], block, frozenset(w.fold for w in words), named))
    return named


_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson", "spokesmen", "spox"})


def _with_body(context: Context, words: Sequence[Word], source: Span, named: SourceName) -> SourceName:
    """A spokesman with the party or body that he speaks for: the one named beside him, the one that spoke before, or as told earlier."""
    before = next((s.named for s in reversed(context.spoken) if s.named.name == named.name and s.named.speaks_for), None)
    if before is not None:
        return before
    if named.number != "one" or not any(w.fold in _SPOKESMEN for w in words):
        return named
    beside = [a for a in context.actors if source[0] <= a.start and a.end <= source[1] and a.actor_id and a.kind != "person"]
    body = next((s.named for s in reversed(context.spoken) if s.named.number == "body" and s.named.kind in _SIDES), None)
    if beside and (body is None or beside[0].text.lower().removeprefix("the ") not in _ANY_BODY):
        return named._replace(speaks_for=beside[0].name)
    return named._replace(speaks_for=body.name, kind=body.kind) if body else named


_ANY_BODY = frozenset({"coalition", "group", "front", "alliance", "movement"})
"""Words for any body: "the coalition's spokesman" is that of the coalition that spoke before."""

_SIDES = frozenset({"official", "armed_group"})


def _name(context: Context, words: Sequence[Word], source: Span, opening: int) -> SourceName:
    """The name that the words give; a bare ministry is of the country told last, and of none where its sentence tells of two."""
    mentions = [a for a in context.actors if a.start < source[1] and source[0] < a.end]
    scene = context.scene
    if any(w.fold in {"ministry", "minister"} for w in words):
        before = [(a.start, code) for a in context.actors if a.start < source[0] and (code := country_told(a))]
        rivals = {code for start, code in before if start >= opening}
        rivals |= {_nations()[w.fold] for w in split_words(context.text, opening, source[0]) if w.raw[0].isupper() and w.fold in _nations()}
        scene = scene._replace(country=None if len(rivals) > 1 else before[-1][1] if before else scene.country)
    return name_source(context.text, source, mentions, scene)


@cache
def _nations() -> dict[str, str]:
    """States by their adjectives ("turkish")."""
    return {adjective.lower(): country.code for country in load_countries().values() for adjective in country.adjectives}


def _point_back(context: Context, words: Sequence[Word], source: Span, block: int) -> SourceName | None:
    if not words:
        return None
    first = words[0]
    acronym = len(first.raw) > 1 and first.raw.isupper()
    if len(words) == 1 and first.fold in word_row("pronouns") and not acronym:
        return _antecedent(first.fold, source[0], block, context)
    if (
        first.fold != "the"
        or (len(words) > 4 and words[2].fold not in {"who", "which"})
        or any(w.possessive for w in words)
        or (words[1:2] and words[1].raw[0].isupper())
        or any((a.actor_id or a.kind == "person") and a.why is None and a.start < source[1] and source[0] < a.end for a in context.actors)
    ):
        return None
    head = next((w.fold for w, after in itertools.pairwise(words) if after.raw in {"who", "which"}), words[-1].fold)
    told = {w.fold for w in words[1:]} - {head, "same", "who", "which"} if words[-1].fold == head else set()
    earlier = next(
        (
            s.named
            for s in reversed(context.spoken)
            if head in s.wording and told <= s.wording and len(s.wording) > len(words) - 1 and s.named.name != "unspecified"
        ),
        None,
    )
    if earlier or told or head not in word_row("bodies"):
        return earlier
    return next((s.named for s in reversed(context.spoken) if s.named.number == "body"), None)


def _antecedent(pronoun: str, at: int, block: int, context: Context) -> SourceName:
    """The nearest earlier speaker that a pronoun fits; for "he" and "she" the nearest person where nobody near has spoken."""
    number = _NUMBER.get(pronoun, "one")
    fits = [s for s in context.spoken if s.named.number == number and s.named.name != "unspecified"]
    fits = [s for s in fits if not s.wording & word_row("statements")] or fits
    if not fits and number == "many":
        fits = [s for s in context.spoken if s.named.number == "body"]
    last = fits[-1] if fits else None
    if number == "one":
        person = next((a for a in reversed(context.actors) if a.end <= at and a.kind == "person"), None)
        if person and (last is None or (person.start > last.at + _FAR and last.block != block)):
            return name_source(person.text, (0, len(person.text)), (person,), context.scene)
    if last:
        return last.named
    return SourceName(pronoun, "unspecified", number)
