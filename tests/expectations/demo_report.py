"""The key's `report`: what a reader of the report of a day sees, and what is in no output."""

from collections.abc import Iterator
from functools import partial

from tests.expectations.demo import Demo, find_words, names_of, outputs_on, plain_name, view_on
from tests.expectations.expectation import Expectation, Row
from tests.expectations.published import readable, seen_text

_NEAR = 300


def report_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """One expectation for every phrase that must be seen or absent."""
    for row in key["report"]:
        name = f"report {row['day']}"
        for words in row.get("visible", ()):
            yield Expectation(f"{name}: visible: {words[0]}", True, partial(_hidden_problem, row, words))
        for pair in row.get("near", ()):
            yield Expectation(f"{name}: near: {' and '.join(pair)}", True, partial(_far_problem, row, pair))
        for words in row.get("absent", ()):
            yield Expectation(f"{name}: absent: {words}", True, partial(_present_problem, row, words))
        for words in row.get("names_never", ()):
            yield Expectation(f"names never hold: {words}", True, partial(_loaded_problem, words))


def _seen(row: Row, demo: Demo) -> str:
    return seen_text(outputs_on(demo, row["day"])["report.html"]).casefold()


def _hidden_problem(row: Row, words: list[str], demo: Demo) -> str | None:
    seen = _seen(row, demo)
    return None if any(find_words(w.casefold(), seen) for w in words) else f"none of {words} is seen"


def _far_problem(row: Row, pair: list[str], demo: Demo) -> str | None:
    place, words = pair
    seen = plain_name(_seen(row, demo))
    places = [span for name in names_of(place, demo) for span in find_words(name, seen)]
    others = find_words(plain_name(words), seen)
    near = any(abs(one[0] - other[0]) <= _NEAR for one in places for other in others)
    return None if near else f"{len(places)} times {place}, {len(others)} times {words}, never within {_NEAR} characters"


def _present_problem(row: Row, words: str, demo: Demo) -> str | None:
    found = [name for name, text in outputs_on(demo, row["day"]).items() if find_words(words.casefold(), readable(text).casefold())]
    return f"it stands in {found}" if found else None


def _loaded_problem(word: str, demo: Demo) -> str | None:
    names = {a.name for r in demo.records for a in r.mentions.actors} | {a.name for r in demo.records for c in r.claims for a in c.actors}
    names |= {a.holder for s in view_on(demo, None).situation.control for a in s.accounts}
    names |= {c.control.holder for r in demo.records for c in r.claims if c.control}
    found = sorted(n for n in names if n and word.casefold() in n.casefold())
    return f"names: {found}" if found else None
