"""Short invented reports as claims: what, where, when, who says so. Towns of an invented country, parties of the tables."""

import datetime as dt

from sayso.ledger import file_claims
from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Control, Source
from sayso.model.events import ArticleHeader

ARMY, FORCES, REBELS, FRONT = "Syrian Arab Army", "Syrian government forces", "Syrian opposition fighters", "National Front for Liberation"

TOWNS = {
    "Tarmin": ("geonames:1", "Aris", 35.60, 36.70),
    "Sahl": ("geonames:2", "Aris", 35.90, 36.60),
    "Qasr": ("geonames:3", "Aris", 36.20, 37.10),
    "Aris": ("admin1:SY.99", "Aris", 35.8, 36.7),
    "Syria": ("country:SY", None, 35.0, 38.0),
}


def day(number):
    """A day of March 2021 by its number, None for none."""
    return None if number is None else dt.date(2021, 3, number)


def place(name, relation=None, role="at"):
    place_id, admin1, lat, lon = TOWNS.get(name, (None, None, None, None))
    return ClaimPlace(start=0, end=1, text=name, relation=relation, name=name, place_id=place_id, country="SY" if place_id else None, admin1=admin1, lat=lat, lon=lon, radius_km=3.0, role=role)


def killed(low, high=..., **more):
    return ClaimFigure(text=str(low), span=(0, 1), low=low, high=low if high is ... else high, measure=more.pop("measure", "killed"), unit=more.pop("unit", "people"), **more)


def article(digest, published, *claims, outlet=None):
    """An article with its claims in the order of its text, each with an id made of the article's digest and its number."""
    header = ArticleHeader(article_id=digest, digest=digest, publisher=outlet or f"Outlet {digest}", published=day(published))
    return header, [claim(f"{digest}{at}", 1000 * at, **fields) for at, fields in enumerate(claims, 1)]


def claim(claim_id, start, *, event="strike", at="Tarmin", relation=None, on=None, until=None, by=None, kind="monitor", agent=None, target=None, control=None, status="happened", words=None, figures=(), **rest):
    """One claim; `control` is (transition, holder, extent), `on` and `until` are days of March 2021."""
    evidence = words or f"Report {claim_id}."
    places = tuple(p if isinstance(p, ClaimPlace) else place(p, relation) for p in ((at,) if isinstance(at, str) else at))
    actors = [ClaimActor(text=n, span=(0, 1), role=r, name=n) for n, r in ((agent, "agent"), (target, "target")) if n]
    if control and event == "strike":
        event = "control"
    return Claim(
        id=claim_id, start=start, end=start + len(evidence), evidence=evidence, event=event, status=status, places=places,
        time=ClaimTime(text="then", start=day(on), end=day(until or on), span=(0, 1), precision=1) if on else None,
        actors=tuple(actors), figures=tuple(figures),
        control=Control(transition=control[0], holder=control[1], extent=control[2] if len(control) > 2 else "unknown") if control else None,
        source=Source(text=by, span=(0, 1), name=by, kind=kind) if by else None,
        **rest,
    )  # fmt: skip


def file(*articles):
    return file_claims(articles)


def groups(events):
    """Ids of the claims of each event, as a set of sets."""
    return {frozenset(event.claims) for event in events}
