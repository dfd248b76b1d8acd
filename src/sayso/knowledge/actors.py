"""Parties to wars by their names and spellings: reviewed entries, and states by rule."""

from functools import cache
from typing import Any, Literal

import msgspec

from sayso.knowledge.phrases import PhraseIndex
from sayso.knowledge.tables import read_table, table_names

PartyKind = Literal[
    "state_forces", "rebel_group", "political_militia", "identity_militia", "rioters", "protesters", "civilians", "external_forces",
]  # fmt: skip
"""ACLED's eight kinds of actor (inter codes 1 to 8)."""


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """A party: neutral display `name`, ACLED's kind, the state it belongs to; an `umbrella` is never narrowed to one army.

    `aliases`, `arabic` and `loaded` lead to the party; the loaded ones take sides and are printed only inside quotations. `parent` is the
    party of which it is a wing, `members` those that an umbrella or alliance covers, `became` the party it was renamed to or merged into
    as a whole; `allies` fight beside it. All are ids.
    """

    id: str
    name: str
    kind: PartyKind
    country: str | None = None
    state: bool = False
    umbrella: bool = False
    aliases: tuple[str, ...] = ()
    arabic: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    parent: str | None = None
    members: tuple[str, ...] = ()
    became: str | None = None
    allies: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    source: str = "rule"


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A state by its ISO code: usual name, adjectives of nationality, seat of government, other names."""

    code: str
    name: str
    adjectives: tuple[str, ...]
    seat: str
    also: tuple[str, ...] = ()
    metonym: bool = True

    @property
    def with_article(self) -> str:
        """The name as it stands in a phrase ("the United States")."""
        return f"the {self.name}" if f"the {self.name}" in self.also else self.name


@cache
def load_countries() -> dict[str, Country]:
    """States of the world by ISO 3166 alpha-2 code."""
    return {code: msgspec.convert({"code": code, **row}, Country) for code, row in read_table("countries").items()}


def _party(row: dict[str, Any]) -> Party:
    valid = row.get("valid") or {}
    dates = {"valid_from": str(valid["from"]) if "from" in valid else None, "valid_to": str(valid["to"]) if "to" in valid else None}
    return msgspec.convert({**{k: v for k, v in row.items() if k != "valid"}, **dates}, Party)


@cache
def load_parties() -> dict[str, Party]:
    """Reviewed parties by id."""
    return {row["id"]: _party(row) for name in table_names("parties") for row in read_table(name)}


@cache
def state_party(country: str, organ: str) -> Party:
    """The government, armed forces, army or police of a state, or its rebels: the reviewed entry, or one by rule.

    >>> state_party("HN", "forces").name, state_party("SY", "army").name, state_party("RU", "government").name
    ('Honduran Armed Forces', 'Syrian Arab Army', 'Government of Russia')
    >>> state_party("CD", "government_forces").name, state_party("TD", "rebels").umbrella
    ('Congolese government forces', True)
    """
    table = read_table("organs")
    known = load_parties().get(table["own"].get(country, {}).get(organ, f"{organ}:{country}"))
    if known:
        return known
    state = load_countries()[country]
    row = table["organs"][organ]
    name = row["name"].format(adjective=state.adjectives[0], country=state.with_article)
    kind, umbrella = row.get("kind", "state_forces"), row.get("umbrella", False)
    return Party(id=f"{organ}:{country}", name=name, kind=kind, country=country, state=kind == "state_forces", umbrella=umbrella)


def party_by_id(party_id: str) -> Party | None:
    """A party by the id that mentions carry, reviewed or by rule; None for an unknown one."""
    known = load_parties().get(party_id)
    organ, _, country = party_id.partition(":")
    if known is None and country in load_countries() and organ in read_table("organs")["organs"]:
        return state_party(country, organ)
    return known


@cache
def party_names() -> PhraseIndex[str]:
    """All names, spellings and loaded wordings of the reviewed parties, each with the party's id."""
    return PhraseIndex([(alias, p.id) for p in load_parties().values() for alias in (p.name, *p.aliases, *p.arabic, *p.loaded)])
