"""Figures whose form tells what they count, whatever the clause tells of harm: attackers, the sick, people recovered, bodies, towns."""

import re

from sayso.model.mentions import FigureMention
from sayso.model.vocabulary import EventClass, Measure

_ATTACKERS = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|bombers?|militants?|insurgents?|militiam[ae]n|terrorists?|jihadists?|raiders?|kidnappers?|hijackers?"
    r"|assassins?|rebels?|soldiers?|fighters?|policem[ae]n)$",
    re.I,
)
_SOME = r"(?:about |some |at least |nearly |around |more than |up to |the )?"
_BY = re.compile(rf"\bby {_SOME}$", re.I)
_SOMEBODY = (
    rf"{_SOME}(?:\d|an?\b|the\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|dozens\b|scores\b|hundreds\b|several\b"
    r"|themselves\b|civilians\b|people\b|his\b|their\b)"
)
_ACT = re.compile(
    rf"\s+(?:who\s+)?(?:\w+ly\s+)?(?:(?:killed|murdered|shot|wounded|injured|kidnapped|abducted|ambushed)\s+{_SOMEBODY}"
    r"|attacked|raided|stormed|opened fire|blew|detonated|fired|targeted|broke into|burst into|set off|rammed)\b",
    re.I,
)
"""What those who do it go on with: "three bombers killed two people", but not "three bombers killed in a raid"."""
_CASES = re.compile(r"\b(?:cases|patients?|infections?)$", re.I)
_AFTER_CASES = re.compile(r"\bcases (?:\w+ ){0,3}(?:to|at|of|is|was|were|reached) $|\bpatients? (?:is|was|reached) $", re.I)
_GOT_WELL = re.compile(r"\s+(?:(?:has|have|had|were|was)\s+)?(?:been\s+)?(?:recovered|discharged|tested)\b", re.I)
_HARMED = re.compile(
    r"(?: \([^)]{0,40}\))?(?: (?:have|has|had|been|be|was|were|are|also|later|since|reported|as|said|to|\w+ly))*"
    r" (?P<told>died|killed|wounded|injured)\b(?! (?:\d|an?\b|the\b|two\b|three\b|four\b|five\b|nobody\b|people\b|civilians\b))"
)
"""What follows patients who were harmed: "466 patients have been reported as wounded"."""
_BODIES = re.compile(r"\bbodies$", re.I)
_COUNT_CASES: frozenset[EventClass] = frozenset({"need", "casualties"})
_HARM: frozenset[EventClass] = frozenset({"strike", "violence", "battle", "casualties", "protest"})


def told_by_form(text: str, figure: FigureMention, event: EventClass) -> Measure | None:
    """What a figure measures by its form alone; None where that does not tell.

    In the annotated claims of `gold/train` and `training/labels` 14 numbers of attackers are told so, all `fighters`; of 247 of cases or of
    people recovered 236 are `other`, and of 28 of bodies 23 are `killed`.

    >>> text = "two gunmen opened fire"
    >>> told_by_form(text, FigureMention(text="two gunmen", start=0, end=10, low=2, high=2, unit="people"), "violence")
    'fighters'
    """
    before, after = text[max(0, figure.start - 40) : figure.start], text[figure.end : figure.end + 60]
    if event in _HARM and _ATTACKERS.search(figure.text) and (_BY.search(before) or _ACT.match(after)):
        return "fighters"
    if event != "need" and _CASES.search(figure.text) and (harmed := _HARMED.match(after)):
        return "killed" if harmed["told"] in ("died", "killed") else "injured"
    if event in _COUNT_CASES and (_CASES.search(figure.text) or _AFTER_CASES.search(before) or _GOT_WELL.match(after)):
        return "other"
    return "killed" if _BODIES.search(figure.text) and event not in _COUNT_CASES - {"casualties"} else None


_SICK = re.compile(
    r"[^.,;:()\n]{0,40}?\b(?:infected|positive|quarantined|tested|contacts|with (?:covid\S*|cholera|malaria|measles|ebola))\b", re.I
)
_SICK_BEFORE = re.compile(r"\b(?:infect\w+|positive|covid\S*|cases|contacts|quarantined|tested)\b[^.,;:()\n]{0,40}$", re.I)


def counts_the_sick(text: str, figure: FigureMention) -> bool:
    """Whether the words right beside a figure of a claim of need make it one of the sick or tested, who are no people in need.

    Of 362 figures of people in annotated claims of need that tell of an illness 337 are `other`.
    """
    before = text[max(0, figure.start - 60) : figure.start]
    return _SICK.match(text, figure.end) is not None or _SICK_BEFORE.search(before) is not None


_TOWNS = re.compile(r"\b(?:towns?|districts?|governorates?|provinces?|countries|nations?|villages?|states|cities|regions?)$", re.I)
_OF_PLACES: frozenset[EventClass] = frozenset({"damage", "need"})
_OF_TOWNS: frozenset[EventClass] = frozenset({"control", "aid"})


def places_are_counted(words: str, event: EventClass) -> bool:
    """Whether a number of places or parties is a figure of a claim of this class.

    Of 190 numbers of towns and villages in annotated claims 97 are figures: 71 of 106 in claims of damage, need, control and aid ("damaged
    14 villages"), 26 of 84 in the others.
    """
    return event in _OF_PLACES or (event in _OF_TOWNS and _TOWNS.search(words) is not None)
