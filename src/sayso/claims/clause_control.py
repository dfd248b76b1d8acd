"""What a control claim says of its place: the change, who holds it by this account, and how much of it."""

import re
from collections.abc import Sequence

from sayso.claims.clause_view import ClauseView
from sayso.model.claims import ClaimActor, ClaimPlace, Control, Source
from sayso.model.vocabulary import Extent, Transition

_EXTENTS: tuple[tuple[Extent, re.Pattern[str]], ...] = (
    ("outskirts", re.compile(r"\b(?:outskirts|edges?|gates|entrances?|suburbs)\b", re.I)),
    (
        "part",
        re.compile(
            r"\b(?:parts?|sections?|half|most|much|portions?|some|several|districts?|neighbou?rhoods?|swathes?|swaths?|majority"
            r"|large areas?|largely|\d+ per ?cent|\d+%|quarters?|third) (?:of|the)\b|\blargely (?:control|h[eo]ld)",
            re.I,
        ),
    ),
    (
        "whole",
        re.compile(
            r"\b(?:(?:in|its|their) entirety|entire(?:ly)?|all of|whole|full(?:y| control)|complete(?:ly| control)|total control|fully)\b",
            re.I,
        ),
    ),
)
"""Words of the clause and the extent that they tell; the first row that fits counts."""

_GAINS: frozenset[Transition] = frozenset({"entered", "captured", "holds", "besieged", "handed_over"})
_TO = re.compile(r"\b(?:to|into|over to|hands of)(?: (?:the|a|an|its))? ?$", re.I)
_UNDER = re.compile(
    r"\b(?:hands of|control of|held by|controlled by|captured by|taken by|seized by|overrun by|fell to|fallen to)(?: (?:the|a|an|its))? ?$",
    re.I,
)
_OURS = re.compile(r"\b(?:ours|in our hands|we (?:still )?(?:hold|control|captured|took|have taken))\b", re.I)


def describe_control(
    view: ClauseView,
    transition: Transition | None,
    actors: Sequence[ClaimActor],
    places: Sequence[ClaimPlace],
    source: Source | None,
) -> Control | None:
    """The control part of a claim of class control; None for other classes and where no transition is told."""
    if view.happening.event != "control" or transition is None:
        return None
    clause = view.text[slice(*view.clause)]
    extent = next((name for name, pattern in _EXTENTS if pattern.search(clause)), "unknown")
    shifted = any(p.relation and re.search(r"outskirts|edges?|suburbs", p.relation) for p in places)
    return Control(
        transition=transition, holder=_holder_of(view, transition, actors, source), extent="outskirts" if shifted else _as_extent(extent)
    )


def _as_extent(name: str) -> Extent:
    return next((extent for extent, _ in _EXTENTS if extent == name), "unknown")


def _holder_of(view: ClauseView, transition: Transition, actors: Sequence[ClaimActor], source: Source | None) -> str | None:
    """Who holds the place by this claim: who takes it, who it is handed or lost to; None where the words name nobody."""
    sides = [a for a in actors if a.role != "affected"]
    agents = [a for a in sides if a.role == "agent"]
    gains = transition in _GAINS and transition != "handed_over"
    lead = _UNDER if gains else _TO
    named = [a for a in sides if lead.search(view.text[max(view.clause[0], a.span[0] - 40) : a.span[0]])]
    if gains:
        found = [*named, *agents, *(sides if transition == "holds" else ())]
        return found[0].name if found else _own_side(view, source)
    return named[0].name if named else None


def _own_side(view: ClauseView, source: Source | None) -> str | None:
    """ "The town is ours": the side that speaks."""
    ours = source is not None and source.kind in ("official", "armed_group") and _OURS.search(view.text[slice(*view.clause)])
    return (source.chain[-1] if source.chain else source.name) if ours and source is not None else None
