"""Under what claims are found: places, days, figures, runs of words, countries."""

from collections.abc import Sequence
from functools import lru_cache

from sayso.filing.known import key_of
from sayso.gazetteer.spelling import fold_name
from sayso.knowledge.claim_places import level_of
from sayso.ledger.candidates import day_of, held_keys
from sayso.ledger.copies import spell_claim, telling_runs
from sayso.ledger.profiles import Profile
from sayso.model.claims import Claim
from sayso.model.events import FiledClaim
from sayso.store.filed import CLAIM_KEYS, RUN_KEYS, Shelf


def run_keys(claim: FiledClaim) -> tuple[int, ...]:
    """Under what copies of a claim are looked for."""
    return _run_keys_of_words(spell_claim(claim).words)


@lru_cache(maxsize=1000)  # the claims of one article, which are asked for twice
def _run_keys_of_words(words: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(key_of("run", *run) for run in telling_runs(words))


def claim_keys(numbers: Sequence[int], profiles: Sequence[Profile]) -> list[tuple[int, int, int]]:
    """Under what claims are found: key, day, number."""
    rows = ((key_of(*key), day_of(p) or 0, n) for n, p in zip(numbers, profiles, strict=True) for key in held_keys(p))
    return list(dict.fromkeys(rows))


def run_keys_of(numbers: Sequence[int], profiles: Sequence[Profile], day: int) -> list[tuple[int, int, int]]:
    """Under what their copies are looked for."""
    return [(key, day, n) for n, p in zip(numbers, profiles, strict=True) for key in dict.fromkeys(run_keys(p.filed))]


def countries_told(numbers: Sequence[int], profiles: Sequence[Profile]) -> list[tuple[str, int, int]]:
    """In which countries they name places."""
    return [(c, _told_by(p), n) for n, p in zip(numbers, profiles, strict=True) for c in countries_of(p.claim)]


def places_told(numbers: Sequence[int], profiles: Sequence[Profile]) -> list[tuple[str, str, int, int]]:
    """Of which places they tell who has them."""
    return [(c, place, _told_by(p), n) for n, p in zip(numbers, profiles, strict=True) for c, place in places_held(p.claim)]


def _told_by(profile: Profile) -> int:
    """The day by which a claim was told: that of publication, else the last that it tells of; 0 where neither is known."""
    return profile.published or day_of(profile) or 0


def countries_of(claim: Claim) -> list[str]:
    """Countries in which a claim names places."""
    return sorted({place.country for place in claim.places if place.country})


def places_held(claim: Claim) -> list[tuple[str, str]]:
    """Country and name of the towns of which a claim tells who has them; one that is not found is in the countries of the others."""
    if claim.event != "control":
        return []
    towns = [p for p in claim.places if level_of(p) in ("town", "unresolved")]
    told = {p.place_id or fold_name(p.name or p.text): [p.country] if p.country else countries_of(claim) for p in towns}
    return sorted({(country, place) for place, countries in told.items() for country in countries})


def put_keys(shelf: Shelf, numbers: Sequence[int], profiles: Sequence[Profile], day: int) -> None:
    """Put claims, published on a day, where they are found."""
    shelf.put_keys(CLAIM_KEYS, claim_keys(numbers, profiles))
    shelf.put_keys(RUN_KEYS, run_keys_of(numbers, profiles, day))
    shelf.put_countries(countries_told(numbers, profiles), places_told(numbers, profiles))


def drop_keys(shelf: Shelf, numbers: Sequence[int], profiles: Sequence[Profile], day: int) -> None:
    """Take them from there."""
    shelf.drop_keys(CLAIM_KEYS, claim_keys(numbers, profiles))
    shelf.drop_keys(RUN_KEYS, run_keys_of(numbers, profiles, day))
    shelf.drop_countries(countries_told(numbers, profiles), places_told(numbers, profiles))
