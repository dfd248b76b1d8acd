"""Forms of English verbs."""

import pytest

from sayso.knowledge.verbs import finite_forms, inflect, ing_form, past_forms, third_form, verb_forms

FORMS = [
    # base; third person, past and participle, present participle
    ("say", "says", ("said",), "saying"),
    ("deny", "denies", ("denied",), "denying"),
    ("announce", "announces", ("announced",), "announcing"),
    ("admit", "admits", ("admitted",), "admitting"),
    ("write", "writes", ("wrote", "written"), "writing"),
    ("stress", "stresses", ("stressed",), "stressing"),
    ("see", "sees", ("saw", "seen"), "seeing"),
    ("have", "has", ("had",), "having"),
    ("vow", "vows", ("vowed",), "vowing"),
]


@pytest.mark.parametrize(("base", "third", "past", "ing"), FORMS, ids=[row[0] for row in FORMS])
def test_forms(base, third, past, ing):
    assert (third_form(base), past_forms(base), ing_form(base)) == (third, past, ing)
    assert finite_forms(base) == (base, third, *past)


def test_phrasal_verbs_inflect_their_first_word():
    found = inflect(("call for",))
    assert found["called for"] == found["calling for"] == "call for"


def test_a_form_of_two_verbs_belongs_to_the_first():
    assert inflect(("find", "found"))["found"] == "find"
    assert "saying" not in inflect(("say",), ing=False)


def test_forms_of_the_rows_of_a_table():
    assert verb_forms("speech_verbs", ("denies",))["denied"] == "deny"
