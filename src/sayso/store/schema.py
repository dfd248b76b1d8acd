"""The tables of the ledger."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

SCHEMA_VERSION = 1
"""Raised when the tables change; a ledger of another version is refused with what to do."""

METADATA = MetaData()

ABOUT = Table("about", METADATA, Column("key", String, primary_key=True), Column("value", String, nullable=False))

ARTICLES = Table(
    "articles",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("article_id", String, nullable=False),
    Column("publisher", String),
    Column("published", String),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("run_id", String, nullable=False, unique=True),
    Column("digest", String, ForeignKey("articles.digest"), nullable=False),
    Column("reader", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""One row a reading of an article; `record` is the JSON of the whole record."""

CURRENT = Table(
    "current",
    METADATA,
    Column("digest", String, ForeignKey("articles.digest"), primary_key=True),
    Column("run_id", String, ForeignKey("runs.run_id"), nullable=False),
)
"""The reading of an article that counts: the one asked for last."""

CLAIMS = Table(
    "claims",
    METADATA,
    Column("run_id", String, ForeignKey("runs.run_id"), primary_key=True),
    Column("claim_id", String, primary_key=True),
    Column("event", String, nullable=False),
)
"""An index from a claim's id to the readings that hold it."""

UNREAD = Table("unread", METADATA, Column("article_id", String, primary_key=True), Column("why", String, nullable=False))

Index("claims_by_id", CLAIMS.c.claim_id)
Index("runs_by_digest", RUNS.c.digest)
