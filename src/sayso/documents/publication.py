"""When a page was published: the first of the bases that says so, and what lost to it."""

import datetime as dt

import msgspec

from sayso.model.articles import DateCandidate, Published
from sayso.model.vocabulary import PublishedBasis

SOON = dt.timedelta(days=14)
"""A text changed this soon after the day that its input gives is read from the day of the change: its "on Tuesday" is of then.

A convention of Sayso: a fortnight is longer than a story is followed, and shorter than a page lies before it is touched again.
"""


class DateClaim(msgspec.Struct, frozen=True):
    """A day that something on or around the page gives as its publication, and where it stands."""

    day: dt.date
    where: str


class DateSources(msgspec.Struct, frozen=True, kw_only=True):
    """All that speaks for a day of publication, the stronger first.

    `given` is the caller's (`--published`); `printed` stands in the page's text or its markup; `of_input` came with the input
    record; `updated` is printed as the day of a later change, which is not the day of publication where another is printed, nor
    where the input's lies more than SOON before it; `open` are printed numbers whose order of day and month is not known; `matched`
    are years that an undated page fits.
    """

    given: dt.date | None = None
    printed: tuple[DateClaim, ...] = ()
    of_input: DateClaim | None = None
    updated: tuple[DateClaim, ...] = ()
    open: tuple[DateCandidate, ...] = ()
    matched: tuple[DateCandidate, ...] = ()
    problem: str | None = None


def _ranked(sources: DateSources) -> list[tuple[PublishedBasis, DateClaim]]:
    ranked: list[tuple[PublishedBasis, DateClaim]] = []
    if sources.given:
        ranked.append(("given", DateClaim(sources.given, "given by the caller")))
    ranked += [("printed", claim) for claim in sources.printed]
    updated = sorted(sources.updated, key=lambda claim: claim.day, reverse=True)
    given = sources.of_input
    soon = [claim for claim in updated if given and given.day <= claim.day <= given.day + SOON]
    ranked += [("printed", claim) for claim in soon]
    ranked += [("given", given)] if given else []
    ranked += [("printed", claim) for claim in updated if claim not in soon]
    return ranked


def settle_publication(sources: DateSources) -> Published:
    """The day of publication by the strongest basis; a page without one keeps candidates and resolves nothing.

    >>> settle_publication(DateSources(given=dt.date(2020, 1, 28), printed=(DateClaim(dt.date(2020, 1, 27), "printed in the byline"),))).why
    'given by the caller; other dates lost to it: 2020-01-27 (printed in the byline)'
    """
    ranked = _ranked(sources)
    if not ranked:
        return _without_a_day(sources)
    basis, winner = ranked[0]
    lost = [f"{claim.day.isoformat()} ({claim.where})" for _, claim in ranked[1:] if claim.day != winner.day]
    parts = [winner.where]
    if lost:
        parts.append("other dates lost to it: " + ", ".join(dict.fromkeys(lost)))
    if sources.problem:
        parts.append(sources.problem)
    return Published(start=winner.day, end=winner.day, basis=basis, why="; ".join(parts))


def _without_a_day(sources: DateSources) -> Published:
    candidates = sources.open or sources.matched
    problem = [sources.problem] if sources.problem else []
    if not candidates:
        return Published(why="; ".join(["the page prints no date of publication and none was given; name it with --published", *problem]))
    why = "no date of publication is printed or given; the candidates resolve no other date; name it with --published"
    return Published(basis="inferred", candidates=candidates, why="; ".join([why, *problem]))
