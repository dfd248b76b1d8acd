"""Whom a source is that only points back: pronouns, roles and groups named before."""

import pytest

from tests.claims.reports import attributions_of

# what is told; name and kind of the last one who speaks
POINTING_BACK = {
    "he is the man who spoke before": ('"We ran," said Karim Haddad, a baker. "It was dark," he said.', "Karim Haddad", "witness"),
    "she is the nearest woman named": ("Huda Darwan, a nurse, lost her house. Shells fell on the mill, she said.", "Huda Darwan", "witness"),
    "it is the body, no man": ("The defence ministry of Turkey said a post was hit. Karim Haddad, a baker, said so too. It added that two soldiers were hurt.", "Turkish Ministry of Defence", "official"),
    "they are those of whom there are many": ("The rebels said they had left. They said the road was open.", "rebels", "armed_group"),
    "they may be a body": ("UNICEF said two schools were hit. They said a third had closed.", "UNICEF", "un_ngo"),
    "the army is the one told of before": ("The Turkish army said its post was shelled. The army added that nobody was hurt.", "Turkish Armed Forces", "official"),
    "the monitor is the one named before": ("The Syrian Observatory for Human Rights said the road was cut. The monitor said that two people died.", "Syrian Observatory for Human Rights", "monitor"),
    "a role is the one of that role who spoke": ("A retired teacher from Aris said shells fell. The teacher said more would follow.", "retired teacher from Aris", "witness"),
    "near a speaker he is still the speaker": ("Karim Haddad, a baker, said shells fell.\n\nOmar Shaheen, a driver, fled. He said that snow fell.", "Karim Haddad", "witness"),
    "far from a speaker he is the man named last": ("Karim Haddad, a baker, said shells fell." + " Snow lay on the hills." * 12 + "\n\nOmar Shaheen, a driver, fled. He said that snow fell.", "Omar Shaheen", "witness"),
    "a surname alone": ("Omar Shaheen, a teacher, said shells fell. Shaheen said more would follow.", "Omar Shaheen", "witness"),
    "a ministry beside two states is of neither": ("Iraq sent two envoys to a Turkish post. The Iraqi army shelled a Turkish post, the defence ministry said.", "Ministry of Defence", "official"),
    "a ministry takes the nearest state": ("Iraq sent two envoys to Tarmin. The defence ministry said they arrived.", "Iraqi Ministry of Defence", "official"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "kind"), POINTING_BACK.values(), ids=POINTING_BACK.keys())
def test_words_that_point_back_lead_to_one_who_was_named(text, name, kind):
    last = attributions_of(text)[-1]
    assert (last.source_name, last.source_kind) == (name, kind)


def test_a_pronoun_without_anybody_before_it_names_nobody():
    (said,) = attributions_of("He said that the road was cut.")
    assert (said.source_name, said.source_kind) == ("he", "unspecified")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("A spokesman for the Turkish army said shells fell on its post.", "Turkish Armed Forces"),
        ("The Taliban said they took a post. A spokesman said that more would follow.", "Taliban"),
        ("Omar Shaheen, a spokesman for the Turkish army, said shells fell. Shaheen said more would follow.", "Turkish Armed Forces"),
        ("A resident said that shells fell.", None),
    ],
)
def test_a_spokesman_comes_with_the_body_that_he_speaks_for(text, body):
    assert attributions_of(text)[-1].speaks_for == body
