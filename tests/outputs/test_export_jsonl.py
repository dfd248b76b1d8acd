"""The internal form gives equal objects back; the published one is flat and says that nobody has reviewed it."""

import datetime as dt
import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import Claim, ClaimFigure, ClaimPlace, ClaimTime, Control, Source
from sayso.model.events import Account, ArticleHeader, Event, EventPlace, EventTime, FiledClaim
from sayso.model.mentions import Geometry
from sayso.model.situation import Situation
from sayso.model.views import LedgerView
from sayso.model.vocabulary import EVENT_CLASSES
from sayso.outputs.export_jsonl import read_claims, read_events
from sayso.outputs.exports import export_view

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
MAYBE = st.none() | WORDS
DEGREES = st.floats(-90, 90)
GEOMETRIES = st.builds(Geometry, type=st.just("Polygon"), coordinates=st.just((((0.0, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.0)),)))
PLACES = st.builds(ClaimPlace, start=st.integers(0, 9), end=st.integers(10, 20), text=WORDS, relation=MAYBE, name=MAYBE, lat=st.none() | DEGREES, geometry=st.none() | GEOMETRIES, score=st.floats(0, 1), role=st.sampled_from(["at", "from", "to"]))
FIGURES = st.builds(ClaimFigure, text=WORDS, span=st.just((0, 3)), low=st.none() | st.integers(0, 10**7), high=st.none() | st.integers(0, 10**7), measure=st.sampled_from(["killed", "displaced"]), unit=st.just("people"), assumed=st.booleans())
TIMES = st.builds(ClaimTime, text=WORDS, start=DAYS, end=DAYS, span=st.just((1, 2)), precision=st.integers(1, 5))
CLAIMS = st.builds(
    Claim, id=WORDS, start=st.integers(0, 9), end=st.integers(10, 99), evidence=WORDS, event=st.sampled_from(EVENT_CLASSES), hedged=st.booleans(),
    places=st.lists(PLACES, max_size=2).map(tuple), time=st.none() | TIMES, figures=st.lists(FIGURES, max_size=2).map(tuple),
    control=st.none() | st.builds(Control, transition=st.just("captured"), holder=MAYBE), source=st.none() | st.builds(Source, text=WORDS, span=st.just((0, 1)), name=WORDS, kind=st.just("media"), chain=st.lists(WORDS, max_size=2).map(tuple)),
    score=st.floats(0, 1), why=st.lists(WORDS, max_size=2).map(tuple),
)  # fmt: skip
HEADERS = st.builds(ArticleHeader, article_id=WORDS, digest=WORDS, publisher=MAYBE, title=MAYBE, published=st.none() | DAYS, private_names=st.lists(WORDS, max_size=2).map(tuple))
FILED = st.builds(FiledClaim, claim=CLAIMS, article=HEADERS, copy_of=MAYBE)
EVENTS = st.builds(
    Event, event_id=WORDS, event=st.sampled_from(EVENT_CLASSES), places=st.lists(st.builds(EventPlace, name=WORDS, lat=st.none() | DEGREES), max_size=2).map(tuple),
    time=st.builds(EventTime, start=st.none() | DAYS, end=st.none() | DAYS), claims=st.lists(WORDS, max_size=2).map(tuple),
    accounts=st.lists(st.builds(Account, says=WORDS, claims=st.just(("c",)), sources=st.just(("s",))), max_size=2).map(tuple),
)  # fmt: skip


def view_of(claims: list[FiledClaim], events: list[Event]) -> LedgerView:
    day = dt.date(2020, 1, 1)
    return LedgerView(as_of=day, articles=(), claims=tuple(claims), events=tuple(events), situation=Situation(as_of=day))


@given(st.lists(FILED, max_size=4))
def test_internal_claims_come_back_equal(claims: list[FiledClaim]) -> None:
    back = read_claims(export_view(view_of(claims, []), "jsonl", "claims", "internal"))
    assert sorted(map(msgspec.json.encode, back)) == sorted(map(msgspec.json.encode, claims))
    assert all(claim in back for claim in claims)


@given(st.lists(EVENTS, max_size=4))
def test_internal_events_come_back_equal(events: list[Event]) -> None:
    back = read_events(export_view(view_of([], events), "jsonl", "events", "internal"))
    assert len(back) == len(events)
    assert all(event in back for event in events)


def test_published_lines_are_rows_that_say_nobody_has_reviewed_them(idlib_view: LedgerView) -> None:
    lines = export_view(idlib_view, "jsonl", "claims", "public").splitlines()
    rows = [json.loads(line) for line in lines]
    assert len(rows) == 18
    assert {row["review"] for row in rows} == {"Machine reading, unreviewed"}
    assert not {"start_offset", "span", "private_names"} & rows[0].keys()
