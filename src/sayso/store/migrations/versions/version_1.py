"""Version 1: articles, their readings, the claims of these, and inputs of which nothing was read."""

import sqlalchemy as sa
from alembic import op

from sayso.store.words import Words

revision = "1"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table("about", sa.Column("key", Words, primary_key=True), sa.Column("value", Words, nullable=False))
    op.create_table(
        "articles",
        sa.Column("digest", Words, primary_key=True),
        sa.Column("article_id", Words, nullable=False),
        sa.Column("publisher", Words),
        sa.Column("published", Words),
    )
    op.create_table(
        "runs",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("run_id", Words, nullable=False, unique=True),
        sa.Column("digest", Words, sa.ForeignKey("articles.digest"), nullable=False),
        sa.Column("reader", Words, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "current",
        sa.Column("digest", Words, sa.ForeignKey("articles.digest"), primary_key=True),
        sa.Column("run_id", Words, sa.ForeignKey("runs.run_id"), nullable=False),
    )
    op.create_table(
        "claims",
        sa.Column("run_id", Words, sa.ForeignKey("runs.run_id"), primary_key=True),
        sa.Column("claim_id", Words, primary_key=True),
        sa.Column("event", Words, nullable=False),
    )
    op.create_table("unread", sa.Column("article_id", Words, primary_key=True), sa.Column("why", Words, nullable=False))
    op.create_index("claims_by_id", "claims", ["claim_id"])
    op.create_index("runs_by_digest", "runs", ["digest"])
