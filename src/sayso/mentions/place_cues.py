"""What speaks for and against a name being a place: the words beside it, what the gazetteer knows of it, and the rest of the document."""

import re
from collections.abc import Mapping, Sequence

import msgspec

from sayso.gazetteer.distance import kilometres
from sayso.gazetteer.spelling import fold_name
from sayso.mentions.place_choice import Asked, Setting, choose_place, setting_of
from sayso.mentions.place_names import PlaceName
from sayso.mentions.place_words import place_words
from sayso.model.places import PlaceKind

_LEFT = re.compile(r"[^\W_][\w'\u2019.-]*|[,;:()!?\"\u201c\u201d\u2018\n]|[.](?=\s)")
_LARGE_TOWN, _TOWN = 100_000, 10_000
_ENGLISH_NAMED = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", ""})
_KNOWN_BEST = frozenset({"country", "admin1", "area", "large town"})
_NEAR_KM, _COUNTRY_SHARE, _SURE_SPELLING, _FIRST_PLACES = 150.0, 0.2, 0.6, 40
_NEXT = re.compile(r"(?:\u2019s|'s)? (?:(?:north|south)?-?(?:east|west)?(?:ern)? )?([a-z]+)")
_AGE = re.compile(r"(?:, | \()\d{2}(?=[,)])")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{2,20})?(?: \([^)]{2,20}\))?\s*(?:--|\u2014|\u2013|- )|\s*\([A-Z]{2,8}\)")
_CONTAINED = re.compile(r", (?:in )?(?:the )?(?=[A-Z])")
_TOLD = re.compile(r" (?:was|is|has been|had been|were|are|came|comes|remains) (?:also |now |again |still )?([\w-]+)")
_VERB = re.compile(r" (?:is|was|has|had|will|would|who|whose|could|does|did|went|came|took|made|got|says|said|told)\b")


class Surroundings(msgspec.Struct, frozen=True):
    """The document's part of the evidence: words that occur in small letters, words of persons' names, names that are located
    somewhere, and where the names that need no context lie."""

    small_words: frozenset[str]
    person_words: frozenset[str]
    located: frozenset[str]
    setting: Setting


class Beside(msgspec.Struct, frozen=True):
    """Cues of one name, and the kinds of place that type words beside it ask for (empty where none does)."""

    cues: frozenset[str]
    kinds: frozenset[PlaceKind]


def look_beside(text: str, name: PlaceName, start: int, end: int) -> Beside:
    """Cues from the words around a name between two offsets (its block)."""
    kinds, cues = _look_left(text[max(start, name.start - 90) : name.start], name)
    kinds_after, cues_after = _look_right(text[name.end : min(end, name.end + 60)], name)
    if not text[start : name.start].strip():
        cues.add("opens block")
    return Beside(frozenset(cues | cues_after), frozenset(kinds or kinds_after))


def _look_left(left: str, name: PlaceName) -> tuple[set[PlaceKind], set[str]]:
    known, cues, kinds = place_words(), set[str](), set[PlaceKind]()
    tokens = _LEFT.findall(left)
    while tokens and (tokens[-1].lower().removesuffix("ern") in known.directions or tokens[-1].endswith("-held")):
        cues.add("direction before")
        tokens.pop()
    if len(tokens) > 1 and tokens[-1].lower() == "of" and tokens[-2].lower() in known.types_before:
        kinds |= set(known.types_before[tokens[-2].lower()])
        cues |= {"type before", "settlement before"} if kinds == {"town"} else {"type before"}
        tokens = tokens[:-2]
    while tokens and tokens[-1].lower() in known.passed_over:
        if tokens.pop().lower() == "the" and not kinds:
            cues.add("the before")
    cues.add(_preposition(tokens))
    return kinds, cues


def _preposition(tokens: list[str]) -> str:
    known = place_words()
    last = tokens[-1].lower() if tokens else ""
    if not last or last in ".!?\n\"\u201c:":
        return "opens sentence"
    if last in known.locating:
        return "locating"
    if last in known.leaning:
        return "leaning"
    if last in known.said or last in known.titles:
        return "said before" if last in known.said else "title before"
    return {",": "comma before", "(": "bracket before"}.get(last, "other before")


def _look_right(right: str, name: PlaceName) -> tuple[set[PlaceKind], set[str]]:
    known, cues, kinds = place_words(), set[str](), set[PlaceKind]()
    after = name.after[0] if name.after else (m[1] if (m := _NEXT.match(right)) else "")
    if after in known.types_after:
        cues.add("type after")
        kinds |= set(known.types_after[after])
    elif after in known.titles:
        cues.add("title after")
    elif name.after:
        cues.add("body after" if set(name.after) & known.bodies else "site after" if set(name.after) & known.sites else "name after")
    elif after in known.said:
        cues.add("said after")
    if _AGE.match(right):
        cues.add("age after")
    if (told := _TOLD.match(right)) and told[1] in known.suffering:
        cues.add("suffers after")
    elif _VERB.match(right):
        cues.add("verb after")
    if _DATELINE.match(right):
        cues.add("dateline")
    if _CONTAINED.match(right):
        cues.add("comma after")
    return kinds, cues


def own_cues(name: PlaceName, around: Surroundings) -> frozenset[str]:
    """Cues from the name itself: how it is written, what the gazetteer knows of it, what the document says of it elsewhere."""
    known, folded, cues = place_words(), fold_name(name.text), {_best_kind(name)}
    lower = name.text.lower()
    kind = _best_kind(name)
    unknown = kind in ("unknown", "consonants known")
    articled = bool(re.match(r"(?:al|el|as|ash|an|ad|az|ar|at)[- ]", lower))
    if not unknown or kind == "consonants known":
        cues.add(_lies_near(name, around.setting))
        cues |= _foreign(name, around.setting)
    flags = {
        "site": name.site,
        "unknown, located elsewhere": unknown and folded in around.located,
        "short": len(folded) < 3,
        "usual name": _is_usual(name),
        "ordinary word": lower in known.ordinary,
        "given name": name.text in known.given_names,
        "small elsewhere": lower in around.small_words,
        "person elsewhere": folded in around.person_words,
        "located elsewhere": folded in around.located,
        "capitals": name.text.isupper() and len(name.text) > 1,
        "articled": articled,
        "unknown, articled": unknown and articled,
        "several words": " " in name.text,
        "possessive": name.possessive,
        "clipped": name.clipped,
        "name before": any(w not in known.no_names for w in name.before),
    }
    return frozenset(cues | {cue for cue, holds in flags.items() if holds})


def _best_kind(name: PlaceName) -> str:
    places = [c.place for c in name.found if c.how != "skeleton"]
    if not places:
        return "consonants known" if name.found else "unknown"
    kinds = {p.kind for p in places}
    for kind in ("country", "area", "sea", "admin1"):
        if kind in kinds:
            return kind
    if kinds & {"road", "border"}:
        return "area"
    people = max(p.population for p in places)
    return "large town" if people >= _LARGE_TOWN else "town" if people >= _TOWN else "small town"


def surroundings_of(text: str, names: Sequence[tuple[PlaceName, Beside]], adjectives: Mapping[str, int]) -> Surroundings:
    """What the whole document tells about its names."""
    persons: set[str] = set()
    located: set[str] = set()
    for name, beside in names:
        if name.person or (beside.cues & {"age after", "said after", "title before"} and not name.found):
            persons |= {fold_name(w) for w in name.text.split() if len(w) > 2} | {fold_name(name.text)}
        elif beside.cues & {"locating", "type before", "type after"}:
            located.add(fold_name(name.text))
    small = frozenset(re.findall(r"(?<![\w-])[a-z]{3,}(?![\w-])", text))
    return Surroundings(small, frozenset(persons), frozenset(located), _plain_setting(names, adjectives))


def _plain_setting(names: Sequence[tuple[PlaceName, Beside]], adjectives: Mapping[str, int]) -> Setting:
    """Setting by the names that are known best: countries, divisions and large towns by their usual names."""
    ordinary = place_words().ordinary
    plain = [
        Asked(name, beside.kinds)
        for name, beside in names
        if not name.person and not name.site and name.text.lower() not in ordinary and _best_kind(name) in _KNOWN_BEST and _is_usual(name)
    ]
    first = setting_of(plain, adjectives)
    return setting_of(plain, adjectives, [choose_place(one, first) for one in plain])


def _is_usual(name: PlaceName) -> bool:
    folded = fold_name(name.text)
    return any(c.likeness == 1 and fold_name(c.place.name) == folded for c in name.found)


def _foreign(name: PlaceName, setting: Setting) -> set[str]:
    """Whether the name is known in a country of the document where places do not have English names."""
    countries = {c.place.country or "" for c in name.found if c.likeness >= _SURE_SPELLING} - _ENGLISH_NAMED
    return {"foreign name"} if any(setting.countries.get(country, 0) >= _COUNTRY_SHARE for country in countries) else set()


def _lies_near(name: PlaceName, setting: Setting) -> str:
    """Where the candidates lie for the setting: near its places, in its countries, or elsewhere."""
    places = [c.place for c in name.found if c.likeness >= _SURE_SPELLING]
    if not places:
        return "nowhere"
    for place in places[:_FIRST_PLACES]:
        points = setting.points if place.lat is not None and place.lon is not None else ()
        if any(kilometres(place.lat or 0, place.lon or 0, lat, lon) < _NEAR_KM for i, lat, lon in points if i != place.place_id):
            return "near the others"
    return "in the country" if any(setting.countries.get(p.country or "", 0) >= _COUNTRY_SHARE for p in places) else "far from the others"
