"""What finding a party at a word gives, and what holds for the whole article."""

import datetime as dt
from typing import NamedTuple

from sayso.knowledge.actors import load_parties, state_party


class Named(NamedTuple):
    """A party found at a word: how many words it takes, its id (None for no reviewed party), display name, kind and country."""

    size: int
    actor_id: str | None
    name: str
    kind: str
    country: str | None = None


class Setting(NamedTuple):
    """What holds for a whole article: the country that it is about, whether its text has capitals, and the day it is from."""

    country: str | None
    cased: bool
    day: dt.date | None = None


def known_party(party_id: str, size: int) -> Named:
    """A reviewed party under `size` words."""
    party = load_parties()[party_id]
    return Named(size, party.id, party.name, party.kind, party.country)


def part_of_state(country: str, organ: str, size: int) -> Named:
    """A part of a state under `size` words."""
    party = state_party(country, organ)
    return Named(size, party.id, party.name, party.kind, country)
