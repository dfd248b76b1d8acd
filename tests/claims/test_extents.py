"""The words that a claim quotes as its own: a stretch of its sentence around the word that tells of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.extents import others_of, with_reach
from sayso.claims.features import look_at
from sayso.claims.lexicon import load_lexicon
from sayso.model.happenings import Happening
from tests.claims.reports import tokens_of

QUOTED = [
    ("Aid reached Tarmin on Friday.", {"reached": ("aid", "Aid reached Tarmin on Friday")}),
    ("People lack water and food, the mayor said.", {"lack": ("need", "People lack water and food, the mayor said.")}),
    (
        "Rebels took Tarmin on Monday, forcing hundreds of families to flee to Aris.",
        {"took": ("control", "Rebels took Tarmin on Monday"), "flee": ("displacement", "forcing hundreds of families to flee to Aris")},
    ),
    (
        "The Observatory said that shells killed two people in Tarmin and that the bakery was destroyed.",
        {
            "shells": ("strike", "The Observatory said that shells killed two people in Tarmin"),
            "destroyed": ("damage", "the bakery was destroyed"),
        },
    ),
    (
        "More than 300 houses were destroyed in Tarmin, 120 were damaged in Aris and 40 in Qarvat.",
        {
            "destroyed": ("damage", "More than 300 houses were destroyed in Tarmin"),
            "damaged": ("damage", "120 were damaged in Aris and 40 in Qarvat"),
        },
    ),
]


def quoted_of(text, told):
    """The evidence of happenings that are given by their words and classes."""
    spans = [(event, (text.index(word), text.index(word) + len(word))) for word, event in told]
    happenings = [Happening(start=0, end=len(text), event=event, trigger=span) for event, span in spans]
    return [h.evidence for h in with_reach(look_at(tokens_of(text), load_lexicon()), happenings)]


@pytest.mark.parametrize(("text", "claims"), QUOTED, ids=[row[0] for row in QUOTED])
def test_each_claim_of_a_sentence_quotes_its_own_words(text, claims):
    evidence = quoted_of(text, [(word, event) for word, (event, _) in claims.items()])
    assert [text[a:b].rstrip(".") for a, b in evidence] == [words.rstrip(".") for _, words in claims.values()]


WORDS = st.lists(st.sampled_from(["shells", "hit", "Tarmin", "and", ",", "fled", "to", "12", "said", ";", "that", "Aris"]), min_size=2, max_size=40)


@given(words=WORDS, at=st.integers(0, 39), other=st.integers(0, 39))
def test_the_evidence_holds_the_claims_word_and_whole_words_of_the_sentence(words, at, other):
    text = " ".join(words)
    tokens = tokens_of(text)
    first, second = tokens[at % len(tokens)], tokens[other % len(tokens)]
    happenings = [Happening(start=0, end=len(text), event=event, trigger=(t.start, t.end)) for event, t in (("strike", first), ("aid", second))]
    for one in with_reach(look_at(tokens, load_lexicon()), happenings):
        start, end = one.evidence
        assert start <= one.trigger[0]
        assert one.trigger[1] <= end
        assert start in {t.start for t in tokens}
        assert end in {t.end for t in tokens}


def test_a_claims_own_words_are_none_of_the_others():
    assert others_of((3, 4), [((3, 4), "strike"), ((8, 8), "aid"), ((4, 4), "need")]) == {8: "aid"}
