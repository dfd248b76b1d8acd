"""The gate: scores are pinned with the digest of their cases; what falls below, or was measured on other cases, does not pass."""

from collections.abc import Mapping

import msgspec


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The scores that a question must keep, and the digest of the cases that they were measured on."""

    cases: str
    scores: dict[str, float]


Floors = dict[str, Floor]


class Verdict(msgspec.Struct, frozen=True):
    """What the gate says of one question: the reasons why it fails, and what stands above its floor."""

    failures: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.failures


class LoweringError(ValueError):
    """A floor would be lowered without `--lower --why`."""


def round_scores(scores: Mapping[str, float]) -> dict[str, float]:
    """Scores to three decimals, as they are compared and written; finer differences are noise of the last case.

    >>> round_scores({"classed F1": 0.51249})
    {'classed F1': 0.512}
    """
    return {name: round(score, 3) for name, score in scores.items()}


def judge_scores(cases: str, scores: Mapping[str, float], floor: Floor | None) -> Verdict:
    """Hold measured scores against their floor.

    >>> judge_scores("abc", {"F1": 0.4}, Floor("abc", {"F1": 0.5})).failures
    ('F1 0.400 is below its floor 0.500',)
    """
    if floor is None:
        return Verdict(("no floor yet; set it with --pin",))
    if floor.cases != cases:
        return Verdict(("the cases changed since its floor was set; measure anew with --pin",))
    measured = round_scores(scores)
    failures = [f"{name} has no floor yet; set it with --pin" for name in sorted(measured.keys() - floor.scores.keys())]
    failures += [f"{name} has a floor and was not measured" for name in sorted(floor.scores.keys() - measured.keys())]
    both = sorted(measured.keys() & floor.scores.keys())
    failures += [f"{n} {measured[n]:.3f} is below its floor {floor.scores[n]:.3f}" for n in both if measured[n] < floor.scores[n]]
    gains = [f"{n} {measured[n]:.3f} is above its floor {floor.scores[n]:.3f}" for n in both if measured[n] > floor.scores[n]]
    return Verdict(tuple(failures), tuple(gains))


def pin_scores(cases: str, scores: Mapping[str, float], floor: Floor | None, *, lower: bool = False) -> tuple[Floor, tuple[str, ...]]:
    """The floor that these scores set, and what a reader of the notes must be told: floors lowered, cases changed, scores dropped.

    On the cases of the old floor a score only goes up, unless `lower`. Raises LoweringError instead of lowering silently.
    """
    measured = round_scores(scores)
    if floor is None:
        return Floor(cases, measured), ()
    if floor.cases != cases:
        return Floor(cases, measured), (f"cases changed; {_change(floor.scores, measured)}",)
    falls = {n: s for n, s in floor.scores.items() if n not in measured or measured[n] < s}
    if falls and not lower:
        raise LoweringError(f"floors would be lowered: {_change(falls, measured)}; if it is meant, add --lower --why REASON")
    return Floor(cases, measured), ((f"floors lowered; {_change(falls, measured)}",) if falls else ())


def _change(old: Mapping[str, float], new: Mapping[str, float]) -> str:
    return ", ".join(f"{n} {s:.3f} to {f'{new[n]:.3f}' if n in new else 'no longer measured'}" for n, s in sorted(old.items()))
