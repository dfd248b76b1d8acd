"""Names in an article's body that may be a person's: runs of words with capitals, parted from what stands before them."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from sayso.knowledge.actors import load_countries, party_names
from sayso.knowledge.nationalities import nationality_words
from sayso.knowledge.persons import office_words
from sayso.knowledge.phrases import Word, fold_word, split_words
from sayso.knowledge.speakers import public_names, speaker_names
from sayso.knowledge.tables import read_table
from sayso.model.articles import Article, Span
from sayso.model.vocabulary import BODY_KINDS
from sayso.reading.sight import Sight

MOST_WORDS = 6
SEEN, UNSEEN = 0.5, 0.05
"""Where the network takes one word of a run for a person's with the first probability, words below the second are cut off its ends."""


class Candidate(msgspec.Struct, frozen=True):
    """A run at words[first:last] of a block; `led_by` says what was cut off before it (an office, a role, a nation, an honorific)."""

    words: Sequence[Word]
    first: int
    last: int
    led_by: frozenset[str]

    @property
    def span(self) -> Span:
        """Its offsets in the text, without a possessive 's."""
        return self.words[self.first].start, self.words[self.last - 1].end

    @property
    def folds(self) -> tuple[str, ...]:
        """Its words without case and accents."""
        return tuple(word.fold for word in self.words[self.first : self.last])

    @property
    def telling(self) -> tuple[str, ...]:
        """Its words without particles."""
        return tuple(fold for fold in self.folds if fold not in row_of("particles"))


@cache
def row_of(name: str) -> frozenset[str]:
    """A row of the table of persons, folded; phrases of several words are left out."""
    return frozenset(fold_word(str(word)) for word in read_table("persons")[name] if " " not in str(word))


@cache
def _countries() -> frozenset[str]:
    """Names of states in one word, and with an s whose apostrophe was lost ("Syrias president")."""
    names = {fold_word(name) for state in load_countries().values() for name in (state.name, *state.also) if " " not in name}
    return frozenset(names | {f"{name}s" for name in names}) - row_of("given")


def find_candidates(article: Article, sight: Sight) -> Iterator[Candidate]:
    """Candidates in the order of the text; each word belongs to one at most."""
    for block in article.blocks:
        if block.kind in BODY_KINDS:
            words = split_words(article.text, block.start, block.end)
            at = 0
            while at < len(words):
                end = _run_end(words, at)
                if end > at:
                    yield from _part(words, at, end, sight)
                at = max(end, at + 1)


def _capital(word: Word) -> bool:
    return word.raw[0].isupper() and word.fold not in row_of("never") - row_of("given")


def _run_end(words: Sequence[Word], at: int) -> int:
    """Index after the run of names that starts at a word; the same where none does."""
    if not _starts(words, at):
        return at
    end = at + 1
    while end < len(words) and words[end].glued and not words[end - 1].possessive and (_capital(words[end]) or _joins(words, end)):
        end += 1
    return end


def _starts(words: Sequence[Word], at: int) -> bool:
    is_english = words[at].fold in ("a", "as", "an", "at", "the")  # particles of names further on alone
    return not is_english and (_capital(words[at]) or _joins(words, at))


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether a particle stands at a word, with a name after it and any further particles."""
    end, particles = at, row_of("particles")
    while end + 1 < len(words) and words[end].fold in particles and words[end + 1].glued:
        end += 1
        if _capital(words[end]):
            return True
    return False


def _part(words: Sequence[Word], first: int, last: int, sight: Sight) -> Iterator[Candidate]:
    """What of a run may be a person: without what leads it, and without words that the network takes for something else."""
    led_by: set[str] = set()
    known = _known_within(words, first, last)
    if known is not None:
        yield Candidate(words, *known, frozenset())
        return
    titled = _after_title(words, first, last)
    if titled > first:
        led_by.add("office")
        first = titled
    while first < last and (step := _lead(words, first, last)):
        size, kind = step
        led_by.add(kind)
        first += size
    odds = [sight.inside_of("person", (w.start, w.end)) for w in words[first:last]]
    if max(odds, default=0.0) >= SEEN:
        while odds and odds[0] < UNSEEN and words[first].fold not in row_of("given"):
            first, odds = first + 1, odds[1:]
        while odds and odds[-1] < UNSEEN:
            last, odds = last - 1, odds[:-1]
    while first < last and words[last - 1].fold in row_of("particles"):
        last -= 1
    if first < last <= first + MOST_WORDS and any(word.raw[0].isupper() for word in words[first:last]):
        yield Candidate(words, first, last, frozenset(led_by))


def _known_within(words: Sequence[Word], first: int, last: int) -> Span | None:
    """Where a public person's name of several words stands at the end of a run ("Former First Lady ...")."""
    for at in range(first, last - 1):
        found = public_names().longest(words, at)
        if found and found[0] > 1 and at + found[0] == last:
            return at, last
    return None


def _after_title(words: Sequence[Word], first: int, last: int) -> int:
    """Where a run goes on after the last title of office in it ("Aris District Governor Salim Darwan"); its start where it holds none."""
    after = first
    for at in range(first, last):
        title = office_words().longest(words, at, cased=False)
        if title and at + title[0] < last and words[at].raw[0].isupper() and not words[at + title[0] - 1].possessive:
            after = max(after, at + title[0])
    return after


def _lead(words: Sequence[Word], first: int, last: int) -> tuple[int, str] | None:
    """How many words at the start of a run are no name, and what they are."""
    title = office_words().longest(words, first, cased=False)
    if title and first + title[0] <= last:
        return title
    fold = words[first].fold
    for row, kind in (("private_roles", "role"), ("honorifics", "honorific")):
        if fold in row_of(row) and fold not in row_of("kunya"):
            return 1, kind
    if fold in nationality_words() or fold in _countries():
        return 1, "nation"
    for index in (party_names(), speaker_names()):
        body = index.longest(words, first)
        if body and first + body[0] <= last:
            return body[0], "body"
    return None
