"""How merging is measured, on a handful of invented articles."""

import datetime as dt

import pytest

from evals.merging.baseline import merge_by_words
from evals.merging.run import most_told, score_tolls
from sayso.model.situation import Period, Situation, Total
from sayso.model.views import LedgerView

DAY = dt.date(2017, 1, 1)


def toll(measure, low, high, event):
    return Total(measure=measure, kind="flow", population="unknown", period=Period(), places=(), low=low, high=high, method="told", claims=(), event_id=event)


def test_words_join_only_within_ten_days():
    texts = ["a shot in Aris", "one shot in Aris", "rain in Tarmin"]
    assert merge_by_words(texts, [DAY, DAY + dt.timedelta(10), DAY]) == [0, 0, 2]
    assert merge_by_words(texts, [DAY, DAY + dt.timedelta(11), DAY]) == [0, 1, 2]


@pytest.mark.parametrize(("bounds", "told"), [([], 0), ([(2, 3)], 3), ([(2, None)], 2), ([(None, 4), (1, 1)], 5)])
def test_the_most_that_the_rows_come_to(bounds, told):
    assert most_told([toll("killed", low, high, "e") for low, high in bounds]) == told


def test_a_toll_is_right_where_both_its_numbers_are():
    rows = (toll("killed", 1, 1, "e1"), toll("killed", 1, 1, "e2"))
    view = LedgerView(as_of=DAY, articles=(), claims=(), events=(), situation=Situation(as_of=DAY, casualties=rows))
    pairs = [("a", {"incident": "1"}), ("b", {"incident": "2"}), ("c", {"incident": "3"})]
    final = {"1": {"num_killed": 1, "num_injured": 0}, "2": {"num_killed": 1, "num_injured": 3}}
    found = score_tolls(pairs, {"a": "e1", "b": "e2"}, view, final)
    assert found == {"final killed": 1.0, "final injured": 0.5, "final both": 0.5}
