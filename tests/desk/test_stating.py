"""What a view states: every claim, event, contradiction, total and place, in words."""

import msgspec

from sayso.desk.cleaning import clean_stated
from sayso.desk.stating import state_view
from sayso.model.claims import ClaimFigure, ClaimPlace, ClaimTime, Control
from sayso.model.entries import Reject, make_entry
from sayso.pipeline import view_records


def with_claim(record, **changes):
    return msgspec.structs.replace(record, claims=(msgspec.structs.replace(record.claims[0], **changes),))


def town(record):
    day = record.published.day
    place = ClaimPlace(start=0, end=6, text="Ariha", name="Ariha", place_id="geonames:1", country="SY", lat=35.8, lon=36.6, radius_km=2.0, geo_precision=1, where_prec=1, score=0.9)
    return {"places": (place,), "time": ClaimTime(text="Tuesday", start=day, end=day, span=(0, 1), precision=1)}


def toll(record, killed):
    figure = ClaimFigure(text=str(killed), span=(0, 1), low=killed, high=killed, measure="killed", unit="people", kind="flow")
    return with_claim(record, figures=(figure,), **town(record))


def stated_of(records, **how):
    view = view_records(records, **how)
    return {(s.kind, s.key): s for s in state_view(view, "confidential", "now").stated}, view


def test_everything_that_a_view_holds_is_stated_once(make_record):
    held = with_claim(make_record(2), event="control", control=Control(transition="captured", holder="Syrian Arab Army", extent="whole"), **town(make_record(2)))
    stated, view = stated_of([toll(make_record(1), 4), held])
    kinds = [kind for kind, _ in stated]
    assert {k: kinds.count(k) for k in ("claim", "event", "control")} == {"claim": 2, "event": len(view.events), "control": 1}
    assert {key for kind, key in stated if kind == "total"} == {t.total_id for t in view.situation.totals}
    (control,) = (s for (kind, _), s in stated.items() if kind == "control")
    assert (control.subject, control.says["label"], control.says["held by"]) == ("Ariha", ("held by",), ("Syrian Arab Army",))
    assert stated["claim", "c-1"].says["killed"] == ("4",)
    assert stated["claim", "c-1"].says["review"] == ("unreviewed",)


def test_ids_of_totals_and_places_do_not_hang_on_the_numbers(make_record):
    one, _ = stated_of([toll(make_record(1), 4)])
    other, _ = stated_of([toll(make_record(1), 9)])
    assert set(one) == set(other)
    totals = [s for (kind, _), s in one.items() if kind == "total"]
    assert totals
    assert all(s.says != other[s.kind, s.key].says for s in totals)


def test_a_sum_keeps_its_id_from_day_to_day(make_record):
    day = make_record(1).published.day
    ids = [{t.total_id for t in view_records([toll(make_record(1), 4)], as_of=d).situation.totals if t.window} for d in (day, day.replace(day=30))]
    assert ids[0] == ids[1] != set()


def test_a_rejected_claim_is_stated_no_longer(make_record):
    record = make_record(1)
    reject = make_entry(Reject(record.digest, record.claims[0]), "ada", "2020-02-01T00:00:00.000+00:00")
    assert stated_of([record], entries=[reject])[0] == {}


def test_words_are_cleaned_everywhere(make_record):
    view = state_view(view_records([make_record(1)]), "public", "now")
    cleaned = clean_stated(view, lambda words: words.replace("village", "█"))
    assert b"village" in msgspec.json.encode(view)
    assert b"village" not in msgspec.json.encode(cleaned)
