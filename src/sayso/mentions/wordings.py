"""One party told by two wordings that stand together: "the militant PKK", "units of the Syrian army", "Free Syrian Army (FSA) fighters"."""

import re
from collections.abc import Sequence

import msgspec

from sayso.knowledge.actors import party_by_id, state_party
from sayso.knowledge.tables import read_table
from sayso.model.mentions import ActorMention

_ARMED = frozenset({"rebel_group", "political_militia", "identity_militia", "state_forces", "external_forces"})
_OF = re.compile(
    r"(?: (?:units?|members?|soldiers?|fighters?|commanders?))? (?:of|from|belonging to|loyal to)(?: the)?"
    r"(?:(?: [\w-]+){0,4} (?:group|movement|militia|organi[sz]ation|party|faction|alliance|coalition|front))? $"
)
_BESIDE = re.compile(r" (?:ally|backer|supporter|affiliate|offshoot|branch|proxy|partner|foe|rival|arch-?foe|heavyweight) $")
_AFFILIATE = re.compile(r"\b(?:affiliates?|offshoots?|branch)$")
_LETTERS = re.compile(r" \($")


def join_wordings(text: str, parties: Sequence[ActorMention]) -> list[ActorMention]:
    """Parties in the order of the text, where a general word and the name that it goes with are one mention under the name.

    "The rebel alliance Aris Front" and "fighters from the Aris Front" are the front's; "al-Qaeda affiliate Aris Front" and "Tehran ally
    Aris Front" name the front alone; letters in brackets belong to the name before them, and so does the noun after them.
    """
    joined: list[ActorMention] = []
    for party in parties:
        before = joined[-1] if joined else None
        gap = text[before.end : party.start] if before else "\n"
        one = _as_one(text, before, party, gap) if before and before.end <= party.start else None
        if one is None:
            joined.append(party)
        else:
            joined[-1] = one
    return joined


def _as_one(text: str, left: ActorMention, right: ActorMention, gap: str) -> ActorMention | None:
    if left.kind not in _ARMED or right.kind not in _ARMED:
        return None
    told = left.actor_id is not None and not _is_umbrella(left)
    if gap == " " and not told and _is_general(left) and _is_named(right) and not _is_umbrella(right) and not left.text.endswith("s"):
        return _spanning(text, right, left, right)
    if _is_named(right) and (_BESIDE.match(gap) or (gap == " " and _AFFILIATE.search(left.text))):
        return right
    taken_from = " from " in gap and (left.actor_id is not None or text[: left.start].endswith((" by ", " by the ")))
    named = right.actor_id is not None and (_has_capital(right) or not _is_umbrella(right))
    if _OF.match(gap) and not taken_from and named and _is_general(left):
        return _spanning(text, _forces_of(left, right), left, right)
    if _LETTERS.match(gap) and left.actor_id is not None and right.actor_id == left.actor_id and text[right.end : right.end + 1] == ")":
        whole = _spanning(text, left, left, right)
        return _longer(text, whole, right.end + 1)
    if left.text.endswith(")") and gap == " " and _is_general(right):
        return _spanning(text, left, left, right)
    return None


def _longer(text: str, party: ActorMention, end: int) -> ActorMention:
    return msgspec.structs.replace(party, end=end, text=text[party.start : end])


def _spanning(text: str, party: ActorMention, left: ActorMention, right: ActorMention) -> ActorMention:
    return msgspec.structs.replace(party, start=left.start, end=right.end, text=text[left.start : right.end])


def _is_umbrella(party: ActorMention) -> bool:
    known = party_by_id(party.actor_id or "")
    return known is not None and known.umbrella


def _is_general(party: ActorMention) -> bool:
    """Whether a mention is a general word in small letters ("fighters", "the army"), whichever party its article makes of it."""
    words = party.text.split()
    return all(word[0].islower() for word in words[words[0].lower() in ("the", "a") :]) and (
        party.actor_id is None or _is_umbrella(party) or words[-1] in read_table("organs")["organs"]["army"]["nouns"]
    )


def _is_named(party: ActorMention) -> bool:
    return party.actor_id is not None and _has_capital(party)


def _has_capital(party: ActorMention) -> bool:
    return any(letter.isupper() for letter in party.text)


def _forces_of(general: ActorMention, party: ActorMention) -> ActorMention:
    """The forces of a government where the general word is for armed men, else the party itself."""
    organ, _, country = (party.actor_id or "").partition(":")
    known = party_by_id(party.actor_id or "")
    if organ != "government" or not country or known is None or general.text.split()[-1] in ("officials", "government"):
        return party
    forces = state_party(country, "forces")
    return msgspec.structs.replace(party, actor_id=forces.id, name=forces.name, kind=forces.kind)
