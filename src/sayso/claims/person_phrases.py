"""Words of a sentence that stand for persons: names, "a 31-year-old man", "the victim", "two boys", "she", with what they tell of each."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from sayso.knowledge.tables import read_table
from sayso.model.mentions import FigureMention

MANY = 20
"""Persons of one phrase above which they are a toll and no longer told one by one."""

_NUMBERS = {
    word: number for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1)
}


class Phrase(msgspec.Struct, frozen=True, kw_only=True):
    """Words for `number` persons, by their place in the sentence; `tail` is where asides on them end (", 23, of Aris").

    `sex` is m or f, `young` whether they are children; None where the words do not tell. `other` tells them apart from those before
    ("another man"), `owner` that something of theirs is meant ("the boy's"),
    `part` that they are some of those before ("one of them"), `in_list` that the words stand for a person in a list alone.
    """

    start: int
    end: int
    tail: int = 0
    number: int = 1
    name: tuple[str, ...] = ()
    age: int | None = None
    sex: str | None = None
    young: bool | None = None
    other: bool = False
    pronoun: bool = False
    owner: bool = False
    in_list: bool = False
    part: bool = False
    counted: bool = False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(read_table("events/harmed")[name]).split())


@cache
def _nouns() -> str:
    nouns = _words("men") | _words("women") | _words("anyone")
    return "|".join(map(re.escape, sorted(nouns, key=lambda n: (-len(n), n))))


_OLD = r"(?:\d{1,3}|\w+)[- ](?:year|month|week|day)s?[- ]old"
_THINGS = r"casualt\w+|deaths?|tolls?|loss\w*|targets?|positions?|areas?|homes?|houses?|groups?|attacks?|bodies"
"""Nouns after which a noun for a person is no person: "civilian casualties"."""

_NO_NOUN = (
    r"(?:and|or|of|in|on|at|by|to|for|from|with|who|whom|where|when|that|which|after|while|was|were|is|are|had|has|his|her|their|the|an?"
    r"|as|but|then|before|be|been|shot|killed|killing|shooting|wounded|said)\b"
)
"""Words that no phrase for one person goes over."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What one person is told by, from the fullest words to a noun in a headline."""
    nouns, between = _nouns(), rf"(?:(?!{_NO_NOUN})[\w’'.-]+\s+)"
    opens = r"(?:a|an|the|his|her|their|this|that|another|one|second|third|\w+[’']s)"
    aged = rf"{_OLD}(?!\s+(?:{nouns})\b)(?!\s+[a-z]+)"
    whole = rf"\b{opens}\s+{between}{{0,4}}?(?:{aged}|(?:{nouns})(?!\s+(?:{_THINGS})\b))\b(?!-)(?P<owner>[’']s?)?"
    first = rf"^(?:[A-Z][\w. ]+[:–-]+ ?)?{between}{{0,3}}?(?:{nouns}|\d{{1,3}}-year-old)\b(?![’'-]s?\b)"
    after = (
        r"(?:^|[:,;] |\b(?:after|as|when|while|and|kills?|shoots?|shot|killing|shooting|of|wounds?|wounding|injures?|leaves?|identif\w+"
        r"|finds?|says|by) )"
    )
    bare = rf"{after}(?!suspect|victim|shooter)(?P<one>(?:\d{{1,2}}-year-old )?(?:{nouns}))\b(?![’'-])(?! (?:{nouns}|{_THINGS})\b)"
    fate = r"(?= (?:killed|shot|dead|wounded|injured|dies|died|fatally|critically|found dead)\b)"
    headline = rf"\b(?P<one>(?:\d{{1,2}}-year-old )?(?:{nouns})){fate}"
    return tuple(re.compile(pattern, re.I) for pattern in (whole, first, bare, headline))


@cache
def _in_list() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=, )|(?<=and ))(?:{_nouns()}|\d{{1,3}}-year-old(?: (?:{_nouns()}))?)\b(?![’'-])(?! (?:{_THINGS})\b)", re.I)


_PAIR = re.compile(
    r"\b(?:an?|the)\s+(?:\w+\s+){0,3}?(?:couple|pair)\b(?![’'-])|\b(?:his|her|their|the)\s+(?:\w+\s+)?(?:parents|twins)\b(?![’'-])", re.I
)
_SOME_OF = re.compile(
    r"\b(?P<number>one|two|three|four|five|another)(?: of (?:whom|them"
    r"|the (?:\w+ )?(?:victims?|men|women|people|wounded|injured|boys|girls|teens|children|officers|soldiers|civilians))\b|(?= fatally\b))",
    re.I,
)
_ALL_OF = re.compile(
    r"(?:^|(?<=[.,;] )|(?<=said ))(?:both|all (?P<number>three|four|five|six|seven|eight|nine|ten))\b"
    r"(?: of them| victims| men| women| people)?",
    re.I,
)
_PRONOUN = re.compile(
    r"\b(?:he|she|him|her)\b(?! [a-z]*(?:mother|father|son|wife|husband|daughter|home|house|car|head|leg|arm|chest|body|back|name))", re.I
)
_NO_TOLL = re.compile(
    r"\b(?:suspect|gunm|shooter|shots?|shootings?|counts?|rounds?|times|image|incidents?|homicides?|murders?|killings?)\w*"
    r"|\bofficers? (?:who )?fired"
    r"|^(?:he|she|him|her|i)$",
    re.I,
)
"""Figures that count no persons who may have been harmed."""

_AGED = re.compile(r"\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[- ]years?[- ]old", re.I)
_MONTHS = re.compile(r"(?:month|week|day)s?[- ]old", re.I)
_AGE_AFTER = re.compile(r"(?:,| ?\()\s*(?:aged?\s+)?(\d{1,3})(?=[,.;)\s]|$)\)?")
_OTHER = re.compile(r"\b(?:another|others?|second|third|fourth|fifth|additional|more)\b", re.I)
_GROWN_AT = 18

_ASIDES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?:,\s*(?:aged?\s+)?\d{1,3}(?:\s+years?\s+old)?|\s*\(\d{1,3}\))"),
    re.compile(r",\s*(?:both\s+)?(?:of|from)\s+[A-Z][\w. ]+"),
    re.compile(r",(?=\s+(?:was|were|is|who|had|died|has|and|got|suffered|sustained)\b)"),
    re.compile(
        r"\s*(?:--|—|–|,|\()\s*(?:including|one|two|all|both|among them|most|ages?|aged)\b[^.;]{1,90}?(?:--|—|–|,|\))"
        r"(?=\s+(?:were|was|are|is|had|have|suffered|died)\b)", re.I
    ),
    re.compile(r",?\s+(?:including|among them)\s[^.;]{1,60}?(?=,?\s+(?:was|were|are|is|had|have|died|suffered)\b)", re.I),
    re.compile(
        r"\s+(?:in|from|of|at|on|near|inside|outside)\s+(?:(?:the|his|her|their|a)\s+)?[\w.’'-]+(?:\s+(?!who\b)[\w.’'-]+){0,3}?"
        r"(?=\s+(?:was|were|is|are|has|had|died|suffered)\b)"
    ),
)  # fmt: skip
"""What stands between persons and what happened to them, in this order: an age, a home, a comma, "including a child", a place."""


def find_phrases(sentence: str, names: Sequence[str], figures: Sequence[tuple[int, FigureMention]]) -> list[Phrase]:
    """All words for persons, in order; `figures` are those of the sentence with the place where each begins in it.

    >>> [sentence[p.start : p.end] for sentence in ["A boy, 4, and two men were shot."] for p in find_phrases(sentence, (), ())]
    ['A boy']
    """
    found = [*_by_name(sentence, names)]
    for pattern in _patterns()[:2]:
        _add(found, _told(sentence, pattern))
    found = _with_figures(sentence, found, figures)
    _add(found, (_phrase(sentence, m, number=_NUMBERS.get((m["number"] or "two").lower(), 2)) for m in _ALL_OF.finditer(sentence)))
    _add(found, (_phrase(sentence, m, pronoun=True) for m in _PRONOUN.finditer(sentence)))
    _add(found, (_phrase(sentence, m, number=2) for m in _PAIR.finditer(sentence)))
    some = [_phrase(sentence, m, number=_NUMBERS.get(m["number"].lower(), 1), other=False, part=True) for m in _SOME_OF.finditer(sentence)]
    found = [*(p for p in found if not any(_meet(p, s) for s in some)), *some]
    for pattern in _patterns()[2:]:
        _add(found, _told(sentence, pattern))
    _add(found, (_phrase(sentence, m, in_list=True) for m in _in_list().finditer(sentence)))
    return sorted((_with_tail(sentence, p) for p in found), key=lambda p: (p.start, -p.end))


def _add(found: list[Phrase], more: Iterator[Phrase]) -> None:
    """Takes in what meets nothing found before; an owner's name may open a longer phrase ("Lorne' brother")."""
    for phrase in more:
        if not any(_meet(phrase, p) and not (p.owner and p.name and phrase.start <= p.start) for p in found):
            found.append(phrase)


def _meet(one: Phrase, other: Phrase) -> bool:
    return one.start < other.end and other.start < one.end


def _told(sentence: str, pattern: re.Pattern[str]) -> Iterator[Phrase]:
    for match in pattern.finditer(sentence):
        groups = match.groupdict()
        yield _phrase(sentence, match, owner=bool(groups.get("owner")))


def _phrase(sentence: str, match: re.Match[str], **told: object) -> Phrase:
    start, end = match.span("one" if "one" in match.re.groupindex else 0)
    return Phrase(**{"start": start, "end": end, **_traits(sentence[start:end]), **told})  # type: ignore[arg-type]


def _traits(words: str) -> dict[str, object]:
    """Age, sex and the like, by the words themselves."""
    plain = re.findall(r"[a-z-]+", words.lower())
    singular = (
        {w.removesuffix("s") for w in plain} | {w.replace("women", "woman") for w in plain} | {w.replace("men", "man") for w in plain}
    )
    women, men = singular & (_words("women") | {"woman"}), (singular - {"woman"}) & _words("men")
    aged = _AGED.search(words)
    age = 0 if _MONTHS.search(words) else (int(aged[1]) if aged[1].isdigit() else _NUMBERS[aged[1].lower()]) if aged else None
    young = True if _words("young") & set(plain) else False if _words("grown") & set(plain) else None
    return {
        "age": age,
        "sex": "f" if women else "m" if men or words.lower() in ("he", "him") else "f" if words.lower() in ("she", "her") else None,
        "young": young if age is None else age < _GROWN_AT,
        "other": bool(_OTHER.search(words)),
    }


def _by_name(sentence: str, names: Sequence[str]) -> Iterator[Phrase]:
    if not names:
        return
    told = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    whole = rf"(?:(?P<age>\d{{1,3}})-year-old\s+)?\b(?P<name>{told})\b(?:,? (?:Jr|Sr)\.?|,? I{{2,3}}\b)?(?P<owner>[’']s?)?"
    for match in re.finditer(whole, sentence):
        age = int(match["age"]) if match["age"] else None
        parts = tuple(w.lower() for w in re.findall(r"[\w’'-]+", match["name"]) if len(w) > 1)
        young = None if age is None else age < _GROWN_AT
        yield Phrase(start=match.start(), end=match.end(), name=parts, age=age, young=young, owner=bool(match["owner"]))


def _with_figures(sentence: str, found: Sequence[Phrase], figures: Sequence[tuple[int, FigureMention]]) -> list[Phrase]:
    """Phrases and figures of persons; one that counts several goes before words for one of them, one that counts one after them."""
    counted = [p for start, f in figures if (p := _counted(sentence, start, f)) is not None]
    kept = [p for p in found if not any(c.number > 1 and _meet(p, c) for c in counted)]
    return [*kept, *(c for c in counted if c.number > 1 or not any(_meet(c, p) for p in kept))]


def _counted(sentence: str, start: int, figure: FigureMention) -> Phrase | None:
    number = figure.high if figure.high is not None else figure.low
    if not number or number > MANY or figure.assumed or figure.unit not in ("people", "other") or _NO_TOLL.search(figure.text):
        return None
    if re.search(r"\bnot?\s+$|n[’']t\s+$", sentence[:start], re.I):
        return None
    end = start + len(figure.text)
    return Phrase(**{"start": start, "end": end, "number": number, "counted": True, **_traits(figure.text)})  # type: ignore[arg-type]


def _with_tail(sentence: str, phrase: Phrase) -> Phrase:
    aged = _AGE_AFTER.match(sentence, phrase.end)
    at = phrase.end
    for aside in _ASIDES:
        match = aside.match(sentence, at)
        at = match.end() if match else at
    if aged is None or phrase.age is not None or phrase.number > 1:
        return msgspec.structs.replace(phrase, tail=at)
    return msgspec.structs.replace(phrase, tail=at, age=int(aged[1]), young=int(aged[1]) < _GROWN_AT)
