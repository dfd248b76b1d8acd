"""Where Sayso keeps what it builds; the environment enters here, once, as an argument."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from sayso.version import GAZETTEER_FORMAT


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for one user: the gazetteer file, and what they name or not (None): ledger, its key, household sizes, listed persons.

    `author` is the name under which their judgements are entered.
    """

    gazetteer: Path
    ledger: str | None = None
    ledger_key: str | None = None
    ledger_key_file: Path | None = None
    households: Path | None = None
    persons: Path | None = None
    author: str | None = None


def read_settings(environment: Mapping[str, str], home: Path) -> Settings:
    """Settings from SAYSO_GAZETTEER, SAYSO_LEDGER, SAYSO_LEDGER_KEY, SAYSO_LEDGER_KEY_FILE, SAYSO_HOUSEHOLDS, SAYSO_PERSONS, SAYSO_AUTHOR,
    SAYSO_HOME and XDG_CACHE_HOME.

    What is not named lies below `home`'s cache folder.

    >>> str(read_settings({"SAYSO_HOME": "x"}, Path("h")).gazetteer)
    'x/gazetteer-1.sqlite'
    """
    cache = Path(environment.get("XDG_CACHE_HOME") or home / ".cache")
    own = Path(environment.get("SAYSO_HOME") or cache / "sayso")
    named = environment.get("SAYSO_GAZETTEER")
    key_file, households, persons = (environment.get(f"SAYSO_{name}") for name in ("LEDGER_KEY_FILE", "HOUSEHOLDS", "PERSONS"))
    return Settings(
        gazetteer=Path(named) if named else own / f"gazetteer-{GAZETTEER_FORMAT}.sqlite",
        ledger=environment.get("SAYSO_LEDGER") or None,
        ledger_key=environment.get("SAYSO_LEDGER_KEY") or None,
        ledger_key_file=Path(key_file) if key_file else None,
        households=Path(households) if households else None,
        persons=Path(persons) if persons else None,
        author=environment.get("SAYSO_AUTHOR") or None,
    )
