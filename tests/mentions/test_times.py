import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times import RULES, find_times
from sayso.model.articles import Article, Block, Published

TUESDAY = "2020-01-28"


def article(text, published=TUESDAY, kind="paragraph"):
    day = dt.date.fromisoformat(published) if published else None
    known = Published(start=day, end=day, basis="given") if day else Published()
    return Article(
        article_id="a", digest="d", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
        published=known, text=text, blocks=(Block(kind=kind, start=0, end=len(text)),),
    )  # fmt: skip


def read(text, published=TUESDAY):
    return [(m.text, str(m.from_) if m.from_ else None, str(m.to) if m.to else None, m.value) for m in find_times(article(text, published))]


def one_day(day):
    return day, day


# sentence, expression, first day, last day; published on Tuesday 28 January 2020
RESOLVED = [
    # weekdays
    ("Shells fell on Tuesday.", "Tuesday", *one_day("2020-01-28")),
    ("Shells fell on Monday.", "Monday", *one_day("2020-01-27")),
    ("Shells fell on Wednesday.", "Wednesday", *one_day("2020-01-22")),
    ("A raid last Tuesday hit the mill.", "last Tuesday", *one_day("2020-01-21")),
    ("They meet next Tuesday.", "next Tuesday", *one_day("2020-02-04")),
    ("Envoys will meet on Friday in the capital.", "Friday", *one_day("2020-01-31")),
    ("On Friday, the envoys will meet.", "Friday", *one_day("2020-01-31")),
    ("Talks are due to resume on Thursday.", "Thursday", *one_day("2020-01-30")),
    ("The army said on Friday it would attack.", "Friday", *one_day("2020-01-24")),
    ("On Friday, the ministry said it will answer.", "Friday", *one_day("2020-01-24")),
    ("He vowed to answer Sunday's attack.", "Sunday", *one_day("2020-01-26")),
    ("Fridays attack hit a school.", "Fridays", *one_day("2020-01-24")),
    ("The convoy arrived early on Tuesday.", "early on Tuesday", *one_day("2020-01-28")),
    ("They fled late on Monday.", "late on Monday", *one_day("2020-01-27")),
    ("Two were hurt on Monday night.", "Monday night", *one_day("2020-01-27")),
    ("It began in the early hours of Sunday.", "the early hours of Sunday", *one_day("2020-01-26")),
    ("On the night of Saturday the guns fell silent.", "the night of Saturday", *one_day("2020-01-25")),
    ("Fighting raged on Saturday and Sunday.", "Saturday and Sunday", "2020-01-25", "2020-01-26"),
    ("It lasted from Friday to Sunday.", "Friday to Sunday", "2020-01-24", "2020-01-26"),
    ("Over 40 died since Friday.", "Friday", "2020-01-24", "2020-01-28"),
    ("this coming Friday the deadline ends", "this coming Friday", *one_day("2020-01-31")),
    ("A blast shook the port at 3 a.m. on Sunday.", "3 a.m. on Sunday", *one_day("2020-01-26")),
    # days near publication
    ("Today it rains.", "Today", *one_day("2020-01-28")),
    ("Two boys died yesterday.", "yesterday", *one_day("2020-01-27")),
    ("It starts tomorrow.", "tomorrow", *one_day("2020-01-29")),
    ("He came the day before yesterday.", "the day before yesterday", *one_day("2020-01-26")),
    ("This morning a drone fell.", "This morning", *one_day("2020-01-28")),
    ("late yesterday they left", "late yesterday", *one_day("2020-01-27")),
    ("They shelled it last night.", "last night", *one_day("2020-01-27")),
    ("The raid happened overnight.", "overnight", "2020-01-27", "2020-01-28"),
    ("They hold it now.", "now", *one_day("2020-01-28")),
    ("They are currently in tents.", "currently", *one_day("2020-01-28")),
    # calendar weeks, months, years
    ("Last week the road was cut.", "Last week", "2020-01-20", "2020-01-26"),
    ("This week the road was cut.", "This week", "2020-01-27", "2020-01-28"),
    ("Aid will arrive next week.", "next week", "2020-02-03", "2020-02-09"),
    ("Prices rose last month.", "last month", "2019-12-01", "2019-12-31"),
    ("Prices rose this month.", "this month", "2020-01-01", "2020-01-28"),
    ("The truce ended earlier this month.", "earlier this month", "2020-01-01", "2020-01-28"),
    ("The truce ended last year.", "last year", "2019-01-01", "2019-12-31"),
    ("It fell earlier this year.", "earlier this year", "2020-01-01", "2020-01-28"),
    ("It fell late last year.", "late last year", "2019-10-01", "2019-12-31"),
    ("It fell early last month.", "early last month", "2019-12-01", "2019-12-10"),
    ("They were bombed over the weekend.", "the weekend", "2020-01-25", "2020-01-26"),
    ("They were bombed last weekend.", "last weekend", "2020-01-25", "2020-01-26"),
    ("They fled earlier in the week.", "earlier in the week", "2020-01-27", "2020-01-28"),
    ("so far this year 30 died", "this year", "2020-01-01", "2020-01-28"),
    # windows that end on publication
    ("Most left in recent weeks.", "recent weeks", "2020-01-01", "2020-01-28"),
    ("Most left in recent days.", "recent days", "2020-01-22", "2020-01-28"),
    ("Most left in recent months.", "recent months", "2019-10-31", "2020-01-28"),
    ("Most left recently.", "recently", "2020-01-01", "2020-01-28"),
    ("Most left in the past few days.", "the past few days", "2020-01-22", "2020-01-28"),
    ("In the past 12 days alone most left.", "the past 12 days", "2020-01-17", "2020-01-28"),
    ("Over the last three weeks most left.", "the last three weeks", "2020-01-08", "2020-01-28"),
    ("Over the past week most left.", "the past week", "2020-01-22", "2020-01-28"),
    ("In the past month most left.", "the past month", "2019-12-30", "2020-01-28"),
    ("In the last year most left.", "the last year", "2019-01-29", "2020-01-28"),
    ("In the past two years most left.", "the past two years", "2018-01-29", "2020-01-28"),
    ("In the last 24 hours most left.", "the last 24 hours", "2020-01-27", "2020-01-28"),
    ("They fled in the last 48 hours.", "the last 48 hours", "2020-01-26", "2020-01-28"),
    ("More rain will fall in the next 24 hours.", "the next 24 hours", "2020-01-28", "2020-01-29"),
    ("More rain will fall in the next 12 hours.", "the next 12 hours", "2020-01-28", "2020-01-28"),
    ("over the last couple of days they fled", "the last couple of days", "2020-01-27", "2020-01-28"),
    ("It will end within the next two months.", "the next two months", "2020-01-28", "2020-03-28"),
    ("It was hit for the third straight day.", "third straight day", "2020-01-26", "2020-01-28"),
    ("It was hit for the second day in a row.", "second day in a row", "2020-01-27", "2020-01-28"),
    ("On Monday it was hit for a fourth consecutive day.", "fourth consecutive day", "2020-01-24", "2020-01-27"),
    # ago
    ("He left three days ago.", "three days ago", *one_day("2020-01-25")),
    ("He left a day ago.", "a day ago", *one_day("2020-01-27")),
    ("He left two weeks ago.", "two weeks ago", "2020-01-13", "2020-01-19"),
    ("He left four months ago.", "four months ago", "2019-09-01", "2019-09-30"),
    ("He left two years ago.", "two years ago", "2018-01-01", "2018-12-31"),
    ("He left nearly five years ago.", "nearly five years ago", "2015-01-01", "2015-12-31"),
    # days of months
    ("It fell on 12 March 2019.", "12 March 2019", *one_day("2019-03-12")),
    ("It fell on March 12, 2019, they said.", "March 12, 2019", *one_day("2019-03-12")),
    ("It fell on Friday, 22 November 2019.", "Friday, 22 November 2019", *one_day("2019-11-22")),
    ("It fell on the 4th of July 2018.", "the 4th of July 2018", *one_day("2018-07-04")),
    ("It fell on 9 Nov. 2019.", "9 Nov. 2019", *one_day("2019-11-09")),
    ("It fell on Sept. 30.", "Sept. 30", *one_day("2019-09-30")),
    ("It fell on 17 January.", "17 January", *one_day("2020-01-17")),
    ("It fell on 1 December.", "1 December", *one_day("2019-12-01")),
    ("It fell on 28 January.", "28 January", *one_day("2020-01-28")),
    ("They must go by 14 February.", "14 February", *one_day("2020-02-14")),
    ("The vote will be held on May 3.", "May 3", *one_day("2020-05-03")),
    ("It is dated 2019-12-21.", "2019-12-21", *one_day("2019-12-21")),
    ("It is dated 21/12/2019.", "21/12/2019", *one_day("2019-12-21")),
    ("It ran from 17 to 28 January.", "17 to 28 January", "2020-01-17", "2020-01-28"),
    ("It ran between 3 and 9 January.", "3 and 9 January", "2020-01-03", "2020-01-09"),
    ("It ran 24–31 October 2019.", "24–31 October 2019", "2019-10-24", "2019-10-31"),
    ("It ran from 27 August to 4 September 2018.", "27 August to 4 September 2018", "2018-08-27", "2018-09-04"),
    ("It ran from 28 December 2019 to 3 January 2020.", "28 December 2019 to 3 January 2020", "2019-12-28", "2020-01-03"),
    ("They came on 20 and 21 October 2019.", "20 and 21 October 2019", "2019-10-20", "2019-10-21"),
    ("Thousands fled since 1 December.", "1 December", "2019-12-01", "2020-01-28"),
    ("He condemned the 21 November attack.", "21 November", *one_day("2019-11-21")),
    ("On New Year's Eve it was calm.", "New Year's Eve", *one_day("2019-12-31")),
    # months and years
    ("It fell in March.", "March", "2019-03-01", "2019-03-31"),
    ("It fell in January.", "January", "2020-01-01", "2020-01-31"),
    ("It fell last April.", "last April", "2019-04-01", "2019-04-30"),
    ("It fell in April last year.", "April last year", "2019-04-01", "2019-04-30"),
    ("It fell in April 2016.", "April 2016", "2016-04-01", "2016-04-30"),
    ("It fell in August of 2013.", "August of 2013", "2013-08-01", "2013-08-31"),
    ("They will vote in June.", "June", "2020-06-01", "2020-06-30"),
    ("It fell in late December.", "late December", "2019-12-21", "2019-12-31"),
    ("It fell in early March 2018.", "early March 2018", "2018-03-01", "2018-03-10"),
    ("It fell in mid-January.", "mid-January", "2020-01-11", "2020-01-20"),
    ("It fell in May and June 2019.", "May and June 2019", "2019-05-01", "2019-06-30"),
    ("From October 2016 to March 2017 it held.", "October 2016 to March 2017", "2016-10-01", "2017-03-31"),
    ("Since November they walked.", "November", "2019-11-01", "2020-01-28"),
    ("since the war began in March 2011", "March 2011", "2011-03-01", "2020-01-28"),
    ("It fell in 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("The 2014 siege was long.", "2014", "2014-01-01", "2014-12-31"),
    ("It fell in early 2011.", "early 2011", "2011-01-01", "2011-04-30"),
    ("Since 2011 many left.", "2011", "2011-01-01", "2020-01-28"),
    ("Since early 2014 many left.", "early 2014", "2014-01-01", "2020-01-28"),
    ("Between 2006 and 2015 many left.", "2006 and 2015", "2006-01-01", "2015-12-31"),
    ("In 2011-2013 many left.", "2011-2013", "2011-01-01", "2013-12-31"),
    ("In the 1990s many left.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("In the 19th century many left.", "the 19th century", "1801-01-01", "1900-12-31"),
    ("In the summer of 2012 many left.", "the summer of 2012", "2012-06-01", "2012-08-31"),
    ("Many left last summer.", "last summer", "2019-06-01", "2019-08-31"),
    ("in the first six months of 2015", "the first six months of 2015", "2015-01-01", "2015-06-30"),
    ("the first week of August 2019", "the first week of August 2019", "2019-08-01", "2019-08-07"),
    ("in the third quarter of 2019", "the third quarter of 2019", "2019-07-01", "2019-09-30"),
    ("Since the beginning of January many left.", "the beginning of January", "2020-01-01", "2020-01-28"),
    # told from another date of the text
    ("On 3 May 2018 it fell. The next day they left.", "The next day", *one_day("2018-05-04")),
    ("On 3 May 2018 it fell. Two days later they left.", "Two days later", *one_day("2018-05-05")),
    ("The raid on Wednesday came four days after the truce.", "four days after", *one_day("2020-01-18")),
    ("It fell in 2016. Later that year they left.", "Later that year", "2016-01-01", "2016-12-31"),
    ("It fell in March 2018. Since then nobody came.", "then", "2018-03-01", "2020-01-28"),
    ("They were taken on 18 July and have not been seen since.", "since", "2019-07-18", "2020-01-28"),
    ("A blast hit on Sunday at 7:15 pm.", "7:15 pm", *one_day("2020-01-26")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "first", "last"), RESOLVED, ids=[f"{r[1]}|{i}" for i, r in enumerate(RESOLVED)])
def test_expression_resolves(text, words, first, last):
    assert (words, first, last) in [r[:3] for r in read(text)]


# sentence, expression, TIMEX3 type, value: no days of its own
UNPLACED = [
    ("The truce lasted three days.", "three days", "DURATION", "P3D"),
    ("They waited for more than two years.", "more than two years", "DURATION", "P2Y"),
    ("A 72-hour truce began.", "72-hour", "DURATION", "PT72H"),
    ("The four-month battle is over.", "four-month", "DURATION", "P4M"),
    ("They waited for weeks.", "weeks", "DURATION", "PXW"),
    ("They waited several months.", "several months", "DURATION", "PXM"),
    ("Bread is baked every day.", "every day", "SET", "P1D"),
    ("Raids are made daily.", "daily", "SET", "P1D"),
    ("They march every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
    ("They march on Fridays.", "Fridays", "SET", "XXXX-WXX-5"),
    ("He left years ago.", "years ago", "DATE", "PAST_REF"),
    ("Few know the future.", "the future", "DATE", "FUTURE_REF"),
    ("In recent years few came.", "recent years", "DATE", "PXY"),
    ("It is dated 03/04/2019.", "03/04/2019", "DATE", "2019"),
    ("The next day they left.", "The next day", "DATE", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "words", "kind", "value"), UNPLACED, ids=[r[1] for r in UNPLACED])
def test_expression_without_days(text, words, kind, value):
    found = next(m for m in find_times(article(text)) if m.text == words)
    assert (found.type, found.value, found.from_, found.to) == (kind, value, None, None)
    assert found.why


NO_TIME = [
    "Some 2000 people fled.",
    "At least 1950 families left.",
    "Troops may march on the town.",
    "The 14 March Alliance spoke.",
    "The Sunday Times reported it.",
    "A 15-year-old boy was hurt.",
    "The fall of the town was swift.",
    "He is second in command.",
    "Three-quarters of the homes are gone.",
    "Black Friday sales went on.",
]


@pytest.mark.parametrize("text", NO_TIME)
def test_no_time_is_read(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It fell on Tuesday.", "XXXX-WXX-2"),
        ("It fell yesterday.", "XXXX-XX-XX"),
        ("It fell last week.", "XXXX"),
        ("It fell in March.", "XXXX-03"),
        ("It fell on 3 May.", "XXXX-05-03"),
        ("It fell in the past 12 days.", "P12D"),
        ("They hold it now.", "PRESENT_REF"),
        ("He left two years ago.", "P2Y"),
    ],
)
def test_without_date_of_publication_relative_times_stay_unresolved(text, value):
    (found,) = find_times(article(text, None))
    assert (found.value, found.from_, found.to, found.edtf, found.date_prec) == (value, None, None, None, None)
    assert "not known" in found.why or "no date" in found.why


PRINTED = "The bulletin of 28 September 2018 tells of two camps."


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        (f"{PRINTED} Shells fell on 23 September.", "23 September", "2018-09-23", "2018-09-23"),
        (f"{PRINTED} Prices rose in July.", "July", "2018-07-01", "2018-07-31"),
        (f"{PRINTED} Prices rose in early December.", "early December", "2017-12-01", "2017-12-10"),
        (f"{PRINTED} Over 90 families fled since 26 August.", "26 August", "2018-08-26", "2018-09-28"),
        (f"{PRINTED} So far in 2018, 40 wells were dug.", "2018", "2018-01-01", "2018-09-28"),
        (f"{PRINTED} In November, 40 wells were dug.", "November", "2018-11-01", "2018-11-30"),
        (f"{PRINTED} The plan ends on 31 December 2018. Some 90 fled since 26 August.", "26 August", "2018-08-26", "2018-09-28"),
        (f"{PRINTED} They left in March 2018, others on 3 May.", "3 May", "2018-05-03", "2018-05-03"),
        (f"{PRINTED} Wells dried on 2 April 2017, 3 May 2017, 4 June 2017 and 5 July 2018. Shells fell on 23 August.", "23 August", "2018-08-23", "2018-08-23"),
    ],
)
def test_undated_texts_read_dates_without_a_year_against_the_last_day_that_they_print(text, words, first, last):
    (found,) = [m for m in find_times(article(text, None)) if m.text == words and m.start > len(PRINTED)]
    assert (str(found.from_), str(found.to)) == (first, last)
    assert "the last day that the undated text prints" in found.why


@pytest.mark.parametrize(
    "text",
    [
        f"{PRINTED} Shells fell on Monday.",
        f"{PRINTED} Shells fell yesterday.",
        f"{'They have told of the gas attack of 21 August 2013 often. ' * 8}They met on 5 May 2019. On 3 April shells fell. Wells dried in July.",
        f"{PRINTED} They hold it now.",
        f"{PRINTED} Prices rose last month.",
        "Mills burned on 3 May 2011, 4 June 2013 and 9 July 2016. Prices rose in March.",
        "Mills burned in 2018. Prices rose in March.",
        f"{'It rains. ' * 60} Aris, which burned on 10 June 2014, was hit. Prices rose in March.",
    ],
)
def test_what_is_told_from_a_day_of_speaking_or_from_many_years_stays_unresolved(text):
    last = find_times(article(text, None))[-1]
    assert (last.from_, last.to) == (None, None)


@pytest.mark.parametrize(("text", "day"), [("on 4 May 2019", "2019-05-04"), ("on 2015-12-21", "2015-12-21")])
def test_without_date_of_publication_absolute_dates_resolve(text, day):
    (found,) = find_times(article(text, None))
    assert (str(found.from_), str(found.to)) == (day, day)


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("on Tuesday", "2020-01-28", 1),
        ("overnight", "2020-01-27/2020-01-28", 2),
        ("last week", "2020-01-20/2020-01-26", 3),
        ("in March 2018", "2018-03", 4),
        ("in 2014", "2014", 5),
        ("nearly five years ago", "2015~", 5),
        ("in the 1990s", "199X", 5),
        ("in recent weeks", "2020-01-01~/2020-01-28~", 4),
    ],
)
def test_edtf_and_precision(text, edtf, precision):
    (found,) = find_times(article(text))
    assert (found.edtf, found.date_prec) == (edtf, precision)


def test_weekday_and_date_that_disagree_are_told():
    (found,) = find_times(article("It fell on Monday, 28 January 2020."))
    assert str(found.from_) == "2020-01-28"
    assert "calendar does not" in found.why


def test_the_worst_since_dates_no_stretch():
    assert ("2013", "2013-01-01", "2013-12-31", "2013") in read("It was the deadliest attack since 2013.")


def test_navigation_is_not_read():
    assert find_times(article("It fell on Tuesday.", kind="navigation")) == ()


def test_every_rule_is_shown_by_an_example():
    texts = [r[0] for r in RESOLVED] + [r[0] for r in UNPLACED] + ["It lasted years-long.", "within the coming weeks", "during the week", "a day after",
             "the first half of 2019", "fewer came that day", "January 3 to 5, 2020", "It was hit in the evening of Monday", "in past year", "in 480 BC", "on Ashura", "in Ramadan", "3 Safar 1441", "at Easter", "in the nineties",
             "the year before last", "on the 17th"]  # fmt: skip
    unseen = [rule.name for rule in RULES if not any(rule.pattern.search(text) for text in texts)]
    assert unseen == []


SCRAPS = (
    "on since in from to and between last next this early late the past recent 12 3 28 2011 2019 Monday Friday January March May days weeks years "
    "month ago later, today now overnight will said. fell third straight day every a few of first half 9 a.m. \n"
)
WORDS = st.sampled_from(re.split(" ", SCRAPS))


@given(st.lists(WORDS, max_size=14).map(" ".join), st.dates(dt.date(1990, 1, 1), dt.date(2035, 1, 1)) | st.none())
def test_mentions_quote_the_text_in_order_and_run_forward(text, published):
    found = find_times(article(text, str(published) if published else None))
    end = 0
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
        assert mention.start >= end
        assert (mention.from_ is None) == (mention.to is None)
        assert mention.from_ is None or mention.from_ <= mention.to
        assert mention.why
        end = mention.end


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    for mention in find_times(article(text)):
        assert text[mention.start : mention.end] == mention.text


def test_a_part_of_the_day_told_before_is_read_where_no_other_word_of_time_stands():
    assert read("A shell fell on 12 March 2004. That evening they left.")[-1][:3] == ("That evening", "2004-03-12", "2004-03-12")


@given(st.integers(0, 3), st.integers(0, 400))
def test_what_stands_far_away_changes_no_date(sentences, far):
    filler = "Snow lay on the hills. " * sentences + "x" * far
    alone = read("Shells fell on Monday and again three days later.")
    assert [row[:3] for row in read(f"{filler} Shells fell on Monday and again three days later. {filler}")] == [row[:3] for row in alone]
