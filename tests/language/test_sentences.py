"""Sentences of a text and of an article."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents import read_text
from sayso.language.sentences import sentences_of, split_sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One fell. Two fled.", ["One fell.", "Two fled."]),
        ("Gen. Salim met Dr. Field on Jan. 28.", ["Gen. Salim met Dr. Field on Jan. 28."]),
        ("J. Field spoke. He left.", ["J. Field spoke.", "He left."]),
        ("It began at 5 p.m. The bridge fell.", ["It began at 5 p.m.", "The bridge fell."]),
        ("It began at 5 p.m. on Monday.", ["It began at 5 p.m. on Monday."]),
        ("The U.N. said so. It left.", ["The U.N. said so.", "It left."]),
        ('"We left." She wept.', ['"We left."', "She wept."]),
        ("Who fell? Nobody! Good.", ["Who fell?", "Nobody!", "Good."]),
        ("Prices rose 3.5 percent. Bread is dear.", ["Prices rose 3.5 percent.", "Bread is dear."]),
        ("They fled... and came back.", ["They fled... and came back."]),
        ("He fled to al. The rest stayed.", ["He fled to al. The rest stayed."]),
        ("It rained. al-Hader was flooded.", ["It rained.", "al-Hader was flooded."]),
        ("The town fell\non Monday. It\nrained.", ["The town fell\non Monday.", "It\nrained."]),
        ("A line without a stop\n\nAnother line", ["A line without a stop", "Another line"]),
        ("A line without a stop\r\n\r\nAnother line", ["A line without a stop", "Another line"]),
        ("سقطت المدينة. غادر الناس.", ["سقطت المدينة.", "غادر الناس."]),
        ("  ", []),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@given(st.lists(st.sampled_from(["A town fell", "Mr.", ". ", "! ", "\n", "\n\n", " ", '"', "U.S.", "5", "x", "\t"]), max_size=25).map("".join))
def test_sentences_hold_all_words_in_order_and_apart(text: str) -> None:
    spans = split_sentences(text, (0, len(text)))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_span_bounds_the_search() -> None:
    text = "One fell. Two fled. Three stayed."
    assert [text[a:b] for a, b in split_sentences(text, (10, 19))] == ["Two fled."]


def test_sentences_of_an_article_leave_out_what_is_set_aside_or_repeated() -> None:
    line = "Twelve people died when the dam broke. The town is empty."
    article = read_text(f"Flood on the coast this week\n\n{line}\n\nSign up for our newsletter\n\n{line}\n")
    told = [(article.text[s.start : s.end], article.blocks[s.block].kind) for s in sentences_of(article)]
    assert told == [
        ("Flood on the coast this week", "title"),
        ("Twelve people died when the dam broke.", "paragraph"),
        ("The town is empty.", "paragraph"),
    ]


def test_text_that_never_ends_a_sentence_takes_bounded_time() -> None:
    assert len(split("Mr. " * 100_000)) == 1
