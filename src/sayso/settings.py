"""Where Sayso keeps what it builds; the environment enters here, once, as an argument."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sayso.version import GAZETTEER_FORMAT


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Paths that hold for one user: the gazetteer file, and what they name or not (None): ledger, household sizes, listed persons.

    `author` is the name under which their judgements are entered.
    """

    gazetteer: Path
    ledger: Path | None = None
    households: Path | None = None
    persons: Path | None = None
    author: str | None = None


def read_settings(environment: Mapping[str, str], home: Path) -> Settings:
    """Settings from SAYSO_GAZETTEER, SAYSO_LEDGER, SAYSO_HOUSEHOLDS, SAYSO_PERSONS, SAYSO_AUTHOR, SAYSO_HOME and XDG_CACHE_HOME.

    What is not named lies below `home`'s cache folder.

    >>> str(read_settings({"SAYSO_HOME": "x"}, Path("h")).gazetteer)
    'x/gazetteer-1.sqlite'
    """
    cache = Path(environment.get("XDG_CACHE_HOME") or home / ".cache")
    own = Path(environment.get("SAYSO_HOME") or cache / "sayso")
    named = environment.get("SAYSO_GAZETTEER")
    ledger, households, persons = (environment.get(f"SAYSO_{name}") for name in ("LEDGER", "HOUSEHOLDS", "PERSONS"))
    return Settings(
        gazetteer=Path(named) if named else own / f"gazetteer-{GAZETTEER_FORMAT}.sqlite",
        ledger=Path(ledger) if ledger else None,
        households=Path(households) if households else None,
        persons=Path(persons) if persons else None,
        author=environment.get("SAYSO_AUTHOR") or None,
    )
