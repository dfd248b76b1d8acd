"""Version 3: from when on a reading counts; what people judged; the trail of who changed what."""

import sqlalchemy as sa
from alembic import op

from sayso.store.words import Words

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Add the tables; of a reading that counts already it is not known since when."""
    op.create_table(
        "counted",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("digest", Words, sa.ForeignKey("articles.digest"), nullable=False),
        sa.Column("run_id", Words, sa.ForeignKey("runs.run_id"), nullable=False),
        sa.Column("at", Words, nullable=False),
    )
    op.create_index("counted_by_digest", "counted", ["digest"])
    op.execute("INSERT INTO counted (digest, run_id, at) SELECT digest, run_id, '' FROM current ORDER BY digest")
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("entry_id", Words, nullable=False, unique=True),
        sa.Column("at", Words, nullable=False),
        sa.Column("author", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("entry", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", Words, nullable=False),
        sa.Column("author", Words, nullable=False),
        sa.Column("action", Words, nullable=False),
        sa.Column("subject", Words, nullable=False),
        sa.Column("detail", Words, nullable=False),
        sa.Column("seal", Words, nullable=False),
    )
