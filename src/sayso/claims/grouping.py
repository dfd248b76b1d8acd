"""Triggers gathered into claims: one a happening, with the clause that each one owns."""

from collections.abc import Sequence

import msgspec

from sayso.claims.features import Scene
from sayso.claims.joins import cut_between, is_one_claim
from sayso.claims.triggers import Trigger
from sayso.model.articles import Span
from sayso.model.vocabulary import EventClass

_LEAST = 4
"""A clause of fewer tokens is no evidence by itself; of 3 to 8, 4 gave the best classed F1 over folds of gold/train (0.617, none 0.613)."""

_A_WORD = 0.05
"""What a word more speaks for a trigger against those on the same words ("shooting two men" against "shooting").

Classed F1 over 5 folds of gold/train: 0.650 so, 0.649 with 0, 0.651 with 0.1.
"""


class Scored(msgspec.Struct, frozen=True):
    """A trigger with the probability that it tells of its class: all told, by the network, and by the weights of its words."""

    trigger: Trigger
    probability: float
    network: float = 0.0
    words: float | None = None
    reasons: tuple[tuple[str, float], ...] = ()


class Group(msgspec.Struct, frozen=True):
    """Triggers of one claim in the order of the text, and the tokens `first` to `last` of its clause."""

    event: EventClass
    members: tuple[Scored, ...]
    first: int
    last: int

    @property
    def head(self) -> Scored:
        """The member that speaks loudest."""
        return max(self.members, key=lambda member: (member.probability, -member.trigger.first))


def _rank(one: Scored) -> tuple[float, int, str]:
    words = one.trigger.last - one.trigger.first
    return -one.probability - _A_WORD * words, one.trigger.first, one.trigger.rule.rule_id


def keep_likely(scored: Sequence[Scored], threshold: float) -> tuple[Scored, ...]:
    """Triggers at least as likely as `threshold`; of those on the same words the likeliest."""
    kept: list[Scored] = []
    for one in sorted(scored, key=_rank):
        free = all(one.trigger.last < k.trigger.first or one.trigger.first > k.trigger.last for k in kept)
        if one.probability >= threshold and free:
            kept.append(one)
    return tuple(sorted(kept, key=lambda s: s.trigger.first))


def _join(scene: Scene, kept: Sequence[Scored]) -> list[list[Scored]]:
    """Gather the triggers of each class that are one claim."""
    groups: list[list[Scored]] = []
    for one in kept:
        same = next((g for g in reversed(groups) if g[0].trigger.rule.event == one.trigger.rule.event), None)
        if same is not None and is_one_claim(scene, one.trigger.rule.event, same[-1].trigger.words, one.trigger.words):
            same.append(one)
        else:
            groups.append([one])
    return groups


def _widen(spans: Sequence[Span], last: int) -> list[Span]:
    """A clause of fewer than LEAST tokens takes in the one that follows, or the one before at the sentence's end."""
    wide = list(spans)
    for k, (start, end) in enumerate(spans):
        if end - start + 1 < _LEAST:
            if k + 1 < len(spans) and end < last:
                wide[k] = (start, max(end, spans[k + 1][1]))
            elif k:
                wide[k] = (min(start, spans[k - 1][0]), end)
    return wide


def _row_start(scene: Scene, after: int, trigger: Trigger) -> int:
    """Where a row of a list begins: at the number that stands up to three words before the trigger."""
    numbers = (at for at in range(trigger.first, max(after, trigger.first - 4), -1) if scene.forms[at] == "#")
    return next(numbers, trigger.first)


def _start(scene: Scene, before: Sequence[Scored], group: Sequence[Scored]) -> int | None:
    """Token at which a group parts from the one before it; None where both share one clause."""
    first = group[0].trigger.first
    after = max([m.trigger.last for m in before if m.trigger.last < first] or [before[0].trigger.last])
    cut = cut_between(scene.cuts, after, first)
    if cut is None and before[0].trigger.rule.event == group[0].trigger.rule.event:
        return _row_start(scene, after, group[0].trigger)
    return cut.at if cut else None


def _part(scene: Scene, groups: Sequence[Sequence[Scored]]) -> list[Span]:
    """First and last token of each group: the sentence is parted at the strongest cut between neighbours."""
    firsts, lasts = [0] * len(groups), [len(scene.tokens) - 1] * len(groups)
    for k in range(1, len(groups)):
        at = _start(scene, groups[k - 1], groups[k])
        firsts[k] = firsts[k - 1] if at is None else at
        for j in range(k):
            if at is not None and groups[j][-1].trigger.last < at:
                lasts[j] = min(lasts[j], at - 1)
    return list(zip(firsts, lasts, strict=True))


def group_triggers(scene: Scene, kept: Sequence[Scored]) -> tuple[Group, ...]:
    """Gather triggers into claims and part the sentence among these.

    >>> from sayso.claims.lexicon import load_lexicon
    >>> from sayso.claims.features import look_at
    >>> from sayso.language.tokens import tokenize
    >>> scene = look_at(tokenize("Shells hit Tarmin, while many residents fled to Aris", (0, 52)), load_lexicon())
    >>> kept = [Scored(t, 0.9) for t in scene.triggers if t.rule.rule_id in ("strike.shelling", "displacement.flee")]
    >>> [(g.event, scene.tokens[g.first].form) for g in group_triggers(scene, kept)]
    [('strike', 'shells'), ('displacement', 'while')]
    """
    groups = _join(scene, kept)
    spans = _widen(_part(scene, groups), len(scene.tokens) - 1)
    return tuple(Group(g[0].trigger.rule.event, tuple(g), a, b) for g, (a, b) in zip(groups, spans, strict=True))
