"""The words for states: names, adjectives, seats of government."""

from functools import cache

from sayso.knowledge.actors import load_countries
from sayso.knowledge.phrases import PhraseIndex


@cache
def country_words() -> PhraseIndex[tuple[str, str]]:
    """Names, adjectives and seats of states, each as (code, `name` | `adjective` | `seat`)."""
    rows: list[tuple[str, tuple[str, str]]] = []
    for code, state in load_countries().items():
        rows += [(name, (code, "name")) for name in (state.name, *state.also)]
        rows += [(name, (code, "adjective")) for name in state.adjectives]
        if state.metonym:
            rows.append((state.seat, (code, "seat")))
    return PhraseIndex(rows)
