"""Print the claims that were read worst, from a fixed fifth of gold/train that the network has not seen; never from gold/dev.

usage: python -m evals.worst [--most N] [--kind grave|missed|extra|class|slots]

What misleads comes first, then claims that are missed or made up, then wrong classes and slots. Texts are printed and kept nowhere.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from evals.annotated import find_or_tell, held_fifth, load_scorer, read_lines
from evals.question import Json
from evals.reading import CaseReader
from sayso.cli.gazetteer_file import open_gazetteer

KINDS = ("grave", "missed", "extra", "class", "slots")
_TOLD = ("happened", "ongoing")


class Case(NamedTuple):
    """One claim read badly: its kind, how badly (more is worse), and what to show of it."""

    kind: str
    weight: float
    article: str
    told: str


def _words(text: str, claim: Json) -> str:
    return " ".join(text[claim["start"] : claim["end"]].split())[:160]


def _slot(claim: Json, name: str) -> str:
    value = claim.get(name)
    if name == "figures":
        return ", ".join(f"{f['measure']} {f['low']}-{f['high']}" for f in value or ()) or "none"
    if isinstance(value, list):
        return ", ".join(one["text"] for one in value) or "none"
    return value["text"] if isinstance(value, dict) else str(value)


def _grave(gold: Json, read: Json) -> str | None:
    if gold["status"] in ("expected", "denied") and read["status"] in _TOLD:
        return f"{gold['status']} told as {read['status']}"
    if gold["source"] and not read["source"]:
        return f'source dropped: "{gold["source"]["text"]}"'
    return None


def _paired(scorer: ModuleType, name: str, text: str, gold: Json, read: Json) -> Iterator[Case]:
    """What is wrong with a claim that was found."""
    words = _words(text, gold)
    if gold["event"] != read["event"]:
        yield Case("class", read["score"], name, f"{gold['event']} read as {read['event']} ({read['score']}): {words}")
        return
    wrong = [slot for slot in scorer.STRICT if not scorer.SLOTS[slot](gold, read)]
    if grave := _grave(gold, read):
        yield Case("grave", 1 + len(wrong), name, f"{gold['event']}, {grave}: {words}")
    elif wrong:
        shown = "; ".join(f"{slot}: {_slot(gold, slot)} | read: {_slot(read, slot)}" for slot in wrong)
        yield Case("slots", len(wrong), name, f"{gold['event']}, {shown}: {words}")


def list_cases(scorer: ModuleType, name: str, text: str, gold: Sequence[Json], read: Sequence[Json]) -> Iterator[Case]:
    """Everything wrong in one article."""
    pairs = scorer.assign(gold, read)
    for wanted, told in pairs:
        yield from _paired(scorer, name, text, wanted, told)
    found, used = {id(g) for g, _ in pairs}, {id(s) for _, s in pairs}
    for one in gold:
        if id(one) not in found:
            yield Case("missed", one["end"] - one["start"], name, f"{one['event']}, {one['status']}: {_words(text, one)}")
    for one in read:
        if id(one) not in used:
            yield Case("extra", one["score"], name, f"{one['event']} ({one['score']}): {_words(text, one)}")


def main() -> int:
    """Read the held articles and print the worst cases; 0, or 2 where there are no annotated articles."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m evals.worst", description=__doc__, formatter_class=shape)
    parser.add_argument("--most", type=int, default=20, help="cases printed; 20 where it is left out")
    parser.add_argument("--kind", choices=KINDS, help="cases of one kind only")
    args = parser.parse_args()
    folder = find_or_tell(os.environ, Path(__file__).parents[1])
    if folder is None:
        return 2
    claims = {row["article_id"]: row["claims"] for row in read_lines(folder / "gold/train.claims.jsonl")}
    held = held_fifth(claims)
    gold = {name: claims[name] for name in claims if name in held}
    articles = [row for row in read_lines(folder / "gold/train.articles.jsonl") if row["article_id"] in held]
    scorer, texts = load_scorer(folder / "score/score_claims.py"), {row["article_id"]: row["text"] for row in articles}
    cases: list[Case] = []
    for record in CaseReader(open_gazetteer(None))(articles):
        name = record["article_id"]
        cases += list_cases(scorer, name, texts[name], gold[name], record["claims"])
    print(f"{len(articles)} articles; " + ", ".join(f"{kind} {n}" for kind, n in sorted(Counter(c.kind for c in cases).items())))
    chosen = [c for c in cases if args.kind in (None, c.kind)]
    for case in sorted(chosen, key=lambda c: (KINDS.index(c.kind), -c.weight, c.article, c.told))[: args.most]:
        print(f"\n{case.kind}  {case.article}\n  {case.told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
