"""Pairs of claims of two war reports, judged by people who read both texts and did not know what Sayso made of them.

The pairs are drawn by `python -m evals.merges.draw` and judged after GUIDE.md; claims are found again by their article and words, so that
a later reader is measured on the same verdicts. Half of the pairs are merged ones, though far more were compared and kept apart, so that
recall over these pairs flatters: recall with each pair counted for as many as it was drawn from stands beside it, with what each pool
holds. Claims that the ledger never compares are not asked about.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple, get_args

from evals.merges.finding import find_claim
from evals.merges.pairs import PAIRS, Marked, Pair, Pool, VerdictWord, count_verdicts, read_pairs
from evals.question import Measured, Question, Read
from evals.war_reports import REPORTS, RESERVED, Records, read_reports
from sayso.pipeline import view_records

_Z = 1.96
"""Two-sided 95% of a normal distribution."""


class Answer(NamedTuple):
    """A judged pair, and whether both claims are of one event today; None where one is no longer read."""

    pair: Pair
    merged: bool | None


def measure(annotated: Path, read: Read) -> Measured:
    """Read all reports, find the judged claims again, and ask whether they are one event."""
    judged = [pair for pair in read_pairs(PAIRS) if pair.verdict]
    if not judged:
        return Measured({}, f"no pair of {PAIRS.name} is judged yet: nothing measured (see evals/merges/GUIDE.md)")
    return score_answers(answer_pairs(judged, read_reports(annotated, read)))


def answer_pairs(pairs: Sequence[Pair], records: Records) -> list[Answer]:
    """What the ledger of today makes of each pair."""
    event_of = {claim: event.event_id for event in view_records(records).events for claim in event.claims}
    by_article = {record.article_id: record for record in records}

    def event_at(marked: Marked) -> str | None:
        claim = find_claim(marked, by_article[marked.article].claims) if marked.article in by_article else None
        return event_of[claim.id] if claim else None

    events = [(pair, event_at(pair.one), event_at(pair.other)) for pair in pairs]
    return [Answer(pair, None if None in (one, other) else one == other) for pair, one, other in events]


def score_answers(answers: Sequence[Answer]) -> Measured:
    """Precision and recall over pairs that are judged same or different and are still read."""
    told = [(a.pair.verdict == "same", a.merged) for a in answers if a.merged is not None and a.pair.verdict != "cannot tell"]
    right, merged, same = sum(s and bool(m) for s, m in told), sum(bool(m) for _, m in told), sum(s for s, _ in told)
    parts = {"precision": (right, merged), "recall": (right, same)}
    words = [f"{name} {_share(*part):.3f} ({part[0]} of {part[1]}; 95%: {_say_interval(*part)})" for name, part in parts.items()]
    lost = sum(a.merged is None for a in answers)
    verdicts = count_verdicts([a.pair for a in answers])
    words += [f"judged {len(answers)}: {_say_counts(verdicts)}", f"claims no longer read: {lost}"]
    words += [f"each pair counted for as many as its pool holds: recall {weigh_recall(answers):.3f}"]
    words += [_say_pool(pool, [a.pair for a in answers if a.pair.pool == pool]) for pool in get_args(Pool)]
    scores = {name: _share(*part) for name, part in parts.items()} | {"still read": 1 - lost / len(answers)}
    return Measured({name: round(score, 3) for name, score in scores.items()}, "\n".join(words))


def weigh_recall(answers: Sequence[Answer]) -> float:
    """Recall where each pair stands for its part of the pool that it was drawn from; 1 where no pair is the same."""
    drawn = {pool: sum(a.pair.pool == pool for a in answers) for pool in get_args(Pool)}
    same = [(a.pair.pool_size / drawn[a.pair.pool], a.merged) for a in answers if a.merged is not None and a.pair.verdict == "same"]
    return sum(w for w, merged in same if merged) / sum(w for w, _ in same) if same else 1.0


def interval_of(yes: int, asked: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share.

    >>> tuple(round(end, 3) for end in interval_of(51, 60))
    (0.739, 0.919)
    """
    if not asked:
        return 0.0, 1.0
    share, spread = yes / asked, _Z * _Z / asked
    middle, half = share + spread / 2, _Z * sqrt(share * (1 - share) / asked + spread / (4 * asked))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def _share(yes: int, asked: int) -> float:
    return yes / asked if asked else 0.0


def _say_interval(yes: int, asked: int) -> str:
    return " to ".join(f"{end:.3f}" for end in interval_of(yes, asked))


def _say_counts(verdicts: Mapping[VerdictWord, int]) -> str:
    return ", ".join(f"{word} {n}" for word, n in verdicts.items() if word)


def _say_pool(pool: Pool, pairs: Sequence[Pair]) -> str:
    size = pairs[0].pool_size if pairs else 0
    return f"drawn as {pool}, from {size} pairs of articles: {_say_counts(count_verdicts(pairs))}"


QUESTION = Question(
    asks="Are claims of different outlets joined when people say that they tell of one event?",
    cases=(REPORTS, RESERVED),
    scores={
        "precision": "pairs of claims of two reports that are joined: people judge them to tell of one event",
        "recall": "pairs that people judge to tell of one event, of as many joined as kept apart: joined",
        "still read": "judged pairs of which both claims are still read",
    },
    measure=measure,
)
