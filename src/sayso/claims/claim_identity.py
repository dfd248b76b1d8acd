"""The id of a claim: the same for the same words of the same page, whoever reads them and when."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from sayso.model.claims import Claim

_LENGTH = 16


def make_claim_id(digest: str, start: int, end: int, event: str, ordinal: int) -> str:
    """Name a claim by its article's digest, its span and class, and its place among claims that share these.

    >>> make_claim_id("d", 0, 10, "strike", 0) == make_claim_id("d", 0, 10, "strike", 1)
    False
    """
    said = "\n".join((digest, str(start), str(end), event, str(ordinal)))
    return "c-" + hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]


def number_claims(digest: str, claims: Iterable[Claim]) -> Iterable[tuple[str, Claim]]:
    """Pair claims with their ids, in the order given."""
    seen: Counter[tuple[int, int, str]] = Counter()
    for claim in claims:
        key = (claim.start, claim.end, claim.event)
        yield make_claim_id(digest, *key, seen[key]), claim
        seen[key] += 1
