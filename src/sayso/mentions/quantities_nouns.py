"""The noun phrase that a number counts: how far it runs, its head, and the unit that it counts by."""

import re
from functools import cache
from typing import NamedTuple

from sayso.knowledge.nationalities import nationality_words
from sayso.mentions.words import word_table
from sayso.model.articles import Span
from sayso.model.vocabulary import Unit

_TABLE = word_table("quantities")
_STOPS = frozenset(_TABLE["stops"])
_NOT_COUNTED = frozenset(_TABLE["not_counted"])
_UNITS: tuple[tuple[Unit, frozenset[str]], ...] = (
    ("people", frozenset(_TABLE["people"])),
    ("households", frozenset(_TABLE["households"])),
    ("structures", frozenset(_TABLE["structures"])),
)
_TOKEN = re.compile(r"[ \t\u00a0]*(?:\n[ \t]*)?(?P<quote>[\"“”'‘\[]?)(?P<word>(?:[A-Za-z]\.){2,}|[^\W_][\w'’/-]*)(?P<close>[\"”\]]?)")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|his|her|their|these|those|our|my|your)\s+)?(?:own\s+)?(?:other\s+)?", re.IGNORECASE)
_OF_WHOM = re.compile(r"\s+of\s+(?:them|those(?:\s+killed|\s+wounded|\s+injured)?|whom|these|us|you)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\s+of\s+which\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:(?:more|other|further|additional|new|such|fellow)\b(?!\s+than))", re.IGNORECASE)
_MOST_WORDS = 6
_PLURALS = frozenset(_TABLE["plural_forms"])
_STATES = frozenset(_TABLE["states"])


class Counted(NamedTuple):
    """What a number counts: the span of the phrase, its head word in the singular where it is known, and the unit."""

    span: Span
    head: str | None
    unit: Unit


@cache
def singular(word: str) -> str:
    """The word of the noun lists that a word is a form of, or the word itself in lower case.

    >>> [singular(w) for w in ("Civilians", "bodies", "children", "IDPs", "houses")]
    ['civilian', 'bodies', 'children', 'idp', 'house']
    """
    plain = re.sub(r"['’]s?$", "", word.lower())
    last = plain.rpartition("-")[2]
    for form in (plain, plain.removesuffix("s"), plain.removesuffix("es"), last, last.removesuffix("s")):
        if any(form in words for _, words in _UNITS):
            return form
    return plain


def unit_of(word: str) -> Unit | None:
    """The unit that a noun counts by, or None where the lists do not hold it."""
    form = singular(word)
    told = next((unit for unit, words in _UNITS if form in words), None)
    if told is None and (_OF_A_TRADE.match(word) or _is_of_a_nation(word)):
        return "people"
    return told


_OF_A_TRADE = re.compile(
    r"(?:police|gun|fisher|post|business|crew|tribes|towns|service|frontiers|herds|crafts|school)(?:man|men|woman|women)$"
    r"|(?:school|shop|bee|door|gate)?(?:teacher|keeper)s?$|(?:bus|lorry|truck|taxi|van|camel)?drivers?$|(?:[a-z]*-)?workers?$",
    re.IGNORECASE,
)
"""Trades that are made with a word of the lists or by themselves; never "specimen" or "screwdriver"."""


def _is_of_a_nation(word: str) -> bool:
    """ "Syrians", "Georgians": those of a nation, in plural."""
    return word[0].isupper() and word.endswith("s") and word[:-1].lower() in nationality_words()


_ADDRESS = re.compile(r"(?<=\d0)[ -]block\b")
"""What makes a round number that of a street: "in the 6200 block of Chandler Street"."""


def is_not_counted(text: str, end: int) -> bool:
    """Tell whether what follows a number makes it a share, a length, an age, an address or the like."""
    if _ADDRESS.match(text, end):
        return True
    follows = re.match(r"[ \t\u00a0-]*(%|per\s+cent|[\w.]+(?:-olds?)?['’]?)", text[end : end + 30])
    if not follows:
        return False
    word = follows[1].lower().rstrip(".")
    return word in _NOT_COUNTED or word.startswith("per ") or "year-old" in text[end : end + 12].lower() or word.endswith(("-old", "-olds"))


def is_plural(word: str) -> bool:
    """Tell whether a word of the lists stands for more than one: "troops", "children", "dead", but not "child" or "army"."""
    low = word.lower()
    return low in _PLURALS or singular(word) != low or (low.endswith(("s", "men", "women")) and not low.endswith("ss"))


def counted_after(text: str, end: int, limit: int, one: bool = False) -> Counted:
    """The phrase that a number which ends at `end` counts; `one` where the number is 1; empty where no noun follows.

    >>> text = "some 40 Libyan border guards fell back"
    >>> found = counted_after(text, 7, len(text))
    >>> text[slice(*found.span)], found.head, found.unit
    ('Libyan border guards', 'guard', 'people')
    """
    if whom := _OF_WHOM.match(text, end, limit):
        return Counted((end + 1, whom.end()), None, "people")
    if which := _OF_WHICH.match(text, end, limit):
        return Counted((end + 1, which.end()), None, "other")
    start = end
    for lead in (_OF, _MORE):
        if found := lead.match(text, start, limit):
            start = found.end()
    return _phrase(text, start, limit, one) or _empty(text, end, start)


def _empty(text: str, end: int, start: int) -> Counted:
    """Nothing but "more" follows: no noun says of what."""
    more = start > end and re.search(r"\b(?:more|other|further|additional)\s*$", text[end:start], re.IGNORECASE)
    return Counted((end, start) if more else (end, end), None, "other")


def _phrase(text: str, start: int, limit: int, one: bool) -> Counted | None:
    first, head = None, None
    for place, token in enumerate(_tokens(text, start, limit)):
        word = token["word"].rstrip(".'’")
        stop, low = token.start("word") + len(word), word.lower()
        if low in _STOPS or place >= _MOST_WORDS or (low in _STATES and (head or one)):
            break
        first = token.start("word") if first is None else first
        if _is_head(word, one):
            head = (stop, word)
        elif head and one and not low.endswith(("ed", "ing", "en")):
            head = None
        elif head:
            break
        if re.match(r"[,;:.()?!\n]", text[token.end("word") : token.end("word") + 1]):
            break
    if first is None or head is None:
        return None
    return Counted((first, head[0]), singular(head[1]), unit_of(head[1]) or "other")


def _is_head(word: str, one: bool) -> bool:
    if unit_of(word):
        return one or is_plural(word)
    if one:
        return False
    return bool(re.search(r"[a-zA-Z]{2}s$", word)) and not word.lower().endswith(("ss", "ous", "us", "is", "’s", "'s"))


def _tokens(text: str, start: int, limit: int) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    place = start
    while len(found) <= _MOST_WORDS and (token := _TOKEN.match(text, place, limit)):
        found.append(token)
        place = token.end()
    return found
