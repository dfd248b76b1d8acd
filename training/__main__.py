"""Make the reader's weights from the corpora, and fit what weighs its answers.

usage: python -m training SHARED --gazetteer FILE --work FOLDER [--leave-out CORPUS ...] [--only CORPUS ...] [--scale X] [--out FOLDER]
       [--start FILE] [--slots-only [SLOT ...]]

SHARED holds `gold/`, `corpora/` and `score/`. The network learns from most of the annotated articles; what weighs its answers is fitted on
those of `labels/held.jsonl`. The same data, seed and number of threads give the same bytes; a stopped training goes on where it was.
"""

import argparse
import hashlib
import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch

from evals.annotated import load_scorer
from sayso.gazetteer import Gazetteer
from sayso.reading.network import open_network
from training.carried import carry_over, mean_of, read_weights
from training.clauses import write_clauses
from training.encoder import SHA256, find_encoder
from training.examples import Example
from training.export import export
from training.gather import examples_in
from training.kinds import write_kinds
from training.pages import held_names, kept_names, measured_names, read_pages
from training.slots import write_tables
from training.train import LAYERS, PASSES, SEED, SETTINGS, precision, train
from training.words import write_words

SOURCE = Path(__file__).parents[1] / "src" / "sayso"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where examples and the state of a training are kept")
    parser.add_argument("--out", type=Path, help="write reader.onnx and slots.json there, and no other weights, not into the package")
    parser.add_argument("--leave-out", nargs="*", default=[], help="corpora, or re3d/PUBLISHER")
    parser.add_argument("--only", nargs="*", help="corpora to learn from; all where none is named")
    parser.add_argument("--scale", type=float, default=1.0, help="of the schedule")
    parser.add_argument("--layers", type=int, default=LAYERS, help="of the encoder")
    parser.add_argument("--start", type=Path, metavar="FILE", help="learn further from this reader.onnx; the mean of both is kept")
    parser.add_argument(
        "--slots-only", nargs="*", metavar="SLOT", help="keep the network, fit what weighs its answers: of these slots, or of all"
    )
    args = parser.parse_args()
    tables = (args.out or SOURCE / "claims" / "data") / "slots.json"
    known = json.loads(tables.read_text(encoding="utf8")) if args.slots_only and tables.exists() else {}
    if unknown := sorted(set(args.slots_only or ()) - set(known)):
        parser.error(f"{tables} has no table {', '.join(unknown)}: name some of {', '.join(sorted(known)) or 'those of a full fit'}")
    return args


def choose(examples: Sequence[Example], args: argparse.Namespace) -> list[Example]:
    """The examples to learn from."""
    held, out = held_names(args.shared) | kept_names() | measured_names(), set(args.leave_out)
    named = [e for e in examples if args.only is None or e.source in args.only]
    return [e for e in named if e.text_name not in held and not out & {e.corpus, e.source}]


def train_network(args: argparse.Namespace, out: Path) -> None:
    """Train and export the network."""
    kept = choose(examples_in(args.work, args.shared, args.gazetteer), args)
    passes = {corpus: rounds * args.scale for corpus, rounds in PASSES.items()}
    began = hashlib.sha256(args.start.read_bytes()).hexdigest() if args.start else None
    key = hashlib.sha256(json.dumps([sorted(e.name for e in kept), passes, args.layers, SETTINGS, began]).encode()).hexdigest()
    state = args.work / "training.state"
    before = read_weights(args.start) if args.start else None
    network = train(kept, find_encoder(), state, passes=passes, layers=args.layers, key=key, start=args.start)
    export(network, out)
    if before:
        carry_over(network, mean_of(before, read_weights(out)))
        export(network, out)
    counts = Counter(e.source for e in kept if not e.swapped)
    claims = sum(len(e.links) for e in kept if e.corpus in ("gold", "annotated", "plain", "reports"))
    made_with = {"texts": dict(sorted(counts.items())), "passes": passes, "claims": claims, "seed": SEED}
    made_with |= {"layers": args.layers, "encoder": SHA256, "start": began, "share of the start": 0.5 if before else 0.0}
    made_with |= {**SETTINGS, "precision": precision()}
    out.with_name("made_with.json").write_text(json.dumps(made_with, indent=1) + "\n", encoding="utf8")
    state.unlink(missing_ok=True)


def main() -> None:
    """Read the arguments, train, fit, write."""
    args = arguments()
    for folder in (args.work, *([args.out] if args.out else [])):
        folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.use_deterministic_algorithms(True, warn_only=True)
    # Fresh memory is not filled first, which takes a twenty-fifth of a step: nothing here reads what it has not written.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]
    gazetteer = Gazetteer.open(args.gazetteer)
    weights = args.out / "reader.onnx" if args.out else SOURCE / "reading" / "data" / "reader.onnx"
    tables = args.out / "slots.json" if args.out else SOURCE / "claims" / "data" / "slots.json"
    if args.slots_only is None:
        if not args.out:
            write_words(args.shared, SOURCE / "claims" / "data" / "happenings.json")
            write_kinds(args.shared, SOURCE / "claims" / "data" / "kinds.json")
            write_clauses(args.shared, SOURCE / "claims" / "data")
        train_network(args, weights)
    pages = list(read_pages(args.shared, gazetteer))
    write_tables(pages, open_network(weights), load_scorer(args.shared / "score" / "score_claims.py"), tables, args.slots_only or ())


if __name__ == "__main__":
    main()
