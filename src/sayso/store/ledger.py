"""The ledger: records are added once, never changed, and read back whole."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from types import TracebackType
from typing import Self

import msgspec
from sqlalchemy import Connection, delete, func, select

from sayso.errors import LedgerError, UnknownIdError
from sayso.model.entries import Entry, TrailRow
from sayso.model.forgotten import Erased, Forgotten, Product
from sayso.model.records import Record
from sayso.model.stated import FrozenProduct, StatedView
from sayso.model.views import UnreadDocument
from sayso.store.adding import Added, add_record
from sayso.store.address import LedgerAddress, ServerAddress
from sayso.store.counting import load_first_moments
from sayso.store.counts import LedgerCounts, count_ledger
from sayso.store.database import WORKING_OUT, Database
from sayso.store.entries import find_other_hand, keep_entries, load_entries
from sayso.store.filed import Shelf
from sayso.store.forgetting import Eraser, keep_digests, keep_product, load_forgotten, load_products
from sayso.store.freezing import keep_frozen, load_frozen, open_frozen
from sayso.store.levels import load_levels
from sayso.store.merging import Merged, merge_ledgers
from sayso.store.postgres import open_postgres
from sayso.store.schema import CLAIMS, COUNTED, CURRENT, RUNS, UNREAD
from sayso.store.sqlite_file import open_sqlite
from sayso.store.striking import Striker, forget_alike, strike_ledger
from sayso.store.trail import MACHINE, load_trail, note_trail, split_origin

EraseForgotten = Callable[[Record, Forgotten], Record]
"""How the names of forgotten persons are struck out of a record."""

EraseForgottenInEntry = Callable[[Entry, Forgotten], Entry]
"""The same of an entry."""

_DECODER = msgspec.json.Decoder(Record)


class Ledger:
    """A ledger in its database; use as a context manager."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, where: LedgerAddress, *, write: bool = False, wait_seconds: float = 30.0, key: str | None = None) -> Self:
        """Open a ledger to look into it or, with `write`, to add to it (one is made where there is none).

        `wait_seconds` is how long another program's writing is waited for, `key` what a file is encrypted with; a server sees to that
        itself. LedgerError says what to do where it cannot be used.
        """
        if isinstance(where, ServerAddress):
            return cls(open_postgres(where, write=write, wait_seconds=wait_seconds))
        return cls(open_sqlite(where, write=write, wait_seconds=wait_seconds, key=key))

    def add(self, record: Record, erase: EraseForgotten | None = None, at: str = "") -> Added:
        """Keep a record: all of it or nothing; the same reading twice is kept once, a forgotten article never.

        `at` is the moment (UTC, ISO 8601) from which the reading counts, empty where none is noted.
        `erase` strikes out forgotten persons; LedgerError where the ledger has some and there is none to do it.
        """
        return self.add_all([record], erase, at)[0]

    def add_all(self, records: Iterable[Record], erase: EraseForgotten | None = None, at: str = "") -> list[Added]:
        """The same of several records, all of them or none."""
        with self._database.write() as connection:
            forgotten = self._load_forgotten(connection, can_erase=erase is not None)
            kept = (erase(r, forgotten) if forgotten.persons and erase else r for r in records)
            return ["forgotten" if forgotten.holds_article(r.digest) else add_record(connection, r, at) for r in kept]

    def enter(self, entries: Iterable[Entry], erase: EraseForgottenInEntry | None = None) -> tuple[Entry, ...]:
        """Add what people judged or noted, all of it or nothing, each once; those that were added. `erase` is as for `add`."""
        with self._database.write() as connection:
            forgotten = self._load_forgotten(connection, can_erase=erase is not None)
            return keep_entries(connection, [erase(e, forgotten) if forgotten.persons and erase else e for e in entries])

    def _load_forgotten(self, connection: Connection, *, can_erase: bool) -> Forgotten:
        """What is forgotten; LedgerError where that is somebody whose name nothing would strike out of what comes."""
        forgotten = load_forgotten(connection)
        if forgotten.persons and not can_erase:
            raise LedgerError(f"{self._database.name} has forgotten persons, whose names would come back; give what strikes them out.")
        return forgotten

    def entries(self) -> tuple[Entry, ...]:
        """All that people judged and noted, in the order in which it was added."""
        with self._database.look() as connection:
            return load_entries(connection)

    def merge(self, other: Self, striker: Striker, at: str, author: str, name: str) -> Merged:
        """Bring all that another ledger holds into this one, all of it or nothing; what came before is known.

        `striker` takes out what either was told to forget; the trail has `at` this moment (UTC, ISO 8601) that
        `author` merged the ledger that it calls `name`.
        """
        with other._database.look() as theirs, self._database.write() as ours:
            merged = merge_ledgers(ours, theirs, striker, self._decode, at, author, name)
        return msgspec.structs.replace(merged, erased=self._scrub(merged.erased)) if merged.has_forgotten else merged

    def forget_what(self, other: Self, striker: Striker, day: str) -> None:
        """Forget, on this day, what another ledger was told to forget, and keep it out."""
        with other._database.look() as theirs, self._database.write() as ours:
            came = forget_alike(ours, theirs, striker, self._decode, day).came
        if came:
            self._database.scrub()

    @contextmanager
    def filing(self) -> Iterator[Shelf]:
        """What is worked out from articles and entries, to be changed: all of it or nothing."""
        with self._database.write(WORKING_OUT) as connection:
            yield Shelf(connection, self._decode)

    @contextmanager
    def filed(self) -> Iterator[Shelf]:
        """The same, to look into."""
        with self._database.look() as connection:
            yield Shelf(connection, self._decode)

    def note(self, row: TrailRow) -> None:
        """Add a row to the trail."""
        with self._database.write() as connection:
            note_trail(connection, row)

    def trail(self) -> tuple[TrailRow, ...]:
        """Who changed what, the oldest first."""
        with self._database.look() as connection:
            return load_trail(connection)

    def trail_with_origins(self) -> tuple[tuple[TrailRow, str], ...]:
        """The same, each row with the name of the ledger that it came from; empty where it is of this one."""
        return tuple(split_origin(row) for row in self.trail())

    def forget_persons(self, names: Sequence[tuple[str, ...]], eraser: Eraser, day: str, why: str) -> Erased:
        """Strike persons out of every reading and keep keyed digests of their names (folded words), by which they stay out.

        `why` is kept and may not name them.
        """
        return self._forget("person", names, eraser, day, why)

    def forget_articles(self, digests: Collection[str], day: str, why: str) -> Erased:
        """Remove articles with all that was read of them, and keep keyed digests, by which they stay out."""
        eraser = Eraser(lambda r: None if r.digest in digests else r, lambda entry: entry, lambda _: False)
        return self._forget("article", [(d,) for d in digests], eraser, day, why)

    def _forget(self, what: str, words: Sequence[tuple[str, ...]], eraser: Eraser, day: str, why: str) -> Erased:
        with self._database.write() as connection:
            erased = strike_ledger(connection, eraser, self._decode, day)
            told = f"{len(erased.changed)} struck, {len(erased.removed)} removed"
            note_trail(connection, TrailRow(day, MACHINE, f"forget {what}", told, why))
            keep_digests(connection, what, words, day, why)
        return self._scrub(erased)

    def _scrub(self, erased: Erased) -> Erased:
        """Write the database anew without what was erased; where others use it, say why it was not."""
        try:
            self._database.scrub()
        except LedgerError as problem:
            return msgspec.structs.replace(erased, left=str(problem))
        return erased

    def note_product(self, product: Product) -> None:
        """Note a report or export that was written from the ledger."""
        with self._database.write() as connection:
            keep_product(connection, product)

    def products(self) -> tuple[Product, ...]:
        """Reports and exports that were written from the ledger."""
        with self._database.look() as connection:
            return load_products(connection)

    def freeze(self, product: FrozenProduct, data: bytes, stated: StatedView) -> None:
        """Keep a report as it went out, with what it states; InputError where one of that name is kept."""
        with self._database.write() as connection:
            keep_frozen(connection, product, data, stated)

    def frozen(self) -> tuple[FrozenProduct, ...]:
        """Reports that were frozen, the oldest first."""
        with self._database.look() as connection:
            return load_frozen(connection)

    def open_frozen(self, name: str) -> tuple[bytes, StatedView]:
        """A frozen report byte for byte, and what it states; UnknownIdError where there is none, or its bytes are gone."""
        with self._database.look() as connection:
            return open_frozen(connection, name)

    def records(self, known_at: str | None = None) -> Iterator[Record]:
        """The reading of every article that counts, or that counted at a moment (UTC, ISO 8601), in the order of their digests."""
        query = select(RUNS.c.record).join(CURRENT, CURRENT.c.run_id == RUNS.c.run_id).order_by(RUNS.c.digest)
        if known_at is not None:
            last = select(func.max(COUNTED.c.number)).where(COUNTED.c.at <= known_at).group_by(COUNTED.c.digest)
            counted = COUNTED.join(RUNS, RUNS.c.run_id == COUNTED.c.run_id)
            query = select(RUNS.c.record).select_from(counted).where(COUNTED.c.number.in_(last)).order_by(RUNS.c.digest)
        with self._database.look() as connection:
            levels = load_levels(connection)
            for (stored,) in connection.execution_options(yield_per=100).execute(query):
                record = self._decode(stored)
                yield msgspec.structs.replace(record, handling=levels.get(record.digest, record.handling))

    def counted_from(self, known_at: str | None = None) -> dict[str, str]:
        """By digest, the moment (UTC, ISO 8601) from which an article counted at first, of those that did by a moment."""
        with self._database.look() as connection:
            return load_first_moments(connection, known_at)

    def all_readings(self) -> Iterator[Record]:
        """Every reading that is kept, the current one of an article or not."""
        with self._database.look() as connection:
            for (stored,) in connection.execution_options(yield_per=100).execute(select(RUNS.c.record).order_by(RUNS.c.number)):
                yield self._decode(stored)

    def readings_by_article(self) -> Iterator[tuple[Record, ...]]:
        """The readings of each article, the oldest first, by digest."""
        query = select(RUNS.c.digest, RUNS.c.record).order_by(RUNS.c.digest, RUNS.c.number)
        with self._database.look() as connection:
            rows = connection.execution_options(yield_per=100).execute(query)
            for _, group in groupby(rows, key=lambda row: str(row.digest)):
                yield tuple(self._decode(row.record) for row in group)

    def forgotten(self) -> Forgotten:
        """What the ledger was told to forget."""
        with self._database.look() as connection:
            return load_forgotten(connection)

    def record_of_claim(self, claim_id: str) -> Record:
        """The record that holds a claim: the article's current reading if it does, else the newest; UnknownIdError where none does."""
        query = (
            select(RUNS.c.record)
            .join(CLAIMS, CLAIMS.c.run_id == RUNS.c.run_id)
            .outerjoin(CURRENT, CURRENT.c.run_id == RUNS.c.run_id)
            .where(CLAIMS.c.claim_id == claim_id)
            .order_by(CURRENT.c.run_id.is_(None), RUNS.c.number.desc())
            .limit(1)
        )
        with self._database.look() as connection:
            row = connection.execute(query).first()
        if row is None:
            name = self._database.name
            raise UnknownIdError(f"No claim {claim_id} in {name}; list the claims with: sayso claims --ledger {name}")
        return self._decode(row[0])

    def claim_ids(self, beginning: str) -> tuple[str, ...]:
        """Ids of claims, of whatever reading, that begin like this, at most a hundred."""
        claim_id = CLAIMS.c.claim_id
        query = select(claim_id).where(claim_id.startswith(beginning, autoescape=True)).distinct().order_by(claim_id)
        with self._database.look() as connection:
            return tuple(connection.execute(query.limit(100)).scalars())

    def unread(self) -> tuple[UnreadDocument, ...]:
        """Inputs of which nothing was read, with the reason."""
        query = select(UNREAD.c.article_id, UNREAD.c.why, UNREAD.c.handling).order_by(UNREAD.c.article_id)
        with self._database.look() as connection:
            return tuple(UnreadDocument(*row) for row in connection.execute(query))

    def clear_unread(self, inputs: Iterable[str], still: Iterable[str]) -> None:
        """Drop what an earlier run could not read of these inputs (files, folders, lines of a file), but for what `still` names."""
        with self._database.write() as connection:
            noted = set(connection.execute(select(UNREAD.c.article_id)).scalars())
            tried = tuple(name.rstrip("/") for name in inputs)
            again = {n for n in noted for t in tried if n == t or n.startswith((f"{t}/", f"{t} line ", f"{t} record "))}
            for article_id in sorted(again - set(still)):
                connection.execute(delete(UNREAD).where(UNREAD.c.article_id == article_id))

    def counts(self) -> LedgerCounts:
        """Count what the ledger holds."""
        with self._database.look() as connection:
            return count_ledger(connection)

    def find_damage(self) -> str | None:
        """What the database's own check finds wrong with it, or that its trail was changed by another hand; None where all is whole."""
        return self.find_broken_storage() or self.find_other_hand()

    def find_broken_storage(self) -> str | None:
        """What the database's own check finds wrong with it, or None."""
        return self._database.find_damage()

    def find_other_hand(self) -> str | None:
        """What another hand changed in the trail, or in what people entered; None where all is as Sayso wrote it."""
        with self._database.look() as connection:
            return find_other_hand(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _decode(self, stored: bytes) -> Record:
        try:
            return _DECODER.decode(stored)
        except msgspec.DecodeError as problem:
            told = f"{self._database.name} holds a record that cannot be read ({problem})"
            raise LedgerError(f"{told}; read the sources into a new ledger.") from problem

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
