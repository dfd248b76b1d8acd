"""Earlier versions of pages: told with outlet and day in what is published, and the names in them are kept back all the same."""

import msgspec
import pytest

from sayso.model.events import ArticleHeader
from sayso.model.views import Superseded
from sayso.outputs.protection import private_names, protect
from sayso.outputs.report import write_report_html, write_report_markdown

WHY = "a later version of the page took its place (of 2020-01-30)"


@pytest.fixture
def view(idlib_view):
    old = ArticleHeader(
        article_id="in/selim-darwan.html", digest="old", publisher="Levant Courier", title="Selim Darwan fled", private_names=("Selim Darwan",)
    )
    return msgspec.structs.replace(idlib_view, superseded=(Superseded(old, "d1", WHY),))


def test_outlet_day_and_reason_alone_are_published(view):
    (gone,) = protect(view, "public").view.superseded
    assert (gone.article.publisher, gone.article.title, gone.by, gone.why) == ("Levant Courier", None, "d1", WHY)
    assert "darwan" not in repr(gone).casefold()


def test_names_in_an_earlier_version_are_private_in_the_later_ones(view):
    assert "Selim Darwan" in private_names(view)


@pytest.mark.parametrize("write", [write_report_html, write_report_markdown])
def test_a_report_lists_what_it_does_not_count(view, write):
    told = write(view, "public")
    assert WHY in told
    assert "Darwan" not in told
    assert WHY not in write(msgspec.structs.replace(view, superseded=()), "public")
