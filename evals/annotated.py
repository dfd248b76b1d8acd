"""The annotated cases: where they are, what they hold, and the program that scores against them. They are no part of the repository."""

import contextlib
import hashlib
import importlib.util
import io
import json
import random
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

from evals.question import Json, Measured, Read


def find_annotated(environment: Mapping[str, str], repository: Path) -> Path | None:
    """The folder of cases: SAYSO_SHARED where it is set, else `shared` beside the repository; None where there is none.

    >>> find_annotated({"SAYSO_SHARED": "nowhere-at-all"}, Path("."))
    """
    folder = Path(environment.get("SAYSO_SHARED") or repository.resolve().parent / "shared")
    return folder if (folder / "score").is_dir() else None


def find_or_tell(environment: Mapping[str, str], repository: Path) -> Path | None:
    """The folder of cases; where there is none, what to do about it goes to standard error."""
    folder = find_annotated(environment, repository)
    if folder is None:
        print("no annotated articles: put them into a folder `shared` beside the repository, or name it in SAYSO_SHARED", file=sys.stderr)
    return folder


def digest_cases(folder: Path, names: Iterable[str]) -> str:
    """SHA-256 over the names and bytes of the files that a question's scores depend on.

    Raises FileNotFoundError where one is missing.
    """
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(f"{name}\0{hashlib.sha256((folder / name).read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def read_lines(path: Path) -> list[Json]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


SEED, FIFTHS, HELD = 0, 5, 0


def fifth_of(names: Iterable[str]) -> dict[str, int]:
    """The fixed fifth that each article belongs to; fifth HELD is kept from training.

    >>> sorted(fifth_of(["a", "b", "c", "d", "e"]).values())
    [0, 1, 2, 3, 4]
    """
    ordered = sorted(names)
    random.Random(SEED).shuffle(ordered)
    return {name: at % FIFTHS for at, name in enumerate(ordered)}


def held_fifth(names: Iterable[str]) -> frozenset[str]:
    """Those of some articles that no network is trained on."""
    return frozenset(name for name, fifth in fifth_of(names).items() if fifth == HELD)


def load_scorer(path: Path) -> ModuleType:
    """A scoring program as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_part(folder: Path, read: Read, kind: str, *cases: str, held: bool = False) -> str:
    """What score_parts.py prints for one kind of mention on a set of cases, of one file or more; of the held fifth of each file alone."""
    parts = load_scorer(folder / "score" / "score_parts.py")
    rows = [row for name in cases for row in _chosen(parts, kind, read_lines(folder / name), held=held)]
    articles = list(parts.articles(kind, rows))
    got = {record["article_id"]: record for record in read(articles)}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        getattr(parts, f"score_{kind}")([(article["article_id"], row) for article, row in zip(articles, rows, strict=True)], got)
    return printed.getvalue().strip()


def _chosen(parts: ModuleType, kind: str, rows: list[Json], *, held: bool) -> list[Json]:
    names = [article["article_id"] for article in parts.articles(kind, rows)]
    kept = held_fifth(names) if held else frozenset(names)
    return [row for name, row in zip(names, rows, strict=True) if name in kept]


def score_sets(folder: Path, read: Read, kind: str, sets: Mapping[str, str], patterns: Mapping[str, str]) -> Measured:
    """Scores of one kind of mention on several sets of cases, each named with its set."""
    found = {name: pick_scores(score_part(folder, read, kind, cases), patterns) for name, cases in sets.items()}
    scores = {f"{score}, {name}": value for name, measured in found.items() for score, value in measured.scores.items()}
    return Measured(scores, "\n".join(f"{name}\n{measured.details}" for name, measured in found.items()))


def measured_shares(scores: Mapping[str, float], counts: Mapping[str, int]) -> Measured:
    """Shares to three decimals, and the counts that they were made of in words."""
    return Measured({name: round(score, 3) for name, score in scores.items()}, "\n".join(f"{k}: {v}" for k, v in sorted(counts.items())))


def pick_scores(printed: str, patterns: Mapping[str, str]) -> Measured:
    """Take named scores out of a scorer's words; a pattern's one group is the number.

    >>> pick_scores("kept 0.951 of 20", {"pieces kept": r"kept ([0-9.]+)"}).scores
    {'pieces kept': 0.951}
    """
    found = {name: re.search(pattern, printed) for name, pattern in patterns.items()}
    if missing := [name for name, hit in found.items() if hit is None]:
        raise ValueError(f"the scorer printed nothing for {', '.join(missing)}: {printed!r}")
    return Measured({name: float(hit[1]) for name, hit in found.items() if hit}, printed)
