"""Everything that is published of a view, and that it holds no name of a private person."""

from collections.abc import Iterator
from functools import partial
from html import unescape

from lxml import html

from sayso.model.views import LedgerView
from sayso.outputs.exports import EXPORTS, export_view
from sayso.outputs.report import write_report_html, write_report_markdown
from tests.expectations.expectation import Expectation, Row
from tests.expectations.page import GoldenPage
from tests.expectations.wording import stands_in


def published_outputs(view: LedgerView) -> dict[str, str]:
    """Every output made from the view, by name, as it is published; labels are of reviewed claims alone, and hold no words."""
    reports = {"report.html": write_report_html(view, "public"), "report.md": write_report_markdown(view, "public")}
    exports = {f"{what}.{name}": export_view(view, name, what, "public") for name, writers in EXPORTS.items() if name != "labels" for what in writers}
    return reports | exports


def readable(published: str) -> str:
    """Published text with the escapes of HTML and JSON undone, so that words are found as a reader would.

    >>> readable("the army&#39;s\\\\nhands")
    "the army's hands"
    """
    return unescape(published).replace("\\n", " ")


def seen_text(page: str) -> str:
    """What a reader of an HTML page sees: its text without styles and scripts, white space as one blank."""
    tree = html.document_fromstring(page)
    for hidden in tree.xpath("//style | //script | //head/title"):
        hidden.drop_tree()
    return " ".join(" ".join(tree.xpath("//body//text()")).split())


def published_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """One expectation a private name."""
    for name in expected["private_names"]:
        yield Expectation(f"published nowhere: {name}", True, partial(_name_problem, name))


def _name_problem(name: str, page: GoldenPage) -> str | None:
    outputs = published_outputs(page.view)
    found = [output for output, text in outputs.items() if stands_in(name, readable(text))]
    empty = [output for output, text in outputs.items() if not text]
    return f"it stands in {found}" if found else f"these outputs are empty: {empty}" if empty else None
