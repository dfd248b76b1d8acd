"""Two readings of an article held against each other."""

import msgspec
import pytest

from sayso.desk.readings import choose_readings, compare_readings
from sayso.model.claims import Claim
from sayso.model.stated import FieldChange


def claim(number, start, end, **more):
    return Claim(**{"id": f"c-{number}", "start": start, "end": end, "evidence": "words", "event": "strike"} | more)


@pytest.mark.parametrize(
    ("was", "now", "rows"),
    [
        ([claim(1, 0, 9)], [claim(1, 0, 9)], []),
        ([claim(1, 0, 9)], [], [("c-1", "gone", ())]),
        ([], [claim(2, 3, 9)], [("c-2", "new", ())]),
        ([claim(1, 0, 9)], [claim(2, 0, 8, hedged=True)], [("c-2", "changed", (FieldChange("hedged", "no", "yes"),))]),
        ([claim(1, 0, 9)], [claim(2, 0, 9, event="battle")], [("c-1", "gone", ()), ("c-2", "new", ())]),
        ([claim(1, 5, 9), claim(3, 0, 4)], [], [("c-3", "gone", ()), ("c-1", "gone", ())]),
    ],
)  # fmt: skip
def test_claims_gone_come_and_read_otherwise(make_record, was, now, rows):
    one, other = (make_record(1, claims=tuple(claims), reader=reader) for claims, reader in ((was, "reader 1"), (now, "reader 2")))
    told = list(compare_readings(one, other))
    assert [(r.claim_id, r.how, r.fields) for r in told] == rows
    assert {r.readers for r in told} <= {("reader 1", "reader 2")}


def test_readings_are_chosen_by_reader_or_the_last_two(make_record):
    one, two, three = (make_record(1, reader=f"reader {n}") for n in (1, 2, 3))
    assert choose_readings((one, two, three), (None, None)) == (two, three)
    assert choose_readings((one, two, three), ("reader 1", None)) == (one, three)
    assert choose_readings((one, two, three), ("reader 1", "reader 2")) == (one, two)
    assert choose_readings((one,), (None, None)) is None
    assert choose_readings((one, two), (None, "reader 9")) is None


def test_a_reading_held_against_itself_tells_nothing(make_record):
    record = make_record(1, claims=(claim(1, 0, 9), claim(2, 0, 9, event="battle")))
    assert list(compare_readings(record, msgspec.json.decode(msgspec.json.encode(record), type=type(record)))) == []
