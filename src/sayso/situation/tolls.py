"""The toll of one event: killed and injured, lowest to highest of the live accounts, in UCDP's manner never a midpoint."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from sayso.model.events import Event
from sayso.model.situation import Period, Total
from sayso.model.vocabulary import Counts
from sayso.situation.areas import spot_of
from sayso.situation.bounds import Bounds, join_bounds
from sayso.situation.counts import Count, name_sources
from sayso.situation.exclusions import Uncounted
from sayso.situation.methods import describe_toll
from sayso.situation.persons import OneByOne
from sayso.situation.rows import list_left_out
from sayso.situation.updates import Replaced, find_replaced

BREADTHS: tuple[tuple[str, ...], ...] = (("all",), ("civilians", "fighters"), ("men", "women", "children"))
"""Groups from the widest to the narrowest: a toll is told in the widest that any account uses, narrower ones are parts of it."""

COUNTS: Mapping[str, Counts | None] = {
    "all": None, "civilians": "civilians", "fighters": "fighters", "men": "men", "women": "women", "children": "children",
}  # fmt: skip


def tell_toll(event: Event, counts: Sequence[Count], uncounted: Sequence[Uncounted], persons: OneByOne | None = None) -> tuple[Total, ...]:
    """Rows of one measure of an event: one, or one a group where no account tells the whole; none where nobody tells a figure.

    `persons` are those told one by one: an account of the whole, which stands where no groups come to more.
    """
    replaced = find_replaced(event.updates, [c for c in counts if not c.claim.hedged])
    live, gone = _drop_replaced(counts, replaced)
    groups, parts = _widest_groups(live)
    left_out = [*uncounted, *gone, *parts]
    if persons is not None and persons.high:
        in_parts = sum(max(map(_most, group)) for name, group in groups.items() if name != "all")
        if in_parts < persons.high:
            left_out += [(c, _IN_THE_WHOLE) for name, group in groups.items() if name != "all" for c in group]
            return (_toll_row(event, groups.get("all", ()), left_out, "all", persons),)
    if not groups:
        return (_toll_row(event, (), left_out, "all"),) if left_out else ()
    return tuple(_toll_row(event, groups[name], left_out if name == min(groups) else (), name) for name in sorted(groups))


_IN_THE_WHOLE = "counts a group, whose persons are among those told one by one"


def _drop_replaced(counts: Sequence[Count], replaced: Replaced) -> tuple[list[Count], list[Uncounted]]:
    """Leave out what was corrected or overtaken, then what a claimant or a page itself tells a larger number of."""
    standing = [c for c in counts if c not in replaced]
    judged = [(c, next((why for rule in RULES if (why := rule(c, standing))), None)) for c in standing]
    return [c for c, why in judged if why is None], [*replaced.items(), *((c, why) for c, why in judged if why)]


def is_outgrown(count: Count, counts: Iterable[Count]) -> str | None:
    """A claimant's earlier toll gives way to a larger one; a smaller one later may be an old number repeated, and stands beside it."""
    later = [c for c in counts if _exceeds(c, count) and c.filed.claimant == count.filed.claimant and c.published > count.published]
    return f"{count.filed.claimant} told more later (claim {later[-1].claim.id})" if later else None


def is_smaller_on_page(count: Count, counts: Iterable[Count]) -> str | None:
    """What an outlet tells in its own voice beside a larger toll on the same page is a part of it or an earlier number, no rival."""
    digest = count.filed.article.digest
    larger = [c for c in counts if _exceeds(c, count) and c.filed.article.digest == digest]
    if not larger or count.claim.source is not None:
        return None
    return f"the same page tells a larger toll (claim {larger[-1].claim.id}): a part of it, or a number overtaken later"


RULES: tuple[Callable[[Count, Iterable[Count]], str | None], ...] = (is_outgrown, is_smaller_on_page)
"""In order: each says in one sentence why a toll gives way to another of the same event."""


def _exceeds(one: Count, other: Count) -> bool:
    """True where a confirmed toll of the same group, or of all, is larger than another."""
    return one.group in (other.group, "all") and not one.claim.hedged and _least(one) > _most(other)


def _least(count: Count) -> int:
    low, high = count.number
    return low if low is not None else high or 0


def _most(count: Count) -> int:
    low, high = count.number
    return high if high is not None else low or 0


def _widest_groups(counts: Sequence[Count]) -> tuple[dict[str, list[Count]], list[Uncounted]]:
    """Accounts by the widest groups told; a narrower one is a part, unless it alone exceeds every account of the whole."""
    told = {count.group for count in counts}
    widest = next((breadth for breadth in BREADTHS if told & set(breadth)), ())
    groups: dict[str, list[Count]] = {}
    for count in counts:
        if count.group in widest:
            groups.setdefault(count.group, []).append(count)
    parts: list[Uncounted] = []
    most = max((_most(c) for c in groups.get("all", ())), default=None)
    for count in counts:
        if count.group in widest:
            continue
        if most is not None and _least(count) > most:
            groups["all"].append(count)
        else:
            parts.append((count, f"counts {count.group} alone: a part of the toll, not added to it"))
    return groups, parts


def _bound_toll(counts: Sequence[Count]) -> Bounds:
    """Lowest confirmed to highest told: an account that its own words mark as unconfirmed bounds the high side alone."""
    firm, _ = join_bounds([c.number for c in counts if not c.claim.hedged])
    _, most = join_bounds([c.number for c in counts])
    return firm, most


def _with_persons(bounds: Bounds, persons: OneByOne) -> Bounds:
    """Bounds of accounts with the persons told one by one: these may be fewer than there were, so that they lower no account."""
    low, high = bounds
    least = persons.low if low is None else low
    return least, None if high is None and low is not None else max(high or 0, persons.high)


def _toll_row(event: Event, counts: Sequence[Count], left_out: Sequence[Uncounted], group: str, persons: OneByOne | None = None) -> Total:
    low, high = _bound_toll(counts)
    sources = name_sources(counts)
    if persons is not None:
        low, high = _with_persons((low, high), persons)
        sources = tuple(sorted({*sources, *(f.claimant for f in persons.told)}))
    measure = persons.measure if persons else (counts[0] if counts else left_out[0][0]).figure.measure
    told = event.time.basis == "told"
    return Total(
        measure=measure,
        kind="flow",
        population="unknown",
        period=Period(event.time.start, event.time.end) if told else Period(),
        places=tuple(sorted({spot_of(p).name for p in event.places})),
        low=low,
        high=high,
        method=describe_toll(event, counts, persons),
        claims=tuple(sorted({*(c.claim.id for c in counts), *(persons.claims if persons else ())})),
        left_out=list_left_out(left_out),
        sources=sources,
        counts=COUNTS[group],
        event_id=event.event_id,
    )
