"""Persons killed and injured in one event as its articles tell them one by one: each once, however many claims tell of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.knowledge.event_words import event_words
from sayso.model.claims import Claim
from sayso.model.events import Event, FiledClaim
from sayso.model.vocabulary import OF_ARMS, OF_HARM, Measure
from sayso.situation.counts import Count
from sayso.situation.exclusions import Uncounted
from sayso.situation.person_accounts import counts_the_dead, highest, tell_article, tells_any

_OPENING = 5
"""Claims of harm that an article opens with.

With 3, 8 and all of them 0.629, 0.633 and 0.633 of that half came out right, with this 0.633.
"""

_A_FEW = 5
"""A number above which a battle or strike has more dead and hurt than are told one by one.

Of 79 rows of reports on Syria that persons raised, three told one person of an act with 32 to 1,400 dead: with this none does.
"""


class OneByOne(msgspec.Struct, frozen=True):
    """How many persons of an event are told as killed, or as injured; `low` counts what no words mark as unconfirmed.

    It is None where nobody is told for certain. `instead` are the numbers in whose place the persons stand.
    """

    measure: Measure
    low: int | None
    high: int
    told: tuple[FiledClaim, ...]
    instead: tuple[Count, ...] = ()

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
        if alone and not numbered and digest in about and one.claim.event not in OF_ARMS and _may_be_there(one.claim, by_id[about[digest]]):
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
        if one.claim.event in OF_HARM and one.claim.status not in ("expected", "denied"):
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
    with_dead = [c for c in counts if counts_the_dead(c, by_article[c.filed.article.digest])]
    numbered = _numbered(event, [c for c in counts if c not in with_dead])
    accounts = {digest: tell_article(told, numbered) for digest, told in by_article.items()}
    killed, injured = highest(list(accounts.values()))
    firm = [[one for one in told if not one.claim.hedged] for told in by_article.values()]
    killed_firm, injured_firm = highest([tell_article(told, numbered) for told in firm])
    telling = [(one, accounts[digest]) for digest, told in by_article.items() for one in told]
    dead = tuple(one for one, account in telling if tells_any(one.claim, "killed", account.killed_counted))
    hurt = tuple(one for one, account in telling if tells_any(one.claim, "injured", account.injured_counted))
    return {
        "killed": OneByOne("killed", killed_firm or None, killed, dead),
        "injured": OneByOne("injured", injured_firm or None, injured, hurt, tuple(with_dead)),
    }


def _numbered(event: Event, counts: Iterable[Count]) -> frozenset[Measure]:
    """The measures of which an event has numbers; of an act of war with more than a few dead or hurt both."""
    told = list(counts)
    if event.event in OF_ARMS and any((c.number[0] or c.number[1] or 0) > _A_FEW for c in told):
        return frozenset({"killed", "injured"})
    return frozenset(c.figure.measure for c in told if c.figure.scope == "event")


def is_of_one_act(claim: Claim) -> bool:
    """Whether a claim tells of persons harmed in one act, and not of those of a period or of a number that it takes back."""
    given_up = event_words().withdrawn.search(claim.evidence) is not None
    return bool(claim.harmed) and not given_up and all(f.scope == "event" for f in claim.figures)


def _is_judged(filed: FiledClaim) -> bool:
    """Whether people put other numbers in the place of what was read."""
    return filed.review is not None and bool({"killed", "injured"} & set(filed.review.fields))


def leave_out_dead(counts: Sequence[Count], persons: OneByOne | None) -> tuple[list[Count], list[Uncounted]]:
    """Parts from the other numbers those in whose place persons stand, for they count some of the dead as well."""
    gone = [c for c in counts if persons is not None and c in persons.instead]
    return [c for c in counts if c not in gone], [(c, _WITH_THE_DEAD) for c in gone]


_WITH_THE_DEAD = "counts those who were hit, and its article says that some of them died: those who did not are counted one by one"
