"""What is seen of a name: whether it is a person's, and whether its bearer is public by office or private."""

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.claims.person_candidates import Candidate, row_of
from sayso.knowledge.actors import party_names
from sayso.knowledge.persons import given_names, office_words
from sayso.knowledge.phrases import Word, fold_word, split_words
from sayso.knowledge.speakers import load_public_persons, public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.knowledge.verbs import verb_forms
from sayso.model.mentions import Mentions
from sayso.reading.sight import Sight

WHOLE, ALONE = "known in public", "known in public by one word"
"""What is seen of a name that the table of public persons holds, in several words or in one."""

SEVERAL = frozenset({"size 2", "size 3", "size 4"})
"""What is seen of a name of several words: one word of it that is known elsewhere makes nobody public."""

SMALL = "written small too"
"""What is seen of a name all of whose words the article also has in small letters ("People", "Buses")."""

_LEVELS = (0.05, 0.2, 0.5, 0.8)
_ROWS = ("offices", "private_roles", "private_places", "victim_verbs", "honorifics", "org_words")
_BESIDE = 3
_LEAD = 6
"""Words before a name, within its clause, whose kinds are looked at."""

_ASIDE = 14


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(fold_word(word) for word in str(read_table("places/ordinary_words")["words"]).split())


@cache
def _speech() -> frozenset[str]:
    return frozenset(verb_forms("speech_verbs", ("says", "tells", "accuses", "denies")))


@cache
def _generics() -> frozenset[str]:
    words = read_table("places/words")
    return frozenset(fold_word(str(w)) for row in ("generics", "types_after", "sites", "bodies") for w in words[row])


@cache
def _public_pairs() -> frozenset[tuple[str, str]]:
    """Given names and surnames of public persons, whatever stands between them."""
    names = (tuple(w.fold for w in split_words(name)) for p in load_public_persons() for name in (p.name, *p.also))
    return frozenset((folds[0], folds[-1]) for folds in names if len(folds) > 1)


def traits_of(text: str, one: Candidate, mentions: Mentions, sight: Sight) -> Iterator[str]:
    """Everything that is seen of one mention of a name."""
    yield from _own(one)
    yield from (f"led by {kind}" for kind in one.led_by)
    yield from _seen(one, mentions, sight)
    yield from _before(text, one)
    yield from _after(text, one)


def _own(one: Candidate) -> Iterator[str]:
    """Of the words of the name itself."""
    folds, words = one.telling, one.words[one.first : one.last]
    yield f"size {min(len(folds), 4)}"
    if not folds:
        return
    if folds[0] in given_names():
        yield "given name first"
        if len(folds) > 1:
            yield "given name first of several"
    if any(fold in given_names() for fold in folds):
        yield "given name"
    if one.folds[0] in row_of("kunya") and len(folds) > 1:
        yield "kunya"
    if all(fold in _ordinary() for fold in folds):
        yield "ordinary words"
    elif any(fold in _ordinary() for fold in folds):
        yield "an ordinary word"
    if folds[-1] in _generics() or folds[0] in _generics():
        yield "word of places"
    if any(fold in row_of("org_words") for fold in folds):
        yield "word of bodies"
    if all(word.raw.isupper() and len(word.raw) > 1 for word in words):
        yield "capitals"
    if len(folds) < len(one.folds):
        yield "particle"
    hit = public_names().longest(one.words, one.first)
    if (hit and hit[0] >= len(one.folds)) or (len(folds) > 1 and (folds[0], folds[-1]) in _public_pairs()):
        yield WHOLE if len(folds) > 1 else ALONE


def _seen(one: Candidate, mentions: Mentions, sight: Sight) -> Iterator[str]:
    """Of what the network and the tables make of it."""
    start, end = one.span
    for kind in ("person", "place", "organisation", "nationality", "time", "said_source"):
        odds = sight.inside_of(kind, (start, end))
        yield from (f"{kind} {level}" for level in _LEVELS if odds >= level)
    for place in mentions.places:
        if place.start < end and start < place.end:
            yield "place resolved" if place.place_id else "place"
            if place.start <= start and end <= place.end:
                yield "place whole"
    for actor in mentions.actors:
        if actor.start < end and start < actor.end:
            yield ("rule private" if actor.private else "rule public") if actor.kind == "person" else "party"


def _before(text: str, one: Candidate) -> Iterator[str]:
    at = one.first
    if at == 0 or not one.words[at].glued:
        mark = text[max(0, one.words[at].start - 2) : one.words[at].start].strip()[-1:]
        yield f"mark before {mark}" if mark else "opens"
        if mark in {"", ".", "\u201d", '"', "\u201c", "!", "?"}:
            return
    for number, word in enumerate(one.words[max(0, at - _BESIDE) : at][::-1]):
        yield f"b{number} {_plain(word)}"
    offices = office_words()
    ends = [hit for back in (1, 2, 3) if back <= at and (hit := offices.longest(one.words, at - back, cased=False)) and hit[0] == back]
    if ends or "office" in one.led_by:
        yield "titled" if len(one.telling) > 1 else "titled by one name"
    opens = at
    while opens > max(0, at - _LEAD) and not (opens < at and _parts(text, one.words[opens - 1], one.words[opens])):
        opens -= 1
    yield from (f"before {kind}" for kind in _kinds(one.words, opens, at))


def _after(text: str, one: Candidate) -> Iterator[str]:
    at = one.last
    if one.words[at - 1].possessive:
        yield "owns"
    if at >= len(one.words):
        yield "closes"
        return
    gap = text[one.words[at - 1].stop : one.words[at].start].strip()
    yield f"mark {gap[:1]}" if gap else "no mark"
    for number, word in enumerate(one.words[at : at + _BESIDE]):
        yield f"a{number} {_plain(word)}"
        if gap == "" and word.fold in _speech():
            yield "speaks"
    if gap[:1] in {",", "(", "\u2013", "\u2014", "-"}:
        end = at + 1
        while end < min(len(one.words), at + _ASIDE) and not _parts(text, one.words[end - 1], one.words[end]):
            end += 1
        yield from (f"aside {kind}" for kind in _kinds(one.words, at, end))
        yield from (f"aside {_plain(word)}" for word in one.words[at:end])
        yield from _told_first(one.words, at, end)
        if one.words[at].raw.isdigit() and len(one.words[at].raw) <= 2:
            yield "age"
        if end < len(one.words) and one.words[end].fold in _speech():
            yield "speaks after aside"


def _plain(word: Word) -> str:
    """A word for the table of weights: numbers alike, and words with a capital too, so that no name gets into it."""
    if word.raw[0].isdigit():
        return "#"
    return word.fold if word.raw.islower() else "^"


def _told_first(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """What an aside tells first: an office, or a private role; and whether at a private place."""
    office = next((at for at in range(first, last) if office_words().longest(words, at, cased=False)), last)
    role = next((at for at in range(first, last) if words[at].fold in row_of("private_roles")), last)
    if office != role:
        at_home = any(word.fold in row_of("private_places") for word in words[first:last])
        yield f"told first: {'an office' if office < role else 'a private role'}" + (" at a private place" if at_home else "")


def _parts(text: str, left: Word, right: Word) -> bool:
    return any(mark in text[left.stop : right.start] for mark in ',.;)\u201d\n"')


def _kinds(words: Sequence[Word], first: int, last: int) -> set[str]:
    """Kinds of words in a stretch: offices, private roles and places, nations, bodies, verbs of speech and harm."""
    found = set()
    for at in range(first, last):
        fold = words[at].fold
        found |= {row for row in _ROWS if fold in row_of(row)}
        if fold in _speech():
            found.add("speech")
        for name, index in (("office", office_words()), ("party", party_names()), ("speaker", speaker_names())):
            if index.longest(words, at, cased=name != "office"):
                found.add(name)
    return found
