"""Numbers that stand after what they count, as bulletins list them: "Number of displaced: 452", "Houses destroyed: 146"."""

import re
from typing import NamedTuple

from sayso.mentions.quantities_measures import measures_in, noun_measure
from sayso.mentions.quantities_nouns import is_plural, singular, unit_of
from sayso.mentions.words import word_table
from sayso.model.articles import Span
from sayso.model.vocabulary import Measure, Unit

_LABEL = re.compile(r"(?:^|[\n.;|•])[ \t]*(?P<label>[A-Z][^\n.;:|•\d]{2,70}?)\s*[:=–—][ \t]*$")
_CLOSED = re.compile(r"\s*(?:$|[\n.;,|•(])")
_DAMAGE = frozenset(word_table("quantities")["damage"])


class Labelled(NamedTuple):
    """The unit and the measure that the label before a number tells."""

    unit: Unit
    measure: Measure | None


def label_of(text: str, span: Span, limit: int) -> Labelled | None:
    """What the label right before a number says that it counts; None where there is none, or where it names no people or buildings.

    >>> text = "Number of displaced: 452"
    >>> label_of(text, (21, 24), 24)
    Labelled(unit='people', measure='displaced')
    """
    label = _LABEL.search(text[max(0, span[0] - 90) : span[0]])
    if label is None or not _CLOSED.match(text, span[1], limit):
        return None
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", label["label"].lower())
    nouns = [(singular(word), unit) for word in words if (unit := unit_of(word)) and is_plural(word)]
    told = measures_in(label["label"])
    if not nouns and ("housing" in words or "shelter" in words) and _DAMAGE & set(words):
        return Labelled("structures", "houses")
    if not nouns:
        return None
    head, unit = nouns[-1]
    measure = noun_measure(head)
    if measure is None and len(told) == 1 and unit != "structures":
        return Labelled(unit, told[0])
    return Labelled(unit, measure)
