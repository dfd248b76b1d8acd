"""Triggers of a sentence: where the words of the lexicon stand."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from sayso.claims.lexicon import Element, Entry, Lexicon, Rule, load_lexicon
from sayso.language.tokens import Token, tokenize
from sayso.model.articles import Span

_GAP = 3
_STOPS = frozenset(".;:!?")


Words = tuple[int, int]
"""First and last token of the words that tell of something."""


class Trigger(msgspec.Struct, frozen=True):
    """Tokens `first` to `last` (inclusive) of a sentence that match a rule."""

    first: int
    last: int
    rule: Rule

    @property
    def words(self) -> Words:
        """Its tokens, first and last."""
        return self.first, self.last


def _match(rest: tuple[Element, ...], tokens: Sequence[Token], at: int) -> int | None:
    """Index of the last token matched when `rest` starts at token `at`, or None."""
    if not rest:
        return at - 1
    if rest[0] is not None:
        return _match(rest[1:], tokens, at + 1) if at < len(tokens) and tokens[at].form in rest[0] else None
    for skip in range(_GAP + 1):
        if (end := _match(rest[1:], tokens, at + skip)) is not None:
            return end
        if at + skip >= len(tokens) or tokens[at + skip].form in _STOPS:
            return None
    return None


def _may_stand(entry: Entry, forms: set[str]) -> bool:
    """Whether the last word of an entry is among the words of a sentence at all."""
    ends = entry.rest[-1] if entry.rest else None
    return ends is None or not ends.isdisjoint(forms)


def _matches(tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Trigger]:
    forms = {token.form for token in tokens}
    for at, token in enumerate(tokens):
        for entry in lexicon.get(token.form, ()):
            last = _match(entry.rest, tokens, at + 1) if _may_stand(entry, forms) else None
            if last is not None:
                yield Trigger(at, last, entry.rule)


def find_triggers(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Trigger, ...]:
    """Triggers in the order of the text; of those of one class that overlap, the longest stays, then the first in the table.

    >>> from sayso.claims.lexicon import load_lexicon
    >>> from sayso.language.tokens import tokenize
    >>> text = "Two air strikes hit Tarmin"
    >>> [t.rule.rule_id for t in find_triggers(tokenize(text, (0, len(text))), load_lexicon()) if t.rule.event == "strike"]
    ['strike.air-strike', 'strike.strike-verb']
    """
    kept: list[Trigger] = []
    taken: set[tuple[str, int]] = set()
    for trigger in sorted(_matches(tokens, lexicon), key=lambda t: (t.first - t.last, t.first)):
        cells = {(trigger.rule.event, at) for at in range(trigger.first, trigger.last + 1)}
        if not cells & taken:
            taken |= cells
            kept.append(trigger)
    return tuple(sorted(kept, key=lambda t: (t.first, t.last, t.rule.rule_id)))


@lru_cache(maxsize=1_000)
def read_words(text: str, span: Span) -> tuple[tuple[Token, ...], tuple[Trigger, ...]]:
    """Words of a sentence and the triggers among them, found once for all stages that ask."""
    tokens = tokenize(text, span)
    return tokens, find_triggers(tokens, load_lexicon())
