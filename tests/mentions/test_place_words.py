"""The words that tell places from other names."""

from sayso.mentions.place_words import place_words


def test_adjectives_lead_to_countries():
    assert {w: place_words().adjectives[w] for w in ("syrian", "turkish", "dutch")} == {"syrian": "SY", "turkish": "TR", "dutch": "NL"}


def test_lists_that_are_asked_for_small_letters_hold_small_letters():
    known = place_words()
    for row in (known.sites, known.bodies, known.titles, known.said, known.locating, known.ordinary, known.function_words):
        assert row
        assert [word for word in row if word != word.lower()] == []


def test_given_names_have_a_capital():
    assert [n for n in place_words().given_names if not n[0].isupper()] == []


def test_followers_are_types_sites_and_bodies():
    known = place_words()
    assert known.followers == {*known.types_after, *known.sites, *known.bodies}


def test_every_direction_has_a_bearing():
    assert place_words().directions["north-east"] == 45
    assert all(0 <= degrees < 360 for degrees in place_words().directions.values())
