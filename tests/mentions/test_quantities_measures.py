"""What a figure measures, by its noun or by the words beside it."""

import pytest

from sayso.mentions.quantities_measures import near_measure, noun_measure


@pytest.mark.parametrize(
    ("head", "measure"),
    [("refugee", "displaced"), ("dead", "killed"), ("house", "houses"), ("hospital", "facilities"), ("fighter", "fighters"), ("truck", None), (None, None)],
)
def test_the_noun_settles_it(head, measure):
    assert noun_measure(head) == measure


NEAR = [
    ("12 people were killed", "12 people", "killed"),
    ("a raid killing 12 people", "12 people", "killed"),
    ("a bomb killed 12 and wounded 30", "12", "killed"),
    ("a bomb killed 12 and wounded 30", "30", "injured"),
    ("12 people fled", "12 people", "displaced"),
    ("12 are trapped", "12", "besieged"),
    ("12 people, who were killed", "12 people", None),
    ("12 came", "12", None),
    ("12 people in the old town hall were killed", "12 people", "killed"),
    ("98 evacuees from the towns of Aris and Zardana were killed", "98 evacuees", "killed"),
    ("12 people in the hall said 30 were killed", "12 people", None),
    ("injured 12 people in Aris and the mayor was killed", "12 people", "injured"),
    ("arrested 40 people in the camp and a guard was killed", "40 people", "detained"),
    ("300 families in the village whose sons were killed", "300 families", None),
    ("200 people at the funeral because a boy was killed", "200 people", None),
    ("four others were still missing", "four others", "missing"),
    ("15 unaccounted for", "15", "missing"),
    ("12 people (among them 5 women) were killed", "12 people", "killed"),
    ("12 people - mostly women - were killed", "12 people", "killed"),
    ("20 civilians killed 30 injured in a blast", "20 civilians", "killed"),
    ("20 civilians killed 30 injured in a blast", "30", "injured"),
    ("20 bombers killed 30 in a blast", "20 bombers", None),
    ("12 people at the bridge by the mill were killed", "12 people", None),
]


@pytest.mark.parametrize(("text", "words", "measure"), NEAR, ids=[f"{row[1]}: {row[0]}" for row in NEAR])
def test_the_words_beside_it_settle_it(text, words, measure):
    start = text.index(words)
    assert near_measure(text, (start, start + len(words)), (0, len(text))) == measure


def test_words_of_another_sentence_do_not():
    text = "12 people were killed"
    assert near_measure(text, (0, 9), (0, 9)) is None
