"""The visible text of a page as runs."""

import pytest

from sayso.documents.dom import gather_runs, parse_page, thin_tags


def runs(html: str, most: int | None = None) -> list[str]:
    page = parse_page(html)
    return [run.text for run in gather_runs(page.root, most)] if page else []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One <b>town</b> fell.</p>", ["One town fell."]),
        ("<p>One<br>Two</p>", ["One", "Two"]),
        ("<div>One<div>Two</div>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<!-- no --> two</p>", ["One two"]),
        ("<p>One<script>no</script> two</p>", ["One two"]),
        ("<p>&lt;b&gt; &amp; &eacute;&nbsp;x</p>", ["<b> & é x"]),
        ("<table><tr><td>Town</td><td>400</td></tr></table>", ["Town | 400"]),
        ("<table><tr><td><p>Town</p></td><td>400</td></tr></table>", ["Town", "400"]),
        ("<nav><a href=x>Home</a><a href=y>World</a></nav>", ["Home World"]),
        ("", []),
        ("   ", []),
    ],
)  # fmt: skip
def test_runs(html: str, expected: list[str]) -> None:
    assert runs(html) == expected


def test_no_more_runs_than_asked_for() -> None:
    assert runs("<p>a</p>" * 50, 7) == ["a"] * 7


def test_links_are_counted() -> None:
    page = parse_page("<p><a href=x>Four</a> more</p>")
    (run,) = gather_runs(page.root)
    assert run.link_share == pytest.approx(4 / 9)


@pytest.mark.parametrize(
    ("html", "thin"),
    [
        ("<p class=a>One</p>", "<p class=a>One</p>"),
        ('<img src="' + "x" * 9000 + '">', '<img src="' + "x" * 9000 + '">'),
        ("<p " + "a " * 2000 + ">One</p>", "<p>One</p>"),
        ("<script>if (a<b " + "c " * 3000 + ")</script><p>One", "<script>if (a<b " + "c " * 3000 + ")</script><p>One"),
        ("<!-- <p " + "a " * 3000 + "> -->One", "<!-- <p " + "a " * 3000 + "> -->One"),
        ("2 <3 " + "a " * 3000, "2 <3 " + "a " * 3000),
    ],
)
def test_elements_of_hundreds_of_attributes_lose_them(html: str, thin: str) -> None:
    assert thin_tags(html) == thin
