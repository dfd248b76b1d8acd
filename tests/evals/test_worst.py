"""What is printed of claims that were read badly: what misleads first, then what is missed, made up or wrong in a slot."""

from types import SimpleNamespace

from evals.worst import KINDS, list_cases

TEXT = "Shells hit Aris. People fled. Nothing else."


def claim(start, end, event="strike", **slots):
    return {"start": start, "end": end, "event": event, "status": "happened", "source": None, "score": 0.5, "places": []} | slots


def scorer_of(*pairs):
    return SimpleNamespace(assign=lambda gold, read: pairs, STRICT=("places",), SLOTS={"places": lambda g, s: g["places"] == s["places"]})


def kinds(gold, read, *pairs):
    return [case.kind for case in list_cases(scorer_of(*pairs), "one", TEXT, gold, read)]


def test_a_claim_that_is_right_is_no_case():
    gold, read = claim(0, 16), claim(0, 16)
    assert kinds([gold], [read], (gold, read)) == []


def test_every_way_to_be_wrong_has_its_kind():
    assert kinds([claim(0, 16)], []) == ["missed"]
    assert kinds([], [claim(0, 16)]) == ["extra"]
    gold, read = claim(0, 16), claim(0, 16, event="battle")
    assert kinds([gold], [read], (gold, read)) == ["class"]
    gold, read = claim(0, 16, places=[{"text": "Aris"}]), claim(0, 16)
    assert kinds([gold], [read], (gold, read)) == ["slots"]


def test_what_misleads_is_grave():
    feared, told = claim(17, 29, "displacement", status="expected"), claim(17, 29, "displacement")
    sourced, bare = claim(0, 16, source={"text": "a medic"}), claim(0, 16)
    assert kinds([feared, sourced], [told, bare], (feared, told), (sourced, bare)) == ["grave", "grave"]


def test_grave_cases_come_first():
    assert KINDS[0] == "grave"
