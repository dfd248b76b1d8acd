"""Phrases in context with the party that a careful coder would give, written by somebody who has not seen the rules.

`phrases.csv`: 431 phrases of eleven wars in sentences written for this, with role, neutral name, kind, whether it is an umbrella,
and why; 277 of eight wars are measured, the others were looked at. `names.csv` says which of Sayso's display names mean the party of a
phrase, no wider and no narrower; somebody made it who knew the names alone, and no output. A party is named right where such a name is
displayed, or a wing of that party that the phrase itself names; where the table says `none`, where no party is read.
"""

import csv
from collections import Counter
from pathlib import Path

import msgspec

from evals.annotated import measured_shares
from evals.question import Json, Measured, Question, Read
from sayso.knowledge.actors import Party, load_parties, party_by_id, party_names
from sayso.knowledge.phrases import split_words
from sayso.knowledge.sides import party_of_name
from sayso.model.records import Record

PHRASES, NAMES = (Path(__file__).parent / f"{name}.csv" for name in ("phrases", "names"))
NOBODY = "none"
LOOKED_AT = frozenset({"Syria", "Ukraine", "Ethiopia"})
"""Wars whose phrases were looked at to mend the rules: they are not measured."""

Accepted = dict[tuple[str, str], set[str]]
"""Display names by war and party of the table."""


def measure(annotated: Path, read: Read) -> Measured:
    """Read every text by itself and compare the name of the party at each phrase; `annotated` is not needed."""
    rows, accepted = [row for row in read_table(PHRASES) if row["war"] not in LOOKED_AT], read_accepted()
    records = read([{"article_id": f"phrase-{at}", "text": row["text"], "published": "2024-03-01"} for at, row in enumerate(rows)])
    counts: Counter[str] = Counter()
    for row, record in zip(rows, records, strict=True):
        count_phrase(counts, row, accepted.get((row["war"], row["party"]), set()), msgspec.convert(record, Record))
    scores = {
        "party heard": counts["heard"] / counts["parties"],
        "party named": counts["named"] / counts["parties"],
        "umbrella kept": counts["umbrellas named"] / counts["umbrellas"],
        "umbrella not narrowed": 1 - counts["umbrellas narrowed"] / counts["umbrellas"],
        "no loaded name": 1 - counts["loaded"] / counts["parties"],
        "no party": counts["nobody heard"] / counts["nobody"],
    }
    return measured_shares(scores, counts)


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a table in CSV."""
    with path.open(encoding="utf8", newline="") as stream:
        return list(csv.DictReader(stream))


def read_accepted() -> Accepted:
    """Which display names mean which party of the table."""
    return {(row["war"], row["party"]): {name for name in row["accept"].split(" | ") if name} for row in read_table(NAMES)}


def count_phrase(counts: Counter[str], row: Json, accepted: set[str], record: Record) -> None:
    """Add one phrase."""
    names = names_at(record, row["text"].index(row["phrase"]), row["phrase"])
    if row["party"] == NOBODY:
        counts.update({"nobody": 1, "nobody heard": int(not names)})
        return
    named = bool(names & accepted) or any(_is_named_wing(name, row["phrase"], accepted) for name in names)
    counts.update({"parties": 1, "heard": int(bool(names)), "named": int(named), "loaded": int(bool(names & _loaded_names()))})
    if row["umbrella"] == "yes":
        narrowed = not named and any((party := party_of_name(name)) and not party.umbrella for name in names)
        counts.update({"umbrellas": 1, "umbrellas named": int(named), "umbrellas narrowed": int(narrowed)})


def names_at(record: Record, start: int, phrase: str) -> set[str]:
    """The names of all parties and speakers that are read at a phrase."""
    end = start + len(phrase)
    parties = {a.name for a in record.mentions.actors if a.name and a.kind != "person" and a.start < end and start < a.end}
    speakers = {a.source_name for a in record.attributions if a.source_name and any(s < end and start < e for s, e in a.source)}
    return parties | speakers


def _is_named_wing(name: str, phrase: str, accepted: set[str]) -> bool:
    """Whether a party is a wing of an accepted one, and the phrase names it."""
    party, words = party_of_name(name), split_words(phrase)
    told = {hit[1] for at in range(len(words)) if (hit := party_names().longest(words, at))}
    return party is not None and party.id in told and any(p.name in accepted for p in _above(party))


def _above(party: Party) -> list[Party]:
    above = party_by_id(party.parent) if party.parent else None
    return [above, *_above(above)] if above else []


def _loaded_names() -> set[str]:
    return {word for party in load_parties().values() for word in party.loaded}


QUESTION = Question(
    asks="Are the parties named as a careful coder would?",
    cases=(),
    scores={
        "party heard": "phrases for parties at which some party is read (277 phrases, eight wars)",
        "party named": "phrases for parties that get the party's neutral name",
        "umbrella kept": "umbrellas ('the opposition') under a name that is as wide",
        "umbrella not narrowed": "umbrellas that are not narrowed to one party",
        "no loaded name": "phrases whose name is no side's loaded word",
        "no party": "phrases that look like parties and are none, at which none is read",
    },
    measure=measure,
)
