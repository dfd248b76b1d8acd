"""Version 6: what repeats a claim is found by the claim, without a look at all copies that a ledger holds."""

from alembic import op

revision = "6"
down_revision = "5"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_copies_earlier", "copies", ["earlier"])
