"""What the words beside persons say that happened to them: killed, hit, hurt, or nothing of the kind."""

import re
from typing import Literal

Harm = Literal["killed", "hit", "hurt"]
"""`hit` is told of those who were shot or struck, whether they lived or not."""

_OFTEN = r"(?:\w+ly\s+|also\s+|later\s+|all\s+|both\s+|then\s+|each\s+|still\s+|being\s+|been\s+|reported\s+|not\s+seriously\s+)*"
_BE = r"(?:was|were|is|are|been|be|being|got|gets|had been|has been|have been)"
_CARE = r"(?:hospital|medical cent(?:er|re)|clinic|trauma|emergency room|\bER\b|surgery)"
_WHO = r"\s*(?:who\s+|,\s*who\s+)?"
_NO_OBJECT = r"\b(?!\s+(?:himself|herself|an?|the|his|her|him|two|three|\d)\b)"

_SUFFERS: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            rf"{_WHO}(?:fatally\b|{_BE}\s+{_OFTEN}(?:shot\s+(?:\w+\s+times\s+)?(?:and\s+{_OFTEN}killed|to\s+death|dead)"
            r"|killed|fatally\s+\w+|gunned\s+down|murdered|slain|found\s+(?:\w+\s+){0,3}?dead"
            r"|(?:pronounced|declared)\s+(?:\w+\s+)?dead|dead\b"
            rf"|executed|beheaded|(?:stabbed|beaten|burned)\s+to\s+death|mortally\s+wounded)|(?:found|pronounced)\s+(?:shot\s+)?dead\b"
            rf"|{_OFTEN}(?:had\s+|has\s+|have\s+)?{_OFTEN}(?:died|dies|succumbed)\b"
            rf"|(?:shot\s+(?:dead|to death|and killed)|killed|fatally shot|dead|dies|slain){_NO_OBJECT}"
            r"|lost\s+(?:his|her|their)\s+li(?:fe|ves))",
            re.I,
        ),
    ),
    (
        "hit",
        re.compile(
            rf"{_WHO}(?:{_BE}\s+{_OFTEN}(?:shot(?!\s+at\b)"
            r"|(?:struck|hit)(?!\s+by\s+(?:a|an|the)\s+(?:\w+\s+)?(?:car|vehicle|truck|train|minivan|bus|suv))|grazed"
            r"|found\s+(?:\w+\s+)?shot"
            r"|found\s+(?:\w+\s+)?with)\b"
            r"|(?:shot|hit by gunfire)\b(?!\s+(?:himself|herself|at|an?|the|his|her|him|and|two|three|\d)\b)|victim\b)",
            re.I,
        ),
    ),
    (
        "hurt",
        re.compile(
            rf"{_WHO}(?:{_BE}\s+{_OFTEN}(?:wounded|injured|hurt|hospitali[sz]ed"
            rf"|(?:in|listed in|reported in)\s+(?:\w+,?\s+(?:but\s+)?){{0,3}}condition"
            rf"|(?:taken|rushed|transported|airlifted|flown|brought|sent|driven|admitted|treated)\b[^.;]{{0,60}}{_CARE}"
            r"|treated\s+(?:for|at)"
            r"|recovering|fighting\s+for|expected\s+to\s+(?:survive|recover|live|be okay)|undergoing)"
            r"|(?:(?:was|were|is|are)\s+)?(?:suffer\w*|sustain\w*|receiv\w*)\s+[^.;]{0,50}?(?:wound|injur|graze)"
            r"|(?:with|had)\s+(?:an?\s+)?(?:\w+\s+){0,3}?(?:gunshot|bullet)?\s*wounds?|survived"
            r"|(?:wounded|injured|hurt|hospitali[sz]ed|critical)\b(?!\s+(?:an?|the|his|her|two|three|\d))|in\s+(?:\w+\s+){0,2}condition"
            r"|remain\w*\s+(?:in|hospitali))",
            re.I,
        ),
    ),
)
"""What follows on those who suffer it."""

_DIES = re.compile(
    r"\b(?:died|dies|succumbed|pronounced (?:\w+ )?dead|and killed|dead at the scene|fatally|to death|killing (?:him|her)\b)", re.I
)
"""Later in the sentence: those who were hit are dead."""

_LED_BY = r"\s+(?:both\s+|at least\s+)?$"
_DONE_TO: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    (
        "killed",
        re.compile(
            r"(?:\b(?:shot\s+(?:and\s+|to\s+death\s*)(?:killed|killing)?|shot\s+dead|fatally\s+\w+|kill(?:ed|ing|s)|murder(?:ed|ing|s)"
            r"|execut(?:ed|ing)|behead(?:ed|ing)|gunned\s+down|slaying|shoots?\s+and\s+kills?|shooting\s+and\s+killing)"
            r"|\b(?:deaths?|bod(?:y|ies)|killings?|murders?|slayings?|(?:fatal|deadly)\s+shooting|homicide|execution|loss)\s+(?:\w+\s+)?of"
            rf"|claim(?:ed|ing)\s+the\s+(?:life|lives)\s+of){_LED_BY}",
            re.I,
        ),
    ),
    ("hurt", re.compile(rf"\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt|hurting|hospitaliz(?:ed|ing)){_LED_BY}", re.I)),
    (
        "hit",
        re.compile(
            r"(?:\b(?:shot|shoots?|shooting|struck|striking|hit|hitting|grazed|grazing)|\bshooting\s+of|injuries\s+(?:of|to))" + _LED_BY,
            re.I,
        ),
    ),
)
"""What leads up to those to whom it is done, killed before hurt before hit."""

_FRAMES: tuple[tuple[re.Pattern[str], Harm, re.Pattern[str]], ...] = (
    (re.compile(r"\bpronounced\s+$", re.I), "killed", re.compile(r"\s*dead", re.I)),
    (re.compile(r"\b(?:left|leaving|leaves|leave)\s+$", re.I), "killed", re.compile(r"\s*dead", re.I)),
    (
        re.compile(r"\b(?:left|leaving|leaves|leave)\s+$", re.I), "hurt",
        re.compile(r"\s*(?:\w+\s+)?(?:injured|wounded|hurt|in\s+\w+\s+condition|hospitali[sz]ed|with)", re.I),
    ),
    (
        re.compile(r"\b(?:sent|sending|sends|send|put|puts|putting|hospitalizes|landed)\s+$", re.I), "hurt",
        re.compile(r"\s*(?:to|in)\s+(?:the|an?|area|local|[A-Z]\w+)?\s*(?:\w+\s+){0,2}?(?:hospitals?|ER|emergency|\w+ condition)", re.I),
    ),
)  # fmt: skip
"""What stands on both sides: "left a boy dead", "sent two men to the hospital"."""

_NOT_SO = re.compile(r"\s*(?:was|were|is|are|did)(?: not|n[’']t)", re.I)
_NONE = re.compile(r"\b(?:no|not|not one|neither|without)\s+$", re.I)
_EITHER = re.compile(r"\b(?:kill|behead|execut)\w*\s+(?:and|or)\s+(?:\w+ly\s+)?(?:injur|wound|hurt|shot)\w*\s+$", re.I)
"""Killed and injured together: "killed and injured five"."""

_OF_THEIRS: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    ("killed", re.compile(r"\s*(?:\w+\s+){0,2}?(?:body|death|killing|murder|remains|slaying|homicide)\b", re.I)),
    ("hurt", re.compile(r"\s*(?:\w+\s+)?(?:injur(?:y|ies)|wounds?)\b", re.I)),
)
_IN_THE_WORDS: tuple[tuple[Harm, re.Pattern[str]], ...] = (
    ("killed", re.compile(r"\b(?:dead|killed|deaths?|bodies|fatalities)\b", re.I)),
    ("hurt", re.compile(r"\b(?:injured|wounded|hurt)\b", re.I)),
)


def suffered_by(after: str, rest: str, *, several: bool = False) -> Harm | None:
    """What those suffer whom these words follow; `rest` are the words up to the next persons.

    A death told later is that of one person, not of `several`.

    >>> suffered_by(" was shot in the leg", " was shot in the leg"), suffered_by(" fled", " fled")
    ('hit', None)
    """
    if _NOT_SO.match(after):
        return None
    harm = next((h for h, pattern in _SUFFERS if pattern.match(after)), None)
    return "killed" if harm is not None and not several and _DIES.search(rest) else harm


def done_to(before: str, after: str, rest: str, *, several: bool = False) -> Harm | None:
    """What is done to those who stand between these words.

    >>> done_to("A man shot and killed ", " on Monday", ""), done_to("which left ", " dead", ""), done_to("He saw ", "", "")
    ('killed', 'killed', None)
    """
    if _NOT_SO.match(after) or _NONE.search(before) or _EITHER.search(before):
        return None
    framed = next((h for lead, h, follows in _FRAMES if lead.search(before) and follows.match(after)), None)
    harm = framed or next((h for h, pattern in _DONE_TO if pattern.search(before)), None)
    if harm != "hit":
        return harm
    fatal = (not several and _DIES.search(rest)) or re.match(r"\s*(?:dead|to death)", after, re.I)
    return "killed" if fatal else harm


def is_of_nobody(before: str) -> bool:
    """Whether the words before persons say that there were none ("not one child")."""
    return _NONE.search(before) is not None


def told_of_theirs(after: str) -> Harm | None:
    """What is told by what belongs to somebody: "the boy's body", "Lorne' injuries"."""
    return next((h for h, pattern in _OF_THEIRS if pattern.match(after)), None)


def told_in(words: str) -> Harm | None:
    """What the words that count persons tell themselves: "five wounded"."""
    return next((h for h, pattern in _IN_THE_WORDS if pattern.search(words)), None)


def may_be_dead(rest: str) -> bool:
    """Whether a death is told further on."""
    return _DIES.search(rest) is not None
