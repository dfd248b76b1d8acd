"""What in a claim calls for protection: one small test a reason, in one table, with what follows from it."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Literal

import msgspec

from sayso.knowledge.protection import load_protection
from sayso.model.claims import ClaimFigure
from sayso.model.events import FiledClaim
from sayso.model.situation import Total
from sayso.outputs.private_names import NameFilter

Effect = Literal["withhold", "coarsen", "retell"]
"""Left out; told for the first-level area only and in other words; told in other words."""


class Setting(msgspec.Struct, frozen=True):
    """What a test needs beside the claim: the view's day, all private names, words that introduce private sources, the sites' own names.

    `sites` holds what sites are called without their type ("Al-Nour" of the Al-Nour hospital), in small letters, by article.
    """

    as_of: dt.date
    names: NameFilter
    portraits: tuple[str, ...] = ()
    sites: Mapping[str, frozenset[str]] = msgspec.field(default_factory=dict)


Test = Callable[[FiledClaim, Setting], bool]


def rulings_on(filed: FiledClaim, setting: Setting) -> tuple[tuple[str, Effect], ...]:
    """Every reason to protect that holds for a claim, with what follows from it, in the order of the table."""
    return tuple((reason, effect) for reason, test, effect in TESTS if test(filed, setting))


def tells_of_sexual_violence(filed: FiledClaim, _: Setting) -> bool:
    """The claim tells of sexual violence, by its sub-event or its words."""
    return filed.claim.acled_sub_event in load_protection().sexual_sub_events or tells_of_sexual_words(filed.claim.evidence)


def is_deployment(filed: FiledClaim, _: Setting) -> bool:
    """The claim tells where forces or equipment are."""
    return filed.claim.event in load_protection().deployment_classes


def is_column(filed: FiledClaim, _: Setting) -> bool:
    """The claim tells of people on the move, with the road or the convoy that they could be found by."""
    table = load_protection()
    return filed.claim.event in table.column_classes and _finds(table.columns, filed.claim.evidence)


def is_recent(filed: FiledClaim, setting: Setting) -> bool:
    """Fewer than 72 hours may have passed, whatever the hour of either day; a day that is not known counts as recent.

    The view's day can be any hour old and the day told may have lasted to midnight, so four days must lie between them.
    """
    day = filed.claim.time.end if filed.claim.time else filed.article.published
    return day is None or (setting.as_of - day).days <= load_protection().hours_before_published // 24


def is_detention(filed: FiledClaim, _: Setting) -> bool:
    """The claim tells of people held or released."""
    return filed.claim.event in load_protection().detention_classes


def tells_of_few_minors(filed: FiledClaim, _: Setting) -> bool:
    """The claim tells of single children or a few of them."""
    return speaks_of_few_minors(filed.claim.evidence) or any(f.counts == "children" and is_small(f) for f in filed.claim.figures)


def tells_of_minors_alone(filed: FiledClaim, setting: Setting) -> bool:
    """The claim tells of a few minors and counts nobody else."""
    return tells_of_few_minors(filed, setting) and all(f.counts == "children" for f in filed.claim.figures)


def tells_of_a_site(filed: FiledClaim, setting: Setting) -> bool:
    """The claim tells of one site that shelters or treats people, named or not, or by its own name alone."""
    places = [word for place in filed.claim.places for word in (place.name or "", place.text)]
    own = setting.sites.get(filed.article.digest, frozenset())
    named = any(_finds(load_protection().sites, word) or word.lower() in own for word in places)
    told = (filed.claim.evidence, *(a.name for a in filed.claim.actors))
    return named or any(speaks_of_a_site(words) for words in told)


def own_names_of_sites(words: str) -> frozenset[str]:
    """What sites are called in some words, without their type and whose they are, in small letters.

    >>> own_names_of_sites("A strike hit Ariha's Al-Nour hospital.")
    frozenset({'al-nour'})
    """
    found = (hit[0][: hit.start("site") - hit.start()] for hit in site_names().finditer(words))
    return frozenset(name for name in (re.sub(r"^.*['\u2019]s? |^[Tt]he ", "", one).strip(" -").lower() for one in found) if name)


def has_own_witness(filed: FiledClaim, _: Setting) -> bool:
    """The source is a witness or asked not to be named."""
    return filed.claim.source is not None and filed.claim.source.kind in load_protection().roles_by_kind


def names_a_private_person(filed: FiledClaim, setting: Setting) -> bool:
    """A private person's name stands in the words, the source or among the parties."""
    source = filed.claim.source
    told = (source.text, source.name, *source.chain) if source else ()
    parties = (word for actor in filed.claim.actors for word in (actor.name, actor.text))
    return any(setting.names.finds_in(words) for words in (filed.claim.evidence, *told, *parties))


def tells_of_a_small_community(filed: FiledClaim, setting: Setting) -> bool:
    """A private person is named in a claim of a place so small that they could be found by it."""
    radius = load_protection().small_community_km
    small = any(p.radius_km is not None and p.radius_km <= radius for p in filed.claim.places)
    return small and names_a_private_person(filed, setting)


def portrays_a_source(filed: FiledClaim, setting: Setting) -> bool:
    """The words are part of those that introduce a private source ("a driver from the north who ...")."""
    words = filed.claim.evidence.strip(" ,.;:")
    return any(words in portrait for portrait in setting.portraits)


def is_unmarked(filed: FiledClaim, _: Setting) -> bool:
    """The claim was added by hand on a text in which nobody looked for persons."""
    return filed.article.unmarked


def speaks_in_first_person(filed: FiledClaim, _: Setting) -> bool:
    """The words say "I" or "we" and belong to nobody who speaks for a body."""
    source = filed.claim.source
    for_a_body = source is not None and source.kind in load_protection().bodies
    return not for_a_body and _finds(load_protection().first_person, filed.claim.evidence.replace("U.S.", "").replace("US", ""))


def tells_own_fate(filed: FiledClaim, setting: Setting) -> bool:
    """The claim tells what befell a private person who is named, or who speaks of themselves."""
    named = names_a_private_person(filed, setting) or speaks_in_first_person(filed, setting)
    return named and filed.claim.event in load_protection().personal_classes


def quotes_somebody_unknown(filed: FiledClaim, _: Setting) -> bool:
    """Words stand in quotation marks and nobody is known to have said them; in doubt they are a private person's."""
    nobody = filed.claim.source is None or filed.claim.source.kind == "unspecified"
    return nobody and _LONG_QUOTATION.search(filed.claim.evidence) is not None


_LONG_QUOTATION = re.compile(r'[“«](?:[^”»]*\s){3}|"(?:[^"]*\s){3}[^"]*"|^[^“«]*\s[^“«]*[”»]')
"""Four quoted words or more, or the end of a quotation that began before; a quoted term or title is shorter."""


TESTS: tuple[tuple[str, Test, Effect], ...] = (
    ("sexual_violence", tells_of_sexual_violence, "withhold"),
    ("deployment_recent", lambda c, s: is_deployment(c, s) and is_recent(c, s), "withhold"),
    ("column_recent", lambda c, s: is_column(c, s) and is_recent(c, s), "withhold"),
    ("deployment", is_deployment, "coarsen"),
    ("column", is_column, "coarsen"),
    ("detention", is_detention, "coarsen"),
    ("minors_only", tells_of_minors_alone, "coarsen"),
    ("site", tells_of_a_site, "coarsen"),
    ("own_fate", tells_own_fate, "coarsen"),
    ("small_community", tells_of_a_small_community, "coarsen"),
    ("minors", tells_of_few_minors, "retell"),
    ("witness", has_own_witness, "retell"),
    ("private_name", names_a_private_person, "retell"),
    ("unmarked", is_unmarked, "retell"),
    ("portrait", portrays_a_source, "retell"),
    ("unknown_speaker", quotes_somebody_unknown, "retell"),
    ("first_person", speaks_in_first_person, "retell"),
)


def is_small(figure: ClaimFigure | Total) -> bool:
    """Fewer than the table's small count, by the upper bound where there is one."""
    bound = figure.high if figure.high is not None else figure.low
    return bound is not None and bound < load_protection().small_count


def may_be_counted(figure: ClaimFigure | Total) -> bool:
    """Whether a figure or total may be published: not a small count of minors or detainees."""
    return not (is_small(figure) and (figure.counts == "children" or figure.measure == "detained"))


def tells_of_sexual_words(words: str) -> bool:
    """Whether words tell of sexual violence."""
    return _finds(load_protection().sexual_violence, words)


def speaks_of_few_minors(words: str) -> bool:
    """Whether words tell of one child or a few.

    >>> [speaks_of_few_minors(w) for w in ("killing a young girl", "mostly women and children", "a boy aged 14")]
    [True, False, True]
    """
    table = load_protection()
    return bool(_few_minors(table.few, table.minors).search(words) or re.search(table.minor_ages, words, re.I))


def speaks_of_a_site(words: str) -> bool:
    """Whether words tell of one site that shelters or treats people, by name or in the singular.

    >>> [speaks_of_a_site(w) for w in ("hit the only clinic", "Al-Nour Hospital", "hospitals are full", "need shelter", "a training camp")]
    [True, True, False, False, False]
    """
    return bool(_one_site().search(words) or site_names().search(words) or _finds(load_protection().sites_in_arabic, words))


def names_a_site(words: str) -> bool:
    """Whether the type of a site that shelters or treats people stands anywhere in some words."""
    return _finds(load_protection().sites, words)


def hide_site_names(words: str) -> str:
    """The words with every named site told by its type alone.

    >>> hide_site_names("Strike near the al-Nour hospital in Idlib")
    'Strike near a hospital in Idlib'
    """
    return site_names().sub(lambda hit: f"a {hit['site'].lower()}", words)


@cache
def site_names() -> re.Pattern[str]:
    """A site's name: words with a capital letter before the type of site."""
    table = load_protection()
    name = rf"(?:(?!(?:A|An|The|In|At|One|Two|Three|Many|Some|Most)\b)(?!(?i:{_either(table.not_sites_after)})\b)[A-Z][\w'’-]*)"
    site = rf"(?P<site>(?i:{_either(table.sites)}))(?!\w)"
    return re.compile(rf"\b(?:(?:[Tt]he|[Aa]l|[Ee]l)[ -])*{name}(?:[ -](?:{name}|al|el|de|of|the))*[ -]{site}")


@cache
def _one_site() -> re.Pattern[str]:
    table = load_protection()
    between = rf"(?:(?!(?:{_either(table.not_sites_after)})\b)[\w-]+\s+)?"
    before = rf"(?:(?<!\w)(?:{_either(table.site_determiners)})|['’]s)\s+{between}"
    return re.compile(rf"{before}(?:{_either(table.sites)})(?!\w)", re.I)


@cache
def _few_minors(few: tuple[str, ...], minors: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w,.])(?:{_either(few)})\s+(?:[\w-]+\s+)?(?:{_either(minors)})(?!\w)", re.I)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_either(words)})(?!\w)", re.I)


def _finds(words: tuple[str, ...], text: str) -> bool:
    return _any_of(words).search(text.replace("’", "'")) is not None
