"""The ledger that a command is about: the one that is named, else that of the settings; opened with the user's key."""

from typing import TYPE_CHECKING

from sayso.cli.gazetteer_file import user_settings
from sayso.errors import LedgerError
from sayso.settings import Settings
from sayso.store.address import LedgerAddress, locate_ledger

if TYPE_CHECKING:
    from sayso.store.ledger import Ledger


def settle_ledger(named: str | None) -> LedgerAddress:
    """The ledger that the user names, else the one of the settings."""
    written = named or user_settings().ledger
    if written is None:
        raise LedgerError("no ledger is named; add --ledger FILE, or set SAYSO_LEDGER")
    return locate_ledger(written)


def open_ledger(where: LedgerAddress, *, write: bool = False, wait_seconds: float = 30.0) -> "Ledger":
    """Open a ledger to look into it or to write to it."""
    from sayso.store.ledger import Ledger

    return Ledger.open(where, write=write, wait_seconds=wait_seconds, key=read_key(user_settings()))


def read_key(settings: Settings) -> str | None:
    """What files of ledgers are encrypted with: the key itself, else the first line of the file that holds it; None where there is none."""
    if settings.ledger_key is not None or settings.ledger_key_file is None:
        return settings.ledger_key
    try:
        key = settings.ledger_key_file.read_text(encoding="utf8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as problem:
        told = f"The file with the key of the ledger, {settings.ledger_key_file}, cannot be read ({problem})"
        raise LedgerError(f"{told}; check SAYSO_LEDGER_KEY_FILE.") from problem
    if not key:
        raise LedgerError(f"There is no key in {settings.ledger_key_file}; write it in the first line, or check SAYSO_LEDGER_KEY_FILE.")
    return key
