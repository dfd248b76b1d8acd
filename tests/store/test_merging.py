"""Ledgers kept apart become one: nothing is lost, nothing comes twice, and either order shows the same."""

import datetime as dt
import itertools
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sayso.model.articles import Published
from sayso.model.entries import Accept, Note, Reject, Undo, make_entry
from sayso.model.forgotten import Product
from sayso.outputs.erasure import (
    erase_found,
    erase_found_in_entry,
    erase_in_entry,
    erase_whole,
    find_forgotten,
    folded_names,
)
from sayso.outputs.private_names import NameFilter
from sayso.pipeline import view_records
from sayso.store.forgetting import Eraser
from sayso.store.ledger import Ledger
from sayso.store.striking import Striker

STRIKER = Striker(find_forgotten, erase_found, erase_found_in_entry)
AT, NAME = "2026-01-09T00:00:00.000+00:00", "Selim Darwan"


def moment(number: int) -> str:
    return f"2026-01-{number + 1:02}T10:00:00.000+00:00"


def fill(path: Path, records=(), entries=()) -> Path:
    with Ledger.open(path, write=True) as ledger:
        for number, record in enumerate(records):
            ledger.add(record, lambda r, f: erase_found(r, find_forgotten(r, f)), moment(number))
        ledger.enter(entries)
    return path


def merge(path: Path, *others: Path):
    with Ledger.open(path, write=True) as ours:
        merged = None
        for other in others:
            with Ledger.open(other) as theirs:
                merged = ours.merge(theirs, STRIKER, AT, "ada", other.name)
        assert ours.find_damage() is None
        return merged


def shown(path: Path, known_at: str | None = None) -> bytes:
    with Ledger.open(path) as ledger:
        view = view_records(
            ledger.records(known_at), unread=ledger.unread(), entries=ledger.entries(), known_at=known_at, counted_from=ledger.counted_from(known_at)
        )
        return msgspec.json.encode(view)


def kept(path: Path) -> tuple[object, ...]:
    """All that a ledger keeps, in an order of its own."""
    with Ledger.open(path) as ledger:
        return (ledger.counts(), ledger.trail(), ledger.products(), ledger.forgotten(), ledger.entries(), tuple(ledger.all_readings()))


def forget(path: Path, name: str = NAME) -> None:
    names = NameFilter([name])
    eraser = Eraser(lambda record: erase_whole(record, [name]), lambda entry: erase_in_entry(entry, names), names.finds_whole)
    with Ledger.open(path, write=True) as ledger:
        ledger.forget_persons(folded_names([name]), eraser, "2026-01-05", "asked")


@pytest.fixture
def two(tmp_path, make_record):
    """One ledger with reports 1 and 2, one with 2 and 3."""
    ours = fill(tmp_path / "ours.sqlite", [make_record(1), make_record(2)])
    return ours, fill(tmp_path / "field.sqlite", [make_record(2), make_record(3)])


def test_nothing_is_lost_and_what_is_known_comes_once(two):
    ours, field = two
    merged = merge(ours, field)
    told = {kind: (one.came, one.known) for kind, one in merged.brought.items()}
    assert (told["articles"], told["readings"]) == ((1, 1), (1, 1))
    with Ledger.open(ours) as ledger:
        assert [r.article_id for r in ledger.records()] == ["report-1", "report-2", "report-3"]
        assert ledger.claim_ids("c-3") == ("c-3",)


def test_merging_twice_changes_nothing_more(two):
    ours, field = two
    merge(ours, field)
    before = kept(ours), shown(ours)
    again = merge(ours, field)
    assert not again.is_news
    assert (kept(ours), shown(ours)) == before


def test_rows_of_the_other_trail_say_where_they_come_from_and_the_merge_is_on_ours(two):
    ours, field = two
    merge(ours, field)
    with Ledger.open(ours) as ledger:
        rows = [(row.action, row.subject[-2:], origin) for row, origin in ledger.trail_with_origins()]
    assert rows == [
        ("read", "01", ""), ("read", "02", ""), ("read", "02", "field.sqlite"), ("read", "03", "field.sqlite"), ("merge", "te", ""),
    ]  # fmt: skip


def test_a_row_that_came_by_way_of_a_third_ledger_keeps_its_first_origin(tmp_path, two, make_record):
    ours, field = two
    merge(field, fill(tmp_path / "north.sqlite", [make_record(7)]))
    merge(ours, field)
    with Ledger.open(ours) as ledger:
        origins = {row.subject: origin for row, origin in ledger.trail_with_origins() if row.action == "read"}
    assert origins[f"{7:064d}"] == "north.sqlite"


def test_two_ledgers_that_merge_each_other_over_and_over_come_to_rest(two):
    ours, field = two
    for _ in range(2):
        merge(ours, field)
        merge(field, ours)
    before = kept(ours), kept(field)
    assert not merge(ours, field).is_news
    merge(field, ours)
    assert (kept(ours), kept(field)) == before
    assert shown(ours) == shown(field)


def test_which_reading_counted_when_is_told_by_both_clocks_together(tmp_path, make_record):
    old, new = make_record(1), make_record(1, reader="reader 2")
    ours, field = tmp_path / "ours.sqlite", tmp_path / "field.sqlite"
    for path, turns in ((ours, ((old, moment(1)), (old, moment(4)))), (field, ((new, moment(2)),))):
        with Ledger.open(path, write=True) as ledger:
            for record, at in turns:
                ledger.add(record, at=at)
    merge(ours, field)
    with Ledger.open(ours) as ledger:
        assert list(ledger.records()) == [new], "the field's came later than ours, which was read once"
        assert list(ledger.records(moment(1))) == [old]
        assert ledger.counts().readings == 2


def test_the_stricter_level_wins_whichever_reading_counts(tmp_path, make_record):
    free, bound = make_record(1), make_record(1, handling="confidential")
    for first, second in ((free, bound), (bound, free)):
        folder = Path(tempfile.mkdtemp(dir=tmp_path))
        ours, field = fill(folder / "ours.sqlite", [first]), fill(folder / "field.sqlite", [second])
        merge(ours, field)
        with Ledger.open(ours) as ledger:
            assert [r.handling for r in ledger.records()] == ["confidential"]
            assert [r.handling for r in ledger.records(moment(0))] == ["confidential"], "also as it was known before"


def test_a_note_of_an_input_goes_where_the_other_has_read_it_and_takes_the_stricter_level(tmp_path, make_record):
    unread = [make_record(n, article_id=i, outcome="not_read", why="broken", handling=h) for n, i, h in ((8, "report-1", "public"), (9, "b", "public"))]
    ours = fill(tmp_path / "ours.sqlite", unread)
    field = fill(tmp_path / "field.sqlite", [make_record(1), msgspec.structs.replace(unread[1], handling="internal")])
    merge(ours, field)
    with Ledger.open(ours) as ledger:
        assert [msgspec.structs.astuple(u) for u in ledger.unread()] == [("b", "broken", "internal")]


def test_products_of_both_are_noted_those_of_one_path_apart(two):
    for path, made in zip(two, ("2026-01-01", "2026-01-02"), strict=True):
        with Ledger.open(path, write=True) as ledger:
            ledger.note_product(Product(path="/r.html", made=made, audience="public", sha256="0" * 64, articles=()))
    for _ in range(2):
        merge(*two)
    with Ledger.open(two[0]) as ledger:
        assert [p.path for p in ledger.products()] == ["/r.html", "/r.html (made 2026-01-02)"]


def named(make_record, **changes):
    text = f"Shells hit the home of {NAME}. Darwan fled."
    claim = make_record(1).claims[0]
    claims = (msgspec.structs.replace(claim, end=30, evidence=text[:30]), msgspec.structs.replace(claim, id="c-1b", start=31, end=43, evidence=text[31:43]))
    return make_record(1, text=text, title=None, claims=claims, **changes)


@pytest.mark.parametrize("who", ["ours", "field", "both"])
def test_whom_either_was_told_to_forget_stays_forgotten_in_both(tmp_path, make_record, who):
    record = named(make_record)
    judged = [make_entry(Accept(record.digest, record.claims[1]), "ada", AT, "as I saw"), make_entry(Note("c-1"), "ada", AT, f"ask {NAME}")]
    ours, field = (fill(tmp_path / f"{name}.sqlite", [record, make_record(n)], judged) for n, name in ((2, "ours"), (3, "field")))
    for path in (ours, field):
        if who in (path.stem, "both"):
            forget(path)
    merged = merge(ours, field)
    assert bool(merged.erased.changed) == (who == "field")
    assert b"darwan" not in ours.read_bytes().lower()
    with Ledger.open(ours, write=True) as ledger:
        assert ledger.counts().readings == 3
        assert len(ledger.entries()) == 2
        ledger.add(named(make_record, reader="reader 3"), lambda r, f: erase_found(r, find_forgotten(r, f)), AT)
    assert b"darwan" not in ours.read_bytes().lower()
    merge(field, ours)
    assert b"darwan" not in field.read_bytes().lower()
    assert shown(ours) == shown(field)


def test_articles_that_either_was_told_to_forget_are_gone_from_both(two, make_record):
    ours, field = two
    claim = make_record(2).claims[0]
    for path in two:
        with Ledger.open(path, write=True) as ledger:
            ledger.enter([make_entry(Reject(make_record(2).digest, claim), path.stem, AT)])
    with Ledger.open(field, write=True) as ledger:
        ledger.forget_articles([f"{2:064d}"], "2026-01-05", "withdrawn")
    merged = merge(ours, field)
    assert merged.erased.removed == (f"{2:064d}",)
    with Ledger.open(ours, write=True) as ledger:
        assert [r.article_id for r in ledger.records()] == ["report-1", "report-3"]
        assert ledger.entries() == ()
        assert f"{2:064d}" not in {row.subject for row in ledger.trail()}
        assert ledger.add(make_record(2)) == "forgotten"


def test_what_ours_has_forgotten_is_kept_out_of_what_comes(two):
    ours, field = two
    with Ledger.open(ours, write=True) as ledger:
        ledger.forget_articles([f"{2:064d}"], "2026-01-05", "withdrawn")
    merged = merge(ours, field)
    assert merged.brought["articles"].kept_out == 1
    with Ledger.open(ours) as ledger:
        assert [r.article_id for r in ledger.records()] == ["report-1", "report-3"]
    assert not merge(ours, field).is_news


def test_a_broken_trail_is_merged_and_ours_says_so(two):
    import sqlite3

    ours, field = two
    with sqlite3.connect(field) as db:
        db.execute("UPDATE trail SET author = 'somebody else' WHERE number = 2")
    assert merge(ours, field).broken == 2
    with Ledger.open(ours) as ledger:
        assert "its trail is broken at row 2" in ledger.trail()[-1].detail


READERS, LEVELS, DAYS = ("reader 1", "reader 2"), ("public", "internal", "confidential"), (dt.date(2020, 1, 28), dt.date(2020, 1, 29), None)


@st.composite
def steps(draw):
    """What happens to a ledger kept apart: pages are read, claims judged, inputs not read, persons and articles forgotten."""
    reading = st.tuples(
        st.just("read"), st.integers(1, 4), st.sampled_from(READERS), st.sampled_from(LEVELS), st.sampled_from(DAYS), st.sampled_from(("a", "b")),
        st.integers(0, 8),
    )  # fmt: skip
    judging = st.tuples(st.just("judge"), st.integers(1, 4), st.sampled_from(("ada", "ben")), st.booleans(), st.integers(0, 8))
    undoing = st.tuples(st.just("undo"), st.integers(0, 8))
    unread = st.tuples(st.just("unread"), st.sampled_from(("a-1", "b-2", "x")), st.sampled_from(LEVELS), st.sampled_from(("torn", "empty")))
    gone = st.tuples(st.just("forget"), st.sampled_from((NAME, 1, 2)))
    return draw(st.lists(st.one_of(reading, reading, judging, undoing, unread, gone), max_size=9))


def play(path: Path, happened, make_record) -> Path:
    with Ledger.open(path, write=True) as ledger:
        for kind, *told in happened:
            if kind == "read":
                number, reader, level, day, name, at = told
                published = Published(start=day, end=day, basis="given") if day else Published()
                changes = {"handling": level, "published": published, "article_id": f"{name}-{number}", "url": f"https://e.org/{number % 2}"}
                record = named(make_record, reader=reader, **changes) if number == 1 else make_record(number, reader=reader, **changes)
                ledger.add(record, lambda r, f: erase_found(r, find_forgotten(r, f)), moment(at))
            elif kind == "judge":
                number, author, right, at = told
                record = named(make_record) if number == 1 else make_record(number)
                if any(r.digest == record.digest and r.text == record.text for r in ledger.records()):
                    ledger.enter([make_entry((Accept if right else Reject)(record.digest, record.claims[0]), author, moment(at))])
            elif kind == "undo":
                ledger.enter([make_entry(Undo(e.entry_id), "ada", moment(told[0])) for e in ledger.entries()[:1]])
            elif kind == "unread":
                ledger.add(make_record(9, article_id=told[0], outcome="not_read", why=told[2], handling=told[1]), lambda r, f: r)
            elif told[0] != NAME:
                ledger.forget_articles([f"{told[0]:064d}"], "2026-01-05", "withdrawn")
    for kind, *told in happened:
        if kind == "forget" and told[0] == NAME:
            forget(path)
    return path


def check_two(make_record, one, other) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs = [[play(folder / f"{n}{side}.sqlite", happened, make_record) for side, happened in (("one", one), ("other", other))] for n in range(2)]
        merge(*pairs[0])
        merge(*reversed(pairs[1]))
        there, back = pairs[0][0], pairs[1][1]
        for known_at in (None, *map(moment, range(9))):
            assert shown(there, known_at) == shown(back, known_at)
        before = kept(there)
        for again in pairs[0][1:]:
            merge(there, again)
        assert kept(there) == before


QUICKLY = (Phase.explicit, Phase.reuse, Phase.generate)  # making an example smaller takes many minutes: each writes six files


@settings(max_examples=10, deadline=None, phases=QUICKLY)
@given(one=steps(), other=steps())
def test_either_order_of_merging_shows_the_same_at_every_moment(make_record, one, other):
    check_two(make_record, one, other)


@pytest.mark.slow
@settings(max_examples=200, deadline=None, phases=QUICKLY)
@given(one=steps(), other=steps())
def test_either_order_of_merging_shows_the_same_of_many_ledgers(make_record, one, other):
    check_two(make_record, one, other)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, phases=QUICKLY)
@given(three=st.tuples(steps(), steps(), steps()))
def test_the_order_of_three_ledgers_does_not_matter(make_record, three):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = [play(folder / f"{n}.sqlite", happened, make_record) for n, happened in enumerate(three)]
        seen = set()
        for number, order in enumerate(itertools.permutations(made)):
            path = fill(folder / f"all-{number}.sqlite")
            merge(path, *order)
            seen.add(shown(path))
        assert len(seen) == 1
