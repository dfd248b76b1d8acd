"""One input that cannot be taken apart must not take the batch with it."""

from collections.abc import Callable

from sayso.documents.composition import Origin, unread_article
from sayso.documents.options import DocumentOptions
from sayso.documents.page import read_page
from sayso.documents.text import read_text
from sayso.model.articles import Article


def page_or_reason(html: str, origin: Origin, options: DocumentOptions) -> Article:
    """The article of a page; where taking it apart fails, an article that says so."""
    return _guarded(lambda: read_page(html, origin=origin, options=options), origin, options)


def text_or_reason(text: str, origin: Origin, options: DocumentOptions) -> Article:
    """The article of a text; where taking it apart fails, one that keeps the text and says so."""
    return _guarded(lambda: read_text(text, origin=origin, options=options), origin, options, text)


def _guarded(read: Callable[[], Article], origin: Origin, options: DocumentOptions, text: str = "") -> Article:
    try:
        return read()
    except Exception as problem:  # as in reading: what goes wrong inside is written down, and the next input follows
        why = f"{origin.name}: it could not be taken apart ({type(problem).__name__}: {problem}); please report it"
        return unread_article(origin, why, options, text=text)
