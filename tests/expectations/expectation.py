"""One thing that must come out, with a check that answers None or the sentence that says what is wrong."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import pytest

Row = dict[str, Any]
"""One item of a YAML file of expectations."""

Read = TypeVar("Read")
"""What was read and is checked: a golden page, or a set of pages."""


@dataclass(frozen=True)
class Expectation(Generic[Read]):
    """A named item; `must` items fail the suite one by one, the others by their share."""

    name: str
    must: bool
    check: Callable[[Read], str | None]


def require(expectation: Expectation[Read], read: Read) -> None:
    """Fail the test of a required item that is not met; show an optional one as expected to fail."""
    problem = expectation.check(read)
    if problem and not expectation.must:
        pytest.xfail(problem)
    assert problem is None, f"{expectation.name}: {problem}"


def share_met(expectations: Iterable[Expectation[Read]], read: Read) -> float:
    """The share of the items that are met (1 of none)."""
    results = [e.check(read) is None for e in expectations]
    return sum(results) / len(results) if results else 1.0
