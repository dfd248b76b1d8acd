"""The steps from every older version of the tables to this one; a step is a script in `versions/`, its revision the version it makes."""

from pathlib import Path
from typing import Any

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def upgrade_tables(connection: Connection, found: int | None, wanted: int | None = None) -> None:
    """Bring tables of a version (None: there are none yet) up to the newest, or the one that is wanted, in the caller's transaction."""
    with Operations.context(MigrationContext.configure(connection)):
        for script in _steps(found, wanted):
            script.module.upgrade()


def newest_version() -> int:
    """The version that the last step makes."""
    head = _directory().get_current_head()
    return int(head) if head else 0


def _steps(found: int | None, wanted: int | None) -> list[Any]:
    lower = str(found) if found else "base"
    return list(_directory().iterate_revisions(str(wanted) if wanted else "head", lower))[::-1]


def _directory() -> ScriptDirectory:
    return ScriptDirectory(str(Path(__file__).parent))
