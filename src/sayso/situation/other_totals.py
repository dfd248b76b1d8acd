"""Other numbers that the field needs, as told: returns, detentions, missing, besieged, homes, facilities, in need, aided."""

import datetime as dt
from collections.abc import Sequence

from sayso.model.events import Event, FiledClaim
from sayso.model.situation import HouseholdSize, Total
from sayso.model.vocabulary import Measure
from sayso.situation.counts import counts_of
from sayso.situation.households import convert_households
from sayso.situation.rows import tell_rows

MEASURES: tuple[Measure, ...] = ("returned", "detained", "missing", "besieged", "houses", "facilities", "in_need", "aided")


def describe_other_totals(
    filed: Sequence[FiledClaim], events: Sequence[Event], as_of: dt.date, sizes: Sequence[HouseholdSize] = ()
) -> tuple[Total, ...]:
    """One row a count of the same people or buildings, days and area; rivals make a range, nothing is added."""
    return tell_rows(convert_households(counts_of(filed, MEASURES), sizes), events, as_of)
