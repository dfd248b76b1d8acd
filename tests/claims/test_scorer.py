"""The score of a trigger: a sum of weights that can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.scorer import SURE, Score, Weights, load_weights, make_sure, score_trigger

ROW = {"after=town": {"*": 1.0, "control": 2.0}, "before=may": {"strike": -3.0}, "length=1": {"*": -0.5}}
WEIGHTS = Weights(bias=0.0, weights=ROW, made_with={})


def test_a_weight_for_all_classes_is_added_to_that_of_the_class():
    both, one = (score_trigger(["after=town"], event, WEIGHTS).probability for event in ("control", "strike"))
    assert both == pytest.approx(0.9526, abs=1e-4)
    assert one == pytest.approx(0.7311, abs=1e-4)


def test_features_without_a_weight_count_for_nothing():
    assert score_trigger(["x=y"], "need", WEIGHTS) == Score(0.5, ())
    assert score_trigger(["before=may"], "need", WEIGHTS) == Score(0.5, ())


def test_the_loudest_features_are_the_reasons():
    assert score_trigger(["after=town", "before=may"], "strike", WEIGHTS).reasons == (("before=may", -3.0), ("after=town", 1.0))
    assert score_trigger(["length=1", "after=town"], "control", WEIGHTS).reasons == (("after=town", 3.0), ("length=1", -0.5))


FEATURES = st.lists(st.sampled_from(["after=town", "before=may", "length=1", "x=y"]), unique=True)


@given(FEATURES, st.sampled_from(["strike", "control", "need"]), st.randoms())
def test_the_order_of_features_does_not_matter(features, event, random):
    shuffled = random.sample(features, len(features))
    assert score_trigger(shuffled, event, WEIGHTS) == score_trigger(features, event, WEIGHTS)


def test_a_sure_wording_is_never_below_its_least_probability():
    assert make_sure(Score(0.1, ())).probability == SURE
    assert make_sure(Score(0.9, ())) == Score(0.9, ())


def test_the_weights_of_the_package_say_what_made_them():
    assert load_weights().made_with
    assert load_weights().made_with["articles"] > 100
    assert set(load_weights().weights)
