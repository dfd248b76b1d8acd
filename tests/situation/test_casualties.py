"""Tolls in UCDP's manner: by event, never a midpoint, parts and body counts apart, a sum of what cannot be one event."""

import pytest

from sayso.model.events import Contradiction, Update
from sayso.situation.casualties import describe_casualties
from sayso.situation.counts import claims_of_day


@pytest.fixture
def rows(by_hand):
    def describe(filed, events, as_of="2021-03-31"):
        on = by_hand.day(as_of)
        return describe_casualties(claims_of_day(filed, on), events, on)

    return describe


def tolls(found, measure="killed"):
    return [r for r in found if r.event_id and r.measure == measure]


def sums(found, measure="killed"):
    return [r for r in found if r.method.startswith("sum over") and r.measure == measure]


def test_rival_tolls_of_an_event_are_a_range_without_a_midpoint(by_hand, rows):
    x = by_hand
    told = [x.claim(x.exact(11, "killed"), x.exact(20, "injured"), by="Rescuers", event="strike"), x.claim(x.exact(14, "killed"), by="Observatory", event="strike")]
    found = rows(told, [x.happening(*told)])
    (killed,), (injured,) = tolls(found), tolls(found, "injured")
    assert (killed.low, killed.high, killed.sources) == (11, 14, ("Observatory", "Rescuers"))
    assert (killed.period.start, killed.places) == (x.day("2021-03-08"), ("Tarmin",))
    assert "never a midpoint" in killed.method
    assert (injured.low, injured.high) == (20, 20)


@pytest.mark.parametrize(
    ("figures", "toll"),
    [
        ([(12, None)], (12, None)),
        ([(12, None), (12, 12)], (12, 12)),
        ([(12, None), (15, 15)], (12, 15)),
        ([(None, 50)], (None, 50)),
    ],
)
def test_open_bounds_stay_open(by_hand, rows, figures, toll):
    x = by_hand
    told = [x.claim(x.figure(*f, "killed"), by=f"Source {i}", event="strike") for i, f in enumerate(figures)]
    (row,) = tolls(rows(told, [x.happening(*told)]))
    assert (row.low, row.high) == toll


def test_parts_are_not_added_and_denials_words_and_families_are_left_out(by_hand, rows):
    x = by_hand
    whole = x.claim(x.exact(11, "killed", text="11 people"), x.exact(3, "killed", part_of=0, counts="children"), by="Rescuers", event="strike")
    denied = x.claim(x.exact(11, "killed"), by="Ministry", kind="official", status="denied", event="strike")
    words = x.claim(x.figure(24, 99, "killed", assumed=True, text="dozens"), by="Residents", event="strike")
    family = x.claim(x.exact(1, "killed", unit="households"), by="Clinic", event="strike")
    (row,) = tolls(rows([whole, denied, words, family], [x.happening(whole, denied, words, family)]))
    assert (row.low, row.high, row.claims) == (11, 11, (whole.claim.id,))
    assert {o.claim for o in row.left_out} == {whole.claim.id, denied.claim.id, words.claim.id, family.claim.id}


def test_a_correction_replaces_and_a_toll_that_grew_supersedes(by_hand, rows):
    x = by_hand
    first = x.claim(x.exact(5, "killed"), x.exact(20, "injured"), by="Rescuers", event="strike", published="2021-03-08")
    wrong = x.claim(x.exact(17, "killed"), by="Clinic", event="strike", published="2021-03-09")
    last = x.claim(x.exact(10, "killed"), by="Clinic", event="strike", published="2021-03-09", page="b")
    updates = (Update(kind="corrected", earlier=wrong.claim.id, later=last.claim.id, why="names stood twice"), Update(kind="grew", earlier=first.claim.id, later=last.claim.id, why="five died later"))
    found = rows([last, wrong, first], [x.happening(first, wrong, last, updates=updates)])
    (killed,), (injured,) = tolls(found), tolls(found, "injured")
    assert (killed.low, killed.high, killed.claims) == (10, 10, (last.claim.id,))
    assert [o.why.split()[0] for o in sorted(killed.left_out, key=lambda o: o.why)] == ["corrected", "overtaken"]
    assert (injured.low, injured.claims) == (20, (first.claim.id,))


def test_a_claimants_toll_gives_way_to_a_larger_one_but_not_to_an_old_number_repeated(by_hand, rows):
    x = by_hand
    first = x.claim(x.exact(5, "killed"), by="Rescuers", event="strike", published="2021-03-08")
    more = x.claim(x.exact(10, "killed"), by="Rescuers", event="strike", published="2021-03-09")
    again = x.claim(x.exact(5, "killed"), by="Clinic", event="strike", published="2021-03-08")
    grew = [Update(kind="grew", earlier=first.claim.id, later=more.claim.id, why="five died later")]
    (row,) = tolls(rows([first, again, more], [x.happening(first, again, more, updates=grew)]))
    assert (row.low, row.high, {o.claim for o in row.left_out}) == (10, 10, {first.claim.id, again.claim.id})
    late = x.claim(x.exact(5, "killed"), by="Clinic", event="strike", published="2021-03-10", outlet="Daily")
    (row,) = tolls(rows([first, late, more], [x.happening(first, late, more, updates=grew)]))
    assert (row.low, row.high) == (5, 10)
    stale = x.claim(x.exact(5, "killed"), by="Rescuers", event="strike", published="2021-03-10", outlet="Herald")
    assert [(r.low, r.high) for r in tolls(rows([first, more], [x.happening(first, more)]))] == [(10, 10)]
    assert [(r.low, r.high) for r in tolls(rows([first, more, stale], [x.happening(first, more, stale)]))] == [(5, 10)]


def test_a_smaller_number_in_an_outlets_own_voice_is_no_rival_of_a_larger_one_on_its_page(by_hand, rows):
    x = by_hand
    toll, rival = x.claim(x.exact(11, "killed"), by="Rescuers", event="strike"), x.claim(x.exact(9, "killed"), by="Clinic", event="strike")
    buried = x.claim(x.exact(8, "killed"), event="strike")
    (row,) = tolls(rows([toll, rival, buried], [x.happening(toll, rival, buried)]))
    assert (row.low, row.high) == (9, 11)
    assert [(o.claim, "the same page tells a larger toll" in o.why) for o in row.left_out] == [(buried.claim.id, True)]


def test_an_unconfirmed_toll_bounds_the_high_side_alone(by_hand, rows):
    x = by_hand
    firm = x.claim(x.exact(11, "killed"), by="Rescuers", event="strike")
    rumour = x.claim(x.exact(17, "killed"), event="strike", hedged=True)
    (row,) = tolls(rows([firm, rumour], [x.happening(firm, rumour)]))
    assert (row.low, row.high) == (11, 17)
    own = x.claim(x.exact(11, "killed"), event="strike")
    (row,) = tolls(rows([own, rumour], [x.happening(own, rumour)]))
    assert (row.low, row.high) == (11, 17)
    (row,) = tolls(rows([rumour], [x.happening(rumour)]))
    assert (row.low, row.high) == (None, 17)


def test_groups_of_one_account_are_rows_of_their_own_unless_somebody_tells_the_whole(by_hand, rows):
    x = by_hand
    groups = x.claim(x.exact(5, "killed", counts="civilians"), x.exact(3, "killed", counts="fighters"), by="Observatory", event="strike")
    found = tolls(rows([groups], [x.happening(groups)]))
    assert [(r.counts, r.low) for r in found] == [("civilians", 5), ("fighters", 3)]
    whole = x.claim(x.exact(8, "killed"), by="Clinic", event="strike")
    (row,) = tolls(rows([groups, whole], [x.happening(groups, whole)]))
    assert (row.low, row.high, {o.claim for o in row.left_out}) == (8, 8, {groups.claim.id})
    more = x.claim(x.exact(14, "killed", counts="civilians"), by="Hospital", event="strike")
    (row,) = tolls(rows([more, whole], [x.happening(more, whole)]))
    assert (row.low, row.high) == (8, 14)


@pytest.mark.parametrize(
    ("by", "kind", "actors", "is_apart"),
    [
        ("Hay'at Tahrir al-Sham", "armed_group", [("Hay'at Tahrir al-Sham", "agent"), ("Syrian government forces", "target")], True),
        ("Syrian Arab Army", "official", [], True),
        ("Syrian Arab Army", "official", [("Syrian government forces", "target")], False),
        ("Syrian Arab Army", "official", [("Hay'at Tahrir al-Sham", "agent")], False),
        ("Russian Centre for Reconciliation", "official", [("Hay'at Tahrir al-Sham", "agent"), ("Syrian government forces", "target")], False),
        ("Turkish Defence Ministry", "official", [("Turkish Armed Forces", "agent"), ("Syrian government forces", "target")], True),
        ("Russian Centre for Reconciliation", "official", [("armed group", "agent")], False),
        ("military source", "official", [("Syrian government forces", "affected")], False),
        ("Observatory", "monitor", [("Syrian government forces", "target")], False),
    ],
)
def test_a_partys_count_of_its_foes_stands_apart_by_claimant(by_hand, rows, by, kind, actors, is_apart):
    x = by_hand
    told = x.claim(x.exact(25, "killed", counts="fighters"), by=by, kind=kind, actors=actors, event="battle")
    other = x.claim(x.exact(2, "killed", counts="civilians"), by="Observatory", event="battle")
    found = rows([told, other], [x.happening(told, other, event="battle")])
    apart = [r for r in found if "not added to any toll" in r.method]
    assert bool(apart) is is_apart
    assert [(r.low, r.counts, r.sources) for r in apart] == ([(25, "fighters", (by,))] if is_apart else [])
    assert [r.low for r in sums(found)] == [2 if is_apart else 27]
    assert is_apart is any(o.claim == told.claim.id for r in sums(found) for o in r.left_out)


def test_the_copy_of_a_body_count_stands_beside_it_whoever_it_is_laid_to(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(25, "killed", counts="fighters"), by="Syrian Arab Army", kind="official", event="battle")
    copy = x.claim(x.exact(25, "killed", counts="fighters"), event="battle", outlet="Herald", copy_of=told.claim.id)
    (row,) = rows([copy, told], [x.happening(told, copy, event="battle")])
    assert (row.event_id, row.low, [o.claim for o in row.left_out]) == (None, 25, [copy.claim.id])


def test_cumulative_and_period_tolls_are_rows_as_told_and_never_summed(by_hand, rows):
    x = by_hand
    strike = x.claim(x.exact(11, "killed"), by="Rescuers", event="strike")
    since = x.claim(x.exact(63, "killed", scope="period", counts="fighters"), by="Observatory", event="battle", time=("2021-03-01", "2021-03-10"), places=[x.place("North Aris")])
    war = x.claim(x.exact(9_000, "killed", scope="cumulative"), by="Observatory", event="casualties")
    found = rows([strike, since, war], [x.happening(strike), x.happening(since, name="e2"), x.happening(war, name="e3")])
    assert sorted((r.low, r.event_id) for r in found if "covers a period of its own" in r.method) == [(63, None), (9_000, None)]
    (total,) = sums(found)
    assert (total.low, total.high) == (11, 11)
    assert {o.claim for o in total.left_out} == {since.claim.id, war.claim.id}


def test_killed_and_injured_told_together_are_added_to_neither(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(40, "other", counts="all"), by="Police", event="strike", places=[x.place("Tarmin")], time="2021-03-08")
    (row,) = rows([told], [x.happening(told)])
    assert (row.measure, row.low, row.counts) == ("other", 40, None)
    assert "not told apart" in row.method


def test_a_sum_adds_events_of_other_towns_and_other_days(by_hand, rows):
    x = by_hand
    a, b, c = (x.claim(x.exact(n, "killed"), by="Rescuers", event="strike", name=str(n)) for n in (11, 5, 3))
    events = [x.happening(a, name="a"), x.happening(b, name="b", at=["Qasr"]), x.happening(c, name="c", on="2021-03-20")]
    (total,) = sums(rows([a, b, c], events))
    assert (total.low, total.high, total.places) == (19, 19, ("Syria",))
    assert (total.period.start, total.period.end) == (x.day("2021-03-04"), x.day("2021-03-31"))
    assert total.sources == ("Rescuers",)


def test_events_that_may_be_one_count_once_on_the_low_side(by_hand, rows):
    x = by_hand
    a, b = (x.claim(x.exact(n, "killed"), by="Rescuers", event="strike", name=str(n)) for n in (11, 5))
    (total,) = sums(rows([a, b], [x.happening(a, name="a"), x.happening(b, name="b", event="battle")]))
    assert (total.low, total.high) == (11, 16)
    assert "may be one event told twice" in total.method


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ({"basis": "published"}, "the day of the event is not told"),
        ({"on": None, "basis": "unknown"}, "the day of the event is not told"),
        ({"on": "2013-08-21"}, "does not lie within the 28 days"),
        ({"at": []}, "the country of the event is not told"),
        ({"at": ["North Aris"]}, "covers days and places of events that are counted one by one"),
        ({"on": "2021-03-06", "until": "2021-03-12"}, "covers days and places of events that are counted one by one"),
    ],
)
def test_a_sum_leaves_out_what_has_no_day_or_country_or_takes_in_other_events(by_hand, rows, event, why):
    x = by_hand
    counted = x.claim(x.exact(5, "killed"), by="Rescuers", event="strike", name="counted")
    other = x.claim(x.exact(90, "killed"), by="Observatory", event="strike", name="other")
    (total,) = sums(rows([counted, other], [x.happening(counted, name="a"), x.happening(other, name="b", **event)]))
    assert (total.low, total.high) == (5, 5)
    assert [o.claim for o in total.left_out] == [other.claim.id]
    assert why in total.left_out[0].why


def test_an_untold_day_of_an_event_stays_unknown(by_hand, rows):
    x = by_hand
    told = x.claim(x.exact(5, "killed"), by="Rescuers", event="strike")
    denial = Contradiction(issue="whether it happened", accounts=(0, 1), why="the ministry says that there was no strike")
    (row,) = tolls(rows([told], [x.happening(told, basis="published", on="2021-03-10", contradictions=[denial])]))
    assert (row.period.start, row.period.end) == (None, None)
    assert "no day told (not after 2021-03-10" in row.method
    assert "one account denies that it happened" in row.method


def test_a_sum_with_an_open_toll_has_no_upper_bound(by_hand, rows):
    x = by_hand
    a, b = x.claim(x.figure(12, None, "killed"), by="Rescuers", event="strike"), x.claim(x.exact(3, "killed"), by="Rescuers", event="strike")
    (total,) = sums(rows([a, b], [x.happening(a, name="a"), x.happening(b, name="b", at=["Sahl"])]))
    assert (total.low, total.high) == (15, None)
    assert "no upper bound" in total.method
