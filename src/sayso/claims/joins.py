"""Whether two words of one class tell of one claim or of two, learned from annotated claims."""

from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.claims.features import Scene
from sayso.claims.triggers import Words
from sayso.claims.weighing import Weights, flags, load_table
from sayso.language.clauses import Cut
from sayso.model.vocabulary import EventClass

PARTED = 2
"""Strength from which a cut parts statements (`language/clauses.py`)."""
_LIST = 4
"""Repetitions of the same words in one sentence that make a list ("20 families displaced to A 40 families displaced to B")."""
_BESIDE = 3
"""Tokens beside a word among which a number is looked for."""


_PARTS_STATEMENTS = frozenset((
    ";", "fears", "fear", "feared", "worries", "worry", "worried", "concerned", "warns", "warned", "could", "may", "might",
))  # fmt: skip
"""Words between two of one class after which the second is another claim: a new statement, or one that has not happened."""


def size_of(count: int) -> int:
    """A count up to 3 as it is, beyond by its doublings."""
    return count if count < 4 else 3 + count.bit_length()


def cut_between(cuts: Sequence[Cut], after: int, until: int) -> Cut | None:
    """The strongest cut that stands after one token and not after another; the last of equals."""
    inside = [cut for cut in cuts if after < cut.at <= until]
    return max(inside, key=lambda cut: (cut.strength, cut.at), default=None)


def pair_features(scene: Scene, event: EventClass, left: Words, right: Words) -> Iterator[str]:
    """What is seen of two words of one class in the order of the text: what stands between and beside them, and what they are."""
    forms, between = scene.forms, scene.forms[left[1] + 1 : right[0]]
    cut = cut_between(scene.cuts, left[1], right[0])
    strength = cut.strength if cut else 0
    far = size_of(len(between))
    before, after = forms[right[0] - 1], forms[right[1] + 1] if right[1] + 1 < len(forms) else "-"
    first = between[0] if between else "-"
    one, other = forms[left[0]], forms[right[0]]
    numbered, named = "#" in between, "<name>" in between
    own = "#" in forms[right[1] + 1 : right[1] + 1 + _BESIDE], "#" in forms[max(0, right[0] - _BESIDE) : right[0]]
    rivals = any(left[1] < t.first < right[0] and t.rule.event != event for t in scene.triggers)
    parted = sum(left[1] < c.at <= right[0] and c.strength >= PARTED for c in scene.cuts)
    listed = one == other and Counter(forms[t.first] for t in scene.triggers if t.rule.event == event)[one] >= _LIST
    yield from (
        event, f"{event} far {far}", f"far {far}", f"cut {strength}", f"cut {strength} {event}", f"cut {strength} far {far}",
        f"cut word {forms[cut.at] if cut else '-'}", f"cut word {forms[cut.at] if cut else '-'} {event}", f"parted {min(parted, 3)}",
        f"number between {numbered} cut {strength}", f"name between {named} cut {strength}", f"between {numbered} {named} {event}",
        f"numbers {own[0]} {own[1]} {event}", f"rivals {rivals} cut {strength}", f"same {one == other} cut {strength}",
        f"before {before}", f"after {after}", f"first {first}", f"first {first} before {before}", f"before {before} right {other}",
        f"left {one}", f"right {other}", f"words {one} {other}", *(f"between {word}" for word in dict.fromkeys(between)),
        *(["listed"] if listed else []),
    )  # fmt: skip


def join_weights() -> Weights:
    """The weights that `training/clauses.py` fitted; what weighs `least` is one claim."""
    return load_table("joins")


def is_one_claim(scene: Scene, event: EventClass, left: Words, right: Words) -> bool:
    """Whether two words of one class, in the order of the text, tell of one claim: never across a semicolon or words of fear.

    >>> from sayso.claims.lexicon import load_lexicon
    >>> from sayso.claims.features import look_at
    >>> from sayso.language.tokens import tokenize
    >>> text = "Shelling and air strikes hit Tarmin, and a car bomb exploded in Aris on Monday"
    >>> scene = look_at(tokenize(text, (0, len(text))), load_lexicon())
    >>> is_one_claim(scene, "strike", (0, 0), (2, 3)), is_one_claim(scene, "strike", (2, 3), (11, 11))
    (True, False)
    """
    if not _PARTS_STATEMENTS.isdisjoint(scene.forms[left[1] + 1 : right[0]]):
        return False
    table = join_weights()
    return table.weigh(flags(pair_features(scene, event, left, right))) >= table.least
