"""Which sources are private persons: witnesses with a name, and persons for whom the text tells no office."""

from collections.abc import Iterable
from functools import cache

from sayso.knowledge.actors import party_names
from sayso.knowledge.persons import given_names, office_words
from sayso.knowledge.phrases import Word, fold_word, split_words
from sayso.knowledge.protection import load_protection
from sayso.knowledge.speakers import public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.model.claims import Source
from sayso.outputs.private_names import names_nobody
from sayso.outputs.sensitive import speaks_of_a_site


def find_private_sources(sources: Iterable[Source]) -> frozenset[str]:
    """Names of sources that are private persons; a named person is one unless some words about them tell a public office."""
    held = list(sources)
    in_office = {s.name for s in held if tells_office(s.text)}
    return frozenset(s.name for s in held if _is_private(s) and s.name not in in_office)


def tells_office(words: str) -> bool:
    """Whether words beside a name tell a rank or public office.

    >>> tells_office("Captain Nabil Arsan, the group's spokesman"), tells_office("Hajj Ibrahim Zaytoun")
    (True, False)
    """
    index, spelled = office_words(), split_words(words)
    return any(index.longest(spelled, at, cased=False) for at in range(len(spelled)))


def looks_like_person(name: str) -> bool:
    """Whether a source's name has a person's shape, opens with a given name, and is no party, body or person of public office.

    >>> [looks_like_person(n) for n in ("Ibrahim Zaytoun", "Sergey Lavrov", "Syrian Army command", "Khalid Relief Committee")]
    [True, False, False, False]
    """
    words = split_words(name)
    capital = all(w.raw[:1].isupper() or w.fold in load_protection().name_particles for w in words)
    if not 2 <= len(words) <= 5 or not capital or any(w.fold in _body_words() for w in words):
        return False
    return any(w.fold in given_names() for w in words[:2]) and not _is_known(words)


def _is_private(source: Source) -> bool:
    if source.kind in load_protection().roles_by_kind:
        return not names_nobody(source.name) or speaks_of_a_site(source.name)
    return source.kind != "media" and looks_like_person(source.name)


def _is_known(words: list[Word]) -> bool:
    return any(index.longest(words, 0) for index in (party_names(), speaker_names(), public_names()))


@cache
def _body_words() -> frozenset[str]:
    return frozenset(fold_word(str(word)) for word in read_table("persons")["org_words"])
