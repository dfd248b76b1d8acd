"""Lines and paragraphs of a text without markup."""

import pytest

from sayso.documents.layout import cut_text

WRAPPED = (
    "Hundreds of people have left the harbour town of Sandmouth after\nthe river rose by two metres in one night, the council said on\n"
    "Monday. The bridge at Millbrook is closed."
)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("One\nTwo", ["One", "Two"]),
        ("One\r\nTwo\r\n\r\nThree", ["One", "Two", "Three"]),
        ("  One  \n\n\tTwo ", ["One", "Two"]),
        ("One\u2028Two", ["One", "Two"]),
        ("\n\n \n", []),
        (WRAPPED, [WRAPPED]),
        (WRAPPED + "\n\n" + WRAPPED, [WRAPPED, WRAPPED]),
        ("Boats at the quay before the storm of March (AFP)\n" * 2, ["Boats at the quay before the storm of March (AFP)"] * 2),
        ("Four boats were lost\nTwo bridges fell in the night\nTen houses burned", ["Four boats were lost", "Two bridges fell in the night", "Ten houses burned"]),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert [text[p.start : p.end] for p in cut_text(text)] == pieces


def test_groups_are_parted_by_blank_lines() -> None:
    assert [p.group for p in cut_text("One\nTwo\n\nThree")] == [0, 0, 1]
