"""The clock, asked at the front door alone, and moments as a user writes them."""

import datetime as dt

import typer


def now() -> str:
    """This moment as the ledger notes it (UTC, ISO 8601)."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="milliseconds")


def parse_moment(written: str) -> str:
    """A moment as the ledger notes it: a day is meant to its end; without a zone, UTC is meant.

    >>> parse_moment("2020-01-28"), parse_moment("2020-01-28T14:05+02:00")
    ('2020-01-28T23:59:59.999+00:00', '2020-01-28T12:05:00.000+00:00')
    """
    try:
        if len(written) == len("2020-01-28"):
            moment = dt.datetime.combine(dt.date.fromisoformat(written), dt.time(23, 59, 59, 999000), dt.UTC)
        else:
            moment = dt.datetime.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no moment; write it as in 2020-01-28 or 2020-01-28T14:05") from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return aware.astimezone(dt.UTC).isoformat(timespec="milliseconds")
