"""Whether two claims are of one event: the reasons for and against, what each weighs, and their sum."""

from collections.abc import Callable, Iterator

from sayso.knowledge.reasons import reasons
from sayso.ledger.alike import compare_articles, compare_articles_told, compare_surroundings
from sayso.ledger.findings import RULED_OUT, Finding, Verdict, add_up, sum_findings
from sayso.ledger.manner import (
    compare_ages,
    compare_changes_of_hands,
    compare_numbers_of_acts,
    compare_statements,
    compare_statuses,
)
from sayso.ledger.profiles import Profile
from sayso.ledger.what import (
    compare_acts,
    compare_certainty,
    compare_classes,
    compare_corrections,
    compare_figures,
    compare_positions,
    compare_sites,
    compare_takings,
    compare_wholes,
    compare_words,
)  # fmt: skip
from sayso.ledger.when import compare_days, compare_periods
from sayso.ledger.where import compare_places, compare_relations
from sayso.ledger.who import compare_agents, compare_claimants, compare_targets

Compare = Callable[[Profile, Profile], Finding | None]

REASONS: tuple[Compare, ...] = (
    compare_certainty, compare_classes, compare_places, compare_days, compare_periods, compare_takings, compare_figures,
    compare_wholes, compare_corrections, compare_relations, compare_acts, compare_sites, compare_words, compare_agents, compare_targets,
    compare_claimants, compare_positions, compare_changes_of_hands, compare_numbers_of_acts, compare_statements, compare_statuses,
    compare_ages,
)  # fmt: skip
"""Cheap ones that forbid stand first; `knowledge/reasons.yaml` says what each finding weighs."""

OF_WORDS: tuple[Compare, ...] = (compare_articles_told, compare_surroundings, compare_articles)
"""Asked of claims of two articles whose words are known; claims of one article share their text."""

_ALL = (*REASONS, *OF_WORDS)


def judge_pair(a: Profile, b: Profile) -> Verdict:
    """Weigh every reason for and against one event."""
    return sum_findings(_find(a, b, with_words=_have_words(a, b)))


def score_pair(a: Profile, b: Profile) -> Verdict:
    """The same without the sentences."""
    return _score(a, b, with_words=_have_words(a, b))


def score_told(a: Profile, b: Profile) -> float:
    """The points without the words of the texts."""
    return _score(a, b, with_words=False).score


def _have_words(a: Profile, b: Profile) -> bool:
    return a.filed.article.digest != b.filed.article.digest and bool(a.setting.weights) and bool(b.setting.weights)


def _score(a: Profile, b: Profile, *, with_words: bool) -> Verdict:
    """The sum alone, as `sum_findings` has it: the sentences take as long as all the rest."""
    points = reasons().with_words if with_words else reasons().without_words
    told = []
    for compare in _ALL if with_words else REASONS:
        finding = compare(a, b)
        if finding is not None:
            if finding.forbids:
                return Verdict(RULED_OUT, (), True)
            told.append(finding.degree * points.get(finding.why, 0.0))
    return Verdict(add_up(told), ())


def _find(a: Profile, b: Profile, *, with_words: bool) -> Iterator[tuple[Finding, float]]:
    """Findings on two claims, each with what it weighs."""
    points = reasons().with_words if with_words else reasons().without_words
    for compare in _ALL if with_words else REASONS:
        finding = compare(a, b)
        if finding is not None:
            yield finding, points.get(finding.why, 0.0)
