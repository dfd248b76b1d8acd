"""Reviews laid over what was read: each article's claims as people leave them, with who said so and the machine's own reading beside."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from sayso.model.claims import Claim
from sayso.model.entries import Accept, Add, Correct, Credibility, Entry, Rate, Reject, Review
from sayso.reviews.fields import FIELDS, put_field, say_field
from sayso.reviews.found_again import find_again

CLAIM = "claim"
"""The point in dispute where one reviewer holds a claim for right and another rejects it."""

_Judging = Accept | Reject | Correct | Add


class Reviewed(NamedTuple):
    """A claim as it counts, what people say of it, and how credible the operator holds it (None where nobody has said)."""

    claim: Claim
    review: Review | None = None
    credibility: Credibility | None = None


def is_rejected(reviewed: Reviewed) -> bool:
    """Whether reviewers say that the text does not tell this, and none says that it does."""
    return reviewed.review is not None and reviewed.review.label == "rejected"


def group_by_article(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """Standing entries that judge claims, by the digest of the article."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.act, Accept | Reject | Correct | Add | Rate):
            groups.setdefault(entry.act.digest, []).append(entry)
    return {digest: tuple(group) for digest, group in groups.items()}


def lay_over(claims: Sequence[Claim], entries: Sequence[Entry]) -> tuple[Reviewed, ...]:
    """The claims of one article under the standing entries on it, in the order of its text.

    A claim that somebody accepted, corrected or added stays as they had it, also where the reader no longer makes it. A rejected one is
    kept with its label; what counts claims leaves it out. Where reviewers disagree on a field, the machine's reading of it stands.
    """
    by_target = find_targets(claims, entries)
    read = {c.id: c for c in claims}
    judged = [_judge(read.get(target), on) for target, on in by_target.items()]
    untouched = [Reviewed(c) for c in claims if c.id not in by_target]
    return tuple(sorted([*untouched, *(r for r in judged if r)], key=lambda r: (r.claim.start, r.claim.end, r.claim.event, r.claim.id)))


def find_targets(claims: Sequence[Claim], entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Entries by the claim that they judge: of the current reading, else the claim as it was first seen.

    What was entered on one claim stays together, also where a correction of its class keeps some of it from being found again.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(claim_of(entry).id, []).append(entry)
    targets: dict[str, list[Entry]] = {}
    gone: list[Claim] = []
    for group in groups.values():
        told = [claim_of(e) for e in group]
        found = next((f for among in (claims, gone) for c in told if (f := find_again(c.id, c.event, c.start, c.end, among))), None)
        gone += [] if found else told[:1]
        targets.setdefault((found or told[0]).id, []).extend(group)
    return {target: sorted(on, key=lambda e: e.order) for target, on in targets.items()}


def claim_of(entry: Entry) -> Claim:
    """The claim that an entry judges, as its author saw it."""
    act: Any = entry.act
    claim: Claim = act.claim
    return claim


def _judge(machine: Claim | None, entries: Sequence[Entry]) -> Reviewed | None:
    """The claim under the entries on it; None where it is no longer read and nobody holds it for right."""
    credibility = next((e.act.credibility for e in reversed(entries) if isinstance(e.act, Rate)), None)
    judging = [e for e in entries if isinstance(e.act, _Judging)]
    last = {e.author: e for e in judging}
    against = {author for author, e in last.items() if isinstance(e.act, Reject)}
    held = [e for e in judging if e.author not in against and not isinstance(e.act, Reject)]
    if not held:
        review = _review("rejected", judging, None) if judging else None
        seen = machine or next((e.act.claim for e in reversed(judging) if isinstance(e.act, Add)), None)
        return Reviewed(seen, review, credibility) if seen else None
    claim, corrected, disputed = _settle(machine, held)
    disputed = ((CLAIM,) if against else ()) + disputed
    added = any(isinstance(e.act, Add) for e in held)
    label = "disputed" if disputed else "added" if added else "corrected" if corrected else "accepted"
    review = _review(label, judging, machine if machine != claim else None)
    return Reviewed(claim, msgspec.structs.replace(review, disputed=disputed, fields=corrected), credibility)


def _settle(machine: Claim | None, held: Sequence[Entry]) -> tuple[Claim, tuple[str, ...], tuple[str, ...]]:
    """The claim as its reviewers have it, the fields that they corrected, and those on which they disagree.

    Accepting a claim says of every field that it is right; correcting one says it of that field alone. The last word of each counts.
    """
    versions = [(e, version_of(e)) for e in held]
    base = next((v for e, v in reversed(versions) if not isinstance(e.act, Correct)), machine or versions[0][1])
    if machine:
        base = msgspec.structs.replace(base, id=machine.id)
    corrected, disputed = [], []
    for name, field in FIELDS.items():
        put = any(isinstance(e.act, Correct) and e.act.field == name for e, _ in versions)
        told = [(e.author, v) for e, v in versions if not isinstance(e.act, Correct) or e.act.field == name]
        if len({say_field(v, name) for v in dict(told).values()}) > 1:
            disputed.append(name)
            base = field.take(base, machine) if machine else base
        elif put:
            base = field.take(base, told[-1][1])
        corrected += [name] if put else []
    return base, tuple(corrected), tuple(disputed)


def version_of(entry: Entry) -> Claim:
    """The claim as a reviewer has it."""
    act: Any = entry.act
    return put_field(act.claim, act.field, act.value) if isinstance(act, Correct) else act.claim


def _review(label: Any, judging: Sequence[Entry], machine: Claim | None) -> Review:  # noqa: ANN401  # a label; chosen by conditions
    why = next((e.why for e in reversed(judging) if e.why), "")
    names = tuple(dict.fromkeys(e.author for e in judging))
    return Review(label=label, by=names, at=judging[-1].at, entries=tuple(e.entry_id for e in judging), why=why, machine=machine)
