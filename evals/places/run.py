"""Local news and news on outbreaks of disease, with the places named in them and their coordinates.

Both sets were among those that the weights of `mentions/place_evidence.py` were fitted on: the scores flatter.
"""

from pathlib import Path

from evals.annotated import score_sets
from evals.question import Measured, Question, Read

SETS = {"local news": "corpora/geoparsing/lgl.jsonl", "world news": "corpora/geoparsing/geovirus.jsonl"}
SCORER = "score/score_parts.py"
PATTERNS = {"found": r"toponyms .*F1 ([0-9.]+)", "within 161 km": r"within 161 km ([0-9.]+)"}


def measure(annotated: Path, read: Read) -> Measured:
    """Read each set and score where its places were put."""
    return score_sets(annotated, read, "toponyms", SETS, PATTERNS)


QUESTION = Question(
    asks="Are places found and put where they are?",
    cases=(*SETS.values(), SCORER),
    scores={
        "found, local news": "names of places in local news (LGL; weights were fitted on it), exact F1",
        "within 161 km, local news": "of those with coordinates: found and within 161 km",
        "found, world news": "names of places in news on epidemics (GeoVirus; weights were fitted on it), exact F1",
        "within 161 km, world news": "of those with coordinates: found and within 161 km",
    },
    measure=measure,
)
