"""Names of places that only the network sees: those that neither the gazetteer holds nor the words beside them give away."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import structs

from sayso.claims.clause_view import Spanned
from sayso.claims.site_names import with_site
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.tables import read_table
from sayso.language.tokens import whole_words
from sayso.model.articles import Article, Span
from sayso.model.happenings import Happening
from sayso.model.mentions import Mentions, PlaceMention
from sayso.reading.sight import Sight

INSIDE, MEANT = 0.5, 0.5
"""Probability from which words are a place's name, and from which a happening's trigger points at it.

On the held fifth of the annotated articles 50 of 91 such names are places of claims, with 0.3 and 0.5 57 of 103, with 0.7 and 0.7 41 of 60;
nationalities and directions, a third of the rest, are left out since.
"""
_MOST_WORDS = 5
_WHY = "the network reads a place's name here; the gazetteer does not hold it"


def hear_places(article: Article, mentions: Mentions, happenings: Sequence[Happening], sight: Sight) -> tuple[PlaceMention, ...]:
    """All places of an article in the order of the text, with the names of its body that only the network sees; these stay unresolved.

    A name that the article resolves elsewhere means the same place.
    """
    named: tuple[Spanned, ...] = (*mentions.places, *mentions.actors, *mentions.times, *mentions.figures)
    taken = [(one.start, one.end) for one in named]
    told = {place.text: place for place in mentions.places if place.place_id is not None and place.relation is None}
    names = [span for span in _names(article.text, sight) if article.holds_in_body(span)]
    free = [(start, end) for start, end in names if not any(a < end and start < b for a, b in taken)]
    whole = [_with_whole_name(article.text, place, names, mentions.places, told) for place in mentions.places]
    reached = [sight.reach(h.trigger)["place"] for h in happenings] if free else []
    heard = []
    for start, end in free:
        if any(reach.of((start, end)) >= MEANT for reach in reached):
            heard.append(_named(article.text, (start, end), told, _WHY))
    named_whole = (with_site(article.text, _with_second_part(article.text, place, taken)) for place in (*whole, *heard))
    return tuple(sorted(named_whole, key=lambda place: (place.start, place.end)))


def _with_whole_name(
    text: str, place: PlaceMention, names: Sequence[Span], all_of_them: Sequence[PlaceMention], told: Mapping[str, PlaceMention]
) -> PlaceMention:
    """A place whose name the rules cut short ("Wye" of "Wye River") by its whole name: the part is another place.

    It stays unresolved unless the article resolves the whole name elsewhere (`told`).
    """
    around = next((n for n in names if n[0] <= place.start and place.end <= n[1] and n != (place.start, place.end)), None)
    if around is None or place.relation is not None or place.is_country:
        return place
    if any(p is not place and p.start < around[1] and around[0] < p.end for p in all_of_them):
        return place
    more = _WORD.findall(text, around[0], place.start) + _WORD.findall(text, place.end, around[1])
    beside = (text[place.start - 1 : place.start], text[place.end : place.end + 1])
    joined = re.search(r"[/\n,;()]|\. ", text[slice(*around)]) or "-" in beside
    if not more or joined or any(not _may_open(word) or word.lower() in _no_names() for word in more):
        return place
    return _named(text, around, told, _WHY_WHOLE)


_SECOND = re.compile(r" (?:al|el|ash|as|at|ad|an|ar|az|ez|e)-[A-Z][\w'\u2019]+")


def _with_second_part(text: str, place: PlaceMention, taken: Sequence[Span]) -> PlaceMention:
    """A name that no gazetteer holds with the second part of an Arabic name ("Orum" of "Orum al-Kubra"), unless that is something else."""
    more = _SECOND.match(text, place.end)
    if more is None or place.place_id is not None or place.is_country or any(a < more.end() and more.start() < b for a, b in taken):
        return place
    return structs.replace(place, end=more.end(), text=text[place.start : more.end()])


def _named(text: str, span: Span, told: Mapping[str, PlaceMention], why: str) -> PlaceMention:
    """A name that the network reads: the place that the article resolves under it elsewhere, else one that stays unresolved."""
    name = text[slice(*span)]
    bare = PlaceMention(start=span[0], end=span[1], text=name, why=why)
    return structs.replace(told[name], start=span[0], end=span[1]) if name in told else bare


_WHY_WHOLE = "the network reads a longer name here than the gazetteer holds"
_WORD = re.compile(r"[^\W_][\w'\u2019-]*")


def _names(text: str, sight: Sight) -> Iterator[Span]:
    """Runs of whole words that the network takes for names of places, without the small words at either end."""
    for span in sight.spans("place", INSIDE):
        start, end = whole_words(text, *span)
        words = list(_WORD.finditer(text, start, end))
        while words and not _may_open(words[0][0]):
            words.pop(0)
        while words and words[-1][0][0].islower():
            words.pop()
        plain = {word[0].lower() for word in words}
        if words and len(words) <= _MOST_WORDS and not plain <= _no_names():
            yield _with_generic(text, words[0].start(), words[-1].end())


_LAST, _FIRST = re.compile(r"([^\W\d_][\w'\u2019-]*) $"), re.compile(r" ([^\W\d_][\w'\u2019-]*)")


def _with_generic(text: str, start: int, end: int) -> Span:
    """A name with the generic word before it ("Bab" of "Bab Tadmor"), and, where it is none but such a word, with the word after it."""
    before, after = _LAST.search(text, max(0, start - 20), start), _FIRST.match(text, end)
    if before and before[1][0].isupper() and before[1].lower() in _generics():
        return before.start(1), end
    if after and text[start:end].lower() in _generics() and _may_open(after[1]):
        return start, after.end(1)
    return start, end


@cache
def _generics() -> frozenset[str]:
    return frozenset(read_table("places/words")["generics"])


_FAITHS = frozenset({"shia", "shiite", "shi'ite", "sunni", "alawite", "druze", "christian", "muslim", "jewish", "yazidi", "sufi", "coptic"})


@cache
def _no_names() -> frozenset[str]:
    """Directions, words for kinds of places, nationalities, faiths and days ("Mondays strike"), which are no names by themselves."""
    words = read_table("places/words")
    directions = {*words["directions"], *(f"{d}ern" for d in words["directions"])}
    parts = {"central", "rural", "old", "greater"}
    days = {day for name in read_table("english/times")["weekdays"] for day in (name, f"{name}s")}
    kinds = {*words["types_after"], *words["sites"], *words["bodies"]}
    return frozenset({*nationality_words()} | _FAITHS | directions | parts | days | kinds)


def _may_open(word: str) -> bool:
    return word[0].isupper() or word.lower().startswith(("al-", "ash-", "ad-", "at-", "el-", "an-", "ar-", "as-", "az-"))
