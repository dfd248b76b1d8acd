"""A claim made by hand stands on words of the text, in any language."""

import pytest

from sayso.errors import InputError
from sayso.reviews.hand_made import make_claim

TEXT = "قصفت الطائرات مدينة أريحا. Shells hit Ariha. Shells hit Ariha."


def test_the_words_are_found_in_a_text_of_any_language():
    claim = make_claim("d", TEXT, "قصفت الطائرات مدينة أريحا", "strike")
    assert TEXT[claim.start : claim.end] == claim.evidence == "قصفت الطائرات مدينة أريحا"
    assert claim.id == make_claim("d", TEXT, "قصفت الطائرات مدينة أريحا", "strike").id


@pytest.mark.parametrize(
    ("words", "at", "told"),
    [
        ("Bombs fell", None, "copy the words as they are there"),
        ("Shells hit Ariha", None, "say which with --at"),
        ("Shells hit Ariha", 3, "does not stand in the article at 3"),
        ("  ", None, "does not stand in the article"),
    ],
)
def test_words_that_are_not_there_or_stand_there_twice_are_told(words, at, told):
    with pytest.raises(InputError, match=told):
        make_claim("d", TEXT, words, "strike", at)


def test_ids_tell_article_place_and_class_apart():
    at = TEXT.rindex("Shells")
    made = [make_claim(d, TEXT, "Shells hit Ariha", event, where) for d in "de" for event in ("strike", "damage") for where in (at, TEXT.index("Shells"))]
    assert len({c.id for c in made}) == len(made)
