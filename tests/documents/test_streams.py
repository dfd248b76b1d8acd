"""A stream that was looked into gives the same bytes again."""

import io

from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.streams import Rejoined


@given(st.binary(max_size=60), st.integers(0, 60), st.lists(st.integers(0, 20), max_size=8))
def test_reading_in_steps_gives_all_bytes(data: bytes, at: int, steps: list[int]) -> None:
    stream = Rejoined(data[:at], io.BytesIO(data[at:]))
    assert b"".join([*(stream.read(n) for n in steps), stream.read()]) == data


@given(st.lists(st.sampled_from([b"a", b"bb", b"\n"]), max_size=20).map(b"".join), st.integers(0, 30), st.sampled_from([-1, 1, 3, 50]))
def test_lines_are_those_of_the_whole(data: bytes, at: int, size: int) -> None:
    stream, whole = Rejoined(data[:at], io.BytesIO(data[at:])), io.BytesIO(data)
    assert list(iter(lambda: stream.readline(size), b"")) == list(iter(lambda: whole.readline(size), b""))
