"""What a trigger's surroundings look like, as named features: the evidence that the scorer weighs."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from sayso.claims.lexicon import Lexicon
from sayso.claims.triggers import Trigger, find_triggers
from sayso.knowledge.tables import read_table
from sayso.language.clauses import Cut, find_cuts
from sayso.language.tokens import Token
from sayso.model.vocabulary import EventClass

_NEAR = 6
_FAR = 1_000
"""Words on either side that are looked at: no sentence of an article has so many."""
_OPENERS = frozenset(".!?:\"\u201c\u2018'(-\u2013\u2014\u2022")


@cache
def word_kinds() -> Mapping[str, str]:
    """Word -> the first kind that lists it."""
    kinds: dict[str, str] = {}
    for kind, words in read_table("events/kinds").items():
        for word in words:
            kinds.setdefault(word, f"<{kind}>")
    return kinds


def shape_words(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """Words as features: figures lose their digits, names that are in no table become `<name>`.

    >>> from sayso.claims.lexicon import load_lexicon
    >>> from sayso.language.tokens import tokenize
    >>> " ".join(shape_words(tokenize("In 2014 Tarmin fell to rebels", (0, 29)), load_lexicon()))
    'in # <name> fell to rebels'
    """
    kinds, shaped = word_kinds(), []
    for at, token in enumerate(tokens):
        opens = at == 0 or tokens[at - 1].form in _OPENERS
        if token.form[:1].isdigit():
            shaped.append("#")
        elif token.capital and not opens and token.form not in kinds and token.form not in lexicon:
            shaped.append("<name>")
        else:
            shaped.append(token.form)
    return tuple(shaped)


class Scene(msgspec.Struct, frozen=True):
    """A sentence as the scorer sees it: its words, their kinds, its triggers, where clauses begin, its number in the article.

    `silent` are words of set phrases, which tell of nothing.
    """

    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    cuts: tuple[Cut, ...]
    number: int
    silent: frozenset[int] = frozenset()


Profile = Mapping[EventClass, float]
"""Class -> its share among all triggers of the article."""


def look_at(tokens: Sequence[Token], lexicon: Lexicon, number: int = 0, triggers: tuple[Trigger, ...] | None = None) -> Scene:
    """See a sentence: find its triggers, unless they are known, and its clauses, and shape its words."""
    found = find_triggers(tokens, lexicon) if triggers is None else triggers
    forms, table = shape_words(tokens, lexicon), word_kinds()
    kinds = tuple(form if form.startswith("<") else table.get(form, "") for form in forms)
    return Scene(tuple(tokens), forms, kinds, found, find_cuts(tokens), number)


def profile_of(scenes: Sequence[Scene]) -> Profile:
    """What an article is about: the share of each class among its triggers, the largest first."""
    counts = Counter(trigger.rule.event for scene in scenes for trigger in scene.triggers)
    return {event: n / counts.total() for event, n in counts.most_common()}


def words_of(scene: Scene, trigger: Trigger) -> str:
    """The words of a trigger as the scorer sees them."""
    return " ".join(scene.forms[trigger.first : trigger.last + 1])


def _at(row: Sequence[str], at: int) -> str:
    return row[at] if 0 <= at < len(row) else "-"


def _own(scene: Scene, trigger: Trigger) -> list[str]:
    """The trigger itself and the words next to it."""
    forms, kinds, first, last = scene.forms, scene.kinds, trigger.first, trigger.last
    words = words_of(scene, trigger) if last - first < 2 else f"{forms[first]} {forms[last]}"
    before, after = _at(forms, first - 1), _at(forms, last + 1)
    return [
        f"rule={trigger.rule.rule_id}", f"word={words}", f"before={before}", f"after={after}",
        f"word+after={words} {after}", f"before+word={before} {words}",
        f"kindbefore={_at(kinds, first - 1)}", f"kindafter={_at(kinds, last + 1)}",
        f"kindboth={_at(kinds, first - 1)} {words} {_at(kinds, last + 1)}",
    ]  # fmt: skip


def _kinds_around(kinds: tuple[str, ...], trigger: Trigger) -> list[str]:
    """Kinds of the six words before and after, and of the rest of the sentence."""
    left = kinds[max(0, trigger.first - _NEAR) : trigger.first]
    right = kinds[trigger.last + 1 : trigger.last + 1 + _NEAR]
    first, last = max(0, trigger.first - _FAR), trigger.last + _FAR
    far = (*kinds[first : max(0, trigger.first - _NEAR)], *kinds[trigger.last + 1 + _NEAR : last])
    named = (("kindleft", left), ("kindright", right), ("kindnear", left + right), ("kindfar", far))
    return [f"{side}={kind}" for side, row in named for kind in dict.fromkeys(row) if kind]


def _clause(scene: Scene, trigger: Trigger) -> list[str]:
    """Words of the clause that the trigger stands in, and the trigger with each kind in it."""
    before = bisect_right(scene.cuts, trigger.first, key=lambda cut: cut.at)
    behind = bisect_right(scene.cuts, trigger.last, key=lambda cut: cut.at)
    start = scene.cuts[before - 1].at if before else 0
    end = scene.cuts[behind].at if behind < len(scene.cuts) else len(scene.forms)
    words = words_of(scene, trigger)
    seen = slice(max(start, trigger.first - _FAR), min(end, trigger.last + _FAR))
    kinds = [f"wordkind={words} {kind}" for kind in dict.fromkeys(scene.kinds[seen]) if kind]
    forms = dict.fromkeys(scene.forms[seen])
    return [f"opens={scene.forms[start]}", f"sentence={scene.forms[0]}", *(f"clause={form}" for form in forms), *kinds]


def _side(other: Trigger, trigger: Trigger) -> str:
    """Where another trigger stands: left, right, or on the same words as part or whole."""
    if other.last < trigger.first:
        return "left"
    if other.first > trigger.last:
        return "right"
    size = (other.last - other.first) - (trigger.last - trigger.first)
    return "longer" if size > 0 else "same" if size == 0 else "shorter"


_MOST_OTHERS = 150
"""Triggers on either side that are looked at: a sentence of an article has fewer, a text without full stops may have thousands."""


def _others(scene: Scene, trigger: Trigger) -> list[str]:
    """Rules and classes that fire elsewhere in the sentence, or on the same words."""
    found = []
    at = bisect_left(scene.triggers, trigger.first, key=lambda other: other.first)
    for other in scene.triggers[max(0, at - _MOST_OTHERS) : at + _MOST_OTHERS]:
        if other is not trigger:
            side = _side(other, trigger)
            found.append(f"class{side}={other.rule.event}")
            if side != "right":
                found.append(f"rule{side}={other.rule.rule_id}")
    return found


def _article(profile: Profile, event: EventClass) -> list[str]:
    """How much of the article is about the class, in twentieths and then fifths; which classes lead it did not help."""
    share = profile.get(event, 0.0)
    bucket = int(share * 20) if share < 0.2 else 4 + int(share * 5)
    return [f"share={bucket}"]


def describe_trigger(scene: Scene, trigger: Trigger, profile: Profile) -> tuple[str, ...]:
    """All features of one trigger in its sentence, each once.

    Which kinds of features help was measured by average precision over 5 folds of gold/train by article: words near and far,
    word pairs two away and the sentence before did not.

    >>> from sayso.claims.lexicon import load_lexicon
    >>> from sayso.language.tokens import tokenize
    >>> scene = look_at(tokenize("Many fled", (0, 9)), load_lexicon())
    >>> describe_trigger(scene, scene.triggers[0], profile_of([scene]))[:3]
    ('rule=displacement.flee', 'word=fled', 'before=many')
    """
    place = [f"length={min(len(scene.forms) // 8, 6)}", f"number={min(scene.number, 3)}", "class"]
    words = [*_own(scene, trigger), *_kinds_around(scene.kinds, trigger), *_clause(scene, trigger)]
    return tuple(dict.fromkeys([*words, *_others(scene, trigger), *_article(profile, trigger.rule.event), *place]))
