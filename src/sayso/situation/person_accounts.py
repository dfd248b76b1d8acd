"""What one article tells of persons killed and injured in an event, one by one."""

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from sayso.knowledge.event_words import is_told_as_part
from sayso.model.articles import Span
from sayso.model.claims import Claim, ClaimFigure, HarmedPersons
from sayso.model.events import FiledClaim
from sayso.model.vocabulary import OF_ARMS, Measure
from sayso.situation.counts import Count

_LEADING = 250
"""Characters from the first claim that tells persons to those that tell more of them; what comes later is of other acts more often.

With 0, 400 and 700 0.639, 0.650 and 0.650 of the tuned half of GVA came out right, with this 0.650.
"""

_PARTS = frozenset({"men", "women", "children"})


class Account(msgspec.Struct, frozen=True):
    """The persons whom one article tells as killed and injured, and those of them who count beside the numbers told of the event."""

    killed: frozenset[int]
    killed_counted: frozenset[int]
    injured_counted: frozenset[int]


def tell_article(told: Sequence[FiledClaim], numbered: Collection[Measure]) -> Account:
    """The account of one article, where the event has numbers of some measures."""
    harmed, killed = _harmed_in(told), killed_in(told)
    leading = _leading(told)
    hit = {who for one in leading for f in one.claim.figures if (group := _hit_by(one.claim, f)) & killed for who in group}
    killed &= harmed
    injured = harmed - killed
    return Account(
        killed,
        killed & _listed(leading, "killed") if "killed" in numbered else killed,
        injured & (_listed(leading, "injured") | hit) if "injured" in numbered else injured,
    )


def counts_the_dead(count: Count, told: Sequence[FiledClaim]) -> bool:
    """Whether a number of those who were hit ("three were shot") counts some whom its article tells as killed, and the rest one by one."""
    hit = _hit_by(count.claim, count.figure)
    return bool(hit & killed_in(told)) and hit <= _harmed_in(told)


def _hit_by(claim: Claim, figure: ClaimFigure) -> frozenset[int]:
    """Those who were hit by the words of a number of the injured."""
    groups = (g for g in claim.harmed if g.hit and figure.measure == "injured" and meets(g, figure.span))
    return frozenset(who for group in groups for who in group.who)


def _leading(told: Sequence[FiledClaim]) -> list[FiledClaim]:
    """The claims that tell who was harmed; later ones, and those on some of the persons of others, tell what became of them alone."""
    whole = [one for one in told if not any(is_told_as_part(one.claim, f) for f in one.claim.figures)]
    first = min((one.claim.start for one in whole), default=0)
    return [one for one in whole if one.claim.event in OF_ARMS or one.claim.start - first <= _LEADING]


def _harmed_in(told: Sequence[FiledClaim]) -> frozenset[int]:
    return frozenset(who for one in _leading(told) for group in groups_of(one.claim) for who in group.who)


def killed_in(told: Iterable[FiledClaim]) -> frozenset[int]:
    """The persons whom claims of one article tell as killed."""
    return frozenset(who for one in told for group in groups_of(one.claim) if group.measure == "killed" for who in group.who)


def groups_of(claim: Claim) -> tuple[HarmedPersons, ...]:
    """Persons of a claim, without those whom its numbers tell as harmed otherwise ("two were shot", read as killed)."""
    other = [(f.span, f.measure) for f in claim.figures if f.measure in ("killed", "injured")]
    return tuple(g for g in claim.harmed if not any(meets(g, span) and measure != g.measure for span, measure in other))


def _listed(told: Iterable[FiledClaim], measure: Measure) -> frozenset[int]:
    """Persons told in one list with a number of those killed or injured, and those of that number."""
    return frozenset(who for one in told for run in _lists_of(one.claim, measure) if len(run) > 1 for group in run for who in group.who)


def _lists_of(claim: Claim, measure: Measure) -> Iterator[list[HarmedPersons]]:
    """Lists of persons of a claim that a number of this measure stands in."""
    runs: list[list[HarmedPersons]] = []
    for group in sorted((g for g in groups_of(claim) if g.measure == measure), key=lambda g: g.span):
        if group.beside and runs:
            runs[-1].append(group)
        else:
            runs.append([group])
    figures = [f for f in claim.figures if f.measure == measure]
    return (run for run in runs if any(meets(g, f.span) for g in run for f in figures) and not _tells_parts(run, figures))


def _tells_parts(run: Sequence[HarmedPersons], figures: Sequence[ClaimFigure]) -> bool:
    """Whether a list goes on from people at large to women or children, who may be some of them ("16 civilians and three children")."""
    told = [f.counts for group in run for f in figures if meets(group, f.span)]
    return bool(told) and told[0] in ("all", "civilians") and bool(_PARTS.intersection(told[1:]))


def tells_any(claim: Claim, measure: Measure, persons: Collection[int]) -> bool:
    """Whether a claim tells any of some persons as killed, or as injured."""
    return any(group.measure == measure and not set(persons).isdisjoint(group.who) for group in groups_of(claim))


def meets(group: HarmedPersons, span: Span) -> bool:
    """Whether the words for persons are those of a number."""
    return span[0] < group.span[1] and group.span[0] < span[1]


def highest(accounts: Sequence[Account]) -> tuple[int, int]:
    """Killed and injured by the accounts that tell most."""
    killed = max(len(a.killed) for a in accounts)
    harmed = max(len(a.killed | a.injured_counted) for a in accounts)
    return max(len(a.killed_counted) for a in accounts), max(0, harmed - killed)
