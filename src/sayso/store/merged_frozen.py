"""Reports that were frozen in another ledger."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sayso.store.freezing import GONE, unpack_frozen, words_of_frozen
from sayso.store.merged_readings import Count
from sayso.store.schema import FROZEN
from sayso.store.striking import Sieve
from sayso.store.trail import STRUCK


def bring_frozen(ours: Connection, theirs: Connection, sieve: Sieve, day: str) -> Count:
    """Keep what was frozen in the other ledger, another report of the same name apart; to be asked after the readings.

    One that rests on something forgotten, or that either ledger struck, is struck in ours, on this day or on theirs.
    """
    held = {(row.made, row.sha256): row for row in ours.execute(select(FROZEN.c.name, FROZEN.c.made, FROZEN.c.sha256, FROZEN.c.struck))}
    names, came, known = {row.name for row in held.values()}, 0, 0
    for row in theirs.execute(select(FROZEN).order_by(FROZEN.c.number)).mappings():
        mine = held.get((row["made"], row["sha256"]))
        if mine is None:
            kept = _sift(row, sieve, day)
            name = kept["name"] if kept["name"] not in names else f"{kept['name']} (made {row['made']})"
            names.add(name)
            ours.execute(insert(FROZEN).values(kept | {"name": name}))
            came += 1
            continue
        known += 1
        if row["struck"] and not mine.struck:
            ours.execute(update(FROZEN).where(FROZEN.c.name == mine.name).values(GONE | {"struck": row["struck"]}))
    return Count(came, known, 0)


def _sift(row: Mapping[Any, Any], sieve: Sieve, day: str) -> dict[str, Any]:
    """A row as it may be kept, without its number."""
    kept: dict[str, Any] = {str(column): value for column, value in row.items() if column != "number"}
    if kept["struck"] is None and _is_to_go(kept, sieve):
        kept |= GONE | {"struck": day}
    if sieve.names_somebody(kept["name"]):
        kept["name"] = f"{STRUCK} {kept['sha256'][:16]}"
    if sieve.names_somebody(kept["author"]):
        kept["author"] = STRUCK
    return kept


def _is_to_go(row: Mapping[str, Any], sieve: Sieve) -> bool:
    """Whether a report rests on an article that is forgotten or was struck, or names somebody who is to be forgotten."""
    rests = any(sieve.detail_of(digest) for digest in row["articles"].split())
    return rests or any(map(sieve.names_somebody, words_of_frozen(*unpack_frozen(row["product"], row["stated"]))))
