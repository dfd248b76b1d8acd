"""What no total counts and no condition rests on, and the sentence that says why: the first rule that speaks decides."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from sayso.knowledge.event_words import event_words, is_told_as_part
from sayso.model.events import FiledClaim
from sayso.situation.counts import Count

Uncounted = tuple[Count, str]
"""A figure that is not counted, and why."""

ClaimRule = Callable[[FiledClaim, dt.date], str | None]
"""Looks at a claim on a day and returns the reason to leave it out, or None."""

FigureRule = Callable[[Count], str | None]
"""Looks at a figure and returns the reason to leave it out, or None."""


def is_copy(filed: FiledClaim, as_of: dt.date) -> str | None:
    """The same words by another outlet are one voice."""
    return f"repeats claim {filed.copy_of} in nearly the same words: one voice" if filed.copy_of else None


def is_denied(filed: FiledClaim, as_of: dt.date) -> str | None:
    """What somebody says is not so."""
    return f"{filed.claimant} denies it" if filed.claim.status == "denied" else None


def is_expected(filed: FiledClaim, as_of: dt.date) -> str | None:
    """What is feared, planned or promised."""
    return "feared, planned or promised, not told as having happened" if filed.claim.status == "expected" else None


def begins_later(filed: FiledClaim, as_of: dt.date) -> str | None:
    """What begins after the day of the picture."""
    time = filed.claim.time
    return f"its own time begins after {as_of.isoformat()}" if time and time.start > as_of else None


def is_in_words(count: Count) -> str | None:
    """Words that give an order of magnitude are no number."""
    figure = count.figure
    return f"“{figure.text}” is an order of magnitude in words, no number" if figure.assumed else None


def has_no_number(count: Count) -> str | None:
    """Words that give no number at all."""
    return f"“{count.figure.text}” gives no number" if count.number == (None, None) else None


def is_unconfirmed(count: Count) -> str | None:
    """What the words themselves mark as doubtful."""
    return "the words mark it as unconfirmed" if count.claim.hedged else None


def is_unconfirmed_least(count: Count) -> str | None:
    """A doubtful least number bounds a toll on neither side."""
    return "the words mark it as unconfirmed, and tell no upper bound" if count.claim.hedged and count.figure.high is None else None


def is_part(count: Count) -> str | None:
    """A part told beside its whole."""
    whole, figures = count.figure.part_of, count.claim.figures
    if whole is None or whole == count.index or not 0 <= whole < len(figures):
        return None
    return f"a part of “{figures[whole].text}”, told in the same claim"


def is_part_of_another(count: Count) -> str | None:
    """A part of a number told elsewhere, by its words ("two of the dead")."""
    return "the words make it a part of a number told elsewhere" if is_told_as_part(count.claim, count.figure) else None


def is_given_up(count: Count) -> str | None:
    """A number that the page itself takes back ("an earlier version said")."""
    before = count.claim.evidence[: max(0, count.figure.span[0] - count.claim.start)]
    return "the words give it up: a number corrected or overtaken later" if event_words().withdrawn.search(before) else None


def counts_households(count: Count) -> str | None:
    """Families are told apart, and turned into people by nobody but an operator's table."""
    families = count.figure.unit == "households" and count.household is None
    return f"“{count.figure.text}”: households, not converted into people" if families else None


def counts_no_people(count: Count) -> str | None:
    """Families or buildings struck are not a number of people."""
    return None if count.figure.unit == "people" else f"“{count.figure.text}”: {count.figure.unit}, not people"


CLAIM_RULES: tuple[ClaimRule, ...] = (is_copy, is_denied, is_expected, begins_later)
"""For claims of any kind, in order."""

FIGURE_RULES: tuple[FigureRule, ...] = (
    is_in_words, has_no_number, is_unconfirmed, is_part, is_part_of_another, is_given_up, counts_households,
)  # fmt: skip
"""For figures of rows as told, in order."""

TOLL_RULES: tuple[FigureRule, ...] = (
    is_in_words, has_no_number, is_unconfirmed_least, is_part, is_part_of_another, is_given_up, counts_no_people,
)  # fmt: skip
"""For tolls of events, in order; an unconfirmed toll still bounds the high side (tolls.py)."""


def why_left_out(filed: FiledClaim, as_of: dt.date) -> str | None:
    """Why a claim tells nothing of a day's picture; None where it does."""
    return next((why for rule in CLAIM_RULES if (why := rule(filed, as_of))), None)


def part_counts(counts: Iterable[Count], as_of: dt.date, rules: Sequence[FigureRule]) -> tuple[list[Count], list[Uncounted]]:
    """Parts what a total of a day may count from what it leaves out, each with its reason."""
    judged = [(c, why_left_out(c.filed, as_of) or next((why for rule in rules if (why := rule(c))), None)) for c in counts]
    return [c for c, why in judged if why is None], [(c, why) for c, why in judged if why is not None]
