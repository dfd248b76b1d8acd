"""A page to an article: its visible text in document order, every piece of it with its kind."""

import re
from collections.abc import Sequence

import msgspec

from sayso.documents.composition import Origin, compose_article, limit_pieces, unread_article
from sayso.documents.decoding import decode
from sayso.documents.dom import gather_runs, parse_page, thin_tags
from sayso.documents.element_names import element_names
from sayso.documents.main_content import judge_runs
from sayso.documents.markup import Marked, mark_runs
from sayso.documents.opening import open_piece
from sayso.documents.options import DocumentOptions
from sayso.documents.page_facts import PageFacts, read_page_facts
from sayso.documents.page_words import PageWords, page_words
from sayso.documents.pieces import Piece
from sayso.documents.structure import mark_structure
from sayso.model.articles import Article
from sayso.model.vocabulary import BlockKind

JOINT = "\n\n"
_CHROME: tuple[BlockKind, ...] = ("navigation", "promotion", "licence")
_SCRIPT_ONLY = "the page shows its text only by script; open it in a browser, save what it shows and read that"
_NO_TEXT = "the page holds no visible text; open it in a browser, save what it shows and read that"
_TOO_LONG = "the page holds more than {} pieces of text; what follows them was not read: save the article's text and read that"
_TOO_DEEP = "the page nests its elements too deep; what lies deepest was not read: save the article's text and read that"


def _with_facts(origin: Origin, facts: PageFacts) -> Origin:
    """The origin with what the page says of itself where the input said nothing."""
    return msgspec.structs.replace(
        origin,
        url=origin.url or facts.url,
        title=origin.title or facts.title,
        publisher=origin.publisher or facts.publisher,
        in_markup=facts.dates,
    )


def join_runs(marked: Sequence[Marked]) -> tuple[str, list[Piece]]:
    """Join the runs into one text with a blank line between them; neighbouring menus become one piece, which keeps the first reason.

    Comments and embedded posts stay apart from the menus around them.
    """
    text, pieces = "", list[Piece]()
    parts: list[str] = []
    at = 0
    for item in marked:
        last = pieces[-1] if pieces else None
        start, at = at, at + len(item.text)
        parts.append(item.text)
        if last is not None and last.kind == item.kind and (item.joins or _is_one_aside(last, item)):
            pieces[-1] = msgspec.structs.replace(last, end=at)
        else:
            pieces.append(Piece(start=start, end=at, kind=item.kind, why=item.why, group=len(pieces)))
        at += len(JOINT)
    text = JOINT.join(parts)
    return text, pieces


def _is_one_aside(last: Piece, item: Marked) -> bool:
    return item.kind in _CHROME and (last.why == item.why or not {last.why, item.why} & element_names().voices.keys())


def read_page(html: str | bytes, *, origin: Origin | None = None, options: DocumentOptions | None = None) -> Article:
    """Make an article of a page; `text` is made here: its visible pieces joined by blank lines, menus and notices included.

    >>> article = read_page("<h1>Snow closes road</h1><p>Drivers were stuck on the mountain road for two nights, the mayor said.</p>")
    >>> [(b.kind, article.text[b.start:b.end][:16]) for b in article.blocks]
    [('title', 'Snow closes road'), ('paragraph', 'Drivers were stu')]
    """
    origin, options, words = origin or Origin(name="page"), options or DocumentOptions(), page_words()
    if isinstance(html, bytes):
        decoded = decode(html)
        if decoded.text is None:
            return unread_article(origin, decoded.problem or _NO_TEXT, options)
        html, origin = decoded.text, msgspec.structs.replace(origin, problem=decoded.problem)
    html = thin_tags(html)
    tree = parse_page(html)
    runs = gather_runs(tree.root, options.max_pieces + 1) if tree else ()
    if tree is None or not runs:
        scripted = re.search(r"<script\b", html, re.IGNORECASE)
        return unread_article(origin, _TOO_DEEP if tree and tree.cut_short else _SCRIPT_ONLY if scripted else _NO_TEXT, options)
    origin = _with_problems(_with_facts(origin, read_page_facts(tree.root)), tree.cut_short, len(runs), options)
    marked = mark_runs(judge_runs(runs[: options.max_pieces], html, words), origin.title, words)
    text, joined = join_runs(marked)
    pieces, rest = limit_pieces(text, joined, options)
    outlet = options.publisher or origin.publisher
    settled = mark_structure(text, _open_first(text, pieces, words), words, title=origin.title, outlet=outlet, saved=False)
    article = compose_article(text, settled, origin, options, rest=rest, is_page=True)
    return _explain(article, html)


def _with_problems(origin: Origin, cut_short: bool, runs: int, options: DocumentOptions) -> Origin:
    too_long = _TOO_LONG.format(options.max_pieces) if runs > options.max_pieces else None
    problems = [p for p in (origin.problem, _TOO_DEEP if cut_short else None, too_long) if p]
    return msgspec.structs.replace(origin, problem="; ".join(problems) or None)


def _open_first(text: str, pieces: Sequence[Piece], words: PageWords) -> list[Piece]:
    """Cut an agency's place and date line off the first paragraph."""
    first = next((i for i, p in enumerate(pieces) if p.kind is None and p.end - p.start > 40), None)
    if first is None:
        return list(pieces)
    return [*pieces[:first], *open_piece(text, pieces[first], words, None), *pieces[first + 1 :]]


def _explain(article: Article, html: str) -> Article:
    """Say of a page of scripts without an article that it is one."""
    words = len(article.text.split())
    if article.outcome == "not_read" and words < 100 and len(re.findall(r"<script\b", html, re.IGNORECASE)) > 0:
        return msgspec.structs.replace(article, why=_SCRIPT_ONLY)
    return article
