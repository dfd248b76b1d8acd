"""Persons of an article, public by office or private; every mention of a private one is marked, the surname alone too."""

from collections.abc import Iterable

import msgspec

from sayso.knowledge.actors import party_names
from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import Word, split_words
from sayso.knowledge.speakers import public_names
from sayso.mentions.person_names import Evidence, NamedPerson, ends_no_name, find_names, located_names, row_of
from sayso.model.mentions import ActorMention


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person of the article: the fullest name, its words, and whether they are private (in doubt they are)."""

    name: str
    folds: tuple[str, ...]
    private: bool


def _telling(folds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f for f in folds if f not in row_of("particles"))


def gather_persons(text: str, blocks: Iterable[list[Word]]) -> tuple[Person, ...]:
    """Persons with their evidence summed over the article: an office anywhere makes one public, unless a private role speaks against it.

    A name of one word counts only where no fuller name ends with it.
    """
    evidence: dict[tuple[str, ...], set[Evidence]] = {}
    names: dict[tuple[str, ...], str] = {}
    pages = list(blocks)
    places = set().union(*(located_names(words) for words in pages)) if pages else set()
    for words in pages:
        for found in find_names(text, words):
            if words[found.first].fold in places and "office" not in found.evidence:
                continue
            key = tuple(w.fold for w in words[found.first : found.last])
            evidence.setdefault(key, set()).update(found.evidence)
            names.setdefault(key, _wording(text, words, found))
    alone_names = {_telling(k)[-1] for k in evidence if len(_telling(k)) == 1}
    evidence = {k: e for k, e in evidence.items() if e or (_telling(k)[-1:] and _telling(k)[-1] in alone_names)}
    full = [key for key in evidence if len(_telling(key)) > 1 or key[0] in row_of("kunya")]
    persons = [Person(name=names[k], folds=k, private=_is_private(k, full, evidence)) for k in full]
    alone = [k for k in evidence if k not in full and not any(_telling(k)[-1:] == _telling(f)[-1:] or k[0] == f[0] for f in full)]
    persons += [
        Person(name=names[k], folds=k, private=_is_private(k, full, evidence))
        for k in alone
        if evidence[k] & {"speech", "office", "private"}
    ]
    return tuple(persons)


def private_names_of_title(title: str) -> tuple[str, ...]:
    """Names of private persons in a title that stands apart from its text.

    >>> private_names_of_title("Karim Haddad, a baker, fled Ariha"), private_names_of_title("Defence Minister Hulusi Akar warns Damascus")
    (('Karim Haddad',), ())
    """
    words = split_words(title)
    return tuple(m.text for m in find_persons([words], gather_persons(title, [words]), title) if m.private)


def _wording(text: str, words: list[Word], found: NamedPerson) -> str:
    return text[words[found.first].start : words[found.last - 1].end]


def _is_private(key: tuple[str, ...], full: list[tuple[str, ...]], evidence: dict[tuple[str, ...], set[Evidence]]) -> bool:
    last = _telling(key)[-1:]
    same = [k for k in evidence if k == key or (k not in full and _telling(k)[-1:] == last)]
    gathered = set().union(*(evidence[k] for k in same))
    return "office" not in gathered or ("private" in evidence[key] and "office" not in evidence[key])


def _variants(person: Person) -> set[tuple[str, ...]]:
    """The full name, and the parts that later mentions use alone: surname with and without its particle, given name."""
    folds, found = person.folds, {person.folds}
    telling = _telling(folds)
    if len(telling) > 1:
        last = len(folds) - 1 - folds[::-1].index(telling[-1])
        start = last
        while start > 0 and folds[start - 1] in row_of("particles"):
            start -= 1
        found |= {folds[last:], folds[start:]}
        if folds[0] in row_of("given") and folds[0] not in row_of("particles"):
            found.add(folds[:1])
    return {v for v in found if v and v[-1] not in ends_no_name()}


def find_persons(blocks: Iterable[list[Word]], persons: tuple[Person, ...], text: str) -> tuple[ActorMention, ...]:
    """Every mention of the persons, full or in part; a part that two share is private if either is."""
    by_first: dict[str, list[tuple[tuple[str, ...], Person]]] = {}
    for person in persons:
        for variant in sorted(_variants(person)):
            by_first.setdefault(variant[0], []).append((variant, person))
    found: list[ActorMention] = []
    for words in blocks:
        at = 0
        while at < len(words):
            size, mention = _mention_at(text, words, at, by_first)
            if mention:
                found.append(mention)
            at += size
    return tuple(found)


def _mention_at(
    text: str, words: list[Word], at: int, by_first: dict[str, list[tuple[tuple[str, ...], Person]]]
) -> tuple[int, ActorMention | None]:
    first = words[at].fold
    rows = by_first.get(first, []) + (by_first.get(first[:-1], []) if first.endswith("s") else [])
    public = public_names().longest(words, at)
    if not rows and not public:
        return 1, None
    hits = [(v, p) for v, p in rows if _stands_at(v, words, at)]
    if public and public[0] == 1 and _goes_on(words, at + 1):
        if not hits:
            return 2, _mention(text, words, at, 2, text[words[at].start : words[at + 1].end], private=True)
        public = None
    if public and (not hits or public[0] >= max(len(v) for v, _ in hits)):
        return public[0], _mention(text, words, at, public[0], public[1].name, private=False)
    if not hits:
        return 1, None
    size = max(len(v) for v, _ in hits)
    longest = [p for v, p in hits if len(v) == size]
    return size, _mention(text, words, at, size, longest[0].name, private=any(p.private for p in longest))


def _goes_on(words: list[Word], at: int) -> bool:
    """Whether a name goes on with a word: "Hadi Karam" is not the president whom news calls Hadi, and private like all who are not known.

    Not with words that no name has ("Hadi Government", "Putin Russian troops"), what is theirs ("Hadi's Aden"), or in a line where most
    words have capitals.
    """
    if at >= len(words) or words[at - 1].possessive or not words[at].glued or not words[at].raw[0].isupper() or words[at].raw.isupper():
        return False
    if country_words().longest(words, at) or party_names().longest(words, at):
        return False
    near = words[max(0, at - 6) : at + 7]
    titled = sum(w.raw[0].isupper() for w in near) > 2 * len(near) / 3
    return not titled and words[at].fold not in ends_no_name() | row_of("org_words")


def _stands_at(variant: tuple[str, ...], words: list[Word], at: int) -> bool:
    size = len(variant)
    if at + size > len(words) or not any(w.raw[0].isupper() for w in words[at : at + size]):
        return False
    folds = [w.fold for w in words[at : at + size]]
    return (folds == list(variant) or folds == [*variant[:-1], variant[-1] + "s"]) and all(w.glued for w in words[at + 1 : at + size])


def _mention(text: str, words: list[Word], at: int, size: int, name: str, *, private: bool) -> ActorMention:
    last = words[at + size - 1]
    end = last.end
    start = words[at].start
    return ActorMention(start=start, end=end, text=text[start:end], name=name, kind="person", private=private)
