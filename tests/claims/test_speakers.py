"""Who says what in an article."""

import pytest
from hypothesis import given, settings

from sayso.claims.speakers import source_of
from sayso.model.mentions import Attribution
from tests.claims.reports import attributions_of, words_at
from tests.expectations.reports import broken_texts, texts

SAID = [
    # text; source, cue, content, direct of its only attribution
    ("The mayor said that shells fell.", "The mayor", "said", ["shells fell"], False),
    ("Shells fell, a resident told reporters.", "a resident", "told", ["Shells fell"], False),
    ("According to the White Helmets, shells fell.", "the White Helmets", "According to", ["shells fell"], False),
    ('"We ran in the dark," said Huda Darwan, a nurse from Aris.', "Huda Darwan, a nurse from Aris", "said", ['"We ran in the dark,"'], True),
    ('"We ran in the dark," she said. "There was nothing left."', "she", "said", ['"We ran in the dark,"', '"There was nothing left."'], True),
    ('The army said in a statement on Sunday: "We hold the bridge."', "The army", "said", ['"We hold the bridge."'], True),
    ("Rebels accused the army of shelling the market.", "Rebels", "accused", ["the army of shelling the market"], False),
    ("The army denied shelling the town.", "The army", "denied", ["shelling the town"], False),
    ("The dead were identified by the relief agency.", "the relief agency", "identified", ["The dead were identified"], False),
    ("Four schools were hit, said UNICEF.", "UNICEF", "said", ["Four schools were hit"], False),
    ("The monitor which relies on contacts in the town said ten schools were hit.", "The monitor which relies on contacts in the town", "said", ["ten schools were hit"], False),
    ("State media gave a toll of 44 dead in the blast.", "State media", "gave", ["a toll of 44 dead in the blast"], False),
    ("Local media report that two men died.", "Local media", "report", ["two men died"], False),
    ("A nurse at a hospital in the rebel-held east told Reuters that 12 died.", "A nurse at a hospital in the rebel-held east", "told", ["12 died"], False),
    ("Air raids kill at least 12 civilians in Aris monitor", "monitor", "", ["Air raids kill at least 12 civilians in Aris"], False),
    ("Ten towns empty after shelling: monitor", "monitor", ": ", ["Ten towns empty after shelling"], False),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "direct"), SAID, ids=[row[0] for row in SAID])
def test_source_cue_and_content(text, source, cue, content, direct):
    (said,) = attributions_of(text)
    assert (words_at(text, said.source), words_at(text, said.cue)) == ([source], [cue])
    assert (words_at(text, said.content), said.direct) == (content, direct)


@pytest.mark.parametrize(
    "text",
    ["The governor and the mayor met.", "The man called his brother.", "He was told to leave.", "Nobody said that the town fell.", "Shells fell on Aris."],
)
def test_nobody_is_quoted(text):
    assert attributions_of(text) == ()


def test_it_does_not_spread_to_the_next_plain_sentence():
    text = "The mayor said that shells fell. Snow lay on the road."
    assert [words_at(text, a.content) for a in attributions_of(text)] == [["shells fell"]]


def test_a_quotation_of_the_next_paragraph_goes_on_with_its_speaker():
    text = '"We ran in the dark," said Huda Darwan, a nurse from Aris, who left that night.\n\n"There was nothing left of the old mill and the bakery beside it."'
    last = attributions_of(text)[-1]
    assert (last.source_name, last.source, last.direct) == ("Huda Darwan", (), True)


def test_no_quotation_belongs_to_words_that_are_put_on_nobody():
    text = (
        '"We ran in the dark," said Huda Darwan, a nurse from Aris. "There was nothing left of the old mill." Clashes were reported near Zardana.'
    )
    assert [(a.source_name, words_at(text, a.content)) for a in attributions_of(text)] == [
        ("Huda Darwan", ['"We ran in the dark,"', '"There was nothing left of the old mill."']),
        ("unspecified", ["Clashes were reported near Zardana"]),
    ]


def test_one_who_adds_is_the_one_who_said():
    text = "Two shells hit the mill, officials said, adding that nobody was hurt."
    assert [a.source_name for a in attributions_of(text)] == ["officials", "officials"]


def test_an_attribution_inside_anothers_content_points_to_it():
    text = "The UN warned of a catastrophe and said that 3,000 people had fled."
    outer, inner = attributions_of(text)
    assert (outer.within, inner.within) == (None, 0)


def test_words_put_on_nobody_have_no_source():
    (said,) = attributions_of("Two people were reportedly killed in Aris.")
    assert (said.source, said.source_name, said.source_kind) == ((), "unspecified", "unspecified")


NEWS = Attribution(source=((92, 99),), content=((0, 90),), source_name="Harbour Post")
INNER = Attribution(source=((0, 5),), content=((20, 90),), source_name="nurse")
DOUBT = Attribution(cue=((20, 29),), content=((0, 90),), source_name="unspecified")


@pytest.mark.parametrize(
    ("span", "attributions", "name"),
    [
        ((30, 80), (NEWS, INNER), "nurse"),
        ((0, 18), (NEWS, INNER), "Harbour Post"),
        ((100, 120), (NEWS, INNER), None),
        ((40, 80), (NEWS, DOUBT), "Harbour Post"),
        ((10, 80), (DOUBT,), "unspecified"),
        ((80, 120), (NEWS,), None),
        ((0, 10), (), None),
    ],
)
def test_the_innermost_that_covers_most_of_a_stretch(span, attributions, name):
    found = source_of(span, attributions)
    assert (found.source_name if found else None) == name


@given(text=texts() | broken_texts())
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_the_text_and_nesting_never_runs_in_a_circle(text):
    found = attributions_of(text)
    for index, said in enumerate(found):
        assert all(0 <= a < b <= len(text) for a, b in (*said.source, *said.content))
        seen, at = {index}, said.within
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].within


@given(text=texts())
@settings(max_examples=40, deadline=None)
def test_attributions_stand_in_the_order_of_what_was_said(text):
    starts = [a.content[0][0] for a in attributions_of(text) if a.content]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels kill two local activists",
        "Gunmen attack state TV",
        "Police arrest rights group",
        "Air strikes kill 12 near Sana",
        "The army gave the dead a burial.",
        "Rebels gave a number of prisoners to the army.",
    ],
)
def test_what_is_hit_or_given_speaks_not(text):
    assert attributions_of(text) == ()
