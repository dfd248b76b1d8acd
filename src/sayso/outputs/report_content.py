"""A protected view gathered into the sections of a situation report."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import msgspec

from sayso.knowledge.actors import load_countries
from sayso.model.days import add_days
from sayso.model.events import ArticleHeader, Event, FiledClaim
from sayso.model.situation import ControlState, Situation, Total
from sayso.model.views import LedgerView
from sayso.model.vocabulary import ControlLabel
from sayso.outputs.map_drawing import draw_map, list_places
from sayso.outputs.protection import ProtectedView
from sayso.outputs.report_figures import (
    DISPLACEMENT_TABLES,
    HARM_TABLES,
    OTHER_TABLES,
    choose_key_figures,
    tabulate,
    tell_conditions,
    tell_control,
)  # fmt: skip
from sayso.outputs.report_model import Day, Footnote, Report, SourceLine
from sayso.outputs.rows import claim_order, event_order
from sayso.outputs.statements import Cited, group_items, is_expected, tell_event
from sayso.outputs.wording import shorten_quoted, tell_day

QUOTED_CHARACTERS = 300
"""Longest quotation in a footnote; the rest is cut between words and marked."""

TIMELINE_DAYS = 14
"""Days before the view's day that the timeline shows open; what is earlier stands folded."""


CONTROL_ORDER: tuple[ControlLabel, ...] = ("disputed between accounts", "contested", "held by", "unknown")


Section: TypeAlias = dict[str, Any]
"""Fields of the report by name."""


def compose_report(protected: ProtectedView) -> Report:
    """Everything that the report says, with its footnotes numbered by the claims' own days."""
    view = _put_in_order(protected.view)
    cited = Cited({f.claim.id: f.claim for f in view.claims}, {f.claim.id: i for i, f in enumerate(view.claims, 1)}, protected.retold)
    told = [e for e in view.events if not is_expected(e, cited, view.as_of)]
    sections = (
        _tell_reading(view),
        _tell_new(view, told, cited),
        _tell_situation(view.situation, cited),
        _tell_map(view),
        _tell_timeline(told, view.as_of, cited),
        _tell_sources(protected, view, cited),
    )
    expected = group_items([e for e in view.events if is_expected(e, cited, view.as_of)], cited)
    return Report(**{name: value for section in sections for name, value in section.items()}, expected=expected)


def _tell_reading(view: LedgerView) -> Section:
    return {
        "area": tell_area(view.claims),
        "part": tell_part(view),
        "as_of": tell_day(view.as_of),
        "as_of_iso": view.as_of.isoformat(),
        "reports": len(view.articles),
        "outlets": tuple(sorted({a.publisher or "outlet not told" for a in view.articles})),
        "readers": view.readers,
        "unread": tuple((u.article_id, u.why) for u in view.unread),
        "superseded": tuple((s.article.publisher or "outlet not told", _tell_published(s.article), s.why) for s in view.superseded),
    }


def _tell_published(article: ArticleHeader) -> str:
    return tell_day(article.published) if article.published else "date not told"


def _tell_new(view: LedgerView, told: Iterable[Event], cited: Cited) -> Section:
    since = view.since or view.as_of
    published = {f.claim.id: f.article.published for f in view.claims}
    return {"new_since": tell_day(since), "new": group_items([e for e in told if _is_new(e, published, since)], cited)}


def _tell_situation(situation: Situation, cited: Cited) -> Section:
    conditions = situation.conditions
    return {
        "key_figures": choose_key_figures(situation, cited),
        "control": tuple(tell_control(s, cited) for s in sorted(situation.control, key=_control_order)),
        "displacement": tabulate(situation.displacement, cited, DISPLACEMENT_TABLES),
        "harm": tabulate(_order_harm(situation.casualties), cited, HARM_TABLES),
        "other_totals": tabulate(situation.other_totals, cited, OTHER_TABLES),
        "damage": tell_conditions((c for c in conditions if c.sector == "damage"), cited),
        "needs": tell_conditions((c for c in conditions if c.sector not in ("damage", "aid")), cited),
        "aid": tell_conditions((c for c in conditions if c.sector == "aid"), cited),
    }


def _tell_map(view: LedgerView) -> Section:
    control = view.situation.control
    title = f"Places in reports on {tell_area(view.claims)}, {tell_day(view.as_of)}"
    return {"map_svg": draw_map(view.claims, control, title), "map_places": list_places(view.claims, control)}


def _tell_timeline(told: Sequence[Event], as_of: dt.date, cited: Cited) -> Section:
    dated, undated = _split_dated(told)
    days = _days(dated, cited)
    first = add_days(as_of, -TIMELINE_DAYS).isoformat()
    return {
        "timeline": tuple(d for d in days if d.iso >= first),
        "earlier": tuple(d for d in days if d.iso < first),
        "undated": tuple(tell_event(e, cited) for e in undated),
    }


def _tell_sources(protected: ProtectedView, view: LedgerView, cited: Cited) -> Section:
    return {
        "footnotes": tuple(_footnote(f, cited) for f in view.claims),
        "sources": _source_lines(view),
        "kept_back": tuple((k.count, k.why) for k in protected.kept_back if k.left_out),
        "told_otherwise": tuple((k.count, k.why) for k in protected.kept_back if not k.left_out),
    }


def _put_in_order(view: LedgerView) -> LedgerView:
    """The same view with its claims and events by day, so that the order of reading does not show."""
    claims, events = tuple(sorted(view.claims, key=claim_order)), tuple(sorted(view.events, key=event_order))
    unread = tuple(sorted(view.unread, key=lambda u: (u.article_id, u.why)))
    return msgspec.structs.replace(view, claims=claims, events=events, unread=unread)


def tell_part(view: LedgerView) -> str | None:
    """What a report of one country alone rests on; None for one of all that was read."""
    if view.country is None or view.first is None:
        return None
    name = load_countries()[view.country].name if view.country in load_countries() else view.country
    since = f"claims published since {tell_day(view.first)} that name a place in it, and their events"
    return f"{name} alone: {since}; who holds a place of which none of these tells is as it was last told"


def tell_area(claims: Iterable[FiledClaim]) -> str:
    """The area that most claims tell of: up to three first-level divisions and their country."""
    places = [p for f in claims for p in f.claim.places if p.country]
    countries = Counter(p.country for p in places if p.country)
    if not countries:
        return "Area not told"
    home = min(countries, key=lambda c: (-countries[c], c))
    divisions = Counter(p.admin1 for p in places if p.country == home and p.admin1)
    most = sorted(divisions, key=lambda d: (-divisions[d], d))[:3]
    country = load_countries()[home].name if home in load_countries() else home
    return f"{country}: {', '.join(most)}" if most else country


def _is_new(event: Event, published: dict[str, dt.date | None], since: dt.date) -> bool:
    """Whether an event happened since a day; where its own day is not told, whether it was first reported since."""
    if event.time.basis == "told":
        return event.time.end is not None and event.time.end >= since
    days = [day for claim in event.claims if (day := published.get(claim))]
    return bool(days) and min(days) >= since


def _split_dated(events: Iterable[Event]) -> tuple[list[Event], list[Event]]:
    held = list(events)
    return [e for e in held if e.time.basis == "told" and e.time.end], [e for e in held if e.time.basis != "told" or not e.time.end]


def _days(events: Sequence[Event], cited: Cited) -> tuple[Day, ...]:
    """Events by the last of their days, newest first."""
    by_day: dict[dt.date, list[Event]] = {}
    for event in events:
        if event.time.end:
            by_day.setdefault(event.time.end, []).append(event)
    return tuple(
        Day(day=tell_day(day), iso=day.isoformat(), items=tuple(i for g in group_items(by_day[day], cited) for i in g.items))
        for day in sorted(by_day, reverse=True)
    )


def _control_order(state: ControlState) -> tuple[int, str, str]:
    """Places in dispute first, those of which nobody names a holder last."""
    return (CONTROL_ORDER.index(state.label), state.place, state.place_id or "")


def _order_harm(totals: Iterable[Total]) -> list[Total]:
    """The killed before the injured, each largest first."""
    return sorted(totals, key=lambda t: (t.measure != "killed", t.measure, t.counts is not None, -(t.high or t.low or 0), t.places))


def _footnote(filed: FiledClaim, cited: Cited) -> Footnote:
    claim, article = filed.claim, filed.article
    marks: list[str] = [claim.status] if claim.status in ("expected", "denied") else []
    marks += ["unconfirmed"] if claim.hedged else []
    marks += ["copy of another report"] if filed.copy_of else []
    marks += [f"{filed.review.label} by a person" if filed.review.label != "disputed" else "reviewers disagree"] if filed.review else []
    return Footnote(
        number=cited.numbers[claim.id],
        outlet=article.publisher or "Outlet not told",
        date=_tell_published(article),
        words=shorten_quoted(claim.evidence, QUOTED_CHARACTERS),
        quoted=claim.id not in cited.retold,
        source=claim.source.name if claim.source else "",
        claim_id=claim.id,
        url=article.url,
        marks=tuple(marks),
    )


def _source_lines(view: LedgerView) -> tuple[SourceLine, ...]:
    counts = Counter(f.article.digest for f in view.claims)
    return tuple(
        SourceLine(
            outlet=a.publisher or "Outlet not told",
            date=_tell_published(a),
            title=a.title,
            url=a.url,
            claims=counts[a.digest],
        )
        for a in sorted(view.articles, key=lambda a: (a.published or dt.date.max, a.publisher or "", a.digest))
    )
