"""Reviewed claims as labels for training: offsets and terms, without a word of the text."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

import msgspec

from sayso.model.claims import Claim, ClaimFigure, ClaimPlace
from sayso.model.events import FiledClaim
from sayso.outputs.protection import ProtectedView

_TRIGGER = re.compile(r'trigger [^:]*: "(.*)"', re.DOTALL)
_LEARNED = ("accepted", "corrected", "added")

Label = dict[str, Any]


def write_labels(protected: ProtectedView) -> str:
    """A line an article: what people accepted, corrected or added (`claims`) and what they rejected (`rejected`).

    As `training/gold.py` reads it. Nothing else of the article was looked at, so that the rest is no counter-example. For the public,
    claims that protection tells in other words are left out, and so are rejected ones.
    """
    shown = [f for f in (*protected.view.claims, *protected.view.rejected) if f.review and f.claim.id not in protected.retold]
    by_article = groupby(sorted(shown, key=lambda f: (f.article.digest, f.claim.start, f.claim.id)), key=lambda f: f.article)
    rows = (_article(article.article_id, article.digest, list(filed)) for article, filed in by_article)
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows if row["claims"] or row["rejected"])


def _article(article_id: str, digest: str, filed: Iterable[FiledClaim]) -> Label:
    told: dict[str, list[Claim]] = {"claims": [], "rejected": []}
    for one in filed:
        label = one.review.label if one.review else ""
        if label in (*_LEARNED, "rejected"):
            told["rejected" if label == "rejected" else "claims"].append(one.claim)
    rejected = [{"start": c.start, "end": c.end, "event": c.event} for c in told["rejected"]]
    return {"article_id": article_id, "digest": digest, "claims": [label_claim(c) for c in told["claims"]], "rejected": rejected}


def label_claim(claim: Claim) -> Label:
    """A claim in the form of `training/labels`; `open` names the slots that people put without words of the text, `trigger` may be null."""
    return {
        "id": claim.id, "start": claim.start, "end": claim.end, "event": claim.event, "status": claim.status, "hedged": claim.hedged,
        "trigger": find_trigger(claim),
        "places": [_place(p) for p in claim.places if not _by_hand(claim, (p.start, p.end))],
        "time": None if claim.time is None or _by_hand(claim, claim.time.span) else {
            "start": claim.time.start, "end": claim.time.end, "at": claim.time.span,
        },
        "actors": [{"role": a.role, "at": a.span} for a in claim.actors if not _by_hand(claim, a.span)],
        "figures": [_figure(f) for f in claim.figures if not _by_hand(claim, f.span)],
        "source": None if claim.source is None or _by_hand(claim, claim.source.span) else {
            "kind": claim.source.kind, "at": claim.source.span,
        },
        "open": sorted(set(_open_slots(claim))),
    }  # fmt: skip


def find_trigger(claim: Claim) -> tuple[int, int] | None:
    """Where the word stands that tells of the event, by the reader's own reasons; None for a claim made by hand."""
    told = (found[1] for why in claim.why if (found := _TRIGGER.fullmatch(why)))
    at = next(((words, start) for words in told if (start := claim.evidence.find(words)) >= 0), None)
    return (claim.start + at[1], claim.start + at[1] + len(at[0])) if at else None


def _open_slots(claim: Claim) -> Iterable[str]:
    told = [("place", (p.start, p.end)) for p in claim.places] + [(str(a.role), a.span) for a in claim.actors]
    told += [("figure", f.span) for f in claim.figures]
    told += [(name, slot.span) for name, slot in (("time", claim.time), ("source", claim.source)) if slot]
    return (role for role, span in told if _by_hand(claim, span))


def _by_hand(claim: Claim, span: tuple[int, int]) -> bool:
    """Whether a slot stands on all words of the claim, as one does that a person put and whose words are not known."""
    return span == (claim.start, claim.end)


def _place(place: ClaimPlace) -> Label:
    fields = ("start", "end", "relation", "name", "country", "lat", "lon")
    return {field: getattr(place, field) for field in fields}


def _figure(figure: ClaimFigure) -> Label:
    fields = ("measure", "low", "high", "unit", "kind")
    return {field: getattr(figure, field) for field in fields} | {"at": figure.span}
