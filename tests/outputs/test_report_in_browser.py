"""The report as a reader's browser shows and prints it: nothing fetched, nothing too wide, every part reached by keyboard."""

import io
import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.model.views import LedgerView
from sayso.outputs.report import write_report_html
from sayso.pipeline import read_inputs, view_records
from tests.outputs.browser import Browser, start_browser

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
PAGES = REPOSITORY / "examples" / "idlib-2020" / "pages"
AXE = REPOSITORY / "out" / "node_modules" / "axe-core" / "axe.min.js"
"""Where .ci/run puts it: npm install --no-save --prefix out axe-core (MPL-2.0; no part of the repository)."""

WIDTHS = (1280, 390)
"""A laptop and a telephone, in CSS pixels."""

REPORTS = ("a view with everything in it", "the example pages")

SPOILED = """<!doctype html><html><title>t</title><h1>One</h1><h3>Skipped</h3><h1>Two</h1><a href="#gone">x</a><svg width="9" height="9"></svg>
<img src="https://pictures.example/x.png"><div style="width:3000px">wide</div><script>missing()</script><div onclick="" role="button">y</div>"""

HEADINGS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
DEAD_LINKS = """[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href').slice(1))
  .filter(id => !document.getElementById(id))"""
NAMELESS_PICTURES = """[...document.querySelectorAll('img, svg, canvas, picture')].filter(p => !p.closest('[aria-hidden="true"]')
  && !(p.alt || p.getAttribute('aria-label') || p.getAttribute('aria-labelledby')?.split(' ').every(id => document.getElementById(id)?.textContent)))
  .map(p => p.outerHTML.slice(0, 80))"""
OPEN_DETAILS = "document.querySelectorAll('details').forEach(d => d.open = true)"
TOO_WIDE = """[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll'))
  .map(e => e.outerHTML.slice(0, 80))"""
CONTROLS = """[...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter(e => e.checkVisibility())"""
REACHED = """(() => { const e = document.activeElement, box = e.getBoundingClientRect(), bar = document.querySelector('.bar');
  const style = getComputedStyle(e), seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const hidden = bar && e !== bar && box.bottom <= bar.getBoundingClientRect().bottom && box.bottom > 0;
  return [CONTROLS.indexOf(e), seen && !hidden] })()""".replace("CONTROLS", f"({CONTROLS})")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium here: install the package chromium")
    with start_browser(program, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def example_view(full_gazetteer: Gazetteer) -> LedgerView:
    return view_records(read_inputs([str(PAGES)], full_gazetteer, options=DocumentOptions()))


@pytest.fixture(scope="module")
def written(idlib_view: LedgerView, example_view: LedgerView, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("reports")
    paths = {name: folder / f"{at}.html" for at, name in enumerate(REPORTS)}
    for view, path in zip((idlib_view, example_view), paths.values(), strict=True):
        path.write_text(write_report_html(view, "public"), encoding="utf8")
    return paths


@pytest.fixture(params=[*itertools.product(REPORTS, WIDTHS)], ids=lambda p: f"{p[0]}, {p[1]} px")
def page(request: pytest.FixtureRequest, browser: Browser, written: dict[str, Path]) -> Browser:
    """The browser with one of the reports open at one of the widths, every fold open."""
    name, width = request.param
    browser.open(written[name], width)
    browser.evaluate(OPEN_DETAILS)
    return browser


@pytest.fixture
def spoiled(browser: Browser, tmp_path: Path) -> Browser:
    """The browser with a page open in which everything is wrong that the tests look for."""
    path = tmp_path / "spoiled.html"
    path.write_text(SPOILED, encoding="utf8")
    browser.open(path, 1280)
    return browser


def requests_beside_the_page(browser: Browser) -> list[str]:
    urls = [e["request"]["url"] for e in browser.told("Network.requestWillBeSent")]
    return [url for url in urls[1:] if not url.startswith("data:")]


def faults_told(browser: Browser) -> list[str]:
    errors = [e["entry"]["text"] for e in browser.told("Log.entryAdded") if e["entry"]["level"] == "error"]
    return errors + [e["exceptionDetails"]["text"] for e in browser.told("Runtime.exceptionThrown")]


def heading_faults(browser: Browser) -> list[str]:
    levels = browser.evaluate(HEADINGS)
    skipped = [f"h{a} before h{b}" for a, b in itertools.pairwise(levels) if b - a > 1]
    return skipped + (["not one h1 at the top"] if levels[:1] != [1] or levels.count(1) != 1 else [])


def reached_by_tab(browser: Browser, presses: int) -> tuple[set[int], list[int]]:
    """Which controls the Tab key reaches, by number, and which of them do not show that they have the focus."""
    reached, unseen = set(), []
    for _ in range(presses):
        browser.press("Tab", 9)
        at, seen = browser.evaluate(REACHED)
        reached.add(at)
        unseen += [] if seen or at < 0 else [at]
    return reached, unseen


def ask_axe(browser: Browser) -> dict[str, str]:
    """What axe-core finds, by the name of its rule, with the first element."""
    if not AXE.is_file():
        pytest.skip("no axe-core here: npm install --no-save --prefix out axe-core")
    browser.evaluate(f"{AXE.read_text(encoding='utf8')}; 0")
    return browser.evaluate("axe.run(document).then(r => Object.fromEntries(r.violations.map(v => [v.id, v.nodes[0].html])))")


def test_nothing_is_fetched(page: Browser) -> None:
    assert len(page.told("Network.requestWillBeSent")) == 1
    assert requests_beside_the_page(page) == []
    remote = "[...document.querySelectorAll('[src], link, object, embed, iframe, script')].map(e => e.outerHTML)"
    assert page.evaluate(remote) == []


def test_no_script_or_style_goes_wrong(page: Browser) -> None:
    assert faults_told(page) == []


def test_nothing_makes_the_page_scroll_sideways(page: Browser) -> None:
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0, page.evaluate(TOO_WIDE)
    assert page.evaluate("innerWidth") in WIDTHS


def test_one_main_heading_and_no_level_is_skipped(page: Browser) -> None:
    assert len(page.evaluate(HEADINGS)) > 12
    assert heading_faults(page) == []


def test_every_link_inside_the_page_has_its_target(page: Browser) -> None:
    assert page.evaluate("document.querySelectorAll('sup.fn a[href^=\"#fn\"]').length") > 20
    assert page.evaluate(DEAD_LINKS) == []


def test_every_picture_says_in_words_what_it_shows(page: Browser) -> None:
    assert page.evaluate("document.querySelectorAll('svg.map').length") == 1
    assert page.evaluate(NAMELESS_PICTURES) == []


def test_the_language_is_told(page: Browser) -> None:
    assert page.evaluate("document.documentElement.lang") == "en"


def test_the_keyboard_reaches_every_link_and_fold_and_the_focus_shows(browser: Browser, written: dict[str, Path]) -> None:
    browser.open(written[REPORTS[0]], 1280)
    controls = browser.evaluate(f"{CONTROLS}.length")
    reached, unseen = reached_by_tab(browser, controls)
    assert controls > 60
    assert set(range(controls)) - reached == set()
    assert unseen == []


def test_a_fold_opens_with_the_enter_key(browser: Browser, written: dict[str, Path]) -> None:
    browser.open(written[REPORTS[0]], 1280)
    browser.evaluate("document.querySelector('summary').focus()")
    browser.press("Enter", 13)
    assert browser.evaluate("document.querySelector('details').open") is True


def test_a_footnote_is_shown_where_its_number_is_followed(browser: Browser, written: dict[str, Path]) -> None:
    browser.open(written[REPORTS[0]], 390)
    browser.evaluate("document.querySelector('sup.fn a').focus()")
    browser.press("Enter", 13)
    top, height = browser.evaluate("(() => { const box = document.querySelector(':target').getBoundingClientRect(); return [box.top, innerHeight] })()")
    bar = browser.evaluate("document.querySelector('.bar').getBoundingClientRect().bottom")
    assert bar <= top < height


@pytest.mark.parametrize("name", REPORTS)
def test_every_printed_page_says_that_nobody_has_reviewed_it(name: str, browser: Browser, written: dict[str, Path]) -> None:
    browser.open(written[name], 1280)
    folded = browser.evaluate("document.querySelector('details:not([open]) li li').firstChild.textContent")
    sheets = [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(browser.print_pdf())).pages]
    assert len(sheets) > 2
    assert [number for number, words in enumerate(sheets, 1) if "unreviewed" not in words] == []
    assert any(folded in words for words in sheets), "what is folded on the screen is printed"


def test_axe_finds_nothing_that_keeps_a_reader_out(page: Browser) -> None:
    assert ask_axe(page) == {}


def test_axe_finds_what_is_wrong_with_a_page(spoiled: Browser) -> None:
    assert {"html-has-lang", "image-alt"} <= set(ask_axe(spoiled))


def test_the_tests_see_what_is_wrong_with_a_page(spoiled: Browser) -> None:
    assert spoiled.evaluate(HEADINGS) == [1, 3, 1]
    assert heading_faults(spoiled) == ["h1 before h3", "not one h1 at the top"]
    assert requests_beside_the_page(spoiled) == ["https://pictures.example/x.png"]
    assert spoiled.evaluate(DEAD_LINKS) == ["gone"]
    assert len(spoiled.evaluate(NAMELESS_PICTURES)) == 2
    assert any("Uncaught" in fault for fault in faults_told(spoiled))
    assert spoiled.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 1000
    assert spoiled.evaluate("document.documentElement.lang") == ""
