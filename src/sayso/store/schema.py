"""The tables of the ledger."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

SCHEMA_VERSION = 3
"""Raised when the tables change: an older ledger is brought up to it when it is opened, a newer one is refused with what to do."""

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

UNREAD = Table(
    "unread",
    METADATA,
    Column("article_id", String, primary_key=True),
    Column("why", String, nullable=False),
    Column("handling", String, nullable=False, server_default="public"),
)

FORGOTTEN = Table(
    "forgotten",
    METADATA,
    Column("digest", String, primary_key=True),
    Column("what", String, nullable=False),
    Column("day", String, nullable=False),
    Column("why", String, nullable=False),
)
"""Keyed digests of names of persons and of articles that were erased and are not to come back."""

PRODUCTS = Table(
    "products",
    METADATA,
    Column("path", String, primary_key=True),
    Column("made", String, nullable=False),
    Column("audience", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("articles", String, nullable=False),
)
"""Reports and exports that were written from the ledger, with the digests of the articles that they rest on, one a line."""

COUNTED = Table(
    "counted",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("digest", String, ForeignKey("articles.digest"), nullable=False),
    Column("run_id", String, ForeignKey("runs.run_id"), nullable=False),
    Column("at", String, nullable=False),
)
"""Which reading of an article counted from which moment on (UTC, ISO 8601; empty where no moment was noted): the ledger's second clock."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry_id", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("entry", LargeBinary, nullable=False),
)
"""What people judged and noted; `entry` is the JSON of all of it. Rows are added and never changed, but to forget somebody."""

TRAIL = Table(
    "trail",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", String, nullable=False),
    Column("author", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("seal", String, nullable=False),
)
"""Who changed what and when; `seal` is the SHA-256 of the row and of the seal before it, so that a changed or missing row shows."""

UPGRADES: dict[int, tuple[str, ...]] = {
    1: ("ALTER TABLE unread ADD COLUMN handling VARCHAR NOT NULL DEFAULT 'public'",),
    2: (
        "CREATE TABLE counted (number INTEGER NOT NULL PRIMARY KEY, digest VARCHAR NOT NULL REFERENCES articles (digest),"
        " run_id VARCHAR NOT NULL REFERENCES runs (run_id), at VARCHAR NOT NULL)",
        "INSERT INTO counted (digest, run_id, at) SELECT digest, run_id, '' FROM current ORDER BY digest",
    ),
}
"""What brings the tables of a version to the next, before tables that are missing are made."""

Index("claims_by_id", CLAIMS.c.claim_id)
Index("runs_by_digest", RUNS.c.digest)
Index("counted_by_digest", COUNTED.c.digest)
