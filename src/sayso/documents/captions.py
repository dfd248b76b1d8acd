"""Captions: the credit that they end with and the day that the photo shows."""

import datetime as dt
import re

import msgspec

from sayso.documents.page_words import PageWords
from sayso.documents.pieces import count_words, ends_like_a_sentence
from sayso.documents.printed_dates import find_printed_dates
from sayso.model.days import add_days

_BRACKETED = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,80})[)\]]\.?\s*$")
_OWNED = re.compile(r"©\s*(?P<credit>(?!\d{4})[^;|©]{2,60}?)\s*(?=[;|]|\.?\s*$)")
_LABELLED = re.compile(r"(?:^|[.\s|])(?P<label>[A-Za-z ]{2,20}?)\s?(?::|\bby\b)\s*(?P<credit>[^.:]{2,80})\.?\s*$")
_SIGNED = re.compile(r"[|/]\s*(?P<credit>[^.|]{2,60})\.?\s*$")
_NAME = re.compile(r"[A-Z][\w.'’/& -]{1,60}")
_GLUE = frozenset({"by", "for", "via", "on", "of", "the", "and", "from", "courtesy", "photo", "image", "file", "files", "handout"})
_FEWEST = 4
_LONGEST = 80
"""Words; a line of more is a paragraph whatever it ends with."""


class Credit(msgspec.Struct, frozen=True):
    """Who took or supplied a photo, with the offsets of the words within the caption."""

    name: str
    start: int
    end: int


def _names_a_source(credit: str, words: PageWords) -> bool:
    parts = [p.strip().casefold() for p in re.split(r"[/|,;:]|\bvia\b|\bfor\b|\bby\b", credit)]
    last = re.split(r"\W+", credit.casefold().strip())[-1]
    known = any(p in words.credits or words.credit_label.fullmatch(p) or _is_all_known(p, words) for p in parts)
    return known or bool(words.credit_label.fullmatch(last))


def _is_all_known(part: str, words: PageWords) -> bool:
    return bool(part) and all(word in words.credits for word in part.split())


def find_credit(line: str, words: PageWords, *, is_caption: bool = False) -> Credit | None:
    """The credit at the end of a caption; of a line that is known to be one, any name in brackets counts.

    >>> from sayso.documents.page_words import page_words
    >>> find_credit("Families wait at a bakery (Reuters)", page_words()).name
    'Reuters'
    """
    bracketed = _BRACKETED.search(line)
    if bracketed and (_names_a_source(bracketed["credit"], words) or (is_caption and _is_a_name(bracketed["credit"], words))):
        return Credit(_without_label(bracketed["credit"], words), bracketed.start(), len(line))
    owned = _OWNED.search(line)
    if owned and count_words(line[: owned.start()]) >= _FEWEST:
        return Credit(owned["credit"].strip(), owned.start(), owned.end())
    labelled = _LABELLED.search(line)
    if labelled and words.credit_label.fullmatch(labelled["label"].strip()) and count_words(labelled["credit"]) <= _FEWEST + 4:
        return Credit(labelled["credit"].strip(), labelled.start("label"), len(line))
    signed = _SIGNED.search(line)
    if signed and _names_a_source(signed["credit"], words):
        return Credit(signed["credit"].strip(), signed.start(), len(line))
    return None


def is_credit_alone(line: str, words: PageWords) -> bool:
    """Whether a line only names who took a picture and says nothing of what it shows.

    >>> from sayso.documents.page_words import page_words
    >>> [is_credit_alone(line, page_words()) for line in ("Jo Field/Reuters files", "Photo: Jo Field", "Video: Army enters town")]
    [True, True, False]
    """
    tokens = re.findall(r"[\w.'’-]+", line)
    if len(tokens) > 2 * _FEWEST or not all(t[:1].isupper() or t[:1].isdigit() or t in _GLUE for t in tokens):
        return False
    found = find_credit(line, words, is_caption=True)
    if found is not None and count_words(line[: found.start]) == 0:
        return True
    return "/" in line and any(token.casefold() in words.credits for token in tokens)


def credits_outlet(line: str, words: PageWords, outlet: str | None) -> bool:
    """Whether a line that is no sentence ends with the outlet's own name in brackets.

    >>> from sayso.documents.page_words import page_words
    >>> credits_outlet("Boats at the quay before the storm (Harbour Post)", page_words(), "The Harbour Post")
    True
    """
    found = _BRACKETED.search(line)
    if not outlet or not found or ends_like_a_sentence(line[: found.start()].rstrip()) or count_words(line) > _LONGEST:
        return False
    names = {name.casefold().removeprefix("the ") for name in (outlet, _without_label(found["credit"], words))}
    return len(names) == 1 and count_words(line[: found.start()]) >= _FEWEST


def _is_a_name(credit: str, words: PageWords) -> bool:
    return bool(_NAME.fullmatch(credit)) and count_words(credit) <= 6 and not find_printed_dates(credit, words)


def opens_like_a_caption(line: str, words: PageWords) -> bool:
    """Whether a line opens as captions do: "Photo: ..." and several words more."""
    label, colon, rest = line.partition(":")
    return bool(colon and count_words(rest) >= _FEWEST and words.credit_label.fullmatch(label.strip()))


def _without_label(credit: str, words: PageWords) -> str:
    label, colon, rest = credit.partition(":")
    return rest.strip() if colon and words.credit_label.fullmatch(label.strip()) else credit.strip()


def looks_like_a_caption(line: str, words: PageWords) -> bool:
    """Whether a line that stands by itself ends with a credit, as captions do and sentences of an article do not."""
    if count_words(line) > _LONGEST or re.search(r"[.!?][\"”’]? .+[.!?][\"”’]? ", line):
        return False
    return opens_like_a_caption(line, words) or find_credit(line, words) is not None


def date_of_photo(line: str, words: PageWords, published: dt.date | None) -> tuple[dt.date | None, str | None]:
    """The day that a caption prints, and where its year was taken from when the caption has none.

    >>> from sayso.documents.page_words import page_words
    >>> date_of_photo("A convoy on 30 December", page_words(), dt.date(2020, 1, 2))[0].isoformat()
    '2019-12-30'
    """
    for found in find_printed_dates(line, words):
        if found.days:
            return (found.days[0], None) if len(found.days) == 1 else (None, "the order of day and month is open")
        if published is None:
            return None, "the caption prints no year and the day of publication is not known"
        return _last_such_day(found.month, found.day, published)
    return None, None


def _last_such_day(month: int, day: int, published: dt.date) -> tuple[dt.date | None, str | None]:
    for year in (published.year, published.year - 1):
        try:
            date = dt.date(year, month, day)
        except ValueError:
            continue
        if date <= add_days(published, 1):
            return date, f"year {year} taken from the day of publication"
    return None, None
