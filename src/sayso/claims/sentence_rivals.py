"""Happenings of one sentence that tell of one event: a toll belongs to the act that it names, and a doubtful twin gives way."""

from collections.abc import Sequence

from msgspec import structs

from sayso.model.articles import Span
from sayso.model.happenings import Happening
from sayso.model.vocabulary import EventClass

_ACTS: frozenset[EventClass] = frozenset({"strike", "battle", "violence"})
_AHEAD, _SURE = 0.15, 0.5
"""How much likelier a twin on the same words must be, and the score from which a happening stands beside any twin.

Classed F1 over 5 folds of gold/train by article: 0.651 so, 0.647 with all twins kept; 0.1 to 0.5 and 0.45 to 0.7 lie between.
"""


def settle_rivals(told: Sequence[Happening]) -> tuple[Happening, ...]:
    """One happening an event: tolls joined to their acts (ANNOTATION.md, settled point 5), twins on the same words weighed.

    >>> def told(event, start, end, score):
    ...     return Happening(start=start, end=end, event=event, trigger=(start, start + 4), score=score)
    >>> [(h.event, h.start, h.end) for h in settle_rivals([told("casualties", 0, 30, 0.6), told("strike", 30, 60, 0.9)])]
    [('strike', 0, 60)]
    >>> [h.event for h in settle_rivals([told("strike", 0, 60, 0.9), told("aid", 0, 60, 0.4)])]
    ['strike']
    """
    joined = _join_tolls(told)
    twins: dict[Span, list[Happening]] = {}
    for one in joined:
        twins.setdefault((one.start, one.end), []).append(one)
    return tuple(h for h in joined if not any(_gives_way(h, other) for other in twins[h.start, h.end]))


def _gives_way(one: Happening, other: Happening) -> bool:
    """Whether one of two happenings on the same words is the doubtful one."""
    ahead = 0.0 if _is_unlisted(one) and not _is_unlisted(other) else _AHEAD
    return one is not other and one.score < _SURE and other.score - one.score >= ahead


def _is_unlisted(one: Happening) -> bool:
    """Whether no listed word tells of it, but the network alone."""
    return any(".unlisted:" in why for why in one.why)


def _join_tolls(told: Sequence[Happening]) -> list[Happening]:
    kept = list(told)
    for toll in [h for h in told if h.event == "casualties"]:
        acts = [h for h in kept if h.event in _ACTS and h.status != "expected" and _is_next_to(toll, h, kept)]
        if acts:
            act = min(acts, key=lambda h: abs(h.trigger[0] - toll.trigger[0]))
            why = (*act.why, "its toll is told in the same sentence")
            wide = structs.replace(act, start=min(act.start, toll.start), end=max(act.end, toll.end), why=why)
            kept = [wide if h is act else h for h in kept if h is not toll]
    return kept


def _is_next_to(toll: Happening, act: Happening, told: Sequence[Happening]) -> bool:
    """Whether nothing else is told between a toll and an act."""
    first, last = sorted((toll, act), key=lambda h: (h.start, h.end))
    return not any(h is not toll and h is not act and first.end <= h.start and h.end <= last.start for h in told)
