"""Which names of a text may be places: runs of capitalised words cut into names that the gazetteer knows and those that it does not."""

import re
from collections.abc import Iterator

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.mentions.name_runs import Word, name_runs, words_of
from sayso.mentions.place_words import place_words
from sayso.model.places import Candidate

_LINKS = re.compile(r" (?:of(?: the)?|and) ")
_OWNER = re.compile(r"['\u2019]s ")
_LONGEST_NAME = 5
_PERSON_WORDS = 4
_PROMINENT = 50_000
_HEAD_REACH = 16
"""Characters before a name that hold the longest of the words that `_HEAD` finds there."""
_TAIL = re.compile(r" (?!camp|area|region|city|town)([a-z]+(?: [a-z]+)?)\b")
_HEAD = re.compile(r"\b((?:north|south)?(?:east|west)?ern|central|greater) $")


class PlaceName(msgspec.Struct, frozen=True):
    """A name that may be a place: offsets, the words of its run before and after it, and the places that it may mean.

    `person`: it is built like a person's name; `site`: it names a building, road or the like, and `found` belongs to the name in it
    ("Damascus" in "Damascus Central Prison").
    """

    start: int
    end: int
    text: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    possessive: bool
    clipped: bool
    found: tuple[Candidate, ...]
    person: bool = False
    site: bool = False


def place_names(text: str, start: int, end: int, gazetteer: Gazetteer) -> Iterator[PlaceName]:
    """Names between two offsets, in order; those that open with a given name or follow a title are marked as persons."""
    words = words_of(text, start, end)
    for first, last in _with_links(text, words, list(name_runs(text, words)), gazetteer):
        for name in _cut(text, words[first:last], gazetteer):
            yield _widen(text, name, start, end, gazetteer)


def _with_links(text: str, words: tuple[Word, ...], runs: list[tuple[int, int]], gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Join runs that "of", "and" or 's links into a name that the gazetteer knows (Gulf of Aden, Trinidad and Tobago, Cox's Bazar)."""
    joined: list[tuple[int, int]] = []
    for run in runs:
        if joined and _linked(text, words[joined[-1][1] - 1], words[run[0]]):
            whole = text[words[joined[-1][0]].start : words[run[1] - 1].end]
            if len(whole) < 60 and _known(whole, gazetteer):
                joined[-1] = (joined[-1][0], run[1])
                continue
        joined.append(run)
    return joined


def _linked(text: str, left: Word, right: Word) -> bool:
    links = _OWNER if left.possessive else _LINKS
    return links.fullmatch(text, left.end, right.start) is not None


def _known(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Candidates whose letters agree."""
    return tuple(c for c in gazetteer.find(name) if c.how != "skeleton")


def _cut(text: str, run: tuple[Word, ...], gazetteer: Gazetteer) -> Iterator[PlaceName]:
    person, i, known = _person_from(text, run, gazetteer), 0, place_words()
    before: tuple[Word, ...] = ()
    while i < person:
        whole = _longest_known(text, run, i, person, gazetteer)
        j = whole or _unknown_end(text, run, i, person, gazetteer)
        site = _site_end(run, i, j, person)
        if not site and j - i == 1 and (parts := _hyphen_parts(run[i], gazetteer)):
            yield from (_name(text, (part,), (), (), gazetteer) for part in parts)
        elif site:
            named_for = _known(text[run[i].start : run[j - 1].end], gazetteer)
            yield msgspec.structs.replace(_name(text, run[i:site], before, run[site:], gazetteer), found=named_for, site=True)
        elif j - i > 1 or run[i].lower not in known.no_names:
            yield _name(text, run[i:j], before, run[j:], gazetteer)
        before = () if whole and not site else (*before, *run[i:j])
        i = max(j, site)
    if person < len(run):
        yield _name(text, run[person:], before, (), gazetteer, person=True)


def _name(
    text: str, own: tuple[Word, ...], before: tuple[Word, ...], after: tuple[Word, ...], gazetteer: Gazetteer, *, person: bool = False
) -> PlaceName:
    name = text[own[0].start : own[-1].end]
    if after and _longest_known(text, after, 0, len(after), gazetteer):
        after = ()
    return PlaceName(
        own[0].start, own[-1].end, name, tuple(w.lower for w in before), tuple(w.lower for w in after),
        own[-1].possessive, own[-1].clipped, () if person else gazetteer.find(" ".join(name.split())), person,
    )  # fmt: skip


def _person_from(text: str, run: tuple[Word, ...], gazetteer: Gazetteer) -> int:
    """Index in the run where a person's name starts, or its length: after a title, or at a given name that another word follows."""
    known = place_words()
    if len(run) > 1 and _known(text[run[0].start : run[-1].end], gazetteer):
        return len(run)
    for i, word in enumerate(run):
        if i and run[i - 1].lower in known.titles and word.lower not in known.titles:
            return i
        if word.text in known.given_names and 1 < len(run) - i <= _PERSON_WORDS and run[i + 1].lower not in known.followers:
            return len(run) if _known(text[word.start : run[-1].end], gazetteer) else i
    return len(run)


def _longest_known(text: str, run: tuple[Word, ...], i: int, stop: int, gazetteer: Gazetteer) -> int:
    """Past-the-last index of the longest name from word `i` that the gazetteer knows, or 0; a generic first word alone is none."""
    for j in range(min(stop, i + _LONGEST_NAME), i, -1):
        alone = j == i + 1
        if alone and (run[i].lower in place_words().generics and stop - i > 1):
            return 0
        if _known(text[run[i].start : run[j - 1].end], gazetteer):
            return j
    return 0


def _unknown_end(text: str, run: tuple[Word, ...], i: int, stop: int, gazetteer: Gazetteer) -> int:
    """Where an unknown name from word `i` ends: before a word for a type, site or body, or before a name that is known."""
    known = place_words()
    j = i + 1
    if run[i].lower in known.no_names:
        return j
    while j < stop and run[j].lower not in known.followers and run[j].lower not in known.titles:
        if run[i].lower not in known.generics and _longest_known(text, run, j, stop, gazetteer):
            break
        j += 1
    return j


def _site_end(run: tuple[Word, ...], i: int, j: int, stop: int) -> int:
    """Past-the-last index of a site's name that opens at word `i` (Salam National Hospital), or 0."""
    known = place_words()
    if i < j and run[i].lower not in known.no_names:
        for k in range(j, min(stop, j + 3)):
            if run[k].lower in known.bodies - known.sites:
                return 0
            if run[k].lower in known.sites:
                return k + 1
    return 0


def _widen(text: str, name: PlaceName, start: int, end: int, gazetteer: Gazetteer) -> PlaceName:
    """Take in small words that belong to a known name ("Euphrates valley", "eastern Ghouta")."""
    if name.person or name.site:
        return name
    if (tail := _TAIL.match(text, name.end, end)) and not name.possessive:
        for words in (tail[1], tail[1].split()[0]):
            if wider := _listed_name(f"{name.text} {words}", gazetteer):
                return _moved(name, text, name.start, name.end + 1 + len(words), wider)
    head = _HEAD.search(text, max(start, name.start - _HEAD_REACH), name.start)
    if head and (wider := _listed_name(f"{head[1]} {name.text}", gazetteer)):
        return _moved(name, text, head.start(1), name.end, wider)
    return _with_lost_apostrophe(text, name, gazetteer)


def _with_lost_apostrophe(text: str, name: PlaceName, gazetteer: Gazetteer) -> PlaceName:
    """Cut the s off "Syrias war", where the name is known without it and not with it."""
    if not name.text.endswith("s") or any(c.how != "skeleton" for c in name.found):
        return name
    stem = _known(name.text[:-1], gazetteer)
    return _moved(msgspec.structs.replace(name, possessive=True), text, name.start, name.end - 1, stem) if _prominent(stem) else name


def _listed_name(name: str, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Regions, sites and crossings of Sayso's own list by this very name, and provinces that are called some town's countryside."""
    rural = name.endswith(" countryside")
    exact = [c for c in gazetteer.find(name) if c.how == "exact"]
    return tuple(c for c in exact if c.place.place_id.startswith("sayso:") or (rural and c.place.kind == "admin1"))


def _prominent(found: tuple[Candidate, ...]) -> bool:
    return any(c.place.kind in ("country", "admin1") or c.place.population >= _PROMINENT for c in found)


def _moved(name: PlaceName, text: str, start: int, end: int, found: tuple[Candidate, ...]) -> PlaceName:
    return msgspec.structs.replace(name, start=start, end=end, text=text[start:end], found=found)


def _hyphen_parts(word: Word, gazetteer: Gazetteer) -> tuple[Word, ...]:
    """The two halves of "Syria-Iraq" where each is a known place and the whole is none."""
    halves = word.text.split("-")
    if len(halves) != 2 or not all(h[:1].isupper() and len(h) > 2 for h in halves) or _known(word.text, gazetteer):
        return ()
    if not all(_known(h, gazetteer) for h in halves):
        return ()
    cut = word.start + len(halves[0])
    return Word(word.start, cut, halves[0]), Word(cut + 1, word.end, halves[1], word.possessive, word.clipped)
