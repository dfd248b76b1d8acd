"""Rows of an operator's file: each is a place or is refused with its line and why."""

import json

import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer.foreign import Brought, Refused, read_places


def geonames(number="1", name="Dariyat", others="داريات,Daria", lat="35.8", lon="36.6", feature="P", code="PPL", country="SY", admin1="12", people="900"):
    return "\t".join([number, name, name, others, lat, lon, feature, code, country, "", admin1, "", "", "", people, "", "", "Asia/Damascus", "2020-01-01"])


def read(path, text, columns=(), country=None):
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf8"))
    kind, rows = read_places(path, dict(columns), country)
    return kind, list(rows)


def test_a_geonames_dump(tmp_path):
    kind, (town, division) = read(tmp_path / "SY.txt", "\n".join([geonames(), geonames("2", "Idlib", "", feature="A", code="ADM1")]))
    assert kind == "geonames"
    assert (town.own_id, town.name, town.other_names, town.kind, town.admin1, town.population) == ("geonames:1", "Dariyat", ("داريات", "Daria"), "town", "SY.12", 900)
    assert (division.own_id, division.kind) == ("admin1:SY.12", "admin1")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (geonames()[:40], "columns instead of 19"),
        (geonames(lat="95.0"), "out of range"),
        (geonames(lat="north"), "are no numbers"),
        (geonames(lat="nan"), "out of range"),
        (geonames(feature="S", code="HSP"), "a site"),
        (geonames(feature="S", code="CMPRF"), "a site"),
        (geonames(feature="H", code="STM"), "no settlement"),
        (geonames(code="PPLQ"), "no settlement"),
        (geonames(number="x"), "no number or no name"),
        (geonames(name=""), "no number or no name"),
        (geonames(), "the same as line 1"),
        (geonames(number="2", name="Caf\udce9", others=""), "not UTF-8"),
    ],
)
def test_rows_that_are_refused_say_why_and_the_rest_goes_on(tmp_path, line, why):
    text = "\n".join([geonames(), line, geonames("3", "Salwan")]).encode("utf8", "surrogateescape")
    _, rows = read(tmp_path / "SY.txt", text)
    assert [row.name for row in rows if isinstance(row, Brought)] == ["Dariyat", "Salwan"]
    (refused,) = [row for row in rows if isinstance(row, Refused)]
    assert refused.line == 2
    assert why in refused.why


def test_a_table_whose_columns_the_operator_names(tmp_path):
    text = 'Town,Also,Y,X\n"Dariyat",Daria|داريات,35.8,36.6\nSalwan,,35.9,\n'
    columns = {"name": "Town", "other_names": "Also", "lat": "Y", "lon": "X"}
    kind, (first, second) = read(tmp_path / "towns.csv", text, columns, "SY")
    assert (kind, first.name, first.other_names, first.lat, first.lon, first.country) == ("csv", "Dariyat", ("Daria", "داريات"), 35.8, 36.6, "SY")
    assert isinstance(second, Refused)
    assert "no numbers" in second.why


def test_a_table_of_divisions_with_p_codes(tmp_path):
    text = "ADM2_EN,ADM2_AR,ADM2_PCODE,ADM1_EN,ADM1_PCODE\nAriha,أريحا,SY0705,Idleb,SY07\n"
    kind, (row,) = read(tmp_path / "cod.csv", text, country="SY")
    assert (kind, row.kind, row.name, row.other_names, row.code, row.admin1, row.lat) == ("cod", "admin2", "Ariha", ("أريحا",), "SY0705", "Idleb", None)


def test_events_of_ucdp_give_the_settlements_that_they_are_at(tmp_path):
    header = "id,where_prec,where_coordinates,adm_1,latitude,longitude,country\n"
    rows = ["1,1.0,Dariyat village,Idlib governorate,35.8,36.6,Syria", "2,4.0,Idlib governorate,Idlib governorate,35.7,36.7,Syria",
            "3,1.0,Dariyat village,Idlib governorate,35.8,36.6,Syria", "4,2,road near Dariyat,Idlib governorate,35.8,36.6,Syria"]  # fmt: skip
    kind, (town, *refused) = read(tmp_path / "ged.csv", header + "\n".join(rows))
    assert (kind, town.name, town.country) == ("ged", "Dariyat", "Syria")
    assert [r.why.split(" (")[0] for r in refused] == ["a district or wider", "the same as line 2", "no name of a settlement"]


def test_a_geojson_gives_points_and_the_middle_of_outlines(tmp_path):
    square = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}
    features = [
        {"properties": {"name": "Dariyat", "country": "SY"}, "geometry": {"type": "Point", "coordinates": [36.6, 35.8]}},
        {"properties": {"name": "Sahl", "country": "SY", "kind": "area"}, "geometry": square},
        {"properties": {"name": "Nowhere"}, "geometry": None},
        {"properties": {"name": "Odd", "kind": "castle"}, "geometry": {"type": "Point", "coordinates": [36.6, 35.8]}},
        "no feature",
    ]
    kind, rows = read(tmp_path / "x.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    assert kind == "geojson"
    assert [(row.name, row.lat, row.lon, row.kind) for row in rows if isinstance(row, Brought)] == [("Dariyat", 35.8, 36.6, "town"), ("Sahl", 35.5, 36.5, "area")]
    assert [row.why.split(":")[0] for row in rows if isinstance(row, Refused)] == ["no coordinates", "no such kind of place", "a feature without properties"]


@pytest.mark.parametrize(
    ("name", "text", "columns", "why"),
    [
        ("x.txt", "nothing of note", {}, "of no kind that is known"),
        ("x.csv", "Town,Y\nDariyat,35.8\n", {"name": "Place"}, "the file has no column Place"),
        ("x.csv", "Town,Y\nDariyat,35.8\n", {"town": "Town"}, "no such content"),
        ("x.csv", "Town,Y\nDariyat,35.8\n", {"lat": "Y"}, "no column is said to hold the name"),
        ("x.geojson", "{", {}, "is no GeoJSON"),
        ("x.geojson", "[]", {}, "no list of features"),
    ],
)
def test_a_file_that_is_not_understood_is_told(tmp_path, name, text, columns, why):
    with pytest.raises(GazetteerError, match=why):
        read(tmp_path / name, text, columns)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(GazetteerError, match="cannot be read"):
        read_places(tmp_path / "none.txt", {})
