"""Pairs of claims that people hold together or apart, found again among the claims that count."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sayso.model.claims import Claim
from sayso.model.entries import ClaimRef, Entry, Merge, Pairings, Split, pair_ids
from sayso.reviews.found_again import find_again


def pair_claims(entries: Iterable[Entry], claims: Mapping[str, Sequence[Claim]]) -> Pairings:
    """What standing merges and splits say of pairs of claims, by id; `claims` are those that count, by article.

    Of several entries on one pair the last one counts.
    """
    together: dict[tuple[str, str], Entry] = {}
    apart: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        if isinstance(entry.act, Merge):
            ids = _find_all(entry.act.claims, claims)
            for pair in combinations(ids, 2):
                together[pair] = entry
                apart.pop(pair, None)
        elif isinstance(entry.act, Split):
            ones, others = _find_all(entry.act.claims, claims), _find_all(entry.act.others, claims)
            for pair in {pair_ids(a, b) for a in ones for b in others if a != b}:
                apart[pair] = entry
                together.pop(pair, None)
    return Pairings(together, apart)


def _find_all(refs: Sequence[ClaimRef], claims: Mapping[str, Sequence[Claim]]) -> list[str]:
    found = (find_again(r.claim_id, r.event, r.start, r.end, claims.get(r.digest, ())) for r in refs)
    return sorted({claim.id for claim in found if claim})
