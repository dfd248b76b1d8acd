"""What people entered, inputs that were not read, products and the trail, as they come from another ledger."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import cast

import msgspec
from sqlalchemy import Connection, delete, insert, select

from sayso.model.entries import Entry, TrailRow
from sayso.model.vocabulary import Handling, stricter
from sayso.store.entries import insert_entry, is_entry, is_gone, load_entries, load_seals
from sayso.store.forgetting import claims_by_article, keep_product, load_products
from sayso.store.merged_readings import Count
from sayso.store.schema import ARTICLES, UNREAD
from sayso.store.striking import Sieve
from sayso.store.trail import load_trail, mark_origin, note_trail, split_origin, strike_row


def bring_entries(ours: Connection, theirs: Connection, sieve: Sieve) -> Count:
    """Add what people entered into the other ledger alone."""
    held = set(load_seals(ours))
    came, known, kept_out = 0, 0, 0
    for entry, kept in _sift_entries(theirs, sieve):
        if kept is None:
            kept_out += 1
        elif entry.entry_id in held:
            known += 1
        else:
            insert_entry(ours, kept)
            held.add(entry.entry_id)
            came += 1
    return Count(came, known, kept_out)


def _sift_entries(theirs: Connection, sieve: Sieve) -> Iterator[tuple[Entry, Entry | None]]:
    """Every entry of the other ledger, and as it may be kept; None where it is on what is to be forgotten."""
    gone = {c for digest, claims in claims_by_article(theirs).items() if sieve.holds_article(digest) for c in claims}
    touched: dict[str, None] = {}
    for entry in load_entries(theirs):
        kept = None if is_gone(entry, gone, touched) else sieve.entry_without_articles(entry)
        if kept is None:
            touched[entry.entry_id] = None
        yield entry, kept


def bring_unread(ours: Connection, theirs: Connection, sieve: Sieve) -> Count:
    """Join the notes of inputs that were not read; a note goes where the ledger that does not have it has read the input."""
    mine, others = _unread_of(ours), _unread_of(theirs)
    named = {name for name, (why, _) in others.items() if sieve.names_somebody(name) or sieve.names_somebody(why)}
    others = {name: note for name, note in others.items() if name not in named}
    read = {name for name in mine if name not in others and _has_read(theirs, name, sieve)}
    read |= {name for name in others if name not in mine and _has_read(ours, name, sieve)}
    joined = {name: _join_notes(mine.get(name), others.get(name)) for name in {*mine, *others} - read}
    for name in sorted({*mine} - {*joined} | {n for n in joined if n in mine and joined[n] != mine[n]}):
        ours.execute(delete(UNREAD).where(UNREAD.c.article_id == name))
    for name, (why, handling) in sorted(joined.items()):
        if mine.get(name) != (why, handling):
            ours.execute(insert(UNREAD).values(article_id=name, why=why, handling=handling))
    came = len(joined.keys() - mine.keys())
    return Count(came, len(others) - came, len(named))


def _unread_of(connection: Connection) -> dict[str, tuple[str, Handling]]:
    rows = connection.execute(select(UNREAD.c.article_id, UNREAD.c.why, UNREAD.c.handling))
    return {row.article_id: (row.why, cast(Handling, row.handling)) for row in rows}


def _has_read(connection: Connection, article_id: str, sieve: Sieve) -> bool:
    """Whether a ledger holds an article under this id that is not to be forgotten."""
    digests = connection.execute(select(ARTICLES.c.digest).where(ARTICLES.c.article_id == article_id)).scalars()
    return any(not sieve.holds_article(digest) for digest in digests)


def _join_notes(one: tuple[str, Handling] | None, other: tuple[str, Handling] | None) -> tuple[str, Handling]:
    """One note of two on the same input, at the stricter level."""
    if one is None or other is None:
        return one or other or ("", "public")
    return min(one[0], other[0]), stricter(one[1], other[1])


def bring_products(ours: Connection, theirs: Connection, sieve: Sieve) -> Count:
    """Note what was written from the other ledger; another file of the same name is told apart by the moment of its making."""
    held = load_products(ours)
    paths, known = {p.path for p in held}, {(p.sha256, p.made) for p in held}
    came = 0
    for product in load_products(theirs):
        if (product.sha256, product.made) not in known:
            came += 1
            path = f"struck {product.sha256}" if sieve.names_somebody(product.path) else product.path
            path = f"{path} (made {product.made})" if path in paths else path
            keep_product(ours, msgspec.structs.replace(product, path=path))
    return Count(came, len(load_products(theirs)) - came, 0)


def bring_trail(ours: Connection, theirs: Connection, sieve: Sieve, name: str) -> Count:
    """Add the other ledger's trail to ours, each row with where it comes from, sealed onto our own rows.

    Rows on entries seal them as ours holds them; an entry that came without a row gets one.
    """
    known = Counter(split_origin(row)[0] for row in load_trail(ours))
    seals, rows = load_seals(ours), load_trail(theirs)
    came = 0
    for row in rows:
        told = {row.subject: seals.get(row.subject)} if is_entry(row.subject) else sieve.detail_of(row.subject)
        plain, origin = split_origin(strike_row(row, told, sieve.names_somebody))
        if known[plain] > 0:
            known[plain] -= 1
            continue
        note_trail(ours, mark_origin(plain, origin or name))
        came += 1
    return Count(came + _seal_untold(ours, load_seals(theirs).keys(), name), len(rows) - came, 0)


def _seal_untold(ours: Connection, brought: Collection[str], name: str) -> int:
    """Write down entries of which the other ledger's trail did not tell; how many there were."""
    told = {row.subject for row in load_trail(ours)}
    untold = [entry for entry in load_entries(ours) if entry.entry_id in brought and entry.entry_id not in told]
    seals = load_seals(ours) if untold else {}
    for entry in untold:
        note_trail(ours, mark_origin(TrailRow(entry.at, entry.author, entry.kind, entry.entry_id, seals[entry.entry_id]), name))
    return len(untold)
