"""What people write into a ledger: judgements, grades, notes. An entry is added once and never changed; another entry undoes it."""

import datetime as dt
import hashlib
from typing import Any, Literal, get_args

import msgspec

from sayso.model.claims import Claim
from sayso.model.vocabulary import EventClass

Reliability = Literal["A", "B", "C", "D", "E", "F"]
"""How reliable a source is, by the Admiralty scale: F is a source that cannot be judged, and an ungraded one has no letter."""

Credibility = Literal["1", "2", "3", "4", "5", "6"]
"""How credible a statement is, by the Admiralty scale: 6 is one that cannot be judged."""

CREDIBILITIES: tuple[Credibility, ...] = get_args(Credibility)


class ClaimRef(msgspec.Struct, frozen=True):
    """A claim as somebody pointed at it; a later reading is searched for the same id, else for the same words."""

    digest: str
    claim_id: str
    event: EventClass
    start: int
    end: int


class Accept(msgspec.Struct, frozen=True, tag="accept"):
    """The claim is right as it stands; it is kept as it was seen, whatever later readers make of it."""

    digest: str
    claim: Claim


class Reject(msgspec.Struct, frozen=True, tag="reject"):
    """The text does not say this."""

    digest: str
    claim: Claim


class Correct(msgspec.Struct, frozen=True, tag="correct"):
    """A field of a claim is another than was read; `value` is what `reviews/fields.py` takes for that field."""

    digest: str
    claim: Claim
    field: str
    value: Any


class Add(msgspec.Struct, frozen=True, tag="add"):
    """A claim that no reader made, by hand."""

    digest: str
    claim: Claim


class Merge(msgspec.Struct, frozen=True, tag="merge"):
    """All of these claims are of one event."""

    claims: tuple[ClaimRef, ...]


class Split(msgspec.Struct, frozen=True, tag="split"):
    """None of the first claims is of the event of the others."""

    claims: tuple[ClaimRef, ...]
    others: tuple[ClaimRef, ...]


class Grade(msgspec.Struct, frozen=True, tag="grade"):
    """How reliable the operator holds a source from a day on, on one class of event or on all (None)."""

    source: str
    reliability: Reliability
    topic: EventClass | None = None
    since: dt.date | None = None


class Rate(msgspec.Struct, frozen=True, tag="rate"):
    """How credible the operator holds a claim."""

    digest: str
    claim: Claim
    credibility: Credibility


class Note(msgspec.Struct, frozen=True, tag="note"):
    """Words on a claim, an event, a question or a place; `why` of the entry holds them."""

    subject: str


class Assign(msgspec.Struct, frozen=True, tag="assign"):
    """An open question is somebody's."""

    question: str
    to: str


class Look(msgspec.Struct, frozen=True, tag="look"):
    """Somebody has seen the ledger as it was at this moment."""


class Undo(msgspec.Struct, frozen=True, tag="undo"):
    """Another entry no longer counts."""

    entry_id: str


Act = Accept | Reject | Correct | Add | Merge | Split | Grade | Rate | Note | Assign | Look | Undo


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One act of one person at one moment (UTC, ISO 8601), with the reason given."""

    entry_id: str
    author: str
    at: str
    act: Act
    why: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """Entries count in the order of their moments."""
        return self.at, self.entry_id

    @property
    def kind(self) -> str:
        """What was done, in one word."""
        return str(type(self.act).__struct_config__.tag)


def make_entry(act: Act, author: str, at: str, why: str = "") -> Entry:
    """An entry named by all that it says, so that it is one and the same in every ledger.

    >>> one, other = (make_entry(Undo("n-1"), "ada", "2020-01-28T10:00:00+00:00", why) for why in ("", "a slip"))
    >>> one.entry_id == other.entry_id, one.kind
    (False, 'undo')
    """
    said = msgspec.json.encode((act, author, at, why), order="deterministic")
    return Entry(entry_id="n-" + hashlib.sha256(said).hexdigest()[:16], author=author, at=at, act=act, why=why)


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What people say of a claim: the label, who they are, their entries, and the machine's own reading where it differs.

    `disputed` lists the points on which reviewers disagree: `claim` itself, or names of fields.
    """

    label: Literal["accepted", "corrected", "added", "rejected", "disputed"]
    by: tuple[str, ...]
    at: str
    entries: tuple[str, ...]
    why: str = ""
    machine: Claim | None = None
    disputed: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def pair_ids(one: str, other: str) -> tuple[str, str]:
    """Two ids, the lower first."""
    return (one, other) if one < other else (other, one)


class Pairings(msgspec.Struct, frozen=True):
    """What people decided on pairs of claims, by id: the entry that holds each pair (lower id first) together, or apart."""

    together: dict[tuple[str, str], Entry] = {}
    apart: dict[tuple[str, str], Entry] = {}


NO_PAIRINGS = Pairings()
"""Where nobody has judged any pair."""


class TrailRow(msgspec.Struct, frozen=True):
    """One change of a ledger: when (UTC, ISO 8601), by whom, what was done, to what (an id), and a word more."""

    at: str
    author: str
    action: str
    subject: str
    detail: str = ""
