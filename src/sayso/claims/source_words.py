"""Word classes of attribution, loaded once from the tables (verbs of speech, phrases, roles), and what is seen of a word by itself."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sayso.knowledge.phrases import PhraseIndex, Word
from sayso.knowledge.tables import read_table
from sayso.knowledge.verbs import inflect, ing_form

VerbClass = Literal["says", "tells", "accuses", "denies", "calls"]
VERB_CLASSES: tuple[VerbClass, ...] = ("tells", "says", "denies", "accuses", "calls")


@cache
def cue_verbs() -> dict[str, tuple[VerbClass, bool]]:
    """Forms of verbs of speech: their class, and whether "that", a colon or a quotation must stand beside them."""
    table = read_table("speech_verbs")
    strict = set(table["needs_that"])
    found: dict[str, tuple[VerbClass, bool]] = {}
    for verb_class in VERB_CLASSES:
        for form, base in inflect(tuple(table[verb_class])).items():
            if " " not in form:
                found.setdefault(form, (verb_class, base in strict))
    return found


@cache
def denial_verbs() -> frozenset[str]:
    """Forms of verbs of denial ("denied", "rejects")."""
    return frozenset(form for form, (verb_class, _) in cue_verbs().items() if verb_class == "denies")


@cache
def ing_cues() -> frozenset[str]:
    """Present participles of verbs of speech ("adding that ...")."""
    table = read_table("speech_verbs")
    return frozenset(ing_form(base) for verb_class in VERB_CLASSES for base in table[verb_class] if " " not in base)


@cache
def base_cues() -> frozenset[str]:
    """Base forms of verbs of speech that are no other form ("claim", "say")."""
    table = read_table("speech_verbs")
    bases = {base for verb_class in VERB_CLASSES for base in table[verb_class]}
    return frozenset(base for base in bases if base not in {"put", "read"})


@cache
def word_row(row: str) -> frozenset[str]:
    """A list of single words of the table of speech."""
    return frozenset(read_table("speech_verbs")[row])


@cache
def phrase_row(row: str) -> PhraseIndex[str]:
    """A list of set phrases of the table of speech."""
    return PhraseIndex([(phrase, phrase) for phrase in read_table("speech_verbs")[row]])


@cache
def role_words() -> PhraseIndex[int]:
    """Words of roles, each with the number of its row in the table of speakers (the lower row wins)."""
    return PhraseIndex([(word, n) for n, row in enumerate(read_table("speakers")["roles"]) for word in row["words"]])


def role_kind(row: int) -> str:
    """The kind of source that a row of roles means."""
    return str(read_table("speakers")["roles"][row]["kind"])


def first_of(index: PhraseIndex[str], words: Sequence[Word], *, cased: bool = True) -> tuple[int, str] | None:
    """The longest phrase of an index among the words (the first of equals): where it starts, and what it means."""
    hits = [(found[0], at, found[1]) for at in range(len(words)) if (found := index.longest(words, at, cased=cased))]
    best = max(hits, key=lambda hit: (hit[0], -hit[1]), default=None)
    return (best[1], best[2]) if best else None


def gap(text: str, words: Sequence[Word], at: int) -> str:
    """What stands between the word before `at` and the word at `at`; the comma of "1,301" is nothing."""
    between = text[words[at - 1].stop : words[at].start] if 0 < at < len(words) else ""
    return "" if between in {",", "."} and words[at].raw[0].isdigit() else between


def breaks(between: str) -> bool:
    """Whether a gap ends a clause for good: a semicolon, colon, dash, quotation mark or line break."""
    return any(c in between for c in ';:\u201c\u201d"\u00ab\u00bb\u2014\n') or " \u2013 " in between or " - " in between


def is_name(word: Word) -> bool:
    """Whether a word has a capital."""
    return word.raw[0].isupper()


_LINKS = frozenset({"of", "in", "at", "from", "for", "with", "near", "who", "which", "on"})


_SOME = frozenset({"some", "many", "others"})
"""Words that name nobody by themselves, and count those whose role follows: "some of the families"."""
_OF_ALL = frozenset({"of", "the", "these", "local", "other", "such", "our", "its", "their"})


def _only_counts(words: Sequence[Word], one: tuple[int, tuple[int, int]], after: Sequence[tuple[int, tuple[int, int]]]) -> bool:
    """Whether a word of a role only counts those whose role follows at once ("some of the families", not "some near the police")."""
    at, (size, _) = one
    if words[at].fold not in _SOME or size > 1 or not after:
        return False
    return all(word.fold in _OF_ALL for word in words[at + 1 : after[0][0]])


def role_of(words: Sequence[Word]) -> int | None:
    """The row of the roles that words tell of, the first of several; a witness by the head is no fighter ("opposition activists")."""
    found = [(at, hit) for at in range(len(words)) if (hit := role_words().longest(words, at, cased=False))]
    found = [one for number, one in enumerate(found) if not _only_counts(words, one, found[number + 1 :])]
    hits = [(at + hit[0], hit[1]) for at, hit in found if not any(o < at and at + hit[0] <= o + other[0] for o, other in found)]
    first = min((row for _, row in hits), default=None)
    head = next((at for at, word in enumerate(words) if word.fold in _LINKS), len(words))
    heads = [row for end, row in hits if end == head and role_kind(row) == "witness"]
    return heads[0] if heads and first is not None and role_kind(first) in ("armed_group", "media") else first
