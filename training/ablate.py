"""What each corpus and each head pays: short trainings of one schedule, each with one thing left out, measured on texts that none has seen.

usage: python -m training.ablate SHARED --gazetteer FILE --work FOLDER [--scale X] [--settings NAME ...]
       python -m training.ablate SHARED --gazetteer FILE --work FOLDER --publishers

A fifth of every corpus is held in all trainings. Every setting adds one line to `ablations.jsonl` in the work folder and is not trained
again while it stands there. With --publishers, what is left out in turn is one publisher of re3d, and GeoVirus with it every time.
"""

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from evals.annotated import held_fifth
from sayso.reading.heads import HINTS, ROLES, SPANS
from sayso.reading.network import Network, open_network
from sayso.reading.sight import Reach, Sight
from training.encoder import find_encoder
from training.examples import OPEN, Example
from training.export import export
from training.gather import examples_in
from training.swaps import PREFIX
from training.train import LAYERS, PASSES, train

CORPORA = tuple(name for name in PASSES if not name.startswith(PREFIX))
HEADS = {
    "certainty": ("statuses", "hedged"),
    "spans": ("inside", "begins"),
    "classes": ("triggers",),
    "links": tuple(f"link {role}" for role in ROLES if role != "voice"),
    "voice": ("link voice",),
}
"""Losses that are not learned from where a head is left out."""

SETTINGS = ("all", *(f"without {name}" for name in (*CORPORA, "swaps", *HEADS)))
PLACES_ONLY = {"lgl": 0.4, "humset": 0.2, "re3d": 4.0}
"""Passes of the trainings for which publishers are left out."""

_PLACES = [HINTS.index(channel) for channel in ("town", "division", "country")]

Scores = dict[str, float | None]


def share(counts: Mapping[str, int], name: str) -> float | None:
    """F1 of what was counted as `name right`, `name given` and `name wanted`; None where nothing was wanted."""
    given, wanted = counts.get(f"{name} given", 0), counts.get(f"{name} wanted", 0)
    return round(2 * counts.get(f"{name} right", 0) / (given + wanted), 3) if wanted else None


def count_pieces(counts: Counter[str], name: str, given: np.ndarray, wanted: np.ndarray) -> None:
    """Add pieces given, wanted and right; those left open do not count."""
    known = wanted != OPEN
    counts[f"{name} given"] += int((given & known).sum())
    counts[f"{name} wanted"] += int((wanted == 1).sum())
    counts[f"{name} right"] += int((given & (wanted == 1)).sum())


def runs_of(inside: np.ndarray, begins: np.ndarray) -> set[tuple[int, int]]:
    """First and one past the last piece of every span."""
    found: list[list[int]] = []
    for at in np.flatnonzero(inside):
        if found and found[-1][1] == at and not begins[at]:
            found[-1][1] = int(at) + 1
        else:
            found.append([int(at), int(at) + 1])
    return {(first, last) for first, last in found}


def with_rules(example: Example, heard: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Names of places as the reader has them: those of the rules, which no corpus taught, and those heard that overlap none of them."""
    ruled = runs_of(example.pieces.hints[:, _PLACES].max(axis=1) > 0, np.zeros(len(example.pieces.ids)))
    return ruled | {(first, last) for first, last in heard if not any(first < b and a < last for a, b in ruled)}


def count_spans(counts: Counter[str], sight: Sight, example: Example, kind: str) -> None:
    """Add spans of a kind that are right to the piece; of places also those that the network and the rules find together."""
    at = SPANS.index(kind)
    if (example.inside[:, at] != OPEN).any():
        wanted = runs_of(example.inside[:, at] == 1, example.begins[:, at] == 1)
        heard = {sight.pieces.covering(span) for span in sight.spans(kind)}
        told = {kind: heard, "place as read": with_rules(example, heard)} if kind == "place" else {kind: heard}
        for name, spans in told.items():
            given = {(first, last) for first, last in spans if (example.inside[first:last, at] != OPEN).all()}
            counts[f"{name} given"] += len(given)
            counts[f"{name} wanted"] += len(wanted)
            counts[f"{name} right"] += len(given & wanted)


def count_links(counts: Counter[str], sight: Sight, example: Example) -> None:
    """Add triggers that point most at a right word, of those that have one in the window, by role."""
    for link in example.links:
        word = (int(example.pieces.starts[link.first]), int(example.pieces.ends[link.first]))
        for number, (meant, unsure) in link.roles.items():
            reach: Reach = sight.reach(word)[ROLES[number]]
            right = set(meant.tolist()) | set(unsure.tolist())
            if set(meant.tolist()) & set(range(reach.window.first, reach.window.last)):
                best = int(np.argmax(reach.probabilities)) + reach.window.first
                for name in ("link", f"link {ROLES[number]}"):
                    counts[f"{name} wanted"] += 1
                    counts[f"{name} given"] += 1
                    counts[f"{name} right"] += best in right


def count_one(counts: Counter[str], sight: Sight, example: Example) -> None:
    """Add all that one text tells of the heads."""
    count_pieces(counts, "classes", sight.triggers >= 0.5, example.triggers)
    sure = example.statuses != OPEN
    counts["status given"] += int(sure.sum())
    counts["status wanted"] += int(sure.sum())
    counts["status right"] += int((sight.statuses.argmax(axis=1) == example.statuses)[sure].sum())
    count_pieces(counts, "hedged", (sight.hedged >= 0.5) & sure, example.hedged)
    for part in ("said_source", "said_cue", "said_content"):
        at = SPANS.index(part)
        count_pieces(counts, part, sight.inside[:, at] >= 0.5, example.inside[:, at])
    for kind in ("place", "organisation", "person"):
        count_spans(counts, sight, example, kind)
    count_links(counts, sight, example)


MEASURES = (
    "classes", "status", "hedged", "link", *(f"link {role}" for role in ROLES if role != "voice"),
    "said_source", "said_cue", "said_content", "place", "place as read", "organisation", "person",
)  # fmt: skip


def measure(network: Network, examples: Sequence[Example]) -> Scores:
    """F1 of every head over texts that the network has not seen."""
    counts: Counter[str] = Counter()
    for example in examples:
        count_one(counts, network.see(example.pieces), example)
    return {name: share(counts, name) for name in MEASURES}


def held_of(examples: Sequence[Example]) -> frozenset[str]:
    """Names of a fifth of every corpus."""
    by_corpus: dict[str, list[str]] = {}
    for example in examples:
        if not example.swapped:
            by_corpus.setdefault(example.source, []).append(example.name)
    return frozenset().union(*map(held_fifth, by_corpus.values()))


def trained(kept: Sequence[Example], work: Path, name: str, passes: Mapping[str, float], muted: Sequence[str] = ()) -> Network:
    """A network trained on some examples, as it would ship."""
    network = train(kept, find_encoder(), work / "ablation.state", passes=dict(passes), layers=LAYERS, key=name, muted=muted)
    export(network, work / "ablation.onnx")
    (work / "ablation.state").unlink(missing_ok=True)
    return open_network(work / "ablation.onnx")


def left_out(examples: Sequence[Example], work: Path, scale: float, settings: Sequence[str]) -> Iterator[tuple[str, Scores]]:
    """Scores of every setting."""
    held = held_of(examples)
    passes = {corpus: rounds * scale for corpus, rounds in PASSES.items()}
    unseen = [e for e in examples if e.name in held]
    for setting in settings:
        name = setting.removeprefix("without ")
        kept = [e for e in examples if e.text_name not in held and e.source != name and not (name == "swaps" and e.swapped)]
        yield setting, measure(trained(kept, work, setting, passes, HEADS.get(name, ())), unseen)


def publishers_left_out(examples: Sequence[Example], work: Path, done: Collection[str]) -> Iterator[tuple[str, Scores]]:
    """Places, organisations and persons of each publisher of re3d and of GeoVirus, by networks that have seen none of it."""
    publishers = sorted({e.corpus for e in examples if e.corpus.startswith("re3d/")} - set(done))
    for publisher in publishers:
        kept = [e for e in examples if e.corpus not in (publisher, "geovirus")]
        network = trained(kept, work, publisher, PLACES_ONLY)
        yield publisher, measure(network, [e for e in examples if e.corpus == publisher])
        yield f"geovirus without {publisher}", measure(network, [e for e in examples if e.corpus == "geovirus"])


def main() -> None:
    """Read the arguments, train and measure each setting that is not measured yet."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--gazetteer", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--scale", type=float, default=0.1, help="of the schedule")
    parser.add_argument("--settings", nargs="*", default=SETTINGS, choices=SETTINGS)
    parser.add_argument("--publishers", action="store_true", help="leave publishers of re3d out in turn, and GeoVirus")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(2)
    told = args.work / "ablations.jsonl"
    examples = examples_in(args.work, args.shared, args.gazetteer)
    done = {json.loads(line)["setting"] for line in told.read_text().splitlines()} if told.exists() else set()
    settings = [name for name in args.settings if name not in done]
    rows = publishers_left_out(examples, args.work, done) if args.publishers else left_out(examples, args.work, args.scale, settings)
    for setting, scores in rows:
        line = json.dumps({"setting": setting, **scores})
        print(line, flush=True)
        with told.open("a", encoding="utf8") as out:
            out.write(line + "\n")


if __name__ == "__main__":
    main()
