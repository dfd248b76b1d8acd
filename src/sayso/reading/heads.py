"""What goes into the network and what comes out, by name: the order of channels, heads and roles in the weights."""

from typing import Literal

from sayso.model.vocabulary import EVENT_CLASSES

Role = Literal["place", "time", "agent", "target", "affected", "figure", "source", "voice"]
ROLES: tuple[Role, ...] = ("place", "time", "agent", "target", "affected", "figure", "source", "voice")
"""What a trigger may point at: the words of every slot; those of its claim are cut by the rules, which do it better.

`voice` is whose words a stretch of text is by the annotation of PolNeAR, which counts wishes and beliefs too; `source` on whose say-so a
claim stands.
"""

STATUSES = ("happened", "ongoing", "expected", "denied")
SPANS = ("said_source", "said_cue", "said_content", "place", "organisation", "person", "nationality", "time", "quantity")
"""Kinds of spans that every word is judged for: whether it is inside one, and whether it begins one."""

HINTS = (
    "town", "division", "country", "armed", "group", "people", "person", "time", "figure",
    "source", "cue", "content", "title", "caption", "heading", "quoted",
    *(f"word_{event}" for event in EVENT_CLASSES),
)  # fmt: skip
"""What the tables and grammars say of a word, handed to the network beside the word itself."""

SHAPES = ("padding", "lower", "capital", "upper", "digit", "mark")
"""How a word is written; the encoder's own vocabulary knows lower case only."""

KEY_WIDTH = 32
"""Width of what a trigger asks and a word answers in one role: once as a product, once as a sum with what their distance says."""

DISTANCES = 23
"""Buckets of signed distance between a trigger and a word, in pieces: see `bucket`."""


def bucket(distance: int) -> int:
    """The bucket of a signed distance: one each up to 4 pieces, then doubling up to 256, on either side of 11.

    >>> [bucket(d) for d in (-1000, -1, 0, 1, 4, 6, 1000)]
    [0, 10, 11, 12, 15, 16, 22]
    """
    size = abs(distance)
    step = size if size <= 4 else min(11, 2 + (size - 1).bit_length())
    return 11 - step if distance < 0 else 11 + step


SENTENCES_BACK, SENTENCES_ON = 5, 2
SENTENCE_STEPS = SENTENCES_BACK + 1 + SENTENCES_ON
"""Steps from the sentence of a trigger to that of a word: so many back (or more), its own, so many on (or more)."""

BETWEEN = ("distances", "steps", "distance_rows", "step_rows", "votes")
"""What the distance between a trigger and a word adds, the same for all texts."""

INPUTS = ("ids", "shapes", "hints")
"""What the weights are asked with: one window, nothing padded."""

OUTPUTS = ("triggers", "statuses", "hedged", "inside", "begins", "queries", "keys", *BETWEEN)
"""All that the weights answer, in their order."""
