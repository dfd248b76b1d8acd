"""Which article takes the place of which, and what a later version changed."""

import datetime as dt
import itertools

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger.version_changes import compare_versions
from sayso.ledger.versions import find_replacements, group_versions
from sayso.model.articles import Block, Published
from sayso.model.claims import Claim, ClaimFigure
from sayso.pipeline import view_records

FIRST = "Shells hit Ariha on Monday and killed four people, residents said. The army denied that it had fired on the town. Families fled north."
SECOND = "Shells hit Ariha on Monday and killed seven people, residents said. The army denied that it had fired on the town. A hospital closed."
OTHER = "Aid lorries crossed from Turkey with flour, tents and blankets for the camps along the border, where rain had washed away the paths."


@pytest.fixture(scope="session")
def page(make_record):
    """A version of a page: its number, its text, its day."""

    def make(number: int, text: str = FIRST, day: int | None = 28, **changes):
        date = dt.date(2020, 1, day) if day else None
        published = Published(start=date, end=date, basis="given") if date else Published()
        fields = {"article_id": "page", "text": text, "published": published, "blocks": (Block(kind="paragraph", start=0, end=len(text)),)}
        return make_record(number, **(fields | changes))

    return make


def replaced(records, moments=None) -> list[tuple[int, int]]:
    return [(int(r.earlier), int(r.by)) for r in find_replacements(records, moments or {})]


ADDRESSES = {
    "the same address": ("https://e.org/a", "https://e.org/a"),
    "with and without www": ("https://www.e.org/a/", "http://e.org/a"),
    "another part of it": ("https://e.org/a#top", "https://e.org/a"),
}


@pytest.mark.parametrize(("one", "other"), ADDRESSES.values(), ids=ADDRESSES)
def test_another_text_at_the_same_address_is_a_later_version(page, one, other):
    records = [page(1, url=one, article_id=one), page(2, SECOND, 29, url=other, article_id=other)]
    assert replaced(records) == [(1, 2)]


def test_the_same_id_needs_half_of_the_words(page):
    assert replaced([page(1), page(2, SECOND, 29)]) == [(1, 2)]
    assert replaced([page(1), page(2, OTHER, 29)]) == []


def test_an_alert_that_grew_at_its_address_is_one_page(page):
    alert = page(1, FIRST[:66], url="https://e.org/a", article_id="a")
    report = page(2, f"{SECOND} {OTHER} {OTHER.replace('Turkey', 'Iraq')}", url="https://e.org/a", article_id="b")
    assert replaced([alert, report], {alert.digest: "1", report.digest: "2"}) == [(1, 2)]


def test_a_front_page_or_channel_that_shows_another_report_is_no_version(page):
    assert replaced([page(1, url="https://e.org/", article_id="a"), page(2, OTHER, 29, url="https://e.org/", article_id="b")]) == []


def test_other_outlets_and_other_ids_stay_as_they_are(page):
    assert replaced([page(1, publisher="One"), page(2, SECOND, 29, publisher="Other")]) == []
    assert replaced([page(1, article_id="a"), page(2, SECOND, 29, article_id="b")]) == []


def test_later_is_by_day_then_by_the_moment_from_which_it_counted(page):
    old, new = page(1), page(2, SECOND, 27)
    assert replaced([old, new], {old.digest: "1", new.digest: "2"}) == [(2, 1)], "the day printed comes first"
    same = page(2, SECOND, 28)
    assert replaced([old, same], {old.digest: "2", same.digest: "1"}) == [(2, 1)]
    undated = page(2, SECOND, None)
    assert replaced([old, undated], {old.digest: "1", undated.digest: "2"}) == [(1, 2)]


def test_of_three_versions_the_last_counts_and_each_names_the_one_before(page):
    records = [page(n, f"{FIRST} Word {n}.", 27 + n) for n in (1, 2, 3)]
    for order in itertools.permutations(records):
        assert replaced(order) == [(1, 3), (2, 3)]
    view = view_records(records)
    assert [(int(a.digest), int(a.replaces)) for a in view.articles] == [(3, 2)]
    assert [(int(s.article.digest), s.article.replaces and int(s.article.replaces)) for s in view.superseded] == [(1, None), (2, 1)]


def test_the_earlier_version_is_no_second_voice_and_is_listed_with_the_reason(page):
    records = [page(1), page(2, SECOND, 29)]
    view = view_records(records, counted_from={records[1].digest: "2026-01-02T10:00:00.000+00:00"})
    assert [f.article.digest for f in view.claims] == [records[1].digest]
    assert [s.why for s in view.superseded] == ["a later version of the page took its place (of 2020-01-29, read on 2026-01-02)"]
    before = view_records(records, as_of=dt.date(2020, 1, 28))
    assert ([f.article.digest for f in before.claims], before.superseded) == ([records[0].digest], ())


def test_a_version_above_the_level_of_the_audience_replaces_nothing_for_it(page):
    records = [page(1), page(2, SECOND, 29, handling="confidential")]
    assert [int(a.digest) for a in view_records(records, audience="public").articles] == [1]


@settings(max_examples=40, deadline=None)
@given(picks=st.lists(st.tuples(st.sampled_from((FIRST, SECOND, OTHER)), st.sampled_from((27, 28, None)), st.sampled_from("ab")), max_size=6), order=st.randoms())
def test_each_page_keeps_one_version_whatever_the_order(page, picks, order):
    records = [page(n, f"{text} {n}", day, article_id=name) for n, (text, day, name) in enumerate(picks)]
    shuffled = list(records)
    order.shuffle(shuffled)
    assert find_replacements(records, {}) == find_replacements(shuffled, {})
    gone = {r.earlier for r in find_replacements(records, {})}
    assert gone == {r.digest for p in group_versions(records, {}) for r in p[:-1]}


def claim(text: str, words: str, number: int, **changes) -> Claim:
    start = text.index(words)
    return Claim(**({"id": f"c-{number}", "start": start, "end": start + len(words), "evidence": words, "event": "strike", "score": 0.5} | changes))


def toll(text: str, words: str, how_many: int) -> ClaimFigure:
    start = text.index(words)
    return ClaimFigure(text=words, span=(start, start + len(words)), low=how_many, high=how_many, measure="killed", unit="people")


def test_sentences_and_claims_gone_come_and_changed(page):
    first = (
        claim(FIRST, FIRST[:66], 1, figures=(toll(FIRST, "four", 4),)),
        claim(FIRST, "The army denied that it had fired on the town.", 2, status="denied"),
        claim(FIRST, "Families fled north.", 3, event="displacement"),
    )
    second = (
        claim(SECOND, SECOND[:67], 4, figures=(toll(SECOND, "seven", 7),)),
        claim(SECOND, "The army denied that it had fired on the town.", 5, status="denied", score=0.9),
        claim(SECOND, "A hospital closed.", 6, event="damage"),
    )
    change = compare_versions(page(1, claims=first), page(2, SECOND, 29, claims=second))
    assert change.sentences_gone == ("Families fled north.",)
    assert change.sentences_come == ("A hospital closed.",)
    assert [(a[:50], b[:51]) for a, b in change.sentences_changed] == [(FIRST[:50], SECOND[:51])]
    assert [c.id for c in change.claims_gone] == ["c-3"]
    assert [c.id for c in change.claims_come] == ["c-6"]
    assert [(a.id, b.id) for a, b in change.claims_changed] == [("c-1", "c-4")]


def test_a_version_changes_nothing_against_itself(page):
    one = page(1)
    same = compare_versions(one, msgspec.structs.replace(one, digest="other"))
    assert not any(msgspec.structs.astuple(same)[2:])
