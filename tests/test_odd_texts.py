"""Texts that no table foresees: territories, letters of other alphabets, years that no calendar has, names without end."""

import datetime as dt
import io
import json

import pytest

from sayso.documents import DocumentOptions, guarded
from sayso.gazetteer import Gazetteer
from sayso.pipeline import TrainedReader, read_article, read_inputs, view_records
from sayso.reading.network import load_network
from tests.expectations.reports import article_of

LAST_DAY = dt.date(9999, 12, 31)


@pytest.fixture(scope="module")
def reader(full_gazetteer: Gazetteer) -> TrainedReader:
    return TrainedReader(full_gazetteer, load_network())


# text, its times as TIMEX3 values, the bounds of its figures
READ = [
    ("Government forces fired in Kowloon. Tuen Mun and Yuen Long were closed.", [], []),
    ("The Vatican signed an agreement with rebels.", [], []),
    ("Greenland arrested 20 protesters.", [], [(20, 20)]),
    ("Rebels attacked Idlib on Fr\u0131day.", ["2020-01-24"], []),
    ("In Apr\u0131l they fought for th\u0131rty m\u0131nutes.", ["2019-04", "PT30M"], []),
    ("At lea\u017ft 50 people died in the E\u0130GHT\u0130ES.", ["198"], [(50, None)]),
    ("A n\u0131ne-year-old girl was killed.", [], [(1, 1)]),
    ("In March 2019 rebels fought. 3,000 years earlier the town was built.", ["2019-03", "XXXX"], []),
    ("They fought in the 0th century and in the 100th century.", ["XXXX", "XXXX"], []),
    ("Over 3,000 years ago they fought. That decade five died. The previous winter five died.", ["1", "XXXX", "XXXX-WI"], [(5, 5), (5, 5)]),
    ("The blast killed 2.5 to 6 million people.", [], [(2_500_000, 6_000_000)]),
    ("The blast killed 0,005 to 6 people.", [], None),
    ("Four to twenty-five people died.", [], [(4, 25)]),
    (f"Two men died, officials said, near the house of {'al ' * 1100}Masri.", [], [(2, 2)]),
]


@pytest.mark.parametrize(("text", "times", "figures"), READ, ids=[row[0][:60] for row in READ])
def test_an_odd_text_is_read(text, times, figures, reader):
    record = read_article(article_of(text), reader, "full")
    assert (record.outcome, record.why) == ("read", None)
    assert [t.value for t in record.mentions.times] == times
    assert figures is None or [(f.low, f.high) for f in record.mentions.figures] == figures


def test_the_calendar_ends_after_its_last_day(reader):
    text = "A convoy on 30 December. Photo: The Plain\n\nThey will fight next spring, officials said."
    record = read_article(article_of(text, LAST_DAY), reader, "full")
    assert [(t.text, t.value) for t in record.mentions.times if t.text == "next spring"] == [("next spring", "XXXX")]


def as_lines(*texts: str) -> io.BytesIO:
    return io.BytesIO("".join(json.dumps({"article_id": f"a{at}", "text": text}) + "\n" for at, text in enumerate(texts)).encode())


def test_what_is_told_of_a_town_on_no_day_is_looked_at_on_the_first(full_gazetteer):
    lines = as_lines("The army captured the town of Raqqa, officials said.", "Islamic State holds the town of Raqqa, activists said.")
    records = list(read_inputs(["-"], full_gazetteer, options=DocumentOptions(), stdin=lines))
    assert [row.place for row in view_records(records).situation.control] == ["Raqqa"]


def test_a_text_that_cannot_be_taken_apart_leaves_the_batch_alone(monkeypatch, full_gazetteer):
    plainly = guarded.read_text

    def read_text(text, **told):
        return plainly(text, **told) if "Idlib" in text else {}[text]

    monkeypatch.setattr(guarded, "read_text", read_text)
    lines = as_lines("Shells fell on Homs.", "Shells fell on Idlib.")
    first, second = read_inputs(["-"], full_gazetteer, options=DocumentOptions(), stdin=lines)
    assert (first.outcome, first.text, second.outcome) == ("not_read", "Shells fell on Homs.", "read")
    assert "could not be taken apart (KeyError: 'Shells fell on Homs.'); please report it" in (first.why or "")
