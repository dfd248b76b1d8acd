"""Annotated claims as documents: the word that tells of each, and where the words of its slots stand."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.knowledge.nationalities import nationality_words
from training.corpora import read_lines
from training.documents import Document, Span, Trigger, find_all, nearest

Claim = Mapping[str, Any]
LABELS = Path(__file__).parent / "labels"
_LINKED = ("place", "time", "agent", "target", "affected", "figure", "source")


def _links(text: str, claim: Claim, trigger: Span) -> dict[str, list[Span]]:
    """Spans of the slots by role; a slot given by its words only is the occurrence nearest to the trigger."""
    clause = (claim["start"], claim["end"])
    links: dict[str, list[Span]] = {role: [] for role in _LINKED}
    links["place"] = [(p["start"], p["end"]) for p in claim["places"]]
    told = [("time", claim["time"]), ("source", claim["source"]), *((a["role"], a) for a in claim["actors"])]
    told += [("figure", f) for f in claim["figures"]]
    for role, slot in told:
        if slot is None:
            continue
        span = tuple(slot["at"]) if "at" in slot else nearest(find_all(text, slot["text"]), trigger, clause)
        if span:
            links[role].append((span[0], span[1]))
    return links


def _left_open(text: str, links: Mapping[str, Sequence[Span]]) -> dict[str, list[Span]]:
    """Other mentions of the same words: no counter-examples."""
    return {role: [s for span in spans for s in find_all(text, text[slice(*span)]) if s not in spans] for role, spans in links.items()}


def trigger_of(text: str, claim: Claim, word: Span) -> Trigger:
    """One claim as the network learns it."""
    links = _links(text, claim, word)
    clause = (claim["start"], claim["end"])
    return Trigger(word, claim["event"], clause, claim["status"], claim["hedged"], links, _left_open(text, links))


_KIND_BEFORE = re.compile(r"(?:(?:the|northern|southern|eastern|western|central|city|town|village|district|province|of) )+")
_KIND_AFTER = re.compile(
    r"(?: (?:city|town|village|district|neighbou?rhood|province|governorate|state|region|county|countryside))+", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b[^\W\d_]*[A-Z\u00c0-\u00de\d][\w'\u2019-]*")


def named_places(text: str, triggers: Sequence[Trigger]) -> tuple[list[Span], list[Span]]:
    """The places of a text's claims without words for what kind of place they are, and what may or may not be part of a place's name.

    Left open are those words, other capitalised words, and, in a text that has no capitals, all that is no claim's place.

    >>> claim = Trigger((0, 0), "strike", (0, 0), "happened", False, {"place": [(13, 27), (31, 35)]})
    >>> text = "Shelling hit Idlib province or Aris town, Mr Sami said"
    >>> [[text[slice(*span)] for span in spans] for spans in named_places(text, [claim])]
    [['Idlib', 'Aris'], ['Idlib province', 'Aris town', 'Shelling', 'Idlib', 'Aris', 'Mr', 'Sami']]
    """
    sure, unsure = [], []
    for start, end in sorted({span for told in triggers for span in told.links.get("place", ())}):
        words = text[start:end]
        lead, tail = _KIND_BEFORE.match(words), _KIND_AFTER.search(words)
        first = start + lead.end() if lead else start
        last = start + tail.start() if tail and tail.end() == len(words) else end
        after = _KIND_AFTER.match(text, end)
        unsure += [(start, after.end() if after else end)]
        named = first < last and (words != words.lower() or text == text.lower())
        if named and words not in ("country", "capital") and text[first:last].split()[0].lower() not in nationality_words():
            sure.append((first, last))
    if text == text.lower():
        return sure, [(0, len(text))]
    return sure, [*unsure, *(m.span() for m in _CAPITAL.finditer(text))]


def _document(key: str, corpus: str, row: Mapping[str, Any], triggers: list[Trigger]) -> Document:
    sure, unsure = named_places(row["text"], triggers)
    return Document(
        key, corpus, row["text"], row["published"], row["publisher"], row["title"],
        triggers=triggers, spans={"place": sure}, unsure={"place": unsure},
    )  # fmt: skip


def read_gold(folder: Path, part: str, words: Mapping[tuple[str, str], Span]) -> Iterator[Document]:
    """gold/train or gold/dev with the trigger words of a file of labels; a claim that has none there is left out."""
    claims = {row["article_id"]: row["claims"] for row in read_lines(folder / f"{part}.claims.jsonl")}
    for row in read_lines(folder / f"{part}.articles.jsonl"):
        key, text = row["article_id"], row["text"]
        triggers = [trigger_of(text, c, words[key, c["id"]]) for c in claims[key] if (key, c["id"]) in words]
        yield _document(key, "gold", row, triggers)


def with_words(text: str, claim: Claim) -> dict[str, Any]:
    """A stand-off claim with the words that its offsets stand for.

    >>> claim = {"start": 0, "end": 9, "places": [], "actors": [], "figures": [], "time": None, "source": None}
    >>> with_words("They fled.", claim)["evidence"]
    'They fled'
    """

    def worded(slot: Mapping[str, Any]) -> dict[str, Any]:
        start, end = slot["at"] if "at" in slot else (slot.get("start", 0), slot.get("end", 0))
        return {"name": None, **slot, "text": text[start:end]}

    told = {name: [worded(slot) for slot in claim[name]] for name in ("places", "actors", "figures")}
    source = claim["source"] and worded(claim["source"])
    return {**claim, **told, "source": source, "evidence": text[claim["start"] : claim["end"]]}


def read_words(path: Path) -> dict[tuple[str, str], Span]:
    """The trigger word of each claim: article, claim, start and end, tab-separated."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf8").splitlines() if line]
    return {(article, claim): (int(start), int(end)) for article, claim, start, end in rows}


def read_annotated(articles: Mapping[str, Mapping[str, Any]], path: Path) -> Iterator[Document]:
    """Further annotated articles: stand-off claims of a file, texts from the corpora."""
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        article = articles[row["article_id"]]
        triggers = [trigger_of(article["text"], c, tuple(c["trigger"])) for c in row["claims"]]
        yield _document(row["article_id"], "annotated", article, triggers)


def read_reviewed(articles: Mapping[str, Mapping[str, Any]], path: Path) -> Iterator[Document]:
    """Articles with claims that people reviewed (`sayso export labels`), their texts by digest; claims without a trigger are left out."""
    for row in read_lines(path):
        text, triggers = articles[row["digest"]]["text"], []
        for claim in row["claims"]:
            if claim["trigger"]:
                told = trigger_of(text, claim, tuple(claim["trigger"]))
                links = {role: spans for role, spans in told.links.items() if role not in claim["open"]}
                triggers.append(replace(told, links=links))
        rejected = [(claim["event"], (claim["start"], claim["end"])) for claim in row["rejected"]]
        yield replace(_document(row["article_id"], "reviewed", articles[row["digest"]], triggers), rejected=rejected, spans={}, unsure={})


OWN = ("plain", "reports")
"""Files of labels that hold their texts too: short plain texts and whole reports in our own words about invented events."""


def read_own(name: str) -> Iterator[Document]:
    """Texts in our own words about invented events, with their claims; `name` is one of OWN."""
    for row in read_lines(LABELS / f"{name}.jsonl"):
        triggers = [trigger_of(row["text"], c, tuple(c["trigger"])) for c in row["claims"]]
        yield _document(row["article_id"], name, row, triggers)
