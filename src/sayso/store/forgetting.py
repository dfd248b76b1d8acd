"""What is erased from a ledger stays erased: readings rewritten or removed, digests kept, products listed."""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from sayso.model.forgotten import Erased, Forgotten, Product, digest_with
from sayso.model.records import Record
from sayso.store.entries import EraseEntry
from sayso.store.schema import ABOUT, ARTICLES, CLAIMS, COUNTED, CURRENT, FORGOTTEN, PRODUCTS, RUNS, UNREAD

KEY = "key of what is forgotten"
"""Under this word the ledger's own key is kept; keys that came with other ledgers have it as their beginning."""

Erase = Callable[[Record], Record | None]
"""A record as it may be kept: the same one, a changed one, or None where all of its article is to go."""


class Eraser(NamedTuple):
    """What leaves a record and an entry without those who are to be forgotten, and what tells whether words name one of them."""

    record: Erase
    entry: EraseEntry
    names_somebody: Callable[[str], bool]


_KEYS = select(ABOUT.c.value).where(ABOUT.c.key.startswith(KEY))
_FORGOTTEN = select(FORGOTTEN.c.what, FORGOTTEN.c.digest)


def load_forgotten(connection: Connection) -> Forgotten:
    """What the ledger was told to forget; without a key as long as that is nothing."""
    keys = connection.execute(_KEYS).scalars()
    rows = connection.execute(_FORGOTTEN).all()
    digests = {what: frozenset(digest for w, digest in rows if w == what) for what in ("person", "article")}
    return Forgotten(keys=tuple(sorted(map(bytes.fromhex, keys))), persons=digests["person"], articles=digests["article"])


def keep_digests(connection: Connection, what: str, words: Iterable[tuple[str, ...]], day: str, why: str) -> None:
    """Keep a keyed digest of each of these, so that it is known when it comes again."""
    known = load_forgotten(connection)
    if not known.keys:
        connection.execute(insert(ABOUT).values(key=KEY, value=secrets.token_hex(32)))
        known = load_forgotten(connection)
    held = known.persons | known.articles
    new = [one for one in words if not any(digest_with(key, one) in held for key in known.keys)]
    for digest in sorted({digest_with(known.keys[0], one) for one in new}):
        connection.execute(insert(FORGOTTEN).values(digest=digest, what=what, day=day, why=why))


def claims_by_article(connection: Connection) -> dict[str, set[str]]:
    """Ids of all claims that were read, by the digest of their article."""
    found: dict[str, set[str]] = {}
    for digest, claim_id in connection.execute(select(RUNS.c.digest, CLAIMS.c.claim_id).join(CLAIMS, CLAIMS.c.run_id == RUNS.c.run_id)):
        found.setdefault(digest, set()).add(claim_id)
    return found


def take_over_forgotten(connection: Connection, theirs: Connection) -> int:
    """Keep what another ledger was told to forget, with its keys beside ours; how many digests came."""
    known = load_forgotten(connection)
    for key in load_forgotten(theirs).keys:
        if key not in known.keys:
            connection.execute(insert(ABOUT).values(key=f"{KEY} {hashlib.sha256(key).hexdigest()[:16]}", value=key.hex()))
    rows = theirs.execute(select(FORGOTTEN).order_by(FORGOTTEN.c.digest)).mappings()
    come = [dict(row) for row in rows if row["digest"] not in known.persons | known.articles]
    if come:
        connection.execute(insert(FORGOTTEN), come)
    return len(come)


def erase_readings(
    connection: Connection,
    erase: Erase,
    decode: Callable[[bytes], Record],
    encode: Callable[[Record], bytes],
    name: Callable[[Record], str],
) -> Erased:
    """Every reading as `erase` leaves it; an article of which it leaves nothing is removed with all its readings."""
    changed, removed = set(), set()
    for run_id, digest, stored in connection.execute(select(RUNS.c.run_id, RUNS.c.digest, RUNS.c.record)).all():
        record = decode(stored)
        kept = erase(record)
        if kept is None:
            removed.add(digest)
        elif kept is not record and kept != record:
            changed.add(digest)
            _rewrite(connection, run_id, kept, encode(kept), name(kept))
    for digest in sorted(removed):
        _remove(connection, digest)
    return Erased(
        changed=tuple(sorted(changed - removed)), removed=tuple(sorted(removed)), products=_resting_on(connection, changed | removed)
    )


def erase_unread(connection: Connection, names_somebody: Callable[[str], bool]) -> int:
    """Remove notes of unread inputs whose name or reason names somebody who is to be forgotten; how many there were."""
    rows = connection.execute(select(UNREAD.c.article_id, UNREAD.c.why)).all()
    gone = [article_id for article_id, why in rows if names_somebody(article_id) or names_somebody(why)]
    for article_id in gone:
        connection.execute(delete(UNREAD).where(UNREAD.c.article_id == article_id))
    return len(gone)


def erase_traces(connection: Connection, names_somebody: Callable[[str], bool]) -> None:
    """Strike out what names somebody in earlier reasons for forgetting and in the paths of products; to be listed before."""
    for digest, why in connection.execute(select(FORGOTTEN.c.digest, FORGOTTEN.c.why)).all():
        if names_somebody(why):
            connection.execute(update(FORGOTTEN).where(FORGOTTEN.c.digest == digest).values(why="struck"))
    for path, sha256 in connection.execute(select(PRODUCTS.c.path, PRODUCTS.c.sha256)).all():
        if names_somebody(path):
            connection.execute(update(PRODUCTS).where(PRODUCTS.c.path == path).values(path=f"struck {sha256}"))


def load_products(connection: Connection) -> tuple[Product, ...]:
    """Reports and exports that were written from the ledger, in the order of their paths."""
    rows = connection.execute(select(PRODUCTS).order_by(PRODUCTS.c.path)).mappings()
    return tuple(msgspec.convert({str(k): v for k, v in row.items()} | {"articles": row["articles"].split()}, Product) for row in rows)


def keep_product(connection: Connection, product: Product) -> None:
    """Note a product; one that was written to the same file before is replaced, as it was there."""
    connection.execute(delete(PRODUCTS).where(PRODUCTS.c.path == product.path))
    connection.execute(insert(PRODUCTS).values(msgspec.structs.asdict(product) | {"articles": "\n".join(product.articles)}))


def _resting_on(connection: Connection, digests: set[str]) -> tuple[Product, ...]:
    return tuple(p for p in load_products(connection) if digests & set(p.articles))


def _rewrite(connection: Connection, run_id: str, record: Record, stored: bytes, new_id: str) -> None:
    """Put a struck reading in the place of the old one, under the id that reading the page again would give it."""
    row = connection.execute(select(RUNS.c.number, RUNS.c.digest, RUNS.c.reader).where(RUNS.c.run_id == run_id)).one()
    claims = connection.execute(select(CLAIMS.c.claim_id, CLAIMS.c.event).where(CLAIMS.c.run_id == run_id)).all()
    current = connection.execute(select(CURRENT.c.run_id).where(CURRENT.c.digest == row.digest)).scalar()
    counted = connection.execute(select(COUNTED).where(COUNTED.c.run_id == run_id)).mappings().all()
    for table in (CURRENT, COUNTED, CLAIMS, RUNS):
        connection.execute(delete(table).where(table.c.run_id == run_id))
    if not connection.execute(select(RUNS.c.number).where(RUNS.c.run_id == new_id)).first():
        values = {"number": row.number, "run_id": new_id, "digest": row.digest, "reader": row.reader, "record": stored}
        connection.execute(insert(RUNS).values(values))
        if claims:
            connection.execute(insert(CLAIMS), [{"run_id": new_id, "claim_id": c.claim_id, "event": c.event} for c in claims])
    if counted:
        connection.execute(insert(COUNTED), [dict(one) | {"run_id": new_id} for one in counted])
    if current == run_id:
        connection.execute(insert(CURRENT).values(digest=row.digest, run_id=new_id))
    values = {"article_id": record.article_id, "publisher": record.publisher}
    connection.execute(update(ARTICLES).where(ARTICLES.c.digest == row.digest).values(values))


def _remove(connection: Connection, digest: str) -> None:
    runs = select(RUNS.c.run_id).where(RUNS.c.digest == digest)
    for table in (CURRENT, COUNTED):
        connection.execute(delete(table).where(table.c.digest == digest))
    connection.execute(delete(CLAIMS).where(CLAIMS.c.run_id.in_(runs)))
    for table in (RUNS, ARTICLES):
        connection.execute(delete(table).where(table.c.digest == digest))
