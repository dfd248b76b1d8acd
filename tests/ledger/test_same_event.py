import pytest

from sayso.ledger import group_claims
from sayso.ledger.profiles import profile_claims
from sayso.ledger.same_event import judge_pair
from tests.ledger.reports import ARMY, FORCES, FRONT, REBELS, article, file, groups, killed, place

RAID = {"on": 5, "words": "Aircraft bombed the vegetable market."}
ONE_EVENT = {
    "the same town and day": (RAID, {"on": 5, "words": "A raid on Tarmin."}),
    "a day told, a page printed the day after": (RAID, {"words": "Bombs fell on traders."}),
    "a strike and its dead": (RAID, {"event": "casualties", "on": 5, "figures": [killed(5)]}),
    "a strike and the damage of that day": (RAID, {"event": "damage", "on": 5}),
    "rival authors": (RAID | {"agent": ARMY}, RAID | {"agent": REBELS}),
    "a denial": (RAID, {"on": 5, "status": "denied", "denies": "event"}),
    "an umbrella and an army": (RAID | {"agent": FORCES}, RAID | {"agent": ARMY}),
    "control and fighting": ({"control": ("captured", ARMY), "on": 5}, {"event": "battle", "on": 5, "status": "ongoing", "relation": "western outskirts"}),
    "rival holders days apart": ({"control": ("captured", ARMY), "on": 5}, {"control": ("holds", FRONT), "status": "ongoing", "on": 7}),
    "one figure of one monitor": (
        {"event": "displacement", "at": "Aris", "on": 1, "until": 12, "by": "Aris Monitor", "figures": [killed(120000, measure="displaced")]},
        {"event": "displacement", "at": "Aris", "on": 1, "until": 12, "by": "Aris Monitor", "figures": [killed(120000, measure="displaced")]},
    ),
}
TWO_EVENTS = {
    "different towns": (RAID, RAID | {"at": "Sahl"}),
    "different days": (RAID, RAID | {"on": 9}),
    "a day after the other page": (RAID | {"on": 14}, {"words": "Aircraft bombed the vegetable market."}),
    "no day told, and nothing in common but the town": ({"words": "Shells hit a bakery."}, {"words": "Rockets fell at dawn."}),
    "different sites": (RAID | {"words": "Bombs hit the market."}, RAID | {"words": "Shells landed beside the hospital.", "on": None}),
    "only expected": (RAID, RAID | {"status": "expected"}),
    "damage whose day is not told": (RAID, {"event": "damage"}),
    "classes that do not meet": (RAID, {"event": "aid", "on": 5}),
    "counts over different periods": (
        {"event": "displacement", "at": "Aris", "on": 1, "until": 12, "figures": [killed(120000, measure="displaced")]},
        {"event": "displacement", "at": "Aris", "on": 6, "until": 12, "figures": [killed(90000, measure="displaced")]},
    ),
    "a stock and a flow": (
        {"event": "displacement", "at": "Aris", "figures": [killed(9000, measure="displaced", kind="stock")]},
        {"event": "displacement", "at": "Aris", "figures": [killed(9000, measure="displaced", kind="flow")]},
    ),
    "a toll of several days": (RAID | {"figures": [killed(5)]}, {"event": "casualties", "on": 1, "until": 6, "figures": [killed(63)]}),
    "needs of different kinds": ({"event": "need", "words": "Bread is scarce."}, {"event": "need", "words": "Wells are dry."}),
    "taken by the other side days later": ({"control": ("captured", ARMY), "on": 2}, {"control": ("captured", FRONT), "on": 6}),
}


@pytest.mark.parametrize(("one", "other"), ONE_EVENT.values(), ids=ONE_EVENT.keys())
def test_claims_are_of_one_event(one, other):
    filed = file(article("a", 12, one) if one.get("until") else article("a", 6, one), article("b", 12 if one.get("until") else 6, other))
    (event,) = group_claims(filed)
    assert set(event.claims) == {"a1", "b1"}
    assert "points" in event.why[0]


@pytest.mark.parametrize(("one", "other"), TWO_EVENTS.values(), ids=TWO_EVENTS.keys())
def test_claims_are_of_two_events(one, other):
    assert groups(group_claims(file(article("a", 12, one), article("b", 12, other)))) == {frozenset({"a1"}), frozenset({"b1"})}


def test_two_days_of_one_article_are_two_events_and_of_two_articles_may_be_a_night():
    nights = (RAID, RAID | {"on": 6})
    assert len(group_claims(file(article("a", 7, *nights)))) == 2
    assert len(group_claims(file(article("a", 7, nights[0]), article("b", 7, nights[1])))) == 1


def test_a_place_in_a_province_joins_only_with_more_in_common():
    wide = RAID | {"at": "Aris", "words": "Raids in the province."}
    assert len(group_claims(file(article("a", 6, RAID), article("b", 6, wide)))) == 2
    detail = {"figures": [killed(17)], "words": "Aircraft bombed traders at the vegetable market."}
    assert len(group_claims(file(article("a", 6, RAID | detail), article("b", 6, wide | detail)))) == 1


def test_a_province_never_chains_two_towns():
    detail = {"figures": [killed(17)], "words": "Aircraft bombed traders at the vegetable market."}
    events = group_claims(file(article("a", 6, RAID | detail), article("b", 6, RAID | detail | {"at": "Aris"}), article("c", 6, RAID | detail | {"at": "Sahl"})))
    assert all(not {"a1", "c1"} <= set(event.claims) for event in events)


def test_spellings_of_a_town_that_was_not_found_meet():
    claims = RAID | {"at": [place("Maaret al-Numan")]}, RAID | {"at": [place("Ma'arrat al-Nu'man")]}
    assert len(group_claims(file(article("a", 6, claims[0]), article("b", 6, claims[1])))) == 1


AT_LEAST = {"high": None}
TOLD = {
    "two figures that are open, near each other": ({"figures": [killed(20, **AT_LEAST)]}, {"figures": [killed(21, **AT_LEAST)]}, "figures that agree"),
    "two figures that are open, far apart": (
        {"figures": [killed(10, **AT_LEAST)]}, {"figures": [killed(20)]}, "a figure that is open takes in the other",
    ),
    "two counts of a war": (
        {"event": "casualties", "at": "Syria", "figures": [killed(200000, **AT_LEAST)]},
        {"event": "casualties", "at": "Syria", "figures": [killed(320000)]}, "both count a whole country",
    ),
    "a week": ({"on": 5, "until": 11}, {"on": 5, "until": 11}, "the same stretch of days"),
    "a month": ({"on": 1, "until": 31}, {"on": 1, "until": 31}, "the same long time"),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "why"), TOLD.values(), ids=TOLD.keys())
def test_findings_are_told_apart(one, other, why):
    a, b = profile_claims(file(article("a", 6, one), article("b", 6, other)))
    assert why in " ".join(judge_pair(a, b).why)


def test_a_town_is_no_whole_country():
    one = {"event": "casualties", "figures": [killed(20000, **AT_LEAST)]}
    a, b = profile_claims(file(article("a", 6, one), article("b", 6, one)))
    assert "both count a whole country" not in " ".join(judge_pair(a, b).why)
