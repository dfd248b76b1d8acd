"""The one day that all dated attacks of an article share."""

import datetime as dt

import pytest
from msgspec import structs

from sayso.claims.article_day import with_article_day
from sayso.model.claims import Claim, ClaimFigure, ClaimPlace, ClaimTime

SUNDAY, MONDAY = dt.date(2020, 1, 26), dt.date(2020, 1, 27)
TEXT = "Shells fell on Ariha. " * 40


def on(day, last=None):
    return ClaimTime(text="Sunday", start=day, end=last or day, span=(0, 6), precision=1)


def claim(start, event="strike", time=None, place=None, number=None, status="happened"):
    places = (ClaimPlace(text=place, start=0, end=1, role="at", place_id=f"x:{place}"),) if place else ()
    figures = (ClaimFigure(text=f"{number}", span=(0, 1), low=number, high=number, measure="killed", unit="people"),) if number else ()
    return Claim(
        id="", start=start, end=start + 20, evidence="", event=event, time=time, places=places, figures=figures, status=status,
        why=("class", "time: none that is likely enough"),
    )  # fmt: skip


TWO = (claim(400, time=on(SUNDAY), place="Ariha", number=12), claim(500, "casualties", on(SUNDAY)))
FIVE = tuple(claim(400 + 20 * n, time=on(SUNDAY)) for n in range(5))


@pytest.mark.parametrize(
    ("dated", "other", "day"),
    [
        (TWO, claim(700, place="Ariha"), SUNDAY),
        (TWO, claim(700, number=12), SUNDAY),
        (TWO, claim(20), SUNDAY),
        (TWO, claim(700, place="Idlib"), None),
        (TWO, claim(700, "casualties", place="Ariha"), None),
        (FIVE, claim(700, "casualties"), SUNDAY),
        (FIVE, claim(700, "displacement"), None),
        (FIVE, claim(700, status="expected"), None),
        ((*FIVE, claim(600, time=on(MONDAY))), claim(700), None),
        ((*FIVE, claim(600, time=on(dt.date(2020, 1, 1), MONDAY))), claim(700), SUNDAY),
        ((TWO[0],), claim(700, place="Ariha"), None),
    ],
)
def test_a_claim_without_a_time_takes_the_day_that_all_dated_ones_share(dated, other, day):
    *_, found = with_article_day(TEXT, [*dated, other])
    assert (found.time.start if found.time else None) == day
    assert any("and no other" in reason for reason in found.why) == (day is not None)


def test_the_words_may_point_at_the_attack():
    text = f"{'x ' * 350}The bombing was filmed."
    *_, found = with_article_day(text, [*TWO, claim(700)])
    assert found.time is not None


@pytest.mark.parametrize("words", ["Such attacks have previously hit Ariha", "It was the third raid in a week", "They denied bombing Ariha in their campaigns"])
def test_a_claim_of_other_times_has_not_that_day(words):
    *_, found = with_article_day(TEXT, [*FIVE, structs.replace(claim(700), evidence=words)])
    assert found.time is None


def test_the_toll_of_a_war_has_not_that_day():
    *_, found = with_article_day(TEXT, [*FIVE, claim(700, "casualties", number=300_000)])
    assert found.time is None


def test_a_claim_with_a_time_of_its_own_keeps_it():
    own = claim(700, time=on(dt.date(2020, 1, 1), MONDAY))
    assert with_article_day(TEXT, [*FIVE, own])[-1] == own
