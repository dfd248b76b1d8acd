"""Words of a sentence that stand for persons: names, "a 31-year-old man", "the victim", "two boys", "she", with what they tell of each."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from sayso.claims.person_patterns import (
    AGE_AFTER,
    AGED,
    ALL_OF,
    ASIDES,
    GROWN_AT,
    MONTHS,
    NO_TOLL,
    NUMBERS,
    OTHER,
    PAIR,
    PRONOUN,
    SOME_OF,
    in_list,
    one_person,
    sort_of,
)
from sayso.knowledge.letters import plain_letters
from sayso.model.mentions import FigureMention

MANY = 20
"""Persons of one phrase above which they are a toll and no longer told one by one."""


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


def find_phrases(sentence: str, names: Sequence[str], figures: Sequence[tuple[int, FigureMention]]) -> list[Phrase]:
    """All words for persons, in order; `figures` are those of the sentence with the place where each begins in it.

    >>> [sentence[p.start : p.end] for sentence in ["A boy, 4, and two men were shot."] for p in find_phrases(sentence, (), ())]
    ['A boy']
    """
    found = [*_by_name(sentence, names)]
    for pattern in one_person()[:2]:
        _add(found, _told(sentence, pattern))
    found = _with_figures(sentence, found, figures)
    _add(found, (_phrase(sentence, m, number=NUMBERS.get((m["number"] or "two").lower(), 2)) for m in ALL_OF.finditer(sentence)))
    _add(found, (_phrase(sentence, m, pronoun=True) for m in PRONOUN.finditer(sentence)))
    _add(found, (_phrase(sentence, m, number=2) for m in PAIR.finditer(sentence)))
    some = [_phrase(sentence, m, number=NUMBERS.get(m["number"].lower(), 1), other=False, part=True) for m in SOME_OF.finditer(sentence)]
    found = [*(p for p in found if not any(_meet(p, s) for s in some)), *some]
    for pattern in one_person()[2:]:
        _add(found, _told(sentence, pattern))
    _add(found, (_phrase(sentence, m, in_list=True) for m in in_list().finditer(sentence)))
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
    words = plain_letters(words)
    plain = re.findall(r"[a-z-]+", words.lower())
    singular = (
        {w.removesuffix("s") for w in plain} | {w.replace("women", "woman") for w in plain} | {w.replace("men", "man") for w in plain}
    )
    women, men = singular & (sort_of("women") | {"woman"}), (singular - {"woman"}) & sort_of("men")
    aged = AGED.search(words)
    age = 0 if MONTHS.search(words) else (int(aged[1]) if aged[1].isdigit() else NUMBERS[aged[1].lower()]) if aged else None
    young = True if sort_of("young") & set(plain) else False if sort_of("grown") & set(plain) else None
    return {
        "age": age,
        "sex": "f" if women else "m" if men or words.lower() in ("he", "him") else "f" if words.lower() in ("she", "her") else None,
        "young": young if age is None else age < GROWN_AT,
        "other": bool(OTHER.search(words)),
    }


def _by_name(sentence: str, names: Sequence[str]) -> Iterator[Phrase]:
    if not names:
        return
    told = "|".join(re.escape(n) for n in sorted(names, key=lambda n: (-len(n), n)))
    whole = rf"(?:(?P<age>\d{{1,3}})-year-old\s+)?\b(?P<name>{told})\b(?:,? (?:Jr|Sr)\.?|,? I{{2,3}}\b)?(?P<owner>[’']s?)?"
    for match in re.finditer(whole, sentence):
        age = int(match["age"]) if match["age"] else None
        parts = tuple(w.lower() for w in re.findall(r"[\w’'-]+", match["name"]) if len(w) > 1)
        young = None if age is None else age < GROWN_AT
        yield Phrase(start=match.start(), end=match.end(), name=parts, age=age, young=young, owner=bool(match["owner"]))


def _with_figures(sentence: str, found: Sequence[Phrase], figures: Sequence[tuple[int, FigureMention]]) -> list[Phrase]:
    """Phrases and figures of persons; one that counts several goes before words for one of them, one that counts one after them."""
    counted = [p for start, f in figures if (p := _counted(sentence, start, f)) is not None]
    kept = [p for p in found if not any(c.number > 1 and _meet(p, c) for c in counted)]
    return [*kept, *(c for c in counted if c.number > 1 or not any(_meet(c, p) for p in kept))]


def _counted(sentence: str, start: int, figure: FigureMention) -> Phrase | None:
    number = figure.high if figure.high is not None else figure.low
    if not number or number > MANY or figure.assumed or figure.unit not in ("people", "other") or NO_TOLL.search(figure.text):
        return None
    if re.search(r"\bnot?\s+$|n[’']t\s+$", sentence[:start], re.I):
        return None
    end = start + len(figure.text)
    return Phrase(**{"start": start, "end": end, "number": number, "counted": True, **_traits(figure.text)})  # type: ignore[arg-type]


def _with_tail(sentence: str, phrase: Phrase) -> Phrase:
    aged = AGE_AFTER.match(sentence, phrase.end)
    at = phrase.end
    for aside in ASIDES:
        match = aside.match(sentence, at)
        at = match.end() if match else at
    if aged is None or phrase.age is not None or phrase.number > 1:
        return msgspec.structs.replace(phrase, tail=at)
    return msgspec.structs.replace(phrase, tail=at, age=int(aged[1]), young=int(aged[1]) < GROWN_AT)
