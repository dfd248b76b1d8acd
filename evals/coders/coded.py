"""Events that human coders made: UCDP's Georeferenced Event Dataset on Syria, 2016 to 2018, one row a deadly event."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from sayso.gazetteer.distance import kilometres

CODED = "corpora/ucdp_ged_syria/2016-2018.csv"
YEARS = (2016, 2018)


class Reach(msgspec.Struct, frozen=True):
    """How far apart two events may lie and be one, and how exactly coders must have known place and day (UCDP's precisions, 1 best)."""

    km: float
    days: int
    where_prec: int
    date_prec: int


NEAR = Reach(25.0, 2, where_prec=2, date_prec=2)
"""Place known to about 25 km and day to within a week: as much as UCDP claims of such rows, and no more."""
CLOSE = Reach(5.0, 0, where_prec=1, date_prec=1)
"""The very town and day."""
COUNTED = Reach(5.0, 1, where_prec=2, date_prec=1)
"""Where deaths are compared: the town as UCDP names it, the day or the one beside it, for a night has two."""


_LEAST_KM_A_DEGREE = 80.0
"""No degree of latitude or longitude is shorter in Syria: a first, cheap look."""


class Coded(msgspec.Struct, frozen=True):
    """One coded event: days as ordinals, inclusive, degrees, and the least, best and most deaths."""

    coded_id: str
    start: int
    end: int
    lat: float
    lon: float
    where_prec: int
    date_prec: int
    low: int
    best: int
    high: int


def read_coded(path: Path) -> tuple[Coded, ...]:
    """All rows of the table."""
    with path.open(encoding="utf8", newline="") as stream:
        return tuple(_coded(row) for row in csv.DictReader(stream))


def _coded(row: dict[str, str]) -> Coded:
    start, end = (dt.date.fromisoformat(row[name][:10]).toordinal() for name in ("date_start", "date_end"))
    where, when, low, best, high = (int(float(row[name])) for name in ("where_prec", "date_prec", "low", "best", "high"))
    name = row["id"].removesuffix(".0")
    return Coded(name, start, end, float(row["latitude"]), float(row["longitude"]), where, when, low, best, high)


def find_within(coded: Sequence[Coded], lat: float, lon: float, reach: Reach) -> tuple[Coded, ...]:
    """Coded events of every day that lie within reach of a point and are known exactly enough."""
    exact = (c for c in coded if c.where_prec <= reach.where_prec and c.date_prec <= reach.date_prec)
    degrees = reach.km / _LEAST_KM_A_DEGREE
    rough = (c for c in exact if abs(c.lat - lat) < degrees and abs(c.lon - lon) < degrees)
    return tuple(c for c in rough if kilometres(lat, lon, c.lat, c.lon) <= reach.km)


def days_of(found: Sequence[Coded], reach: Reach) -> frozenset[int]:
    """Days on which an event would lie within reach of some coded one."""
    return frozenset(day for c in found for day in range(c.start - reach.days, c.end + reach.days + 1))
