"""The situation report: one self-contained HTML page, or Markdown; always through protection, by audience."""

import re
from functools import cache
from importlib.resources import files

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.model.views import LedgerView
from sayso.model.vocabulary import Handling
from sayso.outputs.map_drawing import LEGEND, draw_sign
from sayso.outputs.protection import UNREVIEWED, ProtectedView, protect
from sayso.outputs.report_content import compose_report
from sayso.outputs.report_model import Report


def write_report_html(view: LedgerView, audience: Handling) -> str:
    """The situation of the view's day as one HTML page that needs no network, script or font from elsewhere."""
    protected = protect(view, audience)
    report = compose_report(protected)
    style = files("sayso.outputs").joinpath("templates/report.css").read_text(encoding="utf8").replace(UNREVIEWED, protected.status)
    signs = {marker: Markup(draw_sign(marker)) for marker, _ in LEGEND}
    template = _html().get_template("report.html.j2")
    page = template.render(
        _fields(report, protected), style=Markup(style), map_image=Markup(report.map_svg), signs=signs, legend=LEGEND
    )
    return _tidy(page)


def write_report_markdown(view: LedgerView, audience: Handling) -> str:
    """The situation of the view's day as Markdown, with the same statements and footnotes; the map is told in words."""
    protected = protect(view, audience)
    return _tidy(_markdown().get_template("report.md.j2").render(_fields(compose_report(protected), protected)))


def escape_markdown(value: object) -> object:
    """Words from elsewhere with the signs of Markdown and HTML made harmless, on one line.

    >>> escape_markdown("<b> *new* | [x](y)")
    '\\\\<b\\\\> \\\\*new\\\\* \\\\| \\\\[x\\\\](y)'
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(value.split()))


def _fields(report: Report, protected: ProtectedView) -> dict[str, object]:
    fields: dict[str, object] = {field: getattr(report, field) for field in msgspec.structs.asdict(report)}
    reviewed = sum(f.review is not None for f in protected.view.claims)
    return fields | {"status": protected.status, "audience": protected.audience, "reviewed": reviewed}


def _tidy(text: str) -> str:
    """No spaces at line ends and no two empty lines in a row."""
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip() + "\n"


@cache
def _html() -> Environment:
    return Environment(
        loader=PackageLoader("sayso.outputs"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


@cache
def _markdown() -> Environment:
    markdown = Environment(
        loader=PackageLoader("sayso.outputs"), autoescape=False, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=escape_markdown,
    )  # fmt: skip
    markdown.filters["verbatim"] = Markup  # what a macro made is escaped already
    return markdown
