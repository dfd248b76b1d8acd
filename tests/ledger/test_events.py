import datetime as dt
import random
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import group_claims
from tests.ledger.reports import ARMY, FORCES, FRONT, REBELS, TOWNS, article, day, file, groups, killed, place

CLAIMS = st.fixed_dictionaries(
    {"event": st.sampled_from(["strike", "casualties", "battle", "control", "displacement", "need"]), "at": st.sampled_from(sorted(TOWNS)), "on": st.none() | st.integers(1, 9), "words": st.sampled_from(["Aircraft bombed the market.", "Fields were shelled.", "Bakers closed."])},
    optional={"agent": st.sampled_from([ARMY, FORCES, REBELS, FRONT]), "status": st.sampled_from(["happened", "ongoing", "expected", "denied"]), "figures": st.lists(st.builds(killed, st.integers(1, 30)), max_size=1), "control": st.tuples(st.sampled_from(["captured", "entered", "lost", "holds"]), st.sampled_from([ARMY, REBELS, None]))},
)
PAGES = st.lists(st.tuples(st.none() | st.integers(5, 12), st.lists(CLAIMS, min_size=1, max_size=4)), min_size=1, max_size=6)


def pages_of(drawn):
    return [article(f"{at:02}", published, *claims) for at, (published, claims) in enumerate(drawn)]


@given(PAGES, st.randoms())
@settings(max_examples=60, deadline=None)
def test_every_claim_is_in_one_event_and_one_account_whatever_the_order(drawn, shuffler):
    pages = pages_of(drawn)
    filed = file(*pages)
    events = group_claims(filed)
    assert sorted(c for e in events for c in e.claims) == sorted(f.claim.id for f in filed)
    assert all(sorted(c for a in e.accounts for c in a.claims) == sorted(e.claims) for e in events)
    shuffled = list(filed)
    shuffler.shuffle(shuffled)
    shuffler.shuffle(pages)
    assert group_claims(shuffled) == events == group_claims(file(*pages))


@given(PAGES)
@settings(max_examples=40, deadline=None)
def test_no_event_holds_two_towns_far_apart_and_every_reference_leads_somewhere(drawn):
    filed = {f.claim.id: f.claim for f in file(*pages_of(drawn))}
    for event in group_claims(file(*pages_of(drawn))):
        towns = {p.place_id for c in event.claims for p in filed[c].places if p.place_id.startswith("geonames:")}
        assert len(towns) <= 1
        assert all({*c.accounts} <= set(range(len(event.accounts))) and c.accounts[0] < c.accounts[1] for c in event.contradictions)
        assert all({u.earlier, u.later} <= set(event.claims) and u.earlier != u.later for u in event.updates)


def test_an_event_keeps_its_name_when_a_later_article_joins_it():
    first, later = article("a", 6, {"on": 5}), article("b", 7, {"on": 5})
    assert group_claims(file(first))[0].event_id == group_claims(file(later, first))[0].event_id


CLASSES = {"most claims": (["strike", "casualties", "casualties"], "casualties"), "a tie": (["battle", "control"], "control"), "a tie of a strike and its dead": (["casualties", "strike"], "strike")}


@pytest.mark.parametrize(("told", "expected"), CLASSES.values(), ids=CLASSES.keys())
def test_the_class_of_most_claims(told, expected):
    (event,) = group_claims(file(*(article(d, 6, {"event": e, "on": 5}) for d, e in zip("abc", told, strict=False))))
    assert event.event == expected


TIMES = {
    "told": ([{"on": 5}, {}], (5, 5, "told")),
    "the most exact": ([{"on": 1, "until": 6}, {"on": 5}], (5, 5, "told")),
    "published": ([{"words": "Aircraft bombed the vegetable market."}, {"words": "Bombs on the vegetable market by aircraft."}], (None, 6, "published")),
}


@pytest.mark.parametrize(("told", "expected"), TIMES.values(), ids=TIMES.keys())
def test_the_day_of_publication_is_never_the_day_of_the_event(told, expected):
    (event,) = group_claims(file(*(article(d, 6, claim) for d, claim in zip("ab", told, strict=True))))
    start, end, basis = expected
    assert (event.time.start, event.time.end, event.time.basis) == (day(start), day(end), basis)


def test_an_undated_page_without_a_day_has_no_time():
    (event,) = group_claims(file(article("a", None, {})))
    assert (event.time.start, event.time.end, event.time.basis) == (None, None, "unknown")


def test_places_are_those_of_the_most_specific_account():
    detail = {"on": 5, "figures": [killed(17)], "words": "Aircraft bombed traders at the vegetable market."}
    (event,) = group_claims(file(article("a", 6, detail | {"at": "Aris"}), article("b", 6, detail | {"at": "Tarmin"})))
    assert [p.name for p in event.places] == ["Tarmin"]


def test_a_lone_claim_says_that_it_stands_alone():
    (event,) = group_claims(file(article("a", 6, {"on": 5})))
    assert event.why == ("told by one claim; no other is near enough to it in place, time and kind",)


@pytest.mark.slow
def test_five_thousand_claims_take_seconds():
    draw = random.Random(7)
    names = [msgspec.structs.replace(place(f"Town {i}"), place_id=f"geonames:{i}", lat=33 + i % 20 * 0.2, lon=36 + i // 20 * 0.2) for i in range(200)]
    pages = [
        article(f"{n:04}", 1 + n % 28, *({"at": [draw.choice(names)], "event": draw.choice(["strike", "battle", "control", "casualties"]), "on": max(1, n % 28), "words": f"Word{draw.randrange(900)}x fell."} for _ in range(10)))
        for n in range(500)
    ]
    began = time.perf_counter()
    events = group_claims(file(*pages))
    assert sum(len(e.claims) for e in events) == 5000
    assert time.perf_counter() - began < 20
    assert len(groups(events)) == len(events)
    assert isinstance(events[0].time.end, dt.date)
