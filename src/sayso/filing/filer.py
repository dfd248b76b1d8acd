"""Files what is to be filed of a ledger, article by article, and gathers anew what that touched."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import accumulate

import msgspec

from sayso.errors import LedgerError
from sayso.filing.articles import put_in, take_out
from sayso.filing.known import Known, read_claim, read_header
from sayso.filing.preparing import Entered, prepare_article
from sayso.filing.settling import CLAIMS_AT_ONCE, settle_claims, settle_stories
from sayso.ledger import find_replacements
from sayso.ledger.versions import pages_of
from sayso.model.entries import Pairings
from sayso.model.events import Event
from sayso.model.records import Record
from sayso.reviews.pairings import pair_claims
from sayso.store.filed import ArticleRow, Shelf
from sayso.store.ledger import Ledger
from sayso.version import __version__

FILED_BY = f"{__version__} 4"
"""By what articles are filed: raised where something is compared otherwise, so that ledgers are filed anew."""

_EVENT = msgspec.json.Decoder(Event)
_STORIES_AT_ONCE = 200

Tell = Callable[[int], None]


class Filer:
    """Files the articles of one ledger; one that is kept open knows what it has filed and need not read it again."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known = Known()
        self._entered: tuple[tuple[int, int], Entered] | None = None
        self.failed: dict[str, str] = {}
        """Articles that could not be filed, by digest, with the reason; they stay on the list, and another filer tries them again."""

    def catch_up(self, tell: Tell = lambda _: None) -> int:
        """File all that is to be filed, each article whole or not at all; how many articles that were, those that failed not among them."""
        number, more = 0, True
        while more:
            filed, more = self._file_next()
            number += filed
            tell(number)
        return number

    def settle(self, tell: Tell = lambda _: None) -> None:
        """Gather anew what filing touched: stories first, then events, some thousand claims at a time."""
        while self._settle_some_stories():
            pass
        self._hold_together()
        done = 0
        while settled := self._settle_some_claims():
            done += settled
            tell(done)

    def _file_next(self) -> tuple[bool, bool]:
        """File one article; whether one was filed, and whether there are more."""
        known, self._known = self._known, Known()  # if this fails nothing is known: numbers that were not kept may be given again
        digest = None
        try:
            with self._ledger.filing() as shelf:
                shelf.begin(FILED_BY)
                digest = shelf.next_to_file(self.failed)
                if digest is not None:
                    self._file(shelf, known, digest)
                more = shelf.next_to_file(self.failed) is not None
        except LedgerError:
            raise
        except Exception as problem:  # one article must not keep the others from being filed
            if digest is None:
                raise
            self.failed[digest] = f"{type(problem).__name__}: {problem}; please report it"
            return False, True
        self._known = known
        return digest is not None, more

    def _file(self, shelf: Shelf, known: Known, digest: str) -> None:
        shelf.mark_filed(digest)
        record, before = shelf.record(digest), shelf.article(digest)
        if record is None:
            if before:
                take_out(shelf, known, before)
            return
        replaces, superseded = self._find_versions(shelf, record)
        prepared = prepare_article(record, self._entered_in(shelf), replaces, superseded=superseded)
        if before and (before.stamp, before.superseded) == (prepared.stamp, superseded):
            return
        if before:
            take_out(shelf, known, before)
        put_in(shelf, known, prepared)

    def _find_versions(self, shelf: Shelf, record: Record) -> tuple[str | None, bool]:
        """Which version of its page an article takes the place of, and whether another one took its own; others that change are queued."""
        digests = shelf.note_pages(pages_of(record), record.digest)
        if len(digests) == 1:
            return None, False
        page = [r for d in sorted(digests) if (r := shelf.record(d)) is not None]
        found = find_replacements(page, shelf.counted_from(sorted(digests)))
        gone, replaced = {r.earlier for r in found}, {r.following: r.earlier for r in found}
        others = (row for d in digests - {record.digest} if (row := shelf.article(d)) is not None)
        shelf.queue(row.digest for row in others if _is_changed(row, replaced.get(row.digest), superseded=row.digest in gone))
        return replaced.get(record.digest), record.digest in gone

    def _entered_in(self, shelf: Shelf) -> Entered:
        last = shelf.last_entry()
        if self._entered is None or self._entered[0] != last:
            self._entered = last, Entered(shelf.entries())
        return self._entered[1]

    def _settle_some_stories(self) -> bool:
        with self._ledger.filing() as shelf:
            stories = shelf.to_settle("story", _STORIES_AT_ONCE)
            if stories:
                settle_stories(shelf, self._known, stories)
            return bool(stories)

    def _hold_together(self) -> None:
        """Bring claims that people hold together into one component."""
        with self._ledger.filing() as shelf:
            pairs = self._pairings(shelf).together
            numbers = {row.claim_id: row for row in shelf.claims_named({i for pair in pairs for i in pair})}
            groups = [(numbers[a], numbers[b]) for a, b in sorted(pairs)]
            shelf.join_claims([(a.number, b.number) for a, b in groups if a.component != b.component])

    def _settle_some_claims(self) -> int:
        with self._ledger.filing() as shelf:
            components = shelf.to_settle("claim", CLAIMS_AT_ONCE)
            sizes = shelf.sizes_of_components(components)
            claims = list(accumulate(sizes.get(c, 0) for c in components))
            taken = components[: max(1, bisect_right(claims, CLAIMS_AT_ONCE))]
            if taken:
                settle_claims(shelf, self._known, taken, self._pairings(shelf))
            return sum(max(1, sizes.get(c, 0)) for c in taken)

    def _pairings(self, shelf: Shelf) -> Pairings:
        """What people hold together or apart, among the claims as they are filed."""
        entered = self._entered_in(shelf)
        claims = {}
        for digest in sorted(entered.pairs_of):
            if (row := shelf.article(digest)) is not None:
                texts = shelf.claim_texts(c.number for c in shelf.claims_of_articles([row.number]))
                claims[digest] = sorted(map(read_claim, texts.values()), key=lambda c: (c.start, c.end, c.event, c.id))
        return pair_claims(entered.on_pairs, claims)


def _is_changed(row: ArticleRow, replaces: str | None, *, superseded: bool) -> bool:
    return (read_header(row).replaces, row.superseded) != (replaces, superseded)


def is_up_to_date(ledger: Ledger) -> bool:
    """Whether all that a ledger holds is filed and gathered."""
    with ledger.filed() as shelf:
        return is_all_filed(shelf)


def is_all_filed(shelf: Shelf) -> bool:
    """The same, where it is looked into already."""
    return shelf.filed_by() == FILED_BY and shelf.is_settled()


def kept_events(shelf: Shelf, stamps: Mapping[str, str]) -> tuple[Event, ...] | None:
    """The events of a ledger as they are kept, in no order; None where they are not those of these articles (stamps by digest)."""
    if not is_all_filed(shelf) or shelf.stamps() != stamps:
        return None
    return tuple(_EVENT.decode(row.event) for row in shelf.events())
