"""Events of a ledger beside coded ones: which rows are exact enough, which events are compared, what chance gives."""

import datetime as dt

import msgspec
import pytest

from evals.coders.coded import CLOSE, COUNTED, NEAR, Coded, days_of, find_within, read_coded
from evals.coders.matching import (
    Compared,
    bounds_meet,
    chance_of_deaths,
    chance_on_days,
    chance_when_moved,
    compare_with_coded,
    list_deaths,
    part_by_class,
    share_of_deaths,
    share_on_days,
    shuffle_order,
)
from evals.coders.run import describe
from evals.coders.told import Told, is_comparable, list_told
from evals.coders.worst import list_cases
from sayso.model.events import Event, EventPlace, EventTime
from sayso.model.situation import Situation, Total
from sayso.model.views import LedgerView
from tests.ledger.reports import article, file

DAY = dt.date(2017, 3, 5)
TOWN = EventPlace(name="Tarmin", country="SY", lat=35.6, lon=36.7, geo_precision=1)


def coded(name="1", lat=35.6, lon=36.7, start=DAY, days=0, where_prec=1, date_prec=1, low=1, high=1):
    return Coded(name, start.toordinal(), start.toordinal() + days, lat, lon, where_prec, date_prec, low, low, high)


def told(event="strike", start=DAY, killed=None, lat=35.6):
    return Told(f"e-{start}", event, "Tarmin", lat, 36.7, start.toordinal(), start.toordinal(), killed, ("c-1",))


def event(**fields):
    place, time = fields.pop("place", TOWN), fields.pop("time", EventTime(start=DAY, end=DAY, basis="told"))
    return Event(event_id="e-1", event=fields.pop("event", "strike"), places=(place,) if place else (), time=time, claims=("a1",), accounts=())


def test_rows_are_read_as_they_were_coded(tmp_path):
    path = tmp_path / "coded.csv"
    path.write_text(
        "id,date_start,date_end,latitude,longitude,where_prec,date_prec,low,best,high\n7.0,2017-03-05,2017-03-06,35.6,36.7,1.0,2.0,2.0,3.0,4.0\n",
        encoding="utf8",
    )
    assert read_coded(path) == (Coded("7", DAY.toordinal(), DAY.toordinal() + 1, 35.6, 36.7, 1, 2, 2, 3, 4),)


def test_rows_that_are_known_less_exactly_than_asked_are_left_out():
    rows = [coded("exact"), coded("rough place", where_prec=2), coded("rough day", date_prec=2), coded("district", where_prec=3), coded("month", date_prec=4)]
    assert [c.coded_id for c in find_within(rows, 35.6, 36.7, CLOSE)] == ["exact"]
    assert [c.coded_id for c in find_within(rows, 35.6, 36.7, COUNTED)] == ["exact", "rough place"]
    assert [c.coded_id for c in find_within(rows, 35.6, 36.7, NEAR)] == ["exact", "rough place", "rough day"]


@pytest.mark.parametrize(("lat", "near", "close"), [(35.63, 1, 1), (35.8, 1, 0), (35.9, 0, 0)])
def test_distance_is_kept(lat, near, close):
    assert len(find_within([coded(lat=lat)], 35.6, 36.7, NEAR)) == near
    assert len(find_within([coded(lat=lat)], 35.6, 36.7, CLOSE)) == close


def test_days_reach_around_the_whole_of_a_coded_event():
    first = DAY.toordinal()
    assert days_of([coded(days=1)], NEAR) == frozenset(range(first - 2, first + 4))
    assert days_of([coded(days=1)], CLOSE) == {first, first + 1}


@pytest.mark.parametrize(
    ("fields", "comparable"),
    [
        ({}, True),
        ({"event": "control"}, False),
        ({"place": None}, False),
        ({"place": msgspec.structs.replace(TOWN, geo_precision=3)}, False),
        ({"place": msgspec.structs.replace(TOWN, country="IQ")}, False),
        ({"time": EventTime(end=DAY, basis="published")}, False),
        ({"time": EventTime(start=DAY, end=DAY + dt.timedelta(1), basis="told")}, True),
        ({"time": EventTime(start=DAY, end=DAY + dt.timedelta(2), basis="told")}, False),
        ({"time": EventTime(start=dt.date(2015, 3, 5), end=dt.date(2015, 3, 5), basis="told")}, False),
    ],
)
def test_what_coders_would_code_is_compared(fields, comparable):
    assert is_comparable(event(**fields)) is comparable


def total(low, high, event_id="e-1"):
    return Total(measure="killed", kind="flow", population="unknown", period={}, places=(), low=low, high=high, method="", claims=(), event_id=event_id)


@pytest.mark.parametrize(
    ("rows", "killed"),
    [((), None), (((3, 5), (2, 2)), (5, 7)), (((3, None),), (3, None)), (((None, None),), None), (((0, 0),), None)],
)
def test_the_rows_of_an_event_are_added_up(rows, killed):
    situation = Situation(as_of=DAY, casualties=tuple(total(*row) for row in rows))
    view = LedgerView(as_of=DAY, articles=(), claims=file(article("a", 6, {})), events=(event(),), situation=situation)
    assert [one.killed for one in list_told(view)] == [killed]


def test_what_is_only_expected_or_denied_is_not_compared():
    for status in ("expected", "denied"):
        claims = file(article("a", 6, {"status": status}))
        assert list_told(LedgerView(as_of=DAY, articles=(), claims=claims, events=(event(),), situation=Situation(as_of=DAY))) == ()


def test_deaths_are_those_of_each_coded_event_and_of_all_together():
    assert list_deaths([coded(low=1, high=2)]) == ((1, 2),)
    assert list_deaths([coded(low=1, high=2), coded(low=10, high=12)]) == ((1, 2), (10, 12), (11, 14))
    assert bounds_meet((11, 11), (11, 14))


def test_only_coded_events_of_the_town_and_day_count_for_deaths():
    rows = [coded("here"), coded("day after", start=DAY + dt.timedelta(1), low=2, high=2), coded("week after", start=DAY + dt.timedelta(7), low=9, high=9)]
    assert compare_with_coded(told(), rows).deaths == ((1, 1), (2, 2), (3, 3))


def test_shares_count_any_day_and_any_bounds():
    assert share_on_days([range(1, 3), range(5, 6)], [frozenset({2}), frozenset({6})]) == 0.5
    assert share_of_deaths([(1, 1), (5, None)], [((2, 3),), ((1, 2), (7, 9))]) == 0.5
    assert share_on_days([], []) == share_of_deaths([], []) == 0.0


def test_shuffles_are_settled_by_their_seed():
    assert shuffle_order(50, 3) == shuffle_order(50, 3) != shuffle_order(50, 4)
    days, wanted = [range(n, n + 1) for n in range(40)], [frozenset({n}) for n in range(40)]
    assert share_on_days(days, wanted) == 1.0
    assert chance_on_days(days, wanted) == chance_on_days(days, wanted) < 0.1
    assert chance_when_moved(days, wanted) == 0.0
    tolls = [(n, n) for n in range(40)]
    assert chance_of_deaths(tolls, [(toll,) for toll in tolls]) < 0.1


def test_shares_are_told_by_class():
    compared = [compare_with_coded(told(), [coded()]), compare_with_coded(told(event="battle", killed=(4, 4)), [coded()])]
    assert {name: len(part) for name, part in part_by_class(compared).items()} == {"battle": 1, "of all, those that tell how many died": 1, "strike": 1}
    assert "2 | all | 1.000" in describe(compared)


def test_the_worst_come_first_and_by_their_ids():
    far = Compared(told(killed=(30, 30)), frozenset(), frozenset(), ())
    off = compare_with_coded(told(killed=(40, 50)), [coded()])
    right = compare_with_coded(told(killed=(1, 2)), [coded()])
    bare = Compared(told(), frozenset(), frozenset(), ())
    cases = list_cases([right, off, bare, far], {"c-1": "article-1"})
    assert [(case.kind, case.weight) for case in cases] == [("missing", 30.0), ("missing", -1.0), ("deaths", 40.0)]
    assert "article-1" in cases[0].told
