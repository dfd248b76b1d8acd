"""How much a clause tells of: a day or a year, ten or a million, one town or a whole war."""

import re
from collections.abc import Sequence

from sayso.claims.clause_view import ClauseView

A_STATE = r"(?<!Islamic )state(?!-| (?:media|news|tv|television|agency|run))"
"""A pattern for a state that is a part of a country."""
_POINTS_TO = {
    "town": re.compile(r"\b(?:the|this|that) (?:\w+ )?(?:city|town|village|neighbou?rhood|suburb|enclave|camp)(?:'s|\u2019s|s)?\b", re.I),
    "division": re.compile(rf"\b(?:the|this|that) (?:\w+ )?(?:province|governorate|{A_STATE}|region|district|area|island|county)\b", re.I),
    "country": re.compile(r"\b(?:the|this|that) (?:\w+ )?(?:country|nation|kingdom|republic)\b|\bnation-?wide\b", re.I),
    "a war": re.compile(r"\b(?:wars?|conflict|crisis|uprising|truce|cease-?fire|peace|revolution|hostilities)\b", re.I),
    "there": re.compile(r"\b(?:there|here)\b", re.I),
}
"""Words of a clause that point back at a place of a kind, or that tell of what is no single place's."""


def extent_of(view: ClauseView) -> Sequence[str]:
    """How much a clause tells of: its longest time, its largest figure, and which kinds of places or war it points back at."""
    precision = max((time.date_prec or 0 for time in view.times if view.holds(time)), default=0)
    largest = max((figure.high or figure.low or 0 for figure in view.figures if view.holds(figure)), default=0)
    clause = view.text[slice(*view.clause)]
    back = [f"points to {what}" for what, words in _POINTS_TO.items() if words.search(clause)]
    return f"time of precision {precision}", f"{min(len(str(largest)), 6)} digits", *back
