"""What published outputs keep back, and the general words that stand in for it."""

from functools import cache

import msgspec

from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import EventClass, SourceKind


class RoleRule(msgspec.Struct, frozen=True):
    """A general role for a person, if each group of words has one beside the name."""

    role: str
    all: tuple[tuple[str, ...], ...]


class ProtectionTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The reviewed words of protection; the table's own comments say what each list is for and where the rules come from."""

    roles: tuple[RoleRule, ...]
    roles_by_kind: dict[SourceKind, str]
    role_otherwise: str
    generic_speakers: frozenset[str]
    name_particles: frozenset[str]
    first_person: tuple[str, ...]
    bodies: frozenset[SourceKind]
    personal_classes: frozenset[EventClass]
    sites: tuple[str, ...]
    sites_in_arabic: tuple[str, ...]
    not_sites_after: tuple[str, ...]
    site_determiners: tuple[str, ...]
    sexual_violence: tuple[str, ...]
    sexual_sub_events: frozenset[str]
    minors: tuple[str, ...]
    minor_ages: str
    few: tuple[str, ...]
    detention_classes: frozenset[EventClass]
    columns: tuple[str, ...]
    column_classes: frozenset[EventClass]
    deployment_classes: frozenset[EventClass]
    hours_before_published: int
    small_community_km: float
    small_count: int
    tells_of: dict[EventClass, str]
    reasons: dict[str, str]


@cache
def load_protection() -> ProtectionTable:
    """The table of protection, checked for its shape.

    >>> load_protection().roles_by_kind["witness"]
    'a resident'
    """
    return msgspec.convert(read_table("protection"), ProtectionTable)
