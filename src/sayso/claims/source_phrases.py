"""The words of a sentence that name a source: the subject to the left of a verb of speech, or the phrase to the right."""

from collections.abc import Sequence
from functools import cache

from sayso.claims.source_words import breaks, cue_verbs, gap, is_name, role_words, word_row
from sayso.knowledge.phrases import Word
from sayso.knowledge.tables import read_table
from sayso.knowledge.verbs import finite_forms
from sayso.model.articles import Span

MOST_WORDS = 22
"""Longest source phrase, in words: 99% of those of PolNeAR's training part are shorter."""

_BE = frozenset(
    {"is", "was", "are", "were", "has", "had", "have", "will", "would", "could", "can", "may", "might", "should", "did", "does", "be"}
)
_RELATIVE = frozenset({"who", "which", "whose", "speaking", "whom", "that"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})
_LINKS = frozenset({"of", "for", "at", "from", "in", "to", "with", "by", "on"})


@cache
def _verbs() -> frozenset[str]:
    """Finite forms that show a clause; forms that are nouns as often ("attack", "reports") stay out."""
    bases = read_table("metonyms")["acts"]
    forms = {form for base in bases for form in finite_forms(base)[2:]}
    return (
        (frozenset(forms) | {"killed", "died", "fled", "left", "came", "went", "ran"})
        - word_row("plain_ed")
        - {"set", "cut", "hit", "put", "shot", "led"}
    )


@cache
def _nouns() -> frozenset[str]:
    persons = read_table("persons")
    offices = {w for row in ("offices", "private_roles") for phrase in persons[row] for w in phrase.lower().split()}
    return frozenset(offices | set(word_row("statement_nouns")) | set(word_row("bodies"))) - {"syrian", "local", "and", "the"} - _LINKS


def is_speaker_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word is one that speakers go by: an office, a role, a body, a statement."""
    return (
        words[at].fold in _nouns()
        or words[at].fold.removesuffix("s") in _nouns()
        or role_words().longest(words, at, cased=False) is not None
    )


def is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word reads as the verb of a clause."""
    word = words[at]
    if is_name(word):
        return False
    ends = word.fold.endswith("ed") and len(word.fold) > 4 and word.fold not in word_row("plain_ed")
    spoken = word.fold in cue_verbs() and not word.fold.endswith(("ing", "s", "report", "claim", "call"))
    after_noun = at > 0 and words[at - 1].fold not in word_row("determiners") and not words[at - 1].fold.endswith(("'s", "ly"))
    return word.fold in _BE or (after_noun and (ends or word.fold in _verbs() or (spoken and word.fold.endswith(("d", "t")))))


def _clause_start(text: str, words: Sequence[Word], last: int) -> int:
    """Index of the first word of the clause that ends with words[last], an aside between commas left inside."""
    at, commas = last, 0
    after_aside = "," in gap(text, words, last + 1)
    while at > 0 and last - at < MOST_WORDS:
        between = gap(text, words, at)
        opener = words[at - 1].fold in word_row("clause_openers") and not (at > 1 and words[at - 2].fold in word_row("plain_ed"))
        opener = opener and not (words[at - 1].fold in _RELATIVE and (after_aside or _describes_itself(words, at, last)))
        if breaks(between) or opener or ("." in between and not words[at].glued):
            break
        if "," in between:
            if not after_aside or commas or words[at - 1].possessive:
                break
            commas += 1
        if words[at - 1].fold in {"and", "or"} and not (is_name(words[at]) and at > 1 and is_name(words[at - 2])):
            break
        at -= 1
    return at


def _describes_itself(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a relative clause without commas tells what its own noun does ("The monitor which relies on contacts said")."""
    fold = words[at].fold
    does = fold in _BE or (fold.endswith(("s", "ed")) and not fold.endswith("ss") and fold not in cue_verbs())
    return at > 1 and at < last and not is_name(words[at]) and does and words[at].glued and words[at - 1].raw in {"which", "who", "that"}


def _whole_subject(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words[first:last+1] hold one noun phrase, relative clauses allowed, and no verb of their own before."""
    opens = words[first]
    if opens.fold in word_row("prepositions") or opens.fold.endswith("ing") or opens.fold in word_row("days") or opens.raw[0].isdigit():
        return False
    for at in range(first, last + 1):
        if words[at].fold in _RELATIVE and at > first and not words[at].raw.isupper():
            return at - first < (12 if _describes_itself(words, at + 1, last) else 8)
        if is_verb(words, at):
            return False
        before = words[at - 1].fold
        inner = at > first and words[at].fold in {"the", "a", "an"} and words[at].glued
        if inner and before not in _LINKS | {"and", "all", "both"} and not before.endswith("ing"):
            return False
    return True


def _trailing(words: Sequence[Word], first: int, last: int, known: Sequence[Span]) -> int:
    """Start of the noun phrase that ends with words[last], where no comma marks it off."""
    at = _known_start(words, first, last, last, known)
    free = at == last
    while at > first and words[at].glued:
        before = words[at - 1]
        jump = _known_start(words, first, at - 1, last, known)
        if jump < at - 1 or any(e == before.end for _, e in known):
            at = jump
        elif before.fold in word_row("articles"):
            at -= 1
            linked = _linked_noun(words, first, at)
            named_before = at > first and words[at].glued and any(e == words[at - 1].end for _, e in known) and is_name(words[at - 1])
            if linked is None and not named_before:
                break
            at = linked if linked is not None else at
        elif _belongs(words, at - 1, free):
            at -= 1
        elif (linked := _linked_noun(words, first, at)) is not None:
            at = linked
        elif free and at == last and _article_ahead(words, first, at):
            at -= 1
        else:
            break
    return at


def _known_start(words: Sequence[Word], first: int, at: int, last: int, known: Sequence[Span]) -> int:
    """Index of the first word of the known name that words[at] stands in, or `at`."""
    starts = [s for s, e in known if s >= words[first].start and s <= words[at].start and e >= words[at].end and e <= words[last].stop]
    return min((i for i in range(first, at + 1) for s in starts if words[i].start == s), default=at)


def _belongs(words: Sequence[Word], at: int, free: bool) -> bool:
    """Whether a word before a noun phrase's start belongs to it: a capital, a role, an adjective of sources."""
    word = words[at]
    if word.fold in word_row("days") or word.fold in word_row("clause_openers"):
        return False
    if word.fold in {"some", "many", "others", "sources", "estimates", "people"} or word.fold.isdigit():
        return False
    nation = is_name(word) and word.fold.endswith(("n", "ish", "i", "se"))
    return (is_name(word) and free) or is_speaker_noun(words, at) or word.fold in word_row("source_adjectives") or nation


def _linked_noun(words: Sequence[Word], first: int, at: int) -> int | None:
    """The role before a link that ends at `at` ("a spokesman for | the ministry"), or None."""
    if at - 2 < first or not words[at].glued or words[at - 1].fold not in _LINKS:
        return None
    if words[at - 2].fold in {"close", "linked", "loyal", "affiliated", "allied"} and at - 3 >= first and is_speaker_noun(words, at - 3):
        return at - 3
    role = is_speaker_noun(words, at - 2) or words[at - 2].fold in {"some", "one", "most", "many", "members", "part"}
    return at - 2 if role else _role_further_back(words, first, at - 2)


def _role_further_back(words: Sequence[Word], first: int, at: int) -> int | None:
    """The role before a place of work with a place of its own ("the director of a hospital in | the east"), or None."""
    for k in range(at - 1, max(first, at - 4), -1):
        if not words[k + 1].glued or is_verb(words, k + 1):
            return None
        if words[k].fold in _LINKS:
            return k - 1 if k - 1 >= first and words[k].glued and is_speaker_noun(words, k - 1) else None
    return None


def _article_ahead(words: Sequence[Word], first: int, at: int) -> bool:
    ahead = range(max(first, at - 4), at)
    return any(words[i].fold in {"the", "a", "an"} for i in ahead) and not any(is_verb(words, i) for i in ahead)


def _before_cue(text: str, words: Sequence[Word], cue: int) -> int | None:
    """The word before a verb of speech and the auxiliaries and adverbs that belong to it, or None where the clause ends there."""
    last = cue - 1
    while last >= 0 and words[last].fold in word_row("before_cue") and not is_name(words[last]):
        if not words[last + 1].glued and "," not in gap(text, words, last + 1):
            break
        last -= 1
    if last < 0 or breaks(gap(text, words, last + 1)):
        return None
    return last - 1 if last > 0 and words[last].raw in {"who", "which"} else last


def subject_before(text: str, words: Sequence[Word], cue: int, known: Sequence[Span]) -> tuple[int, int] | None:
    """Words first to last (last included) that are the subject of the verb of speech at `cue`, or None.

    `known` are spans of actors and speakers, whose names are not cut.

    >>> from sayso.knowledge.phrases import split_words
    >>> text = "Shells fell on the bakery near the square a senior officer said on Monday."
    >>> words = split_words(text)
    >>> first, last = subject_before(text, words, [w.raw for w in words].index("said"), ())
    >>> text[words[first].start : words[last].end]
    'a senior officer'
    """
    last = _before_cue(text, words, cue)
    if last is None:
        return None
    pronoun = words[last].fold in _SUBJECTS and not (len(words[last].raw) > 1 and words[last].raw.isupper())
    if pronoun and not (last > 1 and words[last].glued and words[last - 1].fold in {"to", "with", "of", "for"}):
        return last, last
    start = _clause_start(text, words, last)
    first = start if _whole_subject(words, start, last) else _trailing(words, start, last, known)
    if words[first].fold in {"a", "an", "the"} and gap(text, words, first).strip() == "," and "," in gap(text, words, last + 1):
        first = next(
            (
                i
                for i in range(max(0, first - 6), first)
                for s, e in known
                if words[i].start == s and e == words[first - 1].end and is_name(words[i])
            ),
            first,
        )
    elif first > start + 1 and words[first - 1].fold == "and" and is_speaker_noun(words, first - 2):
        first = _trailing(words, start, first - 2, known)
    return (first, last) if last - first < MOST_WORDS else None


def phrase_after(text: str, words: Sequence[Word], first: int, *, aside: bool = True) -> tuple[int, int] | None:
    """Words first to last (last included) of the noun phrase that starts at `first`, with an aside that describes it."""
    if first >= len(words):
        return None
    last, commas = first, 0
    while last + 1 < len(words) and last - first < MOST_WORDS:
        between = gap(text, words, last + 1)
        if breaks(between) or ("." in between and not words[last + 1].glued):
            break
        if "," in between:
            if not aside or commas > 1 or not (commas or _describes(words, last + 1)):
                break
            commas += 1
        elif not commas and _phrase_ends(words, last, first):
            break
        last += 1
    return first, last


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether an aside after a comma describes the one named before it."""
    return words[at].fold in word_row("articles") | {"who", "which", "from"} or words[at].fold.isdigit() or is_speaker_noun(words, at)


_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "about", "around", "dozens"})
"""Numbers that open what is said right behind a name ("According to the agency MSF two clinics")."""


def _phrase_ends(words: Sequence[Word], last: int, first: int) -> bool:
    """Whether the word after words[last] no longer belongs to the noun phrase."""
    follows, here = words[last + 1].fold, words[last].fold
    if follows in {"that", "as", "while", "when", "after", "before", "but", "adding", "referring", "because", "during", "earlier"}:
        return True
    if follows in {"on", "in"} and last + 2 < len(words) and words[last + 2].fold in word_row("days") | {"a", "an", "statement"}:
        return True
    if follows in {"a", "an", "the"} | word_row("pronouns") - {"who", "his", "her", "its", "their"}:
        return here not in _LINKS | {"and", "all", "both"} and not (follows in {"a", "an"} and is_name(words[last]))
    if follows == "to":
        return here not in {"close", "linked", "loyal", "allied", "related", "adviser", "advisor", "ambassador", "envoy", "affiliated"}
    counts = words[last + 1].raw.isdigit() or (words[last + 1].raw in _NUMBERS and is_name(words[last]) and words[last + 1].glued)
    return counts or (last > first and is_verb(words, last + 1))


def may_speak(text: str, words: Sequence[Word], first: int, last: int, known: Sequence[Span]) -> bool:
    """Whether a phrase can be a speaker: a pronoun, a name, a role, a body, a statement."""
    if words[first].fold in {"no", "nobody", "none"}:
        return False
    if any(s < words[last].end and words[first].start < e for s, e in known):
        return True
    return any(_speaker_word(words, at) for at in range(first, last + 1))


def _speaker_word(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if word.fold in word_row("days") or word.fold in word_row("clause_openers"):
        return False
    pronoun = word.fold in word_row("pronouns") and word.fold not in {"his", "her", "their", "its", "the", "that", "i", "we"}
    named = (is_name(word) and at > 0 and len(word.raw) > 1) or (word.raw.isupper() and len(word.raw) > 1)
    return pronoun or named or is_speaker_noun(words, at)


def first_subject(text: str, words: Sequence[Word], known: Sequence[Span]) -> tuple[int, int] | None:
    """Words first to last of the noun phrase that a sentence opens with, if it can speak: the subject of later verbs too."""
    verb = next((at for at in range(1, min(len(words), MOST_WORDS)) if is_verb(words, at)), None)
    if verb is None or words[0].fold in word_row("prepositions"):
        return None
    found = subject_before(text, words, verb, known)
    return found if found and may_speak(text, words, *found, known) else None
