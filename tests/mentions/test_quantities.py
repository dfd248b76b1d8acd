import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.quantities import find_figures
from sayso.model.articles import Article, Block, Published

DAY = dt.date(2020, 1, 28)


def article(text, kind="paragraph"):
    return Article(
        article_id="a", digest="d", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
        published=Published(start=DAY, end=DAY, basis="given"), text=text, blocks=(Block(kind=kind, start=0, end=len(text)),),
    )  # fmt: skip


def figures(text):
    return [(f.text, f.low, f.high, f.unit) for f in find_figures(article(text))]


# sentence, figure, low, high, unit
COUNTED = [
    ("A shell killed a man and his daughter.", "a man and his daughter", 2, 2, "people"),
    ("They said 120 people had come.", "120 people", 120, 120, "people"),
    ("Some 120,000 people fled.", "Some 120,000 people", 120000, 120000, "people"),
    ("There are 3.5 million Syrian refugees here.", "3.5 million Syrian refugees", 3500000, 3500000, "people"),
    ("Twelve villagers came back.", "Twelve villagers", 12, 12, "people"),
    ("A dozen trucks arrived.", "A dozen trucks", 12, 12, "other"),
    ("Two dozen fighters gave up.", "Two dozen fighters", 24, 24, "people"),
    ("Half a million people live there.", "Half a million people", 500000, 500000, "people"),
    ("More than a quarter of a million people died.", "More than a quarter of a million people", 250000, None, "people"),
    ("Seventy-six people died.", "Seventy-six people", 76, 76, "people"),
    ("Two hundred and fifty thousand residents left.", "Two hundred and fifty thousand residents", 250000, 250000, "people"),
    ("Nearly 200 000 civilians are trapped.", "Nearly 200 000 civilians", 200000, 200000, "people"),
    ("About 1.2m people need help.", "About 1.2m people", 1200000, 1200000, "people"),
    ("Around 40k people need help.", "Around 40k people", 40000, 40000, "people"),
    # bounds
    ("At least 12 people died.", "At least 12 people", 12, None, "people"),
    ("More than 40 homes burned.", "More than 40 homes", 40, None, "structures"),
    ("Over 2,000 families left.", "Over 2,000 families", 2000, None, "households"),
    ("Well over 1,000 civilians died.", "Well over 1,000 civilians", 1000, None, "people"),
    ("No fewer than 30 men came.", "No fewer than 30 men", 30, None, "people"),
    ("Upwards of 300 soldiers came.", "Upwards of 300 soldiers", 300, None, "people"),
    ("In excess of 90 tents were lost.", "In excess of 90 tents", 90, None, "structures"),
    ("100+ people came.", "100+ people", 100, None, "people"),
    ("Some 50 or more guards fled.", "Some 50 or more guards", 50, None, "people"),
    ("Up to 50 guards fled.", "Up to 50 guards", None, 50, "people"),
    ("As many as 7,000 members remain.", "As many as 7,000 members", None, 7000, "people"),
    ("Fewer than 300 monks stayed.", "Fewer than 300 monks", None, 300, "people"),
    ("No more than 20 nurses stayed.", "No more than 20 nurses", None, 20, "people"),
    ("Nearly 100 pupils stayed.", "Nearly 100 pupils", 100, 100, "people"),
    ("About 100 pupils stayed.", "About 100 pupils", 100, 100, "people"),
    ("Roughly 100 pupils stayed.", "Roughly 100 pupils", 100, 100, "people"),
    ("An estimated 25,000 people stayed.", "An estimated 25,000 people", 25000, 25000, "people"),
    ("A total of 61 bodies were found.", "A total of 61 bodies", 61, 61, "people"),
    # ranges
    ("Between 5 and 10 men came.", "Between 5 and 10 men", 5, 10, "people"),
    ("There are 40-50 tents.", "40-50 tents", 40, 50, "structures"),
    ("There are 30 to 40 tents.", "30 to 40 tents", 30, 40, "structures"),
    ("Two or three men came.", "Two or three men", 2, 3, "people"),
    ("Some 2 to 3 million people need help.", "Some 2 to 3 million people", 2000000, 3000000, "people"),
    ("Between 600,000 and 1.7 million people left.", "Between 600,000 and 1.7 million people", 600000, 1700000, "people"),
    ("Anywhere from 3,000 to 9,000 insurgents remain.", "Anywhere from 3,000 to 9,000 insurgents", 3000, 9000, "people"),
    ("260,000 to 310,000 people remain.", "260,000 to 310,000 people", 260000, 310000, "people"),
    # words without a number
    ("Dozens of people were hurt.", "Dozens of people", 24, 99, "people"),
    ("Scores of villagers were hurt.", "Scores of villagers", 40, 99, "people"),
    ("Tens of civilians were hurt.", "Tens of civilians", 20, 99, "people"),
    ("Hundreds of families left.", "Hundreds of families", 200, 999, "households"),
    ("Thousands of people left.", "Thousands of people", 2000, 9999, "people"),
    ("Tens of thousands of people left.", "Tens of thousands of people", 20000, 99999, "people"),
    ("Hundreds of thousands of people left.", "Hundreds of thousands of people", 200000, 999999, "people"),
    ("Millions of people left.", "Millions of people", 2000000, 9999999, "people"),
    ("Several hundred fighters left.", "Several hundred fighters", 200, 999, "people"),
    ("A few thousand pilgrims left.", "A few thousand pilgrims", 2000, 9999, "people"),
    ("Several dozen soldiers left.", "Several dozen soldiers", 24, 99, "people"),
    ("More than a dozen soldiers left.", "More than a dozen soldiers", 12, None, "people"),
    ("At least two dozen houses fell.", "At least two dozen houses", 24, None, "structures"),
    # the noun phrase
    ("At least 85 government army troops died.", "At least 85 government army troops", 85, None, "people"),
    ("They freed 11 members of the council.", "11 members", 11, 11, "people"),
    ("It hit six police officers.", "six police officers", 6, 6, "people"),
    ("It hit three U.S. service members.", "three U.S. service members", 3, 3, "people"),
    ("Six air strikes hit the town.", "Six air strikes", 6, 6, "other"),
    ("Two oil fields were lost.", "Two oil fields", 2, 2, "structures"),
    ("Three more civilians died.", "Three more civilians", 3, 3, "people"),
    ("Nine others were hurt.", "Nine others", 9, 9, "people"),
    ("It cut off 11 out of 19 neighbourhoods.", "11 out of 19 neighbourhoods", 11, 11, "other"),
    ("Shells killed 40 people, 20 of them women.", "20 of them", 20, 20, "people"),
    ("They took over two gas fields.", "two gas fields", 2, 2, "structures"),
    ("All four children survived.", "All four children", 4, 4, "people"),
    ("There were 22 dead.", "22 dead", 22, 22, "people"),
    ("There were 35 wounded.", "35 wounded", 35, 35, "people"),
    # bare numbers
    ("The blast killed 17.", "17", 17, 17, "people"),
    ("The blast killed four and injured 22.", "22", 22, 22, "people"),
    ("The death toll has risen to 61.", "61", 61, 61, "people"),
    ("The blast killed 30 people, including 9 in the market.", "9", 9, 9, "other"),
    ("Of the rest, hundreds left.", "hundreds", 200, 999, "other"),
    # one
    ("A shell killed a child.", "a child", 1, 1, "people"),
    ("A shell killed two men and another soldier.", "another soldier", 1, 1, "people"),
    ("A raid destroyed a hospital.", "a hospital", 1, 1, "structures"),
    ("One civilian was hurt.", "One civilian", 1, 1, "people"),
    ("One of them was hurt.", "One of them", 1, 1, "people"),
    # shares, areas, weights
    ("Some 40% of homes stood.", "Some 40%", 40, 40, "other"),
    ("Ten per cent of homes stood.", "Ten per cent", 10, 10, "other"),
    ("Floods ruined 128,000 hectares of crops.", "128,000 hectares", 128000, 128000, "other"),
    ("They handed out 926 mt of food.", "926 mt", 926, 926, "other"),
    # numbers whose noun was told before
    ("1,600 houses were toppled and 55,000 damaged.", "55,000", 55000, 55000, "structures"),
    ("In Aris 162 homes fell (affecting about 800 people) and 89 were damaged.", "89", 89, 89, "structures"),
    ("It destroyed 10 houses and damaged 11 others.", "11 others", 11, 11, "structures"),
    ("It hit 312 buildings, 14 of which had to go.", "14 of which", 14, 14, "structures"),
    # digits as they are written
    ("15-20,000 people moved.", "15-20,000 people", 15000, 20000, "people"),
    ("600000 Syrians are trapped.", "600000 Syrians", 600000, 600000, "people"),
    ("They trained 09 healthcare workers.", "09 healthcare workers", 9, 9, "people"),
    ("The toll did not exceed 50.", "not exceed 50", None, 50, "people"),
    ("10 houses were destroyed and 11 others were killed.", "11 others", 11, 11, "people"),
    ("It destroyed three houses, damaged a school and killed four others.", "four others", 4, 4, "people"),
    ("It has exceeded 730,000.", "exceeded 730,000", 730000, None, "other"),
    # money
    ("It cost $5 million.", "$5 million", 5000000, 5000000, "other"),
    ("It cost 2,400,000 dollars.", "2,400,000 dollars", 2400000, 2400000, "other"),
    ("The family paid BDT 2 million.", "BDT 2 million", 2000000, 2000000, "other"),
    ("Tomatoes cost 7,500 YER.", "7,500 YER", 7500, 7500, "other"),
    ("They had to try 40 men.", "40 men", 40, 40, "people"),
    # bounds after the noun
    ("A bomb killed 20 civilians at least.", "20 civilians at least", 20, None, "people"),
    ("It sheltered 60 people at most.", "60 people at most", None, 60, "people"),
    ("It hit 20 people at least 5 of whom died.", "20 people", 20, 20, "people"),
    ("Shells killed 12 people at most checkpoints.", "12 people", 12, 12, "people"),
    ("They killed 12 CDF fighters.", "12 CDF fighters", 12, 12, "people"),
    ("Shells killed 12 people at most of the sites.", "12 people", 12, 12, "people"),
    ("12 miners were missing.", "12 miners", 12, 12, "people"),
    ("Some 3,000 new arrivals were counted.", "Some 3,000 new arrivals", 3000, 3000, "people"),
    # a count that goes on place by place
    ("Bombs killed 247 people in Kenya and 10 in Tanzania.", "10", 10, 10, "people"),
    ("They moved 400 families out (312 to Italy and 88 to al-Bab).", "312", 312, 312, "households"),
    ("They moved 400 families out (312 to Italy and 88 to al-Bab).", "88", 88, 88, "households"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), COUNTED, ids=[f"{r[1]}|{i}" for i, r in enumerate(COUNTED)])
def test_figure_is_read(text, words, low, high, unit):
    assert (words, low, high, unit) in figures(text)


NO_FIGURES = [
    "It began in 2011.",
    "It fell on 12 March 2019.",
    "It began at 7:30 am.",
    "A 12-year-old boy stood there.",
    "The boy, aged 12, stood there.",
    "It is 12 km from the border.",
    "The camp is 3.5 miles away.",
    "The truce lasted 12 days.",
    "They drove along the M5 and highway 4.",
    "T-72 tanks and S-400 batteries stood there.",
    "Resolution 2254 was adopted.",
    "Article 51 was quoted.",
    "It was the third raid.",
    "The 1st Division withdrew.",
    "One third of the town stood.",
    "It was one of the largest camps.",
    "Several people were there.",
    "Few people were there.",
    "A man walked by.",
    "A terrorist rocket hit the hill, and soldiers were killed.",
    "It won 3-1 at home.",
    "Doctors took a specimen from the dead.",
    "A regimen for the wounded was found.",
    "The 12-storey tower stood.",
    "They fired 122mm rockets.",
    "No one was hurt, and no one was killed.",
    "They got one or more services.",
    "Police came to the 6200 block of Chandler Street.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figure_is_read(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("At least 12 people were killed.", "At least 12 people", "killed"),
        ("A bomb killed 12 people.", "12 people", "killed"),
        ("Two suicide bombers killed 12 people.", "12 people", "killed"),
        ("A bomb hurt many, wounding 30.", "30", "injured"),
        ("It left 22 dead.", "22 dead", "killed"),
        ("Some 2,000 people were displaced.", "Some 2,000 people", "displaced"),
        ("Over 5,000 civilians fled the town.", "Over 5,000 civilians", "displaced"),
        ("The country hosts 3.5 million refugees.", "3.5 million refugees", "displaced"),
        ("Troops arrested 15 men.", "15 men", "detained"),
        ("Rebels sent 300 fighters.", "300 fighters", "fighters"),
        ("Fire gutted 60 houses.", "60 houses", "houses"),
        ("Bombs closed four hospitals.", "four hospitals", "facilities"),
        ("Some 300 trucks came.", "Some 300 trucks", None),
        ("It cost $5 million.", "$5 million", "other"),
        ("The ransom was 200,000 BDT.", "200,000 BDT", "other"),
    ],
)
def test_measure_is_told_where_words_beside_it_tell(text, words, measure):
    found = next(f for f in find_figures(article(text)) if f.text == words)
    assert found.measure == measure


@pytest.mark.parametrize(
    ("text", "quantifier", "best", "assumed"),
    [
        ("At least 12 people came.", "More than", None, False),
        ("Up to 12 people came.", "Less than", None, False),
        ("About 12 people came.", "Approximately", 12, False),
        ("In all 12 people came.", "Exact", 12, False),
        ("Between 5 and 9 people came.", "Approximately", None, False),
        ("Dozens of people came.", "Approximately", None, True),
    ],
)
def test_quantifier_and_best(text, quantifier, best, assumed):
    (found,) = find_figures(article(text))
    assert (found.quantifier, found.best, found.assumed) == (quantifier, best, assumed)


def test_rise_from_one_number_to_another_is_no_range():
    assert figures("The toll rose from 10 people to 20 people.") == [("10 people", 10, 10, "people"), ("20 people", 20, 20, "people")]


def test_breakdown_is_a_figure_of_its_own():
    found = figures("Shells killed 35 people, including 10 children and four women.")
    assert [f[0] for f in found] == ["35 people", "10 children", "four women"]


@pytest.mark.parametrize(
    ("text", "words", "measure"),
    [
        ("Three people were killed in Aris, and seven near Tarmin were injured.", "seven", "injured"),
        ("Police arrested 3 people in Aris and 4 in Tarmin were killed.", "4", "killed"),
        ("Bombs killed two people in Aris and 17 in Tarmin.", "17", "killed"),
    ],
)
def test_a_number_at_another_place_measures_what_its_own_words_tell(text, words, measure):
    assert next(f for f in find_figures(article(text)) if f.text == words).measure == measure


def test_who_does_the_harm_is_no_toll():
    assert "A man" in [f[0] for f in figures("A man killed two days ago was buried.")]
    assert [f[0] for f in figures("A bomber who killed 14 people fled.")] == ["14 people"]
    assert [f[0] for f in figures("A bomber killed 16 people and a man wounded at least 4.")] == ["16 people", "at least 4"]
    assert [f[0] for f in figures("A bomber was killed.")] == ["A bomber"]


def test_a_number_at_another_place_goes_on_with_nothing_but_a_count_of_people():
    assert "12" not in [f[0] for f in figures("They hit 30 tanks in Aris, and 12 in Tarmin.")]
    assert "32" not in [f[0] for f in figures("They killed 12 people. Sami, 32, from Tarmin, was there.")]


def test_navigation_is_not_read():
    assert find_figures(article("12 people came", kind="navigation")) == ()


SCRAPS = (
    "at least more than up to between and about some 5 10 2,000 3.5 million dozens hundreds of thousands two twelve hundred people civilians homes "
    "were killed wounded a child the toll rose from including others them . , - $ % 2011 in Monday one"
)
WORDS = st.sampled_from(re.split(" ", SCRAPS))


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_figures_quote_the_text_in_order_and_low_is_below_high(text):
    end = 0
    for figure in find_figures(article(text)):
        assert text[figure.start : figure.end] == figure.text
        assert figure.start >= end
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.low is not None or figure.high is not None
        assert figure.best is None or figure.low == figure.best == figure.high
        end = figure.end


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    for figure in find_figures(article(text)):
        assert text[figure.start : figure.end] == figure.text


def test_the_second_of_two_ages_counts_nobody():
    assert figures("Four boys between ages 12 and 16 were wounded.") == [("Four boys", 4, 4, "people")]
