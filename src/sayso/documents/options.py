"""What a caller settles about the documents to read."""

import datetime as dt

import msgspec

from sayso.model.vocabulary import Handling


class DocumentOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Settings of one run: what the pages do not say, and how much of one document is read.

    `published` and `publisher` overrule the pages; `handling` is the level of all of them, unless one says that it is stricter. `max_bytes`
    bounds one document: 20 MB are a hundred times a usual news page and ten times a text of 300,000 words. `max_words` and `max_pieces`
    (paragraphs, lines, cells of a page) bound what is read of it: 200,000 words are the longest United Nations inquiry reports; the rest
    of a longer text is set aside with the reason.
    `earliest_year` and `latest_year` bound the years that an undated page is matched with: the clock enters here.
    """

    published: dt.date | None = None
    publisher: str | None = None
    handling: Handling = "public"
    max_bytes: int = 20_000_000
    max_words: int = 200_000
    max_pieces: int = 20_000
    earliest_year: int = 2010
    latest_year: int = 2026
