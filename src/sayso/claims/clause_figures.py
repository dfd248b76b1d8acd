"""How many, by a happening's clause: measure, flow or stock, of whom, over what, and which number is part of which."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sayso.claims.clause_view import ClauseView, head_of
from sayso.claims.counted_doers import counts_the_sick, places_are_counted, told_by_form
from sayso.claims.counted_people import counts_of, harm_told, idmc_term_of, is_part, population_of, scope_of
from sayso.claims.figure_kinds import kind_of_figure
from sayso.knowledge.tables import read_table
from sayso.model.claims import ClaimFigure
from sayso.model.mentions import FigureMention
from sayso.model.vocabulary import Counts, FigureKind, Measure, Unit

_SHARE = re.compile(r"%|\bper\s?cent\b", re.I)
_COUNTS_PLACES = re.compile(
    r"\b(?:towns?|districts?|governorates?|provinces?|countries|nations?|villages?|stages?|phases?|groups?|tribes?|factions?|states|cities"
    r"|regions?|parties|sides|fronts?|campaigns?|borders?|orientations?|thirds|quarters)$|^(?:a|the|one|another) body$",
    re.I,
)
"""Heads of figures that count places or parties, and no people harmed, moved or helped; a body that is carried is no toll."""

_BARE = re.compile(
    r"(?:\d|\b(?:million|thousands?|hundreds?|dozens?|scores|one|two|three|four|five|six|seven|eight|nine|ten|more|others))$", re.I
)
_TENTS = re.compile(r"\btents?$", re.I)
_TOTALS = re.compile(r"\bcasualt(?:y|ies)\b|\bvictims\b", re.I)
_ARRIVES_AT: frozenset[str] = frozenset({"displaced", "returned", "aided", "in_need", "detained", "besieged"})
"""Measures of people that a class may give to a bare head count."""

_OF_PEOPLE: frozenset[str] = _ARRIVES_AT | {"killed", "injured", "missing", "fighters"}


@cache
def _rows() -> Mapping[str, Mapping[str, Any]]:
    """Class -> what its figures measure."""
    rows: Mapping[str, Mapping[str, Any]] = read_table("events/figures")
    return rows


@cache
def _money() -> re.Pattern[str]:
    """Words and signs of money, codes in capitals only."""
    table = read_table("english/quantities")["money"]
    named = "|".join(re.escape(word) for word in (*(w for w in table["before"] if w.isalpha()), *table["after"], "pounds"))
    return re.compile(rf"[$€£]|\b(?:{named})\b|(?-i:\b(?:{'|'.join(table['codes'])})\b)", re.I)


@lru_cache(maxsize=1_000)
def _is_money(words: str) -> bool:
    return _money().search(words) is not None


@lru_cache(maxsize=1_000)
def what_is_counted(words: str) -> str:
    """Which kind of thing the words of a figure count, as far as they tell: places or parties, money, a share, or anything else.

    >>> [what_is_counted(w) for w in ("14 villages", "$5 million", "60 percent", "12 people")]
    ['places', 'money', 'a share', 'things']
    """
    if _COUNTS_PLACES.search(words):
        return "places"
    return "money" if _is_money(words) else "a share" if _SHARE.search(words) else "things"


class Measured(NamedTuple):
    """A figure of a sentence with what it measures as one of a happening, and whether the rules make it that happening's own."""

    mention: FigureMention
    measure: Measure
    own: bool


def measure_figures(view: ClauseView) -> list[Measured]:
    """Every figure of the sentence with what it would measure as one of this happening; those that it cannot have are left out."""
    start, end = view.clause
    speakers = [head_of(view.text, span) for said in view.said for span in said.source]
    kept: list[Measured] = []
    for mention in view.figures:
        if any(a <= mention.start < b for a, b in speakers):
            continue
        inside = mention.start < end and start < mention.end
        parts = kept and (_OF_THEM.search(mention.text) or is_part(view.text[kept[-1].mention.end : mention.start], ""))
        if parts and mention.measure is None:
            kept.append(Measured(mention, kept[-1].measure, inside and kept[-1].own))
        elif (measure := _measure_of(view, mention)) is not None:
            kept.append(Measured(mention, measure, inside and (_is_tied(view, mention) or _is_own(view, mention))))
    return kept


def as_figures(view: ClauseView, kept: Sequence[Measured]) -> tuple[ClaimFigure, ...]:
    """Figures of a happening in the order of the text, each with the number that it is a part of."""
    figures: list[ClaimFigure] = []
    for index, one in enumerate(kept):
        figures.append(_figure(view, one.mention, one.measure, _whole_of(view, kept, index, figures)))
    return tuple(figures)


def _measure_of(view: ClauseView, figure: FigureMention) -> Measure | None:
    """The measure that its own words tell, else that of the class; None where no figure of the class has it."""
    row = _rows()[view.happening.event]
    if _is_money(figure.text):
        return "other" if "other" in row["takes"] and row["other"] else None
    if _COUNTS_PLACES.search(figure.text):
        return "other" if places_are_counted(figure.text, view.happening.event) else None
    if row["harm"] and _UNHARMED.match(view.text, figure.end):
        return None
    if formed := told_by_form(view.text, figure, view.happening.event):
        return formed
    if row["harm"] and _is_of_both(view.text, figure):
        return "other"
    died = _OF_THE_WOUNDED.search(figure.text) and _DIED.match(view.text, figure.end)
    told = "killed" if died else _told_of(view, figure)
    if told == "missing" and row["harm"] and _LONG_MISSING.match(view.text, figure.end):
        return None
    if told is None:
        told = _measure_by_class(view, figure, row)
    elif told in row["takes"]:
        return told
    elif told in ("killed", "injured") or (told in _ARRIVES_AT and row["people"] == "killed"):
        return None
    elif row["people"] in _ARRIVES_AT and figure.unit in ("people", "households"):
        told = row["people"]
    else:
        told = row[figure.unit]
    return told


_UNHARMED = re.compile(
    r"[^.,;\n]{0,40}?\b(?:(?:was|were|is|are)(?: not|n[’']t) (?:\w+ly )?(?:hurt|harmed|injured|wounded|hit)"
    r"|un(?:hurt|harmed|injured))\b",
    re.I,
)
"""What follows on people whom nothing happened to: "The two adults in the car were not injured"."""

_BOTH_BEFORE = re.compile(
    r"(?<!\bwere |\bbeen )(?<!\bwas )\b(?:kill|murder)(?:ed|ing|s)\s+(?:and|or|and/or|&)\s+(?:injur|wound|maim)(?:ed|ing|es|s)\s+$", re.I
)
_BOTH_AFTER = re.compile(
    r"[^,.;\d\n]*?\b(?:killed|dead|died)\s+(?:and|or|and/or|&)\s+(?:injured|wounded|maimed|hurt|missing)"
    r"(?=\s*(?:[,.;:)\n]|$)|\s+(?:in|by|as|when|after|at|on|during|following|near|from|since|across|over)\b)",
    re.I,
)
_COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|several|hundreds|an?)\b)[^.,;\n]{0,30}$", re.I
)
"""What stands before "killed and wounded 40" where the dead are told already: "left 17 soldiers killed and wounded 40"."""


def _is_of_both(text: str, figure: FigureMention) -> bool:
    """Whether one number counts the dead and the wounded together ("killing and wounding 40", "48 killed and injured")."""
    words = text[figure.start : figure.end + 40]
    after = _BOTH_AFTER.match(words, max((hit.end() for hit in re.finditer(r"\d+", figure.text)), default=0))
    lead = max(0, figure.start - 80)
    before = _BOTH_BEFORE.search(text, max(0, figure.start - 40), figure.start)
    return after is not None or (before is not None and not _COUNTED.search(text, lead, before.start()))


def _is_tied(view: ClauseView, figure: FigureMention) -> bool:
    """Whether its own words tie a figure to the class: money, and what the class takes."""
    return _is_money(figure.text) or _told_of(view, figure) in _rows()[view.happening.event]["takes"]


def _told_of(view: ClauseView, figure: FigureMention) -> Measure | None:
    """What the words of a figure say it measures; None where they say nothing that holds for people harmed."""
    told = figure.measure if figure.measure != "fighters" or not _rows()[view.happening.event]["harm"] else None
    return None if told == "other" and figure.unit == "people" else told


def _measure_by_class(view: ClauseView, figure: FigureMention, row: Mapping[str, Any]) -> Measure | None:
    """What a figure measures whose own words do not tell: the harm that its clause tells, else what its class counts."""
    before = view.text[max(0, figure.start - 30) : figure.start]
    if _TENTS.search(figure.text):
        return "houses" if view.happening.event == "damage" else "other" if row["other"] else None
    if (view.happening.event == "aid" and _help(view.text, figure)) or (row["harm"] and _GO_OFF.match(view.text, figure.end)):
        return "other"
    if row["harm"] and _BY_A_GROUP.search(before):
        return "fighters" if "fighters" in row["takes"] else None
    if row["harm"] and (_ARE_THERE.match(view.text, figure.end) or _OUT_OF.search(before[-12:])):
        return None
    bare = figure.unit == "other" and bool(_BARE.search(figure.text))
    counted: Measure | None = row["people" if bare else figure.unit]
    if counted == "in_need" and figure.unit != "households" and counts_the_sick(view.text, figure):
        return "other"
    if not row["harm"] or not (bare or figure.unit == "people"):
        return counted
    if _TOTALS.search(figure.text):
        return "other"
    harm = harm_told(view.text[slice(*view.clause)])
    if not harm and counted == "killed":
        return None
    return harm[0] if harm and (len(harm) == 1 or counted is None) else counted


def _help(text: str, figure: FigureMention) -> bool:
    """Whether those who are counted help, rather than are helped ("300 volunteers cleared the road")."""
    before, after = text[max(0, figure.start - 20) : figure.start], text[figure.end : figure.end + 40]
    return bool(_HELPERS.search(figure.text)) and not (_HELPED.search(before) or _HELPED.search(after))


_HELPERS = re.compile(
    r"\b(?:volunteers?|rescuers?|(?:rescue|aid|relief|health|social|humanitarian|emergency) workers?|doctors|nurses|medics|paramedics"
    r"|firefighters|soldiers|troops|police\w*|personnel|experts|engineers)$",
    re.I,
)
_HELPED = re.compile(r"\b(?:train\w*|treat\w*|rescued|freed|assisted|evacuated|reached|received|paid|paying|support(?:ed|s)?)\b", re.I)
_GO_OFF = re.compile(r"\s+(?:exploded|detonated|blew up|went off|(?:were|was) (?:fired|intercepted|shot down|defused))\b", re.I)
_BY_A_GROUP = re.compile(r"\bby (?:an? |the )?(?:group|band|gang|mob|crowd|squad|column)s? of (?:about |some |nearly )?$", re.I)
"""What stands before those who did it: "killed by a group of 30 to 40 men"."""

_LONG_MISSING = re.compile(r"[^.;\n]{0,40}\b(?:since|for (?:\w+ )?(?:days|weeks|months|years)|found)\b", re.I)
"""What follows on people whom no act of today made disappear."""
_ARE_THERE = re.compile(
    r"\s+(?:(?:were|was|are|had been)\s+(?:at|in|inside|aboard|attending|gather\w+|shelter\w+|stay\w+|present|living|praying|sleeping)"
    r"|(?:had\s+)?(?:gathered|attended|lived|live|sheltered|stayed))\b",
    re.I,
)
"""What follows on people who only were where something happened: "200 guests were at the wedding when a shell killed five"."""


_OF_THE_WOUNDED = re.compile(r"\bof the (?:wounded|injured)$", re.I)
_DIED = re.compile(r"\s+(?:(?:had|have|has|later|since|also|then) )*(?:died|succumbed)\b", re.I)
"""Those of the wounded who died: they are dead."""
_OUT_OF = re.compile(r"(?:^|[.\n]\s?)Of (?:the )?$")
"""What stands before those of whom some were harmed: "Of 30 people in the house 12 were killed"."""


def _is_own(view: ClauseView, figure: FigureMention) -> bool:
    """A figure that no word of its own ties to a happening belongs to the nearest one whose clause holds it."""
    holders = [h for h in view.siblings if h.start < figure.end and figure.start < h.end]
    if len(holders) < 2:
        return True
    away = {h.trigger: max(0, figure.start - h.trigger[1], h.trigger[0] - figure.end) for h in holders}
    return away[view.happening.trigger] == min(away.values())


def _kind_of(view: ClauseView, mention: FigureMention, measure: Measure, unit: Unit) -> FigureKind | None:
    """Flow or stock by the words around a figure; money is a flow where it is spent or lost, a share is neither."""
    event, thing = view.happening.event, what_is_counted(mention.text)
    if thing in ("money", "a share"):
        return "flow" if thing == "money" and event in ("aid", "damage") else None
    return kind_of_figure(view.text, (mention.start, mention.end), measure, event, unit)


def _figure(view: ClauseView, mention: FigureMention, measure: Measure, whole: int | None) -> ClaimFigure:
    clause = view.text[slice(*view.clause)]
    unit: Unit = "people" if mention.unit == "other" and measure in _OF_PEOPLE else mention.unit
    return ClaimFigure(
        text=mention.text,
        span=(mention.start, mention.end),
        low=mention.low,
        high=mention.high,
        measure=measure,
        unit=unit,
        kind=_kind_of(view, mention, measure, unit),
        quantifier=mention.quantifier,
        counts=_counts(view, mention) if mention.unit in ("people", "other") and measure in _OF_PEOPLE else None,
        population=population_of(mention.text, clause, view.happening.event),
        scope=scope_of(clause),
        part_of=whole,
        idmc_term=idmc_term_of(clause, view.happening.event, measure),
        assumed=mention.assumed,
    )


def _counts(view: ClauseView, mention: FigureMention) -> Counts | None:
    """Whom a figure counts: by its own words, else by the one after "three of them"."""
    after = re.match(r"\s*,?\s*(?:(?:were|are|being)\s+)?(?:young\s+)?(\w+)", view.text[mention.end : mention.end + 30])
    own = counts_of(mention.text)
    return counts_of(after[1]) if own is None and after and _OF_THEM.search(mention.text) else own


_OF_THEM = re.compile(r"\bof (?:them|whom|these|those|the dead|the wounded|the victims)$", re.I)


_GOES_ON = re.compile(r"(?: (?:in|to|from|at|near) [^,;:()]{1,40}?)?(?:,? and (?:at least )?|, )")
"""What stands between two parts of one number: ", ", " in Aris and "."""


def _whole_of(
    view: ClauseView, kept: Sequence[Measured], index: int, done: Sequence[ClaimFigure]
) -> int | None:
    """Index of the figure that this one is a part of: the last of its measure and unit that is no part itself."""
    mention, measure, _ = kept[index]
    start = kept[index - 1][0].end if index else view.clause[0]
    between, after = view.text[start : mention.start], view.text[mention.end : mention.end + 20]
    goes_on = bool(index) and done[-1].part_of is not None and _GOES_ON.fullmatch(between) is not None
    if not index or not (is_part(between, after) or goes_on or _OF_THEM.search(mention.text)):
        return None
    whole = [i for i, f in enumerate(done) if f.part_of is None and f.measure == measure and f.unit == mention.unit]
    wholes = [i for i in whole if (mention.low or 0) <= (done[i].high or mention.low or 0)]
    return wholes[-1] if wholes else None
