"""What is open in a ledger, the most weighty first, with whose it is."""

import datetime as dt

import msgspec
import pytest

from sayso.model.articles import Published
from sayso.model.claims import ClaimFigure, ClaimPlace, Control
from sayso.model.entries import Accept, Assign, Note, Reject, make_entry
from sayso.pipeline import view_records
from sayso.reviews.questions import list_questions, name_question
from sayso.reviews.standing import standing_entries

AT = "2020-02-01T10:00:00.000+00:00"
ARIHA = {"text": "Ariha", "name": "Ariha", "place_id": "geonames:1", "country": "SY", "lat": 35.8, "lon": 36.6, "radius_km": 2.0, "geo_precision": 1, "where_prec": 1, "score": 0.9}


def place(**changes):
    return ClaimPlace(**{"start": 0, "end": 5} | ARIHA | changes)


def with_claim(record, **changes):
    return msgspec.structs.replace(record, claims=(msgspec.structs.replace(record.claims[0], **changes),))


def ask(records, entries=(), read=None):
    view = view_records(records, entries=entries)
    found = {c.id for r in records for c in r.claims} if read is None else read
    return {q.kind: q for q in list_questions(view, found, standing_entries(entries))}


def held(record, holder, **more):
    return with_claim(record, event="control", control=Control(transition="holds", holder=holder, extent="whole"), places=(place(),), status="ongoing", **more)


def test_nothing_is_open_in_a_plain_ledger(make_record):
    assert ask([make_record(1)]) == {}


def test_rival_holders_are_asked_about_once(make_record):
    open_ = ask([held(make_record(1), "Syrian Arab Army"), held(make_record(2), "Syrian opposition fighters")])
    assert set(open_) == {"disputed control"}
    asked = open_["disputed control"]
    assert (asked.subject, set(asked.claims), asked.about[:2]) == ("who holds Ariha", {"c-1", "c-2"}, "p-")


def test_reviewers_who_disagree(make_record):
    record = make_record(1)
    acts = ((Accept(record.digest, record.claims[0]), "ada"), (Reject(record.digest, record.claims[0]), "ben"))
    open_ = ask([record], [make_entry(act, who, AT) for act, who in acts])
    assert open_["reviewers disagree"].about == "c-1"
    assert "ada, ben" in open_["reviewers disagree"].why


def test_what_no_reader_finds_any_more(make_record):
    record = make_record(1)
    accept = make_entry(Accept(record.digest, record.claims[0]), "ada", AT)
    assert ask([record], [accept]) == {}
    again = msgspec.structs.replace(record, claims=())
    assert ask([again], [accept])["no longer read"].claims == ("c-1",)


def test_a_total_on_one_weak_claim(make_record):
    figure = ClaimFigure(text="4", span=(0, 1), low=4, high=4, measure="killed", unit="people", kind="flow")
    weak = with_claim(make_record(1), figures=(figure,), places=(place(),), score=0.3)
    assert "killed, Ariha" in ask([weak])["rests on one weak claim"].why
    assert ask([with_claim(weak, score=0.8)]) == {}


def test_reports_without_a_day_and_names_that_nothing_resolved(make_record):
    undated = make_record(1, published=Published(basis="unknown"))
    lost = with_claim(make_record(2), places=(place(place_id=None, name=None, text="Nowhere", why="no such name"),))
    open_ = ask([undated, lost])
    assert open_["undated report"].about == "report-1"
    assert (open_["place not resolved"].subject, open_["place not resolved"].why) == ("Nowhere", "no such name")


def test_questions_are_given_away_and_noted(make_record):
    record = make_record(1, published=Published(basis="unknown"))
    asked = name_question("undated report", record.digest)
    entries = [
        make_entry(Assign(asked, "ben"), "ada", AT),
        make_entry(Assign(asked, "cem"), "ada", AT.replace("10:", "11:")),
        make_entry(Note(asked[:10]), "ada", AT, "asked the outlet"),
        make_entry(Note("q-"), "ada", AT, "on something else"),
    ]
    (question,) = ask([record, make_record(2)], entries).values()
    assert (question.question_id, question.assigned, question.notes) == (asked, "cem", ("ada: asked the outlet",))


def test_the_most_weighty_comes_first_and_ids_are_stable(make_record):
    lost = [with_claim(make_record(n), places=(place(place_id=None, name=None, text=name),)) for n, name in ((1, "A"), (2, "B"), (3, "B"))]
    view = view_records(lost)
    first = list_questions(view, {"c-1", "c-2", "c-3"})
    assert [q.subject for q in first] == ["B", "A"]
    assert list_questions(view_records(reversed(lost)), {"c-1", "c-2", "c-3"}) == first


@pytest.mark.parametrize("day", [dt.date(2020, 1, 28), dt.date(2020, 1, 30)])
def test_a_question_keeps_its_id_from_day_to_day(make_record, day):
    view = view_records([with_claim(make_record(1), places=(place(place_id=None, name=None, text="A"),))], as_of=day)
    assert [q.question_id for q in list_questions(view, {"c-1"})] == [name_question("place not resolved", "A")]
