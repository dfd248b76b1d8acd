"""What passes protection names no private person and no site, tells nothing too finely or too early, and counts what it keeps back."""

import datetime as dt

import msgspec
import pytest

from sayso.model.views import LedgerView
from sayso.outputs.exports import EXPORTS, export_view
from sayso.outputs.protection import ProtectedView, _is_of_outlet, clean_words, protect
from sayso.outputs.report import write_report_html, write_report_markdown

NEVER = ("Feradani", "Qasim", "Willan", "Shifa", "Nahda", "raped", "florist", "My home is gone", "/data/reports", "javascript:", "south of Saraqeb", "convoy", "Tall Zahra", "three children", "Four men", "4 detained")


def published(view: LedgerView) -> dict[str, str]:
    made = {"html": write_report_html(view, "public"), "markdown": write_report_markdown(view, "public")}
    return made | {f"{name} {what}": export_view(view, name, what, "public") for name, kinds in EXPORTS.items() for what in kinds}


@pytest.fixture(scope="module")
def protected(idlib_view: LedgerView) -> ProtectedView:
    return protect(idlib_view, "public")


def test_no_published_output_holds_what_must_be_kept_back(idlib_view: LedgerView) -> None:
    for name, text in published(idlib_view).items():
        assert [word for word in NEVER if word.casefold() in text.casefold()] == [], name


def test_the_internal_form_keeps_the_words(idlib_view: LedgerView) -> None:
    internal = export_view(idlib_view, "jsonl", "claims", "internal")
    assert all(word in internal for word in ("Qasim Feradani", "Al-Shifa Hospital", "raped"))


def test_claims_are_withheld_retold_or_untouched(idlib_view: LedgerView, protected: ProtectedView) -> None:
    told = {f.claim.id: f.claim for f in protected.view.claims}
    before = {f.claim.id: f.claim for f in idlib_view.claims}
    assert before.keys() - told.keys() == {"c10", "c15"}
    assert protected.retold == {"c06", "c07", "c09", "c12", "c13", "c20"}
    assert all(told[i] == before[i] for i in told.keys() - protected.retold)
    assert all((told[i].start, told[i].end, told[i].why) == (0, 0, ()) for i in protected.retold)


def test_a_witness_is_told_by_role_and_outlet(protected: ProtectedView) -> None:
    (filed,) = [f for f in protected.view.claims if f.claim.id == "c06"]
    assert filed.claimant == "a displaced person, told to Orontes Courier"
    assert filed.claim.evidence == "Damage to homes or other property in Idlib Province (1 house), according to a displaced person."


def test_a_site_loses_its_name_and_point_and_the_children_their_count(protected: ProtectedView) -> None:
    (claim,) = [f.claim for f in protected.view.claims if f.claim.id == "c07"]
    assert [(p.name, p.lat, p.lon, p.geo_precision) for p in claim.places] == [("Idlib Province", None, None, 3)]
    assert [(f.low, f.counts) for f in claim.figures] == [(11, None)]


def test_events_and_totals_tell_no_more_than_their_claims(protected: ProtectedView) -> None:
    events = {e.event_id: e for e in protected.view.events}
    assert events.keys() == {f"e{i}" for i in range(1, 17)} - {"e7", "e12"}
    assert [(p.name, p.lat) for p in events["e6"].places] == [("Idlib Province", None)]
    assert [(p.name, p.lat) for p in events["e2"].places] == [("Ariha", 35.8137)], "other claims still tell of the town"
    assert [t.measure for t in protected.view.situation.casualties] == ["killed"], "a total of four detainees is left out"
    known = {f.claim.id for f in protected.view.claims}
    assert all(set(e.claims) <= known and all(set(a.claims) <= known for a in e.accounts) for e in events.values())


def test_what_is_kept_back_is_counted_with_its_reason(protected: ProtectedView) -> None:
    left_out = {k.why: k.count for k in protected.kept_back if k.left_out}
    assert left_out == {
        "deployments are published 72 hours after the day told, not before": 1,
        "sexual violence is left out of published outputs": 1,
        "totals of a few minors or detainees are not published": 1,
        "a title that names a private person, a site or what is kept back is not published": 1,
    }
    claims = sum(k.count for k in protected.kept_back if "title" not in k.why and "totals" not in k.why)
    assert claims == len(protected.retold) + 2


def test_a_deployment_is_published_once_72_hours_have_passed(idlib_view: LedgerView) -> None:
    later = msgspec.structs.replace(idlib_view, as_of=dt.date(2020, 2, 3))
    assert "c10" in {f.claim.id for f in protect(later, "public").view.claims}


def test_protection_does_not_depend_on_the_order_of_claims(idlib_view: LedgerView, protected: ProtectedView) -> None:
    turned = protect(msgspec.structs.replace(idlib_view, claims=idlib_view.claims[::-1]), "public")
    assert turned.view.claims == protected.view.claims[::-1]
    assert (turned.retold, turned.kept_back, turned.view.events) == (protected.retold, protected.kept_back, protected.view.events)


def test_what_is_protected_once_stays_as_it_is(protected: ProtectedView) -> None:
    twice = protect(protected.view, "public")
    assert [f.claim.id for f in twice.view.claims] == [f.claim.id for f in protected.view.claims]
    assert {f.claim.id: f.claim.places for f in twice.view.claims} == {f.claim.id: f.claim.places for f in protected.view.claims}


def test_words_are_cleaned_for_the_public_alone(idlib_view):
    words = "Qasim Feradani fled Al-Shifa Hospital."
    cleaned = clean_words(idlib_view, "public")(words)
    assert "Feradani" not in cleaned
    assert "Al-Shifa" not in cleaned
    assert clean_words(idlib_view, "internal")(words) == words


def test_part_of_an_outlets_name_is_no_private_name_unless_a_given_name_is_in_it():
    outlets = [" relief desk bulletin ", " salim darwan weekly "]
    assert _is_of_outlet("Relief Desk", outlets)
    assert not _is_of_outlet("Salim Darwan", outlets)
    assert not _is_of_outlet("Desk Relief", outlets)
