"""Persons killed and injured in one event as its articles tell them one by one: each once, however many claims tell of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.knowledge.event_words import event_words, is_told_as_part
from sayso.model.articles import Span
from sayso.model.claims import Claim, ClaimFigure, HarmedPersons
from sayso.model.events import Event, FiledClaim
from sayso.model.vocabulary import EventClass, Measure
from sayso.situation.counts import Count
from sayso.situation.exclusions import Uncounted

_LEADING = 250
"""Characters from the first claim that tells persons to those that tell more of them; what comes later is of other acts more often.

With 0, 400 and 700 0.639, 0.650 and 0.650 of the tuned half of GVA came out right, with this 0.650.
"""

_OPENING = 5
"""Claims of harm that an article opens with.

With 3, 8 and all of them 0.629, 0.633 and 0.633 of that half came out right, with this 0.633.
"""

_HARM: frozenset[EventClass] = frozenset({"battle", "strike", "violence", "casualties"})
_A_FEW = 5
"""A number from which on a battle or strike has more dead and hurt than are told one by one."""

_ARMS: frozenset[EventClass] = frozenset({"battle", "strike"})


_PARTS = frozenset({"men", "women", "children"})


class OneByOne(msgspec.Struct, frozen=True):
    """How many persons of an event are told as killed, or as injured; `low` counts what no words mark as unconfirmed.

    It is None where nobody is told for certain.
    """

    measure: Measure
    low: int | None
    high: int
    told: tuple[FiledClaim, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that tell them."""
        return tuple(sorted(f.claim.id for f in self.told))


def home_claims(filed: Sequence[FiledClaim], events: Sequence[Event]) -> Mapping[str, str]:
    """The event in which each claim's persons count: its own, or for what an article opens with, the one that it is mainly about.

    Such a claim stands in no event with claims of other articles, and tells of no battle or strike.
    """
    about = {digest: event.event_id for event in events for digest in event.articles}
    of_claim = {claim: event for event in events for claim in event.claims}
    article_of = {f.claim.id: f.article.digest for f in filed}
    by_id = {event.event_id: event for event in events}
    homes = {claim: event.event_id for claim, event in of_claim.items()}
    for one in _opening(filed):
        event, digest = of_claim.get(one.claim.id), one.article.digest
        alone = event is not None and all(article_of.get(claim) == digest for claim in event.claims)
        numbered = any(f.measure in ("killed", "injured") for f in one.claim.figures)
        if alone and not numbered and digest in about and one.claim.event not in _ARMS and _may_be_there(one.claim, by_id[about[digest]]):
            homes[one.claim.id] = about[digest]
    return homes


def _may_be_there(claim: Claim, event: Event) -> bool:
    """Whether a claim names no known place, the event has none, or they share one."""
    told, known = ({p.place_id for p in places if p.place_id} for places in (claim.places, event.places))
    return not told or not known or bool(told & known)


def _opening(filed: Sequence[FiledClaim]) -> Iterator[FiledClaim]:
    """The claims of harm that each article opens with."""
    told: defaultdict[str, list[FiledClaim]] = defaultdict(list)
    for one in filed:
        if one.claim.event in _HARM and one.claim.status not in ("expected", "denied"):
            told[one.article.digest].append(one)
    for claims in told.values():
        yield from sorted(claims, key=lambda f: (f.claim.start, f.claim.id))[:_OPENING]


def count_persons(event: Event, filed: Sequence[FiledClaim], counts: Sequence[Count]) -> Mapping[Measure, OneByOne]:
    """Persons killed and persons injured, by measure; nothing where no claim of the event tells any.

    Each article is an account of its own, and the highest stands; whoever is hit in one and dies in another is killed.
    Where numbers of a measure are told of the event, persons count only beside one, in a list with it ("17 militants and a child").
    """
    by_article: defaultdict[str, list[FiledClaim]] = defaultdict(list)
    for one in filed:
        if is_of_one_act(one.claim) and not _is_judged(one):
            by_article[one.article.digest].append(one)
    if not by_article:
        return {}
    many = event.event in _ARMS and any((c.number[0] or c.number[1] or 0) > _A_FEW for c in counts)
    apart = [c for c in counts if c.figure.scope == "event" and not counts_the_dead(c, by_article[c.filed.article.digest])]
    numbered: frozenset[Measure] = frozenset({"killed", "injured"}) if many else frozenset(c.figure.measure for c in apart)
    killed, injured = _highest([_tell_article(told, numbered) for told in by_article.values()])
    firm = [[one for one in told if not one.claim.hedged] for told in by_article.values()]
    killed_firm, injured_firm = _highest([_tell_article(told, numbered) for told in firm])
    telling = [one for told in by_article.values() for one in told]
    return {
        "killed": OneByOne("killed", killed_firm or None, killed, _of(telling, "killed")),
        "injured": OneByOne("injured", injured_firm or None, injured, _of(telling, "injured")),
    }


def is_of_one_act(claim: Claim) -> bool:
    """Whether a claim tells of persons harmed in one act, and not of those of a period of a number that it takes back, or of some of those
    told elsewhere ("two of the dead").
    """
    given_up = event_words().withdrawn.search(claim.evidence) is not None
    part = any(is_told_as_part(claim, f) for f in claim.figures)
    return bool(claim.harmed) and not given_up and not part and all(f.scope == "event" for f in claim.figures)


def _is_judged(filed: FiledClaim) -> bool:
    """Whether people put other numbers in the place of what was read."""
    return filed.review is not None and bool({"killed", "injured"} & set(filed.review.fields))


class _Article(msgspec.Struct, frozen=True):
    """The persons whom one article tells as killed and injured, and those of them who count beside the numbers told of the event."""

    killed: frozenset[int]
    killed_counted: frozenset[int]
    injured_counted: frozenset[int]


def _tell_article(told: Sequence[FiledClaim], numbered: Collection[Measure]) -> _Article:
    """Later claims tell what became of those whom the first ones tell."""
    ordered = sorted(told, key=lambda f: f.claim.start)
    leading = [one for one in ordered if one.claim.event in _ARMS or one.claim.start - ordered[0].claim.start <= _LEADING] if ordered else []
    harmed = frozenset(who for one in leading for group in groups_of(one.claim) for who in group.who)
    killed = killed_in(ordered) & harmed
    injured = harmed - killed
    return _Article(
        killed,
        killed & _listed(leading, "killed") if "killed" in numbered else killed,
        injured & _listed(leading, "injured") if "injured" in numbered else injured,
    )


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


def meets(group: HarmedPersons, span: Span) -> bool:
    """Whether the words for persons are those of a number."""
    return span[0] < group.span[1] and group.span[0] < span[1]


def _highest(accounts: Sequence[_Article]) -> tuple[int, int]:
    """Killed and injured by the accounts that tell most."""
    killed = max(len(a.killed) for a in accounts)
    harmed = max(len(a.killed | a.injured_counted) for a in accounts)
    return max(len(a.killed_counted) for a in accounts), max(0, harmed - killed)


def _of(told: Sequence[FiledClaim], measure: Measure) -> tuple[FiledClaim, ...]:
    return tuple(one for one in told if any(group.measure == measure for group in one.claim.harmed))


def counts_the_dead(count: Count, told: Iterable[FiledClaim]) -> bool:
    """Whether a number of those who were hit ("three were shot") counts some whom its article tells as killed."""
    if count.figure.measure != "injured":
        return False
    hit = {who for group in count.claim.harmed if group.hit and meets(group, count.figure.span) for who in group.who}
    return bool(hit & killed_in(told))


def leave_out_dead(counts: Sequence[Count], told: Iterable[FiledClaim]) -> tuple[list[Count], list[Uncounted]]:
    """Parts from the other numbers those of the injured that count some of the dead as well."""
    by_article: defaultdict[str, list[FiledClaim]] = defaultdict(list)
    for one in told:
        by_article[one.article.digest].append(one)
    gone = [c for c in counts if counts_the_dead(c, by_article[c.filed.article.digest])]
    return [c for c in counts if c not in gone], [(c, _WITH_THE_DEAD) for c in gone]


_WITH_THE_DEAD = "counts those who were hit, and its article says that some of them died: those who did not are counted one by one"
