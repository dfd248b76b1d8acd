"""Status and doubt by the words round a trigger."""

import pytest

from sayso.claims.certainty import hedge_patterns, judge_certainty, status_rules, zones_of
from tests.claims.reports import SETTING, claim_of, claims_of


def judge(text, event, word, rule=""):
    forms = text.lower().rstrip(".").split()
    at = forms.index(word)
    return judge_certainty(zones_of(forms, (0, len(forms) - 1), (at, at)), event, rule)


STATUS = [
    # words, class, trigger; status
    ("shells hit the mill", "strike", "hit", "happened"),
    ("the army may attack the mill", "battle", "attack", "expected"),
    ("the army could attack the mill", "battle", "attack", "expected"),
    ("the army will attack the mill", "battle", "attack", "expected"),
    ("the army plans to attack the mill", "battle", "attack", "expected"),
    ("the army is preparing to attack the mill", "battle", "attack", "expected"),
    ("thousands are expected to flee", "displacement", "flee", "expected"),
    ("thousands fled the town", "displacement", "fled", "happened"),
    ("the army denied that it shelled the mill", "strike", "shelled", "denied"),
    ("the mill was not shelled", "strike", "shelled", "denied"),
    ("clashes continue near the mill", "battle", "clashes", "ongoing"),
    ("the camp has no water", "need", "water", "ongoing"),
    ("the army warned that it would attack", "threat", "warned", "happened"),
]


@pytest.mark.parametrize(("text", "event", "word", "status"), STATUS, ids=[row[0] for row in STATUS])
def test_status(text, event, word, status):
    assert judge(text, event, word).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A raid may hit Ariha.", "expected"),
        ("The strike in May killed six in Ariha.", "happened"),
        ("The strike on Ariha could force families to leave.", "happened"),
    ],
)
def test_a_modal_after_the_act_makes_a_forecast_of_it_alone(small_gazetteer, text, status):
    assert claims_of(SETTING + text, small_gazetteer, "strike")[0].status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [("Residents spoke of ongoing clashes in Ariha.", "ongoing"), ("There were no ongoing clashes in Ariha, the army said.", "denied")],
)
def test_what_goes_on_by_its_form_gives_way_to_a_denial(small_gazetteer, text, status):
    assert claims_of(SETTING + text, small_gazetteer, "battle")[0].status == status


@pytest.mark.parametrize("text", ["Jets may strike Ariha again.", "Warplanes may bomb the town of Ariha."])
def test_a_forecast_inside_the_words_of_the_act_is_a_forecast(small_gazetteer, text):
    assert claim_of(SETTING + text, small_gazetteer, "strike").status == "expected"


def test_what_the_text_itself_says_did_not_happen_is_a_negation():
    assert judge("the mill was not shelled", "strike", "shelled").denies == "negation"
    assert judge("shells hit the mill", "strike", "hit").denies is None


HEDGES = [
    ("two men were reportedly killed", True),
    ("two men were allegedly killed", True),
    ("two men were believed to be killed", True),
    ("suspected rebels killed two men", True),
    ("unconfirmed reports say that two men were killed", True),
    ("the army accused rebels who killed two men", False),
    ("two men were killed", False),
]


@pytest.mark.parametrize(("text", "hedged"), HEDGES, ids=[row[0] for row in HEDGES])
def test_doubt(text, hedged):
    found = judge(text, "violence", "killed")
    assert found.hedged is hedged
    assert any(reason.startswith("hedge") for reason in found.why) is hedged


def test_doubt_outside_the_clause_is_not_its_own():
    forms = ["rebels", "reportedly", "left", "while", "shells", "hit", "the", "mill"]
    assert not judge_certainty(zones_of(forms, (3, 7), (5, 5)), "strike").hedged
    assert judge_certainty(zones_of(forms, (0, 2), (2, 2)), "displacement").hedged


def test_zones_stay_within_the_clause():
    zones = zones_of(["they", "left", "and", "shells", "may", "hit", "the", "mill"], (3, 7), (5, 5))
    assert zones["around"] == "shells may <hit> the mill"
    assert zones["clause"] == "shells may hit the mill"
    assert zones["sentence"] == "they left and shells may hit the mill"


@pytest.mark.parametrize(("event", "status"), [("strike", "happened"), ("need", "ongoing"), ("threat", "happened"), ("agreement", "happened")])
def test_where_no_words_decide_the_class_does(event, status):
    assert judge("it", event, "it").status == status


def test_every_rule_has_a_name_of_its_own_and_a_zone_that_exists():
    names = [rule.id for rule in status_rules()]
    assert len(names) == len(set(names))
    assert {rule.zone for rule in status_rules()} <= set(zones_of(["a"], (0, 0), (0, 0)))
    assert len(hedge_patterns()) > 3


def test_a_hold_before_another_is_over(small_gazetteer):
    assert claim_of(SETTING + "Rebels had held the town of Ariha since 2012.", small_gazetteer, "control").status == "happened"


def test_a_hold_since_a_year_goes_on(small_gazetteer):
    assert claim_of(SETTING + "Rebels have held the town of Ariha since 2012.", small_gazetteer, "control").status == "ongoing"
