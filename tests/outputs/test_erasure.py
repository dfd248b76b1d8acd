"""A name that is struck out of a record is gone from all of its words, and everything else stays where it was."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.claims import Claim, ClaimActor, Source
from sayso.model.forgotten import Forgotten, digest_with
from sayso.model.mentions import ActorMention, Attribution, Mentions
from sayso.outputs.erasure import STRUCK, erase_forgotten, erase_names, folded_name, holds_name, names_in, strike
from sayso.outputs.private_names import NameFilter

TEXT = "Selim Darwan fled Ariha. Darwan’s home burned, said Selim Darwan, a baker."


@pytest.fixture
def record(make_record):
    claim = Claim(
        id="c-1", start=0, end=24, evidence=TEXT[:24], event="displacement", why=("who flees: Selim Darwan",),
        actors=(ClaimActor(text="Selim Darwan", span=(0, 12), role="affected", name="Selim Darwan"),),
        source=Source(text="Selim Darwan, a baker", span=(52, 73), name="Selim Darwan", kind="witness", chain=("The Example", "Selim Darwan")),
    )  # fmt: skip
    actors = tuple(ActorMention(start=a, end=a + n, text=TEXT[a : a + n], name="Selim Darwan", kind="person", private=True) for a, n in ((0, 12), (25, 6)))
    return make_record(
        text=TEXT, title="Selim Darwan's flight", article_id="darwan.html", claims=(claim,), mentions=Mentions(actors=actors),
        attributions=(Attribution(source=((52, 73),), source_name="Selim Darwan"),),
    )  # fmt: skip


def test_no_word_of_the_name_is_left_and_every_offset_holds(record):
    struck = erase_names(record, NameFilter(["Selim Darwan"]))
    written = msgspec.json.encode(struck).decode().casefold()
    assert "darwan" not in written.replace("darwan.html", "")
    assert "selim" not in written
    assert len(struck.text) == len(record.text)
    assert struck.digest == record.digest
    assert struck.claims[0].evidence == struck.text[:24] == STRUCK * 12 + " fled Ariha."
    assert [a.text for a in struck.mentions.actors] == [STRUCK * 12, STRUCK * 6]
    assert struck.claims[0].source.text == struck.text[52:73] == STRUCK * 12 + ", a baker"
    assert struck.claims[0].source.chain == ("The Example", "an erased person")
    assert struck.title == STRUCK * 12 + "'s flight"


def test_a_record_that_does_not_name_them_is_untouched(record):
    assert erase_names(record, NameFilter(["Nour Qabbani"])) == record
    assert not holds_name(record, NameFilter(["Nour Darwan"]))
    assert holds_name(record, NameFilter(["selim darwan"]))


def test_a_forgotten_name_is_known_by_its_digest_alone(record):
    key = bytes(range(32))
    digest = digest_with(key, folded_name("SELIM Darwan"))
    forgotten = Forgotten(keys=(key,), persons=frozenset({digest}))
    assert "selim" not in repr(forgotten).casefold()
    assert names_in("They met Selim Darwan.", forgotten) == {"Selim Darwan"}
    assert erase_forgotten(record, forgotten) == erase_names(record, NameFilter(["Selim Darwan"]))
    other_key = Forgotten(keys=(b"x" * 32,), persons=frozenset({digest}))
    assert erase_forgotten(record, other_key) is record


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_striking_keeps_the_length(text, spans):
    inside = [(min(a, b), max(a, b)) for a, b in spans if max(a, b) <= len(text)]
    assert len(strike(text, inside)) == len(text)
