"""Things that two views state, paired: by their id, else by what they share, so that a new name is no new thing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from sayso.model.stated import Stated
from sayso.reviews.found_again import share_of_words


class Pair(NamedTuple):
    """One thing as it was stated and as it is stated now; None where it was not, or is not."""

    was: Stated | None
    now: Stated | None

    @property
    def either(self) -> Stated:
        """The thing as it is now, else as it was."""
        one = self.now or self.was
        assert one is not None
        return one


def pair_stated(was: Iterable[Stated], now: Iterable[Stated]) -> list[Pair]:
    """Every thing of either view once, by kind and id.

    A claim that went and one that came from mostly the same words of an article are one; so are an event, contradiction or total that
    went and one that came under the same heading on the most claims in common.
    """
    before, after = ({(s.kind, s.key): s for s in side} for side in (was, now))
    pairs = [Pair(before[key], after[key]) for key in before if key in after]
    gone, come = (_by_heading([s for key, s in one.items() if key not in other]) for one, other in ((before, after), (after, before)))
    for heading, things in gone.items():
        pairs += _pair_alike(things, come.pop(heading, []))
    pairs += [Pair(None, s) for things in come.values() for s in things]
    return sorted(pairs, key=lambda p: (p.either.kind, p.either.key))


def _by_heading(things: Iterable[Stated]) -> dict[tuple[str, str], list[Stated]]:
    groups: dict[tuple[str, str], list[Stated]] = {}
    for one in things:
        groups.setdefault((one.kind, one.article or one.heading), []).append(one)
    return groups


def _pair_alike(gone: Sequence[Stated], come: Sequence[Stated]) -> list[Pair]:
    """The likest first; each thing in one pair only."""
    share = _ALIKE.get(gone[0].kind, _share_claims)
    ranked = sorted((-share(a, b), a.key, b.key) for a in gone for b in come if share(a, b) > 0)
    partner: dict[str, str] = {}
    taken: set[str] = set()
    for _, old, new in ranked:
        if old not in partner and new not in taken:
            partner[old] = new
            taken.add(new)
    by_key: Mapping[str, Stated] = {s.key: s for s in come}
    return [Pair(s, by_key.get(partner.get(s.key, ""))) for s in gone] + [Pair(None, s) for s in come if s.key not in taken]


def _share_words(one: Stated, other: Stated) -> float:
    return share_of_words(one.span, other.span) if one.span and other.span else 0.0


def _share_claims(one: Stated, other: Stated) -> float:
    return len(set(one.claims) & set(other.claims)) / max(len(set(one.claims) | set(other.claims)), 1)


_ALIKE: Mapping[str, Callable[[Stated, Stated], float]] = {"claim": _share_words, "control": lambda one, other: 0.0}
"""How like two things of a kind are, from 0 to 1; a place is never another place. All other kinds go by their claims."""
