"""Who was killed and hurt by the words of a text, and which of them may be one person."""

import msgspec
import pytest

from sayso.claims.harmed_in_sentence import find_harmed
from sayso.claims.harmed_persons import tell_harmed
from sayso.mentions.quantities import find_figures
from sayso.model.claims import Claim
from sayso.model.mentions import ActorMention, Mentions
from tests.claims.reports import article_of

SENTENCES = {
    "A child was killed and her mother was wounded.": [("A child", "killed"), ("her mother", "hurt")],
    "A 31-year-old man was shot in the leg.": [("A 31-year-old man", "hit")],
    "The boy, 4, was taken to a hospital.": [("The boy", "hurt")],
    "A man shot and killed his wife before killing himself.": [("his wife", "killed"), ("killing himself", "killed")],
    "His 5-year-old son shot himself in the hand.": [("shot himself", "hit")],
    "The strike left a teacher dead and two pupils wounded.": [("a teacher", "killed"), ("two pupils", "hurt")],
    "Three people were killed and five others injured.": [("Three people", "killed"), ("five others", "hurt")],
    "Five people were shot, one of whom died.": [("Five people", "hit"), ("one of whom", "killed")],
    "Six people were shot, one fatally.": [("Six people", "hit"), ("one", "killed")],
    "Two more people, a man and a woman, died.": [("Two more people", "killed")],
    "A boy was shot and taken to a hospital.": [("A boy", "hit")],
    "A boy was shot three times and killed.": [("A boy", "killed")],
    "A man shot a girl, his niece, in the arm.": [("a girl, his niece", "hit")],
    "The mother of a boy who was shot was charged.": [("a boy", "hit")],
    "He is charged with murder after shooting his wife.": [("his wife", "killed")],
    "He is charged with attempted murder after shooting his wife.": [("his wife", "hit")],
    "A man was hit and died later.": [("A man", "killed")],
    "Two men and a woman were wounded.": [("Two men", "hurt"), ("a woman", "hurt")],
    "Shelling sent a girl to a hospital.": [("a girl", "hurt")],
    "The farmer's body was found in a field.": [("The farmer's", "killed")],
    "Nine people including five children were killed.": [("Nine people", "killed")],
    "A father a mother and a son were killed.": [("A father", "killed"), ("a mother", "killed"), ("a son", "killed")],
    "Rockets killed and injured five civilians.": [],
    "Sarin alongside nine of his comrades were killed.": [],
    "Civilian casualties and a wounded man were reported.": [],
    "The man was injured by a sniper shot.": [("The man", "hurt")],
    "Not one child was shot.": [],
    "The boy was not hurt.": [],
    "A man shot at a car and fled.": [],
    "Three men were charged with murder.": [],
    "He said that the teacher lives in Aris.": [],
}


def harmed_in(sentence, names=()):
    figures = [(f.start, f) for f in find_figures(article_of(sentence))]
    return [(sentence[h.phrase.start : h.phrase.end], h.harm) for h in find_harmed(sentence, names, figures)]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=SENTENCES.keys())
def test_who_is_harmed_in_a_sentence(sentence, expected):
    assert harmed_in(sentence) == expected


def test_a_name_and_the_words_beside_it_are_one_person():
    assert harmed_in("The victim, Ada Lorne, died.", ["Ada Lorne"]) == [("The victim, Ada Lorne", "killed")]


def numbered(text, names=(), event="casualties"):
    """The distinct persons that a text tells as killed, and as killed or injured, with one claim for each of its sentences."""
    article = article_of(text)
    actors = tuple(
        ActorMention(start=at, end=at + len(n), text=n, name=n, kind="person", private=True) for n in names if (at := text.find(n)) >= 0
    )
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    starts = [0, *(end + 1 for end in ends[:-1])]
    claims = [
        Claim(id=f"c-{a}", start=a, end=b, evidence=text[a:b], event=event, status="happened") for a, b in zip(starts, ends, strict=True)
    ]
    told = [h for c in tell_harmed(article, Mentions(actors=actors, figures=find_figures(article)), claims) for h in c.harmed]
    killed = {w for h in told if h.measure == "killed" for w in h.who}
    return len(killed), len({w for h in told for w in h.who})


TEXTS = {
    "one person, told again": ("A man was shot on Monday. The man died at a hospital.", (1, 1)),
    "a group and those in it": ("Three people were shot. A boy, 12, was wounded in the leg. A woman was killed.", (1, 3)),
    "a child and a grown person": ("A child was killed. A woman was killed.", (2, 2)),
    "men of different ages": ("A 20-year-old man was wounded. A 35-year-old man was wounded.", (0, 2)),
    "another": ("A man was killed. Another man was wounded.", (1, 2)),
    "he is the man": ("A man was shot. He died at a hospital.", (1, 1)),
    "the dead and the hurt": ("Two people were killed and four wounded.", (2, 6)),
    "some of them": ("Eleven people were killed, three of them children.", (11, 11)),
    "a group told again": ("A man was killed and eight others were wounded. Shells wounded eight others.", (1, 9)),
    "of years ago": ("A man was shot. Three years ago his brother was killed.", (0, 1)),
}


@pytest.mark.parametrize(("text", "persons"), TEXTS.values(), ids=TEXTS.keys())
def test_how_many_persons_are_told(text, persons):
    assert numbered(text) == persons


def test_names_tell_persons_apart_and_are_kept_nowhere():
    text = "Ada Lorne was shot. Bert Lorne was shot. Lorne died at a hospital."
    assert numbered(text, ["Ada Lorne", "Bert Lorne", "Lorne"]) == (1, 2)
    article = article_of(text)
    claim = Claim(id="c-1", start=0, end=len(text), evidence=text, event="casualties", status="happened")
    (told,) = tell_harmed(article, Mentions(figures=()), [claim])
    assert b"Lorne" not in msgspec.json.encode(told.harmed)


def test_claims_of_other_classes_and_what_is_feared_tell_of_nobody():
    assert numbered("A man was shot.", event="protest") == (0, 0)
    article = article_of("A man was shot.")
    feared = Claim(id="c-1", start=0, end=15, evidence="A man was shot.", event="violence", status="expected")
    assert tell_harmed(article, Mentions(), [feared])[0].harmed == ()
