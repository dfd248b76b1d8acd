"""Fit what the reasons for one story weigh, on the tuned half of GVA and on pairs of war reports judged by reading them.

usage: python -m training.stories SHARED GVA_RECORDS WAR_RECORDS    (records as `sayso read --format jsonl` writes them)

Prints the weight of each reason in `ledger/same_story.py` and the points from which on two articles are of one story; they are copied
there by hand, rounded. `labels/stories.jsonl` holds names of articles and whether both are mainly about one happening, and no text.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from sayso.ledger import file_claims
from sayso.ledger.leads import Lead, find_leads
from sayso.ledger.profiles import profile_claims
from sayso.ledger.same_story import REASONS
from sayso.ledger.stories import find_pairs
from sayso.model.records import Record
from sayso.pipeline import header_of, sign_records
from training.common_words import is_tuned_on
from training.corpora import read_lines
from training.ridge import fit_pulled

LABELS = Path(__file__).parent / "labels" / "stories.jsonl"
STRENGTH, ROUNDS = 1.0, 80
"""Strength of the pull to zero, on features of unit variance, and rounds of Newton's method."""
Row = tuple[list[float], bool]


def read_leads(path: Path, kept: frozenset[str]) -> tuple[Lead, ...]:
    """The leads of the records of a file, of the articles that are kept."""
    decoder = msgspec.json.Decoder(Record)
    records = [r for line in path.read_bytes().splitlines() if (r := decoder.decode(line)).article_id in kept]
    headers = [header_of(record) for record in records]
    filed = file_claims([(header, record.claims) for header, record in zip(headers, records, strict=True)])
    signs = sign_records(records, filed)
    return find_leads(headers, profile_claims(filed, signs), signs)


def degrees_of(a: Lead, b: Lead) -> list[float]:
    """What each reason finds of two articles, 0 where it finds nothing or forbids."""
    found = [reason.compare(a, b) for reason in REASONS]
    return [f.degree if f is not None and not f.forbids else 0.0 for f in found]


def gva_rows(shared: Path, records: Path) -> list[Row]:
    """Pairs of the tuned half of GVA that share telling words, and whether they are of one incident."""
    rows = read_lines(shared / "corpora" / "gva" / "articles.jsonl")
    incident = {row["id"]: row["incident"] for row in rows if is_tuned_on(row["incident"])}
    leads = read_leads(records, frozenset(incident))
    of = [incident[lead.article.article_id] for lead in leads]
    return [(degrees_of(leads[a], leads[b]), of[a] == of[b]) for a, b in sorted(find_pairs(leads))]


def war_rows(records: Path) -> list[Row]:
    """Judged pairs of war reports."""
    labels = read_lines(LABELS)
    leads = read_leads(records, frozenset(name for row in labels for name in (row["one"], row["other"])))
    by_name = {lead.article.article_id: lead for lead in leads}
    judged = [row for row in labels if row["one"] in by_name and row["other"] in by_name]
    return [(degrees_of(by_name[row["one"]], by_name[row["other"]]), row["same"]) for row in judged]


def fit_weights(rows: Sequence[Row]) -> tuple[list[float], float]:
    """Weights and bias of a logistic regression.

    >>> (weight,), bias = fit_weights([([1.0], True), ([0.0], False)] * 40)
    >>> weight > 0 > bias
    True
    """
    degrees, same = np.array([d for d, _ in rows]), np.array([float(s) for _, s in rows])
    mean, spread = degrees.mean(0), degrees.std(0) + 1e-9
    features = np.c_[np.ones(len(rows)), (degrees - mean) / spread]
    size = features.shape[1]
    weights = fit_pulled(features, same, np.zeros(size), np.array([1e-6, *[STRENGTH] * (size - 1)]), ROUNDS)
    raw = weights[1:] / spread
    return [float(w) for w in raw], float(weights[0] - (raw * mean).sum())


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    shared, gva, war = (Path(word) for word in sys.argv[1:])
    fitted, bias = fit_weights([*gva_rows(shared, gva), *war_rows(war)])
    for reason, weight in zip(REASONS, fitted, strict=True):
        print(f"{weight:6.2f}  {reason.compare.__name__}")
    print(f"{-bias:6.2f}  points from which on two articles are more likely than not of one story")
