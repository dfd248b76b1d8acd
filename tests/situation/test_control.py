"""Towns of an invented country: who holds them on a day of March 2021, by claims made by hand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import group_claims
from sayso.situation.control import describe_control
from tests.ledger.reports import ARMY, FORCES, FRONT, REBELS, article, day, file, place


def control_on(number, *articles):
    filed = file(*articles)
    return describe_control(filed, group_claims(filed), day(number))


def taken(side=ARMY, extent="unknown", **rest):
    return {"control": ("captured", side, extent), **rest}


def holds(side, extent="unknown", **rest):
    return {"control": ("holds", side, extent), "status": "ongoing", **rest}


def fighting(**rest):
    return {"event": "battle", "status": "ongoing", **rest}


def left(side, **rest):
    return {"control": ("withdrew", None), "agent": side, **rest}


def denied(told, **rest):
    return told | {"status": "denied", "denies": "event"} | rest


ENTERED = {"control": ("entered", FORCES), "on": 5}
HELD, CONTESTED, DISPUTED, UNKNOWN = "held by", "contested", "disputed between accounts", "unknown"

STATES = {
    # name: the claims, each with its day of publication; the day asked for; the label; the holders of the accounts that stand
    "taken, and nobody disputes it": ([(5, taken(on=5))], 6, HELD, [ARMY]),
    "two names of one side": ([(5, taken(on=5)), (6, holds(FORCES))], 6, HELD, [FORCES]),
    "an old hold stands until something else is told": ([(2, holds(REBELS))], 28, HELD, [REBELS]),
    "entered sides with neither": ([(5, ENTERED)], 5, CONTESTED, [None]),
    "entered and fought over": ([(5, ENTERED), (5, fighting())], 5, CONTESTED, [None, None]),
    "whole by one account, its outskirts fought over by the other": ([(5, ENTERED), (5, taken(extent="whole")), (5, fighting(relation="western outskirts"))], 5, DISPUTED, [None, ARMY, None]),
    "whole by one, outskirts held by the other": ([(5, taken(extent="whole")), (5, holds(FRONT, "outskirts"))], 5, DISPUTED, [ARMY, FRONT]),
    "two holders": ([(5, holds(ARMY)), (5, holds(REBELS))], 5, DISPUTED, [ARMY, REBELS]),
    "a capture denied": ([(5, taken(on=5)), (5, denied(taken(FORCES)))], 5, DISPUTED, [ARMY, None]),
    "a part each": ([(5, holds(ARMY, "part")), (5, holds(REBELS, "part"))], 5, CONTESTED, [ARMY, REBELS]),
    "besieged and held": ([(5, holds(REBELS)), (5, {"control": ("besieged", ARMY), "status": "ongoing"})], 5, HELD, [REBELS, None]),
    "held, then taken by the other: a sequence": ([(3, holds(REBELS)), (5, taken(on=5))], 6, HELD, [ARMY]),
    "held, then entered by the other": ([(3, holds(REBELS)), (5, ENTERED)], 6, CONTESTED, [None]),
    "held again after the other entered": ([(5, ENTERED), (6, holds(REBELS))], 6, HELD, [None, REBELS]),
    "taken, lost, taken back": ([(3, taken(on=3)), (5, taken(REBELS, on=5)), (7, taken(on=7))], 8, HELD, [ARMY]),
    "fought over, then taken": ([(3, fighting()), (4, ENTERED | {"on": 4}), (5, taken(on=5))], 6, HELD, [ARMY]),
    "taken, then fought over again": ([(3, taken(on=3)), (5, fighting())], 6, DISPUTED, [ARMY, None]),
    "the other side has left": ([(5, taken(on=5)), (6, holds(FRONT, "outskirts")), (8, left(REBELS, on=7))], 8, HELD, [ARMY, None]),
    "fighters who left, by a claim of another class": ([(5, taken(on=5)), (5, holds(FRONT, "outskirts", on=5)), (8, {"event": "displacement", "agent": REBELS, "on": 7, "words": "The last rebels left."})], 8, HELD, [ARMY, None]),
    "one side left, which is not the unnamed one that holds it": ([(5, holds(None)), (6, left(REBELS, on=6))], 6, UNKNOWN, [None, None]),
    "told again by one side, the rival still stands": ([(5, taken(on=5)), (5, holds(FRONT, "part", on=5)), (7, taken(on=7))], 8, DISPUTED, [ARMY, FRONT]),
    "a rival not renewed for a week": ([(5, taken(on=5)), (5, holds(FRONT, "part", on=5)), (14, holds(FORCES))], 14, HELD, [FORCES]),
    "a claimant who concedes": ([(5, taken(on=5)), (5, denied(taken(), by="Front spokesman")), (8, holds(ARMY, by="Front spokesman"))], 8, HELD, [ARMY]),
    "only expected": ([(5, taken(on=5)), (5, taken(REBELS, status="expected"))], 6, HELD, [ARMY]),
    "nobody named": ([(5, taken(None))], 5, UNKNOWN, [None]),
    "only left": ([(5, left(REBELS))], 5, UNKNOWN, [None]),
    "told as over": ([(3, holds(REBELS, words="Rebels had held the town since spring.")), (5, taken(on=5))], 6, HELD, [ARMY]),
    "published later": ([(5, taken(on=5)), (9, holds(REBELS))], 6, HELD, [ARMY]),
    "a page without a date gives way": ([(None, holds(REBELS)), (5, taken(on=5))], 6, HELD, [ARMY]),
    "fighting beside the town": ([(5, taken(on=5)), (5, fighting(relation="east of"))], 6, HELD, [ARMY]),
    "taken by one side, and taken by nobody named": ([(5, taken(on=5)), (6, taken(None))], 6, HELD, [ARMY]),
    "taken by one side, and held by nobody named": ([(5, taken(on=5)), (6, holds(None))], 6, HELD, [ARMY, None]),
}


@pytest.mark.parametrize(("told", "asked", "label", "holders"), STATES.values(), ids=STATES.keys())
def test_who_holds_a_place_on_a_day(told, asked, label, holders):
    (state,) = control_on(asked, *(article(d, published, claim) for d, (published, claim) in zip("abcdef", told, strict=False)))
    assert (state.place, state.label) == ("Tarmin", label)
    assert [a.holder for a in state.accounts] == holders
    assert state.why


def test_what_no_longer_stands_is_told_with_its_reason():
    (state,) = control_on(6, article("a", 3, holds(REBELS)), article("b", 5, taken(on=5)))
    assert state.why.endswith(f"set aside: held by {REBELS}, last told for 2021-03-03: changed hands (captured by {ARMY})")


def test_an_account_bears_its_claims_sources_and_first_day():
    (state,) = control_on(7, article("b", 7, holds(FORCES, by="Monitor")), article("a", 6, taken(on=5, extent="whole")))
    (account,) = state.accounts
    assert (account.holder, account.transition, account.extent, account.since) == (FORCES, "captured", "whole", day(5))
    assert (account.claims, account.sources) == (("a1", "b1"), ("Outlet a", "Monitor"))
    assert account.says == f"captured by {FORCES} (the whole of it)"


def test_ten_outlets_that_cite_one_monitor_are_one_source():
    (state,) = control_on(6, *(article(d, 6, holds(ARMY, by="Monitor")) for d in "abcdefghij"))
    assert [a.sources for a in state.accounts] == [("Monitor",)]


NO_STATES = {
    "a province": [holds(REBELS, at="Aris")],
    "a place beside a town": [taken(relation="south of")],
    "only expected": [taken(status="expected")],
    "only fighting": [fighting()],
    "a day to come": [taken(on=9)],
}


@pytest.mark.parametrize("told", NO_STATES.values(), ids=NO_STATES.keys())
def test_no_state_is_made_of(told):
    assert control_on(6, article("a", 6, *told)) == ()


def test_towns_apart_and_one_town_under_two_spellings_together():
    pages = article("a", 5, taken(at=[place("Maaret al-Numan")])), article("b", 5, holds(REBELS, at=[place("Ma'arrat al-Nu'man")])), article("c", 5, taken(at="Sahl"))
    assert [(s.place, s.label) for s in control_on(6, *pages)] == [("Ma'arrat al-Nu'man", DISPUTED), ("Sahl", HELD)]


def test_a_claim_without_a_place_stands_at_the_place_of_its_event():
    words = "Soldiers planted flags on the cultural centre."
    pages = article("a", 5, taken(on=5, words=words)), article("b", 5, holds(REBELS, on=5, at=(), words=words, by="Front"))
    (state,) = control_on(5, *pages)
    told = {claim for account in state.accounts for claim in account.claims}
    assert told == ({"a1", "b1"} if len(group_claims(file(*pages))) == 1 else {"a1"})


TOLD = st.tuples(st.none() | st.integers(1, 20), st.sampled_from([taken(on=4), taken(REBELS), holds(FRONT, "part"), holds(FORCES, "whole"), fighting(), ENTERED, left(REBELS), denied(taken())]))


@given(st.lists(TOLD, min_size=1, max_size=7), st.integers(1, 25), st.randoms())
@settings(max_examples=80, deadline=None)
def test_the_order_of_articles_does_not_matter_and_no_label_picks_between_rivals(told, asked, shuffler):
    pages = [article(f"{at:02}", published, claim) for at, (published, claim) in enumerate(told)]
    states = control_on(asked, *pages)
    random.Random(shuffler.random()).shuffle(pages)
    assert control_on(asked, *pages) == states
    for state in states:
        whole = {a.holder for a in state.accounts if a.holder and a.extent in ("whole", "unknown")}
        assert not (ARMY in whole or FORCES in whole) or REBELS not in whole or state.label == DISPUTED
        assert len({claim for a in state.accounts for claim in a.claims}) == sum(len(a.claims) for a in state.accounts)


def test_an_outlet_that_puts_an_account_on_somebody_is_no_second_voice_for_it():
    quoting = article("a", 5, taken(on=5), taken(on=5, by="Monitor"))
    itself = article("b", 6, taken(on=5))
    state = control_on(6, quoting, itself)[0]
    assert [account.sources for account in state.accounts] == [("Monitor", "Outlet b")]
