"""Articles and readings that come from another ledger, and which of them counted when."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, select, update

from sayso.model.records import Record
from sayso.store.adding import add_article, add_run, encode_record, run_id_of
from sayso.store.counting import Turn, join_turns, load_turns, set_turns
from sayso.store.schema import ARTICLES, RUNS
from sayso.store.striking import Sieve
from sayso.store.to_file import queue_articles


class Count(NamedTuple):
    """How many came, were known, were kept out."""

    came: int
    known: int
    kept_out: int


def bring_readings(
    ours: Connection, theirs: Connection, sieve: Sieve, decode: Callable[[bytes], Record]
) -> tuple[Count, Count, Count]:
    """Keep the other ledger's articles and readings, and join both ledgers' turns; how many articles, readings and turns came."""
    held = set(ours.execute(select(ARTICLES.c.digest)).scalars())
    known = set(ours.execute(select(RUNS.c.run_id)).scalars())
    names: dict[str, str] = {}
    met, refused, readings = set(), set(), [0, 0, 0]
    for row in theirs.execute(select(RUNS.c.run_id, RUNS.c.record).order_by(RUNS.c.number).execution_options(yield_per=100)):
        record = decode(row.record)
        kept = sieve.record(record)
        if kept is None:
            refused.add(record.digest)
            readings[2] += 1
            continue
        met.add(kept.digest)
        names[row.run_id] = run_id = row.run_id if kept == record else run_id_of(kept)
        readings[int(run_id in known)] += 1
        _keep_reading(ours, run_id, kept, decode if run_id in known else None)
        known.add(run_id)
    turns = _bring_turns(ours, theirs, names)
    queue_articles(ours, met)
    return Count(len(met - held), len(met & held), len(refused)), Count(*readings), turns


def _keep_reading(ours: Connection, run_id: str, record: Record, decode: Callable[[bytes], Record] | None) -> None:
    """Add a reading; a known one (with `decode`) that went by two names keeps the one that comes first, so that both sides agree."""
    if decode is None:
        add_article(ours, record)
        add_run(ours, run_id, record)
        return
    held = decode(ours.execute(select(RUNS.c.record).where(RUNS.c.run_id == run_id)).scalar_one())
    if record.article_id < held.article_id:
        named = msgspec.structs.replace(held, article_id=record.article_id)
        ours.execute(update(RUNS).where(RUNS.c.run_id == run_id).values(record=encode_record(named)))
        ours.execute(update(ARTICLES).where(ARTICLES.c.digest == record.digest).values(article_id=record.article_id))


def _bring_turns(ours: Connection, theirs: Connection, names: dict[str, str]) -> Count:
    """Join the turns of every article in both ledgers; `names` are the ids of the other's readings in ours."""
    mine, came, known = load_turns(ours), 0, 0
    for digest, turns in load_turns(theirs).items():
        held, brought = mine.get(digest, []), [Turn(t.at, names[t.run_id]) for t in turns if t.run_id in names]
        joined = join_turns(held, brought)
        new = len(set(brought) - set(held))
        came, known = came + new, known + len(set(brought)) - new
        if joined != held:
            set_turns(ours, digest, joined)
    return Count(came, known, 0)
