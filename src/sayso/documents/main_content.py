"""Which runs of a page are its article: trafilatura's choice, mended by the elements and words around each run."""

import functools
import logging
import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec
import trafilatura
from lxml import etree

from sayso.documents.captions import looks_like_a_caption
from sayso.documents.dom import CELL_JOINT, Element, Run
from sayso.documents.element_names import element_names
from sayso.documents.labels import label_line
from sayso.documents.page_words import PageWords
from sayso.documents.pieces import ends_like_a_sentence
from sayso.model.vocabulary import BlockKind

# Tuned on the 69 pages of corpora/pages whose sha256(url) is even, by score_parts.py pages; see the figures in docs.
_BODY_TAGS = frozenset({"p", "li", "h2", "h3", "h4", "h5", "blockquote", "pre", "dd", "dt", "figcaption"})
_TABLE_TAGS = frozenset({"td", "th", "tr"})
_CONTAINER_SHARE = 0.8
"""Share of the characters that trafilatura keeps, by which the innermost element that holds them is the article's own."""
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})
_LARGEST_PAGE = 3_000_000
"""Characters; trafilatura's time grows faster than the page, and news pages of corpora/pages have 240,000 at most."""
_FAILURES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, etree.LxmlError)
"""What a library may raise on a hostile page; the rules below then find the article without it."""
_SILENT = logging.NullHandler()
"""Takes trafilatura's messages on odd pages, which would else be printed among the records; the article itself says what went wrong."""
_LINKED = 0.5
_BARE_LINK = 0.7
_SURE_LENGTH = 20
"""Letters from which a run that stands somewhere in trafilatura's text is the same run."""
_SENTENCE = 60
"""Characters; what trafilatura keeps outside the article's own element counts from this length, and what is looked for without it."""


class Container(msgspec.Struct, frozen=True):
    """The element that holds the article; `marks_paragraphs` tells whether its text stands in paragraph elements."""

    element: Element
    marks_paragraphs: bool


class Judged(msgspec.Struct, frozen=True):
    """A run with the kind that its words give away, whether it belongs to the article, and its kind and reason where it does not."""

    run: Run
    kept: bool
    label: BlockKind | None = None
    kind: BlockKind | None = None
    why: str | None = None


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def extract_main_text(html: str) -> str:
    """What trafilatura takes for the article, without comments; empty where it finds none, fails, or the page is too large for it."""
    if len(html) > _LARGEST_PAGE:
        return ""
    logging.getLogger("trafilatura").addHandler(_SILENT)
    try:
        return trafilatura.extract(html, include_comments=False, include_tables=True) or ""
    except _FAILURES:
        return ""


def _kept_by_trafilatura(runs: Sequence[Run], extracted: str) -> list[bool]:
    whole = _key(extracted)
    lines = {_key(line) for line in extracted.split("\n")}
    keys = [_key(run.text) for run in runs]
    return [bool(k) and (k in lines or (len(k) >= _SURE_LENGTH and k in whole)) for k in keys]


def _innermost_with(runs: Sequence[Run], weights: Sequence[int]) -> Element | None:
    """The innermost element that holds the given share of the weighted runs."""
    held: dict[int, int] = defaultdict(int)
    found: dict[int, tuple[int, Element]] = {}
    for run, weight in zip(runs, weights, strict=True):
        for depth, element in enumerate(run.path):
            if element.tag in element_names().never_tags:
                break
            held[element.number] += weight
            found.setdefault(element.number, (depth, element))
    wanted = _CONTAINER_SHARE * sum(weights)
    enough = [found[number] for number, characters in held.items() if 0 < wanted <= characters]
    return max(enough, key=lambda item: item[0])[1] if enough else None


def find_container(runs: Sequence[Run], kept: Sequence[bool]) -> Container | None:
    """The element that holds the article: by what trafilatura keeps, else by where the unlinked sentences stand."""
    weights = [len(run.text) if keep else 0 for run, keep in zip(runs, kept, strict=True)]
    if not any(weights):
        weights = [len(r.text) if len(r.text) >= _SENTENCE and r.link_share < _LINKED and not _never(r.path) else 0 for r in runs]
    element = _innermost_with(runs, weights)
    if element is None:
        return None
    in_paragraphs = sum(w for run, w in zip(runs, weights, strict=True) if "p" in run.tags)
    return Container(element, in_paragraphs >= sum(weights) / 2)


@functools.lru_cache(maxsize=4096)
def _flag(tag: str, names: str, *, never: bool) -> str | None:
    """The tag or name by which an element never or hardly ever holds article text."""
    if tag in _WHOLE_PAGE:
        return None
    table = element_names()
    if tag in (table.never_tags if never else table.seldom_tags):
        return tag
    found = (table.never_article if never else table.seldom_article).search(names)
    return found.group() if found else None


@functools.lru_cache(maxsize=4096)
def _voice(tag: str, names: str) -> str | None:
    """Whose words stand in an element, where it is made for those of others than the outlet."""
    return None if tag in _WHOLE_PAGE else next((what for what, named in element_names().voices.items() if named.search(names)), None)


def _never(path: Sequence[Element]) -> str | None:
    return next((flag for e in path if (flag := _flag(e.tag, e.names, never=True))), None)


def _seldom(path: Sequence[Element]) -> str | None:
    named = next((flag for e in path if (flag := _flag(e.tag, e.names, never=False))), None)
    return named or ("hidden" if any(e.hidden for e in path) else None)


def _below(run: Run, container: Container | None) -> tuple[Element, ...] | None:
    """The elements between the container and the run, or None where the run stands outside."""
    for index, element in enumerate(run.path):
        if container is not None and element.number == container.element.number:
            return run.path[index + 1 :]
    return None


def _is_bare_link(run: Run) -> bool:
    """Whether a run is nothing but a link that stands by itself and is no sentence: the name of another page."""
    is_sentence = "p" in run.tags and ends_like_a_sentence(run.text)
    return run.link_share > _BARE_LINK and not run.tags & {"h1", "h2", "h3"} and not is_sentence


def _holds_text(run: Run, container: Container, words: PageWords) -> bool:
    """Whether a run that trafilatura left reads as text of the article: its element is one for text, or its words are."""
    bold = bool({e.tag for e in run.path[-2:]} & {"b", "strong"})
    sentence = len(run.text) >= _SENTENCE and ends_like_a_sentence(run.text)
    marked = run.tags & _BODY_TAGS or run.block in _TABLE_TAGS or element_names().caption.search(run.path[-1].names)
    return bool(marked or (not container.marks_paragraphs and (bold or sentence)) or looks_like_a_caption(run.text, words))


def _set_aside(run: Run, label: BlockKind | None, path: Sequence[Element]) -> tuple[BlockKind, str] | None:
    """The kind and reason of a run whose words or elements say that it is no text of the article."""
    voice = next((what for e in path if (what := _voice(e.tag, e.names))), None)
    if voice:
        return "navigation", voice
    is_row = run.block in _TABLE_TAGS and CELL_JOINT in run.text
    if label in ("promotion", "licence") or (label == "navigation" and not is_row):
        return label, f"words of a {label} block"
    never = _never(path)
    if never is None or any(element_names().pull_quote.search(e.names) for e in path):
        return None
    kind: BlockKind = "licence" if never == "copyright" else "promotion" if element_names().promotes.match(never) else "navigation"
    return kind, f"stands in an element for {never!r}"


def _judge(run: Run, extracted: bool, container: Container | None, words: PageWords) -> Judged:
    label = label_line(run.text, words)
    below = _below(run, container)
    path = run.path if below is None else below
    aside = _set_aside(run, label, path)
    if aside:
        return Judged(run, False, label, *aside)
    if below is not None and any(element_names().pull_quote.search(e.names) for e in below):
        return Judged(run, True, label)
    seldom = _seldom(path)
    if below is not None and extracted and _is_bare_link(run):
        return Judged(run, False, label, "navigation", "nothing but a link to another page")
    if extracted and (below is not None or (not seldom and len(run.text) >= _SENTENCE)) and not _is_bare_link(run):
        return Judged(run, True, label)
    if container is not None and below is not None and not seldom and run.link_share < _LINKED and _holds_text(run, container, words):
        return Judged(run, True, label)
    return Judged(run, False, label, "navigation", f"stands in an element for {seldom!r}" if seldom else "stands outside the article")


def is_chrome(run: Run) -> bool:
    """Whether an element around the run says that it is menu, promotion, form or somebody else's words."""
    near = (("div" if e.tag == "aside" else e.tag, e.names) for e in run.path[-4:])
    return is_foreign(run) or any(_flag(tag, names, never=False) for tag, names in near)


def is_foreign(run: Run) -> bool:
    """Whether an element around the run says that it can be no part of the article, its byline and date included."""
    return _never(run.path) is not None or any(_voice(e.tag, e.names) for e in run.path)


def judge_runs(runs: Sequence[Run], html: str, words: PageWords) -> list[Judged]:
    """Say of every run whether it is text of the article, and of the others what they are and why they are left."""
    extracted = _kept_by_trafilatura(runs, extract_main_text(html))
    container = find_container(runs, extracted)
    return [_judge(run, keep, container, words) for run, keep in zip(runs, extracted, strict=True)]
