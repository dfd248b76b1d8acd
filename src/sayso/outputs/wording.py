"""Neutral wording of what the ledger holds: figures, places, days, parties, in a reader's words."""

import datetime as dt
import re
from collections.abc import Sequence

from sayso.knowledge.claim_places import print_place
from sayso.model.claims import ClaimFigure
from sayso.model.events import EventPlace, FiledClaim
from sayso.model.mentions import PlaceMention
from sayso.model.vocabulary import Quantifier

QUANTIFIED: dict[Quantifier, str] = {"More than": "more than ", "Less than": "fewer than ", "Exact": "", "Approximately": "about "}

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip

PLURALS = {"houses": "house", "facilities": "facility", "fighters": "fighter"}
"""Measures in the plural, with the word for one."""


def tell_review(claims: Sequence[FiledClaim]) -> str:
    """How far people have reviewed what a machine read.

    >>> tell_review([])
    'Machine reading, unreviewed'
    """
    reviewed = sum(f.review is not None for f in claims)
    if not reviewed:
        return "Machine reading, unreviewed"
    if reviewed == len(claims):
        return "Machine reading, every claim reviewed by a person"
    return f"Machine reading, unreviewed but for {reviewed} of {len(claims)} claims"


def tell_number(number: int) -> str:
    """A whole number with a comma at every thousand.

    >>> tell_number(120000)
    '120,000'
    """
    return f"{number:,}"


def tell_range(low: int | None, high: int | None) -> str:
    """Bounds as one number or a range; `unknown` where neither is known.

    >>> tell_range(90_000, 120_000), tell_range(5, 5), tell_range(5, None), tell_range(None, None)
    ('90,000–120,000', '5', 'at least 5', 'unknown')
    """
    if low is not None and high is not None:
        return tell_number(low) if low == high else f"{tell_number(low)}–{tell_number(high)}"
    if low is not None:
        return f"at least {tell_number(low)}"
    return "unknown" if high is None else f"at most {tell_number(high)}"


def tell_figure(figure: ClaimFigure) -> str:
    """A claim's figure; words that a convention would turn into numbers stay words.

    >>> from sayso.model.claims import ClaimFigure
    >>> tell_figure(ClaimFigure(text="dozens", span=(0, 6), low=24, high=99, measure="killed", unit="people", assumed=True))
    '“dozens” killed'
    >>> tell_figure(ClaimFigure(text="over 9", span=(0, 6), low=9, high=None, measure="aided", unit="households", quantifier="More than"))
    'at least 9 aided (households)'
    """
    what = figure.measure.replace("_", " ")
    if figure.low == figure.high == 1 and what in PLURALS:
        what = PLURALS[what]
    unit = "" if figure.unit in ("people", "other", "structures") else f" ({figure.unit})"
    if figure.assumed or (figure.low is None and figure.high is None):
        return f"“{figure.text}” {what}{unit}" if figure.text else what
    return f"{_tell_bounds(figure)} {what}{unit}"


def _tell_bounds(figure: ClaimFigure) -> str:
    before = QUANTIFIED[figure.quantifier] if figure.quantifier else ""
    single = figure.low if figure.high is None or figure.high == figure.low else None
    bound = figure.quantifier in ("More than", "Less than")
    if single is not None and before and not bound:
        return before + tell_number(single)
    return tell_range(figure.low, figure.high)


def tell_place(place: PlaceMention | EventPlace) -> str:
    """A place with what the text makes of it: the relation before the neutral name.

    >>> from sayso.model.mentions import PlaceMention
    >>> for relation in ("south of", "western outskirts", "from"):
    ...     print(tell_place(PlaceMention(start=0, end=8, text="Saraqib", name="Saraqeb", relation=relation)))
    south of Saraqeb
    western outskirts of Saraqeb
    Saraqeb
    """
    name = place.name or (place.text if isinstance(place, PlaceMention) else "")
    return print_place(name, place.relation)


def tell_day(day: dt.date) -> str:
    """A day in full.

    >>> tell_day(dt.date(2020, 1, 28))
    '28 January 2020'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def tell_days(start: dt.date | None, end: dt.date | None) -> str:
    """A stretch of days, as short as it can be said.

    >>> tell_days(dt.date(2020, 1, 16), dt.date(2020, 1, 28)), tell_days(None, dt.date(2020, 1, 28)), tell_days(None, None)
    ('16–28 January 2020', 'to 28 January 2020', 'no date told')
    """
    if start is None or end is None:
        return "no date told" if start is end else f"to {tell_day(end)}" if end else f"since {tell_day(start)}" if start else ""
    if start == end:
        return tell_day(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{tell_day(end)}"
    return f"{start.day} {MONTHS[start.month - 1]}{'' if start.year == end.year else f' {start.year}'} – {tell_day(end)}"


def shorten_quoted(words: str, limit: int) -> str:
    """Words shortened, to be printed inside quotation marks: their own marks go where they enclose the whole or stand alone.

    >>> shorten_quoted("\u201cThe road is shut,\u201d", 40), shorten_quoted("\u201cThe road is shut,\u201d he said.", 40)
    ('The road is shut,', '\u201cThe road is shut,\u201d he said.')
    """
    short = shorten(words, limit)
    whole = _ENCLOSED.fullmatch(short)
    return whole[1] if whole else short


_ENCLOSED = re.compile("[\u201c\"]?([^\u201c\u201d\"]+)[\u201d\"]?")


def shorten(words: str, limit: int) -> str:
    """At most so many characters of some words, cut between words and marked where cut; line breaks become spaces.

    >>> shorten("People left in\\nthe night.", 40), shorten("People left in the night.", 16)
    ('People left in the night.', 'People left in …')
    """
    flat = " ".join(words.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rsplit(" ", 1)[0] + " …"
