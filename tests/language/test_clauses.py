"""Where clauses may begin."""

import pytest

from sayso.language.clauses import find_cuts
from sayso.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Rebels took Tarmin, while residents fled to Aris", ["while"]),
        ("Rebels took Tarmin", []),
        ("", []),
    ],
)
def test_cuts(text: str, heads: list[str]) -> None:
    tokens = tokenize(text, (0, len(text)))
    assert [tokens[cut.at].form for cut in find_cuts(tokens)] == heads


def test_mark_and_joiner_part_more_than_a_mark_alone() -> None:
    def strength(text: str) -> int:
        return max(cut.strength for cut in find_cuts(tokenize(text, (0, len(text)))))

    assert strength("Rebels took Tarmin, while residents fled") > strength("Rebels took Tarmin, Aris")
