"""Quotations of a paragraph and whose they are."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.quoted_runs import is_speech, loose_quotations, owner_of, quotations_of

QUOTED = [
    ('"We ran," he said.', ['"We ran,"']),
    ("\u201cWe ran,\u201d he said.", ["\u201cWe ran,\u201d"]),
    ('\u201cWe ran," he said. \u201cIt was dark.\u201d', ['\u201cWe ran,"', "\u201cIt was dark.\u201d"]),
    ("\u201cWe ran. \u201cIt was dark.\u201d", ["\u201cWe ran. ", "\u201cIt was dark.\u201d"]),
    ("\u201cIt never closes", ["\u201cIt never closes"]),
    ("\u00abWe ran\u00bb", ["\u00abWe ran\u00bb"]),
    ("We ran.", []),
]


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_quotations(text, quoted):
    assert [text[a:b] for a, b in quotations_of(text, (0, len(text)))] == quoted


@given(st.text(st.sampled_from('\u201c\u201d"\u00ab\u00bb ab.\n'), max_size=30))
def test_quotations_of_any_text_stand_in_order_and_apart(text):
    spans = quotations_of(text, (0, len(text)))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_a_word_held_at_arms_length_is_no_speech():
    text = 'They called it a "safe zone" again.'
    (quote,) = quotations_of(text, (0, len(text)))
    assert not is_speech(quote, [(0, len(text))])
    assert is_speech((0, 30), [(0, 40)])
    assert is_speech((5, 90), [(0, 100)])


def test_a_quotation_that_an_attribution_touches_is_not_loose():
    quotes = [(0, 20), (30, 60)]
    sentences = [(0, 28), (30, 60)]
    assert loose_quotations(quotes, [(2, 10)], sentences) == [(30, 60)]
    assert loose_quotations(quotes, [(2, 10), (40, 41)], sentences) == []


WHOSE = {
    "the one just before": ('He said. "We ran in the dark."', '"We ran in the dark."', [["He said"]], 0),
    "the one just after": ('"We ran in the dark." He said so.', '"We ran in the dark."', [["He said so."]], 0),
    "a plain sentence parts them": ('He said. Snow fell all night. "We ran in the dark."', '"We ran in the dark."', [["He said"]], None),
    "the nearest of two": ('She said. He said. "We ran in the dark."', '"We ran in the dark."', [["She said."], ["He said."]], 1),
    "some words of the same sentence between": ('He said so on Monday in a letter to the council: "We ran in the dark."', '"We ran in the dark."', [["He said so"]], 0),
    "too many words between": (f'He said so {"again " * 20}: "We ran in the dark."', '"We ran in the dark."', [["He said so"]], None),
    "nobody has spoken": ('"We ran in the dark."', '"We ran in the dark."', [], None),
}


@pytest.mark.parametrize(("text", "quote", "spoken", "owner"), WHOSE.values(), ids=WHOSE.keys())
def test_whose_a_loose_quotation_is(text, quote, spoken, owner):
    def at(words):
        return text.index(words), text.index(words) + len(words)

    assert owner_of(text, at(quote), [[at(words) for words in row] for row in spoken]) == owner
