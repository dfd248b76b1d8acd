"""Adding an operator's places to a gazetteer file, and taking them out again; the file in use is replaced whole or stays as it was."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from sayso.errors import GazetteerError
from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.foreign import Brought, Refused
from sayso.gazetteer.lookup import Gazetteer
from sayso.gazetteer.namesakes import Namesake, Namesakes
from sayso.gazetteer.rows import ARABIC_SCRIPT_COUNTRIES, is_kept, town_radius
from sayso.gazetteer.spelling import fold_name, likeness_of, skeleton_of
from sayso.gazetteer.supplement import SAME_TOWN_KM

_SCHEMA = """
CREATE TABLE IF NOT EXISTS source (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, licence TEXT NOT NULL, file TEXT NOT NULL,
    digest TEXT NOT NULL, added INTEGER NOT NULL, merged INTEGER NOT NULL, refused INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS brought (source INTEGER NOT NULL, place INTEGER NOT NULL, held TEXT NOT NULL, key TEXT NOT NULL,
    spelled TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS code (code TEXT NOT NULL, place INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY (code, place))
    WITHOUT ROWID;
"""
_DIVISIONS = ("admin1", "admin2")
_SAME_SOUND_KM, _ALIKE = 5.0, 0.6
"""A row is a town of the gazetteer that has its name within SAME_TOWN_KM, or one of a like-sounding name nearer."""


class Source(msgspec.Struct, frozen=True):
    """A set of places that an operator brought: its name, the licence that it comes under, its file and what came of its rows."""

    name: str
    licence: str
    file: str
    digest: str
    added: int = 0
    merged: int = 0
    refused: int = 0


def list_sources(path: Path) -> list[Source]:
    """What was brought into a gazetteer, in that order."""
    with Gazetteer.open(path):
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'source'").fetchone():
            return []
        rows = db.execute("SELECT name, licence, file, digest, added, merged, refused FROM source ORDER BY number")
        return [Source(*row) for row in rows]
    finally:
        db.close()


def add_places(path: Path, rows: Iterable[Brought | Refused], source: Source, tell: Callable[[Refused], None]) -> Source:
    """Add places to the gazetteer at `path`; `tell` hears of every row that is refused.

    A row that is a place of the gazetteer gives it its names; another is a new place. Raises GazetteerError where a source of this name
    was brought before, or where another import is under way.
    """
    if any(one.name == source.name for one in list_sources(path)):
        raise GazetteerError(f"{source.name} was brought before; take it out first: sayso places undo {source.name}")
    with change_file(path) as db:
        number = db.execute("SELECT coalesce(max(number), 0) + 1 FROM source").fetchone()[0]
        counts = _Adding(db, number, source).take(rows, tell)
        if not counts["added"] + counts["merged"]:
            raise GazetteerError(f"no row of {source.file} was taken; nothing is changed")
        done = msgspec.structs.replace(source, **counts)
        db.execute("INSERT INTO source VALUES (?,?,?,?,?,?,?,?)", (number, *msgspec.structs.astuple(done)))
        set_version(db)
    return done


def remove_places(path: Path, name: str) -> Source:
    """Take a source's places and names out again.

    Raises GazetteerError where there is none of this name, or where a later one gave names to its places.
    """
    found = next((one for one in list_sources(path) if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in list_sources(path)) or "none"
        raise GazetteerError(f"no source {name} was brought into {path}; there are: {known}")
    with change_file(path) as db:
        number = db.execute("SELECT number FROM source WHERE name = ?", (name,)).fetchone()[0]
        own = "SELECT place FROM brought WHERE source = ? AND held = 'place'"
        later = db.execute(
            f"SELECT name FROM source WHERE number IN (SELECT source FROM brought WHERE place IN ({own}) AND source <> ?) ORDER BY number",
            (number, number),
        ).fetchall()
        if later:
            raise GazetteerError(f"{later[-1][0]} gave names to places of {name}; take it out first: sayso places undo {later[-1][0]}")
        for table in ("folded", "skeleton"):
            brought = "SELECT key, place, spelled FROM brought WHERE source = ? AND held = ?"
            db.execute(f"DELETE FROM {table} WHERE (key, place, spelled) IN ({brought})", (number, table))
        db.execute(f"DELETE FROM place WHERE number IN ({own})", (number,))
        for table in ("code", "brought"):
            db.execute(f"DELETE FROM {table} WHERE source = ?", (number,))
        db.execute("DELETE FROM source WHERE number = ?", (number,))
        set_version(db)
    return found


def digest_file(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def change_file(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of a gazetteer file to change, which takes its place when all went well; raises GazetteerError where it cannot."""
    lock, part = path.with_name(f"{path.name}.lock"), path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        lock.open("x").close()
    except FileExistsError:
        raise GazetteerError(f"another import into {path} is under way; if none is, delete {lock}") from None
    except OSError as problem:
        raise GazetteerError(f"{path} cannot be changed ({problem.strerror or problem}); name another: --gazetteer FILE") from problem
    try:
        shutil.copyfile(path, part)
        db = sqlite3.connect(part.resolve().as_uri(), uri=True)
        try:
            db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _SCHEMA)
            yield db
            db.commit()
        finally:
            db.close()
        part.replace(path)
    except OSError as problem:
        raise GazetteerError(f"{path} cannot be changed ({problem.strerror or problem}); nothing is changed") from problem
    finally:
        part.unlink(missing_ok=True)
        lock.unlink(missing_ok=True)


def set_version(db: sqlite3.Connection) -> None:
    """Records tell which gazetteer they were read with, what was brought into it included."""
    first = db.execute("SELECT value FROM about WHERE key = 'version'").fetchone()[0].split("; with ")[0]
    brought = [f"{name} {digest[:12]}" for name, digest in db.execute("SELECT name, digest FROM source ORDER BY number")]
    db.execute("UPDATE about SET value = ? WHERE key = 'version'", ("; with ".join([first, *brought]),))
    db.execute("UPDATE about SET value = (SELECT count(*) FROM place) WHERE key = 'places'")


class _Adding:
    """The rows of one source on their way into the file."""

    def __init__(self, db: sqlite3.Connection, source: int, told: Source) -> None:
        self._db, self._source, self._told, self._namesakes = db, source, told, Namesakes(db)
        self._last = int(db.execute("SELECT coalesce(max(number), 0) FROM place").fetchone()[0])
        countries = db.execute("SELECT key, country FROM folded JOIN place ON place = number WHERE kind = 'country'")
        self._countries = {**dict(countries), **{code: code for (code,) in db.execute("SELECT country FROM place WHERE kind = 'country'")}}
        divisions = db.execute("SELECT country, key, admin1 FROM folded JOIN place ON place = number WHERE kind = 'admin1'")
        self._divisions = {(country, key): name for country, key, name in divisions}
        self._by_code = dict(db.execute("SELECT place_id, admin1 FROM place WHERE kind = 'admin1'"))

    def take(self, rows: Iterable[Brought | Refused], tell: Callable[[Refused], None]) -> dict[str, int]:
        counts = {"added": 0, "merged": 0, "refused": 0}
        for row in rows:
            refusal = row if isinstance(row, Refused) else self._refusal(row)
            if refusal:
                tell(refusal)
                counts["refused"] += 1
            elif isinstance(row, Brought):
                counts[self._add(row)] += 1
        return counts

    def _refusal(self, row: Brought) -> Refused | None:
        if not is_kept(row.name):
            return Refused(row.line, row.name, "a name too short, or in a script that is not read")
        if row.country and self._country(row) is None:
            return Refused(row.line, row.name, f"no such country: {row.country}")
        if row.country is None:
            return Refused(row.line, row.name, "no country; where all are in one: --country SY")
        return None

    def _country(self, row: Brought) -> str | None:
        return self._countries.get(row.country or "") or self._countries.get(fold_name(row.country or ""))

    def _add(self, row: Brought) -> str:
        known = self._known(row)
        place = known if known is not None else self._insert(row)
        self._name(place, row)
        if row.code:
            self._db.execute("INSERT OR IGNORE INTO code VALUES (?,?,?)", (row.code, place, self._source))
        return "added" if known is None else "merged"

    def _known(self, row: Brought) -> int | None:
        """The number of the place of the gazetteer that a row is."""
        if same := self._db.execute("SELECT number FROM place WHERE place_id = ?", (self._id_of(row),)).fetchone():
            return int(same[0])
        names = (row.name, *row.other_names)
        by_name = (near for name in names for near in self._near("folded", fold_name(name), row, SAME_TOWN_KM, name))
        by_sound = (near for name in names for near in self._near("skeleton", skeleton_of(name), row, _SAME_SOUND_KM, name))
        nearest = min(by_name, default=None) or min(by_sound, default=None)
        return nearest[1] if nearest else None

    def _near(self, table: str, key: str, row: Brought, most: float, name: str) -> Iterator[tuple[float, int]]:
        """Kilometres and numbers of the places of a row's kind and country under a key, where they are near enough to be its own."""
        country = self._country(row)
        if not key or country is None:
            return
        if row.kind in _DIVISIONS:
            near = self._divisions_named(table, key, row, country)
        elif row.lat is not None and row.lon is not None:
            near = self._namesakes.near(table, key, row.kind, country, (row.lat, row.lon), most)
        else:
            return
        yield from ((one.apart, one.place) for one in near if table != "skeleton" or likeness_of(name, one.spelled) >= _ALIKE)

    def _divisions_named(self, table: str, key: str, row: Brought, country: str) -> Iterator[Namesake]:
        """Divisions under a key, however far; a district of another province is another one, one without a point is taken by its name."""
        columns = "number, lat, lon, admin1, spelled"
        query = f"SELECT {columns} FROM {table} JOIN place ON place = number WHERE key = ? AND kind = ? AND country = ?"
        division = self._division(row, country)
        for number, lat, lon, admin1, spelled in self._db.execute(query, (key, row.kind, country)):
            if not (row.kind == "admin2" and division is not None and admin1 is not None and admin1 != division):
                pointless = row.lat is None or row.lon is None or lat is None or lon is None
                yield Namesake(0.0 if pointless else kilometres(row.lat, row.lon, lat, lon), number, spelled)

    def _insert(self, row: Brought) -> int:
        self._last += 1
        country, radius = self._country(row), town_radius(row.population) if row.kind == "town" else None
        what = (self._last, self._id_of(row), row.name, row.kind, country, self._division(row, country))
        values = (*what, row.lat, row.lon, row.population, radius, f"{self._told.name} ({self._told.licence})")
        self._db.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", values)
        self._db.execute("INSERT INTO brought VALUES (?,?,'place','','')", (self._source, self._last))
        return self._last

    def _id_of(self, row: Brought) -> str:
        """GeoNames' own id where the row has it, else one by the source: its number for the place, or the line."""
        own = row.own_id or f"line-{row.line}"
        return own if ":" in own else f"{self._told.name}:{own}"

    def _division(self, row: Brought, country: str | None) -> str | None:
        """The English name of a row's first-level division, as the gazetteer has it."""
        told = row.admin1 or ""
        if by_code := self._by_code.get(f"admin1:{told}"):
            return str(by_code)
        keys = [(country, fold_name(words)) for words in (told, told.rsplit(" ", 1)[0])]
        return next((self._divisions[key] for key in keys if key in self._divisions), None)

    def _name(self, place: int, row: Brought) -> None:
        tables = [("folded", fold_name)] + ([("skeleton", skeleton_of)] if self._country(row) in ARABIC_SCRIPT_COUNTRIES else [])
        for table, make in tables:
            for name in dict.fromkeys((row.name, *filter(is_kept, row.other_names))):
                key = make(name)
                if not key or self._db.execute(f"SELECT 1 FROM {table} WHERE key = ? AND place = ?", (key, place)).fetchone():
                    continue
                self._db.execute(f"INSERT INTO {table} VALUES (?,?,?)", (key, place, name))
                self._db.execute("INSERT INTO brought VALUES (?,?,?,?,?)", (self._source, place, table, key, name))
                self._namesakes.add(table, key, place)

