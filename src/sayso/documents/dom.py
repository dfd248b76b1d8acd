"""The visible text of a page as runs: stretches of text that no block element cuts, with the elements around them."""

import re
from collections.abc import Iterator

import msgspec
from lxml import etree

from sayso.documents.element_names import element_names

_CELLS = frozenset({"td", "th"})
CELL_JOINT = " | "
"""Between the cells of a table's row, which is read as one line."""
_NAMING = ("class", "id", "role", "itemprop", "aria-label", "data-component", "data-testid", "rel")
_SPACE = re.compile(r"\s+")
_DEEPEST = 400
"""Elements below this depth are read as text of the element at this depth; the deepest of the 132 pages of corpora/pages goes to 42."""


_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b[^>]{0,2000}>.*?(?:</\1|\Z)"
    r"|<(?P<tag>[a-z][\w:-]*+)(?:=\s*+\"[^\"]*+(?:\"|\Z)|=\s*+'[^']*+(?:'|\Z)|[^>])*+(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_TAG = 2000
_MOST_ATTRIBUTES = 400
"""Attributes of one element: the parser compares each with all others, so that a page of one element could keep it busy for minutes."""


class Element(msgspec.Struct, frozen=True):
    """One element around a run: its tag, its class, id, role and other telling attributes in lower case, its number in the page."""

    tag: str
    names: str
    number: int
    hidden: bool = False


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Text between two block boundaries; `path` are the elements around it, the outermost first; `linked` counts characters in links."""

    text: str
    path: tuple[Element, ...]
    linked: int = 0
    times: tuple[str, ...] = ()

    @property
    def tags(self) -> frozenset[str]:
        """Tags of the elements around it."""
        return frozenset(e.tag for e in self.path)

    @property
    def block(self) -> str:
        """Tag of the innermost block element around it."""
        return next((e.tag for e in reversed(self.path) if e.tag not in element_names().inline_tags), "body")

    @property
    def link_share(self) -> float:
        """Share of its characters that stand in links."""
        return self.linked / max(len(self.text), 1)


class Page(msgspec.Struct, frozen=True):
    """The tree of a page, and whether the parser gave up on elements nested too deep."""

    root: etree._Element
    cut_short: bool = False


def thin_tags(html: str) -> str:
    """The page without the attributes of elements that carry hundreds of them, which no honest page has.

    >>> thin_tags("<p " + "a=1 " * 1000 + ">Snow closes road</p>")
    '<p>Snow closes road</p>'
    """
    return _MARKUP.sub(_thin, html)


def _thin(found: re.Match[str]) -> str:
    whole = found.group()
    if len(whole) <= _LONG_TAG or not found["tag"]:
        return whole
    values = re.sub(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')", " ", whole)
    return f"<{found['tag']}>" if len(values.split()) > _MOST_ATTRIBUTES else whole


def parse_page(html: str) -> Page | None:
    """The tree of a page; None where there is none. Entities are never expanded beyond HTML's own, nothing is loaded."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    data = html.encode("utf-8", "replace").replace(b"\0", b"")
    if not data.strip():
        return None
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    return None if root is None else Page(root, any("xcessive depth" in entry.message for entry in parser.error_log))


def _describe(node: etree._Element, number: int) -> Element:
    attributes = node.attrib
    names = " ".join(attributes.get(name) or "" for name in _NAMING)
    style = _SPACE.sub("", attributes.get("style") or "").lower()
    hidden = "hidden" in attributes or "display:none" in style or "visibility:hidden" in style
    return Element(str(node.tag), names.lower(), number, hidden)


class _Gatherer:
    """Gathers characters into runs while the tree is walked."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self._linked = 0
        self._times: list[str] = []
        self._path: tuple[Element, ...] | None = None

    def add(self, text: str | None, path: tuple[Element, ...], in_link: bool) -> None:
        """Take characters that stand below `path`."""
        if not text:
            return
        if self._path is None and text.strip():
            self._path = path
        self._parts.append(text)
        self._linked += len(text.strip()) if in_link else 0

    def add_time(self, value: str | None) -> None:
        """Take the machine-readable day of a time element."""
        if value:
            self._times.append(value)

    def close(self) -> None:
        """End the run, if it has any words."""
        text = _SPACE.sub(" ", "".join(self._parts)).strip().strip("|").strip()
        if text and self._path is not None:
            self.runs.append(Run(text=text, path=self._path, linked=self._linked, times=tuple(self._times)))
        self._parts, self._linked, self._times, self._path = [], 0, [], None


def _events(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Opening and closing of every element, without recursion, leaving out what is skipped."""
    stack: list[tuple[etree._Element, bool]] = [(root, False)]
    while stack:
        node, closing = stack.pop()
        if closing:
            yield "end", node
            continue
        if not isinstance(node.tag, str) or node.tag in element_names().skipped_tags:
            yield "tail", node
            continue
        yield "start", node
        stack.append((node, True))
        stack += [(child, False) for child in reversed(node)]


def _reads_as_a_row(node: etree._Element) -> bool:
    """Whether all cells of a table's row hold plain words."""
    cells = [child for child in node if child.tag in _CELLS]
    inside = (element for cell in cells for element in cell.iterdescendants())
    return len(cells) > 1 and all(element.tag in element_names().inline_tags for element in inside)


class _Rows:
    """Tells the cells of rows that are read as one line; every row is looked at once."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, bool] = {}

    def holds(self, node: etree._Element) -> bool:
        """Whether an element is a cell of such a row."""
        row = node.getparent() if node.tag in _CELLS else None
        if row is None:
            return False
        if row not in self._known:
            self._known[row] = _reads_as_a_row(row)
        return self._known[row]


def gather_runs(root: etree._Element, most: int | None = None) -> tuple[Run, ...]:
    """Walk the tree in document order and gather its text into runs, at most so many of them.

    >>> tree = parse_page("<p>One <b>town</b><p>Two<br>Three")
    >>> [run.text for run in gather_runs(tree.root)]
    ['One town', 'Two', 'Three']
    """
    gatherer, rows = _Gatherer(), _Rows()
    path: list[Element] = []
    links = number = 0
    inline_tags = element_names().inline_tags
    for event, node in _events(root):
        if most is not None and len(gatherer.runs) >= most:
            break
        in_row = rows.holds(node)
        inline = node.tag in inline_tags or in_row
        if event == "start":
            number += 1
            if not inline:
                gatherer.close()
            if len(path) < _DEEPEST:
                path.append(_describe(node, number))
            else:
                path.append(path[-1])
            links += node.tag == "a"
            if node.tag == "time":
                gatherer.add_time(node.get("datetime"))
            gatherer.add(CELL_JOINT if in_row and node.getprevious() is not None else None, tuple(path), False)
            gatherer.add(node.text, tuple(path), links > 0)
            continue
        if event == "end":
            links -= node.tag == "a"
            path.pop()
            if not inline:
                gatherer.close()
        following = node.getnext()
        glued = node.tag == "a" and not node.tail and following is not None and following.tag == "a"
        gatherer.add(" " if glued else node.tail, tuple(path), links > 0)
    gatherer.close()
    return tuple(gatherer.runs)
