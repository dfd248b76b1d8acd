"""Why what a view states of claims changed, and what else follows from it."""

from collections.abc import Mapping
from typing import NamedTuple

from sayso.desk.pairing import Pair
from sayso.desk.stating import UNREVIEWED
from sayso.model.stated import Background, Stated


class Reason(NamedTuple):
    """Why: the sentence for the reader, whether what was stated no longer stands because of it, and whether it may not be told again."""

    why: str
    corrects: bool = True
    hushed: bool = False


REJECTED = Reason("a reviewer found that the text does not tell it")
CORRECTED = Reason("a reviewer corrected it")
REVIEW_UNDONE = Reason("a review of it was taken back or changed")
DISPUTED = Reason("reviewers disagree on it")
REVIEWED = Reason("a person reviewed it", corrects=False)
READ_OTHERWISE = Reason("a later reading of the page reads it otherwise")
NOT_READ = Reason("a later reading of the page no longer finds it")
NEW_VERSION = Reason("a new version of the page took the place of the old one")
OTHER_DAY = Reason("its page is now dated after this day")
FORGOTTEN = Reason("its page is no longer in the ledger", hushed=True)
NOT_FOR_AUDIENCE = Reason("it may no longer be shown to this audience", hushed=True)
NEW_REPORT = Reason("new reports came", corrects=False)
DENIAL = Reason("a denial came", corrects=False)
ADDED = Reason("a person added a claim", corrects=False)
READ_MORE = Reason("a later reading of a page finds more", corrects=False)
TOLD_OTHERWISE = Reason("it is told in general words now, to protect people", hushed=True)
JOINED_OTHERWISE = Reason("claims are joined or counted otherwise", corrects=False)
DAYS_WENT_BY = Reason("other days count by then", corrects=False)
MADE_OTHERWISE = Reason("the same claims are counted or told otherwise: another version of Sayso, or another table of yours")

Reasons = Mapping[str, tuple[Reason, ...]]
"""Why each claim changed, came or went, by its id; claims that stayed as they were are not in it."""


def explain_claim_change(pair: Pair, known_articles: frozenset[str], known: Background) -> tuple[Reason, ...]:
    """Why a claim changed; none where it did not. `known_articles` are the digests of the articles of the earlier view."""
    if pair.was is None:
        assert pair.now is not None
        return _why_new(pair.now, known_articles)
    if pair.now is None:
        return (_why_gone(pair.was, known),)
    if pair.now.key in known.retold and pair.was.says.get("words") != pair.now.says.get("words"):
        return (TOLD_OTHERWISE,)
    return _why_changed(pair.was, pair.now)


def _why_new(now: Stated, known_articles: frozenset[str]) -> tuple[Reason, ...]:
    if _label(now).startswith("added"):
        return (ADDED,)
    came = READ_MORE if now.article in known_articles else NEW_REPORT
    return (came, DENIAL) if now.denied else (came,)


def _why_gone(was: Stated, known: Background) -> Reason:
    if was.key in known.rejected:
        return REJECTED
    if was.key in known.counted:
        return NOT_FOR_AUDIENCE
    if was.article in known.replaced:
        return NEW_VERSION
    if was.article not in known.held:
        return FORGOTTEN
    if was.article not in known.dated:
        return OTHER_DAY
    return REVIEW_UNDONE if _label(was) != UNREVIEWED else NOT_READ


def _why_changed(was: Stated, now: Stated) -> tuple[Reason, ...]:
    if was.says == now.says:
        return ()
    label = _label(now)
    if label == _label(was):
        return (READ_OTHERWISE,) if label == UNREVIEWED else (CORRECTED,)
    if label.startswith("disputed"):
        return (DISPUTED,)
    if label == UNREVIEWED:
        return (REVIEW_UNDONE,)
    alike = all(was.says.get(field) == now.says.get(field) for field in {*was.says, *now.says} - {"review"})
    return (REVIEWED,) if alike else (CORRECTED,)


def _label(claim: Stated) -> str:
    return "".join(claim.says.get("review", (UNREVIEWED,)))


def explain_by_claims(pair: Pair, reasons: Reasons, *, same_day: bool) -> tuple[Reason, ...]:
    """Why something that rests on claims changed: what became of these, each reason once, those that correct first.

    `same_day` tells whether both views are of one day: where not, numbers change as days go by.
    """
    claims = {c for side in pair if side for c in side.claims}
    found = dict.fromkeys(r for claim in sorted(claims) for r in reasons.get(claim, ()) if r is not REVIEWED)
    if not found and not same_day:
        return (DAYS_WENT_BY,)
    if not found:
        same = pair.was and pair.now and set(pair.was.claims) == set(pair.now.claims)
        return (MADE_OTHERWISE,) if same else (JOINED_OTHERWISE,)
    return tuple(sorted(found, key=lambda r: (not r.corrects, r.why)))
