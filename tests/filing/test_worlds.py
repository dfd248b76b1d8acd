"""The worlds by which growth is measured: apart from one another, and filed by copying as they are by filing."""

from pathlib import Path

import msgspec

from sayso.filing import Filer
from sayso.store.ledger import Ledger
from tools.worlds import AT, Copyist, Worlds, in_world, rename


def events_of(path: Path, pages, *, copied: bool) -> list[bytes]:
    worlds = Worlds(pages)
    with Ledger.open(path, write=True) as ledger:
        filer = Filer(ledger)
        for world in (0,) if copied else (0, 1, 2):
            for record in worlds.first():
                ledger.add(in_world(record, world), at=AT)
                filer.catch_up()
        if copied:
            with ledger.filed() as shelf:
                copyist = Copyist(shelf, worlds.first())
            assert all(copyist.file(ledger, world) == worlds.claims for world in (1, 2))
        filer.settle()
        with ledger.filed() as shelf:
            return sorted(row.event for row in shelf.events())


def test_a_world_that_is_copied_has_the_events_of_one_that_is_filed(tmp_path, pages):
    dated = [p for p in pages if p.published.day]
    filed = events_of(tmp_path / "filed.sqlite", dated, copied=False)
    assert filed == events_of(tmp_path / "copied.sqlite", dated, copied=True)
    assert len(filed) % 3 == 0


def test_a_world_has_other_names_days_and_countries_and_the_same_offsets(pages):
    one = next(p for p in pages if len(p.claims) > 3)
    other = in_world(one, 7)
    assert len(other.text) == len(one.text)
    assert other.text != one.text
    assert {c.id for c in other.claims}.isdisjoint({c.id for c in one.claims})
    assert all(other.text[c.start : c.end] == c.evidence for c in other.claims if one.text[c.start : c.end])
    assert all(p.country is None or p.country.endswith("7") for c in other.claims for p in c.places)
    assert [c.event for c in other.claims] == [c.event for c in one.claims]
    assert [[(f.low, f.high) for f in c.figures] for c in other.claims] == [[(f.low, f.high) for f in c.figures] for c in one.claims]
    assert in_world(one, 7) == other
    assert msgspec.json.encode(other) != msgspec.json.encode(in_world(one, 8))


def test_a_name_keeps_its_length_and_differs_from_world_to_world():
    names = {rename("Saraqeb", world) for world in range(600)}
    assert len(names) == 600
    assert {len(n) for n in names} == {7}
