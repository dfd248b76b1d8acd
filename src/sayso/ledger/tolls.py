"""How many, by whom and when: figures of one event that are the same, that grew, that were corrected, and that contradict."""

from collections.abc import Sequence

import msgspec

from sayso.knowledge.event_words import event_words
from sayso.ledger.profiles import Profile, bounds_meet
from sayso.model.claims import ClaimFigure
from sayso.model.events import Update
from sayso.model.vocabulary import Measure

_MEASURES: tuple[Measure, ...] = (
    "killed", "injured", "displaced", "returned", "detained", "missing", "besieged", "fighters", "houses", "facilities",
)  # fmt: skip


class Toll(msgspec.Struct, frozen=True):
    """One number of one measure: its figure, the claims that tell it (earliest first), and the first and last day of publication.

    `given_up` are those that tell it as what was said before; the days are those of the others, None where no page has one.
    """

    figure: ClaimFigure
    members: tuple[Profile, ...]
    given_up: tuple[Profile, ...]
    first: int | None
    last: int | None

    @property
    def claimants(self) -> frozenset[str]:
        """Who tells this number."""
        return frozenset(p.filed.claimant for p in self.members)

    @property
    def voices(self) -> frozenset[str]:
        """Who tells this number, and where it is told."""
        return self.claimants | {p.filed.article.publisher or p.filed.article.digest for p in self.members}


class Line(msgspec.Struct, frozen=True):
    """Numbers of one line of reporting, each taking the place of the one before; the last one stands."""

    tolls: tuple[Toll, ...]

    @property
    def stands(self) -> Toll:
        """The number that the line ends with."""
        return self.tolls[-1]

    @property
    def claims(self) -> frozenset[str]:
        """Claims of the whole line."""
        return frozenset(p.claim.id for toll in self.tolls for p in toll.members)


def measures_of(members: Sequence[Profile]) -> tuple[Measure, ...]:
    """Measures that the claims of an event count, in a fixed order."""
    told = {f.measure for p in members for f in p.figures}
    return tuple(m for m in _MEASURES if m in told)


def trace_lines(members: Sequence[Profile], measure: Measure) -> tuple[tuple[Line, ...], tuple[Update, ...]]:
    """Follow the numbers of one measure through the days: lines of reporting that end in different numbers contradict one another.

    A number takes the place of an earlier one where it is a correction, or larger, told on a later day, and the earlier one is not
    told again after it. Members come in filing order.
    """
    tolls = _gather_tolls(members, measure)
    after: dict[int, int] = {}
    updates: list[Update] = []
    for at, toll in enumerate(tolls):
        for later in range(len(tolls)):
            found = _replace(toll, tolls[later]) if later != at and at not in after else ()
            if found and not _leads_back(later, at, after):
                after[at] = later
                updates += found
    ends = [at for at in range(len(tolls)) if at not in after]
    return tuple(_line(end, tolls, after) for end in ends), tuple(updates)


def _leads_back(at: int, start: int, after: dict[int, int]) -> bool:
    while at in after:
        at = after[at]
    return at == start


def _line(end: int, tolls: Sequence[Toll], after: dict[int, int]) -> Line:
    def leads(at: int) -> bool:
        while at in after:
            at = after[at]
        return at == end

    return Line((*(t for at, t in enumerate(tolls) if at != end and leads(at)), tolls[end]))


def _gather_tolls(members: Sequence[Profile], measure: Measure) -> list[Toll]:
    """Equal numbers together, and a vague or bounded one with the first number that it holds."""
    groups: list[list[tuple[Profile, ClaimFigure]]] = []
    telling = (p for p in members if p.claim.status != "expected" and p.claim.denies != "figure")
    told = [(p, f) for p in telling for f in p.figures if f.measure == measure]
    for p, figure in sorted(told, key=lambda item: item[1].low != item[1].high or item[1].assumed):
        for group in groups:
            if bounds_meet(group[0][1], figure) and _count_alike(group[0][1], figure):
                group.append((p, figure))
                break
        else:
            groups.append([(p, figure)])
    return sorted((_toll(group) for group in groups), key=lambda t: (t.first or 0, t.figure.low or 0, t.members[0].claim.id))


def _count_alike(one: ClaimFigure, other: ClaimFigure) -> bool:
    return (one.unit, _counts_fighters(one)) == (other.unit, _counts_fighters(other))


def _counts_fighters(figure: ClaimFigure) -> bool:
    return figure.counts == "fighters"


def _toll(group: Sequence[tuple[Profile, ClaimFigure]]) -> Toll:
    members = sorted((p for p, _ in group), key=lambda p: p.filed.filing_order)
    given_up = tuple(p for p in members if event_words().withdrawn.search(p.claim.evidence))
    days = [p.published for p in members if p not in given_up and p.published is not None]
    return Toll(group[0][1], tuple(members), given_up, min(days, default=None), max(days, default=None))


def _replace(earlier: Toll, later: Toll) -> tuple[Update, ...]:
    """The updates by which one number takes the place of another, one for each claim of the earlier; none where it does not."""
    if _counts_fighters(earlier.figure) != _counts_fighters(later.figure) or not _comes_after(later, earlier):
        return ()
    fixed = any(event_words().corrected.search(p.claim.evidence) for p in (*earlier.given_up, *later.members))
    shared = bool(earlier.voices & later.voices)
    newest = next((p for p in later.members if p not in later.given_up), later.members[0]).claim.id
    if shared and (fixed or _is_less(later, earlier)):
        why = f"{_number(earlier)} was corrected to {_number(later)}"
        return tuple(Update(kind="corrected", earlier=p.claim.id, later=newest, why=why) for p in earlier.members)
    if _is_less(earlier, later):
        why = f"the number rose from {_number(earlier)} to {_number(later)}"
        return tuple(Update(kind="grew", earlier=p.claim.id, later=newest, why=why) for p in earlier.members)
    return ()


def _comes_after(later: Toll, earlier: Toll) -> bool:
    """Whether a number is told after another that nobody tells any more, or that its own source has given up."""
    if later.given_up and len(later.given_up) == len(later.members):
        return False
    if earlier.given_up and earlier.voices & later.voices:
        return earlier.last is None or later.last is None or earlier.last <= later.last
    if later.first is None or earlier.first is None or earlier.last is None:
        return False
    return earlier.first < later.first and earlier.last <= later.first


def _is_less(one: Toll, other: Toll) -> bool:
    return (one.figure.high if one.figure.high is not None else one.figure.low or 0) < (other.figure.low or 0)


def _number(toll: Toll) -> str:
    bounds = sorted({n for n in (toll.figure.low, toll.figure.high) if n is not None})
    return " to ".join(f"{n:,}" for n in bounds)
