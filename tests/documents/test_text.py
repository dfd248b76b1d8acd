"""Texts without markup: every line of a page saved from a browser has its kind."""

import datetime as dt

import pytest

from sayso.documents import DocumentOptions, read_text
from sayso.model.articles import Article, Block

PAGE = """Skip to main content

Harbour town cut off as flood takes the coast road

Fishermen say that warnings came too late for the lower quarter
Women carry buckets along the quay of Sandmouth (Reuters)

Hundreds of people have left the harbour town of Sandmouth after the river rose by two metres in one night.

'We had ten minutes and one boat for the whole street'

- Fisherman

"We had ten minutes and one boat for the whole street," said a fisherman, who asked not to be named.

Stay close to the coast

Sign up for our newsletter and get the week's stories from the shore in your inbox

 

The bridge at Millbrook is still closed, the council said.

Rooms for one night

On Sunday, some 400 people slept in the school hall, according to the mayor.

A drone photo shows boats on the main street of Sandmouth, after the dam broke on 3 March (AFP)
An aerial drone photo shows boats on the main street of Sandmouth, after the dam broke on 3 March (AFP)

The water fell on Monday and the first families went home, the council said.

Harbour Post delivers independent coverage of the coast. To learn more about republishing this content, please fill out this form.
"""


def words(article: Article, block: Block) -> str:
    return article.text[block.start : block.end]


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(b.kind, words(article, b)[:24]) for b in article.blocks]


def test_saved_page_line_by_line() -> None:
    article = read_text(PAGE)
    assert kinds(article) == [
        ("navigation", "Skip to main content"),
        ("title", "Harbour town cut off as "),
        ("standfirst", "Fishermen say that warni"),
        ("caption", "Women carry buckets alon"),
        ("paragraph", "Hundreds of people have "),
        ("pull_quote", "'We had ten minutes and "),
        ("paragraph", '"We had ten minutes and '),
        ("promotion", "Stay close to the coast"),
        ("promotion", "Sign up for our newslett"),
        ("paragraph", "The bridge at Millbrook "),
        ("heading", "Rooms for one night"),
        ("paragraph", "On Sunday, some 400 peop"),
        ("caption", "A drone photo shows boat"),
        ("caption", "An aerial drone photo sh"),
        ("paragraph", "The water fell on Monday"),
        ("licence", "Harbour Post delivers in"),
    ]
    assert (article.publisher, article.title) == ("Harbour Post", "Harbour town cut off as flood takes the coast road")
    assert article.text == PAGE


def test_pull_quote_and_its_speaker_repeat_the_sentence_which_is_read() -> None:
    article = read_text(PAGE)
    quote = next(b for b in article.blocks if b.kind == "pull_quote")
    assert words(article, quote).endswith("- Fisherman")
    assert article.text[slice(*quote.repeats)] == "We had ten minutes and one boat for the whole street"
    assert next(b for b in article.blocks if words(article, b).startswith('"We had')).repeats is None


def test_short_quoted_sentence_and_its_pull_quote_never_cancel_each_other() -> None:
    article = read_text(
        "Boats lost at sea off the coast\n\n'We saw the mast go down at dawn'\n\n- Fisherman\n\nThe storm came in the night, the harbour office said.\n\n"
        '"We saw the mast go down at dawn," he said.\n'
    )
    quote, sentence = (next(b for b in article.blocks if words(article, b)[:8] == start) for start in ("'We saw ", '"We saw '))
    assert quote.repeats is not None
    assert sentence.repeats is None


def test_second_of_two_captions_is_a_repeat_and_has_its_day_from_the_publication() -> None:
    article = read_text(PAGE, options=DocumentOptions(published=dt.date(2021, 3, 4)))
    first, second = [b for b in article.blocks if b.kind == "caption"][1:]
    assert (first.credit, first.date, first.repeats) == ("AFP", dt.date(2021, 3, 3), None)
    assert (second.date, second.repeats) == (dt.date(2021, 3, 3), (first.start, first.end))
    assert any((s.start, s.end) == (second.start, second.end) and "repeats" in s.reason for s in article.set_aside)


def test_captions_that_differ_in_a_name_are_two() -> None:
    article = read_text(
        "Harbour town cut off\n\nHundreds of people have left the harbour town after the river rose in one night.\n\n"
        "A drone photo shows boats on the main street of Sandmouth (AFP)\nA drone photo shows boats on the main street of Millbrook (AFP)\n\nIt rained.\n"
    )
    assert [b.repeats for b in article.blocks if b.kind == "caption"] == [None, None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("At least 12 people were killed in the flood at Sandmouth, the council said.", "At least 12 people were killed in the flood at Millbrook, the council said."),
        ("Twelve people were killed when the dam above the town broke on Monday.", "Thirteen people were killed when the dam above the town broke on Monday."),
        ("Some sources said that the whole town is under water now.", "Some sources said that the whole town is under ice."),
    ],
)  # fmt: skip
def test_sentences_that_differ_in_a_word_are_both_read(first: str, second: str) -> None:
    article = read_text(f"Flood on the coast this week\n\n{first}\n\n{second}\n")
    assert [b.repeats for b in article.blocks] == [None, None, None]


def test_paragraph_printed_twice_is_read_once() -> None:
    line = "Twelve people were killed when the dam above the town broke on Monday."
    article = read_text(f"Flood on the coast this week\n\n{line}\n\nThe rain went on.\n\n{line}\n")
    assert [words(article, b) for b in article.blocks if b.repeats] == [line]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Women carry buckets along the quay at noon (Harbour Post)", "Harbour Post"),
        ("Women carry buckets along the quay at noon (Reuters)", "Reuters"),
        ("Women carry buckets along the quay at noon (Council Handout)", "Council Handout"),
    ],
)  # fmt: skip
def test_line_that_ends_with_a_credit_is_a_caption(line: str, credit: str) -> None:
    text = f"Harbour town cut off by flood\n\n{line}\n\nHundreds of people have left the town after the river rose, the council said.\n"
    block = next(b for b in read_text(text, options=DocumentOptions(publisher="The Harbour Post")).blocks if b.kind == "caption")
    assert block.credit == credit


@pytest.mark.parametrize("line", ["The men belong to the Coastal Defence Force (CDF)", "Aid reached the villages of the lower valley (Millbrook)"])
def test_line_that_ends_with_another_name_in_brackets_is_none(line: str) -> None:
    text = f"Harbour town cut off by flood\n\n{line}\n\nHundreds of people have left the town after the river rose, the council said.\n"
    assert "caption" not in {b.kind for b in read_text(text, options=DocumentOptions(publisher="Harbour Post")).blocks}


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "HARBOUR BULLETIN 12\n\nHundreds of people have left the harbour town of Sandmouth after the\nriver rose by two metres in one "
        "night, the council said on Monday, and\nthe bridge at Millbrook is still closed.\n\nThe water is expected to fall within the next two "
        "days, the council\nadded.\n"
    )
    paragraphs = [words(a, b) for a in [read_text(text)] for b in a.blocks if b.kind == "paragraph"]
    assert [p[-14:] for p in paragraphs] == ["still closed.".rjust(14), "council\nadded."]


def test_one_sentence_is_a_paragraph() -> None:
    article = read_text("Two people drowned on Monday, the council said.")
    assert kinds(article) == [("paragraph", "Two people drowned on Mo")]


def test_empty_text_is_not_read_and_says_why() -> None:
    article = read_text("  \n ")
    assert (article.outcome, article.why, article.text, article.blocks) == ("not_read", "the text is empty; nothing to read", "  \n ", ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La route de la côte est coupée depuis lundi, a dit le maire. Des centaines de personnes ont quitté la ville pendant la nuit.", "fr"),
        ("أغلقت الفيضانات طريق الساحل يوم الاثنين، وغادر مئات الأشخاص البلدة خلال الليل، حسبما قال رئيس البلدية.", "ar"),
    ],
)  # fmt: skip
def test_other_language_has_blocks_and_its_name(text: str, language: str) -> None:
    article = read_text(text)
    assert (article.language, article.outcome) == (language, "read")
    assert [words(article, b) for b in article.blocks] == [text]


def test_same_report_has_the_same_digest_wherever_it_was_found() -> None:
    options = DocumentOptions(publisher="Harbour Post")
    assert read_text(PAGE, options=options).digest == read_text(PAGE, options=options).digest
    assert read_text(PAGE, options=options).digest != read_text(PAGE, options=DocumentOptions(publisher="Shore News")).digest
