"""Which persons of a sentence were killed, hit or hurt by its words, one by one or as many as it says."""

import re
from collections.abc import Sequence

import msgspec

from sayso.claims.harm_words import Harm, done_to, is_of_nobody, may_be_dead, suffered_by, told_in, told_of_theirs
from sayso.claims.person_phrases import Phrase, find_phrases
from sayso.model.mentions import FigureMention

_BESIDE = re.compile(r",?\s*|,? (?:later )?identified as ")
_LISTED = re.compile(r",?\s*(?:and|as well as|along with|&)\s+(?:then\s+)?|,\s+", re.I)
_ITSELF = re.compile(
    r"\b(?P<verb>kill(?:ed|ing|s)?|shot\s+and\s+killed|shoot(?:s|ing)?|shot|fatally\s+shot"
    r"|turn(?:ed|ing|s)?\s+(?:the|a|his|her)\s+\w*\s*(?:gun|weapon|rifle)\s+on|took|taking)\s+(?:and\s+(?:then\s+)?)?"
    r"(?P<self>himself|herself|his own life|her own life)",
    re.I,
)
_KILLS = re.compile(r"kill|turn|took|tak|fatal", re.I)


_ACTS = re.compile(
    r"\s+(?:\w+ly\s+|then\s+|also\s+|had\s+|has\s+)*(?:shot(?:\s+(?:and|at)\s*\w*)?|killed|wounded|injured|hit|struck|hurt)"
    r"(?:\s+and\s+\w+ed)?\s+",
    re.I,
)
"""What stands between those who do it and those to whom it is done."""


class Harmed(msgspec.Struct, frozen=True):
    """Persons told as harmed; `listed` numbers the list that they stand in, `object` tells that it is done to them, `by_self` by whom.

    `beside` tells that others stand before them in that list.
    """

    phrase: Phrase
    harm: Harm
    listed: int
    object: bool = False
    by_self: bool = False
    beside: bool = False


def find_harmed(sentence: str, names: Sequence[str], figures: Sequence[tuple[int, FigureMention]]) -> list[Harmed]:
    """Persons whom a sentence tells as harmed, in order.

    >>> found = find_harmed("A child was killed and her mother was wounded.", (), ())
    >>> [(h.phrase.start, h.harm) for h in found]
    [(0, 'killed'), (23, 'hurt')]
    """
    groups = group_phrases(sentence, find_phrases(sentence, names, figures))
    found = [one for at in range(len(groups)) for one in _harmed_group(sentence, groups, at)]
    told = _with_selves(sentence, groups, found)
    return [msgspec.structs.replace(told[0], harm="killed")] if _is_murder(sentence, told) else told


_MURDER = re.compile(r"\b(?:murder(?:ed|ing)?|manslaughter|homicide|(?:fatal|deadly) (?:\w+ )?shooting)\b", re.I)
_ATTEMPTED = re.compile(r"\battempt(?:ed|ing)?\b|\bnot\b|n[’']t\b", re.I)


def _is_murder(sentence: str, told: Sequence[Harmed]) -> bool:
    """Whether a sentence calls it murder that its one person was shot: "charged with murder in the shooting of his wife"."""
    one = len(told) == 1 and told[0].harm == "hit" and told[0].object and told[0].phrase.number == 1
    return one and _MURDER.search(sentence) is not None and not _ATTEMPTED.search(sentence)


def group_phrases(sentence: str, phrases: Sequence[Phrase]) -> list[list[Phrase]]:
    """Phrases in lists ("a man and two boys"); a name and the words beside it for the same person become one ("the boy, Lorne")."""
    groups: list[list[Phrase]] = []
    for phrase in phrases:
        last = groups[-1][-1] if groups else None
        if last is not None and phrase.start < last.tail:
            continue
        glue = sentence[last.tail : phrase.start] if last is not None else "."
        if last is not None and _BESIDE.fullmatch(glue) and _are_one(last, phrase):
            groups[-1][-1] = _join(last, phrase)
        elif last is not None and _goes_on(glue, sentence[phrase.start :]) and not (last.pronoun or phrase.pronoun or phrase.part):
            groups[-1].append(phrase)
        elif not phrase.in_list:
            groups.append([phrase])
    return [_without_apposed(sentence, group) for group in groups]


def _goes_on(glue: str, rest: str) -> bool:
    """Whether a list goes on, where commas are lost as well: "a father a mother and a son"."""
    return _LISTED.fullmatch(glue) is not None or (glue.isspace() and re.match(r"an?\s", rest) is not None)


_AT_LARGE = re.compile(r"\b(?:victims?|persons?|people|others?|members)$", re.I)


def _without_apposed(sentence: str, group: list[Phrase]) -> list[Phrase]:
    """Persons told at large without those who say who they are: "two more people, a man and a woman," are two.

    Two persons beside each other without "and" are one: "a girl, his niece,".
    """
    first, *rest = group
    if len(rest) == 1 and first.number == rest[0].number == 1 and sentence[first.tail : rest[0].start].strip() in ("", ","):
        return [first if first.name and rest[0].name else _join(first, rest[0])]
    at_large = bool(rest) and _AT_LARGE.search(sentence[first.start : first.end]) is not None
    apposed = at_large and sentence[first.tail : rest[0].start].strip() == "," and sum(p.number for p in rest) == first.number
    return [msgspec.structs.replace(first, tail=rest[-1].tail)] if apposed else group


def _are_one(one: Phrase, other: Phrase) -> bool:
    return bool(one.name) != bool(other.name) and one.number == other.number == 1


def _join(one: Phrase, other: Phrase) -> Phrase:
    return msgspec.structs.replace(
        one,
        end=other.end,
        tail=other.tail,
        name=one.name or other.name,
        age=other.age if one.age is None else one.age,
        sex=one.sex or other.sex,
        young=other.young if one.young is None else one.young,
        other=one.other or other.other,
    )


_BY_THEM = re.compile(r"\bby\s+$|\b(?:one|two|three|four|five)\s+(?:of\s+(?:them|whom)\s+)?(?:identified\s+as|named)\s+$", re.I)
_OPEN = re.compile(r"(?:^|[.;:,]\s)(?P<who>[^.;:,]{3,90}?)\s+(?:and|alongside|along with|as well as|together with)\s+$", re.I)
_CLAUSE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|shot|killed|killing|wounded|wounding|injured|injuring|struck|died|said|says?|left|leaving"
    r"|kills?|shoots?|hit|hurt|dead|dies|fled|told|took|ran|arrested|charged|fired|identified)\b",
    re.I,
)


def _is_open(before: str) -> bool:
    """Whether a list begins with somebody whom no words before tell as a person: "Sarin alongside nine of his comrades"."""
    lead = _OPEN.search(before)
    return lead is not None and not _CLAUSE.search(lead["who"])


_LEAD = 300
"""Characters before persons that may lead up to them."""


def _harmed_group(sentence: str, groups: Sequence[Sequence[Phrase]], at: int) -> list[Harmed]:
    group = groups[at]
    before, after = sentence[max(0, group[0].start - _LEAD) : group[0].start], sentence[group[-1].tail :]
    if any(p.owner for p in group):
        theirs = [(p, told_of_theirs(sentence[p.end :])) for p in group] if len(group) == 1 else []
        return [Harmed(p, harm, at) for p, harm in theirs if harm is not None]
    if is_of_nobody(before) or _BY_THEM.search(before) or _is_open(before):
        return []
    own = [told_in(sentence[p.start : p.end]) if p.counted else None for p in group]
    if any(own):
        led = (
            "killed"
            if re.match(r"\s*(?:dead|killed)", after, re.I)
            else "hurt"
            if re.match(r"\s*(?:\w+ly )?(?:wounded|injured|hurt)", after, re.I)
            else None
        )
        told: list[Harm | None] = [harm or led for harm in own]  # type: ignore[misc]
        return [Harmed(p, harm, at, object=True, beside=p is not group[0]) for p, harm in zip(group, told, strict=True) if harm is not None]
    rest = sentence[group[-1].tail : next((g[0].start for g in groups[at + 1 :] if not g[0].pronoun), len(sentence))]
    object_of_it = groups[at + 1][0] if at + 1 < len(groups) else None
    acts = object_of_it is not None and _ACTS.fullmatch(sentence[group[-1].tail : object_of_it.start]) is not None
    several = any(p.number > 1 for p in group)
    suffered = None if acts else suffered_by(after, rest, several=several)
    harm = suffered or done_to(before, after, rest, several=several)
    return [Harmed(p, harm, at, object=suffered is None, beside=p is not group[0]) for p in group] if harm is not None else []


def _with_selves(sentence: str, groups: Sequence[Sequence[Phrase]], found: Sequence[Harmed]) -> list[Harmed]:
    """With those who shot or killed themselves, under the words for them that stand before."""
    kept = list(found)
    for match in _ITSELF.finditer(sentence):
        sex = "f" if "her" in match["self"].lower() else "m"
        objects = {h.phrase.start for h in kept if h.object}
        before = (p for g in groups for p in g if p.end <= match.start() and p.number == 1)
        subjects = [p for p in before if p.sex in (None, sex) and p.start not in objects]
        known = [h for h in kept if h.phrase in subjects]
        if any(h.harm == "killed" for h in known):
            continue
        harm: Harm = "killed" if _KILLS.search(match["verb"]) or may_be_dead(sentence[match.end() :]) or _kills(kept) else "hit"
        who = subjects[-1] if subjects else Phrase(start=match.start(), end=match.end())
        own = msgspec.structs.replace(who, start=match.start(), end=match.end(), sex=sex, pronoun=False, other=False)
        kept = [*(h for h in kept if h not in known), Harmed(own, harm, -1, by_self=True)]
    return kept


def _kills(found: Sequence[Harmed]) -> bool:
    """Whether the sentence tells of others who were killed: whoever then shoots himself dies of it as a rule."""
    return any(h.harm == "killed" and h.object for h in found)
