"""Triggers gathered into claims: one a happening, with the clause that each one owns."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from sayso.claims.features import Scene, words_of
from sayso.claims.triggers import Trigger
from sayso.language.clauses import Cut
from sayso.model.articles import Span
from sayso.model.vocabulary import EventClass

_JOINED_OVER = 1
"""Strongest cut that triggers of one class are joined over.

Classed F1 over 5 folds of gold/train by article: 1 gave 0.592, 0 0.561, 2 0.589, any cut 0.575.
"""

_LEAST = 4
"""A clause of fewer tokens is no evidence by itself; of 3 to 8, 4 gave the best classed F1 (0.617 against 0.613 with none; as above)."""
_LIST = 4
"""Repetitions of the same words in one sentence that make a list: parting its rows gave 0.652 against 0.641 (as above)."""


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


def cut_between(cuts: Sequence[Cut], after: int, until: int) -> Cut | None:
    """The strongest cut that stands after one token and not after another; the last of equals."""
    inside = [cut for cut in cuts if after < cut.at <= until]
    return max(inside, key=lambda cut: (cut.strength, cut.at), default=None)


def _listed(scene: Scene) -> frozenset[tuple[str, str]]:
    """Class and words of triggers that a sentence repeats as a list does ("20 families displaced to A 40 families displaced to B")."""
    counts = Counter((trigger.rule.event, words_of(scene, trigger)) for trigger in scene.triggers)
    return frozenset(pair for pair, times in counts.items() if times >= _LIST)


_TURNS_TO_FEAR = frozenset(
    ("fears", "fear", "feared", "worries", "worry", "worried", "concerned", "warns", "warned", "could", "may", "might")
)
"""Words between two triggers of one class after which the second is another claim: one that has not happened."""


def _is_same(scene: Scene, listed: frozenset[tuple[str, str]], left: Trigger, right: Trigger) -> bool:
    """Two triggers of one class are one claim unless a clause parts them or they are rows of a list."""
    cut = cut_between(scene.cuts, left.last, right.first)
    if cut is not None and cut.strength > _JOINED_OVER:
        return False
    if any(form in _TURNS_TO_FEAR for form in scene.forms[left.last + 1 : right.first]):
        return False
    words = words_of(scene, right)
    return words != words_of(scene, left) or (right.rule.event, words) not in listed


def _join(scene: Scene, kept: Sequence[Scored]) -> list[list[Scored]]:
    """Gather the triggers of each class that are one claim."""
    groups: list[list[Scored]] = []
    listed = _listed(scene)
    for one in kept:
        same = next((g for g in reversed(groups) if g[0].trigger.rule.event == one.trigger.rule.event), None)
        if same is not None and _is_same(scene, listed, same[-1].trigger, one.trigger):
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
