"""What of an article repeats another one, and whose copies another article turns out to be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from sayso.filing.keys import run_keys
from sayso.filing.known import Known, ordinal_of
from sayso.ledger.copies import COPY_DAYS, find_repeats, spell_claim
from sayso.model.events import FiledClaim
from sayso.store.filed import RUN_KEYS, Shelf


class Repeat(NamedTuple):
    """A claim of an article and one of another (by number), of which the later repeats the earlier, and how alike they are."""

    own: str
    other: int
    own_is_later: bool
    likeness: float


def find_repeated(shelf: Shelf, known: Known, filed: Sequence[FiledClaim]) -> list[Repeat]:
    """Claims of this article and of others, one of which repeats the other."""
    if not filed:
        return []
    day = ordinal_of(filed[0].article.published)
    keys = {f.claim.id: run_keys(f) for f in filed}
    wanted = {key for held in keys.values() for key in held}
    first, last = (day - COPY_DAYS, day + COPY_DAYS) if day else (None, None)
    holding: defaultdict[int, list[int]] = defaultdict(list)
    for key, number, _ in shelf.find(RUN_KEYS, wanted, first, last):
        holding[key].append(number)
    spelled = known.sentences(shelf, {n for held in holding.values() for n in held})
    numbers = {s.filed.claim.id: n for n, s in spelled.items()}
    pairs = []
    for claim in filed:
        own = spell_claim(claim)
        for n in sorted({n for key in keys[claim.claim.id] for n in holding[key]}):
            other = spelled[n]
            pairs.append((other, own) if other.filed.filing_order < claim.filing_order else (own, other))
    found_pairs = []
    for earlier, later, likeness in find_repeats(pairs):
        own_is_later = later.filed.claim.id in keys
        own, other = (later, earlier) if own_is_later else (earlier, later)
        found_pairs.append(Repeat(own.filed.claim.id, numbers[other.filed.claim.id], own_is_later, likeness))
    return found_pairs


def name_copies(
    shelf: Shelf, known: Known, filed: Sequence[FiledClaim], repeats: Iterable[Repeat]
) -> tuple[FiledClaim, ...]:
    """The claims of an article, each copy with the id of its original; what a copy is a copy of is known of earlier articles."""
    earlier: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for own, other, own_is_later, likeness in repeats:
        if own_is_later:
            earlier[own].append((other, likeness))
    rows = {row.number: row for row in shelf.claims({n for held in earlier.values() for n, _ in held})}
    orders = {n: p.filed.filing_order for n, p in known.profiles(shelf, rows).items()}
    named = []
    for claim in filed:
        of = earlier.get(claim.claim.id)
        best = min(of, key=lambda pair: (-pair[1], orders[pair[0]])) if of else None
        copy = (rows[best[0]].copy_of or rows[best[0]].claim_id) if best else None
        named.append(msgspec.structs.replace(claim, copy_of=copy))
    return tuple(named)


def number_repeats(repeats: Iterable[Repeat], at: Mapping[str, int]) -> list[tuple[int, int, float]]:
    """The later claim, the earlier one, and how alike they are, by the numbers of the article's claims."""
    return [(at[own], other, x) if own_is_later else (other, at[own], x) for own, other, own_is_later, x in repeats]


def queue_copies(shelf: Shelf, known: Known, numbers: Iterable[int]) -> None:
    """Later articles of which a claim turns out to copy another one than was thought are to be filed again."""
    own = set(numbers)
    later = sorted({a for a, b, _ in shelf.copies(own) if b in own})
    if not later:
        return
    pairs = [pair for pair in shelf.copies(later) if pair[0] in set(later)]
    rows = {row.number: row for row in shelf.claims({n for a, b, _ in pairs for n in (a, b)})}
    orders = {n: p.filed.filing_order for n, p in known.profiles(shelf, rows).items()}
    changed = set()
    for number in later:
        best = min((pair for pair in pairs if pair[0] == number), key=lambda pair: (-pair[2], orders[pair[1]]))
        if rows[number].copy_of != (rows[best[1]].copy_of or rows[best[1]].claim_id):
            changed.add(rows[number].article)
    shelf.file_again(changed)


def articles_copying(shelf: Shelf, numbers: Iterable[int]) -> set[int]:
    """The articles, by number, of which a claim repeats one of these."""
    own = set(numbers)
    return {row.article for row in shelf.claims({a for a, b, _ in shelf.copies(own) if b in own} - own)}
