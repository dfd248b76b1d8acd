"""What changed between two views, how grave it is, and why."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.changes import HUSHED, compare_views
from sayso.model.stated import Background, FieldChange, Stated, StatedView

DAY = dt.date(2020, 1, 28)
SHELL = Stated(key="c-1", kind="claim", subject="strike, Ariha", says={"words": ("Shells hit.",), "killed": ("4",), "review": ("unreviewed",)}, claims=("c-1",), article="d1", span=(0, 11))
FLIGHT = Stated(key="c-2", kind="claim", subject="displacement, Ariha", says={"words": ("Many fled.",), "review": ("unreviewed",)}, claims=("c-2",), article="d2", span=(0, 10))
TOLL = Stated(key="t-1", kind="total", subject="killed, Ariha", says={"range": ("4",), "sources": ("A",)}, heading="killed", claims=("c-1",))
HELD = Stated(key="p-1", kind="control", subject="Ariha", says={"label": ("held by",), "held by": ("one side",), "accounts": ("held by one side (A)",)}, claims=("c-2",))
EVENT = Stated(key="e-1", kind="event", subject="strike, Ariha", says={"class": ("strike",), "accounts": ("shelling (A)",)}, claims=("c-1",))
HOLDS = Background(counted=frozenset({"c-1", "c-2"}), held=frozenset({"d1", "d2"}), dated=frozenset({"d1", "d2"}))


def view(*stated, as_of=DAY, articles=("d1", "d2")):
    return StatedView(as_of=as_of, audience="public", known_at="", articles=articles, stated=tuple(stated))


def put(stated, key=None, claims=None, span=None, **says):
    fields = {name: getattr(stated, name) for name in stated.__struct_fields__}
    changed = {name.replace("_", " "): value if isinstance(value, tuple) else (value,) for name, value in says.items()}
    return Stated(**fields | {"says": stated.says | changed, "key": key or stated.key, "claims": claims or stated.claims, "span": span or stated.span})


def background(**changes):
    return Background(**{name: getattr(HOLDS, name) for name in HOLDS.__struct_fields__} | changes)


@pytest.mark.parametrize(
    ("now", "known", "weight", "why"),
    [
        ([], background(counted=frozenset(), rejected=frozenset({"c-1"})), "correction", "a reviewer found that the text does not tell it"),
        ([], background(counted=frozenset()), "correction", "a later reading of the page no longer finds it"),
        ([], background(counted=frozenset(), held=frozenset()), "correction", "its page is no longer in the ledger"),
        ([], background(counted=frozenset(), dated=frozenset()), "correction", "its page is now dated after this day"),
        ([], background(counted=frozenset(), dated=frozenset(), replaced=frozenset({"d1"})), "correction", "a new version of the page took the place of the old one"),
        ([], HOLDS, "correction", "it may no longer be shown to this audience"),
        ([put(SHELL, killed="9", review="corrected by a person")], HOLDS, "correction", "a reviewer corrected it"),
        ([put(SHELL, killed="9")], HOLDS, "correction", "a later reading of the page reads it otherwise"),
        ([put(SHELL, key="c-9", event="violence", span=(0, 9))], HOLDS, "correction", "a later reading of the page reads it otherwise"),
        ([put(SHELL, review="disputed by a person")], HOLDS, "correction", "reviewers disagree on it"),
        ([put(SHELL, review="accepted by a person")], HOLDS, "addition", "a person reviewed it"),
        ([put(SHELL, words="A person said so.")], background(retold=frozenset({"c-1"})), "correction", "it is told in general words now, to protect people"),
    ],
)  # fmt: skip
def test_a_claim_that_changed_tells_why(now, known, weight, why):
    (change,) = compare_views(view(SHELL), view(*now), known)
    assert (change.weight, change.why) == (weight, (why,))


def test_a_review_that_was_taken_back_is_told():
    (change,) = compare_views(view(put(SHELL, killed="9", review="corrected by a person")), view(SHELL), HOLDS)
    assert change.why == ("a review of it was taken back or changed",)
    assert FieldChange("killed", "9", "4") in change.fields


@pytest.mark.parametrize("known", [background(counted=frozenset(), held=frozenset()), HOLDS])
def test_what_may_not_be_told_again_is_not(known):
    for change in compare_views(view(SHELL, TOLL), view(), known):
        assert change.subject == HUSHED
        assert {f.was for f in change.fields} == {HUSHED}


def test_new_reports_add_and_correct_nothing():
    new = put(FLIGHT, key="c-3", claims=("c-3",))
    new = Stated(**{name: getattr(new, name) for name in new.__struct_fields__} | {"article": "d3"})
    more = put(EVENT, claims=("c-1", "c-3"), accounts=("shelling (A, B)",))
    changes = compare_views(view(SHELL, EVENT), view(SHELL, new, more, articles=("d1", "d2", "d3")), HOLDS)
    assert [(c.kind, c.how, c.weight, c.why) for c in changes] == [
        ("event", "changed", "addition", ("new reports came",)), ("claim", "new", "addition", ("new reports came",)),
    ]  # fmt: skip


def test_a_denial_that_comes_makes_a_label_another():
    denial = Stated(key="c-3", kind="claim", subject="control, Ariha", says={}, claims=("c-3",), article="d3", denied=True)
    now = put(HELD, label="disputed between accounts", claims=("c-2", "c-3"))
    changes = compare_views(view(FLIGHT, HELD), view(FLIGHT, denial, now), HOLDS)
    assert next((c.kind, c.weight, c.why) for c in changes) == ("control", "update", ("a denial came", "new reports came"))


def test_a_place_that_changed_hands_is_marked():
    (change,) = compare_views(view(FLIGHT, HELD), view(FLIGHT, put(HELD, held_by="other side"), as_of=DAY + dt.timedelta(1)), HOLDS)
    assert change.changed_hands
    assert (change.weight, change.why) == ("update", ("other days count by then",))


def test_what_rests_on_a_corrected_claim_is_corrected():
    changes = compare_views(view(SHELL, TOLL, EVENT), view(put(SHELL, killed="9", review="corrected by a person"), put(TOLL, range="9"), EVENT), HOLDS)
    assert [(c.kind, c.weight, c.why) for c in changes] == [("total", "correction", ("a reviewer corrected it",)), ("claim", "correction", ("a reviewer corrected it",))]
    assert changes[0].fields == (FieldChange("range", "4", "9"),)


def test_a_number_that_changes_without_its_claims_says_so():
    (change,) = compare_views(view(SHELL, TOLL), view(SHELL, put(TOLL, range="5")), HOLDS)
    assert change.weight == "correction"
    assert "another version of Sayso" in change.why[0]


def test_an_event_under_a_new_name_is_no_new_event():
    assert compare_views(view(EVENT), view(put(EVENT, key="e-2")), HOLDS) == ()


STATED = st.lists(st.sampled_from([SHELL, FLIGHT, TOLL, HELD, EVENT]), unique_by=lambda s: s.key).map(lambda found: view(*found))


@given(STATED, STATED)
def test_nothing_changes_where_nothing_does_and_every_other_thing_is_told_once(one, other):
    assert compare_views(one, one, HOLDS) == ()
    told = {c.key for c in compare_views(one, other, HOLDS)}
    assert told == {s.key for s in one.stated} ^ {s.key for s in other.stated}
