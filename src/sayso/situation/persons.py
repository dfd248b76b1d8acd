"""Persons killed and injured in one event as its articles tell them one by one: each once, however many claims tell of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.knowledge.event_words import event_words, is_told_as_part
from sayso.model.claims import Claim
from sayso.model.events import Event, FiledClaim
from sayso.model.vocabulary import EventClass, Measure
from sayso.situation.counts import Count
from sayso.situation.exclusions import Uncounted

_LEADING = 250
"""Characters from the first claim that tells persons to those that tell more of them; what comes later is of other acts more often.

With 0, 400 and 700 0.639, 0.650 and 0.650 of the tuned half of GVA came out right, with this 0.650.
"""

_FEW = 20
"""Numbers up to which those who are counted are told one by one as well (claims/person_phrases.py)."""

_OPENING = 5
"""Claims of harm that an article opens with.

With 3, 8 and all of them 0.629, 0.633 and 0.633 of that half came out right, with this 0.633.
"""

_HARM: frozenset[EventClass] = frozenset({"battle", "strike", "violence", "casualties"})
_ARMS: frozenset[EventClass] = frozenset({"battle", "strike"})
_OF_A_SIDE = frozenset({"civilians", "fighters"})


def _names_persons(count: Count) -> bool:
    """Whether a number stands with words for persons, or its claim tells of them: a bare one ("the toll rose to 10") stands for itself."""
    start, end = count.figure.span
    told = any(start < group.span[1] and group.span[0] < end for group in count.claim.harmed)
    return told or not count.figure.text.replace(",", "").isdigit()


class OneByOne(msgspec.Struct, frozen=True):
    """How many persons of an event are told as killed, or as injured; `low` counts what no words mark as unconfirmed.

    It is None where nobody is told for certain.
    """

    measure: Measure
    low: int | None
    high: int
    told: tuple[FiledClaim, ...]
    articles: frozenset[str]

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that tell them."""
        return tuple(sorted(f.claim.id for f in self.told))

    def covers(self, count: Count) -> bool:
        """Whether a number is a larger one of persons whom its article tells one by one: a small one, and not one side's alone."""
        low, high = count.number
        most = high if high is not None else low or 0
        told_here = count.group not in _OF_A_SIDE and count.filed.article.digest in self.articles
        return self.high < most <= _FEW and told_here and _names_persons(count)


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
        if alone and digest in about and one.claim.event not in _ARMS and _may_be_there(one.claim, by_id[about[digest]]):
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


def count_persons(filed: Sequence[FiledClaim]) -> Mapping[Measure, OneByOne]:
    """Persons killed and persons injured, by measure; nothing where no claim of the event tells any.

    Each article is an account of its own, and the highest stands; whoever is hit in one and dies in another is killed.
    """
    by_article: defaultdict[str, list[FiledClaim]] = defaultdict(list)
    for one in filed:
        if is_of_one_act(one.claim) and not _is_judged(one):
            by_article[one.article.digest].append(one)
    if not by_article:
        return {}
    killed, harmed = _highest([_killed_and_harmed(told) for told in by_article.values()])
    firm = [[one for one in told if not one.claim.hedged] for told in by_article.values()]
    killed_firm, harmed_firm = _highest([_killed_and_harmed(told) for told in firm])
    articles = frozenset(by_article)
    telling = [one for told in by_article.values() for one in told]
    return {
        "killed": OneByOne("killed", killed_firm or None, killed, _of(telling, "killed"), articles),
        "injured": OneByOne("injured", max(0, harmed_firm - killed) or None, harmed - killed, _of(telling, "injured"), articles),
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


def _killed_and_harmed(told: Sequence[FiledClaim]) -> tuple[int, int]:
    """How many one article tells as killed, and as killed or injured; later claims tell what became of those whom the first ones tell."""
    ordered = sorted(told, key=lambda f: f.claim.start)
    leading = [one for one in ordered if one.claim.start - ordered[0].claim.start <= _LEADING] if ordered else []
    harmed = {who for one in leading for group in one.claim.harmed for who in group.who}
    killed = {who for one in ordered for group in one.claim.harmed if group.measure == "killed" for who in group.who}
    return len(killed & harmed), len(harmed)


def _highest(accounts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    killed = max(killed for killed, _ in accounts)
    return killed, max(killed, *(harmed for _, harmed in accounts))


def _of(told: Sequence[FiledClaim], measure: Measure) -> tuple[FiledClaim, ...]:
    return tuple(one for one in told if any(group.measure == measure for group in one.claim.harmed))


def leave_out_counted(counts: Sequence[Count], persons: OneByOne | None) -> tuple[list[Count], list[Uncounted]]:
    """Parts numbers that stand beside the persons told one by one from larger ones by the same articles, whose words tell no such harm."""
    if persons is None:
        return list(counts), []
    larger = [c for c in counts if persons.covers(c)]
    why = f"its article tells one by one who was {persons.measure}: {persons.high} in all, as far as the words tell them apart"
    return [c for c in counts if c not in larger], [(c, why) for c in larger]
