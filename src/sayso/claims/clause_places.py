"""Where a happening took place: the places of its clause, of its sentence, or the one that the text spoke of last."""

import re
from collections.abc import Sequence

from sayso.claims.clause_view import ClauseView
from sayso.claims.place_parts import shift_place
from sayso.model.claims import ClaimPlace
from sayso.model.mentions import PlaceMention
from sayso.model.vocabulary import EventClass, PlaceRole

_LEADS: tuple[tuple[PlaceRole, re.Pattern[str]], ...] = (
    (
        "towards",
        re.compile(r"\b(?:towards?|in the direction of|heading (?:for|to|(?:north|south|east|west)\w* to)|closer to)(?: \w+){0,3} $", re.I),
    ),
    (
        "from",
        re.compile(
            r"\b(?:from|out of|outside of|fled|flee(?:ing)?|fleeing from|left|leav(?:e|es|ing)|abandon(?:ed|ing)?|desert(?:ed|ing)|emptied"
            r"|evacuat(?:ed|ing)|quit|escap(?:ed|ing))(?: (?:the|their|its|both|areas?|parts?|towns?|villages?|city|homes?|in|of|around|and"
            r"|neighbou?rhoods?|districts?|camps?|province|countryside|north\w*|south\w*|east\w*|west\w*|central)){0,6} $",
            re.I,
        ),
    ),
    ("via", re.compile(r"\b(?:through|via|by way of)(?: (?:the|towns?|villages?|of)){0,3} $", re.I)),
    (
        "to",
        re.compile(
            r"\b(?:to|into|onto|reach(?:ed|es|ing)?|entered|arriv(?:ed?|ing) (?:in|at)|shelter(?:ed|ing)? in|refuge in|sought safety in"
            r"|return(?:ed|ing)? to|(?:re)?settled in|gathered in|hosted (?:in|by)"
            r"|(?:left|leave|leaving|fled|heading|headed)\b[^.;]{0,50} for)"
            r"(?: (?:the|their|its|areas?|towns?|villages?|city|homes?|of|in|around|near|camps?|province|safer|neighbou?ring|north\w*"
            r"|south\w*|east\w*|west\w*)){0,6} $",
            re.I,
        ),
    ),
)
"""What stands just before a name and the role that it gives; the first that fits counts."""

_LISTED = re.compile(r"^(?:,| and| or|, and|/)\s*(?:the |in |to |from )?$")
_MOVES: frozenset[EventClass] = frozenset({"displacement", "return", "deployment", "aid", "agreement"})
_LEFT_BEHIND = re.compile(
    r"^\W*(?:have been|has been|had been|was|were|is|are|stands?|lies?)? ?(?:\w+ )?(?:deserted|emptied|empty|abandoned)", re.I
)
_TYPE_WORDS = (
    r"(?:town|city|village|district|province|governorate|region|countryside|neighbou?rhood|suburb|area|camp|cluster|capital|state)s?"
)
_QUALIFIES = re.compile(
    rf"^(?:'s|’s)?(?: {_TYPE_WORDS})?,? (?:in|near|outside|close to|located (?:in|near|between)"
    rf"|(?:north|south|east|west)\w*(?:-?(?:east|west))? of|on the (?:\w+ )?(?:outskirts|edge) of|of)"
    rf"(?: (?:the|its|a|rural|nearby|\w+ern|\w+-\w+|{_TYPE_WORDS}(?: of)?)){{0,5}} $",
    re.I,
)
"""What stands between two names where the second only tells where the first one lies ("Tarmin, in the countryside of Aris")."""


_HOSTS = re.compile(
    r"(?:, an? [^,]{3,40}?)?(?:,? which|,? who)? (?:\w+ ){0,2}?(?:hosts?|hosting|hosted|shelters|is home to|houses|took in)\b"
)
_LAUNCHED = re.compile(
    r"\b(?:fired|launched|came|come|coming|taken off|took off) from (?:the )?"
    r"(?:(?:direction|village|town|area|base|airbase|outskirts) (?:of )?)*$",
    re.I,
)
_SEAT = re.compile(
    r"\b(?:based in|(?:statements?|announcements?|claims?|reports?|reactions?|orders?) from"
    r"|(?:supporters?|backers?|ally|allies|enemy|enemies|friends?|critics?|opponents?|neighbou?rs?) of) (?:the )?$",
    re.I,
)
_NO_SITE = re.compile(
    rf"-(?:based|backed|led|born|made)\b|\$\d| (?:accords?|agreements?|deals?|memorandum|process|format|pick-?ups?|trucks?|rifles?)\b"
    rf"|(?:'s|’s)? (?:\w+ )?{_TYPE_WORDS} of (?=[A-Z])"
)
"""What stands just after a name that is no place of an event: "Britain-based", "the Tarmin accords", "the Aris suburb of Tarmin"."""
_ITS_PART = re.compile(
    r"(?:'s|’s|s|'|’)(?: [a-z]+ern| central| old| besieged| [a-z]+-(?:held|controlled))*"
    r"(?P<name>(?: (?:[A-Za-z]{2,3}-)?[A-Z][\w'’-]+){1,3})"
    r" (?:neighbou?rhood|district|quarter|suburb)s?\b"
)
"""What stands after a town that only tells where a part of it lies: "Aris's western Marj quarter", also without the apostrophe."""


def link_places(view: ClauseView) -> tuple[tuple[ClaimPlace, ...], str]:
    """The places that the sentence of a happening names for it, with their roles, and the reason."""
    usable = [p for p in view.places if may_be_at(view, p)]
    own, why = _nearest(view, usable)
    kept = without_containers(view.text, own)
    clause = view.text[slice(*view.clause)]
    shifted = [place if view.holds(place) or place.relation else shift_place(clause, place) for place in kept]
    return tuple(as_claim_place(view, place) for place in shifted), why


def may_be_at(view: ClauseView, place: PlaceMention) -> bool:
    """Whether a happening may be at a place: a part of the world small enough, no speaker's, and not where rockets came from."""
    return is_somewhere(place) and is_site(view.text, place, view.places) and not is_theirs(view, place)


def is_theirs(view: ClauseView, place: PlaceMention) -> bool:
    """Whether a place is in the words that name who speaks, or where rockets came from."""
    return _in_speaker(view, place) or _fired_from(view, place)


def is_somewhere(place: PlaceMention) -> bool:
    """A part of the world ("the Middle East") is no event's place."""
    return place.place_id is None or place.geo_precision is not None


def _fired_from(view: ClauseView, place: PlaceMention) -> bool:
    """Where rockets are fired from is not the place that they hit."""
    return view.happening.event == "strike" and bool(_LAUNCHED.search(view.text[max(view.sentence[0], place.start - 60) : place.start]))


def is_site(text: str, place: PlaceMention, places: Sequence[PlaceMention]) -> bool:
    """Whether the words around a name let it be where something happened: not "Britain-based", "a statement from Aris".

    A town is none either where one of `places` is named as its quarter ("Aris's Marj quarter").
    """
    if _NO_SITE.match(text[place.end : place.end + 40]) or _SEAT.search(text[max(0, place.start - 24) : place.start]):
        return False
    part = _ITS_PART.match(text, place.end, place.end + 80)
    return part is None or not any(part.start("name") <= p.start < part.end("name") for p in places)


def _in_speaker(view: ClauseView, place: PlaceMention) -> bool:
    """A place inside the words that name a speaker ("the governor of ...") is not the event's."""
    named = any(a <= place.start and place.end <= b for a, b in view.speakers)
    return named and not _HOSTS.match(view.text[place.end : place.end + 70])


def _nearest(view: ClauseView, usable: Sequence[PlaceMention]) -> tuple[list[PlaceMention], str]:
    inside = [p for p in usable if view.holds(p)]
    if inside:
        return inside, "places: named in its clause"
    others = [h for h in view.siblings if (h.start, h.end) != view.clause]
    free = [p for p in usable if not any(h.start <= p.start and p.end <= h.end for h in others)]
    near = free or usable
    if not near:
        return [], "places: the sentence names none"
    best = min(near, key=lambda p: (view.distance(p), p.start))
    row = [p for p in near if p is best or in_one_list(view.text, near, p, best)]
    return row, "places: named in its sentence"


def in_one_list(text: str, near: Sequence[PlaceMention], one: PlaceMention, best: PlaceMention) -> bool:
    """Whether only commas and "and" stand between two names, other names of the list aside."""
    first, last = sorted((one, best), key=lambda p: p.start)
    at = first.end
    for name in [p for p in near if first.start < p.start <= last.start]:
        if not _LISTED.match(text[at : name.start]):
            return False
        at = name.end
    return True


def without_containers(text: str, own: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Of "Tarmin in Aris province" only the town; a name that stands twice counts once."""
    kept: list[PlaceMention] = []
    for place in own:
        if kept and _lies_in(text, kept[-1], place):
            continue
        held = any(_contains(place, inner) and not _goes_between(text, place) for inner in own if inner is not place)
        twice = any(place.place_id is not None and place.place_id == k.place_id and place.relation == k.relation for k in kept)
        if not held and not twice:
            kept.append(place)
    return kept


def _lies_in(text: str, one: PlaceMention, after: PlaceMention) -> bool:
    """Whether the second name only tells where the first lies; after a comma only where the gazetteer knows the first."""
    between, words = one.relation == after.relation == "between", text[one.end : after.start]
    return not between and (one.place_id is not None or "," not in words) and _QUALIFIES.match(words) is not None


def _goes_between(text: str, place: PlaceMention) -> bool:
    """An origin or destination in its own right stays beside the places that it contains."""
    before = text[max(0, place.start - 60) : place.start]
    return any(pattern.search(before) for role, pattern in _LEADS if role in ("to", "towards"))


def _contains(outer: PlaceMention, inner: PlaceMention) -> bool:
    if outer.place_id is None or outer.place_id == inner.place_id:
        return False
    if outer.is_country:
        return inner.country == outer.country
    return outer.is_division and inner.admin1 is not None and not inner.is_division and _same_division(outer, inner)


def _same_division(outer: PlaceMention, inner: PlaceMention) -> bool:
    return inner.country == outer.country and inner.admin1 in (outer.admin1, outer.name)


def as_claim_place(view: ClauseView, place: PlaceMention) -> ClaimPlace:
    """A mention with the role that it plays in a happening."""
    fields = {name: getattr(place, name) for name in PlaceMention.__struct_fields__}
    return ClaimPlace(**fields, role=_role_of(view, place))


def _role_of(view: ClauseView, place: PlaceMention) -> PlaceRole:
    """From, to, towards or via for what moves; elsewhere the place is where it happened."""
    if view.happening.event not in _MOVES:
        return "at"
    before = view.text[max(view.sentence[0], _list_start(view, place) - 90) : _list_start(view, place)]
    before = before.removesuffix(place.relation + " ") if place.relation else before
    if view.happening.event == "displacement" and _LEFT_BEHIND.match(view.text[place.end : place.end + 60]):
        return "from"
    return next((role for role, pattern in _LEADS if pattern.search(before)), "at")


def _list_start(view: ClauseView, place: PlaceMention) -> int:
    """Where the list begins that a name stands in ("from Tarmin and Aris")."""
    start = place.start
    for other in reversed([p for p in view.places if p.end <= place.start]):
        if not _LISTED.match(view.text[other.end : start]):
            break
        start = other.start
    return start
