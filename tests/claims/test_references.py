"""Sources outside the grammar of a sentence: citations and headlines."""

import pytest

from sayso.claims.references import find_citations, read_headline
from tests.claims.reports import frame_of


def read(found, text):
    return [(text[slice(*u.source)], [text[a:b] for a, b in u.content]) for u in found]


CITED = [
    ("Two depots burned down (Harbour Post, 3 May 2021).", [("Harbour Post", ["Two depots burned down"])]),
    ("Two depots burned down (Harbour Post, 03/05/2021).", [("Harbour Post", ["Two depots burned down"])]),
    ("Two depots burned down (Harbour Post, accessed May 2021).", [("Harbour Post", ["Two depots burned down"])]),
    ("Two depots burned down (see below).", []),
    ("Two depots (in May 2021) burned down.", []),
    ("(Harbour Post, 3 May 2021)", []),
]


@pytest.mark.parametrize(("text", "sources"), CITED, ids=[row[0] for row in CITED])
def test_citations(text, sources):
    assert read(find_citations(frame_of(text)), text) == sources


HEADLINES = [
    ("Ten towns empty after shelling: monitor", [("monitor", ["Ten towns empty after shelling"])]),
    ("Ten towns empty after shelling - monitor", [("monitor", ["Ten towns empty after shelling"])]),
    ("Ten towns empty after shelling, says monitor", [("monitor", ["Ten towns empty after shelling"])]),
    ("Monitor: ten towns empty after shelling", [("Monitor", ["ten towns empty after shelling"])]),
    ("In Aris, residents left.", []),
    ("A bomb killed 30 people, 20 of them children.", []),
    ("Ten towns empty after shelling: what next", []),
    ("Ten towns empty after shelling", []),
]


@pytest.mark.parametrize(("text", "sources"), HEADLINES, ids=[row[0] for row in HEADLINES])
def test_speakers_of_headlines(text, sources):
    assert read(read_headline(frame_of(text)), text) == sources


def test_a_known_speaker_whose_punctuation_was_lost():
    text = "Ten killed in raid White Helmets"
    assert read(read_headline(frame_of(text)), text) == [("White Helmets", ["Ten killed in raid"])]


@pytest.mark.parametrize("text", ["Two die in attack on White Helmets", "Fire breaks out at base of White Helmets"])
def test_whom_something_happens_to_says_nothing(text):
    assert read_headline(frame_of(text)) == []
