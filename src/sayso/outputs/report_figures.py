"""Totals, conditions and control told as rows of the report."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from sayso.model.situation import Condition, ControlAccount, ControlState, Period, Situation, Total
from sayso.outputs.report_model import MARKERS, Aside, ConditionRow, ControlRow, FigureRow, FigureTable, KeyFigure, Statement
from sayso.outputs.statements import Cited
from sayso.outputs.wording import shorten, shorten_quoted, tell_day, tell_days, tell_figure, tell_range

POPULATIONS = {
    "idp": "internally displaced", "refugee": "refugees", "asylum_seeker": "asylum seekers", "returnee": "returnees", "host": "hosts",
}  # fmt: skip

Tables: TypeAlias = tuple[tuple[str, str, Callable[[Total], bool]], ...]
"""Caption, how to read it, and which totals it takes."""


def tell_control(state: ControlState, cited: Cited) -> ControlRow:
    """A place with all accounts of who holds it; the label names the holder where all agree on one."""
    agreed = f" {state.holders[0]}" if state.label == "held by" and len(state.holders) == 1 else ""
    return ControlRow(
        place=state.place,
        label=state.label + agreed,
        marker=MARKERS[state.label],
        why=state.why,
        accounts=tuple(
            (a.holder or "not named", a.transition or "", a.extent, tell_day(a.since) if a.since else "day not told", _said(a, cited))
            for a in state.accounts
        ),
    )


def _said(account: ControlAccount, cited: Cited) -> Statement:
    held = [cited.claims[i] for i in account.claims if i in cited.claims]
    flags = ("unconfirmed",) if held and all(c.hedged for c in held) else ()
    says = account.says or " ".join(filter(None, (account.transition, "by", account.holder)))
    return Statement(says=says, sources=account.sources, notes=cited.notes(account.claims), flags=flags)


def tell_total(total: Total, cited: Cited) -> FigureRow:
    """A total as a row; numbers that were told in words alone stay words."""
    ids = (*total.claims, *(x.claim for x in total.left_out))
    number = tell_range(total.low, total.high)
    if total.low is None and total.high is None:
        number = _in_words(total, cited) or "no number"
    elif total.unit == "households":
        number += " households"
    asides: dict[str, list[str]] = {}
    for left in total.left_out:
        asides.setdefault(left.why, []).append(left.claim)
    return FigureRow(
        number=number,
        what=_what(total),
        places=_tell_route(total),
        period=_tell_period(total.period, total.kind == "stock"),
        method=total.method,
        sources=total.sources,
        notes=cited.notes(total.claims or ids),
        asides=tuple(Aside(cited.notes(claims), why) for why, claims in asides.items()),
    )


def _in_words(total: Total, cited: Cited) -> str:
    """The words, such as “hundreds of thousands”, of the claims behind a row that counts nothing."""
    ids = (*total.claims, *(x.claim for x in total.left_out))
    figures = (f for i in ids if i in cited.claims for f in cited.claims[i].figures if f.measure == total.measure)
    return "; ".join(dict.fromkeys(f"“{f.text}”" if f.text else tell_figure(f) for f in figures))


def _what(total: Total) -> str:
    parts = [total.measure.replace("_", " ")]
    if total.measure == "other":
        parts = ["killed and injured together"]
    if total.counts and total.counts != "all":
        parts.append(total.counts)
    if total.population != "unknown":
        parts.append(POPULATIONS[total.population])
    if total.kind == "stock":
        parts.append("number at a time")
    return ", ".join(parts)


def _tell_route(total: Total) -> str:
    if total.measure in ("displaced", "returned") and total.kind != "stock" and (total.origins or total.destinations):
        there = tuple(p for p in total.places if p not in total.origins and p not in total.destinations)
        left = f"from {_and(total.origins)}" if total.origins else ""
        reached = f"to {_and(total.destinations)}" if total.destinations else ""
        return " ".join(filter(None, (left, reached, f"({_and(there)})" if there else "")))
    return _and(total.places) or "place not told"


def _and(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _tell_period(period: Period, stock: bool) -> str:
    if stock and period.end:
        return f"on {tell_day(period.end)}" if period.start in (None, period.end) else tell_days(period.start, period.end)
    return "no period told" if not (period.start or period.end) else tell_days(period.start, period.end)


def _is_movement(total: Total) -> bool:
    return total.kind == "flow" and not _is_apart(total)


def _is_apart(total: Total) -> bool:
    return total.population not in ("idp", "unknown")


def _is_stock(total: Total) -> bool:
    return total.kind != "flow" and not _is_apart(total)


def _is_sum(total: Total) -> bool:
    return total.event_id is None


def _is_any(total: Total) -> bool:
    return True


DISPLACEMENT_TABLES: Tables = (
    (
        "Movements of internally displaced people, by period",
        "Movements are counted, not people; periods and areas overlap, so the rows must not be added.",
        _is_movement,
    ),
    (
        "Internally displaced people at a time",
        "As told by the source for that time; never worked out from movements.",
        _is_stock,
    ),
    (
        "Refugees, asylum seekers and others, apart",
        "People across a border or of another group; never added to the internally displaced.",
        _is_apart,
    ),
)
HARM_TABLES: Tables = (
    ("Totals", "The method says which events are added and why the sides of a range lie apart.", _is_sum),
    ("By event", "The lowest and the highest number that live accounts of the event give; no midpoint.", _is_any),
)
OTHER_TABLES: Tables = (
    ("Other numbers, as told", "Returns, detentions, people missing, in need or reached; the rows must not be added.", _is_any),
)


def tabulate(totals: Iterable[Total], cited: Cited, tables: Tables) -> tuple[FigureTable, ...]:
    """Totals in their tables; a total stands in the first table that takes it."""
    held = list(totals)
    made = []
    for caption, remark, takes in tables:
        taken = sorted((t for t in held if takes(t)), key=lambda t: t.low is None and t.high is None)
        rows = tuple(tell_total(t, cited) for t in taken)
        held = [t for t in held if not takes(t)]
        if rows:
            made.append(FigureTable(caption, remark, rows))
    return tuple(made)


def tell_conditions(conditions: Iterable[Condition], cited: Cited) -> tuple[ConditionRow, ...]:
    """Needs, damage or relief by sector and place, with words of the first claim."""
    return tuple(
        ConditionRow(
            sector=c.sector,
            place=c.place,
            words=shorten_quoted(cited.claims[c.claims[0]].evidence, 160) if c.claims else "",
            quoted=bool(c.claims) and c.claims[0] not in cited.retold,
            sources=c.sources,
            notes=cited.notes(c.claims),
        )
        for c in conditions
    )


def choose_key_figures(situation: Situation, cited: Cited) -> tuple[KeyFigure, ...]:
    """The numbers for the head: the largest movement and stocks told, the killed and injured, the places in dispute."""
    fled, harmed = situation.displacement, [t for t in situation.casualties if _is_sum(t) and not t.counts]
    wanted = (
        ("people displaced, the largest movement told", [t for t in fled if _is_movement(t)]),
        ("internally displaced, the largest number told", [t for t in fled if _is_stock(t)]),
        ("refugees, apart from the internally displaced", [t for t in fled if t.population == "refugee"]),
        ("killed, in events that can be added", [t for t in harmed if t.measure == "killed"]),
        ("injured, in events that can be added", [t for t in harmed if t.measure == "injured"]),
    )
    found = [_key_figure(what, totals, cited) for what, totals in wanted]
    return tuple(f for f in (*found, _disputed(situation, cited)) if f)


def _key_figure(what: str, totals: list[Total], cited: Cited) -> KeyFigure | None:
    counted = [t for t in totals if t.low is not None or t.high is not None]
    if not counted:
        return None
    row = tell_total(max(counted, key=lambda t: (t.high or t.low or 0, t.period.end is not None, t.places)), cited)
    return KeyFigure(number=row.number, what=what, detail=f"{row.places}; {row.period}", sources=row.sources, notes=row.notes)


def _disputed(situation: Situation, cited: Cited) -> KeyFigure | None:
    places = [s for s in situation.control if s.label in ("contested", "disputed between accounts")]
    if not places:
        return None
    notes = cited.notes(i for s in places for a in s.accounts for i in a.claims)
    names = ", ".join(s.place for s in places)
    of = f"of {len(situation.control)} places with accounts of who holds them, contested or disputed"
    return KeyFigure(number=str(len(places)), what=of, detail=shorten(names, 90), sources=(), notes=notes)
