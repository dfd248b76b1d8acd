"""Which claims are worth comparing: those of one place about one time, neighbours in a text, equal figures."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from sayso.knowledge.event_words import event_words
from sayso.ledger.profiles import Profile, Spot

_WINDOW_DAYS, _TOLD_DAYS = 10, 1
_LARGE = 60
"""A group of equal figures larger than this tells nothing apart."""
_TEXT_REACH = 6
"""A claim without a place is compared with this many neighbours in its article."""

_FAMILIES = dict.fromkeys(("battle", "control", "strike", "violence", "casualties", "damage"), "violence")
"""Classes that are compared with one another; every other class is compared with itself alone."""


def find_candidates(profiles: Sequence[Profile]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes to compare, the lower first, in order; their number grows with the claims of a place and week, not of all."""
    pairs: set[tuple[int, int]] = set()
    for block in _blocks(profiles).values():
        pairs.update(_within_window(block, profiles))
    pairs.update(_across_levels(profiles))
    return tuple(sorted(pairs))


def _blocks(profiles: Sequence[Profile]) -> dict[tuple[Hashable, ...], list[int]]:
    blocks: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        family = _FAMILIES.get(profile.claim.event, profile.claim.event)
        for key in dict.fromkeys(k for spot in profile.spots for k in _place_keys(spot)):
            blocks[(family, *key)].append(at)
        for figure in profile.figures:
            if not figure.assumed and figure.low is not None:
                blocks[("figure", family, figure.measure, figure.low, figure.high)].append(at)
        blocks[("copy", profile.filed.copy_of or profile.claim.id)].append(at)
    _add_neighbours(profiles, blocks)
    return {key: block for key, block in blocks.items() if len(block) > 1 and not (key[0] == "figure" and len(block) > _LARGE)}


def _place_keys(spot: Spot) -> Iterator[tuple[str, ...]]:
    yield ("name", spot.folded)
    if spot.skeleton:
        yield ("sounds", spot.skeleton)
    if spot.place_id and spot.level != "country":
        yield ("place", spot.place_id)
    if spot.level == "town" and spot.lat is not None and spot.lon is not None:
        yield ("square", f"{round(spot.lat * 5)} {round(spot.lon * 5)}")


def _add_neighbours(profiles: Sequence[Profile], blocks: dict[tuple[Hashable, ...], list[int]]) -> None:
    """Each claim of an article without a place or at a division, beside the claims around it."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        by_article[profile.filed.article.digest].append(at)
    for digest, members in by_article.items():
        members.sort(key=lambda at: profiles[at].claim.start)
        for place, at in enumerate(members):
            if not any(spot.level == "town" for spot in profiles[at].spots):
                blocks[("text", digest, place)] += members[max(0, place - _TEXT_REACH) : place + _TEXT_REACH + 1]


def _within_window(block: Sequence[int], profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Pairs of a block that lie within the window by told or published day; those without any day are paired with all."""
    undated = [at for at in block if _day(profiles[at]) is None]
    dated = sorted((day, at) for at in set(block) if (day := _day(profiles[at])) is not None)
    first = 0
    for place, (day, at) in enumerate(dated):
        while dated[first][0] < day - _WINDOW_DAYS:
            first += 1
        yield from (_ordered(at, other) for then, other in dated[first:place] if _reaches(profiles[at], profiles[other], day - then))
    everyone: Iterable[int] = [at for _, at in dated] + undated
    yield from {_ordered(at, other) for at in undated for other in everyone if at != other}


def _reaches(a: Profile, b: Profile, gap: int) -> bool:
    """Whether two claims so many days apart may be one event: told days of what does not last must nearly meet."""
    if gap <= _TOLD_DAYS or a.days is None or b.days is None or a.days[0] != a.days[1] or b.days[0] != b.days[1]:
        return True
    lasting = event_words().lasting
    return a.claim.event in lasting and b.claim.event in lasting


def _across_levels(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """A claim of a division beside the claims of one class and about one day of the towns in it."""
    towns: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for spot in profile.spots:
            if spot.level == "town":
                towns[profile.claim.event, spot.country, spot.admin1, _day(profile)].append(at)
    for at, profile in enumerate(profiles):
        day = _day(profile)
        for spot in profile.spots:
            if spot.level == "division" and day is not None:
                near = (towns.get((profile.claim.event, spot.country, spot.admin1 or spot.folded, day + shift), ()) for shift in (-1, 0, 1))
                yield from {_ordered(at, other) for block in near for other in block}


def _day(profile: Profile) -> int | None:
    return profile.days[1] if profile.days else profile.published


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
