"""The demo set read into one ledger, and how its key refers to claims, places, parties and words."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.gazetteer import Gazetteer
from sayso.model.articles import Span
from sayso.model.claims import Claim
from sayso.model.records import Record
from sayso.model.situation import Total
from sayso.model.views import LedgerView
from sayso.pipeline import view_records
from tests.expectations.expectation import Row
from tests.expectations.figures import all_totals
from tests.expectations.page import read_pages
from tests.expectations.published import published_outputs
from tests.expectations.wording import overlaps

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, eq=False)
class Demo:
    """The key and the records of the pages, in the order of their numbers."""

    key: Row
    records: tuple[Record, ...]

    def record(self, page: int) -> Record:
        """The record of the page with this number, counted from 1."""
        return self.records[page - 1]

    @property
    def view(self) -> LedgerView:
        """The ledger as seen on the last day that a page was published on."""
        return view_on(self, None)


def read_demo(folder: Path, key: Row, gazetteer: Gazetteer) -> Demo:
    """Read all pages of the set with nothing given: date and outlet come from the pages."""
    return Demo(key, tuple(read_pages(sorted((folder / "pages").iterdir()), gazetteer)))


@cache
def view_on(demo: Demo, day: dt.date | None) -> LedgerView:
    """The ledger as seen on a day."""
    return view_records(demo.records, as_of=day)


@cache
def outputs_on(demo: Demo, day: dt.date) -> dict[str, str]:
    """Every published output as of a day, by name."""
    return published_outputs(view_on(demo, day))


def pattern_of(words: str) -> str:
    """A pattern for words whose white space may run differently; quotes are compared straight."""
    return r"\s+".join(re.escape(w) for w in words.translate(_STRAIGHT).split())


def find_words(words: str, text: str) -> list[Span]:
    """Every occurrence of the words, white space and the shape of quotes apart.

    >>> find_words("army's hands", "in the army’s\\n hands")
    [(7, 20)]
    """
    return [m.span() for m in re.finditer(pattern_of(words), text.translate(_STRAIGHT))]


def spans_on(page: int, words: str, demo: Demo) -> list[Span]:
    """Every occurrence of the words on a page; words that stand nowhere are a mistake of the key."""
    found = find_words(words, demo.record(page).text)
    assert found, f"page {page} does not hold the words {words!r}"
    return found


def claims_on(reference: Row, demo: Demo) -> list[Claim]:
    """Claims that a reference stands for: of the page, overlapping the words, of the class if one is named."""
    spans = spans_on(reference["page"], reference["words"], demo)
    found = [c for c in demo.record(reference["page"]).claims if any(overlaps((c.start, c.end), s) for s in spans)]
    return [c for c in found if c.event in options(reference.get("event", c.event))]


def ids_on(references: Iterable[Row], demo: Demo) -> set[str]:
    """Ids of the claims that any of the references stands for."""
    return {c.id for r in references for c in claims_on(r, demo)}


def options(value: Any) -> list[Any]:
    """What a value of the key allows: any of a list, or the one that stands there."""
    return list(value) if isinstance(value, list | tuple) else [value]


def plain_name(name: str) -> str:
    """A name without accents, apostrophes and case.

    >>> plain_name("Ma’arrat al-Nu’man"), plain_name("Reyhanlı"), plain_name("Elâzığ")
    ('maarrat al-numan', 'reyhanlı', 'elazıg')
    """
    letters = unicodedata.normalize("NFKD", name)
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'‘’ʿʾ`").casefold()


def names_of(place: str, demo: Demo) -> set[str]:
    """Every plain name by which the key knows a place."""
    row = demo.key["spellings"].get(place, {})
    return {plain_name(n) for n in (place, *row.get("text", ()), *row.get("also", ()))}


def holds_any(wanted: Any, found: str | None) -> bool:
    """Whether a name contains one of the names that the key allows, case apart."""
    return bool(found) and any(plain_name(w) in plain_name(found or "") for w in options(wanted))


def is_party(party: str, found: str | None, demo: Demo) -> bool:
    """Whether a holder's name is one of the names of a party of the key."""
    return bool(found) and plain_name(found or "") in {plain_name(n) for n in demo.key["parties"][party]}


def totals_of(demo: Demo) -> tuple[Total, ...]:
    """Every row of figures."""
    return all_totals(demo.view.situation)
