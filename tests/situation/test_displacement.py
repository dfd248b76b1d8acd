"""Rows of the displaced: what stands together, what stands apart, what is left out; nothing is ever added."""

import pytest

from sayso.model.events import Update
from sayso.model.situation import HouseholdSize
from sayso.situation.counts import claims_of_day
from sayso.situation.displacement import describe_displacement

MARCH = ("2021-03-01", "2021-03-10")


@pytest.fixture
def rows(by_hand):
    def describe(*filed, events=(), as_of="2021-03-31", sizes=()):
        on = by_hand.day(as_of)
        return describe_displacement(claims_of_day(filed, on), events, on, sizes)

    return describe


def numbers(rows):
    return sorted((r.low, r.high) for r in rows if r.low is not None)


def test_overlapping_periods_and_areas_are_rows_of_their_own(by_hand, rows):
    x = by_hand
    north, tarmin = [x.place("North Aris")], [x.place("Tarmin", "from")]
    found = rows(
        x.claim(x.exact(90_000), by="Rescuers", places=tarmin, time=("2021-03-01", "2021-03-10")),
        x.claim(x.exact(120_000), by="Observatory", places=north, time=("2021-02-27", "2021-03-10")),
        x.claim(x.exact(150_000), by="Relief Office", places=north, time=("2021-02-15", "2021-03-10")),
        x.claim(x.exact(390_000), by="Relief Office", places=[x.place("Syria")], time=("2021-01-01", "2021-03-10")),
    )
    assert numbers(found) == [(90_000, 90_000), (120_000, 120_000), (150_000, 150_000), (390_000, 390_000)]
    assert all("not added to 3 other rows" in r.method for r in found)


def test_rival_counts_of_the_same_days_and_places_make_one_range(by_hand, rows):
    x = by_hand
    where = [x.place("Tarmin", "from")]
    (row,) = rows(
        x.claim(x.exact(5_000), by="Council", places=where, time=MARCH),
        x.claim(x.exact(8_000), by="Observatory", places=where, time=MARCH, outlet="Herald"),
    )
    assert (row.low, row.high, row.sources) == (5_000, 8_000, ("Council", "Observatory"))
    assert "none picked, nothing added" in row.method


def test_one_monitor_told_by_three_outlets_is_one_row_and_one_source(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(120_000), by="Observatory", places=[x.place("Tarmin", "from")], time=MARCH, published="2021-03-10")
    vague = x.claim(x.exact(120_000), by="Observatory", outlet="Herald", published="2021-03-09")
    later = x.claim(x.exact(120_000), by="Observatory", places=[x.place("North Aris")], time=("2021-03-01", "2021-03-12"), outlet="Daily", published="2021-03-12")
    (row,) = rows(vague, later, told)
    assert (row.low, row.high, row.sources) == (120_000, 120_000, ("Observatory",))
    assert set(row.claims) == {told.claim.id, vague.claim.id, later.claim.id}
    assert (row.period.start, row.period.end, row.places) == (x.day("2021-03-01"), x.day("2021-03-10"), ("Tarmin",))


def test_an_outlet_that_repeats_a_monitor_in_its_headline_is_no_second_source(by_hand, rows):
    x = by_hand
    (row,) = rows(x.claim(x.exact(7_000)), x.claim(x.exact(7_000), by="Observatory", time=MARCH, places=[x.place("Qasr")]))
    assert (row.sources, len(row.claims)) == (("Observatory",), 2)


def test_an_outlet_that_repeats_unattributed_what_was_attributed_before_is_no_second_source(by_hand, rows):
    x = by_hand
    where = [x.place("Tarmin", "from")]
    told = x.claim(x.exact(7_000), by="Observatory", time=MARCH, places=where, published="2021-03-10")
    bare = x.claim(x.exact(7_000), outlet="Herald", time=MARCH, places=where, published="2021-03-11")
    first = x.claim(x.exact(7_000), outlet="Daily", time=MARCH, places=where, published="2021-03-09")
    assert [r.sources for r in rows(told, bare)] == [("Observatory",)]
    assert [r.sources for r in rows(told, bare, first)] == [("Daily", "Observatory")]


def test_one_number_of_two_towns_stays_two_rows(by_hand, rows):
    x = by_hand
    found = rows(*(x.claim(x.exact(3_000), by="Observatory", places=[x.place(t, "from")], time=MARCH) for t in ("Tarmin", "Qasr")))
    assert [r.origins for r in found] == [("Tarmin",), ("Qasr",)] or [r.origins for r in found] == [("Qasr",), ("Tarmin",)]
    assert numbers(found) == [(3_000, 3_000), (3_000, 3_000)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"kind": "flow"}, {"kind": "stock"}),
        ({"population": "idp"}, {"population": "refugee"}),
        ({"population": "asylum_seeker"}, {"population": "refugee"}),
        ({"counts": "children"}, {"counts": "all"}),
    ],
)
def test_stock_and_flow_populations_units_and_groups_never_share_a_row(by_hand, rows, one, other):
    x = by_hand
    where = [x.place("Tarmin")]
    found = rows(
        x.claim(x.exact(400, **one), by="Council", places=where, time=MARCH),
        x.claim(x.exact(500, **other), by="Observatory", places=where, time=MARCH),
        x.claim(x.exact(500, **one), by="Clinic", places=where, time=MARCH),
    )
    assert numbers(found) == [(400, 500), (500, 500)]


def test_households_stay_households(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(3_000, unit="households", text="3,000 families"), by="Council", places=[x.place("Tarmin", "from")], time=MARCH)
    (row,) = rows(told)
    assert (row.low, row.high, row.unit, row.claims) == (None, None, "households", ())
    assert [(o.claim, o.why) for o in row.left_out] == [(told.claim.id, "“3,000 families”: households, not converted into people")]


SIZES = (
    HouseholdSize(country="SY", people=5.2, source="Census 2010"),
    HouseholdSize(country="SY", admin1="North Aris", people=6.0, source="Survey 2020"),
    HouseholdSize(country="TR", people=3.2, source="Census 2020"),
)


@pytest.mark.parametrize(
    ("places", "number", "by"),
    [
        (["Tarmin"], 18_000, "“3,000 families” at 6 people each (Survey 2020)"),
        (["Tarmin", "Sahl"], 18_000, "“3,000 families” at 6 people each (Survey 2020)"),
        (["Qasr"], 15_600, "“3,000 families” at 5.2 people each (Census 2010)"),
        (["Tarmin", "Qasr"], 15_600, "“3,000 families” at 5.2 people each (Census 2010)"),
    ],
    ids=["the division's own size", "two towns of a division", "the country's", "two divisions of a country"],
)
def test_an_operators_table_turns_households_into_people_and_says_so(by_hand, rows, places, number, by):
    x = by_hand
    told = x.claim(x.exact(3_000, unit="households", text="3,000 families"), by="Council", places=[x.place(p) for p in places], time=MARCH)
    (row,) = rows(told, sizes=SIZES)
    assert (row.low, row.high, row.unit, row.claims, row.left_out) == (number, number, "people", (told.claim.id,), ())
    assert f"turned into people by your table: {by}" in row.method


@pytest.mark.parametrize("places", [["Tarmin", "Turkey"], ["Nowhere"], []], ids=["two countries", "no known place", "no place"])
def test_households_without_one_country_stay_households(by_hand, rows, places):
    x = by_hand
    told = x.claim(x.exact(3_000, unit="households", text="3,000 families"), by="Council", places=[x.place(p) for p in places], time=MARCH)
    (row,) = rows(told, sizes=SIZES)
    assert (row.low, row.unit) == (None, "households")


def test_people_turned_from_households_never_share_a_row_with_people_counted(by_hand, rows):
    x = by_hand
    where = [x.place("Qasr")]
    families = x.claim(x.exact(1_000, unit="households", text="1,000 families"), by="Council", places=where, time=MARCH)
    people = x.claim(x.exact(5_000), by="Observatory", places=where, time=MARCH)
    assert numbers(rows(families, people, sizes=SIZES)) == [(5_000, 5_000), (5_200, 5_200)]


def test_no_stock_follows_from_movements(by_hand, rows):
    x = by_hand
    found = rows(x.claim(x.exact(9_000, population="idp"), by="Observatory", places=[x.place("Tarmin", "from")], time=MARCH))
    assert [r.kind for r in found] == ["flow"]
    assert "movements, not people" in found[0].method


@pytest.mark.parametrize(
    ("figure", "claim", "why"),
    [
        ({"assumed": True, "text": "hundreds of thousands"}, {}, "“hundreds of thousands” is an order of magnitude in words"),
        ({}, {"status": "expected"}, "feared, planned or promised"),
        ({}, {"status": "denied"}, "Observatory denies it"),
        ({}, {"hedged": True}, "unconfirmed"),
        ({}, {"copy_of": "c-first"}, "one voice"),
        ({}, {"time": "2021-04-02"}, "begins after 2021-03-31"),
    ],
)
def test_what_does_not_count_is_listed_with_its_reason(by_hand, rows, figure, claim, why):
    x = by_hand
    first = x.claim(x.exact(1_000, population="refugee"), id="c-first", published="2021-03-01", by="Council")
    told = x.claim(x.exact(2_000, **figure), by="Observatory", places=[x.place("Tarmin", "from")], **{"time": MARCH, **claim})
    found = rows(first, told)
    left = [o for r in found for o in r.left_out if o.claim == told.claim.id]
    assert len(left) == 1
    assert why in left[0].why
    assert all(told.claim.id not in r.claims for r in found)
    assert numbers(found) == [(1_000, 1_000)]


def test_a_part_stands_beside_its_whole(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(900, text="900 people"), x.exact(400, counts="children", part_of=0), by="Council", places=[x.place("Tarmin", "from")], time=MARCH)
    (row,) = rows(told)
    assert (row.low, row.high) == (900, 900)
    assert [o.why for o in row.left_out] == ["a part of “900 people”, told in the same claim"]


@pytest.mark.parametrize(
    ("evidence", "at", "why"),
    [
        ("An earlier version of this page said that 70,000 people had fled.", 44, "corrected or overtaken later"),
        ("They were 400 of the people who fled.", 10, "a part of a number told elsewhere"),
    ],
)
def test_numbers_that_the_words_give_up_or_make_a_part_are_left_out(by_hand, rows, evidence, at, why):
    x = by_hand
    number = evidence[at:].split()[0]
    told = x.claim(x.exact(int(number.replace(",", "")), text=number, span=(at, at + len(number))), evidence=evidence)
    (row,) = rows(told)
    assert (row.low, row.high) == (None, None)
    assert why in row.left_out[0].why


def test_a_copy_stands_beside_what_it_copies(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(900), by="Council", places=[x.place("Tarmin", "from")], time=MARCH)
    copy = x.claim(x.exact(900), by="Council", outlet="Herald", published="2021-03-11", copy_of=told.claim.id)
    (row,) = rows(copy, told)
    assert (row.claims, [o.claim for o in row.left_out]) == ((told.claim.id,), [copy.claim.id])


def test_a_copy_of_something_that_is_not_at_hand_counts_for_itself(by_hand, rows):
    x = by_hand
    (row,) = rows(x.claim(x.exact(900), by="Council", copy_of="c-elsewhere"))
    assert (row.low, row.high) == (900, 900)


def test_an_untold_period_stays_unknown_and_is_not_the_day_of_publication(by_hand, rows):
    x = by_hand
    where = [x.place("Tarmin", "from")]
    found = rows(x.claim(x.exact(500), by="Council", places=where), x.claim(x.exact(800), by="Observatory", places=where))
    assert [(r.period.start, r.period.end) for r in found] == [(None, None)] * 2
    assert numbers(found) == [(500, 500), (800, 800)]
    assert all("no period told" in r.method for r in found)


def test_undated_stocks_of_one_place_make_a_range_and_a_claimant_may_count_again(by_hand, rows):
    x = by_hand
    camp = [x.place("Sahl")]
    old = x.claim(x.exact(240_000, kind="stock"), by="Camp office", places=camp, published="2021-03-02")
    new = x.claim(x.exact(262_000, kind="stock"), by="Camp office", places=camp, published="2021-03-09")
    rival = x.claim(x.exact(255_000, kind="stock"), by="Relief Office", places=camp, published="2021-03-05")
    (row,) = rows(new, rival, old)
    assert (row.low, row.high) == (255_000, 262_000)
    assert [(o.claim, "another number later" in o.why) for o in row.left_out] == [(old.claim.id, True)]
    assert "no date told" in row.method


def test_dated_stocks_are_a_row_a_date(by_hand, rows):
    x = by_hand
    found = rows(*(x.claim(x.exact(n, kind="stock"), by="Camp office", places=[x.place("Sahl")], time=t) for n, t in ((240, "2021-03-01"), (262, "2021-03-09"))))
    assert numbers(found) == [(240, 240), (262, 262)]


def test_a_correction_replaces_and_a_larger_count_of_other_days_does_not(by_hand, rows):
    x = by_hand
    where = [x.place("Tarmin", "from")]
    wrong = x.claim(x.exact(70_000), by="Observatory", places=where, time=MARCH)
    right = x.claim(x.exact(17_000), by="Observatory", places=where, time=MARCH, published="2021-03-11")
    longer = x.claim(x.exact(95_000), by="Observatory", places=where, time=("2021-02-01", "2021-03-10"), published="2021-03-12")
    updates = (Update(kind="corrected", earlier=wrong.claim.id, later=right.claim.id, why="a slip of the pen"), Update(kind="grew", earlier=right.claim.id, later=longer.claim.id, why="more"))
    found = rows(wrong, right, longer, events=[x.happening(wrong, right, longer, updates=updates, event="displacement")])
    assert numbers(found) == [(17_000, 17_000), (95_000, 95_000)]
    assert [o.why for r in found for o in r.left_out] == [f"corrected by claim {right.claim.id}: a slip of the pen"]


def test_articles_of_later_days_are_not_yet_known(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(500), by="Council", published="2021-03-20", time="2021-03-02", places=[x.place("Tarmin", "from")])
    assert rows(told, as_of="2021-03-19") == ()
    assert numbers(rows(told, as_of="2021-03-20")) == [(500, 500)]
