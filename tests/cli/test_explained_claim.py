"""What is told of a claim: every slot that it has, and the places that were not chosen."""

import datetime as dt
import io

import pytest
from rich.console import Console

from sayso.cli.explained_claim import explain_claim
from sayso.model.articles import Published
from sayso.model.claims import Claim, ClaimActor, ClaimFigure, ClaimPlace, ClaimTime, Control, Source
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.model.mentions import Mentions, OtherPlace
from sayso.model.records import ReadBy, Record
from sayso.model.situation import Situation
from sayso.model.views import LedgerView

TEXT = "Rebels took Salem on Monday, a radio station said, citing a monitor; some 40 died, and Nowhereton fell."
DAY = dt.date(2020, 1, 28)


def spot(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def place(words: str, **fields) -> ClaimPlace:
    start, end = spot(words)
    return ClaimPlace(start=start, end=end, text=words, **fields)


FULL = Claim(
    id="c-1", start=0, end=len(TEXT), evidence=TEXT, event="control", acled_sub_event="Non-state actor overtakes territory", status="denied", denies="event", hedged=True,
    places=(
        place("Salem", name="Salem", place_id="geonames:1", country="US", admin1="Oregon", lat=44.9, lon=-123.0, score=0.7, why="named beside Oregon", others=(OtherPlace("geonames:2", "Salem", 0.2),)),
        place("Nowhereton", role="towards", why="no such name"),
    ),
    time=ClaimTime(text="Monday", start=dt.date(2020, 1, 27), end=dt.date(2020, 1, 27), span=spot("Monday"), precision=1),
    actors=(ClaimActor(text="Rebels", span=spot("Rebels"), role="agent", name="opposition fighters"),),
    figures=(ClaimFigure(text="some 40", span=spot("some 40"), low=40, high=40, measure="killed", unit="people", quantifier="Approximately", assumed=True),),
    control=Control(transition="captured", holder="opposition fighters", extent="part"),
    source=Source(text="a radio station", span=spot("a radio station"), name="A Radio", kind="media", chain=("A Radio", "A Monitor")),
    score=0.5, why=("trigger: took",),
)  # fmt: skip
BARE = Claim(id="c-2", start=0, end=6, evidence="Rebels", event="battle")


def explain(claim: Claim, *, current: bool = True, dated: bool = True) -> str:
    published = Published(start=DAY, end=DAY, basis="given") if dated else Published(why="none is printed")
    record = Record(
        article_id="a", digest="d", publisher=None, url="https://example.org", title="A title", language="en", outcome="read", why=None, published=published, text=TEXT,
        blocks=(), mentions=Mentions(), attributions=(), claims=(claim,), set_aside=(), read_by=ReadBy("0", "rules 0", "gazetteer 0"),
    )  # fmt: skip
    filed = (FiledClaim(claim=claim, article=ArticleHeader(article_id="a", digest="d")),) if current else ()
    view = LedgerView(as_of=DAY, articles=(), claims=filed, events=(), situation=Situation(as_of=DAY))
    console = Console(file=io.StringIO(), width=80)
    console.print(explain_claim(claim.id, record, view))
    return " ".join(console.file.getvalue().split())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "part",
    [
        "Claim c-1: control, Non-state actor overtakes territory, denied (event), hedged", f"“{TEXT}”", "A title outlet unknown, 2020-01-28 (given) https://example.org characters 0 to",
        "A Radio (media), written “a radio station” by way of A Radio < A Monitor", "27 January 2020 (to the day), written “Monday”",
        "Where (at) Salem, written “Salem” geonames:1: Oregon, US; 44.9000, -123.0000; score 0.70 named beside Oregon not Salem (geonames:2), score 0.20",
        "Nowhereton, written “Nowhereton” not resolved: no such name", "agent: opposition fighters (“Rebels”)", "(“some 40”, by convention)",
        "captured by opposition fighters, extent part", "score 0.50 trigger: took", "rules 0; gazetteer gazetteer 0", "by nobody: machine reading",
    ],
)  # fmt: skip
def test_every_slot_is_told(part):
    assert part in explain(FULL)


def test_what_the_text_does_not_give_is_told_as_such():
    told = explain(BARE, dated=False)
    assert "date unknown: none is printed" in told
    assert "the outlet, in its own voice" in told
    assert "the text gives no time for it" in told
    assert "Parties" not in told


def test_a_reading_that_does_not_count_says_so():
    assert ("not part of the picture of 2020-01-28" in explain(BARE, current=False), "not part of" in explain(BARE)) == (True, False)
