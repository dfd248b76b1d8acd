"""Looking a name up: which places it may mean, across spellings, best first."""

import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Self

from sayso.errors import GazetteerError
from sayso.gazetteer.rows import ARABIC_SCRIPT_COUNTRIES
from sayso.gazetteer.spelling import fold_name, likeness_of, plain_words, skeleton_of
from sayso.model.places import Candidate, Place
from sayso.version import GAZETTEER_FORMAT

_COLUMNS = "place_id, name, kind, country, admin1, lat, lon, population, radius_km, source"
_QUERY = "SELECT {columns}, spelled FROM {table} JOIN place ON place = number WHERE key = ? ORDER BY population DESC, number LIMIT {most}"
_FOLDED = _QUERY.format(columns=_COLUMNS, table="folded", most=300)
_SKELETON = _QUERY.format(columns=_COLUMNS, table="skeleton", most=60)
_KIND_ORDER = {"country": 0, "area": 1, "admin1": 2, "town": 3, "sea": 4, "admin2": 5, "border": 6, "road": 7}
_LEAST_LIKENESS = 0.5
"""Below this, names that share their consonants are different names (Dice of letter pairs; Kafr Nabl and Kafranbel have 0.59)."""

_BUILD_IT = "build it with: sayso gazetteer build"
_ARTICLE_DIFFERS, _SPACING_DIFFERS, _ACROSS_SCRIPTS = 0.93, 0.96, 0.8

Row = tuple[Any, ...]
How = Literal["exact", "folded", "skeleton"]


class Gazetteer:
    """Places and their names, read from one file; `find` and `place` give the same answer every time."""

    def __init__(self, db: sqlite3.Connection, version: str) -> None:
        self._db = db
        self._version = version
        self.find = lru_cache(maxsize=50_000)(self._find)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a built gazetteer for reading.

        Raises GazetteerError where there is none at `path` or it is of another format.
        """
        if not path.is_file():
            raise GazetteerError(f"no gazetteer at {path}; {_BUILD_IT}")
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            version = str(db.execute("SELECT value FROM about WHERE key = 'version'").fetchone()[0])
        except (sqlite3.DatabaseError, TypeError) as problem:
            db.close()
            raise GazetteerError(f"{path} is no gazetteer, or a broken one; delete it, then {_BUILD_IT}") from problem
        if version.split(" ")[0] != GAZETTEER_FORMAT:
            db.close()
            raise GazetteerError(f"{path} has format {version.split(' ')[0]}, this Sayso reads {GAZETTEER_FORMAT}; {_BUILD_IT}")
        return cls(db, version)

    @property
    def version(self) -> str:
        """What the file was built from; written into every record."""
        return self._version

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Places that a name may mean: the likeliest spelling first, then countries, divisions and towns by population."""
        if not (key := fold_name(name)):
            return ()
        found = [c for row in self._db.execute(_FOLDED, (key,)) if (c := _by_letters(name, row))]
        if not found and (bones := skeleton_of(name)):
            found = [c for row in self._db.execute(_SKELETON, (bones,)) if (c := _by_consonants(name, row))]
        best: dict[str, Candidate] = {}
        for candidate in sorted(found, key=_order):
            best.setdefault(candidate.place.place_id, candidate)
        return tuple(best.values())

    def place(self, place_id: str) -> Place | None:
        """The place with this id, or None."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place WHERE place_id = ?", (place_id,)).fetchone()
        return _place(row) if row else None

    def close(self) -> None:
        """Close the file."""
        self.find.cache_clear()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def _order(c: Candidate) -> tuple[float, int, int, str]:
    return -c.likeness, _KIND_ORDER[c.place.kind], -c.place.population, c.place.place_id


def _place(row: Row) -> Place:
    place_id, name, kind, country, admin1, lat, lon, population, radius_km, source = row
    return Place(
        place_id=place_id, name=name, kind=kind, country=country, admin1=admin1, lat=lat, lon=lon,
        population=population, radius_km=radius_km, source=source,
    )  # fmt: skip


def _by_letters(asked: str, row: Row) -> Candidate | None:
    """A place found by the folded name; an article too many or too few is no matter in Arabic names and tells names apart elsewhere."""
    *fields, spelled = row
    place = _place(tuple(fields))
    words, known = plain_words(asked), plain_words(spelled)
    how: How = "exact" if asked.casefold() == spelled.casefold() else "folded"
    if words == known:
        return Candidate(place=place, matched=spelled, how=how, likeness=1.0)
    if "".join(words) == "".join(known):
        return Candidate(place=place, matched=spelled, how=how, likeness=_SPACING_DIFFERS)
    if place.country in ARABIC_SCRIPT_COUNTRIES or place.place_id.startswith("sayso:") or words[:1] == ("the",) or known[:1] == ("the",):
        return Candidate(place=place, matched=spelled, how=how, likeness=_ARTICLE_DIFFERS)
    return None


def _by_consonants(asked: str, row: Row) -> Candidate | None:
    *fields, spelled = row
    same_script = asked.isascii() == spelled.isascii() or plain_words(spelled)[0].isascii() == plain_words(asked)[0].isascii()
    likeness = likeness_of(asked, spelled) if same_script else _ACROSS_SCRIPTS
    if likeness < _LEAST_LIKENESS:
        return None
    return Candidate(place=_place(tuple(fields)), matched=spelled, how="skeleton", likeness=round(0.9 * likeness, 3))
