"""What came into a ledger since somebody last looked, filed and gathered, so that looking need not gather all of it."""

from typing import TYPE_CHECKING

from sayso.cli.ledgers import open_ledger
from sayso.cli.progress import show_progress
from sayso.errors import LedgerError
from sayso.store.address import LedgerAddress

if TYPE_CHECKING:
    from sayso.model.events import Event
    from sayso.store.ledger import Ledger


def catch_up(where: LedgerAddress, ledger: "Ledger") -> None:
    """File what is to be filed, where we may write and nobody else does; a look that finds it unfiled takes longer and tells the same."""
    from sayso.cli.reading_tally import tell_unfiled
    from sayso.filing import Filer, is_up_to_date

    if is_up_to_date(ledger):
        return
    try:
        with open_ledger(where, write=True, wait_seconds=2) as opened, show_progress("filing reports") as tell:
            filer = Filer(opened)
            filer.catch_up(tell)
            filer.settle(lambda done: tell(done, step="gathering claims into events"))
        tell_unfiled(filer.failed)
    except LedgerError:
        return


def kept_events_of(ledger: "Ledger", stamps: dict[str, str]) -> "tuple[Event, ...] | None":
    """The events that a ledger keeps of the articles with these stamps, if it does."""
    from sayso.filing import kept_events

    with ledger.filed() as shelf:
        return kept_events(shelf, stamps)
