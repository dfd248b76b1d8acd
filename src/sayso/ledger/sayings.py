"""What an account says, in short neutral words that never repeat a text's own."""

from collections.abc import Sequence

from sayso.knowledge.control_states import broadest_party
from sayso.knowledge.event_words import event_words
from sayso.ledger.profiles import Profile
from sayso.model.claims import Claim, ClaimFigure


def say_account(members: Sequence[Profile], toll: ClaimFigure | None) -> str:
    """An account by its claims and its latest toll: what happened, by whom, how many; or what is denied.

    Words come from the tables of classes and parties alone, so that a loaded word of a report never gets in.
    """
    words = event_words()
    if all(p.claim.status == "denied" for p in members):
        return _say_denial(members)
    names = [name for p in members for name in p.agents if p.claim.event in words.authored]
    party = broadest_party(names)
    parts = [_say_act([p.claim for p in members]) + (f" by {party}" if party else "")]
    if toll:
        parts.append(say_figure(toll))
    expected = "expected: " if all(p.claim.status == "expected" for p in members) else ""
    return expected + ", ".join(parts)


def _say_act(claims: Sequence[Claim]) -> str:
    words = event_words()
    acts = [words.sub_events[c.acled_sub_event] for c in claims if c.acled_sub_event in words.sub_events]
    if acts:
        return min(acts, key=lambda act: (-acts.count(act), act))
    return words.nouns[min((c.event for c in claims), key=words.order.index)]


def _say_denial(members: Sequence[Profile]) -> str:
    words, claim = event_words(), members[0].claim
    said = words.denials[claim.denies or "event"]
    names = [name for p in members for name in p.agents]
    party = broadest_party(names) if claim.denies == "responsibility" else None
    return f"{said} of {party}" if party else f"{said} ({_say_act([p.claim for p in members])})"


def say_figure(figure: ClaimFigure) -> str:
    """A figure in words: exact, bounded, or the vague word itself where a convention made its numbers.

    >>> say_figure(ClaimFigure(text="at least 12 dead", span=(0, 16), low=12, high=None, measure="killed", unit="people"))
    'at least 12 killed'
    >>> say_figure(ClaimFigure(text="dozens", span=(0, 6), low=24, high=99, measure="injured", unit="people", assumed=True))
    'dozens injured'
    """
    counted = event_words().measures[figure.measure]
    unit = f"{figure.unit} " if figure.unit in ("households", "structures") and figure.measure not in ("houses", "facilities") else ""
    return f"{_say_number(figure)} {unit}{counted}"


def _say_number(figure: ClaimFigure) -> str:
    vague = event_words().vague.search(figure.text) if figure.assumed else None
    if vague:
        return vague.group().lower()
    if figure.low is None and figure.high is None:
        return "an unknown number"
    if figure.low is None:
        return f"up to {figure.high:,}"
    if figure.high is None:
        return f"at least {figure.low:,}"
    about = "about " if figure.quantifier == "Approximately" else ""
    return about + (f"{figure.low:,}" if figure.low == figure.high else f"{figure.low:,} to {figure.high:,}")
