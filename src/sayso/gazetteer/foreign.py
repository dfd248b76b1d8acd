"""Places that an operator brings: a GeoNames dump, a UCDP GED file, a COD table with P-codes, any CSV, a GeoJSON file, row by row."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, cast, get_args

import msgspec

from sayso.errors import GazetteerError
from sayso.model.places import PlaceKind

FileKind = Literal["geonames", "ged", "cod", "csv", "geojson"]
COLUMNS = ("name", "other_names", "lat", "lon", "country", "admin1", "kind", "population", "id", "code")
"""What a column of a table may hold; `other_names` are joined by `|`, `code` is a P-code, `id` the source's own number."""

REPEATS = "the same as"
"""How the refusal of a row begins that says what another row says."""

_GEONAMES_COLUMNS = 19
_GED_COLUMNS = {"name": "where_coordinates", "lat": "latitude", "lon": "longitude", "country": "country", "admin1": "adm_1"}
_GED_PRECISE = ("1", "2")
"""UCDP's where_prec of events at a named point or within 25 km of one; others stand at the middle of a division."""
_NO_SETTLEMENT = re.compile(r"\b(?:between|near|road|highway|front|border|area|river|mountains?)\b|\d", re.IGNORECASE)
_ADMIN = re.compile(r"(?:adm|admin)_?(\d)_?(pcode|[a-z]{2}|name)$", re.IGNORECASE)


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """A place as a row of the file has it, not yet looked up; `line` is where the row stands, from 1."""

    line: int
    name: str
    other_names: tuple[str, ...] = ()
    kind: PlaceKind = "town"
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    own_id: str | None = None
    code: str | None = None


class Refused(msgspec.Struct, frozen=True):
    """A row that was not taken, and why."""

    line: int
    name: str
    why: str


class _NotTaken(Exception):
    """Why a row is not taken."""


def read_places(path: Path, columns: Mapping[str, str], country: str | None = None) -> tuple[FileKind, Iterator[Brought | Refused]]:
    """The kind of a file and its rows; `columns` says which column of a CSV holds what, `country` where all of its places are.

    Raises GazetteerError where the file cannot be opened or is of no kind that is known.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(65_536).decode("utf-8-sig", errors="surrogateescape")
    except OSError as problem:
        raise GazetteerError(f"{path} cannot be read ({problem.strerror or problem})") from problem
    kind = _kind_of(path, head, columns)
    if kind == "geojson":
        return kind, _taken(_features(path), lambda row: _feature(row, country), "name")
    if kind == "geonames":
        return kind, _taken(_lines(path), _geonames, "")
    named = _named_columns(kind, _header(head), columns)
    return kind, _taken(_records(path), lambda row: _row(row, named, kind, country), named["name"])


def _kind_of(path: Path, head: str, columns: Mapping[str, str]) -> FileKind:
    first = head.split("\n", 1)[0]
    if path.suffix.lower() in (".geojson", ".json"):
        return "geojson"
    if first.count("\t") == _GEONAMES_COLUMNS - 1:
        return "geonames"
    header = _header(head)
    if {_GED_COLUMNS[what] for what in ("name", "lat", "lon")} <= set(header):
        return "ged"
    if any(m and m[2].lower() == "pcode" for m in map(_ADMIN.match, header)):
        return "cod"
    if columns or "name" in header:
        return "csv"
    known = "a GeoNames dump (19 columns), UCDP GED, a COD table with P-codes, a GeoJSON, or a CSV"
    what_to_do = "for a CSV say what its columns are: --columns name=Town,lat=Y,lon=X"
    raise GazetteerError(f"{path} is of no kind that is known: {known}; {what_to_do}")


def _header(head: str) -> list[str]:
    return [column.strip() for column in next(csv.reader([head.split("\n", 1)[0].rstrip("\r")]), [])]


def _named_columns(kind: FileKind, header: Sequence[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which column of the file holds what."""
    if kind == "ged":
        return _GED_COLUMNS
    named = dict(columns) or {name: name for name in COLUMNS if name in header}
    if kind == "cod" and not columns:
        named = _cod_columns(header)
    if unknown := sorted(set(named) - set(COLUMNS)):
        raise GazetteerError(f"no such content of a column: {', '.join(unknown)}; there are {', '.join(COLUMNS)}")
    if missing := sorted(column for column in named.values() if column not in header):
        raise GazetteerError(f"the file has no column {', '.join(missing)}; it has {', '.join(header)}")
    if "name" not in named:
        raise GazetteerError("no column is said to hold the name: --columns name=COLUMN")
    return named


def _cod_columns(header: Sequence[str]) -> dict[str, str]:
    """Columns of a table of divisions: the finest level's name and P-code; `ADM2_EN`, `ADM2_AR`, `ADM2_PCODE`, `admin1Name`."""
    levels = {(int(m[1]), m[2].lower()): column for column in header if (m := _ADMIN.match(column))}
    finest = max(level for level, what in levels if what == "pcode")
    own = {what: column for (level, what), column in levels.items() if level == finest}
    name = own.get("en") or own.get("name") or next((c for what, c in sorted(own.items()) if what != "pcode"), "")
    others = [column for what, column in sorted(own.items()) if what != "pcode" and column != name]
    found = {"name": name, "code": own["pcode"]} | ({"other_names": others[0]} if others else {})
    above = levels.get((1, "en")) or levels.get((1, "name"))
    points = {what: c for c in header for what in ("lat", "lon") if re.fullmatch(rf"{what}(?:itude|gitude)?", c, re.IGNORECASE)}
    return {k: v for k, v in found.items() if v} | points | ({"admin1": above} if above and finest > 1 else {})


def _taken(rows: Iterable[tuple[int, object]], take: Callable[[object], Brought], named: str) -> Iterator[Brought | Refused]:
    """Each row as a place, or why it is none; of rows that say the same the first is taken. `named` is the column that holds the name."""
    seen: dict[tuple[object, ...], int] = {}
    for line, row in rows:
        try:
            if isinstance(row, _NotTaken):
                raise row
            place = msgspec.structs.replace(take(row), line=line)
            same = (place.own_id or place.code or place.name, place.kind, place.country, place.lat, place.lon)
            if same in seen:
                raise _NotTaken(f"{REPEATS} line {seen[same]}")
            seen[same] = line
            yield place
        except _NotTaken as refusal:
            yield Refused(line, _name_in(row, named), str(refusal))


def _name_in(row: object, named: str) -> str:
    """The name that a refused row has, for the person who looks for it."""
    fields = row.split("\t")[1:2] if isinstance(row, str) else []
    held = row.get("properties", row) if isinstance(row, dict) else {}
    name = fields[0] if fields else held.get(named) if isinstance(held, dict) else None
    return str(name or "")[:60].encode("utf8", "replace").decode()


def _lines(path: Path) -> Iterator[tuple[int, object]]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                yield number, line.rstrip("\r\n")


def _records(path: Path) -> Iterator[tuple[int, object]]:
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as stream:
        reader = csv.reader(stream)
        header = [column.strip() for column in next(reader)]
        while True:
            line = reader.line_num + 1
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                yield line, _NotTaken(f"the row is no CSV ({problem})")
                continue
            if not any(values):
                continue
            short = len(values) < len(header)
            yield line, _NotTaken(f"{len(values)} columns instead of {len(header)}") if short else dict(zip(header, values, strict=False))


def _features(path: Path) -> Iterator[tuple[int, object]]:
    try:
        whole = json.loads(path.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as problem:
        raise GazetteerError(f"{path} is no GeoJSON ({problem}); save it as UTF-8") from problem
    features = whole.get("features") if isinstance(whole, dict) else None
    if not isinstance(features, list):
        raise GazetteerError(f"{path} is no GeoJSON: it has no list of features")
    yield from enumerate(features, 1)


def _plain(words: str) -> str:
    if any("\udc80" <= letter <= "\udcff" for letter in words):
        raise _NotTaken("the row is not UTF-8; save the file as UTF-8")
    return " ".join(words.split())


def _point(lat: str, lon: str) -> tuple[float, float]:
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        raise _NotTaken(f"coordinates that are no numbers: {lat!r}, {lon!r}") from None
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise _NotTaken(f"coordinates out of range: {lat}, {lon}")
    return round(north, 5), round(east, 5)


_GEONAMES_KINDS: dict[str, PlaceKind] = {"ADM1": "admin1", "ADM2": "admin2"}
_GONE = ("PPLH", "PPLQ", "PPLW")


def _geonames(row: object) -> Brought:
    """One line of a country dump, https://download.geonames.org/export/dump/readme.txt: 19 columns, tabs between them."""
    fields = _plain_fields(str(row))
    number, name, _, others, lat, lon, feature, code, country = fields[:9]
    if not number.isdigit() or not name:
        raise _NotTaken("no number or no name")
    if feature == "S":
        raise _NotTaken("a site: points of buildings, camps and the like are not taken")
    kind = _GEONAMES_KINDS.get(code) if feature == "A" else "town" if feature == "P" and code not in _GONE else None
    if kind is None:
        raise _NotTaken(f"no settlement or first or second division ({feature}.{code})")
    north, east = _point(lat, lon)
    admin1 = f"{country}.{fields[10]}" if fields[10] else None
    own = f"admin1:{admin1}" if kind == "admin1" else f"geonames:{number}"
    names = tuple(o for o in others.split(",") if o and o != name)
    people = int(fields[14]) if fields[14].isdigit() else 0
    return Brought(line=0, name=name, other_names=names, kind=kind, country=country or None, admin1=admin1, lat=north, lon=east,
                   population=people, own_id=own)  # fmt: skip


def _plain_fields(line: str) -> list[str]:
    fields = [_plain(field) for field in line.split("\t")]
    if len(fields) != _GEONAMES_COLUMNS:
        raise _NotTaken(f"{len(fields)} columns instead of {_GEONAMES_COLUMNS}")
    return fields


_LEVELS: dict[int, PlaceKind] = {0: "country", 1: "admin1", 2: "admin2"}


def _row(row: object, named: Mapping[str, str], kind: FileKind, country: str | None) -> Brought:
    held = {what: _plain(cast(dict[str, str], row)[column]) for what, column in named.items()}
    if not held["name"]:
        raise _NotTaken("no name")
    if kind == "ged":
        _check_event(cast(dict[str, str], row), held["name"])
    lat, lon = held.get("lat", ""), held.get("lon", "")
    point = _point(lat, lon) if lat or lon else (None, None)
    level = _ADMIN.match(named["code"]) if kind == "cod" else None
    of_kind = _LEVELS.get(int(level[1]), "town") if level else _kind_told(held.get("kind", ""))
    if point[0] is None and of_kind == "town":
        raise _NotTaken("no coordinates")
    people = held.get("population", "").replace(",", "")
    name = re.sub(r" (?:town|city|village)$", "", held["name"]) if kind == "ged" else held["name"]
    return Brought(
        line=0, name=name, other_names=tuple(o.strip() for o in held.get("other_names", "").split("|") if o.strip()), kind=of_kind,
        country=held.get("country") or country, admin1=held.get("admin1") or None, lat=point[0], lon=point[1],
        population=int(people) if people.isdigit() else 0, own_id=held.get("id") or None, code=held.get("code") or None,
    )  # fmt: skip


def _check_event(row: Mapping[str, str], name: str) -> None:
    """Refuse an event of GED that stands at no settlement."""
    if (precision := row.get("where_prec", "1").removesuffix(".0")) not in _GED_PRECISE:
        raise _NotTaken(f"a district or wider (where_prec {precision})")
    if _NO_SETTLEMENT.search(name):
        raise _NotTaken("no name of a settlement")


def _kind_told(words: str) -> PlaceKind:
    if words and words not in get_args(PlaceKind):
        raise _NotTaken(f"no such kind of place: {words}; there are {', '.join(get_args(PlaceKind))}")
    return cast(PlaceKind, words or "town")


def _feature(row: object, country: str | None) -> Brought:
    """A GeoJSON feature: its point, or the middle of its outline."""
    if not isinstance(row, dict) or not isinstance(row.get("properties"), dict):
        raise _NotTaken("a feature without properties")
    told = {str(k).lower(): str(v) for k, v in row["properties"].items() if isinstance(v, str | int | float)}
    points = list(_corners((row.get("geometry") or {}).get("coordinates")))
    if not points:
        raise _NotTaken("no coordinates")
    lon, lat = ((min(axis) + max(axis)) / 2 for axis in zip(*points, strict=True))
    north, east = _point(str(lat), str(lon))
    if not told.get("name"):
        raise _NotTaken("no name")
    return Brought(
        line=0, name=_plain(told["name"]), other_names=tuple(o for o in told.get("other_names", "").split("|") if o),
        kind=_kind_told(told.get("kind", "")), country=told.get("country") or country, admin1=told.get("admin1") or None,
        lat=north, lon=east, own_id=told.get("id"), code=told.get("pcode") or told.get("code"),
    )  # fmt: skip


def _corners(coordinates: object) -> Iterator[tuple[float, float]]:
    if isinstance(coordinates, list) and len(coordinates) > 1 and all(isinstance(c, int | float) for c in coordinates[:2]):
        yield float(coordinates[0]), float(coordinates[1])
    elif isinstance(coordinates, list):
        for part in coordinates:
            yield from _corners(part)
