"""Invented reports for properties: sentences from a small grammar of towns, parties, numbers, times, sources and quotations."""

import datetime as dt

import msgspec
from hypothesis import strategies as st

from sayso.documents import DocumentOptions, Origin, read_text
from sayso.model.articles import Article

TOWNS = ("Idlib", "Ariha", "Aleppo", "Maarat al-Numan", "Damascus", "Gaziantep", "Saraqeb")
PARTIES = ("Syrian government forces", "Rebel fighters", "The Syrian army", "Turkish troops", "Pro-government forces")
NUMBERS = ("12", "at least 40", "more than 3,000", "some 120,000", "dozens of", "hundreds of thousands of", "up to 50")
TIMES = ("on Monday", "in recent days", "on 27 January", "in the past 12 days", "overnight", "")
SOURCES = ("the Syrian Observatory for Human Rights said", "residents said", "the defence ministry said", "according to some sources", "Akram Haddad, a baker, said")

TEMPLATES = (
    "{party} captured the town of {town} {time}, {source}.",
    "{party} entered {town} {time}.",
    "Fighting continues in the western outskirts of {town}, {source}.",
    "{number} people fled {town} towards {other} {time}, {source}.",
    "{number} civilians were killed in an air strike on {town} {time}.",
    "Shelling hit a market in {town} {time} and wounded {number} people, {source}.",
    "{other} denied that {party} had lost {town}.",
    '"There is no bread and no water in {town}," {source}.',
    "{number} refugees live in {other}.",
    "{party} set up a new post south of {town} {time}.",
    "{other} warned that it would retaliate against any attack on {town}.",
    "Homes in {town} were reportedly destroyed {time}.",
)


class Report(msgspec.Struct, frozen=True):
    """An invented report as JSON Lines would send it."""

    article_id: str
    publisher: str
    published: dt.date
    text: str


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence of the grammar, its slots filled at random."""
    slots = {"town": TOWNS, "other": TOWNS, "party": PARTIES, "number": NUMBERS, "time": TIMES, "source": SOURCES}
    filled = draw(st.sampled_from(TEMPLATES)).format(**{k: draw(st.sampled_from(v)) for k, v in slots.items()})
    sentence = " ".join(filled.split()).replace(" ,", ",").replace(" .", ".")
    return sentence[0].upper() + sentence[1:]


def paragraphs() -> st.SearchStrategy[str]:
    """One to three sentences."""
    return st.lists(sentences(), min_size=1, max_size=3).map(" ".join)


def texts() -> st.SearchStrategy[str]:
    """A report of one to three paragraphs."""
    return st.lists(paragraphs(), min_size=1, max_size=3).map("\n\n".join)


def broken_texts() -> st.SearchStrategy[str]:
    """Reports with anything at all between their sentences: other scripts, control characters, halves of quotations."""
    junk = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(['"', "“", "’s", "()", "\u202e", "–", "12", "1,2,3", "\x00"])
    return st.lists(st.one_of(sentences(), junk), min_size=1, max_size=8).map(" ".join)


@st.composite
def batches(draw: st.DrawFn, least: int = 2, most: int = 4) -> list[Report]:
    """Some reports of different outlets and days."""
    first = dt.date(2020, 1, 26)
    outlets, days = st.sampled_from(["The Plain", "Valley News", "Coast Radio"]), st.integers(0, 5).map(lambda d: first + dt.timedelta(days=d))
    pages = st.lists(st.tuples(outlets, days, texts()), min_size=least, max_size=most, unique_by=lambda page: (page[0], page[2]))
    return [Report(f"report-{i}", *page) for i, page in enumerate(draw(pages))]


def article_of(text: str, day: dt.date = dt.date(2020, 1, 28)) -> Article:
    """The article of a text, published on a day."""
    return read_text(text, origin=Origin(name="made"), options=DocumentOptions(published=day, publisher="The Plain"))
