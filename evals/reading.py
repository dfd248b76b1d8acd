"""Reading cases the way `sayso read ARTICLES.jsonl --format jsonl` does, in this process."""

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from evals.question import Json
from sayso.documents import DocumentOptions
from sayso.gazetteer import Gazetteer
from sayso.pipeline import read_inputs


class CaseReader:
    """Reads articles with one gazetteer; calling it is the contract `Read`."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    def __call__(self, articles: Iterable[Json]) -> list[Json]:
        """Records of the articles as they would stand in the output, in the order given."""
        with tempfile.TemporaryDirectory() as folder:
            lines = Path(folder) / "articles.jsonl"
            lines.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf8")
            records = read_inputs([str(lines)], self._gazetteer, options=DocumentOptions())
            return [json.loads(msgspec.json.encode(record)) for record in records]
