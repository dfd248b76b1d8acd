"""When the name of a country or of its seat of government means its government: by the words around it."""

from functools import cache

from sayso.knowledge.phrases import Word
from sayso.knowledge.tables import read_table
from sayso.knowledge.verbs import finite_forms, ing_form, verb_forms

_BE = frozenset({"is", "was", "are", "were", "been", "being", "be"})
_BARE_AFTER = frozenset({"will", "would", "could", "can", "may", "might", "does", "did", "do", "should", "must"})


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(word.replace("-", "") for word in read_table("metonyms")[row])


@cache
def _acts() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    bases = read_table("metonyms")["acts"]
    finite = frozenset(form for base in bases for form in finite_forms(base)[1:])
    return finite, frozenset(bases), frozenset(map(ing_form, bases))


@cache
def _before_verbs() -> frozenset[str]:
    return frozenset(verb_forms("metonyms", ("before_verbs",)))


@cache
def _state_nouns() -> frozenset[str]:
    organs = read_table("organs")["organs"].values()
    return (
        _words("appositions")
        | frozenset(read_table("organs")["state_nouns"])
        | frozenset(n for o in organs for n in o["nouns"] if " " not in n)
    )


def _skip_aside(text: str, words: list[Word], at: int) -> int:
    """The word after a short aside between commas that starts at `at`, or `at`."""
    if at >= len(words) or not text[words[at - 1].stop : words[at].start].startswith(","):
        return at
    for end in range(at + 1, min(at + 14, len(words))):
        gap = text[words[end - 1].stop : words[end].start]
        if gap.startswith(","):
            return end
        if "." in gap or "\n" in gap:
            break
    return at


def _subject_acts(text: str, words: list[Word], after: int, plural: bool) -> bool:
    at = _skip_aside(text, words, after)
    skipped: list[str] = []
    while at < len(words) and words[at].fold in _words("between") and len(skipped) < 5:
        skipped.append(words[at].fold)
        at += 1
    if at >= len(words) or any(c in text[words[after - 1].stop : words[after].start] for c in ".;:\n"):
        return False
    finite, bare, ing = _acts()
    verb = words[at].fold
    if skipped and skipped[-1] in {"has", "have", "had"} and verb in {"a", "an", "no", "its", "the", "soldiers", "troops", "forces"}:
        return True
    if _BE & set(skipped):
        return verb in ing or verb in _words("states_of")
    if verb in bare:
        return plural or bool(_BARE_AFTER & set(skipped)) or verb in {"put", "set", "hit", "cut"}
    return verb in finite


def _object_of_state(words: list[Word], first: int) -> bool:
    one = words[first - 1].fold if first else ""
    two = words[first - 2].fold if first > 1 else ""
    if one in _words("appositions") or one in _before_verbs():
        return True
    if one == "by":
        return two not in {"near", "close", "nearby"}
    if one in {"between", "among"}:
        return any(w.fold in _words("between_nouns") for w in words[max(0, first - 14) : first - 1])
    return one in {"with", "of", "to", "from", "on", "against"} and two in _words(f"before_{one}")


def means_government(text: str, words: list[Word], first: int, last: int, *, plural: bool = False) -> bool:
    """Whether the country or seat that words[first:last] name acts there, or is acted upon, as a state.

    >>> from sayso.knowledge.phrases import split_words
    >>> def read(text, name):
    ...     words = split_words(text)
    ...     at = [w.raw for w in words].index(name)
    ...     return means_government(text, words, at, at + 1)
    >>> read("Ankara has repeatedly warned of a new wave.", "Ankara"), read("Two shells hit Ankara on Monday.", "Ankara")
    (True, False)
    >>> read("Towns captured by Damascus lie empty.", "Damascus"), read("A doctor in Damascus said so.", "Damascus")
    (True, False)
    """
    before = first - 1 if first and words[first - 1].fold != "the" else first - 2
    if before >= 0 and words[before].fold in _words("locative"):
        return False
    follows = words[last] if last < len(words) and words[last].glued else None
    if words[last - 1].possessive:
        return follows is not None and any(w.fold in _state_nouns() for w in words[last : last + 3])
    if follows is not None and ((follows.raw[0].isupper() and not plural) or text[words[last - 1].stop] == "-"):
        return False
    start = first - 1 if first and words[first - 1].fold == "the" else first
    return _object_of_state(words, start) or (last < len(words) and _subject_acts(text, words, last, plural))
