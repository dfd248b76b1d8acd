from itertools import product

from training.reasons import Judged, fit_points, measure, write_table

SAME = {"told by two articles": 1.0, "the same place": 1.0, "the same day": 1.0}
OTHER = {"told by two articles": 1.0, "the same place": 1.0, "different days": 1.0}
PAIRS = [Judged(row, row is SAME, half) for row, half, _ in product((SAME, OTHER), (0, 1), range(40))]


def test_what_judges_call_one_event_speaks_for_it():
    points = fit_points(PAIRS)
    assert points["the same day"] > 0 > points["different days"]


def test_what_is_at_issue_stays_as_it_was_set_whatever_is_judged():
    denied = [Judged(OTHER | {"one denies it": 1.0}, False, half) for half in (0, 1) for _ in range(40)]
    assert fit_points(PAIRS + denied)["one denies it"] == fit_points(PAIRS)["one denies it"] == 2.0


def test_each_half_is_told_by_what_the_other_teaches():
    assert measure(PAIRS) == "160 pairs, 80 of one event; told by the other half: precision 1.000, recall 1.000"


def test_only_the_second_column_of_the_table_is_written():
    table = 'points:\n  the same day: [2, 3.1]\n  "one in the place, the other beside it": [2.4, 0.4]\n'
    assert write_table(table, {"the same day": 1.5}) == table.replace("3.1", "1.5")
