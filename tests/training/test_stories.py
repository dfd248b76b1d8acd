"""Pairs judged by reading, and what is fitted on them."""

from training.corpora import read_lines
from training.stories import LABELS, fit_weights


def test_labels_hold_names_and_verdicts_alone():
    rows = read_lines(LABELS)
    assert len(rows) == 144
    assert sum(row["same"] for row in rows) == 29
    assert all(set(row) == {"one", "other", "same"} for row in rows)


def test_a_reason_that_speaks_for_gets_weight_and_noise_gets_none():
    rows = [([1.0, float(i % 2)], True) for i in range(40)] + [([0.0, float(i % 2)], False) for i in range(40)]
    (speaks, noise), bias = fit_weights(rows)
    assert speaks > 1 > abs(noise)
    assert bias < 0
