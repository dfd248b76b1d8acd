"""Version 5: what is worked out from articles and entries, kept: links between claims, stories, events, claims by country and day."""

import sqlalchemy as sa
from alembic import op

from sayso.store.words import Words

revision = "5"
down_revision = "4"


def upgrade() -> None:
    """Add the tables; every article is to be filed."""
    _add_articles()
    _add_claims()
    _add_keys()
    _add_the_rest()
    op.create_index("ix_filed_articles_day", "filed_articles", ["day"])
    op.create_index("ix_filed_articles_story", "filed_articles", ["story"])
    op.create_index("ix_filed_claims_article", "filed_claims", ["article"])
    op.create_index("ix_filed_claims_component", "filed_claims", ["component"])
    op.create_index("ix_filed_claims_event_id", "filed_claims", ["event_id"])
    op.create_index("ix_filed_events_component", "filed_events", ["component"])
    op.execute("INSERT INTO to_file (digest) SELECT digest FROM current")


def _add_articles() -> None:
    op.create_table(
        "to_file",
        sa.Column("digest", Words, primary_key=True),
    )
    op.create_table(
        "filed_articles",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", Words, nullable=False, unique=True),
        sa.Column("stamp", Words, nullable=False),
        sa.Column("superseded", sa.Integer, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("story", sa.Integer, nullable=False),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("wording", sa.LargeBinary, nullable=False),
        sa.Column("leading", sa.LargeBinary, nullable=False),
        sa.Column("scores", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "filed_pages",
        sa.Column("page", Words, primary_key=True),
        sa.Column("digest", Words, primary_key=True),
        sqlite_with_rowid=False,
    )


def _add_claims() -> None:
    op.create_table(
        "filed_claims",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("claim_id", Words, nullable=False, unique=True),
        sa.Column("article", sa.Integer, nullable=False),
        sa.Column("component", sa.Integer, nullable=False),
        sa.Column("event_id", Words),
        sa.Column("copy_of", Words),
    )
    op.create_table(
        "claim_bodies",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("claim", sa.LargeBinary, nullable=False),
        sa.Column("profile", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "claim_scores",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("scores", sa.LargeBinary, nullable=False),
        sa.Column("others", sa.LargeBinary, nullable=False),
    )


def _add_keys() -> None:
    op.create_table(
        "claim_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "word_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("weight", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "run_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies",
        sa.Column("later", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("earlier", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("likeness", sa.Float, nullable=False),
        sqlite_with_rowid=False,
    )


def _add_the_rest() -> None:
    op.create_table(
        "stories",
        sa.Column("story", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("told", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "filed_events",
        sa.Column("event_id", Words, primary_key=True),
        sa.Column("component", sa.Integer, nullable=False),
        sa.Column("signature", Words, nullable=False),
        sa.Column("event", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "claim_countries",
        sa.Column("country", Words, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "control_places",
        sa.Column("country", Words, primary_key=True),
        sa.Column("place", Words, primary_key=True),
        sa.Column("day", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "to_settle",
        sa.Column("what", Words, primary_key=True),
        sa.Column("component", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
