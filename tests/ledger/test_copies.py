import itertools

import pytest

from tests.ledger.reports import article, file, killed

BULLETIN = "The army has taken full control of the town of Tarmin in Aris province, its command said in a statement on Wednesday."
REWRITTEN = "The army has taken full control of the city of Tarmin in Aris province, its general command said in a statement Wednesday."
OWN_WORDS = "Soldiers were seen on the main square of Tarmin on Wednesday afternoon, according to two shopkeepers reached by telephone."
SENTENCES = {
    "the same words": (BULLETIN, BULLETIN, True),
    "an agency's bulletin with words changed": (BULLETIN, REWRITTEN, True),
    "a report of one's own": (BULLETIN, OWN_WORDS, False),
    "two short headlines": ("Five killed in Tarmin strike", "Five killed in Tarmin strike", False),
}


@pytest.mark.parametrize(("first", "second", "copied"), SENTENCES.values(), ids=SENTENCES.keys())
def test_a_copy_is_nearly_the_same_words_in_another_article(first, second, copied):
    filed = file(article("a", 1, {"words": first}), article("b", 2, {"words": second}))
    assert [f.copy_of for f in filed] == [None, "a1" if copied else None]


def test_a_sentence_repeated_in_its_own_article_is_no_copy():
    assert [f.copy_of for f in file(article("a", 1, {"words": BULLETIN}, {"words": BULLETIN}))] == [None, None]


def test_a_changed_number_is_no_copy():
    words = "The rescue service said that {} people had been killed when a shell hit the bread queue on the square of Tarmin."
    filed = file(article("a", 1, {"words": words.format(5), "figures": [killed(5)]}), article("b", 1, {"words": words.format(9), "figures": [killed(9)]}))
    assert [f.copy_of for f in filed] == [None, None]


def test_a_denial_copies_no_affirmation():
    filed = file(article("a", 1, {"words": BULLETIN}), article("b", 1, {"words": BULLETIN, "status": "denied", "denies": "event"}))
    assert [f.copy_of for f in filed] == [None, None]


def test_copies_point_to_the_earliest_whatever_order_they_come_in():
    pages = [article("c", 3, {"words": REWRITTEN}), article("a", 2, {"words": BULLETIN}), article("b", 1, {"words": BULLETIN}), article("d", None, {"words": BULLETIN})]
    for order in itertools.permutations(pages):
        assert {f.claim.id: f.copy_of for f in file(*order)} == {"b1": None, "a1": "b1", "c1": "b1", "d1": "b1"}


def test_texts_that_share_sentences_share_their_looser_rewordings_too():
    loose = ("The fighters left behind four tanks and a workshop where drones were assembled, the source said.", "The fighters left behind four tanks and a shed in which drones used to be built, the source said.")
    alone = file(article("a", 1, {"words": loose[0]}), article("b", 2, {"words": loose[1]}))
    assert [f.copy_of for f in alone] == [None, None]
    second = "More than twenty villages in the south of the province have come under the army's control since Friday, the source said."
    shared = file(article("a", 1, {"words": BULLETIN}, {"words": second}, {"words": loose[0]}), article("b", 2, {"words": REWRITTEN}, {"words": second}, {"words": loose[1]}))
    assert [f.copy_of for f in shared if f.article.digest == "b"] == ["a1", "a2", "a3"]
