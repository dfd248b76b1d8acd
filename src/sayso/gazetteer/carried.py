"""What operators brought into one gazetteer file, carried over into another that was built anew."""

import sqlite3
from pathlib import Path

from sayso.gazetteer.imports import Source, change_file, list_sources, set_version

_COLUMNS = "o.place_id, o.name, o.kind, o.country, o.admin1, o.lat, o.lon, o.population, o.radius_km, o.source"
_CARRY = f"""
INSERT INTO source SELECT * FROM old.source;
INSERT INTO place SELECT (SELECT max(number) FROM place) + row_number() OVER (ORDER BY o.number), {_COLUMNS}
    FROM old.brought b JOIN old.place o ON o.number = b.place WHERE b.held = 'place' AND o.place_id NOT IN (SELECT place_id FROM place);
CREATE TEMP TABLE moved AS SELECT o.number AS was, n.number AS place FROM old.place o JOIN place n USING (place_id)
    WHERE o.number IN (SELECT place FROM old.brought UNION SELECT place FROM old.code);
INSERT INTO brought SELECT b.source, m.place, 'place', '', '' FROM old.brought b JOIN moved m ON m.was = b.place
    WHERE b.held = 'place' AND m.place > (SELECT CAST(value AS INTEGER) FROM about WHERE key = 'places');
"""
_NAMES = """
INSERT INTO brought SELECT b.source, m.place, b.held, b.key, b.spelled FROM old.brought b JOIN moved m ON m.was = b.place
    WHERE b.held = '{table}' AND (b.key, m.place) NOT IN (SELECT key, place FROM {table});
INSERT INTO {table} SELECT key, place, spelled FROM brought WHERE held = '{table}';
"""
_CODES = "INSERT OR IGNORE INTO code SELECT c.code, m.place, c.source FROM old.code c JOIN moved m ON m.was = c.place;"


def carry_sources(old: Path, new: Path) -> tuple[list[Source], int]:
    """Bring all that operators brought into the file `old` into the file `new`, which has nothing of theirs.

    The sources, and the number of names whose place is not in the new file. Raises GazetteerError where either is no gazetteer of this
    format.
    """
    if not (sources := list_sources(old)):
        return [], 0
    with change_file(new) as db:
        db.execute("ATTACH ? AS old", (f"{old.resolve().as_uri()}?mode=ro&immutable=1",))
        db.executescript(_CARRY + _NAMES.format(table="folded") + _NAMES.format(table="skeleton") + _CODES)
        lost = int(db.execute("SELECT count(*) FROM old.brought WHERE place NOT IN (SELECT was FROM moved)").fetchone()[0])
        _detach(db)
        set_version(db)
    return sources, lost


def _detach(db: sqlite3.Connection) -> None:
    db.commit()
    db.execute("DETACH old")
