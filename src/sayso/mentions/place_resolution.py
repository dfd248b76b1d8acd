"""Which places the names of a text mean, once it is known that they are names of places."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.gazetteer.spelling import fold_name
from sayso.mentions.place_choice import Asked, Choice, choose_place, may_stand, reasons_of, setting_of, weigh_candidates
from sayso.mentions.place_cues import look_beside
from sayso.mentions.place_names import PlaceName
from sayso.mentions.place_recognition import Seen, count_adjectives, know_short_forms, share_types
from sayso.mentions.place_words import place_words
from sayso.model.articles import Block, Span
from sayso.model.places import Candidate, PlaceKind

_ROUNDS = 3
_INSIDE = re.compile(r", (?:in )?(?:the )?| in (?:the )?")
_SHORT_STATE = re.compile(r", ?((?:[A-Z]\.? ?)?[A-Z][a-z]*)\.")


def resolve_names(text: str, seen: Sequence[Seen], gazetteer: Gazetteer, adjectives: Mapping[str, int]) -> list[Choice]:
    """The place of every name, chosen by the document's countries first, then with the places chosen."""
    asked, choices = _ask(text, seen, gazetteer), list[Choice]()
    keys = [_question(one) for one in asked]
    for _ in range(_ROUNDS):
        setting = setting_of(asked, adjectives, choices)
        answers = {key: choose_place(one, setting) for key, one in dict(zip(keys, asked, strict=True)).items()}
        choices = [answers[key] for key in keys]
    return choices


def _question(asked: Asked) -> tuple[object, ...]:
    """What makes two questions the same, so that a name that the text repeats is answered once."""
    name = asked.name
    found, within = (tuple(c.place.place_id for c in candidates) for candidates in (name.found, asked.within))
    return name.text, name.site, found, asked.kinds, within, asked.province_spoken


def resolve_spans(text: str, spans: Sequence[Span], gazetteer: Gazetteer) -> list[Choice]:
    """The places of names of which only the spans are known, in the order given; each is seen in its line of the text."""
    seen = []
    for start, end in spans:
        start += 4 if text[start:end].lower().startswith("the ") else 0
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        line = Block(kind="paragraph", start=first, end=last if last >= 0 else len(text))
        words, owns = text[start:end], text[end : end + 2] in ("'s", "\u2019s")
        name = PlaceName(start, end, words, (), (), possessive=owns, clipped=False, found=gazetteer.find(words))
        seen.append(Seen(name, look_beside(text, name, line.start, line.end), line))
    return resolve_names(text, share_types(text, know_short_forms(seen)), gazetteer, count_adjectives(text))


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a name may mean, its share of belief (0 where it cannot be meant here), and what speaks for and against it."""

    candidate: Candidate
    share: float
    reasons: tuple[tuple[float, str], ...]


def rank_places(name: str, beside: Sequence[str], gazetteer: Gazetteer) -> tuple[list[Ranked], Choice]:
    """All places that a name may mean in a text that names others `beside` it, the likeliest first, and the one that is taken."""
    spelled = (name, *beside)
    asked = [Asked(PlaceName(0, len(n), n, (), (), possessive=False, clipped=False, found=gazetteer.find(n)), frozenset()) for n in spelled]
    choices = list[Choice]()
    for _ in range(_ROUNDS):
        setting = setting_of(asked, {}, choices)
        choices = [choose_place(one, setting) for one in asked]
    own, setting = asked[0], setting_of(asked, {}, choices)
    meant = [c for c in own.name.found if may_stand(c, own, setting)]
    shares = {c.place.place_id: share for share, c in weigh_candidates(meant, own, setting)}
    ranked = [
        Ranked(candidate=c, share=round(shares.get(c.place.place_id, 0.0), 3), reasons=tuple(reasons_of(c, own, setting)))
        for c in own.name.found
    ]
    return sorted(ranked, key=lambda r: (-r.share, r.candidate.place.place_id)), choices[0]


def _ask(text: str, seen: Sequence[Seen], gazetteer: Gazetteer) -> list[Asked]:
    """Questions to resolve: kinds by type words, what a name lies in, and whether the text calls it a province no less than a town."""
    spoken = Counter(fold_name(s.name.text) for s in seen if s.beside.kinds == {"admin1"})
    spoken.subtract(fold_name(s.name.text) for s in seen if not s.beside.kinds or "town" in s.beside.kinds)
    asked = []
    for i, s in enumerate(seen):
        after = seen[i + 1].name if i + 1 < len(seen) else None
        inside = after is not None and _INSIDE.fullmatch(text, s.name.end, after.start) is not None
        within = after.found if after and inside else _states(text, s.name.end, gazetteer)
        folded = fold_name(s.name.text)
        kinds = s.beside.kinds or _kinds_of_part(text, s)
        asked.append(Asked(s.name, kinds, within, folded in spoken and spoken[folded] >= 0))
    return asked


_PART_OF = re.compile(r"\b(?P<way>(?:north|south)(?:-?(?:east|west))?ern|eastern|western) $", re.IGNORECASE)
_TOWNS_WITH_SIDES = ("aleppo", "ghouta", "mosul", "jerusalem", "beirut", "damascus")
"""Names whose eastern and western part is the town's, and no province's."""


def _kinds_of_part(text: str, seen: Seen) -> frozenset[PlaceKind]:
    """ "Southern Idlib" is of the province, where a name is both a province's and a town's; "eastern Aleppo" is of the town."""
    found = _PART_OF.search(text, max(0, seen.name.start - 16), seen.name.start)
    own = fold_name(seen.name.text)
    if found is None or not any(c.place.kind == "admin1" for c in seen.name.found):
        return frozenset()
    return frozenset() if own in _TOWNS_WITH_SIDES and found["way"].lower() in ("eastern", "western") else frozenset({"admin1"})


def _states(text: str, end: int, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """The division that news prints in short after a name: "Belgrade, Minn."."""
    short = _SHORT_STATE.match(text, end)
    whole = place_words().short_states.get(re.sub(r"[. ]", "", short[1])) if short else None
    return tuple(c for c in gazetteer.find(whole) if c.place.kind == "admin1") if whole else ()
