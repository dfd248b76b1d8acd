"""Labels of the map never cover one another, a sign, or the frame."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs.map_labels import GAP, box_of, meet, place_labels

POINTS = st.lists(st.tuples(st.text("abcdefgh", min_size=3, max_size=18), st.tuples(st.floats(0, 700), st.floats(0, 500))), max_size=30)


@given(POINTS)
def test_labels_keep_clear(named: list[tuple[str, tuple[float, float]]]) -> None:
    boxes = [box_of(label) for label in place_labels(named, 700, 500)]
    signs = [(x - GAP, y - GAP, x + GAP, y + GAP) for _, (x, y) in named]
    assert not any(meet(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert not any(meet(box, sign) for box in boxes for sign in signs)
    assert all(left >= 0 and top >= 0 and right <= 700 and bottom <= 500 for left, top, right, bottom in boxes)


def test_a_lone_town_is_labelled_beside_its_sign() -> None:
    (label,) = place_labels([("Ariha", (100, 100))], 700, 500)
    assert (label.x, label.anchor, label.far) == (109, "start", False)
