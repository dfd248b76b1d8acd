"""Private persons' names in a text: found in full or in part, in any case and spelling of accents, and replaced."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.knowledge.actors import party_names
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.phrases import PhraseIndex, Word, fold_word, split_words
from sayso.knowledge.protection import load_protection
from sayso.knowledge.speakers import public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.model.articles import Span


class NameFilter:
    """Knows the private names of a set of articles, and the places and outlets that part of a name may not be taken for.

    >>> names = NameFilter(["Selim Darwan"], known=["Darwan Brigade"])
    >>> names.replace("DARWAN's shop; the Darwan Brigade; selim", "a resident")
    "a resident's shop; the Darwan Brigade; a resident"
    """

    def __init__(self, names: Iterable[str], known: Iterable[str] = ()) -> None:
        known = sorted(set(known))
        places = {folded_words(k) for k in known}
        of_known = {fold for folds in places for fold in folds}
        full = {folds for name in names if (folds := folded_words(name)) and folds not in places and not _is_plain(folds, of_known)}
        self._full = {folds for folds in full if any(f not in load_protection().name_particles for f in folds)}
        self._joined = {"".join(folds) for folds in self._full}
        self._parts = {f for folds in self._full for f in folds if len(folds) > 1 and _tells_a_person(f)}
        self._known = PhraseIndex([(name, name) for name in known])
        letters = self._parts | self._joined | {max(folds, key=len) for folds in self._full}
        self._letters = re.compile("|".join(re.escape(fold) for fold in sorted(letters)) or r"(?!)")

    def finds_in(self, text: str | None) -> bool:
        """Whether a private name, or part of one, stands in the text (a web address included)."""
        return bool(text) and bool(self._runs(self._split(text or "")))

    @property
    def is_empty(self) -> bool:
        """Whether none of the names is one that a person may be found by."""
        return not self._full

    def finds_whole(self, text: str) -> bool:
        """Whether a whole name stands in the text, not only a part of one."""
        return bool(self._whole_hits(self._split(text)))

    def replace(self, text: str, stand_in: str) -> str:
        """The text with every private name replaced, its article, title and particles along with it."""
        for start, end in reversed(self.spans_in(text)):
            text = text[:start] + stand_in + text[end:]
        return text

    def spans_in(self, text: str) -> list[Span]:
        """Start and end of every stretch of the text that names somebody private, in order."""
        words = self._split(text)
        return [(words[first].start, words[last].end) for first, last in self._runs(words)]

    def _split(self, text: str) -> list[Word]:
        """The words of a text, none where the letters of no name stand in it."""
        plain = text.lower().replace("'", "").replace(".", "") if text.isascii() else fold_word(text)
        return split_words(text) if self._letters.search(plain) else []

    def _runs(self, words: list[Word]) -> list[tuple[int, int]]:
        """First and last word of every stretch that names somebody."""
        hits = self._whole_hits(words) | self._part_hits(words)
        for at in sorted(hits, reverse=True):
            while at and words[at].glued and words[at - 1].fold in load_protection().name_particles - {"and", "of", "the"}:
                at -= 1
                hits.add(at)
        runs: list[tuple[int, int]] = []
        for at in sorted(hits):
            if runs and runs[-1][1] == at - 1 and words[at].glued:
                runs[-1] = (runs[-1][0], at)
            else:
                runs.append((at, at))
        return runs

    def _whole_hits(self, words: list[Word]) -> set[int]:
        folds = [w.fold for w in words]
        lengths = {len(name) for name in self._full}
        whole = {
            i for n in lengths for at in range(len(folds) - n + 1) if tuple(folds[at : at + n]) in self._full for i in range(at, at + n)
        }  # fmt: skip
        return whole | {at for at, fold in enumerate(folds) if fold in self._joined}

    def _part_hits(self, words: list[Word]) -> set[int]:
        hits = {at for at, word in enumerate(words) if word.fold in self._parts and _stands_as_name(word.raw)}
        return hits - self._public_hits(words) if hits else hits

    def _public_hits(self, words: list[Word]) -> set[int]:
        """Words inside names of places, outlets, parties, bodies and persons of public office."""
        inside: set[int] = set()
        for at in range(len(words)):
            for index in (self._known, party_names(), speaker_names(), public_names()):
                found = index.longest(words, at)
                inside.update(range(at, at + found[0]) if found else ())
        return inside


def role_of(words: str, kind: str | None) -> str:
    """A general role that stands in for a person, by the words beside the name, else by the kind of source.

    >>> role_of("Selim Darwan, an activist who fled Ariha", "witness"), role_of("Selim Darwan", "witness"), role_of("he", None)
    ('a displaced activist', 'a resident', 'a private person')
    """
    table = load_protection()
    spaced = f" {' '.join(w.fold for w in split_words(words))} "
    for rule in table.roles:
        if all(any(f" {word} " in spaced for word in group) for group in rule.all):
            return rule.role
    return next((role for k, role in table.roles_by_kind.items() if k == kind), table.role_otherwise)


def names_nobody(name: str) -> bool:
    """Whether words for a speaker are general ("residents in Ariha"), so that they lead back to nobody.

    >>> names_nobody("two residents of Ariha"), names_nobody("Selim Darwan"), names_nobody("a baker")
    (True, False, True)
    """
    words = split_words(name)
    return any(w.fold in load_protection().generic_speakers for w in words) or not any(_may_open_a_name(w.raw) for w in words)


def _may_open_a_name(raw: str) -> bool:
    """A capital letter, or a letter of a script that has none."""
    return raw[:1].isalpha() and not raw[:1].islower()


def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents and apostrophes."""
    return tuple(w.fold for w in split_words(name))


def _is_plain(folds: tuple[str, ...], of_known: set[str]) -> bool:
    """Whether one word alone is no name: too short, an ordinary word, a nationality, or a word of a known place's or outlet's name."""
    if len(folds) > 1:
        return False
    return len(folds[0]) < _SHORTEST or folds[0] in _ordinary() | of_known or folds[0] in nationality_words()


_SHORTEST = 3
"""Letters of the shortest name of one word."""


def _tells_a_person(fold: str) -> bool:
    return len(fold) > 1 and fold not in load_protection().name_particles and fold not in _never() and fold not in nationality_words()


def _stands_as_name(raw: str) -> bool:
    """In small letters an ordinary word is no name ("will", "hope"); two letters are one only as "Li"."""
    if len(raw) == 2:
        return raw.istitle()
    return not raw.islower() or fold_word(raw) not in _ordinary()


@cache
def _never() -> frozenset[str]:
    return _folded(read_table("persons")["never"])


@cache
def _ordinary() -> frozenset[str]:
    return _folded(str(read_table("places/ordinary_words")["words"]).split())


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold_word(str(w)) for w in words)
