"""Tables that are read in a terminal of 80 columns: one layout a view, a few short lines a cell."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from rich import box
from rich.table import Table
from rich.text import Text

from sayso.knowledge.claim_places import print_place
from sayso.model.views import LedgerView
from sayso.outputs.report_figures import POPULATIONS
from sayso.outputs.rows import claim_rows, control_rows, event_rows, figure_rows, place_rows
from sayso.outputs.wording import shorten, tell_days, tell_range, tell_review

Row = dict[str, Any]
Cell = Callable[[Row], Sequence[str]]

LONGEST_WORDS = 240
"""Characters of a quotation in a table."""

_MOST_IDS = 4
_MOST_PAIRS = 3
_MOST_LEFT_OUT = 2
_SHORT_ID = 10


class Column(msgspec.Struct, frozen=True):
    """A column: its heading, its share of the width, and the lines of a cell (the first of the first column stands out)."""

    heading: str
    share: int
    lines: Cell


SOURCE_KINDS = {"un_ngo": "UN or NGO", "armed_group": "armed group"}
"""Kinds of sources in a reader's words, where the vocabulary's differ."""

ROWS: dict[str, Callable[[LedgerView], list[Row]]] = {
    "claims": claim_rows,
    "events": event_rows,
    "control": control_rows,
    "figures": figure_rows,
    "places": place_rows,
}


def table_of(name: str, rows: Sequence[Row], title: str) -> Table:
    """Lay rows out as the table of a view."""
    return lay_out(title, LAYOUTS[name], rows)


def title_of(name: str, view: LedgerView) -> str:
    """What stands over a view: its day, the moment it is of where that is not now, and how far people have reviewed it."""
    told = tell_review(view.claims)
    known = f", as known at {view.known_at[:16].replace('T', ' ')} UTC" if view.known_at else ""
    part = f" in {view.country}, by reports from {view.first} on" if view.country else ""
    return f"{name.capitalize()}{part} as of {view.as_of}{known}: {told[0].lower()}{told[1:]}"


def lay_out(title: str, columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    """A table of these columns, with a rule between the rows."""
    table = Table(title=title, title_justify="left", box=box.HORIZONTALS, show_lines=True, expand=True, pad_edge=False)
    for column in columns:
        table.add_column(column.heading, ratio=column.share, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(column.lines(row), strong=not number) for number, column in enumerate(columns)))
    return table


def _cell(lines: Sequence[str], *, strong: bool) -> Text:
    told = [line for line in lines if line]
    text = Text("\n".join(told))
    if strong and told:
        text.stylize("bold", 0, len(told[0]))
    return text


def shorten_id(identifier: str) -> str:
    """The beginning of an id, enough to tell it apart; `sayso explain` takes it.

    >>> shorten_id("c-0123456789abcdef")
    'c-01234567'
    """
    return identifier[:_SHORT_ID]


def _days(start: str | None, end: str | None) -> str:
    return tell_days(dt.date.fromisoformat(start) if start else None, dt.date.fromisoformat(end) if end else None)


def _claim_what(row: Row) -> list[str]:
    kind = row["event"] + (f": {row['sub_event']}" if row["sub_event"] not in ("", "Other") else "")
    doubt = ", ".join(w for w in (row["status"] if row["status"] != "happened" else "", "hedged" if row["hedged"] else "") if w)
    control = " ".join(w for w in (row["transition"], f"by {row['holder']}" if row["holder"] else "") if w)
    return [kind, doubt, control, row["place"], row["figures"]]


def _claim_source(row: Row) -> list[str]:
    outlet = ", ".join(w for w in (row["outlet"] or "outlet unknown", row["published"] or "no date") if w)
    kind = f" ({SOURCE_KINDS.get(row['source_kind'], row['source_kind'])})" if row["source_kind"] else ""
    return [(row["source"] or "in its own voice") + kind, outlet, f"copy of {shorten_id(row['copy_of'])}" if row["copy_of"] else ""]


def _accounts(row: Row) -> list[str]:
    return [f"{number}. {a['says']}: {'; '.join(a['sources'])}" for number, a in enumerate(row["accounts"], 1)]


def _disputes(row: Row) -> list[str]:
    pairs: dict[str, list[tuple[int, int]]] = {}
    for dispute in row["contradictions"]:
        pairs.setdefault(dispute["issue"], []).append(tuple(number + 1 for number in dispute["accounts"]))
    return [f"{issue}: {_tell_pairs(p)}" for issue, p in pairs.items()] + [f"{u['kind']}: {u['why']}" for u in row["updates"]]


def _tell_pairs(pairs: list[tuple[int, int]]) -> str:
    """Which accounts contradict which; of many pairs, which accounts are among them.

    >>> _tell_pairs([(1, 2), (1, 3)]), _tell_pairs([(1, 2), (1, 3), (2, 3), (3, 4)])
    ('1 against 2, 1 against 3', 'among 1, 2, 3, 4')
    """
    if len(pairs) <= _MOST_PAIRS:
        return ", ".join(f"{a} against {b}" for a, b in pairs)
    return f"among {', '.join(map(str, sorted({n for pair in pairs for n in pair})))}"


def _control_label(row: Row) -> str:
    holders = sorted({a["holder"] for a in row["accounts"] if a["holder"]})
    return f"held by {holders[0]}" if row["label"] == "held by" and len(holders) == 1 else str(row["label"])


def _control_accounts(row: Row) -> list[str]:
    lines = []
    for number, account in enumerate(row["accounts"], 1):
        told = account["says"] or " ".join(w for w in (account["transition"], f"by {account['holder']}" if account["holder"] else "") if w)
        since = f", since {account['since']}" if account["since"] else ""
        lines.append(f"{number}. {told or 'no holder named'}{since}: {'; '.join(account['sources'])}")
    return lines


def _figure_what(row: Row) -> list[str]:
    kind = ", ".join(w for w in (row["kind"], POPULATIONS.get(row["population"], row["population"])) if w and w != "unknown")
    return [row["measure"].replace("_", " "), kind, tell_range(row["low"], row["high"]), shorten_id(row["total_id"])]


def _figure_basis(row: Row) -> list[str]:
    return [row["method"], "; ".join(row["sources"]), _ids(row["claims"]), *_left_out(row["left_out"])]


def _left_out(claims: Sequence[dict[str, str]]) -> list[str]:
    """A line a claim that is not counted, and why; of many, how many more."""
    lines = [f"left out: {shorten_id(c['claim'])}, {c['why']}" for c in claims[:_MOST_LEFT_OUT]]
    more = len(claims) - _MOST_LEFT_OUT
    return [*lines, f"{more} more left out, see --format jsonl"] if more > 0 else lines


def _ids(claims: Sequence[str]) -> str:
    more = f" and {len(claims) - _MOST_IDS} more" if len(claims) > _MOST_IDS else ""
    return " ".join(map(shorten_id, claims[:_MOST_IDS])) + more


def _count_claims(claims: Sequence[str]) -> str:
    return f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"


def _place_what(row: Row) -> list[str]:
    within = ", ".join(w for w in (row["admin1"], row["country"]) if w)
    return [row["place"], within, row["place_id"] or "not resolved", row["why"] or ""]


LAYOUTS: dict[str, tuple[Column, ...]] = {
    "claims": (
        Column("Claim", 13, lambda r: [shorten_id(r["claim_id"]), _days(r["start"], r["end"]), f"score {r['score']:.2f}", r["review"]]),
        Column("What, where", 21, _claim_what),
        Column("On whose word", 19, _claim_source),
        Column("In which words", 27, lambda r: [f"“{shorten(r['evidence'], LONGEST_WORDS)}”"]),
    ),
    "events": (
        Column("Event", 13, lambda r: [shorten_id(r["event_id"]), _days(r["time"]["start"], r["time"]["end"]), _count_claims(r["claims"])]),
        Column("What, where", 19, lambda r: [r["event"], "; ".join(print_place(p["name"], p["relation"]) for p in r["places"])]),
        Column("Accounts", 27, _accounts),
        Column("At issue, updates", 21, _disputes),
    ),
    "control": (
        Column("Place", 16, lambda r: [r["place"], r["place_id"] or "", shorten_id(r["control_id"])]),
        Column("As of the day", 27, lambda r: [_control_label(r), r["why"] or ""]),
        Column("By all accounts", 33, _control_accounts),
    ),
    "figures": (
        Column("Measure", 18, _figure_what),
        Column("Where, when", 22, lambda r: ["; ".join(r["places"]), _days(r["period"]["start"], r["period"]["end"])]),
        Column("Method, sources, claims", 38, _figure_basis),
    ),
    "places": (
        Column("Place", 26, _place_what),
        Column("In the texts", 24, lambda r: ["; ".join(r["spellings"]), "; ".join(r["relations"])]),
        Column("Claims", 26, lambda r: [_ids(r["claims"]), f"score {r['score']:.2f}"]),
    ),
}
"""The layout of every view, column by column."""
