"""Numbers of a text with the words that bound them: "at least 40", "between 5 and 10", "up to 50", "dozens"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from sayso.mentions.number_words import NUMBER, VAGUE_NUMBER, Bounds, magnitude_of, parse_number, vague_bounds, value_of
from sayso.mentions.words import any_of, word_table
from sayso.model.articles import Span
from sayso.model.vocabulary import Quantifier

_TABLE = word_table("quantities")
_BOUNDS: dict[str, list[str]] = _TABLE["bounds"]
_AFTER: dict[str, list[str]] = _TABLE["bounds_after"]
_QUANTIFIERS: dict[str, Quantifier] = {"at_least": "More than", "at_most": "Less than", "about": "Approximately"}
_NAMES = {words: name for name, phrases in (*_BOUNDS.items(), *_AFTER.items()) for words in phrases}
_BOUND = re.compile(rf"(?<!\w){any_of(_NAMES)}(?!\w)", re.IGNORECASE)
_FIGURE = re.compile(
    rf"(?<![\w,/:’'-])(?:(?<!\.)|(?=[a-z]))(?P<lead>(?:{any_of(w for words in _BOUNDS.values() for w in words)}(?:\s+|(?<=~))){{0,3}})"
    rf"(?:(?P<between>between|anywhere\s+(?:from|between)|from)\s+)?"
    rf"(?P<money>(?:{any_of(_TABLE['money']['before'])}|(?-i:{any_of(_TABLE['money']['codes'])}))\s?)?"
    rf"(?P<first>{NUMBER}|{VAGUE_NUMBER})(?!\w|[.,:/]\d)"
    rf"(?:(?P<join>\s*[-–—]\s*|\s+(?:to|and|or)\s+(?:about\s+|around\s+|nearly\s+|over\s+)?)(?P<second>{NUMBER})(?!\w|[.,:/]\d))?"
    rf"(?P<plus>\+)?(?:\s+(?P<suffix>{any_of(w for words in _AFTER.values() for w in words)})\b(?!\s+than))?",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"(?:(?<!\w){any_of(_TABLE['labels'])}\.?\s*|[#§+]\s?)$", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[^\s\w]|[A-Z])")
_MOVED = re.compile(rf"\b{any_of(_TABLE['moved'])}\b[^.;]{{0,40}}$", re.IGNORECASE)
_TAKEN_OVER = re.compile(r"\b(?:took|takes?|taken|taking|hand(?:ed|s|ing)?)\s+$", re.IGNORECASE)
_BIG = 1000
"""From here on a number needs no noun: "535,139" counts something, "12" may be anything."""


class Amount(msgspec.Struct, frozen=True):
    """A number as read, with the words that bound it; `bare` where nothing but a counted noun could make a figure of it."""

    start: int
    end: int
    bounds: Bounds
    quantifier: Quantifier
    assumed: bool = False
    money: bool = False
    bare: bool = False


def _quantifier(match: re.Match[str]) -> str:
    """What the words around a number make of it; those after it and the stronger ones before it decide: "at least some 50"."""
    if match["plus"]:
        return "at_least"
    if match["suffix"]:
        return _NAMES[re.sub(r"\s+", " ", match["suffix"].lower())]
    lead = "" if _took_over(match) else match["lead"]
    told = [_NAMES[re.sub(r"\s+", " ", found.group().lower())] for found in _BOUND.finditer(lead)]
    return next((name for name in ("at_most", "at_least", "about") if name in told), "exact")


def _took_over(match: re.Match[str]) -> bool:
    """ "Took over two oil fields" has no "over two"."""
    return match["lead"].lower().strip() == "over" and bool(_TAKEN_OVER.search(match.string, max(0, match.start() - 12), match.start()))


def _limits(bounds: Bounds, quantifier: str) -> Bounds:
    """ANNOTATION.md: "more than 40" is 40 and no upper limit, "up to 50" is 50 and no lower one, "about 100" is 100."""
    if quantifier == "at_least":
        return Bounds(bounds.low, None)
    return Bounds(None, bounds.high) if quantifier == "at_most" else bounds


def _range(match: re.Match[str], text: str) -> tuple[Bounds, int] | None:
    """The two ends of "between 5 and 10", "40-50", "2 to 3 million", with the offset where they end; None where they make no range."""
    first, second = parse_number(match["first"]), parse_number(match["second"] or "")
    if first is None or second is None or not _may_range(match, text):
        return None
    scale = None if re.search(r"[a-zA-Z]", match["first"]) else magnitude_of(match["second"])
    if scale and first < second // scale + 1 and first < 1000:
        first = round(value_of(match["first"]) * scale)
    if match["join"].strip() in ("-", "–", "—") and first < 1000 <= second and second % 1000 == 0 and first < second // 1000:
        first *= 1000
    return (Bounds(first, second), match.end("second")) if first < second else None


def _may_range(match: re.Match[str], text: str) -> bool:
    join, between = match["join"].strip().lower(), (match["between"] or "").lower()
    if join.startswith("and"):
        return "between" in between
    if join.startswith("or"):
        return True
    return not (between == "from" and _MOVED.search(text, max(0, match.start() - 60), match.start()))


def _amount(match: re.Match[str], text: str) -> Amount | None:
    """Read one match; None where it is a label or no number at all."""
    ranged, quantifier = _range(match, text), _quantifier(match)
    if ranged:
        bounds, end = ranged
        told = _QUANTIFIERS.get(quantifier, "Approximately")
        return Amount(match.start(), max(end, match.end() if match["suffix"] else end), bounds, told, money=bool(match["money"]))
    start = match.start("first") if match["between"] or _took_over(match) else match.start()
    vague = vague_bounds(match["first"])
    value = None if vague else parse_number(match["first"])
    if vague is None and (value is None or _is_label(match, text)):
        return None
    bounds = _limits(vague or Bounds(value, value), quantifier)
    end = match.end("first") if match["second"] else match.end()
    bare = not vague and quantifier == "exact" and (value or 0) < _BIG
    told = _QUANTIFIERS.get(quantifier, "Approximately" if vague else "Exact")
    return Amount(start, end, bounds, told, assumed=bool(vague), money=bool(match["money"]), bare=bare)


def _is_label(match: re.Match[str], text: str) -> bool:
    """ "Resolution 2254", "aged 12", "0300", "2.5": names, ages, hours and measures are no counts of people or things."""
    words = match["first"]
    if re.fullmatch(r"\d{4}", words) and not match["lead"].strip() and _ENDS.match(text, match.end("first")):
        return True
    plain_decimal = "." in words and not re.search(r"[a-zA-Z]", words)
    before = text[max(0, match.start("first") - 16) : match.start("first")]
    hour = re.match(r"0\d", words) and not (len(words) == 2 and re.match(r" [a-z]{3}", text[match.end("first") :]))
    return plain_decimal or bool(hour) or _is_labelled(words, before, match["lead"]) or words.lower() in ("zero", "0")


def _is_labelled(words: str, before: str, lead: str) -> bool:
    label = None if lead.strip() else _LABEL.search(before)
    told = label.group().lower().strip() if label else ""
    return bool(label) and (words[0].isdigit() or told.startswith("age") or (told == "no" and words.lower() == "one"))


def _taken(number: Span, taken: Sequence[Span]) -> int | None:
    """The end of the stretch that overlaps a number, if any; `taken` is in the order of the text."""
    index = bisect_left(taken, number[1], key=lambda span: span[0])
    return taken[index - 1][1] if index and taken[index - 1][1] > number[0] else None


def find_amounts(text: str, span: Span, taken: Sequence[Span]) -> Iterator[Amount]:
    """The numbers of a stretch of text that no date has taken, in order, none overlapping another."""
    place = span[0]
    while match := _FIGURE.search(text, place, span[1]):
        amount = _amount(match, text)
        number = match.span("first")
        clash = _taken(number, taken)
        if clash or amount is None:
            place = max(clash or 0, number[1])
            continue
        place = amount.end
        yield amount
