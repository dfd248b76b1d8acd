"""Days of the calendar, from year 1 to year 9999."""

import datetime as dt


def add_days(day: dt.date, number: int) -> dt.date:
    """The day so many days later (earlier where negative); the calendar's ends hold it.

    >>> str(add_days(dt.date(2020, 3, 1), -1)), str(add_days(dt.date.min, -7))
    ('2020-02-29', '0001-01-01')
    """
    return dt.date.fromordinal(min(max(day.toordinal() + number, 1), dt.date.max.toordinal()))
