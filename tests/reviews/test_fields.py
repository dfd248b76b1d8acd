"""Every field is put and told back; what a field cannot be is told with what it can."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.model.claims import ClaimFigure, Control
from sayso.reviews.fields import FIELDS, changed_fields, put_field, say_field

from .conftest import CLAIM, changed

HELD = changed(CLAIM, event="control", control=Control(transition="captured", holder="Syrian Army", extent="part"))
MADE_OF_WORDS = changed(CLAIM, figures=(ClaimFigure(text="dozens", span=(0, 6), low=24, high=99, measure="killed", unit="people", assumed=True),))
PLACE = [{"start": 30, "end": 35, "text": "Ariha", "name": "Idlib", "place_id": "geonames:6", "role": "from"}]

PUT = {
    "event": ("event", "damage", "damage"),
    "sub_event": ("sub_event", "Air/drone strike", "Air/drone strike"),
    "no sub_event": ("sub_event", "unknown", "unknown"),
    "status": ("status", "expected", "expected"),
    "denies": ("denies", "event", "event"),
    "hedged": ("hedged", "yes", "yes"),
    "a day": ("time", "2020-01-28", "2020-01-28"),
    "days": ("time", "2020-01-26..2020-01-28", "2020-01-26..2020-01-28"),
    "no time": ("time", "unknown", "unknown"),
    "place": ("place", PLACE, "from:Idlib"),
    "no place": ("place", "unknown", "unknown"),
    "agent": ("agent", "Syrian Army; Russian Air Force", "Syrian Army; Russian Air Force"),
    "the same name twice": ("target", "rebels;rebels", "rebels"),
    "nobody affected": ("affected", "unknown", "unknown"),
    "source": ("source", "SANA", "SANA"),
    "the outlet itself": ("source", "unknown", "unknown"),
    "source_kind": ("source_kind", "official", "official"),
    "exact": ("killed", "4", "4"),
    "range": ("killed", "4..6", "4..6"),
    "at least": ("killed", "4..", "4.."),
    "at most": ("injured", "..6", "..6"),
    "several": ("displaced", "40; 1200", "40; 1200"),
    "no number": ("killed", "unknown", "unknown"),
}


@pytest.mark.parametrize(("field", "value", "told"), PUT.values(), ids=PUT)
def test_what_is_put_is_told(field, value, told):
    made = put_field(CLAIM, field, value)
    assert say_field(made, field) == told
    assert {f for f, _, _ in changed_fields(CLAIM, made)} <= {field, "source_kind" if field == "source" else field}
    assert (made.id, made.evidence) == (CLAIM.id, CLAIM.evidence)


@pytest.mark.parametrize(("field", "value"), [("holder", "Hay'at Tahrir al-Sham"), ("holder", "unknown"), ("transition", "lost"), ("extent", "whole")])
def test_a_claim_of_control_tells_who_holds_what(field, value):
    assert say_field(put_field(HELD, field, value), field) == value
    with pytest.raises(InputError, match="put event=control first"):
        put_field(CLAIM, field, value if value != "unknown" else "rebels")


def test_another_class_has_no_holder():
    assert put_field(HELD, "event", "battle").control is None
    assert put_field(HELD, "event", "control") == HELD


WRONG = {
    ("nothing", "1"): "nothing is no field that can be corrected; take one of affected, agent",
    ("event", "war"): "write one of battle, control",
    ("event", "unknown"): "write one of battle, control",
    ("status", "done"): "write one of happened, ongoing",
    ("denies", "all"): "write one of event, responsibility",
    ("hedged", "maybe"): "write yes or no",
    ("time", "Tuesday"): "write a day as 2020-01-28",
    ("time", "2020-01-28..2020-01-26"): "with the first one first",
    ("place", "Ariha"): "write places as records have them",
    ("agent", " ; "): "write names",
    ("source", " "): "write who says it",
    ("source_kind", "friend"): "write one of official, armed_group",
    ("source_kind", "unknown"): "source=unknown",
    ("killed", "many"): "write a number as 12, 12..15",
    ("killed", ".."): "write a number as 12, 12..15",
    ("killed", "15..12"): "write a number as 12, 12..15",
    ("killed", "12;"): "write a number as 12, 12..15",
    ("killed", 12): "write a number as 12, 12..15",
}


@pytest.mark.parametrize(("put", "told"), WRONG.items(), ids=str)
def test_what_a_field_cannot_be_is_told_with_what_it_can(put, told):
    with pytest.raises(InputError, match=told):
        put_field(CLAIM, *put)


@pytest.mark.parametrize("claim", [CLAIM, HELD, MADE_OF_WORDS], ids=["strike", "control", "number of words"])
@pytest.mark.parametrize("field", FIELDS)
def test_putting_what_is_told_changes_nothing(claim, field):
    assert put_field(claim, field, FIELDS[field].tell(claim)) == claim


DAYS = st.dates(dt.date(2010, 1, 1), dt.date(2026, 1, 1))
VALUES = st.one_of(
    st.tuples(st.sampled_from(["killed", "injured", "displaced"]), st.one_of(st.just("unknown"), st.integers(0, 10**7).map(str))),
    st.tuples(st.just("time"), DAYS.map(str)),
    st.tuples(st.sampled_from(["agent", "target"]), st.sampled_from(["rebels", "Syrian Army; rebels", "unknown"])),
    st.tuples(st.just("source"), st.sampled_from(["SANA", "unknown", "White Helmets"])),
    st.tuples(st.just("status"), st.sampled_from(["happened", "denied"])),
    st.tuples(st.just("event"), st.sampled_from(["strike", "control", "battle"])),
)


@given(st.lists(VALUES, max_size=5))
def test_a_field_taken_from_a_version_is_told_as_there_and_nothing_else_changes(put):
    version = CLAIM
    for field, value in put:
        version = put_field(version, field, value)
    for name, field in FIELDS.items():
        if name == "source_kind" and version.source is None:
            continue
        taken = field.take(CLAIM, version)
        assert say_field(taken, name) == say_field(version, name)
        beside = {"source_kind", "source"} if name in ("source", "source_kind") else {name}
        assert {f for f, _, _ in changed_fields(CLAIM, taken)} <= beside


def test_the_words_for_a_name_are_pointed_at_where_they_stand():
    (actor,) = [a for a in put_field(CLAIM, "agent", "White Helmets").actors if a.role == "agent"]
    assert CLAIM.evidence[slice(*actor.span)] == "White Helmets"


def test_a_new_source_keeps_no_words_of_the_old_one():
    source = put_field(CLAIM, "source", "Selim Darwan").source
    assert (source.text, source.chain, source.party, source.detail) == ("Selim Darwan", (), None, None)
