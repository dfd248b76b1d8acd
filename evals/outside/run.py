"""Claims of reports on wars outside Syria and Iraq, annotated by somebody who did not build the reader; the labels hold no text."""

from pathlib import Path

from evals.annotated import load_scorer, read_lines
from evals.claims.run import SCORER, SCORES, Claims, score_claims
from evals.question import Json, Measured, Question, Read
from training.corpora import reserved
from training.gold import with_words
from training.pools import read_pools

LABELS = Path(__file__).parent / "claims.jsonl"
POOLS = ("corpora/articles/idmc.jsonl", "corpora/geoparsing/humset.jsonl", "corpora/wikievents/train.jsonl")


def measure(annotated: Path, read: Read) -> Measured:
    """Read the articles and score their claims."""
    articles, gold = list_cases(annotated)
    return score_claims(load_scorer(annotated / SCORER), gold, {record["article_id"]: record["claims"] for record in read(articles)})


def list_cases(annotated: Path) -> tuple[list[Json], Claims]:
    """The articles, and their claims with the words that the labels stand for."""
    pools = read_pools(annotated / "corpora", reserved(annotated / "corpora"))
    rows = read_lines(LABELS)
    gold = {row["article_id"]: [with_words(pools[row["article_id"]]["text"], c) for c in row["claims"]] for row in rows}
    return [dict(pools[row["article_id"]]) for row in rows], gold


QUESTION = Question(
    asks="Are the claims found in reporting on Afghanistan, Congo, Somalia, South Sudan, Yemen and others?",
    cases=(*POOLS, SCORER),
    scores=SCORES,
    measure=measure,
)
