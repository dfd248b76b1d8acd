"""The events of a ledger that coders would code: deadly kinds, told as having happened, of one town and one day or night."""

from collections.abc import Mapping

import msgspec

from evals.coders.coded import YEARS
from sayso.model.events import Event, EventPlace
from sayso.model.situation import Total
from sayso.model.views import LedgerView
from sayso.model.vocabulary import EventClass

CLASSES: tuple[EventClass, ...] = ("battle", "strike", "violence", "casualties")
"""What UCDP codes where somebody dies of it; who holds a place, needs, agreements are none of its events."""

COUNTRY = "SY"
_LAST_DAY = 1
"""Days after the first: a night, or two accounts that differ by a day."""
_TOWN = (1, 2)
"""ACLED geo_precision: a town, or a site or part of one; 3 is a larger area."""


class Told(msgspec.Struct, frozen=True):
    """One event of the ledger as it is compared: days as ordinals, degrees, the killed by its standing accounts (most None where open)."""

    event_id: str
    event: EventClass
    place: str
    lat: float
    lon: float
    start: int
    end: int
    killed: tuple[int, int | None] | None
    claims: tuple[str, ...]

    @property
    def days(self) -> range:
        """Its days."""
        return range(self.start, self.end + 1)


def list_told(view: LedgerView) -> tuple[Told, ...]:
    """Events of a ledger that can be compared, in its order."""
    happened = {f.claim.id for f in view.claims if f.claim.status in ("happened", "ongoing")}
    tolls = sum_killed(view.situation.casualties)
    return tuple(_told(event, tolls) for event in view.events if is_comparable(event) and happened & set(event.claims))


def is_comparable(event: Event) -> bool:
    """Whether an event is of a kind that is coded, in a town of the country, on a told day of the years."""
    time, place = event.time, main_place(event)
    if event.event not in CLASSES or time.basis != "told" or time.start is None or time.end is None or place is None:
        return False
    in_years = YEARS[0] <= time.start.year and time.end.year <= YEARS[1]
    return in_years and (time.end - time.start).days <= _LAST_DAY and place.country == COUNTRY and place.geo_precision in _TOWN


def main_place(event: Event) -> EventPlace | None:
    """The place that most of its claims tell, where that has a point; the others are not tried."""
    return event.places[0] if event.places and event.places[0].lat is not None else None


def sum_killed(casualties: tuple[Total, ...]) -> dict[str, tuple[int, int | None]]:
    """Least and most killed of each event: its rows, which count civilians, fighters and others apart, added up."""
    found: dict[str, tuple[int, int | None]] = {}
    for row in casualties:
        if row.measure == "killed" and row.event_id is not None and (row.low, row.high) != (None, None):
            low, high = found.get(row.event_id, (0, 0))
            found[row.event_id] = (low + (row.low or 0), None if high is None or row.high is None else high + row.high)
    return {name: (low, high) for name, (low, high) in found.items() if high != 0}


def _told(event: Event, tolls: Mapping[str, tuple[int, int | None]]) -> Told:
    place, time = main_place(event), event.time
    if place is None or place.lat is None or place.lon is None or time.start is None or time.end is None:
        raise ValueError(f"{event.event_id} has no point or no day")
    start, end = time.start.toordinal(), time.end.toordinal()
    return Told(event.event_id, event.event, place.name, place.lat, place.lon, start, end, tolls.get(event.event_id), event.claims)
