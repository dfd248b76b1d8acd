"""How many were driven from their homes: movements by days, origin and destination; people displaced by place and date."""

import datetime as dt
from collections.abc import Sequence

from sayso.model.events import Event, FiledClaim
from sayso.model.situation import HouseholdSize, Total
from sayso.model.vocabulary import Measure
from sayso.situation.counts import counts_of
from sayso.situation.households import convert_households
from sayso.situation.rows import tell_rows

MEASURES: tuple[Measure, ...] = ("displaced",)


def describe_displacement(
    filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date, sizes: Sequence[HouseholdSize] = ()
) -> tuple[Total, ...]:
    """Rows of people displaced, each for its own days, area and population.

    Nothing is added: days and areas of reported counts overlap, and a stock of displaced people does not follow from movements.
    A later count replaces an earlier one only where it corrects it, or where one claimant counts the same days and area again.
    """
    return tell_rows(convert_households(counts_of(filed, MEASURES), sizes), events, as_of)
