"""One-paragraph articles and the names in them."""

import datetime as dt
import re

from sayso.mentions.actors import find_actors
from sayso.mentions.place_names import place_names
from sayso.mentions.times_reading import Anchor, Setting
from sayso.model.articles import Article, Block, Published

TUESDAY = dt.date(2020, 1, 28)


def article(text, published=TUESDAY, kind="paragraph"):
    """An article whose lines are paragraphs."""
    blocks = tuple(Block(kind=kind, start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    known = Published(start=published, end=published, basis="given") if published else Published()
    return Article(
        article_id="t", digest="0", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
        published=known, text=text, blocks=blocks,
    )  # fmt: skip


def actors(text):
    """(words, name) of each actor."""
    return [(a.text, a.name) for a in find_actors(article(text))]


def names(text, gazetteer):
    """Names that may be places."""
    return list(place_names(text, 0, len(text), gazetteer))


def name(text, wanted, gazetteer):
    """The one with these words."""
    return next(n for n in names(text, gazetteer) if n.text == wanted)


def setting(text, words, published=TUESDAY, told=None):
    """Where a time expression stands in a text."""
    start = text.index(words)
    return Setting(text, start, start + len(words), Anchor(published), told)
