import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.gate import Floor, LoweringError, judge_scores, pin_scores, round_scores

SCORES = st.dictionaries(st.sampled_from(["spotted", "classed", "strict"]), st.floats(0, 1), min_size=1)


@pytest.mark.parametrize(
    ("scores", "floor", "failures"),
    [
        ({"F1": 0.6}, Floor("cases", {"F1": 0.5}), ()),
        ({"F1": 0.5}, Floor("cases", {"F1": 0.5}), ()),
        ({"F1": 0.4996}, Floor("cases", {"F1": 0.5}), ()),
        ({"F1": 0.4994}, Floor("cases", {"F1": 0.5}), ("F1 0.499 is below its floor 0.500",)),
        ({"F1": 0.9}, Floor("other cases", {"F1": 0.5}), ("the cases changed since its floor was set; measure anew with --pin",)),
        ({"F1": 0.9}, None, ("no floor yet; set it with --pin",)),
        ({"F1": 0.9, "new": 0.1}, Floor("cases", {"F1": 0.5}), ("new has no floor yet; set it with --pin",)),
        ({}, Floor("cases", {"F1": 0.5}), ("F1 has a floor and was not measured",)),
    ],
)
def test_what_the_gate_says(scores: dict[str, float], floor: Floor | None, failures: tuple[str, ...]) -> None:
    verdict = judge_scores("cases", scores, floor)
    assert verdict.failures == failures
    assert verdict.passes is (failures == ())


def test_a_score_above_its_floor_is_told() -> None:
    assert judge_scores("cases", {"F1": 0.6, "kept": 0.5}, Floor("cases", {"F1": 0.5, "kept": 0.5})).gains == (
        "F1 0.600 is above its floor 0.500",
    )


@given(SCORES)
def test_what_was_pinned_passes(scores: dict[str, float]) -> None:
    floor, remarks = pin_scores("cases", scores, None)
    assert judge_scores("cases", scores, floor).passes
    assert remarks == ()


@given(SCORES, SCORES)
def test_pinning_never_lowers_a_floor_silently(old: dict[str, float], new: dict[str, float]) -> None:
    floor = Floor("cases", round_scores(old))
    try:
        pinned, remarks = pin_scores("cases", new, floor)
    except LoweringError:
        return
    assert remarks == ()
    assert all(pinned.scores[name] >= score for name, score in floor.scores.items())


def test_a_floor_is_lowered_only_when_told_to_and_says_by_how_much() -> None:
    floor = Floor("cases", {"F1": 0.5, "gone": 0.7, "kept": 0.2})
    with pytest.raises(LoweringError, match=r"F1 0\.500 to 0\.400, gone 0\.700 to no longer measured"):
        pin_scores("cases", {"F1": 0.4, "kept": 0.3}, floor)
    pinned, remarks = pin_scores("cases", {"F1": 0.4, "kept": 0.3}, floor, lower=True)
    assert pinned == Floor("cases", {"F1": 0.4, "kept": 0.3})
    assert remarks == ("floors lowered; F1 0.500 to 0.400, gone 0.700 to no longer measured",)


def test_other_cases_set_a_floor_of_their_own_and_are_noted() -> None:
    pinned, remarks = pin_scores("new cases", {"F1": 0.4}, Floor("cases", {"F1": 0.5}))
    assert pinned == Floor("new cases", {"F1": 0.4})
    assert remarks == ("cases changed; F1 0.500 to 0.400",)
