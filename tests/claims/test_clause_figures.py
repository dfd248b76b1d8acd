"""How many, of whom, and which number is part of which."""

import pytest

from sayso.claims.clause_figures import measure_figures
from sayso.claims.clause_view import view_clauses
from sayso.model.happenings import Happening
from tests.claims.reports import SETTING, article_of, claim_of, claims_of, read, sight_of

# sentence; class; words, low, high, measure, unit, kind of each figure
FIGURES = [
    ("Shells killed 12 civilians in Ariha.", "strike", [("12 civilians", 12, 12, "killed", "people", "flow")]),
    ("Shells wounded dozens in Ariha.", "strike", [("dozens", 24, 99, "injured", "people", "flow")]),
    ("At least 40 people died in Ariha.", "casualties", [("At least 40 people", 40, None, "killed", "people", "flow")]),
    ("Some 3,000 people fled Ariha.", "displacement", [("Some 3,000 people", 3000, 3000, "displaced", "people", "flow")]),
    ("Aleppo hosts 40,000 refugees.", "displacement", [("40,000 refugees", 40000, 40000, "displaced", "people", "stock")]),
    ("More than 200 families returned to Ariha.", "return", [("More than 200 families", 200, None, "returned", "households", "flow")]),
    ("Security forces arrested 15 men in Aleppo.", "detention", [("15 men", 15, 15, "detained", "people", "flow")]),
    ("The Red Cross delivered food to 400 families in Ariha.", "aid", [("400 families", 400, 400, "aided", "households", "flow")]),
    ("Up to 50 people need shelter in Ariha.", "need", [("Up to 50 people", None, 50, "in_need", "people", "stock")]),
    ("Some 9,000 people are trapped without food in Ariha.", "need", [("Some 9,000 people", 9000, 9000, "besieged", "people", "stock")]),
    ("Fire destroyed 60 houses in Ariha.", "damage", [("60 houses", 60, 60, "houses", "structures", "flow")]),
    ("Shells killed and wounded 40 people in Ariha.", "strike", [("40 people", 40, 40, "other", "people", "flow")]),
    ("Shells left 40 civilians dead or wounded in Ariha.", "strike", [("40 civilians", 40, 40, "other", "people", "flow")]),
    ("Shells killed 12 people and wounded 30 in Ariha.", "strike", [("12 people", 12, 12, "killed", "people", "flow"), ("30", 30, 30, "injured", "people", "flow")]),
    ("The strike left 17 soldiers killed and wounded 40 civilians in Ariha.", "strike", [("17 soldiers", 17, 17, "killed", "people", "flow"), ("40 civilians", 40, 40, "injured", "people", "flow")]),
    ("Shells left 1,250 people killed and wounded in Ariha.", "strike", [("1,250 people", 1250, 1250, "other", "people", "flow")]),
    ("The strike left three dead and injured seven others in Ariha.", "strike", [("three dead", 3, 3, "killed", "people", "flow"), ("seven others", 7, 7, "injured", "people", "flow")]),
    ("Some 200 guests were at a wedding in Ariha when a shell hit it and killed 5 people.", "strike", [("5 people", 5, 5, "killed", "people", "flow")]),
    ("Of 30 people who lived in a house in Ariha, 12 were killed by the strike.", "strike", [("12", 12, 12, "killed", "people", "flow")]),
    ("The attack killed 6 and injured 9 (two of them critically) in Ariha.", "strike", [("6", 6, 6, "killed", "people", "flow"), ("9", 9, 9, "injured", "people", "flow"), ("two of them", 2, 2, "injured", "people", "flow")]),
    ("Shells hit Ariha and twelve people were missing.", "strike", [("twelve people", 12, 12, "missing", "people", "stock")]),
    ("Shells hit Ariha, with as many as 400 people dying.", "strike", [("as many as 400 people", None, 400, "killed", "people", "flow")]),
    ("Shells hit Ariha and left 50 martyrs.", "strike", [("50 martyrs", 50, 50, "killed", "people", "flow")]),
    ("Gas shells hit Ariha and eight people had breathing difficulties.", "strike", [("eight people", 8, 8, "injured", "people", "flow")]),
    ("Shells left 90 people dead or missing in Ariha.", "strike", [("90 people", 90, 90, "other", "people", "flow")]),
    ("20 Civilians Killed Scores Injured in Ariha Shelling.", "strike", [("20 Civilians", 20, 20, "killed", "people", "flow"), ("Scores Injured", 40, 99, "injured", "people", "flow")]),
    ("Six civilians were executed in Ariha by a group of 30 men.", "violence", [("Six civilians", 6, 6, "killed", "people", "flow")]),
    ("Four farmers were shot dead in Ariha by 2 unknown gunmen.", "violence", [("Four farmers", 4, 4, "killed", "people", "flow"), ("2 unknown gunmen", 2, 2, "fighters", "people", "flow")]),
    ("Three suicide bombers killed at least two people in Ariha.", "strike", [("Three suicide bombers", 3, 3, "fighters", "people", "flow"), ("at least two people", 2, None, "killed", "people", "flow")]),
    ("Three fighters killed in Ariha raid.", "strike", [("Three fighters", 3, 3, "killed", "people", "flow")]),
    ("Rescuers found nine more bodies in Ariha.", "aid", [("nine more bodies", 9, 9, "killed", "people", "flow")]),
    ("Raids on Ariha continue, 88 killed & injured.", "strike", [("88 killed", 88, 88, "other", "people", "flow")]),
    ("Some 300 volunteers delivered food in Ariha.", "aid", [("Some 300 volunteers", 300, 300, "other", "people", "flow")]),
    ("Fire destroyed 144 latrines and 400 tents in Ariha.", "damage", [("144 latrines", 144, 144, "facilities", "structures", "flow"), ("400 tents", 400, 400, "houses", "structures", "flow")]),
    ("Four men were shot in Ariha.", "violence", [("Four men", 4, 4, "injured", "people", "flow")]),
    ("Four men were shot dead in Ariha.", "violence", [("Four men", 4, 4, "killed", "people", "flow")]),
    ("Four men were fatally shot in Ariha.", "violence", [("Four men", 4, 4, "killed", "people", "flow")]),
    ("Shells hit Ariha but two men in a car were not injured.", "strike", []),
    ("Soldiers killed her brother in Ariha.", "violence", [("her brother", 1, 1, "killed", "people", "flow")]),
    ("Twenty of them exploded in Ariha, killing nine people.", "strike", [("Twenty of them", 20, 20, "other", "people", "flow"), ("nine people", 9, 9, "killed", "people", "flow")]),
]


@pytest.mark.parametrize(("text", "event", "figures"), FIGURES, ids=lambda x: x if isinstance(x, str) and " " in x else "")
def test_what_a_figure_measures(small_gazetteer, text, event, figures):
    found = claim_of(SETTING + text, small_gazetteer, event).figures
    assert [(f.text, f.low, f.high, f.measure, f.unit, f.kind) for f in found] == figures


def test_a_part_points_to_its_whole(small_gazetteer):
    claim = claim_of(SETTING + "Shells killed 12 civilians in Ariha, including 4 children and 3 women.", small_gazetteer, "strike")
    assert [(f.text, f.counts, f.part_of) for f in claim.figures] == [("12 civilians", "civilians", None), ("4 children", "children", 0), ("3 women", "women", 0)]


def test_some_of_them_are_a_part_also_in_the_first_sentence(small_gazetteer):
    claim = claim_of("A bomb killed 30 people in Ariha, 20 of them children.", small_gazetteer, "strike")
    assert [(f.text, f.counts, f.part_of) for f in claim.figures] == [("30 people", "all", None), ("20 of them", "children", 0)]
    assert claim.source is None


@pytest.mark.parametrize("text", ["Shells killed 20 people: 12 in Ariha and 8 in Aleppo.", "Shells killed 20 people (12 in Ariha, 8 in Aleppo)."])
def test_counts_by_place_are_parts_of_the_whole_before_them(small_gazetteer, text):
    claim = claim_of(SETTING + text, small_gazetteer, "strike")
    assert [(f.low, f.measure, f.part_of) for f in claim.figures] == [(20, "killed", None), (12, "killed", 0), (8, "killed", 0)]


def test_a_part_is_not_larger_than_its_whole(small_gazetteer):
    claim = claim_of(SETTING + "Shells killed 3 people in Ariha (7 in Aleppo).", small_gazetteer, "strike")
    assert [(f.low, f.part_of) for f in claim.figures] == [(3, None), (7, None)]


def test_those_of_the_wounded_who_died_are_dead_and_the_wounded_are_not(small_gazetteer):
    claim = claim_of(SETTING + "Shells wounded 9 people in Ariha and two of the injured died.", small_gazetteer, "strike")
    assert [(f.text, f.measure) for f in claim.figures] == [("9 people", "injured"), ("two of the injured", "killed")]


def test_counts_at_two_places_are_no_parts_of_each_other(small_gazetteer):
    claim = claim_of(SETTING + "Shells killed 12 people in Ariha and 8 in Aleppo.", small_gazetteer, "strike")
    assert [(f.low, f.measure, f.part_of) for f in claim.figures] == [(12, "killed", None), (8, "killed", None)]


def test_killed_and_wounded_are_no_parts_of_each_other(small_gazetteer):
    claim = claim_of(SETTING + "Shells killed 12 people and wounded 30 in Ariha.", small_gazetteer, "strike")
    assert [(f.low, f.measure, f.part_of) for f in claim.figures] == [(12, "killed", None), (30, "injured", None)]


def test_villages_that_are_taken_are_counted(small_gazetteer):
    claim = claim_of(SETTING + "Syrian forces captured 14 villages near Ariha.", small_gazetteer, "control")
    assert [(f.low, f.measure) for f in claim.figures] == [(14, "other")]


@pytest.mark.parametrize("text", ["The army advanced near two towns in Idlib.", "Shells fell on three districts of Ariha."])
def test_counted_places_are_no_figures(small_gazetteer, text):
    assert [f.text for c in claims_of(SETTING + text, small_gazetteer) for f in c.figures] == []


def test_two_happenings_share_no_figure(small_gazetteer):
    strike, flight = claims_of(SETTING + "Shells killed 12 people in Ariha, and 300 families fled to Idlib.", small_gazetteer)
    assert [f.low for f in strike.figures] == [12]
    assert [f.low for f in flight.figures] == [300]


def test_in_one_clause_a_figure_belongs_to_the_nearest_happening(small_gazetteer):
    text = SETTING + "Soldiers arrested villagers while bread reached some 300 men."
    start, end = len(SETTING), len(text)
    both = [
        Happening(start=start, end=end, event=event, trigger=(text.index(word), text.index(word) + len(word)))
        for event, word in (("detention", "arrested"), ("aid", "reached"))
    ]
    article, mentions = article_of(text), read(text, small_gazetteer).mentions
    views = view_clauses(article, both, mentions, (), sight_of(article, mentions))
    assert {v.happening.event: [one.measure for one in measure_figures(v) if one.own] for v in views} == {"detention": [], "aid": ["aided"]}


MEASURED = [
    # class, trigger, sentence, words and measure of every figure that the class can have
    ("damage", "damaged", "Floods damaged 14 villages near Ariha.", [("14 villages", "other")]),
    ("damage", "destroyed", "Fire destroyed 36 houses in Ariha and damaged 85 others.", [("36 houses", "houses"), ("85 others", "houses")]),
    ("damage", "destroyed", "Fire destroyed 9 houses in Ariha, affecting about 40 people.", [("9 houses", "houses"), ("about 40 people", "in_need")]),
    ("need", "lack", "Some 60 percent of families in Ariha lack food.", [("Some 60 percent", "other")]),
    ("strike", "hit", "Gas hit Ariha, affecting 33 people.", []),
    ("strike", "hit", "Shells hit Ariha, where 300 people are displaced.", []),
    ("casualties", "drowned", "Twelve people drowned off Ariha.", [("Twelve people", "killed")]),
]


@pytest.mark.parametrize(("event", "word", "text", "figures"), MEASURED, ids=[row[2] for row in MEASURED])
def test_what_a_class_makes_of_a_figure(small_gazetteer, event, word, text, figures):
    one = Happening(start=0, end=len(text), event=event, trigger=(text.index(word), text.index(word) + len(word)))
    article, mentions = article_of(text), read(text, small_gazetteer).mentions
    (view,) = view_clauses(article, [one], mentions, (), sight_of(article, mentions))
    assert [(m.mention.text, m.measure) for m in measure_figures(view)] == figures


def test_money_counts_nobody(small_gazetteer):
    told = claims_of(SETTING + "Bread costs $3 in Ariha, where people lack food.", small_gazetteer, "need")
    assert told
    assert "people" not in {f.unit for claim in told for f in claim.figures}
    assert {f.measure for claim in told for f in claim.figures} <= {"other"}


def test_how_many_speak_is_no_figure(small_gazetteer):
    assert claim_of(SETTING + "Two residents said that shells fell on Ariha.", small_gazetteer, "strike").figures == ()


def test_words_turned_into_numbers_are_marked(small_gazetteer):
    assumed, told = (claim_of(SETTING + f"{n} people fled Ariha.", small_gazetteer).figures[0].assumed for n in ("Hundreds of", "Some 300"))
    assert (assumed, told) == (True, False)


def test_figures_of_the_sentence_are_measured_as_the_happening_would_have_them(small_gazetteer):
    text = SETTING + "Shells killed 12 people in Ariha, and 300 families fled to Idlib."
    article, mentions = article_of(text), read(text, small_gazetteer).mentions
    at = text.index("killed")
    strike = [Happening(start=len(SETTING), end=text.index(", and"), event="strike", trigger=(at, at + 6))]
    (view,) = view_clauses(article, strike, mentions, (), sight_of(article, mentions))
    assert [(one.mention.low, one.measure, one.own) for one in measure_figures(view) if one.measure == "killed"] == [(12, "killed", True)]
    assert [one.mention.low for one in measure_figures(view) if one.own] == [12]
    assert all(not one.own for one in measure_figures(view) if one.mention.low == 300)


TOLD_BY_FORM = [
    ("A woman aged 34 and 3 children were killed in Ariha.", [(1, "killed"), (3, "killed")]),
    ("Children aged from four to 10 were killed in Ariha.", []),
    ("A clinic said 466 patients were reported as wounded in Ariha and 37 died.", [(466, "injured"), (37, "killed")]),
    ("The army said 45 opposition fighters and 43 regime forces were killed in Ariha.", [(45, "killed"), (43, "killed")]),
    ("Three women from the besieged town of Saraqib were killed by shells.", [(3, "killed")]),
]


@pytest.mark.parametrize(("text", "figures"), TOLD_BY_FORM, ids=[row[0] for row in TOLD_BY_FORM])
def test_what_the_form_of_a_number_tells(small_gazetteer, text, figures):
    assert [(f.low, f.measure) for c in claims_of(text, small_gazetteer) for f in c.figures] == figures


def test_people_who_lack_water_are_in_need_though_a_disease_spreads(small_gazetteer):
    claim = claim_of(SETTING + "About 12,000 people in Ariha lack clean water and cholera is spreading.", small_gazetteer, "need")
    assert [(f.low, f.measure) for f in claim.figures] == [(12_000, "in_need")]


def test_patients_who_left_before_a_strike_are_not_its_dead(small_gazetteer):
    claims = claims_of(SETTING + "Thirty patients were evacuated before shelling killed two nurses in Ariha.", small_gazetteer)
    assert [f.measure for c in claims for f in c.figures if f.low == 30] == ["displaced"]
