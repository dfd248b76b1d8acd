"""Enter the verdicts that judges gave into pairs.csv.

usage: python -m evals.merges.enter VERDICTS.csv [OTHER.csv ...]

Of several judges a verdict is entered where all who judged the pair agree; where they do not it stays empty, and the pair is printed to be
settled. Notes stay where they are. Exit status: 0, entered; 2, a file does not fit, and nothing was written.
"""

import argparse
import csv
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from evals.merges.pairs import PAIRS, VERDICTS, Pair, count_verdicts, read_pairs, write_pairs

Form = Mapping[str, str]
"""Verdicts by pair, as one judge gave them; pairs without one are left out."""


def read_form(path: Path) -> Form:
    """One judge's verdicts."""
    with path.open(encoding="utf8", newline="") as stream:
        return {row["pair"].strip(): row["verdict"].strip().lower() for row in csv.DictReader(stream) if row["verdict"].strip()}


def find_faults(forms: Sequence[Form], pairs: Sequence[Pair]) -> list[str]:
    """What in the forms names no pair or is no verdict."""
    known = {pair.id for pair in pairs}
    strange = [f"{name} is no pair of {PAIRS.name}; it is of another draw" for form in forms for name in form if name not in known]
    told = [item for form in forms for item in form.items()]
    return strange + [f"{name}: {word!r} is none of {', '.join(VERDICTS[:3])}" for name, word in told if word not in VERDICTS]


def enter_verdicts(pairs: Sequence[Pair], forms: Sequence[Form]) -> tuple[list[Pair], list[str]]:
    """Pairs with the verdicts on which all agree, and the ids of those on which judges differ."""
    entered, open_pairs = [], []
    for pair in pairs:
        words = {form[pair.id] for form in forms if pair.id in form}
        if len(words) > 1:
            open_pairs.append(pair.id)
        verdict = next(iter(words)) if len(words) == 1 else "" if words else pair.verdict
        entered.append(msgspec.convert(msgspec.structs.asdict(pair) | {"verdict": verdict}, Pair, from_attributes=True))
    return entered, open_pairs


def main() -> int:
    """Enter and say what is left."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m evals.merges.enter", description=__doc__, formatter_class=shape)
    parser.add_argument("forms", nargs="+", type=Path, metavar="VERDICTS.csv", help="one file a judge")
    args = parser.parse_args()
    pairs, forms = read_pairs(PAIRS), [read_form(path) for path in args.forms]
    if faults := find_faults(forms, pairs):
        print(*faults, sep="\n", file=sys.stderr)
        return 2
    entered, differ = enter_verdicts(pairs, forms)
    write_pairs(PAIRS, entered)
    print(", ".join(f"{word or 'not judged'}: {n}" for word, n in count_verdicts(entered).items()))
    if differ:
        print(f"judges differ on {len(differ)}; settle them and enter one file: {', '.join(differ)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
