import pytest

from sayso.ledger import group_claims
from tests.ledger.reports import ARMY, FORCES, FRONT, REBELS, article, file, killed

RAID = {"on": 5, "words": "Aircraft bombed the vegetable market."}


def only_event(*articles):
    (event,) = group_claims(file(*articles))
    return event


def issues(event):
    """Each contradiction as its issue and the claims of the two accounts."""
    return {(c.issue, frozenset(frozenset(event.accounts[i].claims) for i in c.accounts)) for c in event.contradictions}


def opposed(issue, one, other):
    return (issue, frozenset({frozenset(one.split()), frozenset(other.split())}))


def test_claims_that_agree_are_one_account_of_each_claimant_once():
    event = only_event(article("a", 6, RAID | {"by": "Monitor"}), article("b", 6, RAID | {"by": "Monitor"}), article("c", 6, RAID))
    (account,) = event.accounts
    assert (account.claims, account.sources, event.contradictions) == (("a1", "b1", "c1"), ("Monitor", "Outlet c"), ())


def test_a_copy_has_the_voice_of_its_original():
    words = "The army has taken full control of the town of Tarmin in Aris province, its command said in a statement."
    taken = {"control": ("captured", ARMY), "words": words, "on": 5}
    event = only_event(article("a", 5, taken, outlet="Agency"), article("b", 5, taken, outlet="Daily"))
    assert [a.sources for a in event.accounts] == [("Agency",)]


def test_rival_authors_are_who_did_it():
    event = only_event(article("a", 6, RAID | {"agent": ARMY}), article("b", 6, RAID | {"agent": REBELS}), article("c", 6, RAID | {"agent": FORCES}), article("d", 6, RAID))
    assert issues(event) == {opposed("who did it", "a1 c1", "b1")}
    assert [a.says for a in event.accounts] == [f"a strike by {FORCES}", f"a strike by {REBELS}", "a strike"]


def test_a_denial_of_responsibility_leaves_the_event_and_disputes_its_author():
    denial = RAID | {"agent": ARMY, "status": "denied", "denies": "responsibility"}
    event = only_event(article("a", 6, RAID | {"agent": FORCES}), article("b", 6, denial), article("c", 6, RAID | {"agent": REBELS}))
    assert issues(event) == {opposed("who did it", "a1", "b1"), opposed("who did it", "a1", "c1")}
    assert f"denies responsibility of {ARMY}" in [a.says for a in event.accounts]


def test_a_denial_of_the_event_contradicts_every_account_of_it():
    event = only_event(article("a", 6, RAID | {"figures": [killed(5)]}), article("b", 6, RAID | {"status": "denied", "denies": "event"}))
    assert issues(event) == {opposed("whether it happened", "a1", "b1")}


def test_different_tolls_of_one_day_are_how_many():
    tolls = [RAID | {"figures": [killed(n)], "by": by} for n, by in ((11, "Rescuers"), (14, "Monitor"), (11, "Hospital"))]
    event = only_event(article("a", 6, tolls[0]), article("b", 6, tolls[1]), article("c", 6, tolls[2]))
    assert issues(event) == {opposed("how many", "a1 c1", "b1")}
    assert event.updates == ()


AGREEING = {"a bound": (killed(20, None), killed(25)), "a vague word": (killed(24, 99, assumed=True), killed(30)), "a range": (killed(10, 15), killed(12))}


@pytest.mark.parametrize(("one", "other"), AGREEING.values(), ids=AGREEING.keys())
def test_a_number_within_the_other_is_no_rival(one, other):
    event = only_event(article("a", 6, RAID | {"figures": [one]}), article("b", 6, RAID | {"figures": [other]}))
    assert (len(event.accounts), event.contradictions) == (1, ())


def test_the_dead_of_two_kinds_are_two_numbers_and_a_part_is_none():
    parts = RAID | {"figures": [killed(11), killed(3, counts="children")]}
    event = only_event(article("a", 6, parts), article("b", 6, RAID | {"figures": [killed(11)]}))
    assert (len(event.accounts), event.contradictions) == (1, ())


CONTROL = {
    # name: two control claims of one place, and the issue between them
    "captured and entered": ({"control": ("captured", ARMY), "on": 5}, {"control": ("entered", FORCES), "on": 5}, None),
    "entered and still fought over": ({"control": ("entered", ARMY), "on": 5}, {"event": "battle", "status": "ongoing", "on": 5}, None),
    "captured and still fought over": ({"control": ("captured", ARMY, "whole"), "on": 5}, {"event": "battle", "status": "ongoing", "on": 5, "relation": "western outskirts"}, "who holds it"),
    "captured after fighting": ({"control": ("captured", ARMY), "on": 5}, {"event": "battle", "on": 5}, None),
    "captured and captured by the other": ({"control": ("captured", ARMY), "on": 5}, {"control": ("captured", REBELS), "on": 5}, "who holds it"),
    "captured and its outskirts held": ({"control": ("captured", ARMY), "on": 5}, {"control": ("holds", FRONT, "outskirts"), "on": 5}, "who holds it"),
    "each holds a part": ({"control": ("holds", ARMY, "part"), "on": 5}, {"control": ("holds", FRONT, "outskirts"), "on": 5}, None),
    "captured and denied": ({"control": ("captured", ARMY), "on": 5}, {"control": ("captured", FORCES), "on": 5, "status": "denied", "denies": "event"}, "who holds it"),
    "entered and denied": ({"control": ("entered", ARMY), "on": 5}, {"control": ("entered", FORCES), "on": 5, "status": "denied", "denies": "event"}, "whether it happened"),
    "captured as the other withdrew": ({"control": ("captured", ARMY), "on": 5}, {"control": ("withdrew", None), "agent": REBELS, "on": 5}, None),
    "besieged and held": ({"control": ("besieged", ARMY), "on": 5}, {"control": ("holds", REBELS), "on": 5}, None),
    "the same by two names": ({"control": ("captured", ARMY), "on": 5}, {"control": ("holds", FORCES, "whole"), "on": 5}, None),
}


@pytest.mark.parametrize(("one", "other", "issue"), CONTROL.values(), ids=CONTROL.keys())
def test_states_of_a_place_that_can_and_cannot_both_be_right(one, other, issue):
    event = only_event(article("a", 6, one), article("b", 6, other))
    assert event.event == "control"
    assert [c.issue for c in event.contradictions] == ([issue] if issue else [])


def test_an_umbrella_is_not_narrowed():
    event = only_event(article("a", 6, {"control": ("captured", ARMY), "on": 5}), article("b", 6, {"control": ("captured", FORCES), "on": 5}))
    assert [a.says for a in event.accounts] == [f"captured by {FORCES}"]


def test_a_sequence_is_no_contradiction():
    steps = [{"control": ("entered", ARMY), "on": 4}, {"control": ("captured", ARMY), "on": 5}, {"control": ("lost", None), "agent": ARMY, "on": 7}]
    event = only_event(*(article(d, 8, s) for d, s in zip("abc", steps, strict=True)))
    assert event.contradictions == ()
    assert [(u.kind, u.earlier, u.later) for u in event.updates] == [("sequence", "a1", "b1"), ("sequence", "b1", "c1")]


def test_what_is_said_carries_no_word_of_the_text():
    loaded = RAID | {"words": "The criminal gang slaughtered martyrs at the market.", "figures": [killed(24, 99, assumed=True)], "agent": ARMY}
    (account,) = only_event(article("a", 6, loaded)).accounts
    assert account.says == f"a strike by {ARMY}, 24 to 99 killed"
