"""Rows of the ledger for tables, JSON Lines and CSV: one dict a claim, event, place under control, figure or place."""

from typing import Any, TypeAlias

import msgspec

from sayso.model.claims import Claim, ClaimFigure, ClaimPlace, Source
from sayso.model.events import Event, FiledClaim
from sayso.model.situation import ControlState, Total
from sayso.model.views import LedgerView
from sayso.outputs.protection import ProtectedView
from sayso.outputs.wording import tell_figure, tell_place

Row: TypeAlias = dict[str, Any]
"""Field names to values that JSON knows; the fields of RECORD.md first, in its order, then a few more."""

CONTROL_FIELDS = ("place", "as_of", "label", "accounts", "place_id", "lat", "lon", "why")
FIGURE_FIELDS = ("measure", "kind", "population", "period", "places", "low", "high", "method", "claims", "left_out")
FIGURE_EXTRAS = ("sources", "unit", "counts", "origins", "destinations", "event_id")
EVENT_FIELDS = ("event_id", "event", "places", "time", "claims", "accounts", "contradictions", "updates", "why")
CLAIM_FIELDS = (
    "claim_id", "event", "sub_event", "status", "denies", "hedged", "start", "end", "date_precision", "place", "place_id", "country",
    "admin1", "lat", "lon", "radius_km", "geo_precision", "agent", "target", "affected", "transition", "holder", "extent", "figures",
    "measure", "low", "high", "unit", "kind", "population", "source", "source_kind", "source_detail", "source_party",
    "party_to_it", "claimant", "outlet", "published", "title", "url", "evidence", "article_id", "copy_of", "score",
    "review",
)  # fmt: skip
"""The fields of a claim's row, in the order of print."""


def control_rows(view: LedgerView) -> list[Row]:
    """Who holds each place by every account on the view's day, by name of the place."""
    return [_pick(state, CONTROL_FIELDS) for state in sorted(view.situation.control, key=_control_order)]


def figure_rows(view: LedgerView) -> list[Row]:
    """Every total with its method, the claims that it rests on, and those it leaves out with the reason."""
    situation = view.situation
    totals = (*situation.displacement, *situation.casualties, *situation.other_totals)
    return [_pick(total, FIGURE_FIELDS + FIGURE_EXTRAS) for total in totals]


def event_rows(view: LedgerView) -> list[Row]:
    """Every event with its claims, the accounts of it and where they contradict, in the order of their days."""
    return [_pick(event, EVENT_FIELDS) for event in sorted(view.events, key=event_order)]


def claim_rows(view: LedgerView) -> list[Row]:
    """Every claim as one flat row of words and numbers, in the order of their days; empty text where nothing is told."""
    return [claim_row(filed) for filed in sorted(view.claims, key=claim_order)]


def place_rows(view: LedgerView) -> list[Row]:
    """Every place that claims name, with the spellings in the texts, how it resolved, and how many claims name it."""
    groups: dict[tuple[str, str], list[tuple[str, ClaimPlace]]] = {}
    for filed in view.claims:
        for place in filed.claim.places:
            groups.setdefault((place.place_id or "", place.name or place.text), []).append((filed.claim.id, place))
    return [_place_row(groups[key]) for key in sorted(groups, key=lambda k: (k[1], k[0]))]


def claim_row(filed: FiledClaim) -> Row:
    """One claim: what, where, when, how many, on whose say-so, in which words, how sure, read where."""
    claim, article = filed.claim, filed.article
    where = claim.places[0] if claim.places else None
    return {
        "claim_id": claim.id,
        "event": claim.event,
        "sub_event": claim.acled_sub_event or "",
        "status": claim.status,
        "denies": claim.denies or "",
        "hedged": claim.hedged,
        "start": claim.time.start.isoformat() if claim.time else "",
        "end": claim.time.end.isoformat() if claim.time else "",
        "date_precision": claim.time.precision if claim.time else None,
        "place": "; ".join(tell_place(p) for p in claim.places),
        "place_id": "; ".join(p.place_id or "" for p in claim.places),
        "country": (where.country or "") if where else "",
        "admin1": (where.admin1 or "") if where else "",
        "lat": where.lat if where else None,
        "lon": where.lon if where else None,
        "radius_km": where.radius_km if where else None,
        "geo_precision": where.geo_precision if where else None,
        **_party_cells(claim),
        "figures": "; ".join(tell_figure(f) for f in claim.figures),
        **_figure_cells(claim.figures),
        **_source_cells(claim.source),
        "claimant": filed.claimant,
        "outlet": article.publisher or "",
        "published": article.published.isoformat() if article.published else "",
        "title": article.title or "",
        "url": article.url or "",
        "evidence": claim.evidence,
        "article_id": article.article_id,
        "copy_of": filed.copy_of or "",
        "score": claim.score,
        "review": filed.review.label if filed.review else "",
    }


def published_claim_row(filed: FiledClaim, protected: ProtectedView) -> Row:
    """A claim's row with whether its words are the report's own, and that nobody has checked them."""
    told = "other words" if filed.claim.id in protected.retold else "quotation"
    review = f"{filed.review.label} by a person" if filed.review else protected.unreviewed
    return claim_row(filed) | {"evidence_is": told, "review": review}


def claim_order(filed: FiledClaim) -> tuple[str, str, str]:
    """Claims stand by their own day, else the day of publication, then by class and id."""
    day = filed.claim.time.start if filed.claim.time else filed.article.published
    return (day.isoformat() if day else "", filed.claim.event, filed.claim.id)


def event_order(event: Event) -> tuple[str, str, str]:
    """Events stand by their first day, then by class and id."""
    day = event.time.start or event.time.end
    return (day.isoformat() if day else "", event.event, event.event_id)


def _source_cells(source: Source | None) -> Row:
    stake = source.interested if source else None
    return {
        "source": source.name if source else "",
        "source_kind": source.kind if source else "",
        "source_detail": (source.detail if source else None) or "",
        "source_party": (source.party if source else None) or "",
        "party_to_it": "" if stake is None else stake,
    }


def _party_cells(claim: Claim) -> Row:
    cells: Row = {role: "; ".join(a.name for a in claim.actors if a.role == role) for role in ("agent", "target", "affected")}
    control = claim.control
    return cells | {
        "transition": control.transition if control else "",
        "holder": (control.holder or "") if control else "",
        "extent": control.extent if control else "",
    }


def _figure_cells(figures: tuple[ClaimFigure, ...]) -> Row:
    """Bounds of the first figure; those that a convention made of words ("dozens") stay empty, for they are no reported number."""
    first = figures[0] if figures else None
    told = first if first and not first.assumed else None
    return {
        "measure": first.measure if first else "",
        "low": told.low if told else None,
        "high": told.high if told else None,
        "unit": first.unit if first else "",
        "kind": (first.kind or "") if first else "",
        "population": first.population if first else "",
    }


def _place_row(named: list[tuple[str, ClaimPlace]]) -> Row:
    best = min(named, key=lambda n: (-n[1].score, n[1].geo_precision or 9, n[0], n[1].start))[1]
    return {
        "place": best.name or best.text,
        "place_id": best.place_id,
        "country": best.country,
        "admin1": best.admin1,
        "lat": best.lat,
        "lon": best.lon,
        "geo_precision": best.geo_precision,
        "where_prec": best.where_prec,
        "spellings": sorted({p.text for _, p in named}),
        "relations": sorted({p.relation for _, p in named if p.relation}),
        "claims": sorted({claim_id for claim_id, _ in named}),
        "score": best.score,
        "why": best.why,
    }


def _pick(thing: ControlState | Total | Event, fields: tuple[str, ...]) -> Row:
    plain = msgspec.to_builtins(thing)
    return {field: plain[field] for field in fields}


def _control_order(state: ControlState) -> tuple[str, str]:
    return (state.place, state.place_id or "")
