"""Which places given names mean."""

import pytest

from sayso.mentions.place_resolution import rank_places, resolve_spans


def spans_of(text, *names):
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        found.append((at, at + len(name)))
        at += len(name)
    return found


def resolved(text, gazetteer, *names):
    choices = resolve_spans(text, spans_of(text, *names), gazetteer)
    return [choice.candidate.place.place_id if choice.candidate else None for choice in choices]


@pytest.mark.parametrize(
    ("text", "names", "wanted"),
    [
        ("SALEM, Ore. -- A mill burned.", ("SALEM",), ["geonames:12"]),
        ("Early, Tex., had rain.", ("Early",), ["geonames:16"]),
        ("They left Salem, Oregon, by bus.", ("Salem", "Oregon"), ["geonames:12", "admin1:US.OR"]),
        ("Shells fell on Ariha and on Idlib.", ("Ariha", "Idlib"), ["geonames:10", "geonames:6"]),
        ("Shells fell on Ariha. The Damascus talks go on.", ("Ariha", "Damascus"), ["geonames:10", "geonames:8"]),
        ("Shells fell on the Aleppo countryside.", ("the Aleppo",), ["admin1:SY.09"]),
        ("Shells fell on Oslangrad.", ("Oslangrad",), [None]),
    ],
)
def test_names_are_resolved_by_what_stands_beside_them(small_gazetteer, text, names, wanted):
    assert resolved(text, small_gazetteer, *names) == wanted


def test_a_short_state_that_is_none_tells_nothing(small_gazetteer):
    assert resolved("Salem, Ed. Note: rain.", small_gazetteer, "Salem") == resolved("Salem had rain.", small_gazetteer, "Salem")


def test_the_ranking_of_a_name_tells_shares_and_reasons(small_gazetteer):
    ranked, choice = rank_places("Salem", ["Oregon"], small_gazetteer)
    assert choice.candidate == ranked[0].candidate
    assert ranked[0].candidate.place.place_id == "geonames:12"
    assert sum(one.share for one in ranked) == pytest.approx(1.0, abs=0.01)
    assert all(one.reasons for one in ranked)
    assert [one.share for one in ranked] == sorted((one.share for one in ranked), reverse=True)


def test_an_unknown_name_has_no_ranking(small_gazetteer):
    ranked, choice = rank_places("Oslangrad", [], small_gazetteer)
    assert (ranked, choice.candidate) == ([], None)
    assert choice.why == "no place of this name in the gazetteer"
