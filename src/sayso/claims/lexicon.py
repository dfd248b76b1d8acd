"""The trigger lexicon: reviewed words that tell of a battle, a strike, a flight, with their rules."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec

from sayso.knowledge.tables import read_table
from sayso.language.inflection import noun_forms, verb_forms
from sayso.model.vocabulary import EVENT_CLASSES, EventClass, Status, Transition

Element = frozenset[str] | None
"""Forms that may stand at one place of a phrase; None is a gap of up to three words."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """What a trigger says when it tells of something: class, ACLED sub-event, step of control, usual status.

    `sure` wordings tell of it wherever they stand; others are weighed by what is around them.
    """

    rule_id: str
    event: EventClass
    sub_event: str | None = None
    transition: Transition | None = None
    status: Status | None = None
    sure: bool = False


class Entry(msgspec.Struct, frozen=True):
    """One way of wording a rule: the forms after the first word."""

    rule: Rule
    rest: tuple[Element, ...]


Lexicon = Mapping[str, Sequence[Entry]]
"""First word of a trigger -> the entries that may start there."""


def read_element(word: str, irregular: Mapping[str, Mapping[str, Sequence[str]]]) -> Element:
    """The forms that one word of a phrase stands for: `strike/v` its verb forms, `raid/n` its noun forms, `a|b` either, `*` a gap.

    >>> sorted(read_element("raid/n|siege", {"verbs": {}, "nouns": {}}) or ())
    ['raid', 'raids', 'siege']
    """
    if word == "*":
        return None
    forms: set[str] = set()
    for choice in word.lower().split("|"):
        stem, _, kind = choice.partition("/")
        made = {"v": verb_forms, "n": noun_forms}.get(kind)
        forms |= made(stem, irregular["verbs" if kind == "v" else "nouns"]) if made else {stem}
    return frozenset(forms)


def _phrases(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{verb}/v" for verb in row.get("verbs", ()))
    yield from (f"{noun}/n" for noun in row.get("nouns", ()))
    yield from row.get("phrases", ())


def _rule(event: EventClass, row: Mapping[str, Any]) -> Rule:
    return Rule(
        rule_id=f"{event}.{row['id']}",
        event=event,
        sub_event=row.get("sub_event"),
        transition=row.get("transition"),
        status=row.get("status"),
    )


@cache
def load_lexicon() -> Lexicon:
    """All triggers of the fifteen classes, indexed by their first word."""
    irregular = read_table("events/forms")
    index: dict[str, list[Entry]] = defaultdict(list)
    for event in EVENT_CLASSES:
        for row in read_table(f"events/{event}")["rules"]:
            rule = _rule(event, row)
            sure = msgspec.structs.replace(rule, sure=True)
            worded = [*((phrase, sure) for phrase in row.get("sure", ())), *((phrase, rule) for phrase in _phrases(row))]
            for phrase, meant in worded:
                first, *rest = (read_element(word, irregular) for word in phrase.split())
                for form in sorted(first or ()):
                    index[form].append(Entry(meant, tuple(rest)))
    return {form: tuple(entries) for form, entries in index.items()}
