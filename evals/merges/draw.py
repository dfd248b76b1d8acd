"""Draw pairs of claims that people are to judge: 60 that Sayso merged and 60 that it compared and kept apart.

usage: python -m evals.merges.draw --seed N --out FOLDER [--ledger FILE] [--again]

`pairs.csv` beside this file gets ids and offsets. FOLDER, which must lie outside the repository, for it holds texts of others, gets
`pairs.txt` and `verdicts.csv`: they do not show what Sayso decided. Judge after GUIDE.md, then `python -m evals.merges.enter`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from evals.annotated import find_or_tell
from evals.merges.drawing import draw_pairs, gather_pools
from evals.merges.pairs import PAIRS, Pair, count_verdicts, read_pairs, write_pairs
from evals.merges.sheet import write_form, write_sheet
from evals.war_reports import Records, is_measured, load_reports
from sayso.pipeline import view_records

REPOSITORY = Path(__file__).parents[2]


def find_objection(out: Path, held: Sequence[Pair], *, again: bool) -> str | None:
    """Why nothing may be drawn, and what to do about it; None where it may."""
    if out.resolve().is_relative_to(REPOSITORY.resolve()):
        return f"{out} lies in the repository, which holds no texts of others; name a folder outside it with --out"
    judged = len(held) - count_verdicts(held)[""]
    if judged and not again:
        return f"{PAIRS} holds {judged} verdicts, which a new draw would lose; add --again if that is meant"
    return None


def draw(records: Records, seed: int) -> list[Pair]:
    """Gather the ledger of all reports and draw from its measured half."""
    view = view_records(records)
    event_of = {claim: event.event_id for event in view.events for claim in event.claims}
    return draw_pairs(gather_pools(view.claims, view.events, is_measured), event_of, seed)


def main() -> int:
    """Draw and write; 0, or 2 where there are no reports or it must not be."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m evals.merges.draw", description=__doc__, formatter_class=shape)
    parser.add_argument("--seed", type=int, required=True, help="the same seed and ledger draw the same pairs")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the judge's files go, outside the repository")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="a ledger that holds the reports")
    parser.add_argument("--again", action="store_true", help="draw anew although verdicts were given")
    args = parser.parse_args()
    if objection := find_objection(args.out, read_pairs(PAIRS), again=args.again):
        print(objection, file=sys.stderr)
        return 2
    annotated = find_or_tell(os.environ, REPOSITORY)
    if annotated is None:
        return 2
    records = load_reports(annotated, args.ledger)
    pairs = draw(records, args.seed)
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "pairs.txt").write_text(write_sheet(pairs, {r.article_id: r for r in records}), encoding="utf8")
    (args.out / "verdicts.csv").write_text(write_form(pairs), encoding="utf8")
    write_pairs(PAIRS, pairs)
    print(f"{len(pairs)} pairs drawn; give {args.out}/pairs.txt, {args.out}/verdicts.csv and GUIDE.md to the judge, and not {PAIRS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
