"""Gather the corpora and make examples of them, once: they are kept in a cache."""

import hashlib
import json
import pickle
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from sayso.gazetteer import Gazetteer
from sayso.model.vocabulary import EVENT_CLASSES
from sayso.reading.heads import HINTS, ROLES, SPANS, STATUSES
from training.corpora import read_polnear, read_re3d, read_toponyms, read_wikievents, reserved
from training.documents import Document
from training.examples import Example, example_of, read_hints
from training.gold import LABELS, OWN, read_annotated, read_gold, read_own, read_words
from training.pools import read_pools
from training.swaps import with_swaps

_AT_ONCE = 100
"""Documents that one process makes examples of at a time."""


def gather(shared: Path, gazetteer: Path) -> list[Document]:
    """All documents to learn from, those with other place names among them."""
    corpora = shared / "corpora"
    documents = list(read_gold(shared / "gold", "train", read_words(LABELS / "gold_train_words.tsv")))
    documents += read_annotated(read_pools(corpora, reserved(corpora)), LABELS / "annotated.jsonl")
    for name in OWN:
        documents += read_own(name)
    documents += read_polnear(corpora)
    for name in ("lgl", "geovirus", "humset"):
        documents += read_toponyms(corpora, name)
    return list(with_swaps([*documents, *read_re3d(corpora), *read_wikievents(corpora)], gazetteer))


def examples_in(work: Path, shared: Path, gazetteer: Path) -> list[Example]:
    """Examples of all documents in their order, made by two processes, kept in `work` by what they number and by the labels.

    Delete the file there after a change of the rules that give hints.
    """
    labels = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(LABELS.iterdir())]
    names = json.dumps([HINTS, ROLES, SPANS, STATUSES, EVENT_CLASSES, labels])
    cache = work / f"examples-{hashlib.sha256(names.encode()).hexdigest()[:8]}.pickle"
    if cache.exists():
        return pickle.loads(cache.read_bytes())
    documents = gather(shared, gazetteer)
    parts = [(documents[at : at + _AT_ONCE], gazetteer) for at in range(0, len(documents), _AT_ONCE)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        examples = [example for made in pool.map(_examples, parts) for example in made]
    cache.write_bytes(pickle.dumps(examples))
    return examples


def _examples(part: tuple[Sequence[Document], Path]) -> list[Example]:
    documents, gazetteer = part
    seen = {told.name: told for told in read_hints(documents, Gazetteer.open(gazetteer))}
    return [example_of(d, seen[d.name].sentences, seen[d.name].hints) for d in documents if d.name in seen]
