"""Whose voice a source is, and whether that party is in what it speaks about."""

import pytest

from sayso.claims.source_party import with_party
from sayso.model.claims import ClaimActor, Source

VOICES = [
    ("SANA", "official", ("Syrian Arab Army", "agent"), ("government:SY", True)),
    ("SANA", "official", ("Hezbollah", "agent"), ("government:SY", False)),
    ("SANA", "official", None, ("government:SY", None)),
    ("Hezbollah", "armed_group", ("Hezbollah", "target"), ("hezbollah", True)),
    ("Turkish Ministry of National Defence", "official", ("Turkish Armed Forces", "agent"), ("government:TR", True)),
    ("Sergei Lavrov", "official", ("Russian Armed Forces", "agent"), ("government:RU", True)),
    ("Syrian Observatory for Human Rights", "monitor", ("Syrian Arab Army", "agent"), (None, None)),
    ("residents", "witness", ("Syrian Arab Army", "agent"), (None, None)),
    ("Hezbollah", "armed_group", ("civilians", "affected"), ("hezbollah", None)),
]


@pytest.mark.parametrize(("name", "kind", "actor", "expected"), VOICES, ids=[f"{v[0]} on {v[2] and v[2][0]}" for v in VOICES])
def test_the_party_of_a_source_and_its_stake(name, kind, actor, expected):
    actors = [ClaimActor(text=actor[0], span=(0, 1), role=actor[1], name=actor[0])] if actor else []
    told = with_party(Source(text=name, span=(0, 1), name=name, kind=kind), actors)
    assert (told.party, told.interested) == expected


def test_what_a_body_is_more_closely():
    ministry = with_party(Source(text="x", span=(0, 1), name="Turkish Ministry of National Defence", kind="official"), [])
    assert ministry.detail == "ministry"
