"""Reasons of substance: the class and kind of act, figures, what was hit, uncommon words, certainty, place in the text."""

from sayso.knowledge.event_words import event_words
from sayso.knowledge.sides import compare_sides
from sayso.ledger.findings import Finding, forbid
from sayso.ledger.profiles import Profile, bounds_meet
from sayso.model.claims import ClaimFigure

_GROWTH = 3.0
"""Tolls of one event that grow stay below three times the first count; further apart they speak against one event."""
_MANY_WORDS = 4
_NEIGHBOURS = 400
"""Characters between two claims that still speak of one thing, about three sentences."""


def compare_classes(a: Profile, b: Profile) -> Finding | None:
    """Same class, or two classes that may be one event; all others are kept apart."""
    if a.claim.event == b.claim.event:
        return Finding(1.0, "the same class")
    pair = event_words().pairs.get(frozenset({a.claim.event, b.claim.event}))
    if pair is None:
        return forbid("classes that are never one event")
    if pair.strict and (a.days is None or b.days is None or not a.spots or not b.spots):
        return forbid("damage joins a strike only where both tell place and day")
    return Finding(1.0, pair.why)


def compare_takings(a: Profile, b: Profile) -> Finding | None:
    """A place that another side takes on a later day has changed hands again: another happening."""
    told = (a.claim.control, b.claim.control)
    if told[0] is None or told[1] is None or not all(c and c.transition in ("captured", "handed_over") and c.holder for c in told):
        return None
    holders = [c.holder for c in told if c and c.holder]
    days = [p.days[0] if p.days else p.published for p in (a, b)]
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) <= 1 or compare_sides(*holders) != "different":
        return None
    return forbid("taken by another side on another day")


def compare_acts(a: Profile, b: Profile) -> Finding | None:
    """The kind of act by its ACLED sub-event, within one class."""
    one, other = a.claim.acled_sub_event, b.claim.acled_sub_event
    if not one or not other or a.claim.event != b.claim.event or a.claim.event == "control":
        return None
    return Finding(1.0, "the same kind of act" if one == other else "different kinds of act")


def compare_figures(a: Profile, b: Profile) -> Finding | None:
    """Figures of one measure: equal, one within the other, or a toll that may have grown."""
    found = compare_numbers(a, b)
    return found if found is None or found.forbids else Finding(1.0, found.why)


def compare_numbers(a: Profile, b: Profile) -> Finding | None:
    """The same, with how far the numbers that are nearest agree, from -0.8 to 1."""
    shared = [(x, y) for x in a.figures for y in b.figures if x.measure == y.measure and x.unit == y.unit]
    if not shared:
        return None
    if any(_differ_in_kind(x, y) for x, y in shared):
        return forbid("a stock beside a flow, or different groups of people")
    shared = [(x, y) for x, y in shared if {x.counts, y.counts} != {"civilians", "fighters"}]
    if not shared:
        return Finding(-0.8, "civilians are counted by one, fighters by the other")
    x, y = max(shared, key=lambda pair: _figure_degree(*pair))
    degree = _figure_degree(x, y)
    return Finding(degree, _OPEN if degree == _AGREE and _is_far_open(x, y) else _FIGURES[degree])


_AGREE = 0.2
_FIGURES = {
    1.0: "the same figure", 0.3: "the same vague number", _AGREE: "figures that agree", -0.2: "a toll that may have grown",
    -0.8: "different figures",
}  # fmt: skip
_OPEN = "a figure that is open takes in the other"
_NEAR = 1.25


def _is_far_open(x: ClaimFigure, y: ClaimFigure) -> bool:
    """Whether two figures meet only because one of them is open: "at least 10" takes in 200 and tells nothing of it."""
    if None not in (x.low, x.high, y.low, y.high):
        return False
    told = sorted((f.low if f.low is not None else f.high or 0) for f in (x, y))
    return told[1] > _NEAR * told[0]


def _differ_in_kind(x: ClaimFigure, y: ClaimFigure) -> bool:
    kinds = x.kind is not None and y.kind is not None and x.kind != y.kind
    return kinds or ("unknown" not in (x.population, y.population) and x.population != y.population)


def _figure_degree(x: ClaimFigure, y: ClaimFigure) -> float:
    if (x.low, x.high) == (y.low, y.high):
        return 0.3 if x.assumed else 1.0
    if bounds_meet(x, y):
        return _AGREE
    fewer, more = sorted((x, y), key=lambda f: f.low or 0)
    may_grow = x.measure not in ("displaced", "returned") and (more.low or 0) <= _GROWTH * (fewer.high or 0)
    return -0.2 if may_grow else -0.8


def compare_wholes(a: Profile, b: Profile) -> Finding | None:
    """Two counts of all that a war did to a country are of one whole, whenever they were made."""
    counted = a.figures and b.figures and _wholes(a) & _wholes(b)
    return Finding(1.0, "both count a whole country") if counted else None


def _wholes(a: Profile) -> frozenset[str]:
    if any(spot.level != "country" for spot in a.spots):
        return frozenset()
    return frozenset(f.measure for f in a.figures if (f.low or f.high or 0) >= _WHOLE)


_WHOLE = 10_000
"""From this number on a count of people without a nearer place is one of a war."""


def compare_corrections(a: Profile, b: Profile) -> Finding | None:
    """A figure that an article gives up belongs with the figure of that article which stands in its place."""
    if a.filed.article.digest != b.filed.article.digest:
        return None
    counted = (a.gives_up or b.gives_up) and {f.measure for f in a.figures} & {f.measure for f in b.figures}
    return Finding(1.0, "one gives up a figure that the other replaces") if counted else None


def compare_sites(a: Profile, b: Profile) -> Finding | None:
    """What was hit, where both say it: a market is no hospital."""
    if not a.sites or not b.sites or {a.claim.event, b.claim.event} & {"control", "battle"}:
        return None
    return Finding(1.0, "the same kind of site" if a.sites & b.sites else "different sites")


def compare_words(a: Profile, b: Profile) -> Finding | None:
    """Uncommon words in common; needs, relief and movements of one place are told apart by them."""
    shared = a.words & b.words
    if not shared and a.claim.event in event_words().loose and not _counted_alike(a, b):
        return Finding(1.0, "no uncommon word in common")
    return Finding(min(1.0, len(shared) / _MANY_WORDS), "uncommon words in common") if shared else None


def _counted_alike(a: Profile, b: Profile) -> bool:
    return any(x.measure == y.measure and _figure_degree(x, y) > 0 for x in a.figures for y in b.figures)


def compare_certainty(a: Profile, b: Profile) -> Finding | None:
    """What is only expected is no happening."""
    expected = (a.claim.status == "expected") + (b.claim.status == "expected")
    return forbid("one has happened, the other is only expected") if expected == 1 else None


def compare_positions(a: Profile, b: Profile) -> Finding | None:
    """Claims of one article that stand close together and tell no days of their own."""
    if a.filed.article.digest != b.filed.article.digest or abs(a.claim.start - b.claim.start) > _NEIGHBOURS:
        return None
    return Finding(1.0, "they stand side by side in one article") if a.days is None or b.days is None or a.days == b.days else None
