"""Stamps by which it shows whether an article counts as it did: its header, its claims as people leave them, what they hold together."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.model.claims import Claim
from sayso.model.entries import Entry, Merge, Split
from sayso.model.events import ArticleHeader

_ENCODE = msgspec.json.Encoder().encode


def name_pairs(standing: Iterable[Entry]) -> dict[str, tuple[str, ...]]:
    """Ids of the entries that hold claims of an article together or apart with others, by its digest."""
    found: dict[str, list[str]] = {}
    for entry in standing:
        act = entry.act
        refs = act.claims if isinstance(act, Merge) else (*act.claims, *act.others) if isinstance(act, Split) else ()
        for digest in sorted({r.digest for r in refs}):
            found.setdefault(digest, []).append(entry.entry_id)
    return {digest: tuple(ids) for digest, ids in found.items()}


def stamp_article(header: ArticleHeader, claims: Sequence[Claim], pairs: Sequence[str]) -> str:
    """What tells whether an article is as it was filed: a digest of its header, its claims as they count, and the entries on pairs."""
    return hashlib.sha256(_ENCODE((header, claims, pairs))).hexdigest()


def stamp_claims(filed: Mapping[str, Sequence[Claim]], headers: Iterable[ArticleHeader], standing: Iterable[Entry]) -> dict[str, str]:
    """The stamps of articles as a view has them, by digest; `filed` are their claims that count."""
    pairs = name_pairs(standing)
    return {h.digest: stamp_article(h, filed.get(h.digest, ()), pairs.get(h.digest, ())) for h in headers}
