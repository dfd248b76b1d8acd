"""Version 2: levels of handling of what was not read; what is forgotten; products that are out."""

import sqlalchemy as sa
from alembic import op

from sayso.store.words import Words

revision = "2"
down_revision = "1"


def upgrade() -> None:
    """Add the column and the tables."""
    op.add_column("unread", sa.Column("handling", Words, nullable=False, server_default="public"))
    op.create_table(
        "forgotten",
        sa.Column("digest", Words, primary_key=True),
        sa.Column("what", Words, nullable=False),
        sa.Column("day", Words, nullable=False),
        sa.Column("why", Words, nullable=False),
    )
    op.create_table(
        "products",
        sa.Column("path", Words, primary_key=True),
        sa.Column("made", Words, nullable=False),
        sa.Column("audience", Words, nullable=False),
        sa.Column("sha256", Words, nullable=False),
        sa.Column("articles", Words, nullable=False),
    )
