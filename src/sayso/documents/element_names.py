"""What the names and tags of elements say of the text in them, from the reviewed table `knowledge/markup.yaml`."""

import functools
import re
from collections.abc import Iterable

import msgspec

from sayso.knowledge.tables import read_table


class ElementNames(msgspec.Struct, frozen=True, kw_only=True):
    """Compiled names of elements by what stands in them, the tags by how they hold text, and the names of meta elements."""

    never_article: re.Pattern[str]
    never_tags: frozenset[str]
    seldom_article: re.Pattern[str]
    seldom_tags: frozenset[str]
    voices: dict[str, re.Pattern[str]]
    promotes: re.Pattern[str]
    standfirst: re.Pattern[str]
    caption: re.Pattern[str]
    byline: re.Pattern[str]
    dateline: re.Pattern[str]
    pull_quote: re.Pattern[str]
    skipped_tags: frozenset[str]
    inline_tags: frozenset[str]
    date_metas: tuple[str, ...]
    site_metas: tuple[str, ...]
    title_metas: tuple[str, ...]


def _alone(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{'|'.join(names)})(?![a-z])")


@functools.cache
def element_names() -> ElementNames:
    """Load and compile the table once.

    >>> bool(element_names().never_article.search("td-block newsletter-box"))
    True
    """
    table = read_table("markup")
    never, seldom = table["never_article"], table["seldom_article"]
    return ElementNames(
        never_article=_alone(never["names"]),
        never_tags=frozenset(never["tags"]),
        seldom_article=_alone(seldom["names"]),
        seldom_tags=frozenset(seldom["tags"]),
        voices={what: _alone([names]) for what, names in table["voices"].items()},
        promotes=re.compile(table["promotes"]),
        skipped_tags=frozenset(table["skipped_tags"]),
        inline_tags=frozenset(table["inline_tags"]),
        date_metas=tuple(table["date_metas"]),
        site_metas=tuple(table["site_metas"]),
        title_metas=tuple(table["title_metas"]),
        **{kind: _alone(table[kind]) for kind in ("standfirst", "caption", "byline", "dateline", "pull_quote")},
    )
