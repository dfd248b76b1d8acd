"""What findings on two claims weigh: every sentence that a comparison may tell has its points, and no other has."""

import ast
from pathlib import Path

import pytest

import sayso.ledger
from sayso.knowledge.event_words import event_words
from sayso.knowledge.reasons import reasons

LEDGER = Path(sayso.ledger.__file__).parent
MODULES = ("alike", "manner", "what", "when", "where", "who")
MADE_OF_PARTS = {
    f"{days}, {state}"
    for days in ("told together", "a day apart", "days apart", "about a week apart")
    for state in ("of who holds a place", "of a state that lasts")
}


def told_sentences():
    """Words of three and more in the modules that compare, but for docstrings and what rules a pair out."""
    ruled_out, told = set(), set()
    for name in MODULES:
        tree = ast.parse((LEDGER / f"{name}.py").read_text(encoding="utf8"))
        docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "forbid":
                ruled_out |= {part.value for part in ast.walk(node) if isinstance(part, ast.Constant)}
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs and len(node.value.split()) > 2:
                told.add(node.value)
    return told - ruled_out


def test_every_sentence_has_points_and_no_other():
    told = told_sentences() | {pair.why for pair in event_words().pairs.values()} | MADE_OF_PARTS
    parts = {"of who holds a place", "of a state that lasts", "a day apart", "about a week apart"}
    of_two_words = {why for why in reasons().without_words if len(why.split()) == 2}
    assert told - parts == set(reasons().without_words) - of_two_words


@pytest.mark.parametrize("why", ["the same place", "the same day", "the same figure", "one is a copy of the other"])
def test_what_is_the_same_speaks_for_one_event(why):
    assert reasons().without_words[why] > 0
    assert reasons().with_words[why] > 0


@pytest.mark.parametrize("why", ["different places", "different days", "a day after the other article was published"])
def test_what_rules_out_weighs_more_than_all_else_together(why):
    assert reasons().without_words[why] <= -10
    assert reasons().with_words[why] <= -4
