"""Names that have the shape of a person's, and what stands around them: an office, a role, a verb of speech, kin."""

from functools import cache
from typing import Literal, NamedTuple

from sayso.knowledge.actors import party_names
from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import PhraseIndex, Word, fold_word
from sayso.knowledge.speakers import speaker_names
from sayso.knowledge.tables import read_table
from sayso.knowledge.verbs import verb_forms

Evidence = Literal["office", "private", "speech", "shape"]


class NamedPerson(NamedTuple):
    """A name of a person at words[first:last] (titles left out) and what shows that it is one."""

    first: int
    last: int
    evidence: frozenset[Evidence]


@cache
def row_of(name: str) -> frozenset[str]:
    """A row of the table of persons, folded."""
    return frozenset(fold_word(word) for word in read_table("persons")[name])


@cache
def _rows_of(*names: str) -> frozenset[str]:
    """Several rows of the table of persons together, folded."""
    return frozenset().union(*map(row_of, names))


@cache
def ends_no_name() -> frozenset[str]:
    """Words with a capital that no name goes on with, save those that are given names too."""
    return row_of("never") - row_of("given")


@cache
def _index(name: str) -> PhraseIndex[str]:
    return PhraseIndex([(phrase, phrase) for phrase in read_table("persons")[name]])


@cache
def _saying() -> frozenset[str]:
    """Forms after which the speaker may be named ("said ..."), not the hearer ("told ...")."""
    return frozenset(form for form in verb_forms("speech_verbs", ("says",), ing=False) if form.endswith(("d", "s")))


@cache
def speech_forms() -> frozenset[str]:
    """Forms of verbs whose subject speaks, for names beside them."""
    return frozenset(verb_forms("speech_verbs", ("says", "tells", "accuses", "denies")))


def _capital(word: Word) -> bool:
    acronym = len(word.raw) > 2 and word.raw[:-1].isupper() and word.raw[-1] in "sS"
    return word.raw[0].isupper() and not (word.raw.isupper() and len(word.raw) > 3) and not acronym


def _starts_name(text: str, words: list[Word], at: int) -> bool:
    word = words[at]
    if word.fold in row_of("never") or word.fold in row_of("not_first"):
        return False
    if word.fold in row_of("particles"):
        joined = text[word.stop : word.stop + 1] == "-" or word.raw[0].isupper()
        return (
            joined and at + 1 < len(words) and words[at + 1].glued and _capital(words[at + 1]) and words[at + 1].fold not in row_of("never")
        )
    return _capital(word)


def _name_end(words: list[Word], at: int) -> int:
    """Index after the capitalised words and particles that run on from `at`."""
    end = at + 1
    while end < len(words) and words[end].glued and not words[end - 1].possessive:
        particle = words[end].fold in row_of("particles") and end + 1 < len(words) and words[end + 1].glued and _capital(words[end + 1])
        if not particle and (not _capital(words[end]) or words[end].fold in ends_no_name()):
            break
        if not particle and country_words().longest(words, end):
            break
        end += 1
    return end


def _skip_lead(words: list[Word], at: int, end: int) -> tuple[int, frozenset[Evidence]]:
    """Where the name starts after a nation, a body, titles and roles ("Syrian Foreign Minister ..."), and what these show."""
    found: set[Evidence] = set()
    while at < end:
        title = _index("titles").longest(words, at)
        other = next((hit for index in (country_words(), party_names(), speaker_names()) if (hit := index.longest(words, at))), None)
        if title and at + title[0] < end:
            at += title[0]
            found.add("office")
        elif words[at].fold in _rows_of("offices", "private_roles", "honorifics") and at + 1 < end:
            found.add("office" if words[at].fold in row_of("offices") else "private")
            at += 1
        elif other:
            at += other[0]
        else:
            break
    return at, frozenset(found)


def _is_other_name(words: list[Word], first: int, last: int) -> bool:
    """Whether the capitals name a country, party, speaker or organisation."""
    if any(w.fold in _rows_of("org_words", "not_first") for w in words[first:last]):
        return True
    return any(index.longest(words, at) for at in range(first, last) for index in (party_names(), speaker_names()))


def _before(words: list[Word], first: int) -> frozenset[Evidence]:
    found: set[Evidence] = set()
    near = words[max(0, first - 3) : first]
    if not near or not words[first].glued:
        return frozenset()
    if near[-1].fold in row_of("private_roles"):
        found.add("private")
    elif near[-1].fold in row_of("offices"):
        found.add("office")
    if near[-1].fold in row_of("honorifics"):
        found.add("shape")
    if near[-1].fold in _saying() or (near[-1].fold == "to" and len(near) > 1 and near[-2].fold == "according"):
        found.add("speech")
    if near[-1].fold in {"named", "called", "identified"} or (near[-1].fold == "as" and near[-2:-1] and near[-2].fold == "identified"):
        found.add("private")
    return frozenset(found)


_SAID = frozenset({"said", "says", "told", "tells", "added", "reported", "wrote"})
"""Words by which an aside tells who speaks, and nothing of the name before it ("One of the dead was Salim Darwan, the mayor said")."""


def _apposition(text: str, words: list[Word], last: int) -> Evidence | None:
    """An office or a private role in the aside after a name: ", a farmer from ...", ", the group's spokesman", ", 34,"."""
    if last >= len(words):
        return None
    between = text[words[last - 1].stop : words[last].start].strip()
    if between not in {",", "(", "\u2013", "-", "\u2014"} and not (between == "" and words[last].fold in {"a", "an"}):
        return None
    if words[last].raw.isdigit() and len(words[last].raw) <= 2:
        return "private"
    aside = []
    for at in range(last, min(last + 12, len(words))):
        if at > last and any(c in text[words[at - 1].stop : words[at].start] for c in ',.;\u201d"'):
            break
        aside.append(words[at].fold)
    if aside[:1] == ["from"] or aside[:2] == ["also", "from"] or (aside and aside[0].endswith("ing")):
        return "private"
    if not aside or aside[0] in {"and", "but", "who", "said", "he", "she", "it", "in", "on", "at"}:
        return "private" if aside[:1] == ["who"] else None
    if _SAID & set(aside):
        return None
    if any(w in row_of("private_places") for w in aside):
        return "private"
    office = next((i for i, w in enumerate(aside) if w in row_of("offices")), 99)
    role = next((i for i, w in enumerate(aside) if w in row_of("private_roles")), 99)
    if office == role:
        return None
    return "office" if office < role else "private"


def _speaks_after_aside(text: str, words: list[Word], last: int) -> bool:
    """Whether a verb of speech follows an aside between commas ("..., also from the town, told ...")."""
    if last >= len(words) or text[words[last - 1].stop : words[last].start].strip() != ",":
        return False
    for at in range(last + 1, min(last + 14, len(words))):
        gap = text[words[at - 1].stop : words[at].start]
        if "," in gap:
            return words[at].fold in speech_forms()
        if "." in gap or "\n" in gap:
            break
    return False


def _after(text: str, words: list[Word], last: int) -> frozenset[Evidence]:
    found: set[Evidence] = set()
    aside = _apposition(text, words, last)
    if aside:
        found.add(aside)
    if _speaks_after_aside(text, words, last):
        found.add("speech")
    if last < len(words) and words[last].glued:
        follows = words[last].fold
        if words[last - 1].possessive and follows in row_of("private_roles"):
            found.add("private")
        skip = last + (follows in {"also", "has", "had", "was", "were", "later", "then", "is", "who"})
        if skip < len(words) and words[skip].fold in speech_forms():
            found.add("speech")
        if skip < len(words) and words[skip].fold in row_of("victim_verbs"):
            found.add("shape")
    return frozenset(found)


def _in_place(words: list[Word], first: int) -> bool:
    return (
        first > 0
        and words[first].glued
        and words[first - 1].fold in {"in", "near", "at", "into", "around", "across", "inside", "outside", "towards", "over"}
    )


def located_names(words: list[Word]) -> set[str]:
    """First words of names that stand after "in", "near" and the like: places, unless they are given names."""
    return {words[at].fold for at in range(1, len(words)) if _in_place(words, at) and words[at].raw[0].isupper()} - row_of("given")


def find_names(text: str, words: list[Word]) -> list[NamedPerson]:
    """Names in the shape of a person's with what shows that they are one; a place after "in" or "from" is none.

    A name of several words without evidence comes too: its surname alone may turn out to speak elsewhere.

    >>> from sayso.knowledge.phrases import split_words
    >>> text = "Farmer Selim Darwan wept. Gen. Igor Petrenk spoke. In Khan Tuman it rained."
    >>> words = split_words(text)
    >>> [(text[words[n.first].start:words[n.last - 1].end], sorted(n.evidence)) for n in find_names(text, words)]
    [('Selim Darwan', ['private', 'shape']), ('Igor Petrenk', ['office', 'shape', 'speech'])]
    """
    found = []
    at = 0
    while at < len(words):
        if words[at].fold in row_of("not_first") and _capital(words[at]):
            at = _name_end(words, at)
            continue
        if not _starts_name(text, words, at):
            at += 1
            continue
        end = _name_end(words, at)
        person = _judge(text, words, at, end)
        if person:
            found.append(person)
        at = end
    return found


def _stands_alone(text: str, words: list[Word], at: int, evidence: set[Evidence], given: bool) -> bool:
    """Whether one capitalised word may be a person: a given name, a speaker, or a name after a role; not a word that opens a sentence."""
    joined = (text[words[at].stop : words[at].stop + 1] == "-" and not words[at].possessive) or text[
        words[at].start - 1 : words[at].start
    ] == "-"
    opens = at == 0 or not words[at].glued
    if joined or words[at].fold in row_of("particles") or len(words[at].raw) < 3:
        return False
    if words[at].raw.isupper() or words[at].fold in _rows_of("offices", "org_words"):
        return False
    after_link = at > 0 and words[at].glued and words[at - 1].fold in {"from", "of", "to", "with", "for", "by", "on", "and", "the"}
    told = words[at - 1].fold in _rows_of("private_roles", "honorifics") if at else False
    return (given and bool(evidence - {"shape"})) or (not opens and not after_link and ("speech" in evidence or told))


def _judge(text: str, words: list[Word], at: int, end: int) -> NamedPerson | None:
    first, before_name = _skip_lead(words, at, end)
    if first >= end:
        return None
    titled = "office" in before_name
    size = end - first
    if size > 6 or _is_other_name(words, first, end) or (_in_place(words, at) and not titled):
        return None
    evidence: set[Evidence] = set(_before(words, at) | _after(text, words, end) | before_name)
    given = words[first].fold in row_of("given") or (words[first].fold in row_of("kunya") and size > 1)
    if size > 1 and given:
        evidence.add("shape")
    if size == 1 and not _stands_alone(text, words, first, evidence, given):
        return None
    return NamedPerson(first, end, frozenset(evidence))
