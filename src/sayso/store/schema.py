"""The tables of the ledger."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table

from sayso.store.words import Words

SCHEMA_VERSION = 6
"""Raised when the tables change, with a script of the same number in `migrations/`: an older ledger is brought up to it when it is opened,
a newer one is refused with what to do."""

METADATA = MetaData()

ABOUT = Table("about", METADATA, Column("key", Words, primary_key=True), Column("value", Words, nullable=False))

ARTICLES = Table(
    "articles",
    METADATA,
    Column("digest", Words, primary_key=True),
    Column("article_id", Words, nullable=False),
    Column("publisher", Words),
    Column("published", Words),
)

RUNS = Table(
    "runs",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("run_id", Words, nullable=False, unique=True),
    Column("digest", Words, ForeignKey("articles.digest"), nullable=False),
    Column("reader", Words, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
"""One row a reading of an article; `record` is the JSON of the whole record."""

CURRENT = Table(
    "current",
    METADATA,
    Column("digest", Words, ForeignKey("articles.digest"), primary_key=True),
    Column("run_id", Words, ForeignKey("runs.run_id"), nullable=False),
)
"""The reading of an article that counts: the one asked for last."""

CLAIMS = Table(
    "claims",
    METADATA,
    Column("run_id", Words, ForeignKey("runs.run_id"), primary_key=True),
    Column("claim_id", Words, primary_key=True),
    Column("event", Words, nullable=False),
)
"""An index from a claim's id to the readings that hold it."""

UNREAD = Table(
    "unread",
    METADATA,
    Column("article_id", Words, primary_key=True),
    Column("why", Words, nullable=False),
    Column("handling", Words, nullable=False, server_default="public"),
)

FORGOTTEN = Table(
    "forgotten",
    METADATA,
    Column("digest", Words, primary_key=True),
    Column("what", Words, nullable=False),
    Column("day", Words, nullable=False),
    Column("why", Words, nullable=False),
)
"""Keyed digests of names of persons and of articles that were erased and are not to come back."""

PRODUCTS = Table(
    "products",
    METADATA,
    Column("path", Words, primary_key=True),
    Column("made", Words, nullable=False),
    Column("audience", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("articles", Words, nullable=False),
)
"""Reports and exports that were written from the ledger, with the digests of the articles that they rest on, one a line."""

COUNTED = Table(
    "counted",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("digest", Words, ForeignKey("articles.digest"), nullable=False),
    Column("run_id", Words, ForeignKey("runs.run_id"), nullable=False),
    Column("at", Words, nullable=False),
)
"""Which reading of an article counted from which moment on (UTC, ISO 8601; empty where no moment was noted): the ledger's second clock."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("entry_id", Words, nullable=False, unique=True),
    Column("at", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("entry", LargeBinary, nullable=False),
)
"""What people judged and noted; `entry` is the JSON of all of it. Rows are added and never changed, but to forget somebody."""

TRAIL = Table(
    "trail",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("detail", Words, nullable=False),
    Column("seal", Words, nullable=False),
)
"""Who changed what and when; `seal` is the SHA-256 of the row and of the seal before it, so that a changed or missing row shows."""

FROZEN = Table(
    "frozen",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("name", Words, nullable=False, unique=True),
    Column("made", Words, nullable=False),
    Column("author", Words, nullable=False),
    Column("as_of", Words, nullable=False),
    Column("known_at", Words, nullable=False),
    Column("audience", Words, nullable=False),
    Column("format", Words, nullable=False),
    Column("sha256", Words, nullable=False),
    Column("size", Integer, nullable=False),
    Column("articles", Words, nullable=False),
    Column("struck", Words),
    Column("product", LargeBinary),
    Column("stated", LargeBinary),
)
"""Reports as they went out: their bytes and what they state (JSON), packed with zlib; empty once something they rest on is forgotten."""

Index("claims_by_id", CLAIMS.c.claim_id)
Index("runs_by_digest", RUNS.c.digest)
Index("counted_by_digest", COUNTED.c.digest)
