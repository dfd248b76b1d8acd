"""Reasons of time: days that overlap, days apart, a day against a page that tells none."""

from sayso.knowledge.event_words import event_words
from sayso.ledger.findings import Finding, forbid
from sayso.ledger.profiles import Profile, bounds_meet

_WIDE_DAYS = 7
"""A told time longer than this says little about the day."""
_FRESH_DAYS, _STALE_DAYS, _OLD_DAYS = 2, 7, 21
"""News tells of an event within two days of it, rarely after a week; three weeks on it is background."""
_FEW_DAYS = 4
_LASTING_DAYS = 9
"""Claims of a state that lasts (who holds a place) are compared this many days apart, so that a sequence stays one event."""


def compare_days(a: Profile, b: Profile) -> Finding | None:
    """Own times against each other; a claim with none happened by its article's day, which is never taken for its own."""
    lasting = _lasting_state(a, b)
    if a.days and b.days:
        return _compare_told(a.days, b.days, lasting=lasting, one_article=a.filed.article.digest == b.filed.article.digest)
    if a.days is None and b.days is None:
        return _compare_published(a.published, b.published, lasting=lasting)
    return _compare_told_with_published(a.days or b.days or (0, 0), b.published if a.days else a.published, lasting=lasting)


def _lasting_state(a: Profile, b: Profile) -> str:
    """What lasts of which both claims tell; empty where one of them tells of what is over at once."""
    lasting = event_words().lasting
    if a.claim.event not in lasting or b.claim.event not in lasting:
        return ""
    return "of who holds a place" if "control" in (a.claim.event, b.claim.event) else "of a state that lasts"


def _compare_told(one: tuple[int, int], other: tuple[int, int], *, lasting: str, one_article: bool) -> Finding | None:
    gap = max(one[0] - other[1], other[0] - one[1])
    if gap <= 0:
        wide = max(one[1] - one[0], other[1] - other[0])
        if one == other:
            return Finding(1.0, "the same day" if wide <= 1 else "the same stretch of days" if wide <= _WIDE_DAYS else "the same long time")
        return Finding(1.0, "days that overlap" if wide <= 1 else "a day within a few" if wide <= _WIDE_DAYS else "a long time overlaps")
    if lasting:
        return _days_apart(gap, lasting)
    if gap == 1 and not one_article:
        return Finding(1.0, "told a day apart")
    return Finding(1.0, "different days of one article" if one_article else "different days")


def _compare_told_with_published(told: tuple[int, int], published: int | None, *, lasting: str) -> Finding | None:
    if published is None:
        return Finding(1.0, "one page has no date and tells no day")
    if told[0] > published:
        return _days_apart(told[0] - published, lasting) if lasting else Finding(1.0, "a day after the other article was published")
    lag = max(0, published - told[1])
    if lasting:
        return _days_apart(lag, lasting)
    if lag <= _FRESH_DAYS:
        return Finding(1.0, "a day told by one, published just after by the other")
    if lag <= _STALE_DAYS:
        return Finding(1.0, "a day told by one, published within a week by the other")
    return Finding(1.0, "published weeks later without a day" if lag <= _OLD_DAYS else "published long after")


def _days_apart(gap: int, state: str) -> Finding:
    if gap > _LASTING_DAYS:
        return Finding(1.0, "more than nine days apart")
    return Finding(1.0, f"{_few(gap) if gap else 'told together'}, {state}")


def _few(days: int) -> str:
    return "a day apart" if days == 1 else "days apart" if days <= _FEW_DAYS else "about a week apart"


def _compare_published(one: int | None, other: int | None, *, lasting: str) -> Finding | None:
    if one is None or other is None:
        return Finding(1.0, "a page without a date, and no day told")
    gap = abs(one - other)
    if lasting:
        return _days_apart(gap, lasting)
    if gap <= 1:
        return Finding(1.0, "no day told, published together")
    if gap <= _STALE_DAYS:
        return Finding(1.0, "no day told, published within days of each other")
    return Finding(1.0, "no day told, published weeks apart" if gap <= _OLD_DAYS else "no day told, published long apart")


def compare_periods(a: Profile, b: Profile) -> Finding | None:
    """Counts over different periods are different counts, not rival ones; so is a toll of several days beside that of one."""
    if not a.figures or not b.figures:
        return None
    moved = [{f.measure for f in p.figures} & {"displaced", "returned"} for p in (a, b)]
    if moved[0] & moved[1]:
        if a.days and b.days and abs(a.days[0] - b.days[0]) <= 1:
            return Finding(1.0, "counts from the same day on")
        if a.days and b.days and not (_share_a_figure(a, b) and _overlap(a.days, b.days)):
            return forbid("counts over different periods")
        return None if _share_a_figure(a, b) else forbid("different counts, their periods not told")
    tolls = [{f.measure for f in p.figures} & {"killed", "injured"} for p in (a, b)]
    if tolls[0] & tolls[1] and a.days and b.days and _spans_days(a.days) != _spans_days(b.days) and not _share_a_figure(a, b):
        return Finding(1.0, "a toll of several days beside that of one")
    return None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _spans_days(days: tuple[int, int]) -> bool:
    return days[1] - days[0] > 1


def _share_a_figure(a: Profile, b: Profile) -> bool:
    """Whether a figure of one agrees with one of the other in measure, unit and number."""
    return any(
        x.measure == y.measure and x.unit == y.unit and bounds_meet(x, y)
        for x in a.figures
        for y in b.figures
    )
