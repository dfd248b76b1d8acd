"""Places of one name near a point, while rows are added."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.namesakes import Namesakes

points = st.lists(st.tuples(st.floats(32, 33), st.floats(36, 37)), max_size=12)


def gazetteer() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:")
    db.executescript(
        "CREATE TABLE place (number INTEGER PRIMARY KEY, kind TEXT, country TEXT, lat REAL, lon REAL);"
        "CREATE TABLE folded (key TEXT, place INTEGER, spelled TEXT); CREATE TABLE skeleton (key TEXT, place INTEGER, spelled TEXT);"
    )
    return db


def put(db: sqlite3.Connection, number: int, point: tuple[float | None, float | None], country: str = "SY", kind: str = "town") -> None:
    db.execute("INSERT INTO place VALUES (?,?,?,?,?)", (number, kind, country, *point))
    db.execute("INSERT INTO folded VALUES ('aris', ?, 'Aris')", (number,))


@given(before=points, after=points, most=st.floats(1, 60))
def test_the_nearest_are_those_of_all_places_whenever_they_came(before, after, most):
    db = gazetteer()
    for number, point in enumerate(before):
        put(db, number, point)
    namesakes = Namesakes(db)
    assert list(namesakes.near("folded", "aris", "town", "SY", (0.0, 0.0), most)) == []
    for number, point in enumerate(after, len(before)):
        put(db, number, point)
        namesakes.add("folded", "aris", number)
    found = {one.place for one in namesakes.near("folded", "aris", "town", "SY", (32.5, 36.5), most)}
    assert found == {number for number, point in enumerate([*before, *after]) if kilometres(32.5, 36.5, *point) <= most}


def test_other_names_kinds_and_countries_and_places_without_a_point_are_none():
    db = gazetteer()
    put(db, 1, (32.5, 36.5), country="JO")
    put(db, 2, (32.5, 36.5), kind="admin2")
    put(db, 3, (None, None))
    put(db, 4, (32.5, 36.5))
    near = list(Namesakes(db).near("folded", "aris", "town", "SY", (32.5, 36.5), 5.0))
    assert [(one.place, one.apart, one.spelled) for one in near] == [(4, 0.0, "Aris")]
