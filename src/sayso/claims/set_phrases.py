"""Words that tell of nothing that happened: those inside names, sums of money, set phrases."""

import re
from collections.abc import Sequence

from msgspec import structs

from sayso.claims.features import Scene
from sayso.claims.known_speakers import speakers_of
from sayso.claims.triggers import Trigger
from sayso.model.articles import Span


def hush(scene: Scene, phrases: Sequence[Span]) -> Scene:
    """A sentence whose words in set phrases tell of nothing, neither listed ones nor others."""
    tokens = scene.tokens
    inside = [(a, b) for a, b in phrases if tokens and a < tokens[-1].end and tokens[0].start < b]
    silent = frozenset(at for at, token in enumerate(tokens) if any(a <= token.start < b for a, b in inside))
    return structs.replace(without_names(scene, inside), silent=silent) if inside else scene


def without_names(scene: Scene, names: Sequence[Span]) -> Scene:
    """A sentence without the triggers that are part of a longer name ("Liberation" in the name of a front)."""

    if not scene.triggers:
        return scene
    last = scene.tokens[-1].end
    near = [(a, b) for a, b in names if a < last and scene.tokens[0].start < b]

    def is_named(trigger: Trigger) -> bool:
        start, end = scene.tokens[trigger.first].start, scene.tokens[trigger.last].end
        return any(a <= start and end <= b and b - a > end - start for a, b in near)

    return structs.replace(scene, triggers=tuple(t for t in scene.triggers if not is_named(t)))


_MONEY = re.compile(r"(?:\d|\b[A-Z][a-z]+n) pounds\b")
"""Money, where nothing is pounded ("1,100 Syrian pounds")."""


_IDIOMS = re.compile(
    r"\bhold(?:s|ing)? back \w+|\bheld back \w+|\bbacked by (?:\w+ ){0,3}(?:air ?strikes|air power|warplanes|strikes|raids)\b"
    r"|\bwho (?:hold|control|run|rule)s (?:what|which|where)\b|\b(?:victory|future|day|choice|fault|responsibility|right) is ours\b"
    r"|\b(?:rain|snow|night|darkness|prices?|temperatures?|silence) (?:\w+ ){0,2}f(?:e|a)ll\w*\b",
    re.I,
)
"""Set phrases whose words mean something else: who holds back holds no place, and rain that falls takes none."""


def set_phrases(text: str) -> list[Span]:
    """Names of known speakers ("the Centre for Reconciliation") and sums of money and idioms, whose words tell of nothing that happened."""
    speakers = [(start, end) for start, (end, _) in speakers_of(text).items()]
    return [*speakers, *(m.span() for pattern in (_MONEY, _IDIOMS) for m in pattern.finditer(text))]
