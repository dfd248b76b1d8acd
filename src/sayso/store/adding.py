"""A record kept in the ledger: its article, the reading, its claims, and from when on it counts."""

import hashlib
from typing import Literal

import msgspec
from sqlalchemy import Connection

from sayso.model.entries import TrailRow
from sayso.model.records import Record
from sayso.store.levels import strictest_of
from sayso.store.schema import ARTICLES, CLAIMS, COUNTED, CURRENT, RUNS, UNREAD
from sayso.store.statements import delete_by, insert_into, select_by
from sayso.store.to_file import queue_articles
from sayso.store.trail import MACHINE, note_trail

Added = Literal["new", "read again", "known", "not read", "forgotten"]
"""What became of a record: a new article; another reading of a known one; nothing new; nothing was read; it is not to come back."""

encode_record = msgspec.json.Encoder().encode
"""A record as it is stored."""



def run_id_of(record: Record) -> str:
    """A reading is one and the same when all that was read and all that read it are the same, whatever the input was called."""
    unnamed = msgspec.structs.replace(record, article_id="")
    return "r-" + hashlib.sha256(encode_record(unnamed)).hexdigest()[:16]


def add_record(connection: Connection, record: Record, at: str) -> Added:
    """Keep a record and let it count from a moment on; an input that was not read is noted with the reason."""
    connection.execute(delete_by(UNREAD.c.article_id), {"value": record.article_id})
    if record.outcome == "not_read":
        row = {"article_id": record.article_id, "why": record.why or "unknown", "handling": record.handling}
        connection.execute(insert_into(UNREAD), row)
        return "not read"
    record = _at_its_level(connection, record)
    known_article = add_article(connection, record)
    run_id = run_id_of(record)
    known_run = connection.execute(select_by(RUNS.c.run_id, RUNS.c.run_id), {"value": run_id}).first()
    if not known_run:
        add_run(connection, run_id, record)
    if connection.execute(select_by(CURRENT.c.digest, CURRENT.c.run_id), {"value": record.digest}).scalar() != run_id:
        connection.execute(delete_by(CURRENT.c.digest), {"value": record.digest})
        connection.execute(insert_into(CURRENT), {"digest": record.digest, "run_id": run_id})
        connection.execute(insert_into(COUNTED), {"digest": record.digest, "run_id": run_id, "at": at})
        queue_articles(connection, [record.digest])
        note_trail(connection, TrailRow(at, MACHINE, "read again" if known_article else "read", record.digest, run_id))
    return "known" if known_run else "read again" if known_article else "new"


def _at_its_level(connection: Connection, record: Record) -> Record:
    """The record at the strictest level that any reading of its article has: reading a page again never frees it."""
    stored = connection.execute(select_by(RUNS.c.digest, RUNS.c.record), {"value": record.digest}).scalars()
    return msgspec.structs.replace(record, handling=strictest_of(stored, record.handling))


def add_run(connection: Connection, run_id: str, record: Record) -> None:
    """Keep a reading with its claims."""
    row = {"run_id": run_id, "digest": record.digest, "reader": record.read_by.reader, "record": encode_record(record)}
    connection.execute(insert_into(RUNS), row)
    if record.claims:
        connection.execute(insert_into(CLAIMS), [{"run_id": run_id, "claim_id": c.id, "event": c.event} for c in record.claims])


def add_article(connection: Connection, record: Record) -> bool:
    """Keep what is told of an article itself; whether it was there before."""
    if connection.execute(select_by(ARTICLES.c.digest, ARTICLES.c.digest), {"value": record.digest}).first():
        return True
    day = record.published.day
    row = {"digest": record.digest, "article_id": record.article_id, "publisher": record.publisher, "published": day and day.isoformat()}
    connection.execute(insert_into(ARTICLES), row)
    return False
