"""The worked example of the design, line by line, on the page that it was written for, where that page lies beside the checkout.

The page and its words stay outside the repository: claims are found by their class and their numbers, names by the design's own text.
"""

import datetime as dt
import re
from pathlib import Path

import msgspec
import pytest

from sayso.documents import Origin, read_text
from sayso.gazetteer import Gazetteer
from sayso.model.records import Record
from sayso.model.situation import ControlState
from sayso.model.views import LedgerView
from sayso.pipeline import TrainedReader, view_records
from sayso.reading.network import load_network
from tests.expectations.claim_fields import is_place
from tests.expectations.day import state_of
from tests.expectations.page import read_pages
from tests.expectations.published import published_outputs, readable
from tests.expectations.selection import claims_of, counted, roles, the_claim
from tests.expectations.wording import overlaps, stands_in

SHARED = Path(__file__).parents[2] / "shared"
PAGES = sorted((SHARED / "seed").glob("*.txt"))
TOWN = "Maarat al-Numan"
DAY = dt.date(2020, 1, 28)

pytestmark = pytest.mark.skipif(not PAGES, reason="the page of the worked example is not beside this checkout (../shared/seed)")


@pytest.fixture(scope="module")
def record(full_gazetteer: Gazetteer) -> Record:
    return read_pages(PAGES, full_gazetteer, published=DAY)[0]


@pytest.fixture(scope="module")
def undated(full_gazetteer: Gazetteer) -> Record:
    return read_pages(PAGES, full_gazetteer)[0]


@pytest.fixture(scope="module")
def view(record: Record) -> LedgerView:
    return view_records([record])


@pytest.fixture(scope="module")
def state(view: LedgerView, full_gazetteer: Gazetteer) -> ControlState:
    found = state_of(TOWN, view, full_gazetteer)
    assert found, "the town has no state of control"
    return found


@pytest.fixture(scope="module")
def private_surnames() -> tuple[str, str]:
    """The two private persons whose words the page brings: the activist, then the displaced man."""
    named = re.search(r"(\w+)'s and (\w+)'s words as theirs", (SHARED / "DESIGN.md").read_text(encoding="utf8"))
    assert named, "the design names the two private persons"
    return named[1], named[2]


class TestPage:
    def test_the_outlet_is_the_one_that_the_page_names_itself(self, record: Record) -> None:
        assert record.publisher == "Middle East Eye"

    def test_the_text_is_the_input_unchanged_and_every_span_its_wording(self, record: Record) -> None:
        assert record.text == PAGES[0].read_text(encoding="utf8")
        assert all(record.text[c.start : c.end] == c.evidence for c in record.claims)

    @pytest.mark.parametrize("kind", ["navigation", "title", "standfirst", "heading", "caption", "pull_quote", "promotion", "licence"])
    def test_the_page_has_such_a_block(self, kind: str, record: Record) -> None:
        assert [b for b in record.blocks if b.kind == kind]

    def test_captions_keep_their_credits_and_the_day_that_they_print(self, record: Record) -> None:
        captions = [(b.credit, b.date) for b in record.blocks if b.kind == "caption"]
        assert captions == [("Reuters", None), ("AFP", DAY), ("AFP", DAY)]

    def test_pull_quotes_and_the_second_caption_repeat_other_words(self, record: Record) -> None:
        assert all(b.repeats for b in record.blocks if b.kind == "pull_quote")
        assert [b.repeats is not None for b in record.blocks if b.kind == "caption"] == [False, False, True]

    def test_no_claim_comes_from_menus_promotion_or_licence(self, record: Record) -> None:
        unread = [(b.start, b.end) for b in record.blocks if b.kind in ("navigation", "promotion", "licence")]
        assert [c.evidence for c in record.claims if any(overlaps((c.start, c.end), u) for u in unread)] == []


class TestControl:
    def test_the_town_is_disputed_between_accounts(self, state: ControlState) -> None:
        assert state.label == "disputed between accounts"

    def test_one_account_is_captured_whole_on_the_word_of_some_sources(self, record: Record, state: ControlState) -> None:
        claim = the_claim([c for c in claims_of(record, "control") if c.control and (c.control.transition, c.control.extent) == ("captured", "whole")])
        assert claim.source
        assert claim.source.kind == "unspecified"
        assert [a for a in state.accounts if claim.id in a.claims and (a.transition, a.extent) == ("captured", "whole")]

    def test_another_is_fighting_in_the_western_outskirts_on_the_word_of_others(self, record: Record, state: ControlState) -> None:
        claim = the_claim([c for c in claims_of(record, "battle") if any("western outskirts" in (p.relation or "") for p in c.places)])
        assert claim.status == "ongoing"
        assert claim.source
        assert claim.source.kind == "unspecified"
        assert [a for a in state.accounts if claim.id in a.claims and a.extent == "outskirts"]

    def test_the_counterattack_is_a_claim_of_its_own(self, record: Record) -> None:
        assert [c for c in claims_of(record, "battle") if "counter" in c.evidence and c.source and c.source.kind == "unspecified"]

    def test_entered_is_the_papers_own_and_sides_with_neither(self, record: Record, state: ControlState) -> None:
        entered = [c for c in claims_of(record, "control") if c.control and c.control.transition == "entered"]
        assert the_claim(entered).source is None
        sides = [a for a in state.accounts if (a.transition, a.extent) == ("captured", "whole") or a.extent == "outskirts"]
        assert len(sides) >= 2
        assert not {c.id for c in entered} & {c for a in sides for c in a.claims}

    def test_pro_government_forces_are_not_narrowed_to_one_army(self, record: Record) -> None:
        entered = the_claim([c for c in claims_of(record, "control") if c.control and c.control.transition == "entered"])
        assert entered.control
        assert entered.control.holder
        assert "Arab Army" not in entered.control.holder

    def test_hts_holds_most_of_the_province(self, record: Record) -> None:
        holds = the_claim([c for c in claims_of(record, "control") if c.control and c.control.transition == "holds" and "controls Idlib" in c.evidence])
        assert holds.control
        assert holds.control.holder == "Hay'at Tahrir al-Sham"
        assert holds.control.extent != "whole"
        assert [p for p in holds.places if (p.place_id or "").startswith("admin1:SY") and p.name and "Idlib" in p.name]


class TestDisplacement:
    def test_120_000_is_a_flow_of_12_days_on_the_observatorys_word(self, record: Record) -> None:
        claim = the_claim(claims_of(record, "displacement", low=120_000))
        assert [(f.low, f.high, f.kind, f.measure, f.unit, f.assumed) for f in claim.figures] == [(120_000, 120_000, "flow", "displaced", "people", False)]
        assert claim.time
        assert (claim.time.start, claim.time.end) == (dt.date(2020, 1, 17), DAY)
        assert claim.source
        assert (claim.source.name, claim.source.kind) == ("Syrian Observatory for Human Rights", "monitor")

    def test_120_000_fled_from_the_countryside_of_both_provinces(self, record: Record) -> None:
        claim = the_claim(claims_of(record, "displacement", low=120_000))
        assert {p.text for p in claim.places} == {"Idlib", "Aleppo"}
        assert all("countryside" in (p.relation or "") for p in claim.places)

    def test_120_000_is_counted_for_its_own_period(self, record: Record, view: LedgerView) -> None:
        claim = the_claim(claims_of(record, "displacement", low=120_000))
        total = next(t for t in view.situation.displacement if claim.id in t.claims)
        assert (total.low, total.high, total.kind) == (120_000, 120_000, "flow")
        assert (total.period.start, total.period.end) == (dt.date(2020, 1, 17), DAY)
        assert total.sources == ("Syrian Observatory for Human Rights",)

    def test_hundreds_of_thousands_is_a_convention_of_words_in_recent_weeks_towards_the_border(self, record: Record) -> None:
        claim = the_claim(claims_of(record, "displacement", low=200_000))
        assert [(f.low, f.high, f.kind, f.assumed) for f in claim.figures] == [(200_000, 999_999, "flow", True)]
        assert claim.time
        assert (claim.time.start, claim.time.end) == (dt.date(2020, 1, 1), DAY)
        assert claim.source is None
        assert [p for p in claim.places if "border" in p.text.casefold() and p.role in ("to", "towards")]

    def test_thousands_fled_on_monday_from_two_towns_northwards(self, record: Record) -> None:
        claim = the_claim([c for c in claims_of(record, "displacement", low=2_000) if c.time])
        assert [(f.low, f.high, f.assumed) for f in claim.figures] == [(2_000, 9_999, True)]
        assert claim.time
        assert (claim.time.start, claim.time.end) == (dt.date(2020, 1, 27), dt.date(2020, 1, 27))
        assert roles(claim) == {"Ariha": "from", "Saraqeb": "from"}
        assert {p.country for p in claim.places} == {"SY"}
        assert "north" in msgspec.json.encode(claim).decode()

    def test_3_5_million_is_a_stock_of_refugees_in_turkey(self, record: Record) -> None:
        claim = the_claim(claims_of(record, "displacement", low=3_500_000))
        assert [(f.high, f.kind, f.population, f.assumed) for f in claim.figures] == [(3_500_000, "stock", "refugee", False)]
        assert [p.country for p in claim.places] == ["TR"]

    def test_refugees_stay_apart_from_the_internally_displaced(self, record: Record, view: LedgerView) -> None:
        claim = the_claim(claims_of(record, "displacement", low=3_500_000))
        assert {(t.kind, t.population, t.low, t.high) for t in view.situation.displacement if claim.id in t.claims} == {("stock", "refugee", 3_500_000, 3_500_000)}

    def test_millions_more_are_feared_and_never_counted(self, record: Record, view: LedgerView) -> None:
        claim = the_claim(claims_of(record, "displacement", low=2_000_000))
        assert claim.status == "expected"
        assert all(f.assumed for f in claim.figures)
        assert claim.id not in counted(view)

    def test_words_are_never_counted_as_numbers(self, record: Record, view: LedgerView) -> None:
        assumed = {c.id for c in record.claims if c.figures and all(f.assumed for f in c.figures)}
        assert len(assumed) >= 3
        assert not assumed & counted(view)

    def test_no_stock_of_internally_displaced_is_derived(self, view: LedgerView) -> None:
        stocks = [t for t in view.situation.displacement if t.kind == "stock" and t.population != "refugee"]
        assert [(t.low, t.high) for t in stocks if (t.low, t.high) != (None, None)] == []


class TestForces:
    def test_a_new_post_stands_in_an_area_south_of_the_town_since_tuesday(self, record: Record) -> None:
        claim = the_claim([c for c in claims_of(record, "deployment") if any("south of" in (p.relation or "") for p in c.places)])
        place = next(p for p in claim.places if p.relation and "south of" in p.relation)
        assert place.text == "Saraqeb"
        assert place.geometry, "an area, not the town's point"
        assert claim.time
        assert (claim.time.start, claim.time.end) == (DAY, DAY)
        assert [a for a in claim.actors if a.role == "agent" and re.search("Turk", a.name)]

    def test_the_defence_ministry_threatens(self, record: Record) -> None:
        claim = the_claim(claims_of(record, "threat"))
        assert claim.status == "happened"
        assert claim.source
        assert claim.source.kind == "official"
        assert re.search("defence|defense", claim.source.name, re.IGNORECASE)

    def test_russia_backs_the_offensive(self, record: Record) -> None:
        backed = [c for c in claims_of(record, "battle", "deployment") if any("Russia" in a.name for a in c.actors)]
        assert [c for c in backed if "backing" in c.evidence]


class TestHarm:
    def test_homes_are_destroyed_reportedly(self, record: Record, full_gazetteer: Gazetteer) -> None:
        damage = [c for c in claims_of(record, "damage") if any(p.place_id and is_place(TOWN, p.place_id, full_gazetteer) for p in c.places)]
        assert the_claim([c for c in damage if c.hedged]).source is None or {c.source.kind for c in damage if c.source} == {"unspecified"}

    def test_the_displaced_mans_home_is_destroyed_nobody_says_where_or_by_what(self, record: Record, private_surnames: tuple[str, str]) -> None:
        claim = the_claim([c for c in claims_of(record, "damage") if private_surnames[1] in c.evidence])
        assert (claim.places, claim.time, claim.source, claim.hedged) == ((), None, None, False)
        assert [a.name for a in claim.actors if a.role == "agent"] == []

    def test_his_father_is_killed_nobody_says_where_or_by_what(self, record: Record) -> None:
        claim = the_claim([c for c in claims_of(record, "casualties", "violence") if "father" in c.evidence])
        assert (claim.places, claim.time, claim.source) == ((), None, None)
        assert [a.name for a in claim.actors if a.role == "agent"] == []

    @pytest.mark.parametrize("lacking", ["water", "expensive"])
    def test_prices_and_water_are_needs_on_the_displaced_mans_word(self, lacking: str, record: Record, private_surnames: tuple[str, str]) -> None:
        need = the_claim([c for c in claims_of(record, "need") if lacking in c.evidence])
        assert need.source
        assert need.source.kind == "witness"
        assert private_surnames[1] in need.source.name


class TestSpeakers:
    @pytest.mark.parametrize("person", [0, 1])
    def test_words_of_the_two_private_persons_are_theirs(self, person: int, record: Record, private_surnames: tuple[str, str]) -> None:
        theirs = [a for a in record.attributions if a.direct and private_surnames[person] in (a.source_name or "")]
        assert {a.source_kind for a in theirs} == {"witness"}

    def test_the_fighter_stays_unnamed(self, record: Record) -> None:
        theirs = [a for a in record.attributions if any("fighter" in record.text[s:e] for s, e in a.source)]
        assert len([a for a in theirs if a.direct]) >= 1
        assert {a.source_kind for a in theirs} == {"anonymous"}
        assert all(a.source_name and not re.search(r"[A-Z][a-z]+ [A-Z]", a.source_name) for a in theirs)

    def test_private_names_stand_in_nothing_published(self, view: LedgerView, private_surnames: tuple[str, str]) -> None:
        for name, output in published_outputs(view).items():
            assert output, f"{name} is empty"
            assert [p for p in private_surnames if stands_in(p, readable(output))] == [], f"{name} names a private person"

    def test_the_record_marks_both_as_private(self, view: LedgerView, private_surnames: tuple[str, str]) -> None:
        marked = " ".join(view.articles[0].private_names)
        assert [p for p in private_surnames if p not in marked] == []


class TestWords:
    @pytest.mark.parametrize(("capital", "government"), [("Damascus", "Syria"), ("Ankara", "Turk")])
    def test_capitals_that_act_are_governments(self, capital: str, government: str, record: Record) -> None:
        for found in re.finditer(capital, record.text):
            actors = [a.name or "" for a in record.mentions.actors if overlaps((a.start, a.end), found.span())]
            assert [n for n in actors if government in n and "overnment" in n], f"{actors} at {found.span()}"
            assert [c.evidence for c in record.claims for p in c.places if overlaps((p.start, p.end), found.span())] == []

    @pytest.mark.parametrize("capital", ["Damascus", "Ankara"])
    def test_capitals_where_things_happen_are_towns(self, capital: str, full_gazetteer: Gazetteer) -> None:
        text = f"A car bomb went off in {capital} on Monday and killed nine people, residents said."
        reading = TrainedReader(full_gazetteer, load_network()).read(read_text(text, origin=Origin(name="made")))
        assert {(p.text, p.name) for c in reading.claims for p in c.places} == {(capital, capital)}

    def test_both_spellings_are_one_town(self, record: Record) -> None:
        mentions = [p for p in record.mentions.places if p.text.startswith("Maar")]
        assert len({p.text for p in mentions}) == 2
        assert len({p.place_id for p in mentions}) == 1
        assert mentions[0].place_id

    @pytest.mark.parametrize("words", ["Syrian revolution", "Turkey Unpacked", "Middle East"])
    def test_these_words_are_the_place_of_no_claim(self, words: str, record: Record) -> None:
        spans = [m.span() for m in re.finditer(words, record.text)]
        assert spans
        assert [c.evidence for c in record.claims for p in c.places if any(overlaps((p.start, p.end), s) for s in spans)] == []


class TestWithoutDate:
    def test_the_candidates_are_the_years_in_which_day_and_weekday_meet(self, undated: Record) -> None:
        assert [c.date for c in undated.published.candidates] == [dt.date(2014, 1, 28), dt.date(2020, 1, 28), dt.date(2025, 1, 28)]
        assert all(c.why for c in undated.published.candidates)

    def test_no_day_is_resolved(self, undated: Record) -> None:
        assert undated.published.basis in ("inferred", "unknown")
        assert (undated.published.start, undated.published.end, undated.published.day) == (None, None, None)
        assert [c.time.text for c in undated.claims if c.time] == []
        assert [b.date for b in undated.blocks if b.date] == []

    def test_the_claims_are_the_same_but_for_their_times(self, record: Record, undated: Record) -> None:
        def timeless(r: Record) -> list[tuple[int, int, str]]:
            return [(c.start, c.end, c.event) for c in r.claims]

        assert timeless(record) == timeless(undated)
