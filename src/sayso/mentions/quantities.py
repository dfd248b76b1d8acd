"""Quantities of an article: numbers with their bounds, what they count, and what the words beside them settle."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import structs

from sayso.knowledge.letters import plain_letters
from sayso.language.sentences import split_sentences
from sayso.mentions.number_words import NUMBER, VAGUE_NUMBER, Bounds
from sayso.mentions.quantities_amounts import Amount, find_amounts
from sayso.mentions.quantities_labels import label_of
from sayso.mentions.quantities_measures import near_measure, noun_measure
from sayso.mentions.quantities_nouns import Counted, counted_after, is_not_counted
from sayso.mentions.quantities_one import find_one_harmed
from sayso.mentions.times import find_times
from sayso.mentions.words import any_of, word_table
from sayso.model.articles import Article, Span
from sayso.model.mentions import FigureMention, TimeMention
from sayso.model.vocabulary import BODY_KINDS, Measure

_TABLE = word_table("quantities")
_MONEY_AFTER = re.compile(
    rf"\s+(?:(?:US\s+)?{any_of(_TABLE['money']['after'])}|(?-i:{any_of(_TABLE['money']['codes'])}))\b", re.IGNORECASE
)
_HARM = re.compile(rf"\b{any_of(_TABLE['harm'])}\b", re.IGNORECASE)
_DAMAGE = re.compile(rf"\b{any_of(_TABLE['damage'])}\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:an?|another|the\s+other)(?=\s+(?!(?:few|lot|number|couple|handful|group|series)\b)[\w-])", re.IGNORECASE)
_TOTAL = re.compile(
    rf"\b{any_of(_TABLE['totals'])}\b[^.;]{{0,90}}\b(?:to|of|at|is|was|stands?\s+at)\s+$|\b{any_of(_TABLE['count_leads'])}\s+$",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:death\s+toll|toll|dead)\b[^.;]*$", re.IGNORECASE)
_PART_OF = re.compile(
    rf"\s+(?:of\s+(?:the\s+)?(?:just\s+|only\s+|some\s+)?|out\s+of\s+(?:the\s+|every\s+)?)(?:{NUMBER}|{VAGUE_NUMBER})", re.IGNORECASE
)
_ONE_OF_MANY = re.compile(
    rf"\s+of\s+(?:(?:the|its|his|her|their|these)\s+)?(?:\w+est|{any_of(_TABLE['ranks'])})\b|\s+of\s+[\w’']+['’]s\b", re.IGNORECASE
)
_AGES = re.compile(
    r"(?<!the )(?<!middle-)\bage[ds]?\s+(?:(?:of|from|between)\s+)?(?:\d{1,2}\s*(?:to|through|-)\s*)?$"
    r"|\b(?:ages|aged?\s+between)\s+(?:of\s+)?\d{1,2}\s*(?:and|or)\s*$",
    re.IGNORECASE,
)
"""What stands before an age, or the second of two: "children aged from four to 10", "boys between ages 12 and 16"."""
_SHARE = re.compile(r"\s?(?:%|per\s?cent\b)", re.IGNORECASE)
"""A share is a figure of measure `other`, never a count: of 112 in the clauses of annotated claims 81 are figures."""
_LOAD = re.compile(rf"\s*-?{any_of(_TABLE['loads'])}\b", re.IGNORECASE)
"""What crops, stores and bombs are told by: areas and weights, figures of measure `other` as well (26 of 31)."""
_TRAILING = re.compile(
    r"\s+at\s+(?P<most>least|most)"
    r"(?=\s*(?:[,.;:)\n]|$)|\s+(?:in|on|by|when|and|or|as|after|during|near|from|were|was|had|have|who|dead|killed|wounded|injured)\b)",
    re.IGNORECASE,
)
"""A bound told after what is counted: "20 people at least"."""
_DAMAGED = re.compile(
    rf"\s+(?:(?:that|which)\s+)?(?:(?:was|were|are|had been|have been)\s+)?(?:\w+ly\s+)?{any_of(_TABLE['damage'])}\b", re.IGNORECASE
)
"""What follows a number that counts the buildings told of before: "36 houses were destroyed and 85 damaged"."""
_OF_PEOPLE: tuple[Measure, ...] = ("killed", "injured", "displaced", "detained", "missing", "returned", "besieged", "aided", "in_need")
"""Measures that count people where no noun says what is counted."""


_PER_PLACE = re.compile(r"\s+(?:people\s+)?(?:in|to|from|at|near)\s+(?:the\s+)?(?:(?:al|el|ar|as|ash)-)?[A-Z]")
"""What follows a number that counts on by place: "1,858 people left Libya (1,536 to Niger, 312 to Italy and 10 to Romania)"."""


def _figure(text: str, amount: Amount, limit: int, before: FigureMention | None) -> FigureMention | None:
    money = _MONEY_AFTER.match(text, amount.end)
    if amount.money or money:
        return _mention(text, amount, (amount.start, money.end() if money else amount.end), None)
    if told := _SHARE.match(text, amount.end) or _LOAD.match(text, amount.end):
        return _mention(text, amount, (amount.start, told.end()), None)
    of_age = _AGES.search(text, max(0, amount.start - 40), amount.start)
    if of_age or is_not_counted(text, amount.end) or re.match(r"-[a-zA-Z]", text[amount.end : amount.end + 2]):
        return None
    if listed := _by_label(text, amount, limit):
        return listed
    one = amount.bounds.low == 1 or amount.bounds.high == 1
    if part := _PART_OF.match(text, amount.end, limit):
        whole = counted_after(text, part.end(), limit)
        return None if one else _mention(text, amount, (amount.start, max(part.end(), whole.span[1])), whole)
    if one and _ONE_OF_MANY.match(text, amount.end, limit):
        return None
    counted = counted_after(text, amount.end, limit, one=one)
    span = (amount.start, max(amount.end, counted.span[1]))
    if one and amount.quantifier != "Exact" and counted.unit == "other":
        return None
    if counted.span[0] == counted.span[1] and amount.bare and not _stands_alone(text, span, limit):
        return _by_place(text, amount, before)
    if amount.quantifier == "Exact" and (bound := _TRAILING.match(text, span[1], limit)):
        amount, span = _bounded(amount, bound["most"].lower() == "most"), (span[0], bound.end())
    return _mention(text, amount, span, counted)


def _by_label(text: str, amount: Amount, limit: int) -> FigureMention | None:
    """A number in a list, after the words that say what it counts."""
    label = label_of(text, (amount.start, amount.end), limit)
    if label is None:
        return None
    told = _mention(text, amount, (amount.start, amount.end), None)
    return structs.replace(told, unit=label.unit, measure=label.measure)


def _by_place(text: str, amount: Amount, before: FigureMention | None) -> FigureMention | None:
    """A number that goes on with the count of the one before at another place; it counts the same people."""
    between = text[before.end : amount.start] if before else "\n"
    goes_on = len(between) <= 60 and re.search(r"(?:[(,;:]|\band)\s*$", between) and not re.search(r"\n|[.?!]\s", between)
    if before is None or before.unit not in ("people", "households") or not goes_on or not _PER_PLACE.match(text, amount.end):
        return None
    told = _mention(text, amount, (amount.start, amount.end), None)
    return structs.replace(told, unit=before.unit, measure=before.measure)


def _bounded(amount: Amount, most: bool) -> Amount:
    low, high = amount.bounds
    bounds = Bounds(None, high) if most else Bounds(low, None)
    return structs.replace(amount, bounds=bounds, quantifier="Less than" if most else "More than")


def _stands_alone(text: str, span: Span, limit: int) -> bool:
    """A bare number is a figure where the words beside it say of what: "killed 17", "the toll rose to 61", "including 9 in"."""
    before = text[max(0, span[0] - 120) : span[1]]
    lead = before[: len(before) - (span[1] - span[0])] + re.sub(r"[\d,]+\w*$|[\w-]+$", "", text[span[0] : span[1]])
    told = _TOTAL.search(lead) or _DAMAGED.match(text, span[1], limit)
    return bool(told) or near_measure(text, span, (max(0, span[0] - 60), limit)) is not None


def _mention(text: str, amount: Amount, span: Span, counted: Counted | None) -> FigureMention:
    measure = _measure(text, span, counted) if counted else "other"
    unit = counted.unit if counted else "other"
    if counted and counted.head is None and measure in _OF_PEOPLE:
        unit = "people"
    low, high = amount.bounds
    return FigureMention(
        start=span[0], end=span[1], text=text[span[0] : span[1]], low=low, high=high, best=low if low == high else None,
        quantifier=amount.quantifier, unit=unit, measure=measure, assumed=amount.assumed,
    )  # fmt: skip


def _measure(text: str, span: Span, counted: Counted) -> Measure | None:
    """What the verb beside it tells goes before what the noun tells, save for nouns of state ("22 dead") and for buildings."""
    told = noun_measure(counted.head)
    if counted.unit == "structures" or told in ("killed", "injured"):
        return told
    if counted.unit == "other" and counted.head is not None:
        return None
    near = near_measure(text, span, (max(0, span[0] - 80), span[1] + 120))
    if near is None and counted.head is None and _DEAD.search(text[max(0, span[0] - 80) : span[0]]):
        return "killed"
    return near or told


def _as_before(text: str, found: Sequence[FigureMention], figure: FigureMention) -> FigureMention:
    """A number without a noun that counts the buildings told of just before it: "1,600 houses have been toppled and 55,000 damaged"."""
    before = next((f for f in reversed(found[-3:]) if f.unit == "structures"), None)
    between = text[before.end : figure.start] if before else ""
    if before is None or figure.measure is not None or re.search(r"[.;\n]\s", between):
        return figure
    others = figure.text.endswith(" others") and _DAMAGE.search(between)
    bare = re.search(r"\d$", figure.text) and _DAMAGED.match(text, figure.end)
    if others or bare or re.search(r"\bof which$", figure.text):
        return structs.replace(figure, unit="structures", measure=before.measure)
    return figure


def _singles(text: str, sentence: Span, taken: Sequence[Span]) -> Iterator[FigureMention]:
    """ "A child" in a sentence that tells of harm, "a school" in one that tells of damage: one each; "a man and his daughter" are two."""
    damage = bool(_DAMAGE.search(text, *sentence))
    if not damage and not _HARM.search(text, *sentence):
        return
    for match in _SINGLE.finditer(text, *sentence):
        counted = counted_after(text, match.end(), sentence[1], one=True)
        span = (match.start(), counted.span[1])
        harmed = counted.unit == "people" or (counted.unit == "structures" and damage)
        if harmed and counted.head and not _HARMS.match(text, span[1], sentence[1]) and all(span[1] <= a or b <= span[0] for a, b in taken):
            kin = _AND_KIN.match(text, span[1], sentence[1])
            number = 2 if kin else 1
            yield _mention(
                text,
                Amount(match.start(), match.end(), Bounds(number, number), "Exact"),
                (span[0], kin.end() if kin else span[1]),
                counted,
            )


def _harmed_alone(text: str, sentence: Span, taken: Sequence[Span]) -> Iterator[FigureMention]:
    """Those harmed one by one whom no number counts: one each."""
    for start, end in find_one_harmed(text, sentence):
        if all(end <= a or b <= start for a, b in taken):
            one = Amount(start, start, Bounds(1, 1), "Exact")
            yield _mention(text, one, (start, end), Counted((start, end), text[start:end].split()[-1].lower(), "people"))


_HARMS = re.compile(
    rf"\s+(?:who\s+)?(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?(?:(?:kill|wound|injur|execut|behead|murder|maim)(?:ed|s|es)?|shot(?:\s+and\s+\w+ed)?)\s+(?:{any_of(_TABLE['count_openers'])}\b|{NUMBER})"
    r"(?!\s+(?:(?:\w+\s+)?(?:days?|weeks?|months?|years?|hours?|minutes?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?)\b|(?:ago|earlier|later)\b))",
    re.IGNORECASE,
)
"""What follows one who does the harm: "a bomber killed 16 people"."""
_AND_KIN = re.compile(r" and (?:his|her|their) (?:wife|husband|son|daughter|brother|sister|mother|father|child|baby|cousin|nephew|niece)\b")
"""Kin told after one person."""


def find_figures(article: Article, times: tuple[TimeMention, ...] | None = None) -> tuple[FigureMention, ...]:
    """List the quantities of the body in the order of the text, each with what it counts in its span.

    `times` are the article's time expressions, whose numbers count nothing; found here where they are not given.
    Years, ages, distances, ranks and labels are no quantities; shares, areas, weights and sums of money are, as `other`.
    """
    text, figures = plain_letters(article.text), []
    spans = [(t.start, t.end) for t in (find_times(article) if times is None else times)]
    for block in article.blocks:
        if block.kind in BODY_KINDS:
            figures += _block_figures(text, (block.start, block.end), [s for s in spans if block.start <= s[0] < block.end])
    return tuple(structs.replace(f, text=article.text[f.start : f.end]) for f in figures)


def _block_figures(text: str, span: Span, taken: list[Span]) -> list[FigureMention]:
    found: list[FigureMention] = []
    for amount in find_amounts(text, span, taken):
        figure = _figure(text, amount, span[1], found[-1] if found else None)
        if figure and (not found or figure.start >= found[-1].end):
            found.append(_as_before(text, found, figure))
    held = sorted([*taken, *((f.start, f.end) for f in found)])
    for sentence in split_sentences(text, span):
        inside = held[max(0, bisect_left(held, sentence) - 1) : bisect_left(held, (sentence[1], 0))]
        found += _singles(text, sentence, inside)
        found += _harmed_alone(text, sentence, [*taken, *((f.start, f.end) for f in found)])
    return sorted(found, key=lambda f: f.start)
