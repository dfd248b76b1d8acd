"""Words of ours for what the ledger holds."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs.wording import shorten


@given(st.text(max_size=300), st.integers(5, 100))
def test_shortened_words_are_the_beginning_of_the_words(words, most):
    line = " ".join(words.split())
    short = shorten(words, most)
    assert short == line or (short.endswith(" …") and line.startswith(short.removesuffix(" …")) and len(short) <= most + 1)
