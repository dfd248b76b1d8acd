"""Claims made by hand, as short as a line of a report: who told which number of where and when."""

import datetime as dt
import hashlib
from types import SimpleNamespace

import pytest

from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Source
from sayso.model.events import ArticleHeader, Event, EventPlace, EventTime, FiledClaim

PLACES = {
    "Tarmin": ("town:1", "North Aris"),
    "Sahl": ("town:2", "North Aris"),
    "Qasr": ("town:3", "South Aris"),
    "North Aris": ("admin1:SY.90", "North Aris"),
    "Syria": ("country:SY", None),
    "Turkey": ("country:TR", None),
}


def day(text):
    return dt.date.fromisoformat(text)


def place(name, role="at", relation=None):
    place_id, admin1 = PLACES.get(name, (None, None))
    country = "TR" if name == "Turkey" else "SY" if place_id else None
    return ClaimPlace(start=0, end=len(name), text=name, name=name, place_id=place_id, country=country, admin1=admin1, relation=relation, role=role)


def figure(low, high=None, measure="displaced", *, text="so many", unit="people", **rest):
    kind = rest.pop("kind", None if measure == "other" else "flow")
    return ClaimFigure(text=text, span=rest.pop("span", (0, 1)), low=low, high=high, measure=measure, unit=unit, kind=kind, **rest)


def exact(number, measure="displaced", **rest):
    return figure(number, number, measure, **rest)


def claim(
    *figures, by=None, kind="monitor", outlet="Aris Post", published="2021-03-10", places=(), time=None, event="displacement",
    name="", evidence="Told.", actors=(), copy_of=None, **rest,
):  # fmt: skip
    """A filed claim; `name` tells apart claims that would else have one id, `time` is a day or a pair of days."""
    days = None if time is None else (day(time), day(time)) if isinstance(time, str) else (day(time[0]), day(time[1]))
    digest = hashlib.sha256(f"{outlet} {published} {rest.pop('page', '')}".encode()).hexdigest()
    said = repr((figures, by, outlet, published, places, time, event, name, evidence, copy_of, sorted(rest.items())))
    made = Claim(
        id=rest.pop("id", "c-" + hashlib.sha256(said.encode()).hexdigest()[:8]),
        start=0, end=len(evidence), evidence=evidence, event=event, figures=figures, places=tuple(places),
        time=days and ClaimTime(text="then", start=days[0], end=days[1], span=(0, 1), precision=1),
        actors=tuple(ClaimActor(text=n, span=(0, 1), role=r, name=n) for n, r in actors),
        source=None if by is None else Source(text=by, span=(0, 1), name=by, kind=kind),
        **rest,
    )  # fmt: skip
    header = ArticleHeader(article_id=f"{outlet} {published}", digest=digest, publisher=outlet, published=published and day(published))
    return FiledClaim(claim=made, article=header, copy_of=copy_of)


def happening(*filed, at=("Tarmin",), on="2021-03-08", until=None, basis="told", event="strike", updates=(), name="e1", contradictions=()):
    """An event of the ledger that gathers some claims."""
    places = tuple(EventPlace(name=n, place_id=PLACES[n][0], country="SY", admin1=PLACES[n][1]) for n in at)
    time = EventTime(start=on and day(on), end=day(until or on) if on else None, basis=basis)
    ids = tuple(f.claim.id for f in filed)
    return Event(event_id=name, event=event, places=places, time=time, claims=ids, accounts=(), updates=tuple(updates), contradictions=tuple(contradictions))


@pytest.fixture(scope="session")
def by_hand():
    """The makers of claims and events."""
    return SimpleNamespace(place=place, figure=figure, exact=exact, claim=claim, happening=happening, day=day)
