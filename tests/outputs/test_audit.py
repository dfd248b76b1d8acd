"""What may not go out is found in whatever was written; what passed protection is clean."""

import pytest

from sayso.model.forgotten import Forgotten, digest_with
from sayso.outputs.audit import Leak, Watch
from sayso.outputs.erasure import folded_name
from sayso.outputs.exports import EXPORTS, export_view
from sayso.outputs.report import write_report_html, write_report_markdown

NOTHING = Forgotten()


@pytest.fixture(scope="module")
def watch(idlib_view) -> Watch:
    return Watch(idlib_view, idlib_view, "public", NOTHING)


def found(watch: Watch, words: str, name: str = "out.txt") -> set[str]:
    return {leak.what for leak in watch.leaks_in(name, words.encode()) if isinstance(leak, Leak)}


def test_everything_that_passed_protection_is_clean(idlib_view, watch):
    written = [write_report_html(idlib_view, "public"), write_report_markdown(idlib_view, "public")]
    written += [export_view(idlib_view, form, what, "public") for form, kinds in EXPORTS.items() for what in kinds]
    assert [found(watch, words) for words in written] == [set()] * len(written)


def test_an_internal_export_is_not(idlib_view, watch):
    told = found(watch, export_view(idlib_view, "jsonl", "claims", "internal"))
    assert told == {
        "the name of a private person", "the name of a site that shelters or treats people",
        "the point of a place that is told for its area only", "words of a claim that is kept back or told otherwise",
    }  # fmt: skip


LEAKS = {
    "a florist called FERADANI": "the name of a private person",
    "hit Al-Shifa Hospital": "the name of a site that shelters or treats people",
    "he said my home is gone and my father is dead": "words of a claim that is kept back or told otherwise",
}


@pytest.mark.parametrize(("words", "what"), LEAKS.items(), ids=LEAKS)
def test_what_a_person_typed_by_hand_is_found(watch, words, what):
    assert found(watch, words) == {what}


def test_the_name_of_a_file_is_searched(watch):
    assert found(watch, "nothing", name="interview-feradani.txt") == {"the name of a private person"}


def test_names_that_were_forgotten_are_found_for_every_audience(idlib_view):
    key = b"k" * 32
    forgotten = Forgotten(keys=(key,), persons=frozenset({digest_with(key, folded_name("Nour Qabbani"))}))
    for audience in ("public", "internal"):
        watch = Watch(idlib_view, idlib_view, audience, forgotten)
        assert "the name of somebody who was to be forgotten" in found(watch, "as NOUR QABBANI told")
