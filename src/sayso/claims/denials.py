"""Who denies what: words under a verb of denial tell that their event, or the speaker's part in it, is denied."""

import re

from sayso.claims.clause_view import ClauseView
from sayso.claims.source_words import denial_verbs
from sayso.claims.speakers import source_of
from sayso.knowledge.actors import party_by_id
from sayso.knowledge.phrases import split_words
from sayso.model.claims import ClaimActor
from sayso.model.mentions import Attribution
from sayso.model.vocabulary import Denies


def find_denial(view: ClauseView, actors: tuple[ClaimActor, ...]) -> tuple[Denies | None, str]:
    """What the speaker of a clause denies, with the reason; None where the words are under no verb of denial."""
    said = source_of(view.happening.trigger, view.said) or source_of(view.clause, view.said)
    if said is None or said.source_name is None:
        return None, ""
    cue = next((view.text[a:b] for a, b in said.cue if _denies(view.text[a:b])), None)
    lead = view.text[max(view.sentence[0], view.happening.trigger[0] - 25) : view.happening.trigger[0]]
    negated = view.happening.denies == "negation"
    if cue is None and not negated:
        return None, ""
    how = f'denial: "{cue}"' if cue else "denial: a speaker says that it did not happen"
    if "responsib" in view.text[slice(*view.sentence)] or (_is_own_deed(view, said, actors) and not _NO_SUCH.search(lead)):
        return "responsibility", f"{how}, by the side that is said to have done it"
    return "event", how


_NO_SUCH = re.compile(r"\bno (?:\w+ )?$", re.I)
"""Before a noun: "no strike took place" denies the event, "did not fire" the deed."""


def _denies(cue: str) -> bool:
    return any(word.fold in denial_verbs() for word in split_words(cue))


def _is_own_deed(view: ClauseView, said: Attribution, actors: tuple[ClaimActor, ...]) -> bool:
    """Whether the one who denies belongs to the side that is said to have acted."""
    speakers = [a for a in view.actors if any(s <= a.start and a.end <= e for s, e in said.source)]
    sides = {side for a in speakers if (side := _side(a.actor_id, a.name))} | {said.source_name}
    agents = [a for a in actors if a.role == "agent"]
    soldier = not speakers and any(_MILITARY.search(words) for words in (said.source_name or "", *(view.text[s:e] for s, e in said.source)))
    return any(a.name in sides or _side(a.actor_id, a.name) in sides or (soldier and _is_state(a.actor_id)) for a in agents)


_MILITARY = re.compile(r"\b(?:military|army|defen[cs]e|air force|General Command)\b", re.I)


def _is_state(actor_id: str | None) -> bool:
    party = party_by_id(actor_id) if actor_id else None
    return party is not None and party.state


def _side(actor_id: str | None, name: str | None) -> str | None:
    """The state that a party belongs to, else the party itself."""
    party = party_by_id(actor_id) if actor_id else None
    return party.country if party and party.state and party.country else name
