"""A claim of one sentence, and entries on it at moments that are told by a number."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, Source
from sayso.model.entries import Accept, Add, Correct, Entry, Reject, make_entry

SENTENCE = "Shells killed three people in Ariha, the White Helmets said."
CLAIM = Claim(
    id="c-1", start=0, end=len(SENTENCE), evidence=SENTENCE, event="strike", score=0.9, why=('trigger strike.shelling: "Shells"',),
    places=(ClaimPlace(start=30, end=35, text="Ariha", name="Ariha", place_id="geonames:10", country="SY", lat=35.8, lon=36.6, score=0.9),),
    actors=(ClaimActor(text="people", span=(20, 26), role="affected", name="civilians", actor_id="civilians"),),
    figures=(ClaimFigure(text="three people", span=(14, 26), low=3, high=3, measure="killed", unit="people", kind="flow"),),
    source=Source(text="the White Helmets", span=(37, 54), name="White Helmets", kind="monitor", chain=("The Example", "White Helmets")),
)  # fmt: skip


@pytest.fixture
def claim() -> Claim:
    return CLAIM


def changed(thing: Any, **fields: Any) -> Any:
    """The same thing with some fields that differ."""
    return msgspec.structs.replace(thing, **fields)


def moment(number: int) -> str:
    return f"2020-02-01T10:{number:02}:00.000+00:00"


@pytest.fixture
def enter() -> Callable[..., Entry]:
    """An entry by an author at a moment: `enter("ada accepts", 1, claim)`, `enter("ben corrects", 2, claim, "killed", "4")`."""

    def make(what: str, at: int, claim: Claim, field: str = "", value: Any = None, why: str = "", digest: str = "d") -> Entry:
        author, kind = what.split()
        acts = {"accepts": Accept, "rejects": Reject, "adds": Add}
        act = Correct(digest, claim, field, value) if kind == "corrects" else acts[kind](digest, claim)
        return make_entry(act, author, moment(at), why)

    return make
