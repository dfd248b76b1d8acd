"""What holds of the whole chain for any report: exact spans, the same bytes, no order, nothing lost."""

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.model.articles import Article, Span
from sayso.model.records import Reading, Record
from sayso.pipeline import TrainedReader, read_article, read_inputs, view_records
from sayso.reading.network import load_network
from tests.expectations.figures import all_totals
from tests.expectations.reports import Report, article_of, batches, broken_texts, texts

DAY = dt.date(2020, 2, 2)

chain = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def reader(small_gazetteer: Gazetteer) -> TrainedReader:
    return TrainedReader(small_gazetteer, load_network())


def read_one(text: str, reader: TrainedReader) -> Record:
    return read_article(article_of(text), reader, "small")


def as_lines(reports: Sequence[Report], *broken: bytes) -> io.BytesIO:
    """JSON Lines of the reports, with broken lines after the first."""
    lines = [msgspec.json.encode(r) for r in reports]
    return io.BytesIO(b"\n".join([*lines[:1], *broken, *lines[1:]]) + b"\n")


def read_batch(reports: Sequence[Report], gazetteer: Gazetteer, *broken: bytes) -> list[Record]:
    return list(read_inputs(["-"], gazetteer, options=DocumentOptions(), stdin=as_lines(reports, *broken)))


def worded_spans(record: Record) -> Iterator[tuple[Span, str]]:
    """Every span of a record that has its wording stored beside it."""
    mentions = record.mentions
    for found in (mentions.places, mentions.actors, mentions.times, mentions.figures):
        yield from (((m.start, m.end), m.text) for m in found)
    for claim in record.claims:
        yield (claim.start, claim.end), claim.evidence
        yield from (((p.start, p.end), p.text) for p in claim.places)
        yield from ((a.span, a.text) for a in claim.actors)
        yield from ((f.span, f.text) for f in claim.figures)
        yield from ((one.span, one.text) for one in (claim.time, claim.source) if one)


def bare_spans(record: Record) -> Iterator[Span]:
    yield from ((b.start, b.end) for b in record.blocks)
    yield from ((a.start, a.end) for a in record.set_aside)
    for said in record.attributions:
        yield from (*said.source, *said.cue, *said.content)



@given(text=texts() | broken_texts())
@chain
def test_a_span_cut_from_the_text_is_its_wording(text: str, reader: TrainedReader) -> None:
    record = read_one(text, reader)
    assert record.text == text
    assert [(record.text[s:e], words) for (s, e), words in worded_spans(record) if record.text[s:e] != words] == []
    assert [span for span in bare_spans(record) if not 0 <= span[0] <= span[1] <= len(text)] == []


@given(text=texts())
@chain
def test_a_report_of_the_grammar_gives_claims(text: str, reader: TrainedReader) -> None:
    assert read_one(text, reader).claims


@given(text=texts() | broken_texts())
@chain
def test_no_text_breaks_the_reader(text: str, reader: TrainedReader) -> None:
    assert "the reader failed" not in (read_one(text, reader).why or "")


@given(text=texts())
@chain
def test_turkish_letters_change_no_day_and_no_number(text: str, reader: TrainedReader) -> None:
    turkish = text.replace("i", "\u0131").replace("I", "\u0130").replace("s", "\u017f")
    plain, told = (read_one(words, reader) for words in (text, turkish))
    assume(told.language == plain.language)  # a short text is taken for Turkish, and not read
    assert [(t.start, t.end, t.value) for t in told.mentions.times] == [(t.start, t.end, t.value) for t in plain.mentions.times]
    assert [(f.start, f.low, f.high) for f in told.mentions.figures] == [(f.start, f.low, f.high) for f in plain.mentions.figures]


@given(text=texts() | broken_texts())
@chain
def test_reading_twice_gives_the_same_bytes(text: str, small_gazetteer: Gazetteer) -> None:
    once, again = (msgspec.json.encode(read_one(text, TrainedReader(small_gazetteer, load_network()))) for _ in range(2))
    assert once == again


@given(text=texts() | broken_texts())
@chain
def test_a_record_survives_json(text: str, reader: TrainedReader) -> None:
    record = read_one(text, reader)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


@given(text=texts())
@chain
def test_claims_of_one_article_have_ids_of_their_own(text: str, reader: TrainedReader) -> None:
    ids = [c.id for c in read_one(text, reader).claims]
    assert len(set(ids)) == len(ids)


@given(reports=batches(), data=st.data())
@chain
def test_the_order_of_articles_does_not_matter(reports: list[Report], data: st.DataObject, small_gazetteer: Gazetteer) -> None:
    records = read_batch(reports, small_gazetteer)
    shuffled = data.draw(st.permutations(records))
    assert msgspec.json.encode(view_records(records, as_of=DAY)) == msgspec.json.encode(view_records(shuffled, as_of=DAY))


@given(reports=batches(least=2))
@chain
def test_another_article_removes_no_claim(reports: list[Report], small_gazetteer: Gazetteer) -> None:
    records = read_batch(reports, small_gazetteer)
    few, all_ = view_records(records[:-1], as_of=DAY), view_records(records, as_of=DAY)
    assert {f.claim.id for f in few.claims} <= {f.claim.id for f in all_.claims}


@given(reports=batches(least=1, most=2))
@chain
def test_the_same_page_read_twice_counts_once(reports: list[Report], small_gazetteer: Gazetteer) -> None:
    records = read_batch(reports, small_gazetteer)
    once, twice = view_records(records, as_of=DAY), view_records([*records, *records], as_of=DAY)
    assert msgspec.json.encode(twice) == msgspec.json.encode(once)


@given(reports=batches())
@chain
def test_every_claim_is_in_one_event_and_every_account_rests_on_its_events_claims(reports: list[Report], small_gazetteer: Gazetteer) -> None:
    view = view_records(read_batch(reports, small_gazetteer), as_of=DAY)
    assert Counter(c for e in view.events for c in e.claims) == Counter(f.claim.id for f in view.claims)
    assert [e.event_id for e in view.events if not {c for a in e.accounts for c in a.claims} <= set(e.claims)] == []


@given(reports=batches())
@chain
def test_a_range_is_not_upside_down_and_rests_on_claims(reports: list[Report], small_gazetteer: Gazetteer) -> None:
    view = view_records(read_batch(reports, small_gazetteer), as_of=DAY)
    known = {f.claim.id for f in view.claims}
    for total in all_totals(view.situation):
        assert total.low is None or total.high is None or total.low <= total.high
        assert {*total.claims, *(left.claim for left in total.left_out)} <= known


@given(reports=batches(least=1, most=3), broken=st.sampled_from([b"{", b'{"article_id": "x"}', b"[1, 2]", b"\xff\xfe\x00", b'{"article_id": "y", "text": ""}']))
@chain
def test_a_broken_line_loses_none_of_the_others(reports: list[Report], broken: bytes, small_gazetteer: Gazetteer) -> None:
    whole, mixed = read_batch(reports, small_gazetteer), read_batch(reports, small_gazetteer, broken)
    assert [r for r in mixed if r.outcome != "not_read"] == whole
    assert [bool(r.why) for r in mixed if r.outcome == "not_read"] == [True]


class BreakingReader:
    """A reader that fails on one article of the batch."""

    name = "breaking"

    def __init__(self, inner: TrainedReader, digest: str) -> None:
        self._inner, self._digest = inner, digest

    def read(self, article: Article) -> Reading:
        if article.digest == self._digest:
            raise ZeroDivisionError("made to fail")
        return self._inner.read(article)


@given(batch=st.lists(texts(), min_size=2, max_size=3, unique=True), which=st.integers(0, 1))
@chain
def test_a_failure_of_the_reader_stays_with_its_article(batch: list[str], which: int, reader: TrainedReader) -> None:
    articles = [article_of(text) for text in batch]
    breaking = BreakingReader(reader, articles[which].digest)
    for article in articles:
        record, whole = (read_article(article, r, "small") for r in (breaking, reader))
        if article.digest == articles[which].digest:
            assert (record.outcome, record.claims) == ("not_read", ())
            assert "ZeroDivisionError" in (record.why or "")
        else:
            assert record.claims == whole.claims
