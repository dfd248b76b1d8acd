"""Gazetteers for tests: a small one (countries, Sayso's supplement, some towns and divisions written by hand) and the full one; records."""

import csv
import datetime as dt
import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import GazetteerError
from sayso.gazetteer import Gazetteer, build_gazetteer
from sayso.gazetteer.build import gazetteer_version, write_gazetteer
from sayso.gazetteer.packages import country_rows
from sayso.gazetteer.rows import GazetteerRow, kept_names
from sayso.gazetteer.supplement import merge_supplement, read_supplement
from sayso.model.articles import Block, Published
from sayso.model.claims import Claim
from sayso.model.mentions import Mentions
from sayso.model.places import Place, PlaceKind
from sayso.model.records import ReadBy, Record
from sayso.settings import read_settings
from tests.postgres_server import postgres_server  # noqa: F401

# name, kind, country, GeoNames code of the division, its English name, lat, lon, population, other names
ROWS: tuple[tuple[str, PlaceKind, str, str, str | None, float, float, int, tuple[str, ...]], ...] = (
    ("Idlib Province", "admin1", "SY", "SY.12", "Idlib", 35.78, 36.68, 400_000, ("Idlib", "Idleb")),
    ("Aleppo Province", "admin1", "SY", "SY.09", "Aleppo", 36.23, 37.60, 2_600_000, ("Aleppo", "Halab")),
    ("Rural Damascus Province", "admin1", "SY", "SY.08", "Rural Damascus", 33.46, 37.01, 900_000, ("Rural Damascus", "Rif Dimashq", "Damascus countryside")),
    ("Oregon", "admin1", "US", "US.OR", "Oregon", 43.9, -120.5, 4_000_000, ()),
    ("Texas", "admin1", "US", "US.TX", "Texas", 31.0, -99.3, 29_000_000, ()),
    ("Idlib", "town", "SY", "SY.12", "Idlib", 35.9306, 36.6339, 128_840, ("إدلب", "Idleb")),
    ("Aleppo", "town", "SY", "SY.09", "Aleppo", 36.2012, 37.1612, 2_098_210, ("حلب", "Alep")),
    ("Damascus", "town", "SY", "SY.13", "Damascus", 33.5102, 36.2913, 1_569_394, ("دمشق",)),
    ("Ma'arrat an Nu'man", "town", "SY", "SY.12", "Idlib", 35.6483, 36.6769, 0, ("معرة النعمان", "Maarrat al-Nu'man")),
    ("Ariha", "town", "SY", "SY.12", "Idlib", 35.8137, 36.6096, 0, ("أريحا",)),
    ("Jericho", "town", "PS", "PS.WE", "West Bank", 31.867, 35.45, 19_783, ("Ariha", "Arīḩā")),
    ("Salem", "town", "US", "US.OR", "Oregon", 44.9429, -123.0351, 164_549, ()),
    ("Salem", "town", "IN", "IN.25", "Tamil Nadu", 11.6512, 78.1587, 778_396, ()),
    ("Salem", "town", "US", "US.MA", "Massachusetts", 42.5195, -70.8967, 43_000, ()),
    ("Turkey", "town", "US", "US.TX", "Texas", 34.3928, -100.8960, 421, ()),
    ("Early", "town", "US", "US.TX", "Texas", 31.7421, -98.9456, 2_800, ()),
    ("Gaziantep", "town", "TR", "TR.83", "Gaziantep", 37.0594, 37.3825, 1_065_975, ("Antep",)),
)  # fmt: skip


def rows() -> list[GazetteerRow]:
    made = []
    for i, (name, kind, country, code, admin1, lat, lon, population, others) in enumerate(ROWS, 1):
        place_id = f"admin1:{code}" if kind == "admin1" else f"geonames:{i}"
        place = Place(
            place_id=place_id, name=name, kind=kind, country=country, admin1=admin1, lat=lat, lon=lon,
            population=population, radius_km=45.0 if kind == "admin1" else 2.0, source="test",
        )  # fmt: skip
        made.append(GazetteerRow(place, code, kept_names(name, others)))
    return made


@pytest.fixture(scope="session")
def small_gazetteer_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    codes = {("SY", name): f"SY.{i:02}" for i, name in enumerate(["Hasakah", "Latakia", "Quneitra", "Raqqa", "Suwayda", "Daraa", "Deir ez-Zor", "Rural Damascus", "Aleppo", "Hama", "Homs", "Idlib", "Damascus", "Tartus"], 1)}
    table = files("sayso.knowledge").joinpath("places", "supplement.csv").read_text(encoding="utf8")
    told = {(line["country"], line["admin1"]) for line in csv.DictReader(table.splitlines())}
    codes |= {pair: ".".join(pair) for pair in told if pair not in codes}
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    write_gazetteer(path, merge_supplement([*country_rows(), *rows()], read_supplement(codes)))
    return path


@pytest.fixture(scope="session")
def small_gazetteer(small_gazetteer_path: Path) -> Gazetteer:
    return Gazetteer.open(small_gazetteer_path)


def is_current(path: Path) -> bool:
    try:
        with Gazetteer.open(path) as gazetteer:
            return gazetteer.version == gazetteer_version()
    except GazetteerError:
        return False


@pytest.fixture(scope="session")
def full_gazetteer_path() -> Path:
    """The user's built gazetteer where it is current; else one of the tests' own beside it, built once (25 s)."""
    users = read_settings(os.environ, Path.home()).gazetteer
    own = users.with_name("gazetteer-of-tests.sqlite")
    path = users if is_current(users) else own
    if not is_current(path):
        build_gazetteer(path)
    return path


@pytest.fixture(scope="session")
def full_gazetteer(full_gazetteer_path: Path) -> Gazetteer:
    return Gazetteer.open(full_gazetteer_path)


MakeRecord = Callable[..., Record]


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    """A record of one sentence with one claim; `changes` are fields that differ."""

    def make(number: int = 1, *, reader: str = "reader 1", **changes: Any) -> Record:
        text = f"Shells hit village number {number}."
        day = dt.date(2020, 1, 28)
        fields: dict[str, Any] = {
            "article_id": f"report-{number}", "digest": f"{number:064d}", "publisher": "The Example", "url": None, "title": text, "language": "en",
            "outcome": "read", "why": None, "published": Published(start=day, end=day, basis="given"), "text": text,
            "blocks": (Block(kind="paragraph", start=0, end=len(text)),), "mentions": Mentions(), "attributions": (),
            "claims": (Claim(id=f"c-{number}", start=0, end=len(text), evidence=text, event="strike", score=0.5),), "set_aside": (),
            "read_by": ReadBy("0", reader, "g"),
        }  # fmt: skip
        return Record(**(fields | changes))

    return make
