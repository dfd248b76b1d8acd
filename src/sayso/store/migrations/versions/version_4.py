"""Version 4: reports that were frozen, with what they state."""

import sqlalchemy as sa
from alembic import op

from sayso.store.words import Words

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "frozen",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("name", Words, nullable=False, unique=True),
        sa.Column("made", Words, nullable=False),
        sa.Column("author", Words, nullable=False),
        sa.Column("as_of", Words, nullable=False),
        sa.Column("known_at", Words, nullable=False),
        sa.Column("audience", Words, nullable=False),
        sa.Column("format", Words, nullable=False),
        sa.Column("sha256", Words, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("articles", Words, nullable=False),
        sa.Column("struck", Words),
        sa.Column("product", sa.LargeBinary),
        sa.Column("stated", sa.LargeBinary),
    )
