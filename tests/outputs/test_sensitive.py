"""Each reason to protect holds for what it is meant for and not for its neighbours."""

import datetime as dt
from typing import Any

import pytest

from sayso.knowledge.protection import load_protection
from sayso.model.claims import Claim, ClaimFigure, ClaimTime, Source
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.outputs.private_names import NameFilter
from sayso.outputs.sensitive import TESTS, Setting, hide_site_names, rulings_on, speaks_of_a_site, speaks_of_few_minors

DAY = dt.date(2020, 1, 30)
SETTING = Setting(DAY, NameFilter(["Qasim Feradani"]), portraits=("a driver who had carried 30 people out",))


def filed(evidence: str, event: Any, *, days_ago: int = 20, kind: Any = None, **more: Any) -> FiledClaim:
    told = DAY - dt.timedelta(days=days_ago)
    source = Source(text="he", span=(0, 1), name="somebody", kind=kind) if kind else None
    time = ClaimTime(text="then", start=told, end=told, span=(0, 1), precision=1)
    claim = Claim(**({"id": "c", "start": 0, "end": len(evidence), "evidence": evidence, "event": event, "time": time, "source": source} | more))
    return FiledClaim(claim=claim, article=ArticleHeader(article_id="a", digest="d"))


def children(low: int) -> ClaimFigure:
    return ClaimFigure(text="children", span=(0, 1), low=low, high=low, measure="killed", unit="people", counts="children")


@pytest.mark.parametrize(
    ("claim", "reasons"),
    [
        (filed("Shells fell on the town.", "strike"), set()),
        (filed("Guards raped women in the cells.", "violence"), {"sexual_violence"}),
        (filed("Troops set up a post near the road.", "deployment"), {"deployment"}),
        (filed("Troops set up a post near the road.", "deployment", days_ago=3), {"deployment", "deployment_recent"}),
        (filed("Troops set up a post near the road.", "deployment", days_ago=4), {"deployment"}),
        (filed("A convoy of families left on the highway.", "displacement", days_ago=1), {"column", "column_recent"}),
        (filed("Some 90,000 people left their homes.", "displacement", days_ago=1), set()),
        (filed("Five men were arrested.", "detention"), {"detention"}),
        (filed("Shelling killed a boy.", "strike"), {"minors", "minors_only"}),
        (filed("Shelling killed 11, three children among them.", "strike", figures=(ClaimFigure(text="11", span=(0, 1), low=11, high=11, measure="killed", unit="people"), children(3))), {"minors"}),
        (filed("About 4,000 children are out of class.", "need", figures=(children(4000),)), set()),
        (filed("The clinic was hit.", "strike"), {"site"}),
        (filed("Hospitals are full.", "need"), set()),
        (filed("Smoke rose.", "strike", kind="witness"), {"witness"}),
        (filed("Smoke rose.", "strike", kind="official"), set()),
        (filed("We lost our house.", "damage"), {"first_person", "own_fate"}),
        (filed("“We hold the town,” it said.", "control", kind="armed_group"), set()),
        (filed("“The road was empty all night,” read a message.", "battle"), {"unknown_speaker"}),
        (filed("The “safe zone” was shelled.", "strike"), set()),
        (filed("“The road was empty all night,” the army said.", "battle", kind="official"), set()),
        (filed("who had carried 30 people out,", "aid"), {"portrait"}),
        (filed("Feradani’s home was burnt.", "damage"), {"private_name", "own_fate"}),
    ],
)  # fmt: skip
def test_reasons_to_protect(claim: FiledClaim, reasons: set[str]) -> None:
    assert {reason for reason, _ in rulings_on(claim, SETTING)} == reasons


def test_a_claim_without_any_day_counts_as_recent() -> None:
    claim = filed("Troops set up a post.", "deployment", time=None)
    assert ("deployment_recent", "withhold") in rulings_on(claim, SETTING)


def test_every_reason_has_its_sentence() -> None:
    assert {reason for reason, _, _ in TESTS} | {"title", "small_count"} == set(load_protection().reasons)


@pytest.mark.parametrize(
    ("words", "is_site"),
    [
        ("the field hospital", True), ("near Al-Safa camp", True), ("a school that sheltered families", True), ("مستشفى البلدة", True),
        ("a military camp", False), ("Wadi Military Camp", False), ("people need shelter", False), ("schools stayed shut", False),
    ],
)  # fmt: skip
def test_sites_in_the_singular_or_by_name(words: str, is_site: bool) -> None:
    assert speaks_of_a_site(words) is is_site


def test_named_sites_are_told_by_type() -> None:
    assert hide_site_names("hit the al-Safa hospital and Nahda Camp") == "hit a hospital and a camp"


@pytest.mark.parametrize(("words", "few"), [("a girl aged 9", True), ("his young children", True), ("a 15-year-old", True), ("aged 45", False), ("women and children", False), ("1,200 children", False)])
def test_few_minors(words: str, few: bool) -> None:
    assert speaks_of_few_minors(words) is few
