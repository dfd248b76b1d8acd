"""Tables keep what matters in 80 columns: rival accounts numbered, disputes pointing at them, ids that can be copied."""

import io

import pytest
from rich.console import Console

from sayso.cli.tables import table_of

CONTROL = {
    "place": "Ariha", "as_of": "2020-01-29", "label": "disputed between accounts", "place_id": "geonames:1", "lat": None, "lon": None, "why": "two accounts name different holders",
    "accounts": [
        {"holder": "Syrian government forces", "transition": "captured", "extent": "whole", "claims": ["c-1"], "sources": ["state television"], "since": "2020-01-28", "says": None},
        {"holder": None, "transition": None, "extent": "unknown", "claims": ["c-2"], "sources": ["A", "B"], "since": None, "says": "fighting goes on"},
        {"holder": None, "transition": None, "extent": "unknown", "claims": ["c-3"], "sources": ["C"], "since": None, "says": None},
    ],
}  # fmt: skip
EVENT = {
    "event_id": "e-0123456789abcdef", "event": "strike", "places": [{"relation": "south of", "name": "Ariha"}], "time": {"start": None, "end": None, "basis": "unknown"}, "claims": ["c-1", "c-2"], "why": [],
    "accounts": [{"says": "four killed", "claims": ["c-1"], "sources": ["A"]}, {"says": "seven killed", "claims": ["c-2"], "sources": ["B", "C"]}],
    "contradictions": [{"issue": "how many", "accounts": [0, 1], "why": "x"}], "updates": [{"kind": "grew", "earlier": "c-1", "later": "c-2", "why": "a later toll is larger"}],
}  # fmt: skip
FIGURE = {
    "measure": "in_need", "kind": "stock", "population": "idp", "period": {"start": "2020-01-01", "end": None}, "places": ["Idlib"], "low": 90000, "high": 120000, "method": "the widest range",
    "claims": [f"c-{n}bcdef01234" for n in range(7)], "left_out": [{"claim": "c-9", "why": "a copy"}, {"claim": "c-8", "why": "too old"}, {"claim": "c-7", "why": "x"}, {"claim": "c-6", "why": "x"}], "sources": ["A"],
}  # fmt: skip
PLACE = {
    "place": "Al-Nour", "place_id": None, "country": None, "admin1": None, "lat": None, "lon": None, "geo_precision": None, "where_prec": None, "spellings": ["Al-Nour", "al Nur"],
    "relations": ["near"], "claims": ["c-1"], "score": 0.0, "why": "no place of this name",
}  # fmt: skip
CLAIM = {
    "claim_id": "c-0123456789abcdef", "event": "control", "sub_event": "Other", "status": "denied", "hedged": True, "start": "", "end": "", "transition": "captured", "holder": "X",
    "place": "Ariha", "figures": "4 killed", "source": "OCHA", "source_kind": "un_ngo", "outlet": "", "published": "", "copy_of": "c-fedcba9876543210", "score": 0.5, "review": "corrected", "evidence": "word " * 100,
}  # fmt: skip

SHOWN = [
    ("control", CONTROL, ["disputed between accounts", "1. captured by Syrian government forces, since 2020-01-28: state television", "2. fighting goes on: A; B", "3. no holder named: C", "two accounts name different holders"]),
    ("control", CONTROL | {"label": "held by", "accounts": CONTROL["accounts"][:2]}, ["held by Syrian government forces"]),
    ("events", EVENT, ["e-01234567", "no date told", "2 claims", "south of Ariha", "1. four killed: A", "2. seven killed: B; C", "how many: 1 against 2", "grew: a later toll is larger"]),
    ("figures", FIGURE, ["in need", "stock, internally displaced", "90,000–120,000", "Idlib", "since 1 January 2020", "the widest range", "and 3 more", "left out: c-9, a copy", "left out: c-8, too old", "2 more left out"]),
    ("places", PLACE, ["Al-Nour", "not resolved", "no place of this name", "Al-Nour; al Nur", "near"]),
    ("claims", CLAIM, ["c-01234567", "no date told", "denied, hedged", "captured by X", "OCHA (UN or NGO)", "outlet unknown, no date", "copy of c-fedcba98", "word …”", "corrected"]),
]  # fmt: skip


def columns_of(name, row, width=80):
    """The text of every column, unfolded."""
    table = table_of(name, [row], "Rows")
    console = Console(file=io.StringIO(), width=width)
    console.print(table)
    return console.file.getvalue(), [" ".join(str(cell).split()) for column in table.columns for cell in column.cells]


@pytest.mark.parametrize(("name", "row", "parts"), SHOWN, ids=[f"{s[0]}-{s[1].get('label', '')}" for s in SHOWN])
def test_a_row_tells(name, row, parts):
    printed, cells = columns_of(name, row)
    told = " | ".join(cells)
    assert [p for p in parts if p not in told] == []
    assert max(map(len, printed.splitlines())) <= 80
    assert printed.startswith("Rows")


@pytest.mark.parametrize(("name", "row", "parts"), SHOWN, ids=[f"{s[0]}-{s[1].get('label', '')}" for s in SHOWN])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_nothing_is_cut_off_at_any_width(name, row, parts, width):
    printed, cells = columns_of(name, row, width)
    letters = "".join(printed.split())
    assert all(len(line) <= width for line in printed.splitlines())
    assert sum(map(len, "".join(cells).split())) <= len(letters)
