"""Texts of articles that further annotations are of, by the name that the annotations use."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from training.corpora import read_lines

Article = Mapping[str, Any]
_CLOSING = re.compile(r"^([.,;:!?)\]’'”%]|n[’']t|[’']s)$")


def join_tokens(tokens: Sequence[str]) -> str:
    """The text of a tokenised document.

    >>> join_tokens(["It", "was", "n’t", "a", "car", "-", "bomb", ",", "he", "said", "."])
    'It wasn’t a car-bomb, he said.'
    """
    text = ""
    for word in tokens:
        closes = _CLOSING.match(word) or text.endswith(("(", "[", "“", "$", "#"))
        text += word if not text or closes else f" {word}"
    text = re.sub(r"(\w) - (\w)", r"\1-\2", text)
    return re.sub(r" ([’'](?:s|t|re|ve|ll|d|m))\b", r"\1", text)


def read_timeml(corpora: Path, name: str) -> Iterator[Article]:
    """Texts of a set in TimeML (`aquaint`, `timebank`) by paragraphs, with title and day of publication; its marks are left out."""
    for row in read_lines(corpora / "times" / f"{name}.jsonl"):
        root = ElementTree.fromstring(row["timeml"].encode())
        body, day = root.find("TEXT"), root.find("DCT/TIMEX3")
        words = "".join(body.itertext()) if body is not None else ""
        parts = re.split(r"\n\s*\n", re.sub(r"`` ?", "“", words.replace("''", "”")))
        paragraphs = [re.sub(r"\s+", " ", part).strip() for part in parts]
        yield {
            "article_id": f"{name}-{row['id'].removesuffix('.tml')}",
            "text": "\n\n".join(filter(None, paragraphs)),
            "published": day.get("value", "")[:10] if day is not None else None,
            "publisher": None,
            "title": re.sub(r"\s+", " ", root.findtext("TITLE") or "").strip() or None,
        }


def read_pools(corpora: Path, kept_back: frozenset[str]) -> dict[str, Article]:
    """Every article that may be annotated: news of articles/, HumSet, WikiEvents, MUC-4, AQUAINT, TimeBank; none that is kept back."""
    pools: dict[str, Article] = {}
    for path in sorted((corpora / "articles").glob("*.jsonl")):
        pools |= {row["article_id"]: row for row in read_lines(path)}
    for row in read_lines(corpora / "geoparsing" / "humset.jsonl"):
        name = f"humset-{row['lead_id']}"
        pools[name] = {"article_id": name, "text": row["text"], "published": None, "publisher": None, "title": None}
    for row in read_lines(corpora / "wikievents" / "train.jsonl"):
        name = f"wikievents-{row['docid']}"
        pools[name] = {"article_id": name, "text": join_tokens(row["tokens"]), "published": None, "publisher": None, "title": None}
    for row in read_lines(corpora / "muc4" / "train.jsonl"):
        name = f"muc4-{row['docid']}"
        pools[name] = {"article_id": name, "text": row["doctext"], "published": None, "publisher": None, "title": None}
    for name in ("aquaint", "timebank"):
        pools |= {row["article_id"]: row for row in read_timeml(corpora, name)}
    return {name: row for name, row in pools.items() if name not in kept_back}
