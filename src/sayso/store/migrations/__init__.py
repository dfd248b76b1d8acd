"""The steps from every older version of the tables to this one; a step is a script in `versions/`, its revision the version it makes."""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent


def upgrade_tables(connection: Connection, found: int | None, wanted: int) -> None:
    """Bring tables of one version (None: there are none yet) up to another, in the caller's transaction."""
    directory = ScriptDirectory(str(SCRIPTS))
    steps = list(directory.iterate_revisions(str(wanted), str(found) if found else "base"))
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(steps):
            step.module.upgrade()
