"""The ledger as the commands look at it, and the working views that they print of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sayso.cli.catching_up import catch_up, kept_events_of
from sayso.cli.gazetteer_file import user_settings
from sayso.cli.household_sizes import read_household_sizes
from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.listed_persons import read_listed_persons
from sayso.cli.options import CountryOption, DaysOption, FormatOption, KnownOption, LedgerOption, OnOption
from sayso.cli.printing import print_tables, settle_format, tell_user, write_json_line
from sayso.cli.progress import Tell, show_progress
from sayso.cli.whole_files import open_output
from sayso.errors import InputError, LedgerError
from sayso.model.vocabulary import Handling

if TYPE_CHECKING:
    from sayso.model.situation import HouseholdSize
    from sayso.model.views import LedgerView, ListedPerson

T = TypeVar("T")

NOTHING = {
    "claims": "no claims",
    "events": "no events",
    "control": "no account of who holds a place",
    "figures": "no figures",
    "places": "no places",
}
"""What a view says that has no rows."""


def load_view(
    named: str | None,
    on: dt.date | None = None,
    since: dt.date | None = None,
    *,
    audience: Handling = "confidential",
    may_be_empty: bool = False,
    known_at: str | None = None,
) -> "LedgerView":
    """Gather what the ledger holds, as far as an audience may see it, into claims, events and the situation of a day."""
    from sayso.pipeline import view_records

    path = settle_ledger(named)
    households, listed = _own_tables()
    with open_ledger(path) as ledger:
        if not ledger.counts().articles:
            raise LedgerError(f"{path} holds no reports yet; read some: sayso read INPUT --ledger {path}")
        catch_up(path, ledger)
        with show_progress("reading the ledger") as tell:
            view = view_records(
                _count(ledger.records(known_at), tell),
                as_of=on,
                since=since,
                unread=ledger.unread(),
                households=households,
                listed=listed,
                audience=audience,
                entries=ledger.entries(),
                known_at=known_at,
                counted_from=ledger.counted_from(known_at),
                kept=partial(kept_events_of, ledger),
            )
    if may_be_empty:
        return view
    if not view.articles and on is None:
        raise LedgerError(f"{path} holds no report that a {audience} audience may see: all are above its level")
    if view.as_of == dt.date.min:
        raise LedgerError(f"no report in {path} says when it was published; name the day to look at: --on DATE")
    return view


def load_part(
    named: str | None,
    country: str | None,
    days: int | None,
    on: dt.date | None = None,
    since: dt.date | None = None,
    *,
    audience: Handling = "confidential",
    known_at: str | None = None,
) -> "LedgerView":
    """The same of one country alone, if one is named; of all, if none is."""
    if country is None:
        if days is not None:
            raise InputError("--days goes with --country; for all that the ledger holds, leave it out")
        return load_view(named, on, since, audience=audience, known_at=known_at)
    if known_at is not None:
        raise InputError("a country alone is shown as it is known now; leave out --known, or --country")
    from sayso.filing import DAYS, Asked, settle_country, view_country

    path, code = settle_ledger(named), settle_country(country)
    households, listed = _own_tables()
    asked = Asked(since=since, households=households, listed=listed, audience=audience)
    with open_ledger(path) as ledger:
        catch_up(path, ledger)
        return view_country(ledger, code, on, days or DAYS, asked)


def _own_tables() -> "tuple[tuple[HouseholdSize, ...], tuple[ListedPerson, ...]]":
    """The operator's tables of people a household and of persons, as far as the settings name some."""
    settings = user_settings()
    sizes = read_household_sizes(settings.households) if settings.households else ()
    listed = read_listed_persons(settings.persons) if settings.persons else ()
    return tuple(sizes), tuple(listed)


def _count(things: Iterable[T], tell: Tell) -> Iterator[T]:
    number = 0
    for number, thing in enumerate(things, 1):
        tell(number)
        yield thing
    tell(number, step="gathering claims into events")


def print_view(
    name: str,
    ledger: str | None,
    on: dt.date | None,
    asked: FormatOption,
    known: str | None,
    country: str | None = None,
    days: int | None = None,
) -> None:
    """Print one of the working views: a table for people, or a row a line for programs."""
    from sayso.cli.tables import ROWS, table_of, title_of

    view = load_part(ledger, country, days, on, known_at=known)
    rows = ROWS[name](view)
    if not rows:
        tell_user(f"{NOTHING[name]} by {view.as_of}{' as known then' if known else ''}; look at another day with --on DATE")
    elif settle_format(asked) == "table":
        print_tables(table_of(name, rows, title_of(name, view)))
    else:
        with open_output(None) as stream:
            for row in rows:
                write_json_line(stream, row)


def show_claims(
    ledger: LedgerOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    format_: FormatOption = None,
) -> None:
    """List claims: what, where, when, how many, on whose word, in which words."""
    print_view("claims", ledger, on, format_, known, country, days)


def show_events(
    ledger: LedgerOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    format_: FormatOption = None,
) -> None:
    """List events: claims of one happening, with the accounts that agree and those that contradict."""
    print_view("events", ledger, on, format_, known, country, days)


def show_control(
    ledger: LedgerOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    format_: FormatOption = None,
) -> None:
    """Show who holds each place on a day, by all accounts; rival accounts stand side by side."""
    print_view("control", ledger, on, format_, known, country, days)


def show_figures(
    ledger: LedgerOption = None,
    on: OnOption = None,
    known: KnownOption = None,
    country: CountryOption = None,
    days: DaysOption = None,
    format_: FormatOption = None,
) -> None:
    """Show totals of people displaced and harmed, with the method, the range and what is left out."""
    print_view("figures", ledger, on, format_, known, country, days)


def show_places(
    ledger: LedgerOption = None, on: OnOption = None, known: KnownOption = None, format_: FormatOption = None
) -> None:
    """List the places that claims name, how they are spelled and what they resolved to."""
    print_view("places", ledger, on, format_, known)
