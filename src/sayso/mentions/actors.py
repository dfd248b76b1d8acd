"""Parties, governments, groups of people and persons that an article names, under neutral names; private persons marked."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from sayso.knowledge.actors import party_by_id, state_party
from sayso.knowledge.country_words import country_words
from sayso.knowledge.phrases import PhraseIndex, Word, split_words
from sayso.knowledge.tables import read_table
from sayso.mentions.article_country import country_of
from sayso.mentions.back_references import find_back_references
from sayso.mentions.metonyms import means_government
from sayso.mentions.named import Named, Setting
from sayso.mentions.party_names import FINDERS, opening_words
from sayso.mentions.persons import find_persons, gather_persons
from sayso.mentions.wordings import join_wordings
from sayso.model.articles import Article
from sayso.model.mentions import ActorMention
from sayso.model.vocabulary import BODY_KINDS

_LOWER_CASE = 0.005
"""Below this share of capitals among the characters a text is taken to have lost its capitals (MUC-4's wire copy has none)."""


def find_actors(article: Article, shown: Mapping[int, str] | None = None) -> tuple[ActorMention, ...]:
    """Every party, government, group of people and person that the body of an article names, in the order of the text.

    `shown` tells the countries of towns that it names (`countries_shown`). Names without a country ("the rebels", "government forces")
    are those of the country that the article is about; where that is unclear they keep a neutral name and no id. A capital or country is
    its government where it acts, and no actor where things happen in it. Persons without an office are private, at every mention.
    """
    blocks = [split_words(article.text, b.start, b.end) for b in article.blocks if b.kind in BODY_KINDS]
    cased = _has_capitals(article.text)
    setting = Setting(country_of(blocks, shown, cased=cased), cased, article.published.day)
    persons = find_persons(blocks, gather_persons(article.text, blocks), article.text)
    parties = [m for words in blocks for m in join_wordings(article.text, _find_parties(article.text, words, setting))]
    body = [(b.start, b.end) for b in article.blocks if b.kind in BODY_KINDS]
    meant = find_back_references(article.text, body, parties)
    return _without_overlaps((*meant, *parties, *(p for p in persons if not any(_is_part_of(p, party) for party in parties))))


def _is_part_of(person: ActorMention, party: ActorMention) -> bool:
    """Whether what looks like a person's name is a part of a party's ("Arabian Peninsula" in that of al-Qaeda there)."""
    if not (party.start <= person.start and person.end <= party.end and len(party.text) > len(person.text)) or party.actor_id is None:
        return False
    named = set((party.name or "").lower().split())
    return all(word in named for word in person.text.lower().split())


def _has_capitals(text: str) -> bool:
    """Whether the capitals of a text make out more than the share that a text without them may have."""
    capitals = (c for c in text if c.isupper())
    return next(islice(capitals, int(_LOWER_CASE * len(text)), None), None) is not None


def _find_parties(text: str, words: list[Word], setting: Setting) -> list[ActorMention]:
    found: list[ActorMention] = []
    at = 0
    openers = _openers()
    while at < len(words):
        if words[at].fold not in openers:
            at += 1
            continue
        named = _longest(words, at, setting)
        joined = bool(found) and _joins(words, at, found[-1])
        states = _states_at(text, words, at, setting, joined=joined) if named is None else []
        if named is not None and not _only_told_of(text, words, at + named.size):
            found.append(_mention(text, words, at, named))
        found += [_mention(text, words, first, n) for first, n in states]
        at = at + named.size if named else max([first + n.size for first, n in states] or [at + 1])
    return found


@cache
def _openers() -> frozenset[str]:
    """Folded words at which a name of a party, a country or a seat may start."""
    return opening_words() | _seats().openers


def _only_told_of(text: str, words: list[Word], after: int) -> bool:
    """Whether a hyphen ties a name to a word that makes it no party: "Boko Haram-era", "jihadist-hit"."""
    hyphened = after < len(words) and text[words[after - 1].stop : words[after].start] in {"-", "\u2010", "\u2011"}
    return hyphened and words[after].fold in read_table("organs")["no_act"]


def _longest(words: list[Word], at: int, setting: Setting) -> Named | None:
    found = [named for finder in FINDERS if (named := finder(words, at, setting)) is not None]
    return max(found, key=lambda named: named.size) if found else None


def _states_at(text: str, words: list[Word], at: int, setting: Setting, *, joined: bool) -> list[tuple[int, Named]]:
    """The countries or seats that are named in a row from `at` ("Russia, Turkey and Iran") if they act as states there."""
    seat = _seat_at(text, words, at, setting)
    if seat is not None:
        return [(at, seat)]
    row, end = _names_in_row(words, at, text, setting)
    if not row or not (joined or means_government(text, words, row[0][0], end, plural=len(row) > 1)):
        return []
    parties = [(first, size, state_party(code, "government")) for first, size, code in row]
    return [(first, Named(size, p.id, p.name, p.kind, p.country)) for first, size, p in parties]


def _seat_at(text: str, words: list[Word], at: int, setting: Setting) -> Named | None:
    """An authority that is no state's by its seat ("Erbil said"), from the day that it sits there; without a day as it is now."""
    found = _seats().longest(words, at, cased=setting.cased)
    if found is None or not found[1]["from"] <= (setting.day.isoformat() if setting.day else _NOW) <= found[1]["to"]:
        return None
    party = party_by_id(found[1]["party"])
    if party is None or not means_government(text, words, at, at + found[0]):
        return None
    return Named(found[0], party.id, party.name, party.kind, party.country)


_NOW = "9999"
"""A day after every other: where a text has none, seats are as they are now."""


@cache
def _seats() -> PhraseIndex[dict[str, str]]:
    seats = read_table("seats").items()
    return PhraseIndex([(name, {"party": row["party"], "from": str(row["from"]), "to": str(row.get("to", _NOW))}) for name, row in seats])


def _joins(words: list[Word], at: int, last: ActorMention) -> bool:
    """Whether "and" ties a name to the state forces named just before it ("the army and Russia")."""
    near = at > 1 and words[at - 1].fold == "and" and words[at - 2].end == last.end
    return near and last.kind in {"state_forces", "external_forces"} and last.actor_id is not None


def _names_in_row(words: list[Word], at: int, text: str, setting: Setting) -> tuple[list[tuple[int, int, str]], int]:
    row: list[tuple[int, int, str]] = []
    end = at
    while at < len(words):
        found = country_words().longest(words, at, cased=setting.cased)
        if found is None or (found[1][1] == "adjective" and found[1][0] != "US"):
            break
        row.append((at, found[0], found[1][0]))
        end = at = at + found[0]
        gap = text[words[at - 1].stop : words[at].start] if at < len(words) else ""
        if gap.strip() not in {"", ","} or words[at - 1].possessive:
            break
        if at < len(words) and words[at].fold in {"and", "or"}:
            at += 1
        if at < len(words) and words[at].fold in {"its", "the"}:
            at += 1
    return row, end


def _mention(text: str, words: list[Word], at: int, named: Named) -> ActorMention:
    start, end = words[at].start, words[at + named.size - 1].end
    return ActorMention(start=start, end=end, text=text[start:end], actor_id=named.actor_id, name=named.name, kind=named.kind)


def _without_overlaps(mentions: Iterable[ActorMention]) -> tuple[ActorMention, ...]:
    """Where two overlap the longer one stays; a private person gives way to nothing."""
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda m: (not m.private, m.start - m.end, m.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))
