"""What annotated claims teach about the words that claims quote, and about which words tell of one claim."""

from sayso.claims.features import look_at
from sayso.claims.lexicon import load_lexicon
from tests.claims.reports import tokens_of
from training.clause_cases import Sentence, extent_cases, join_cases
from training.clause_cases import tokens_of as words_at


def sentence(text, *claims):
    """A sentence with claims given by class, word and quoted words."""
    scene, told = look_at(tokens_of(text), load_lexicon()), []
    for event, word, quoted in claims:
        at, start = text.index(word), text.index(quoted)
        told.append((words_at(scene, at, at + len(word)), {"event": event, "start": start, "end": start + len(quoted)}))
    return Sentence(scene, told)


def test_every_step_goes_on_until_the_first_that_leads_out_of_the_claim():
    told = sentence("On Monday shells hit Tarmin and many fled", ("strike", "hit", "shells hit Tarmin"))
    assert [goes_on for _, goes_on in extent_cases(told)] == [True, False, True, False]


def test_a_claim_that_is_its_sentence_goes_on_to_both_ends():
    told = sentence("Shells hit Tarmin", ("strike", "hit", "Shells hit Tarmin"))
    assert [goes_on for _, goes_on in extent_cases(told)] == [True, True]


def test_listed_words_are_of_the_shortest_claim_that_holds_them():
    text = "Shelling and air strikes hit Tarmin and rockets hit Aris"
    told = sentence(text, ("strike", "Shelling", "Shelling and air strikes hit Tarmin"), ("strike", "rockets", "rockets hit Aris"))
    assert [one for _, one in join_cases(told)].count(False) == 1
    assert [one for _, one in join_cases(told)][-1] is True
