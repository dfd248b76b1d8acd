"""Of whom and over what a figure counts."""

import pytest

from sayso.claims.counted_people import counts_of, idmc_term_of, is_part, population_of, scope_of


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("at least 4 schoolchildren", "children"),
        ("three boys and girls", "children"),
        ("12 civilians", "civilians"),
        ("nine women", "women"),
        ("15 men", "men"),
        ("40 soldiers", "fighters"),
        ("two rebels", "fighters"),
        ("some 300 people", "all"),
        ("17", None),
        ("a hospital", None),
    ],
)
def test_whom_a_figure_counts(words, counts):
    assert counts_of(words) == counts


@pytest.mark.parametrize(
    ("words", "clause", "event", "population"),
    [
        ("some 3,000 refugees", "Aris hosts some 3,000 refugees", "displacement", "refugee"),
        ("400 internally displaced people", "400 internally displaced people came", "displacement", "idp"),
        ("90 asylum seekers", "90 asylum seekers came", "displacement", "asylum_seeker"),
        ("40 people", "40 people fled", "displacement", "unknown"),
        ("40 people", "40 people went home", "return", "returnee"),
        ("40 people", "40 people died beside refugees", "casualties", "unknown"),
    ],
)
def test_which_population(words, clause, event, population):
    assert population_of(words, clause, event) == population


@pytest.mark.parametrize(
    ("clause", "scope"),
    [
        ("A shell killed 12 people", "event"),
        ("Some 400,000 people have died since 2011", "cumulative"),
        ("Some 3,000 people fled in the past 12 days", "period"),
        ("Some 3,000 people fled in recent weeks", "period"),
    ],
)
def test_over_what_a_figure_counts(clause, scope):
    assert scope_of(clause) == scope


@pytest.mark.parametrize(
    ("clause", "event", "measure", "term"),
    [
        ("Some 200 people were evacuated from Tarmin", "displacement", "displaced", "Evacuated"),
        ("Some 200 people fled Tarmin", "displacement", "displaced", "Forced to flee"),
        ("Some 200 people were displaced", "displacement", "displaced", "Displaced"),
        ("Some 200 people went back to Tarmin", "return", "returned", "Returns"),
        ("Shells destroyed 200 homes", "damage", "houses", "Destroyed housing"),
        ("Shells killed 200 people", "strike", "killed", None),
    ],
)
def test_terms_of_idmc(clause, event, measure, term):
    assert idmc_term_of(clause, event, measure) == term


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [
        (", including ", " and", True),
        (", among them ", "", True),
        (" were killed and ", " hurt", False),
        (", ", " of them children", True),
        ("", " were killed", False),
    ],
)
def test_words_that_make_a_figure_a_part(before, after, part):
    assert is_part(before, after) is part
