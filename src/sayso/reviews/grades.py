"""Grades that an operator gives to sources (Admiralty scale): by topic, from a day on; a source without a grade has none."""

import datetime as dt
from collections.abc import Iterable

from sayso.model.entries import Entry, Grade, Reliability
from sayso.model.events import FiledClaim


def grade_of(filed: FiledClaim, grades: Iterable[Entry]) -> Reliability | None:
    """The grade that held for a claim's source on the day of its article: of its topic before the general, the latest before earlier.

    The source is the original claimant; where the outlet speaks in its own voice, the outlet. Without a day of publication only grades
    without a first day hold.
    """
    day = filed.article.published
    fitting = [
        (e.act.topic is not None, e.act.since or dt.date.min, e.order, e.act.reliability)
        for e in grades
        if isinstance(e.act, Grade)
        and e.act.source == graded_name(filed)
        and e.act.topic in (None, filed.claim.event)
        and (e.act.since is None or (day is not None and e.act.since <= day))
    ]
    return max(fitting)[3] if fitting else None


def graded_name(filed: FiledClaim) -> str:
    """Whom a grade of this claim's source is for."""
    source = filed.claim.source
    if source is None:
        return filed.article.publisher or ""
    return source.chain[-1] if source.chain else source.name
