"""Plain text to an article: the text stays as it is, the blocks say what each line is."""

from sayso.documents.composition import Origin, compose_article, limit_pieces, unread_article
from sayso.documents.labels import label_pieces
from sayso.documents.layout import cut_text
from sayso.documents.opening import open_piece
from sayso.documents.options import DocumentOptions
from sayso.documents.page_words import page_words
from sayso.documents.publishers import find_publisher
from sayso.documents.structure import mark_structure
from sayso.model.articles import Article

EMPTY = "the text is empty; nothing to read"


def read_text(text: str, *, origin: Origin | None = None, options: DocumentOptions | None = None) -> Article:
    """Make an article of a text, saved from a browser or sent as it is; `text` is kept unchanged.

    >>> said = "Drivers were stuck on the mountain road for two nights, the mayor said."
    >>> article = read_text(f"Snow closes road\\n\\n28 January 2020\\n\\n{said}")
    >>> [b.kind for b in article.blocks], article.published.day.isoformat()
    (['title', 'dateline', 'paragraph'], '2020-01-28')
    """
    origin, options, words = origin or Origin(name="text"), options or DocumentOptions(), page_words()
    if not text.strip():
        return unread_article(origin, EMPTY, options, text=text)
    pieces, rest = limit_pieces(text, cut_text(text), options)
    if len(pieces) > 1:
        pieces = label_pieces(text, pieces, words)
    opened = [part for p in pieces for part in (open_piece(text, p, words, origin.title) if p.kind is None else [p])]
    outlet = options.publisher or origin.publisher or find_publisher(text, opened, words)
    return compose_article(text, mark_structure(text, opened, words, title=origin.title, outlet=outlet), origin, options, rest=rest)
