"""Records made by hand, as many as asked for."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from sayso.model.articles import Block, Published
from sayso.model.claims import Claim
from sayso.model.mentions import Mentions
from sayso.model.records import ReadBy, Record

MakeRecord = Callable[..., Record]


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A record of one sentence with one claim; `changes` are fields that differ."""

    def make(number: int = 1, *, reader: str = "reader 1", **changes: Any) -> Record:
        text = f"Shells hit village number {number}."
        day = dt.date(2020, 1, 28)
        fields: dict[str, Any] = {
            "article_id": f"report-{number}", "digest": f"{number:064d}", "publisher": "The Example", "url": None, "title": text, "language": "en",
            "outcome": "read", "why": None, "published": Published(start=day, end=day, basis="given"), "text": text,
            "blocks": (Block(kind="paragraph", start=0, end=len(text)),), "mentions": Mentions(), "attributions": (),
            "claims": (Claim(id=f"c-{number}", start=0, end=len(text), evidence=text, event="strike", score=0.5),), "set_aside": (),
            "read_by": ReadBy("0", reader, "g"),
        }  # fmt: skip
        return Record(**(fields | changes))

    return make
