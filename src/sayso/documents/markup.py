"""What the elements around a run say of its kind: title, standfirst, caption, pull quote, heading."""

import re
from collections.abc import Sequence

import msgspec

from sayso.documents.captions import looks_like_a_caption
from sayso.documents.dom import Element, Run
from sayso.documents.element_names import element_names
from sayso.documents.labels import REASONS
from sayso.documents.main_content import Judged, is_chrome, is_foreign
from sayso.documents.page_words import PageWords
from sayso.documents.pieces import count_words, words_of
from sayso.model.vocabulary import BlockKind

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6", "dt"})
_CELLS_AND_ITEMS = frozenset({"li", "pre", "tr", "td", "th", "dd"})
_PARAGRAPH_WORDS = 12
_NAME_WORDS = 25
_SUMMARY_RUNS = 2
"""Runs below the headline, or above the author's line, among which a summary stands."""
_HEAD_RUNS = 40
"""Runs below the headline within which the article begins, share buttons and galleries between them."""


class Marked(msgspec.Struct, frozen=True):
    """The text of a run with the kind that its markup gives (None where the words must say); `joins`: it goes on with the run before."""

    text: str
    kind: BlockKind | None
    why: str | None = None
    joins: bool = False


def _words(text: str) -> list[str]:
    return [word for word, _, _ in words_of(text, (0, len(text)))]


def _find_title(judged: Sequence[Judged], title: str | None) -> int | None:
    """Index of the headline: a heading with the words of the page's title, else the first first-level heading, of four words if any."""
    wanted = _words(title) if title else []
    heads = [i for i, j in enumerate(judged) if j.run.tags & {"h1", "h2", "h3"} and not is_chrome(j.run)]
    same = [i for i in heads if wanted and _words(judged[i].run.text) == wanted]
    if same:
        return same[0]
    first = [i for i in heads if "h1" in judged[i].run.tags]
    return max(first, key=lambda i: (count_words(judged[i].run.text) >= 4, -i)) if first else None


def _named(run: Run, pattern: re.Pattern[str], levels: int = 3) -> Element | None:
    near = reversed(run.path[-levels:])
    return next((e for e in near if e.tag not in ("body", "html", "main", "article") and pattern.search(e.names)), None)


def _is_caption(run: Run) -> bool:
    return "figcaption" in run.tags or _named(run, element_names().caption) is not None


def _is_bold(run: Run) -> bool:
    return bool({e.tag for e in run.path[-2:]} & {"b", "strong"})


def _kind_by_markup(run: Run) -> BlockKind | None:
    if _named(run, element_names().pull_quote, 4):
        return "pull_quote"
    if _is_caption(run):
        return "caption"
    if run.tags & _HEADINGS and not run.tags & {"li", "td"}:
        return "heading"
    return "paragraph" if run.block in _CELLS_AND_ITEMS and count_words(run.text) > 1 and not _is_bold(run) else None


def _kind_in_head(item: Judged, words: PageWords, first: bool) -> tuple[BlockKind, str] | None:
    """The kind of a run between headline and first paragraph that is no part of the article's body; `first`: right below the headline."""
    run, label, length, names = item.run, item.label, count_words(item.run.text), element_names()
    if label in ("byline", "dateline"):
        return label, REASONS[label]
    if label or is_foreign(run):
        return None
    if _named(run, names.byline) and _reads_as_a_name(run.text) and not _is_caption(run):
        return "byline", "stands in an element for the author"
    if (run.times or _named(run, names.dateline)) and length <= 20:
        return "dateline", "stands in an element for the date"
    if is_chrome(run):
        return None
    if _is_caption(run) or looks_like_a_caption(run.text, words):
        return "caption", "stands with the picture above the article"
    if 5 <= length <= 60 and run.link_share < 0.5 and (first or _named(run, names.standfirst) or run.tags & {"p", "h2"}):
        return "standfirst", "stands between headline and article"
    return None


def _reads_as_a_name(line: str) -> bool:
    return count_words(line) <= _NAME_WORDS and any(c.isupper() for c in line) and not any(c.isdigit() for c in line)


def _opens_the_body(judged: Sequence[Judged], index: int, head: int | None) -> bool:
    """Whether a run is the first paragraph: not one that stands between the headline and the line of its author or day."""
    item, run = judged[index], judged[index].run
    if not item.kept or item.label or count_words(run.text) < _PARAGRAPH_WORDS or run.tags & {"h1", "h2", "figcaption"}:
        return False
    below_headline = head is not None and index - head <= _SUMMARY_RUNS
    signed = any(j.label in ("byline", "dateline") for j in judged[index + 1 : index + 1 + _SUMMARY_RUNS])
    return not _named(run, element_names().standfirst, 2) and not (below_headline and signed)


def _mark_body(item: Judged, words: PageWords) -> Marked:
    kind, label = _kind_by_markup(item.run), item.label
    if (label == "byline" or (label == "dateline" and words.published_label.match(item.run.text))) and kind in (None, "paragraph"):
        return Marked(item.run.text, label, REASONS[label])
    return Marked(item.run.text, kind)


def _mark(item: Judged, in_head: bool, first: bool, words: PageWords) -> Marked:
    above = _kind_in_head(item, words, first) if in_head else None
    if above:
        return Marked(item.run.text, *above)
    if item.kept:
        return _mark_body(item, words)
    return Marked(item.run.text, item.kind or "navigation", item.why)


def mark_runs(judged: Sequence[Judged], title: str | None, words: PageWords) -> list[Marked]:
    """Give every run the kind that its place and elements give, in document order."""
    head = _find_title(judged, title)
    below = 0 if head is None else head + 1
    body = next((i for i in range(below, len(judged)) if _opens_the_body(judged, i, head)), len(judged))
    marked: list[Marked] = []
    before: Run | None = None
    for index, item in enumerate(judged):
        in_head = head is not None and head < index < min(body, head + _HEAD_RUNS)
        made = Marked(item.run.text, "title") if index == head else _mark(item, in_head, index == below, words)
        if made.kind == "pull_quote":
            made = msgspec.structs.replace(made, joins=_same_quote(before, item.run))
        marked.append(made)
        before = item.run
    return marked


def _same_quote(before: Run | None, run: Run) -> bool:
    quotes = element_names().pull_quote
    quote, other = _named(run, quotes, 4), _named(before, quotes, 4) if before else None
    return quote is not None and other is not None and quote.number == other.number
