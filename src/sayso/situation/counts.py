"""The numbers that claims tell, each with its claim, days and area: what totals are made from."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

import msgspec

from sayso.model.claims import Claim, ClaimFigure
from sayso.model.events import FiledClaim
from sayso.model.situation import HouseholdSize, Period
from sayso.model.vocabulary import Measure
from sayso.situation.areas import Area, area_of
from sayso.situation.bounds import Bounds


class Count(msgspec.Struct, frozen=True):
    """A figure of a filed claim, by its index among the claim's figures; `area` is the union of the claim's places.

    `household` is the size by which a number of households is turned into one of people.
    """

    filed: FiledClaim
    index: int
    area: Area
    household: HouseholdSize | None = None

    @property
    def claim(self) -> Claim:
        """The claim that tells it."""
        return self.filed.claim

    @property
    def figure(self) -> ClaimFigure:
        """The figure itself."""
        return self.filed.claim.figures[self.index]

    @property
    def number(self) -> Bounds:
        """Its bounds, of people where households are turned into them."""
        low, high = self.figure.low, self.figure.high
        if self.household is None:
            return low, high
        people = self.household.people
        return None if low is None else round(low * people), None if high is None else round(high * people)

    @property
    def group(self) -> str:
        """Who is counted; `all` where the words name no group."""
        return self.figure.counts or "all"

    @property
    def period(self) -> Period:
        """The claim's own days; never the day of publication."""
        time = self.claim.time
        return Period(time.start, time.end) if time else Period()

    @property
    def published(self) -> dt.date:
        """The day its article came out, the earliest possible day where that is unknown; good for order alone."""
        return self.filed.article.published or dt.date.min

    @property
    def order(self) -> tuple[dt.date, str, int, str, int]:
        """The order in which counts are looked at: by publication, article, place in the text."""
        return self.published, self.filed.article.digest, self.claim.start, self.claim.id, self.index


def claims_of_day(filed: Iterable[FiledClaim], as_of: dt.date) -> tuple[FiledClaim, ...]:
    """The claims that were known on a day, each once, in a fixed order; those of articles published later are not yet known."""
    known = {f.claim.id: f for f in sorted(filed, key=lambda f: (f.claim.id, f.article.digest, f.copy_of or "")) if _was_known(f, as_of)}
    present = known.keys()
    kept = (msgspec.structs.replace(f, copy_of=f.copy_of if f.copy_of in present else None) for f in known.values())
    return tuple(sorted(kept, key=lambda f: (f.article.published or dt.date.min, f.article.digest, f.claim.start, f.claim.id)))


def _was_known(filed: FiledClaim, as_of: dt.date) -> bool:
    return filed.article.published is None or filed.article.published <= as_of


def counts_of(filed: Iterable[FiledClaim], measures: Collection[Measure]) -> tuple[Count, ...]:
    """All figures of some measures, in the order of publication."""
    found: list[Count] = []
    for one in filed:
        told = [i for i, figure in enumerate(one.claim.figures) if figure.measure in measures]
        area = area_of(one.claim.places) if told else Area()
        found.extend(Count(one, i, area) for i in told)
    return tuple(sorted(found, key=lambda c: c.order))


def name_sources(counts: Sequence[Count]) -> tuple[str, ...]:
    """The original claimants of some counts, each once.

    An outlet that tells in its own voice a number that it, or another before it, attributes to somebody is no other voice.
    """
    first: dict[Bounds, dt.date] = {}
    for count in counts:
        if count.claim.source is not None:
            first[count.number] = min(count.published, first.get(count.number, dt.date.max))
    return tuple(sorted({c.filed.claimant for c in counts if c.claim.source or c.published < first.get(c.number, dt.date.max)}))
