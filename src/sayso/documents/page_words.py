"""The words by which the parts of a page are told apart, from the reviewed tables of a language."""

import functools
import re
from collections.abc import Iterable

import msgspec

from sayso.knowledge.tables import read_table


class PageWords(msgspec.Struct, frozen=True, kw_only=True):
    """Compiled patterns of one language (`knowledge/<language>/pages.yaml` and the months and weekdays of `times.yaml`)."""

    navigation: re.Pattern[str]
    promotion: re.Pattern[str]
    licence: re.Pattern[str]
    byline: re.Pattern[str]
    list_heading: re.Pattern[str]
    outlets: tuple[re.Pattern[str], ...]
    published_label: re.Pattern[str]
    updated_label: re.Pattern[str]
    credits: frozenset[str]
    credit_label: re.Pattern[str]
    function_words: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    month_names: str
    weekday_names: str


def _any_of(patterns: Iterable[str], shape: str = "(?:{})") -> str:
    return "|".join(shape.format(p) for p in patterns) or r"(?!)"


def _lines_and_words(table: dict[str, list[str]]) -> re.Pattern[str]:
    whole = _any_of(table.get("line", ()), r"^(?:{})[\s.:!»>…]*$")
    return re.compile(f"{whole}|{_any_of(table.get('words', ()))}", re.IGNORECASE)


@functools.cache
def page_words(language: str = "english") -> PageWords:
    """Load and compile the words of a language once.

    >>> bool(page_words().promotion.search("Read more: Roads closed by snow"))
    True
    """
    table, times = read_table(f"{language}/pages"), read_table(f"{language}/times")
    weekdays: dict[str, int] = times["weekdays"] | times["weekdays_short"]
    return PageWords(
        navigation=_lines_and_words(table["navigation"]),
        promotion=_lines_and_words(table["promotion"]),
        licence=_lines_and_words(table["licence"]),
        byline=_lines_and_words(table["byline"]),
        list_heading=re.compile(_any_of(table["list_heading"]), re.IGNORECASE),
        outlets=tuple(re.compile(p, re.MULTILINE) for p in table["outlet"]),
        published_label=re.compile(rf"\b(?:{_any_of(table['published_label'])})", re.IGNORECASE),
        updated_label=re.compile(rf"\b(?:{_any_of(table['updated_label'])})", re.IGNORECASE),
        credits=frozenset(table["credits"]),
        credit_label=re.compile(_any_of(table["credit_label"]), re.IGNORECASE),
        function_words=frozenset(table["function_words"]),
        months=times["months"],
        weekdays=weekdays,
        month_names=_longest_first(times["months"]),
        weekday_names=_longest_first(weekdays),
    )


def _longest_first(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))
