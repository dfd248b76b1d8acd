"""Which claims are worth comparing: those of one place about one time, neighbours in a text, equal figures.

Whether two claims are compared hangs on these two alone: under what each is found and looked for, and how many days lie between them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from sayso.knowledge.event_words import event_words
from sayso.ledger.profiles import Profile, Spot

Key = tuple[Hashable, ...]

_WINDOW_DAYS, _TOLD_DAYS = 10, 1
_TELLING_NUMBER = 10
"""Up to this number equal figures tell nothing: many acts kill two."""
_TEXT_REACH = 3
"""A claim without a place is compared with this many neighbours in its article."""

_FAMILIES = dict.fromkeys(("battle", "control", "strike", "violence", "casualties", "damage"), "violence")
"""Classes that are compared with one another; every other class is compared with itself alone."""


class Search(NamedTuple):
    """What to look under, and how many days on either side."""

    key: Key
    reach: int


def find_candidates(profiles: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes to compare, the lower first, in order; their number grows with the claims of a place and week, not of all."""
    shelf: defaultdict[Key, list[tuple[int, int]]] = defaultdict(list)
    undated: defaultdict[Key, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        day = day_of(profile)
        for key in held_keys(profile):
            if day is None:
                undated[key].append(at)
            else:
                shelf[key].append((day, at))
    for held in shelf.values():
        held.sort()
    pairs: set[tuple[int, int]] = set()
    for at, profile in enumerate(profiles):
        day = day_of(profile)
        for search in searches_of(profile):
            held = shelf.get(search.key, [])
            if day is not None:
                held = held[bisect_left(held, (day - search.reach, -1)) : bisect_right(held, (day + search.reach, len(profiles)))]
            near = {*(other for _, other in held), *undated.get(search.key, ())} - {at}
            pairs.update((min(at, o), max(at, o)) for o in near if may_compare(profile, profiles[o]))
    pairs.update(_beside_in_text(profiles))
    return tuple(sorted(pairs))


def day_of(profile: Profile) -> int | None:
    """The day by which a claim is looked for: the last that it tells, else that of publication; None where neither is known."""
    return profile.days[1] if profile.days else profile.published


def held_keys(profile: Profile) -> tuple[Key, ...]:
    """Under what a claim is found."""
    return tuple(dict.fromkeys((*_common_keys(profile), *_level_keys(profile, "town", "division"))))


def searches_of(profile: Profile) -> tuple[Search, ...]:
    """What claims that may be of its event are found under."""
    near = (Search(key, _WINDOW_DAYS) for key in _common_keys(profile))
    return tuple(dict.fromkeys((*near, *(Search(key, 1) for key in _level_keys(profile, "division", "town")))))


def _common_keys(profile: Profile) -> Iterator[Key]:
    family = _FAMILIES.get(profile.claim.event, profile.claim.event)
    is_dated = day_of(profile) is not None
    for spot in profile.spots:
        if is_dated or spot.level != "country":  # a page without a date would meet all that ever happened in the country
            yield from ((family, *key) for key in _place_keys(spot))
        if spot.level == "town" and spot.lat is not None and spot.lon is not None:
            yield ("square", profile.claim.event, round(spot.lat * 5), round(spot.lon * 5))
    for figure in profile.figures:
        if not figure.assumed and figure.low is not None and figure.low > _TELLING_NUMBER:
            yield ("figure", family, figure.measure, figure.low, figure.high)
    yield ("copy", profile.filed.copy_of or profile.claim.id)


def _place_keys(spot: Spot) -> Iterator[tuple[str, ...]]:
    yield ("name", spot.folded)
    if spot.skeleton:
        yield ("sounds", spot.skeleton)
    if spot.place_id and spot.level != "country":
        yield ("place", spot.place_id)


def _level_keys(profile: Profile, of_town: str, of_division: str) -> Iterator[Key]:
    """A claim of a division is compared with the claims of one class and about one day of the towns in it; keys for either kind."""
    if day_of(profile) is None:
        return
    for spot in profile.spots:
        if spot.level == "town":
            yield (of_town, profile.claim.event, spot.country, spot.admin1)
        elif spot.level == "division":
            yield (of_division, profile.claim.event, spot.country, spot.admin1 or spot.folded)


def may_compare(a: Profile, b: Profile) -> bool:
    """Whether two claims so far apart in time may be one event: told days of what does not last must nearly meet."""
    day, other = day_of(a), day_of(b)
    if day is None or other is None:
        return True
    gap = abs(day - other)
    if gap > _WINDOW_DAYS:
        return False
    if gap <= _TOLD_DAYS or a.days is None or b.days is None or a.days[0] != a.days[1] or b.days[0] != b.days[1]:
        return True
    lasting = event_words().lasting
    return a.claim.event in lasting and b.claim.event in lasting


def _beside_in_text(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    by_article: defaultdict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        by_article[profile.filed.article.digest].append(at)
    for members in by_article.values():
        for one, other in pair_neighbours([profiles[at] for at in members]):
            yield min(members[one], members[other]), max(members[one], members[other])


def pair_neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Claims of one article, by their indexes: each claim that names no town is compared with the claims around it, and these too."""
    ordered = sorted(range(len(profiles)), key=lambda at: profiles[at].claim.start)
    for place, at in enumerate(ordered):
        if not any(spot.level == "town" for spot in profiles[at].spots):
            around = ordered[max(0, place - _TEXT_REACH) : place + _TEXT_REACH + 1]
            yield from ((a, b) for i, a in enumerate(around) for b in around[i + 1 :] if may_compare(profiles[a], profiles[b]))
