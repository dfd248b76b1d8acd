"""Claims are shared out among expectations: one each, moved where that makes room."""

import pytest

from sayso.model.claims import Claim
from tests.expectations.claims import pair_up


def claim(name: str) -> Claim:
    return Claim(id=name, start=0, end=1, evidence="x", event="strike")


@pytest.mark.parametrize(
    ("right", "met"),
    [
        ({0: ["a"], 1: ["b"]}, {0: "a", 1: "b"}),
        ({0: ["a", "b"], 1: ["a"]}, {0: "b", 1: "a"}),
        ({0: ["a"], 1: ["a"]}, {0: "a"}),
        ({0: [], 1: ["a"]}, {1: "a"}),
        ({0: ["a", "b"], 1: ["a", "c"], 2: ["a"]}, {0: "b", 1: "c", 2: "a"}),
    ],
)
def test_each_expectation_gets_a_claim_of_its_own(right: dict[int, list[str]], met: dict[int, str]) -> None:
    paired = pair_up({i: [claim(n) for n in names] for i, names in right.items()})
    assert {i: c.id for i, c in paired.items()} == met
