"""The day of a sentence that points back at what was dated."""

import datetime as dt

import pytest
from msgspec import structs

from sayso.claims.time_recall import recall_times
from sayso.model.claims import ClaimTime
from tests.claims.reports import SETTING, claims_of, views_of

SUNDAY = dt.date(2020, 1, 26)

LAST = {
    # what is told; class of the last claim; its day; why it is not read so yet
    "the attack": ("Shells fell on Ariha on Sunday. The attack killed 12 people.", "strike", SUNDAY),
    "damage goes on": ("Shells fell on Ariha on Sunday. Homes were destroyed.", "damage", SUNDAY),
    "its own time wins": ("Shells fell on Ariha on Sunday. The attack of Monday killed 12 people.", "strike", dt.date(2020, 1, 27)),
    "another happening has its own day": (
        "Shells fell on Ariha on Sunday. Families fled to Idlib.", "displacement", None, "the network takes the day of the sentence before",
    ),
    "what had happened before": ("Shells fell on Ariha on Sunday. Families had fled to Idlib weeks before.", "displacement", None),
    "what a video shows": ("Shells fell on Ariha on Sunday. A video shows air strikes on Saraqib.", "strike", None),
    "what lasts": ("Shells fell on Ariha on Sunday. Rebels have held Saraqib for years.", "control", None),
    "what is feared": ("Shells fell on Ariha on Sunday. Officials fear that 5,000 people could flee to Idlib.", "displacement", None),
    "a period is no day": ("Shells fell on Ariha in recent weeks. Homes were destroyed.", "damage", None),
    "nothing was dated": ("Shells fell on Ariha. Homes were destroyed.", "damage", None),
    "words that do not point back": (
        "Shells fell on Ariha on Sunday. Air strikes hit Saraqib.", "strike", None, "the network takes the day of the sentence before",
    ),
}


def rows():
    for name, (text, event, day, *weakness) in LAST.items():
        marks = [pytest.mark.xfail(reason=reason, strict=True) for reason in weakness]
        yield pytest.param(text, event, day, id=name, marks=marks)


@pytest.mark.parametrize(("text", "event", "day"), list(rows()))
def test_the_day_that_is_pointed_back_at(small_gazetteer, text, event, day):
    time = claims_of(SETTING + text, small_gazetteer, event)[-1].time
    assert (time.start if time else None) == day


def test_the_reason_quotes_the_words_that_told_the_day(small_gazetteer):
    damage = claims_of(SETTING + "Shells fell on Ariha on Sunday. Homes were destroyed.", small_gazetteer, "damage")[0]
    assert 'time: "Sunday" of what it points back at' in damage.why


def after_snow(times):
    return SETTING + f"Shells fell on Ariha on Sunday. {'Snow lay on the hills. ' * times}Homes were destroyed."


@pytest.mark.parametrize(("times", "recalled"), [(1, SUNDAY), (20, None)])
def test_far_on_nothing_is_pointed_back_at(small_gazetteer, times, recalled):
    first, second = views_of(after_snow(times), small_gazetteer)
    day = ClaimTime(text="Sunday", start=SUNDAY, end=SUNDAY, span=(0, 6), precision=1)
    (_, _), (time, _) = recall_times([first, second], [(day, "told"), (None, "none")])
    assert (time and time.start) == recalled


def test_far_on_no_day_is_taken_from_a_sentence_before(small_gazetteer):
    assert claims_of(after_snow(20), small_gazetteer, "damage")[0].time is None


def test_what_is_only_expected_takes_no_day(small_gazetteer):
    first, second = views_of(SETTING + "Shells fell on Ariha on Sunday. The attack killed 12 people.", small_gazetteer)
    feared = structs.replace(second, happening=structs.replace(second.happening, status="expected"))
    day = ClaimTime(text="Sunday", start=SUNDAY, end=SUNDAY, span=(0, 6), precision=1)
    untold = [(day, "told"), (None, "none")]
    assert [time for time, _ in recall_times([first, second], untold)] == [day, day]
    assert [time for time, _ in recall_times([first, feared], untold)] == [day, None]
