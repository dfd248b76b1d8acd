"""The time of a happening, never that of speaking."""

import datetime as dt

import pytest

from tests.claims.reports import SETTING, claim_of, claims_of

TIMES = [
    # sentence, class; words, first day, last day, precision
    ("Shells fell on Ariha on Sunday.", "strike", "Sunday", "2020-01-26", "2020-01-26", 1),
    ("The Syrian army said on Monday that it captured the town of Ariha on Saturday.", "control", "Saturday", "2020-01-25", "2020-01-25", 1),
    ("Families fled Ariha in recent weeks.", "displacement", "recent weeks", "2020-01-01", "2020-01-28", 4),
    ("Families fled Ariha in recent days.", "displacement", "recent days", "2020-01-22", "2020-01-28", 3),
    ("Fighting near Ariha began in March 2019.", "battle", "March 2019", "2019-03-01", "2019-03-31", 4),
    ("Some 300 families fled Ariha in 2018.", "displacement", "2018", "2018-01-01", "2018-12-31", 5),
    ("The mill in Ariha has had no power since a shell hit its roof on 16 January.", "strike", "16 January", "2020-01-16", "2020-01-16", 1),
    ("Ariha has seen little calm since rebels seized the mill in 2015 and shells hit its roof.", "strike", "2015", "2015-01-01", "2015-12-31", 5),
    ("The mill in Ariha has had no power since a shell hit its roof in early 2019.", "strike", "early 2019", "2019-01-01", "2019-04-30", 5),
    ("The mill in Ariha has had no power since a shell hit its roof last week.", "strike", "last week", "2020-01-20", "2020-01-26", 3),
    ("The mill in Ariha has had no power since a shell hit its roof last weekend.", "strike", "last weekend", "2020-01-25", "2020-01-26", 2),
    ("Ariha has had no power since a shell hit the mill in the autumn of 2018.", "strike", "the autumn of 2018", "2018-09-01", "2018-11-30", 5),
    ("Since the onset of the fighting on 5 April 2019, over 13,500 people have fled Ariha.", "displacement", "5 April 2019", "2019-04-05", "2020-01-28", 5),
    ("Some 300 families are now trapped in Ariha by the fighting.", "need", "now", "2020-01-28", "2020-01-28", 1),
    ("On Sunday, shells fell on Ariha and families fled to Idlib.", "displacement", "Sunday", "2020-01-26", "2020-01-26", 1),
    ("Rebels blamed the army for carrying out Sundays shelling of Ariha and said they would fight back.", "strike", "Sundays", "2020-01-26", "2020-01-26", 1),
    ("Shells hit the mill of Ariha on Sunday the mayor said.", "strike", "Sunday", "2020-01-26", "2020-01-26", 1),
    ("Families fled Ariha on January 19 and Colonel Karim said the army would look into it.", "displacement", "January 19", "2020-01-19", "2020-01-19", 1),
]


@pytest.mark.parametrize(("text", "event", "words", "first", "last", "precision"), TIMES, ids=[row[0] for row in TIMES])
def test_the_time_of_the_event(small_gazetteer, text, event, words, first, last, precision):
    time = claim_of(SETTING + text, small_gazetteer, event).time
    assert (time.text, str(time.start), str(time.end), time.precision) == (words, first, last, precision)


NO_TIME = [
    "The Syrian army said on Monday that it captured the town of Ariha.",
    "On Saturday, rebels said the army had shelled Ariha.",
    "Shells fell on Ariha, residents said on Monday.",
    "Shells fell on Ariha, and on Monday the mayor said 12 people had been killed.",
    "Shells fell on Ariha, the army said in a statement on Monday.",
    "Shells fell on Ariha, the mayor said early on Tuesday.",
    "Shells fell on Ariha.",
    "The shelling of Ariha destroyed homes in the recent fighting.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_the_day_of_speaking_is_no_time_of_the_event(small_gazetteer, text):
    assert [c.time for c in claims_of(SETTING + text, small_gazetteer)] != []
    assert {c.time for c in claims_of(SETTING + text, small_gazetteer)} == {None}


def test_a_threat_happens_in_being_uttered(small_gazetteer):
    time = claim_of("Turkey warned on Monday that it would strike Syrian forces.", small_gazetteer, "threat").time
    assert (time.text, time.start) == ("Monday", dt.date(2020, 1, 27))


def test_each_clause_has_its_own_time(small_gazetteer):
    strike, flight = claims_of(SETTING + "Shells fell on Ariha on Sunday, and families fled to Idlib on Monday.", small_gazetteer)
    assert (strike.time.text, flight.time.text) == ("Sunday", "Monday")


def test_without_a_day_of_publication_only_absolute_dates_resolve(small_gazetteer):
    told = claims_of(SETTING + "Shells fell on Ariha on Sunday.", small_gazetteer, published=None)
    dated = claims_of(SETTING + "Shells fell on Ariha on 26 January 2020.", small_gazetteer, published=None)
    assert [c.time for c in told] == [None]
    assert [str(c.time.start) for c in dated] == ["2020-01-26"]


def test_a_habit_is_no_day(small_gazetteer):
    assert claim_of(SETTING + "Shells fall on Ariha every day.", small_gazetteer, "strike").time is None
