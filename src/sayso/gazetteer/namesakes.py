"""Places of one name near a point, while rows are added: found by name and latitude, so that a name borne by thousands costs no more."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from sayso.gazetteer.distance import kilometres

_DEGREE_KM = 111.0
_SCHEMA = """
CREATE TEMP TABLE near_{table} (key TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, lat REAL NOT NULL, place INTEGER NOT NULL,
    lon REAL NOT NULL, spelled TEXT NOT NULL, PRIMARY KEY (key, kind, country, lat, place, spelled)) WITHOUT ROWID;
"""
_COPY = """
INSERT OR IGNORE INTO temp.near_{table} SELECT key, kind, country, lat, place, lon, spelled FROM {table} JOIN place ON place = number
    WHERE key = ? AND country IS NOT NULL AND lat IS NOT NULL AND lon IS NOT NULL
"""
_ASK = "SELECT place, lat, lon, spelled FROM temp.near_{table} WHERE key = ? AND kind = ? AND country = ? AND lat BETWEEN ? AND ?"


class Namesake(NamedTuple):
    """A place of a name: how many kilometres away, its number, and how the name is spelled there."""

    apart: float
    place: int
    spelled: str


class Namesakes:
    """The names of a gazetteer that is being added to, each copied from its tables when it is first asked for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._copied: dict[str, set[str]] = {"folded": set(), "skeleton": set()}
        for table in self._copied:
            db.executescript(_SCHEMA.format(table=table))

    def add(self, table: str, key: str, place: int) -> None:
        """Take note that a place has got a name under a key of a table (`folded` or `skeleton`)."""
        if key in self._copied[table]:
            self._db.execute(f"{_COPY.format(table=table)} AND place = ?", (key, place))

    def near(self, table: str, key: str, kind: str, country: str, point: tuple[float, float], most: float) -> Iterator[Namesake]:
        """Places of a kind and country under a key, at most so many kilometres from a point (latitude, longitude)."""
        if key not in self._copied[table]:
            self._copied[table].add(key)
            self._db.execute(_COPY.format(table=table), (key,))
        lat, lon = point
        margin = most / _DEGREE_KM + 0.01
        between = (lat - margin, lat + margin)
        for place, its_lat, its_lon, spelled in self._db.execute(_ASK.format(table=table), (key, kind, country, *between)):
            if (apart := kilometres(lat, lon, its_lat, its_lon)) <= most:
                yield Namesake(apart, place, spelled)
