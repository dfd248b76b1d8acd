"""Events to the situation on a date: control, displacement, casualties, other numbers, conditions."""

import datetime as dt
from collections.abc import Sequence

from sayso.model.events import Event, FiledClaim
from sayso.model.situation import HouseholdSize, Situation
from sayso.situation.casualties import describe_casualties
from sayso.situation.conditions import describe_conditions
from sayso.situation.control import describe_control
from sayso.situation.counts import claims_of_day
from sayso.situation.displacement import describe_displacement
from sayso.situation.other_totals import describe_other_totals


def describe_situation(
    filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date, households: Sequence[HouseholdSize] = ()
) -> Situation:
    """The picture of a day, from claims of articles published up to it; the order of claims and events does not matter.

    `households` is an operator's table, by which alone households are turned into people.
    """
    known = claims_of_day(filed, as_of)
    return Situation(
        as_of=as_of,
        control=describe_control(known, events, as_of),
        displacement=describe_displacement(known, events, as_of, households),
        casualties=describe_casualties(known, events, as_of),
        other_totals=describe_other_totals(known, events, as_of, households),
        conditions=describe_conditions(known, as_of),
    )
