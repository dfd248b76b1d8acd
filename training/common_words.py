"""Count how common words are in reporting; the table ships as `knowledge/english/common_words.txt`.

usage: python -m training.common_words SHARED

A word is as common as in the kind of reporting that uses it most: "mortar" tells no two war reports apart, "homicide" no two shootings.
Only words of LEAST documents or more are kept, so that the table names nobody who is not in the news for years. Same data, same bytes.
"""

import hashlib
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.corpora import read_lines, reserved
from training.pools import read_pools

LEAST = 10
KINDS = {
    "war": ("fakes", "guardian"),
    "shootings": ("gva",),
    "displacement": ("idmc", "humset"),
    "guerrilla war": ("muc4",),
    "local news": ("lgl",),
    "politics": ("polnear", "timebank", "aquaint"),
    "outbreaks and attacks": ("geovirus", "wikievents"),
}
"""Kinds of reporting by the names of the corpora; each has more than 400 documents, so that one document makes no word common."""
TABLE = Path(__file__).parents[1] / "src" / "sayso" / "knowledge" / "english" / "common_words.txt"
_WORD = re.compile(r"[^\W_]{2,}")
_HEADING = "# How common words are, -ln(share of documents) in the kind of reporting that uses them most; by training/common_words.py.\n"


def is_tuned_on(name: str) -> bool:
    """Whether an incident or article belongs to the half that merging is tuned on: an even SHA-256 of its name.

    >>> [name for name in ("726255", "742169", "816596") if is_tuned_on(name)]
    ['726255', '742169']
    """
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0


def texts_by_corpus(shared: Path) -> Iterator[tuple[str, str]]:
    """Every text that is counted, with the name of its corpus: none that is kept back or that measures."""
    corpora = shared / "corpora"
    measured = {row["article_id"] for row in read_lines(shared / "gold" / "dev.articles.jsonl")}
    for name, row in read_pools(corpora, reserved(corpora) | measured).items():
        corpus = name.split("-")[0]
        if corpus != "fakes" or is_tuned_on(name):
            yield corpus, row["text"]
    yield from (("gva", text) for incident, text in _incidents(corpora) if is_tuned_on(incident))
    for corpus, path in (("lgl", "geoparsing/lgl"), ("geovirus", "geoparsing/geovirus"), ("polnear", "polnear/train")):
        yield from ((corpus, row["text"]) for row in read_lines(corpora / f"{path}.jsonl"))


def _incidents(corpora: Path) -> Iterator[tuple[str, str]]:
    """Each incident once with the texts of all its articles: a name that many of them tell is no common word."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_lines(corpora / "gva" / "articles.jsonl"):
        told[row["incident"]].append(row["content"])
    yield from ((incident, "\n".join(texts)) for incident, texts in sorted(told.items()))


def count_words(shared: Path) -> dict[str, float]:
    """How common each word is, in tenths of -ln(share)."""
    size: Counter[str] = Counter()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kind_of = {corpus: kind for kind, corpora in KINDS.items() for corpus in corpora}
    for corpus, text in texts_by_corpus(shared):
        if kind := kind_of.get(corpus):
            size[kind] += 1
            counts[kind].update(set(_WORD.findall(text.lower())))
    total: Counter[str] = Counter()
    for told in counts.values():
        total.update(told)
    kept = (word for word, count in total.items() if count >= LEAST)
    return {word: round(-math.log(max(counts[kind][word] / size[kind] for kind in KINDS)), 1) + 0.0 for word in kept}


def write_table(common: dict[str, float], path: Path) -> None:
    """Write the table, one line a degree, the commonest first."""
    lines: defaultdict[float, list[str]] = defaultdict(list)
    for word, degree in common.items():
        lines[degree].append(word)
    told = (f"{degree:.1f} {' '.join(sorted(words))}\n" for degree, words in sorted(lines.items()))
    path.write_text(_HEADING + "".join(told), encoding="utf8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write_table(count_words(Path(sys.argv[1])), TABLE)
