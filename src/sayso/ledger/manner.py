"""Reasons of manner: whether both claims tell of an act, of one or of many, as going on or over, as told or denied."""

from sayso.ledger.findings import Finding
from sayso.ledger.profiles import Profile


def compare_numbers_of_acts(a: Profile, b: Profile) -> Finding | None:
    """One strike against a day of strikes is a part against a whole."""
    if a.tells_many == b.tells_many:
        return Finding(1.0, "both tell many acts") if a.tells_many else None
    return Finding(1.0, "one tells an act, the other many")


def compare_statements(a: Profile, b: Profile) -> Finding | None:
    """Words about an act (a condemnation, an inquiry) are told elsewhere than the act."""
    if a.tells_words == b.tells_words:
        return Finding(1.0, "both tell what is said of it") if a.tells_words else None
    return Finding(1.0, "one tells what is said of it, the other it")


def compare_statuses(a: Profile, b: Profile) -> Finding | None:
    """What is denied beside what is told; what goes on beside what has happened, but for who holds a place: whoever took it has it."""
    told = {a.claim.status, b.claim.status}
    if "denied" in told:
        return Finding(1.0, "one denies it") if len(told) == 2 else None
    if "ongoing" not in told or "control" in (a.claim.event, b.claim.event):
        return None
    return Finding(1.0, "both tell it as going on" if len(told) == 1 else "one tells it as going on")


def compare_changes_of_hands(a: Profile, b: Profile) -> Finding | None:
    """What became of a place, where both tell it."""
    one, other = a.claim.control, b.claim.control
    if one is None or other is None:
        return None
    return Finding(1.0, "the same change of hands" if one.transition == other.transition else "different changes of hands")


def compare_ages(a: Profile, b: Profile) -> Finding | None:
    """What an article tells of days long past is its background, and seldom what another reports."""
    ages = [age for age in (a.age, b.age) if age is not None]
    return Finding(1.0, "one looks back") if ages and max(ages) > _OLD_DAYS and min(ages) <= _OLD_DAYS else None


_OLD_DAYS = 14
