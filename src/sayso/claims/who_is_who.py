"""Persons told as harmed, numbered: the same number where the words may mean the same person, another where they cannot."""

from collections.abc import Sequence

import msgspec

from sayso.claims.harmed_in_sentence import Harmed


class Told(msgspec.Struct, frozen=True):
    """Persons told as harmed in the sentence of this number."""

    sentence: int
    harmed: Harmed

    @property
    def at(self) -> tuple[int, int]:
        """Where they are told."""
        return self.sentence, self.harmed.phrase.start

    @property
    def number(self) -> int:
        """How many they are."""
        return self.harmed.phrase.number


class _Persons:
    """So many persons, those who were told of all of them, and parts of them that were told apart."""

    def __init__(self, first: Told) -> None:
        self.number = first.number
        self.told = [first]
        self.parts: list[_Persons] = []


def number_persons(told: Sequence[Told]) -> list[tuple[int, ...]]:
    """The numbers of the persons of each telling, from 0; groups are numbered first, so that those told one by one are found in them.

    As few persons as the words allow: what the words do not tell apart is one.
    """
    found: list[_Persons] = []
    plain = [t for t in told if not t.harmed.phrase.pronoun]
    for one in sorted(plain, key=_by_weight):
        _seat(one, found, None)
    numbers: dict[tuple[int, int], tuple[int, ...]] = {}
    at = 0
    for persons in found:
        _number(persons, at, numbers)
        at += persons.number
    for one in told:
        if one.harmed.phrase.pronoun:
            numbers[one.at] = _behind_pronoun(one, plain, numbers)
    return [numbers[one.at] for one in told]


def _by_weight(one: Told) -> tuple[object, ...]:
    """Groups before single persons, the dead before others, those of whom most is told first."""
    phrase = one.harmed.phrase
    return (
        -phrase.number,
        one.harmed.harm != "killed",
        not phrase.name,
        phrase.age is None,
        phrase.sex is None,
        phrase.young is None,
        *one.at,
    )


def _seat(one: Told, among: list[_Persons], room: int | None) -> bool:
    """Takes persons for some who were told already, or else counts them as new, where there is room for more."""
    for persons in among:
        if one.number == persons.number and not any(_differ(one, other) for other in persons.told):
            persons.told.append(one)
            return True
        if one.number < persons.number and not _differ(one, persons.told[0], part=True) and _seat(one, persons.parts, persons.number):
            return True
    if room is not None and sum(p.number for p in among) + one.number > room:
        return False
    among.append(_Persons(one))
    return True


def _number(persons: _Persons, at: int, numbers: dict[tuple[int, int], tuple[int, ...]]) -> None:
    numbers.update({one.at: tuple(range(at, at + persons.number)) for one in persons.told})
    for part in persons.parts:
        _number(part, at, numbers)
        at += part.number


def _behind_pronoun(one: Told, plain: Sequence[Told], numbers: dict[tuple[int, int], tuple[int, ...]]) -> tuple[int, ...]:
    """Whoever was told last before "he" or "she" and may be meant; else any person of the article, or one of its own."""
    singles = [other for other in plain if other.number == 1 and not _sexes_differ(one, other)]
    before = [other for other in singles if other.at < one.at]
    meant = max(before, key=lambda other: other.at, default=None) or next(iter(singles), None)
    if meant is not None:
        return numbers[meant.at]
    return min(numbers.values(), default=(0,))[:1]


def _sexes_differ(one: Told, other: Told) -> bool:
    a, b = one.harmed.phrase.sex, other.harmed.phrase.sex
    return a is not None and b is not None and a != b


def _differ(one: Told, other: Told, *, part: bool = False) -> bool:
    """Whether the words tell persons apart; `part` asks whether one can be among the other."""
    if part and one.harmed.phrase.part and other.at < one.at:
        return False
    return _of_one_list(one, other) or _traits_differ(one, other) or _fates_differ(one, other) or _is_another(one, other, part=part)


def _of_one_list(one: Told, other: Told) -> bool:
    if one.sentence != other.sentence or one.at == other.at:
        return False
    a, b = one.harmed, other.harmed
    return a.listed == b.listed or (a.by_self and b.object) or (b.by_self and a.object)


def _traits_differ(one: Told, other: Told) -> bool:
    a, b = one.harmed.phrase, other.harmed.phrase
    if a.name and b.name:
        kin = len(a.name) > 1 and len(b.name) > 1 and a.name[-1] == b.name[-1] and a.name[0][:3] != b.name[0][:3]
        return kin or not set(a.name) & set(b.name)
    near = 0 if one.sentence == other.sentence else 1
    aged = a.age is not None and b.age is not None and abs(a.age - b.age) > near
    grown = a.young is not None and b.young is not None and a.young != b.young
    return aged or grown or _sexes_differ(one, other)


def _fates_differ(one: Told, other: Told) -> bool:
    """The dead and the hurt of one sentence are others, save where the dead are among those who were hit."""
    a, b = one.harmed, other.harmed
    if a.harm == b.harm:
        return False
    several = max(one.number, other.number) > 1
    if several and {a.harm, b.harm} == {"killed", "hurt"}:
        return True
    if one.sentence != other.sentence or (a.harm == "killed") == (b.harm == "killed") or a.by_self or b.by_self:
        return False
    return not (several and "hit" in (a.harm, b.harm) and not (a.phrase.other or b.phrase.other))


def _is_another(one: Told, other: Told, *, part: bool) -> bool:
    """Whether "another" or "the second" tells persons from those told just before, or from those of whom they are no part.

    As many persons, with as much done to them, are the same ones told again: "eight others" of a title and of what follows.
    """
    if not (one.harmed.phrase.other or other.harmed.phrase.other):
        return False
    if one.number == other.number > 1 and one.harmed.harm == other.harmed.harm and one.at != other.at:
        return False
    for later, earlier in ((one, other), (other, one)):
        near = later.at > earlier.at and later.sentence - earlier.sentence <= 1
        inside = part and earlier.number > later.number and earlier.sentence != later.sentence
        if later.harmed.phrase.other and near and not inside:
            return True
    return False
