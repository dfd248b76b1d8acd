"""The measure of a figure where the counted noun or the words beside it tell it: killed, injured, displaced, houses."""

import re

from sayso.mentions.number_words import NUMBER
from sayso.mentions.words import any_of, word_table
from sayso.model.articles import Span
from sayso.model.vocabulary import Measure

_TABLE = word_table("quantities")
_NEAR: dict[Measure, list[str]] = _TABLE["near_measures"]
_NEXT_COUNT = rf"(?!\s+(?:{any_of(_TABLE['count_openers'])}\b|{NUMBER}))"
_TRANSITIVE = ("killed", "injured", "detained")


def _after_pattern(measure: Measure, words: list[str]) -> re.Pattern[str]:
    told = any_of(word for word in words if not word.endswith("ing") or word == "missing" or " " in word)
    guard = _NEXT_COUNT if measure in _TRANSITIVE else ""
    return re.compile(rf"(?<![\w-])(?:(?:was|were|been|being|be)\s+(?:\w+ly\s+)?{told}(?![\w-])|{told}(?![\w-]){guard})", re.IGNORECASE)


_AFTER = {measure: _after_pattern(measure, words) for measure, words in _NEAR.items()}
_BEFORE = {measure: re.compile(rf"(?<![\w-]){any_of(words)}(?![\w-])", re.IGNORECASE) for measure, words in _NEAR.items()}
_REACH = 80
"""Characters to either side in which words may tell a measure."""
_CUT = re.compile(r"[,;:.()\n]|\band\b|\b(?:when|while|after|who|but|(?<!reported )as|by)\b", re.IGNORECASE)


_ASIDE = re.compile(r"\s?\([^()\n]{0,40}\)|\s[-–—]\s[^-–—.,;\n]{0,40}\s[-–—](?=\s)|(?<= from)(?: the)? besieged(?= )")
"""What is passed over: asides, and the state of the place that people are from ("three women from the besieged town were killed")."""
_LISTED = re.compile(
    rf"\s+(?:killed|dead),?\s+(?:{NUMBER}|scores|dozens|hundreds|many|several)\s+(?:others?\s+)?(?:injured|wounded|hurt)"
    r"(?=\s*(?:[,.;)\n]|$)|\s+(?:in|by|as|when|after|at|on|during|following|near|from|and)\b)",
    re.IGNORECASE,
)
"""Two tolls side by side, as headlines have them: "20 civilians killed 30 injured"."""
_FAR = 120
_FAR_PASSIVE = re.compile(
    rf"\s+(?:from|of|in|at|on|near|with)\s(?:(?!(?<!\w)(?:{NUMBER}|who|whose|which|that|where|when|while|after|before|since|until|because|if|though"
    r"|so|as|but|by|was|were|said|and(?! (?-i:[A-Z\u00c0-\u00de])))(?!\w))[^,.;:()\n])*?"
    r"\s(?P<told>(?:was|were|has been|have been|had been|are|is)\s+(?:\w+ly\s+)?\w+)",
    re.IGNORECASE,
)
"""A passive after what tells of the counted: "98 evacuees from the northern towns of Aris and Zardana were killed"."""


def noun_measure(head: str | None) -> Measure | None:
    """The measure that a counted noun settles by itself: refugees are displaced people."""
    return next((measure for measure, words in _TABLE["noun_measures"].items() if head in words), None)


def measures_in(words: str) -> list[Measure]:
    """The measures that words tell: "Families in need" tells one."""
    return [measure for measure, pattern in _BEFORE.items() if pattern.search(words)]


def near_measure(text: str, span: Span, sentence: Span) -> Measure | None:
    """The measure that the words beside a figure tell: "12 people were killed", "killing 12"; None where none or two speak.

    Looks four words after it and two before it, not past a comma, "and" or "who"; a verb that takes the next number is that one's.
    """
    if _LISTED.match(text, span[1], sentence[1]):
        return "killed"
    after = _CUT.split(_ASIDE.sub("", text[span[1] : min(sentence[1], span[1] + _REACH)]))[0].split()[:7]
    before = _CUT.split(text[max(sentence[0], span[0] - _REACH) : span[0]])[-1].split()[-2:]
    for words, patterns, most in ((after, _AFTER, 4), (before, _BEFORE, 2)):
        line, reach = " ".join(words), len(" ".join(words[:most]))
        found = [measure for measure, pattern in patterns.items() if (hit := pattern.search(line)) and hit.start() < reach]
        if len(found) == 1:
            return found[0]
        if found:
            return None
    passive = _FAR_PASSIVE.match(text, span[1], min(sentence[1], span[1] + _FAR))
    told = [measure for measure, pattern in _AFTER.items() if passive and pattern.search(passive["told"])]
    return told[0] if len(told) == 1 else None
