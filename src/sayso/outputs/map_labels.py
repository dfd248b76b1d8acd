"""Labels on the map that touch neither one another nor the signs."""

from collections.abc import Sequence

import msgspec

from sayso.outputs.map_projection import Point

LETTER, LINE, GAP = 6.3, 15.0, 9.0
"""Mean width of a letter at 12 units of type, height of a line, distance from the sign; measured on Liberation Sans, rounded up."""


class Label(msgspec.Struct, frozen=True):
    """A name with the point that it stands at: its anchor is `start`, `end` or `middle`; a far one is led to its sign by a line."""

    text: str
    x: float
    y: float
    anchor: str
    sign: Point
    far: bool = False


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


STEPS: tuple[tuple[float, float, str, bool], ...] = (
    (GAP, 4, "start", False), (-GAP, 4, "end", False), (0, -GAP - 3, "middle", False), (0, GAP + 12, "middle", False),
    (GAP, -9, "start", False), (GAP, 17, "start", False), (-GAP, -9, "end", False), (-GAP, 17, "end", False),
    (36, -14, "start", True), (36, 22, "start", True), (-36, -14, "end", True), (-36, 22, "end", True),
    (60, 4, "start", True), (-60, 4, "end", True), (60, -34, "start", True), (60, 42, "start", True), (-60, -34, "end", True),
    (-60, 42, "end", True),
)  # fmt: skip
"""Places of a label beside its sign, best first: shift to the right and down, anchor, whether a line leads to it."""


def place_labels(named: Sequence[tuple[str, Point]], width: float, height: float, taken: Sequence[Box] = ()) -> tuple[Label, ...]:
    """A label for every name that finds room beside its point, near or a little off; the others are left to the list beneath the map.

    >>> [label.text for label in place_labels([("Ariha", (50, 50)), ("Sarmin", (52, 52))], 400, 300)]
    ['Ariha', 'Sarmin']
    """
    boxes = [*taken, *((x - GAP, y - GAP, x + GAP, y + GAP) for _, (x, y) in named)]
    labels = []
    for name, point in named:
        for label in _sides(name, point):
            box = box_of(label)
            inside = box[0] >= 2 and box[1] >= 2 and box[2] <= width - 2 and box[3] <= height - 2
            if inside and not any(meet(box, other) for other in boxes):
                labels.append(label)
                boxes.append(box)
                break
    return tuple(labels)


def _sides(name: str, point: Point) -> tuple[Label, ...]:
    x, y = point
    return tuple(Label(name, round(x + dx, 1), round(y + dy, 1), anchor, point, far) for dx, dy, anchor, far in STEPS)


def box_of(label: Label) -> Box:
    """The room that a label takes."""
    wide = len(label.text) * LETTER
    left = {"start": label.x, "end": label.x - wide, "middle": label.x - wide / 2}[label.anchor]
    return (left, label.y - LINE + 3, left + wide, label.y + 3)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
