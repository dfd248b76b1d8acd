"""Numbers of one measure are changed, all others stay, and parts stay with their wholes."""

import pytest

from sayso.model.claims import ClaimFigure
from sayso.reviews.counted import put_figures, take_figures, tell_figures

from .conftest import CLAIM, changed


def figure(measure, low, high, part_of=None, **more):
    return ClaimFigure(text=str(low), span=(0, 1), low=low, high=high, measure=measure, unit="people", part_of=part_of, **more)


CROWD = changed(CLAIM, figures=(figure("killed", 5, 5), figure("killed", 2, 2, part_of=0), figure("injured", 9, 9), figure("injured", 4, 4, part_of=2)))


def told(claim):
    return [(f.measure, f.low, f.part_of) for f in claim.figures]


def test_the_parts_of_a_corrected_whole_go_and_other_parts_keep_theirs():
    assert told(put_figures(CROWD, "killed", ["7"])) == [("killed", 7, None), ("injured", 9, None), ("injured", 4, 1)]
    assert told(put_figures(CROWD, "injured", [])) == [("killed", 5, None), ("killed", 2, 0)]
    assert told(put_figures(CROWD, "missing", ["1"]))[-1] == ("missing", 1, None)


def test_a_version_gives_its_numbers_back_with_their_parts():
    assert take_figures(put_figures(CROWD, "killed", ["7"]), CROWD, "killed") == CROWD
    other = put_figures(CROWD, "injured", ["1"])
    assert told(take_figures(other, CROWD, "killed")) == [("killed", 5, None), ("injured", 1, None)]


@pytest.mark.parametrize(
    ("low", "high", "says"), [(3, 3, "3"), (3, 5, "3..5"), (3, None, "3.."), (None, 5, "..5"), (None, None, "None")]
)
def test_numbers_are_told_in_short(low, high, says):
    assert tell_figures(changed(CLAIM, figures=(figure("killed", low, high),)), "killed") == says
