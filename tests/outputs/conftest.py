"""A ledger view written by hand: invented reports on real towns, with two private persons, a hospital, a convoy and rival accounts."""

import datetime as dt
from typing import Any

import pytest

from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Control, Source
from sayso.model.events import Account, ArticleHeader, Contradiction, Event, EventPlace, EventTime, FiledClaim, Update
from sayso.model.situation import Condition, ControlAccount, ControlState, LeftOut, Period, Situation, Total
from sayso.model.views import LedgerView, UnreadDocument

TOWNS: dict[str, tuple[str, str | None, float | None, float | None]] = {
    "Saraqeb": ("geonames:1", "Idlib", 35.8644, 36.8058),
    "Maarat al-Numan": ("geonames:2", "Idlib", 35.6483, 36.6769),
    "Ariha": ("geonames:3", "Idlib", 35.8137, 36.6096),
    "Idlib": ("geonames:4", "Idlib", 35.9306, 36.6339),
    "Khan Touman": ("geonames:5", "Aleppo", 36.1167, 37.05),
    "Idlib Province": ("admin1:SY.12", "Idlib", 35.78, 36.68),
    "Aleppo Province": ("admin1:SY.09", "Aleppo", 36.23, 37.60),
    "Tall Zahra": ("geonames:9", "Idlib", 35.77, 36.70),
    "Nahda camp": ("sayso:nahda", "Idlib", 36.2, 36.55),
}


def place(name: str, **more: Any) -> ClaimPlace:
    place_id, admin1, lat, lon = TOWNS[name]
    return ClaimPlace(**({"start": 0, "end": len(name), "text": name, "name": name, "place_id": place_id, "country": "SY", "admin1": admin1, "lat": lat, "lon": lon, "geo_precision": 1, "where_prec": 1, "score": 0.9} | more))


def day(number: int) -> dt.date:
    return dt.date(2020, 1, number)


def when(start: int, end: int | None = None) -> ClaimTime:
    return ClaimTime(text=f"day {start}", start=day(start), end=day(end or start), span=(0, 1), precision=1 if end is None else 2)


def source(name: str, kind: Any, text: str | None = None, chain: tuple[str, ...] = ()) -> Source:
    return Source(text=text or name, span=(0, 1), name=name, kind=kind, chain=chain)


def figure(low: int | None, high: int | None, measure: Any, **more: Any) -> ClaimFigure:
    return ClaimFigure(**({"text": f"{low} people", "span": (0, 1), "low": low, "high": high, "measure": measure, "unit": "people"} | more))


def actor(name: str, role: Any) -> ClaimActor:
    return ClaimActor(text=name, span=(0, 1), role=role, name=name)


COURIER = ArticleHeader(
    article_id="/data/reports/courier-28.html", digest="d1", publisher="Orontes Courier", url="https://courier.example/28/qasim-feradani-lost-home",
    title="Feradani: “We have nothing left”", published=day(28), private_names=("Feradani", "Qasim Feradani"),
)  # fmt: skip
HERALD = ArticleHeader(article_id="herald-29", digest="d2", publisher="Capital Herald", url="https://herald.example/29", title="Army announces capture of <Maarat al-Numan>", published=day(29))
RELIEF = ArticleHeader(article_id="relief-30", digest="d3", publisher="Field Relief Note", url="javascript:alert(1)", title="أرقام النزوح في إدلب", published=day(30), private_names=("Hope Willan",))

FORCES, HTS = "Syrian government forces", "Hay’at Tahrir al-Sham"


def _claims() -> list[tuple[ArticleHeader, Claim]]:
    observatory = source("Syrian Observatory for Human Rights", "monitor", chain=("Orontes Courier", "Syrian Observatory for Human Rights"))
    return [
        (COURIER, Claim(id="c01", start=10, end=80, evidence="Government troops took the whole of Maarat al-Numan on Tuesday, the Observatory said.", event="control", places=(place("Maarat al-Numan"),), time=when(28), actors=(actor(FORCES, "agent"),), control=Control(transition="captured", holder=FORCES, extent="whole"), source=observatory, score=0.91, why=("verb: took",))),
        (COURIER, Claim(id="c02", start=81, end=160, evidence="A rebel spokesman said his men were still fighting at the town’s western outskirts.", event="battle", status="ongoing", places=(place("Maarat al-Numan", relation="western outskirts"),), time=when(28), actors=(actor("rebel groups", "agent"), actor(FORCES, "target")), source=source("National Front for Liberation", "armed_group"), score=0.82)),
        (HERALD, Claim(id="c03", start=0, end=70, evidence="The army command announced that it held Maarat al-Numan entirely.", event="control", places=(place("Maarat al-Numan"),), time=when(28), control=Control(transition="captured", holder=FORCES, extent="whole"), source=source("Syrian Army command", "official"), score=0.93)),
        (COURIER, Claim(id="c04", start=200, end=260, evidence="About 120,000 people fled the Idlib and Aleppo countryside in 12 days, the Observatory said.", event="displacement", places=(place("Idlib Province", role="from", relation="countryside", geo_precision=3), place("Aleppo Province", role="from", relation="countryside", geo_precision=3)), time=when(17, 28), figures=(figure(120_000, 120_000, "displaced", kind="flow", quantifier="Approximately", population="idp", scope="period"),), source=observatory, score=0.9)),
        (RELIEF, Claim(id="c05", start=0, end=90, evidence="Between 15 and 29 January some 90,000 people moved north from Idlib.", event="displacement", places=(place("Idlib Province", role="from", geo_precision=3),), time=when(15, 29), figures=(figure(90_000, 90_000, "displaced", kind="flow", population="idp", scope="period"),), source=source("UN OCHA", "un_ngo"), score=0.9)),
        (COURIER, Claim(id="c06", start=300, end=380, evidence="“My home is gone and my father is dead,” said Qasim Feradani, a florist who fled Tall Zahra.", event="damage", places=(place("Tall Zahra"),), figures=(figure(1, 1, "houses", unit="structures"),), source=source("Qasim Feradani", "witness", chain=("Orontes Courier", "Qasim Feradani")), score=0.7, why=("speaker: Feradani",))),
        (COURIER, Claim(id="c07", start=400, end=470, evidence="A missile hit Al-Shifa Hospital in Ariha on Wednesday, killing 11 people including three children.", event="strike", acled_sub_event="Air/drone strike", places=(place("Ariha"),), time=when(22), actors=(actor("Russian Aerospace Forces", "agent"),), figures=(figure(11, 11, "killed", scope="event"), figure(3, 3, "killed", counts="children", part_of=0)), source=source("White Helmets", "monitor"), score=0.88)),
        (HERALD, Claim(id="c08", start=100, end=150, evidence="Moscow denied that its aircraft had bombed Ariha.", event="strike", status="denied", denies="responsibility", places=(place("Ariha"),), time=when(22), actors=(actor("Russian Aerospace Forces", "agent"),), source=source("Government of Russia", "official"), score=0.9)),
        (COURIER, Claim(id="c09", start=500, end=560, evidence="Turkish troops built a post south of Saraqeb.", event="deployment", places=(place("Saraqeb", relation="south of", geo_precision=2),), time=when(23), actors=(actor("Turkish Armed Forces", "agent"),), score=0.85)),
        (COURIER, Claim(id="c10", start=561, end=620, evidence="A convoy of armour reached Tall Zahra at dawn.", event="deployment", places=(place("Tall Zahra"),), time=when(29), actors=(actor("Turkish Armed Forces", "agent"),), score=0.8)),
        (RELIEF, Claim(id="c11", start=91, end=150, evidence="Families need tents, fuel and clean water; hospitals are short of staff.", event="need", status="ongoing", places=(place("Idlib Province", geo_precision=3),), source=source("UN OCHA", "un_ngo"), score=0.8)),
        (RELIEF, Claim(id="c12", start=151, end=200, evidence="Nahda camp took in dozens of families, Hope Willan said.", event="displacement", places=(place("Nahda camp", role="to"),), figures=(figure(24, 99, "displaced", text="dozens", unit="households", assumed=True),), source=source("Hope Willan", "witness"), score=0.75)),
        (HERALD, Claim(id="c13", start=200, end=260, evidence="Four men were arrested in Khan Touman.", event="detention", places=(place("Khan Touman"),), time=when(27), figures=(figure(4, 4, "detained"),), actors=(actor(FORCES, "agent"),), score=0.8)),
        (COURIER, Claim(id="c14", start=700, end=760, evidence="Turkey’s president warned of a response by force.", event="threat", time=when(28), actors=(actor("Government of Turkey", "agent"),), source=source("Government of Turkey", "official"), score=0.9)),
        (COURIER, Claim(id="c15", start=800, end=860, evidence="A woman said guards raped prisoners.", event="violence", acled_sub_event="Sexual violence", places=(place("Khan Touman"),), source=source("a woman", "witness"), score=0.6)),
        (HERALD, Claim(id="c16", start=300, end=360, evidence="=HYPERLINK(\"https://x.example\") is how the paper printed it.", event="aid", places=(place("Idlib"),), time=when(29), score=0.5)),
        (HERALD, Claim(id="c17", start=400, end=460, evidence="The army is expected to move on Saraqeb next.", event="control", status="expected", places=(place("Saraqeb"),), control=Control(transition="captured", holder=FORCES), score=0.7)),
        (RELIEF, Claim(id="c18", start=300, end=360, evidence="Shelling killed at least 14 people in Ariha, the Observatory said.", event="strike", places=(place("Ariha"),), time=when(22), figures=(figure(14, None, "killed", quantifier="More than", scope="event"),), source=observatory, score=0.85)),
        (RELIEF, Claim(id="c19", start=400, end=460, evidence="Turkey hosts 3.5 million Syrian refugees.", event="displacement", status="ongoing", figures=(figure(3_500_000, 3_500_000, "displaced", kind="stock", population="refugee"),), score=0.9)),
        (RELIEF, Claim(id="c20", start=500, end=560, evidence="Hope said that she would stay in Idlib.", event="displacement", status="expected", places=(place("Idlib"),), score=0.4)),
    ]  # fmt: skip


def _event(event_id: str, kind: Any, name: str, days: EventTime, accounts: list[tuple[str, tuple[str, ...], tuple[str, ...]]], **more: Any) -> Event:
    place_id, admin1, lat, lon = TOWNS[name]
    where = EventPlace(name=name, place_id=place_id, country="SY", admin1=admin1, lat=lat, lon=lon, geo_precision=1)
    ids = tuple(sorted(c for _, claims, _ in accounts for c in claims))
    return Event(event_id=event_id, event=kind, places=(where,), time=days, claims=ids, accounts=tuple(Account(says=says, claims=claims, sources=sources) for says, claims, sources in accounts), why=(f"same place: {name}",), **more)


def _told(start: int, end: int | None = None) -> EventTime:
    return EventTime(start=day(start), end=day(end or start), basis="told")


def _events() -> tuple[Event, ...]:
    sohr = "Syrian Observatory for Human Rights"
    no_day = EventTime(end=day(28), basis="published")
    return (
        _event("e1", "control", "Maarat al-Numan", _told(28), [("captured by Syrian government forces", ("c01", "c03"), (sohr, "Syrian Army command")), ("fighting goes on", ("c02",), ("National Front for Liberation",))], contradictions=(Contradiction(issue="who holds it", accounts=(0, 1), why="captured whole against fighting at the outskirts on one day"),)),
        _event("e2", "strike", "Ariha", _told(22), [("11 killed; by Russian Aerospace Forces", ("c07",), ("White Helmets",)), ("denies responsibility", ("c08",), ("Government of Russia",)), ("at least 14 killed", ("c18",), (sohr,))], contradictions=(Contradiction(issue="who did it", accounts=(0, 1), why="one names an author who denies it"),), updates=(Update(kind="grew", earlier="c07", later="c18", why="a later and larger toll"),)),
        _event("e3", "displacement", "Idlib Province", _told(17, 28), [("120,000 displaced", ("c04",), (sohr,))]),
        _event("e4", "displacement", "Idlib Province", _told(15, 29), [("90,000 displaced", ("c05",), ("UN OCHA",))]),
        _event("e5", "damage", "Tall Zahra", no_day, [("a home destroyed in Tall Zahra", ("c06",), ("Qasim Feradani, told to Orontes Courier",))]),
        _event("e6", "deployment", "Saraqeb", _told(23), [("a post set up south of Saraqeb", ("c09",), ("Orontes Courier",))]),
        _event("e7", "deployment", "Tall Zahra", _told(29), [("a convoy at Tall Zahra", ("c10",), ("Orontes Courier",))]),
        _event("e8", "need", "Idlib Province", EventTime(), [("tents, fuel, water", ("c11",), ("UN OCHA",))]),
        _event("e9", "displacement", "Nahda camp", no_day, [("families arrived at Nahda camp", ("c12",), ("Hope Willan, told to Field Relief Note",))]),
        _event("e10", "detention", "Khan Touman", _told(27), [("4 detained", ("c13",), ("Capital Herald",))]),
        _event("e11", "threat", "Idlib Province", _told(28), [("warns of force", ("c14",), ("Government of Turkey",))]),
        _event("e12", "violence", "Khan Touman", EventTime(), [("violence", ("c15",), ("a woman, told to Orontes Courier",))]),
        _event("e13", "aid", "Idlib", _told(29), [("aid", ("c16",), ("Capital Herald",))]),
        _event("e14", "control", "Saraqeb", EventTime(), [("expected to be captured", ("c17",), ("Capital Herald",))]),
        _event("e15", "displacement", "Idlib Province", EventTime(), [("3.5 million refugees", ("c19",), ("Field Relief Note",))]),
        _event("e16", "displacement", "Idlib", EventTime(), [("expected to stay", ("c20",), ("Field Relief Note",))]),
    )  # fmt: skip


def _total(measure: Any, kind: Any, population: Any, days: tuple[int, int] | None, places: tuple[str, ...], low: int | None, high: int | None, claims: tuple[str, ...], sources: tuple[str, ...], **more: Any) -> Total:
    period = Period(day(days[0]), day(days[1])) if days else Period()
    return Total(measure=measure, kind=kind, population=population, period=period, places=places, low=low, high=high, method=more.pop("method", "as told"), claims=claims, sources=sources, **more)


def _situation() -> Situation:
    sohr = "Syrian Observatory for Human Rights"
    return Situation(
        as_of=day(30),
        control=(
            ControlState(
                place="Maarat al-Numan", as_of=day(30), label="disputed between accounts", place_id="geonames:2", lat=35.6483, lon=36.6769, why="captured whole against fighting in the outskirts; nobody has conceded",
                accounts=(
                    ControlAccount(holder=FORCES, transition="captured", extent="whole", claims=("c01", "c03"), sources=(sohr, "Syrian Army command"), since=day(28), says="captured by Syrian government forces"),
                    ControlAccount(holder=None, transition=None, extent="outskirts", claims=("c02",), sources=("National Front for Liberation",), since=day(28), says="fighting goes on in the western outskirts"),
                ),
            ),
        ),
        displacement=(
            _total("displaced", "flow", "idp", (17, 28), ("Idlib Province", "Aleppo Province"), 120_000, 120_000, ("c04",), (sohr,), left_out=(LeftOut("c12", "“dozens” is no number; Nahda camp"), LeftOut("c15", "not a count"))),
            _total("displaced", "flow", "idp", (15, 29), ("Idlib Province",), 90_000, 90_000, ("c05",), ("UN OCHA",)),
            _total("displaced", "stock", "refugee", None, (), 3_500_000, 3_500_000, ("c19",), ("Field Relief Note",), method="as told; no period told"),
        ),
        casualties=(
            _total("killed", "flow", "unknown", (22, 22), ("Ariha",), 11, 14, ("c07", "c18"), ("White Helmets", sohr), method="lowest and highest of the live accounts of one event"),
            _total("detained", "flow", "unknown", (27, 27), ("Khan Touman",), 4, 4, ("c13",), ("Capital Herald",)),
        ),
        conditions=(
            Condition(sector="shelter", place="Idlib Province", claims=("c11",), sources=("UN OCHA",)),
            Condition(sector="damage", place="Tall Zahra", claims=("c06",), sources=("Qasim Feradani, told to Orontes Courier",)),
            Condition(sector="aid", place="Idlib", claims=("c16",), sources=("Capital Herald",)),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def idlib_view() -> LedgerView:
    return LedgerView(
        as_of=day(30),
        articles=(COURIER, HERALD, RELIEF),
        claims=tuple(FiledClaim(claim=claim, article=article) for article, claim in _claims()),
        events=_events(),
        situation=_situation(),
        unread=(UnreadDocument("/data/reports/scan.pdf", "no text was found in it"),),
        readers=("rules 0.1",),
        since=day(28),
    )
