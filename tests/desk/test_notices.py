"""Correction notices: what was said, what is said now, and why."""

import datetime as dt

import pytest

from sayso.desk.notices import notice_row, write_notice, write_struck
from sayso.model.stated import Change, FieldChange, FrozenProduct

PRODUCT = FrozenProduct(
    name="r.md", made="2020-01-29T10:00:00.000+00:00", author="ada", as_of=dt.date(2020, 1, 28), known_at="2020-01-29T10:00:00.000+00:00",
    audience="public", format="md", sha256="0" * 64, size=9, articles=("d1",),
)  # fmt: skip
TOLL = Change(kind="total", how="changed", weight="correction", subject="killed, <b>Ariha</b>", key="t-1", fields=(FieldChange("range", "4", "9"),), why=("a reviewer corrected it",), claims=("c-1",))
GONE = Change(kind="claim", how="gone", weight="correction", subject="strike", key="c-1", fields=(FieldChange("words", "Shells hit.", ""), FieldChange("status", "happened", "")), why=("x",))
MORE = Change(kind="event", how="new", weight="addition", subject="strike", key="e-1", why=("new reports came",))


def test_a_notice_tells_product_day_audience_old_new_and_why():
    told = write_notice(PRODUCT, [TOLL, GONE, MORE], "Machine reading, unreviewed")
    for words in ("r.md", "28 January 2020", "public audience", "said “4”, now “9”", "a reviewer corrected it", "Machine reading, unreviewed", "event 1"):
        assert words in told
    assert "<b>" not in told
    assert "said “Shells hit.”, told no longer" in told
    assert "happened" not in told
    assert "ada" not in told


@pytest.mark.parametrize("changes", [[], [MORE]])
def test_a_notice_says_where_nothing_changed(changes):
    assert "Nothing that the report said has changed." in write_notice(PRODUCT, changes, "Machine reading, unreviewed")


def test_a_struck_report_tells_nothing_of_itself():
    assert "forgotten" in write_struck(PRODUCT)


@pytest.mark.parametrize(("audience", "shown"), [("public", ""), ("internal", "t-1")])
def test_ids_made_of_names_of_places_stay_in_the_house(audience, shown):
    fields = {name: getattr(PRODUCT, name) for name in PRODUCT.__struct_fields__}
    assert notice_row(FrozenProduct(**fields | {"audience": audience}), TOLL)["id"] == shown
    assert notice_row(PRODUCT, GONE)["id"] == "c-1"
