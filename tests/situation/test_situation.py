"""What holds for any claims: copies and order change nothing, ranges are ranges, and no figure is lost."""

import datetime as dt
import hashlib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.situation import describe_situation
from sayso.situation.casualties import describe_casualties
from sayso.situation.counts import claims_of_day
from sayso.situation.displacement import describe_displacement
from sayso.situation.other_totals import describe_other_totals

AS_OF = dt.date(2021, 3, 31)
MEASURES = ["displaced", "killed", "injured", "returned", "houses"]


@pytest.fixture(scope="module")
def worlds(by_hand):
    """Some claims and the events of a ledger that gathers them."""
    x = by_hand
    bounds = st.tuples(st.integers(0, 40), st.integers(0, 20), st.sampled_from(["closed", "least", "most", "none"])).map(
        lambda b: {"closed": (b[0], b[0] + b[1]), "least": (b[0], None), "most": (None, b[0]), "none": (None, None)}[b[2]]
    )
    figures = st.builds(
        lambda b, measure, **rest: x.figure(*b, measure, **rest),
        bounds,
        st.sampled_from(MEASURES),
        kind=st.sampled_from(["flow", "stock", None]),
        unit=st.sampled_from(["people", "people", "households"]),
        population=st.sampled_from(["idp", "refugee", "unknown"]),
        counts=st.sampled_from([None, "all", "civilians", "fighters", "children"]),
        scope=st.sampled_from(["event", "event", "period"]),
        part_of=st.sampled_from([None, None, 0]),
        assumed=st.sampled_from([False, False, True]),
    )
    days = st.sampled_from([None, "2021-03-02", "2021-03-05", ("2021-03-01", "2021-03-08"), "2021-04-09"])
    claims = st.builds(
        lambda figs, places, **rest: x.claim(*figs, places=[x.place(p) for p in places], event="strike", **rest),
        st.lists(figures, min_size=1, max_size=3),
        st.lists(st.sampled_from(["Tarmin", "Sahl", "North Aris", "Syria"]), max_size=2),
        by=st.sampled_from([None, "Observatory", "Syrian Arab Army"]),
        kind=st.sampled_from(["monitor", "official"]),
        outlet=st.sampled_from(["Post", "Herald"]),
        published=st.sampled_from([None, "2021-03-09", "2021-03-10"]),
        time=days,
        status=st.sampled_from(["happened", "happened", "expected", "denied"]),
        hedged=st.sampled_from([False, False, True]),
    )

    def gather(filed, homes):
        filed = list({f.claim.id: f for f in filed}.values())
        groups = {}
        for one, home in zip(filed, homes, strict=False):
            groups.setdefault(home, []).append(one)
        ats = {0: ["Tarmin"], 1: ["Sahl"], 2: ["North Aris"], 3: []}
        return filed, [x.happening(*group, at=ats[h], name=f"e{h}", on=f"2021-03-0{h + 1}", until="2021-03-08") for h, group in sorted(groups.items())]

    return st.builds(gather, st.lists(claims, max_size=7), st.lists(st.integers(0, 3), min_size=7, max_size=7))


def totals(filed, events):
    known = claims_of_day(filed, AS_OF)
    return [*describe_displacement(known, events, AS_OF), *describe_casualties(known, events, AS_OF), *describe_other_totals(known, events, AS_OF)]


def copy_of(filed):
    digest = hashlib.sha256(b"a copy").hexdigest()
    header = msgspec.structs.replace(filed.article, digest=digest, publisher="Copyist", published=dt.date(2021, 3, 20))
    claim = msgspec.structs.replace(filed.claim, id=filed.claim.id + "-copy")
    return msgspec.structs.replace(filed, claim=claim, article=header, copy_of=filed.claim.id)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_copy_of_an_article_changes_no_total(worlds, data):
    filed, events = data.draw(worlds)
    copies = [copy_of(f) for f in filed]
    joined = [msgspec.structs.replace(e, claims=(*e.claims, *(c + "-copy" for c in e.claims))) for e in events]
    bare = [msgspec.structs.replace(t, left_out=()) for t in totals(filed, events)]
    assert [msgspec.structs.replace(t, left_out=()) for t in totals([*copies, *filed], joined)] == bare


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_the_order_of_claims_and_events_does_not_matter(worlds, data):
    filed, events = data.draw(worlds)
    shuffled = data.draw(st.permutations(filed)), data.draw(st.permutations(events))
    assert totals(*shuffled) == totals(filed, events)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_lowest_number_exceeds_the_highest(worlds, data):
    for total in totals(*data.draw(worlds)):
        assert total.low is None or total.high is None or total.low <= total.high


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_every_figure_stands_in_a_row_or_is_left_out_of_one(worlds, data):
    filed, events = data.draw(worlds)
    listed = {(t.measure, c) for t in totals(filed, events) for c in (*t.claims, *(o.claim for o in t.left_out))}
    assert {(figure.measure, f.claim.id) for f in filed for figure in f.claim.figures} <= listed


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_every_row_of_displacement_is_a_number_that_somebody_told(worlds, data):
    filed, events = data.draw(worlds)
    told = {n for f in filed for figure in f.claim.figures if figure.measure == "displaced" for n in (figure.low, figure.high)} | {None}
    rows = [t for t in totals(filed, events) if t.measure == "displaced"]
    assert {n for row in rows for n in (row.low, row.high)} <= told
    assert all(row.method for row in rows)


def test_a_day_has_all_its_chapters(by_hand):
    x = by_hand
    filed = [
        x.claim(x.exact(900), by="Council", places=[x.place("Tarmin", "from")], time="2021-03-02"),
        x.claim(x.exact(4, "killed"), by="Council", event="strike", places=[x.place("Tarmin")], time="2021-03-02"),
        x.claim(x.exact(60, "returned"), by="Council", event="return", places=[x.place("Tarmin", "to")]),
        x.claim(event="need", evidence="There is no bread.", places=[x.place("Tarmin")]),
    ]
    events = [x.happening(f, name=f.claim.id, event=f.claim.event, on="2021-03-02") for f in filed]
    found = describe_situation(filed, events, AS_OF)
    assert found.as_of == AS_OF
    assert [t.low for t in found.displacement] == [900]
    assert [t.low for t in found.casualties if t.event_id] == [4]
    assert [t.low for t in found.other_totals] == [60]
    assert [c.sector for c in found.conditions] == ["food security"]
    before = describe_situation(filed, events, dt.date(2021, 3, 1))
    assert (before.displacement, before.casualties, before.other_totals, before.conditions) == ((), (), (), ())
