"""A record with a person's name struck out of all of its words, letter by letter, so that every offset still holds."""

from collections.abc import Iterable
from typing import Any, cast

import msgspec

from sayso.knowledge.phrases import split_words
from sayso.model.articles import Span
from sayso.model.claims import Claim
from sayso.model.entries import Accept, Add, Correct, Entry, Rate, Reject
from sayso.model.forgotten import Forgotten
from sayso.model.records import Record
from sayso.outputs.private_names import NameFilter

LONGEST_NAME = 10
"""Words of the longest name whose digest is looked for."""

STRUCK = "\u2588"
"""Stands for each struck letter."""

ERASED = "an erased person"
"""Stands for the name where words are ours."""

_OURS = frozenset({"name", "source_name", "speaks_for", "why", "chain", "holder", "reason", "publisher", "article_id", "url", "credit"})
"""Fields whose words are not cut out of the text; all others but a title are terms, dates and ids, which name nobody."""


def erase_names(record: Record, names: NameFilter) -> Record:
    """The record without the names that a filter knows: struck out of the text and of everything that was cut from it.

    Ids, offsets and digest stay: a struck record is still the reading of the same page. A record that names nobody comes back as it is.
    """
    spans = names.spans_in(record.text)
    text = strike(record.text, spans)
    return msgspec.structs.replace(cast(Record, _strike_all(record, text, names)), text=text, digest=record.digest)


def erase_in_entry(entry: Entry, names: NameFilter) -> Entry:
    """What somebody judged or noted without the names that a filter knows: struck out of the words of its claim and of its reason."""
    act = entry.act
    if isinstance(act, Accept | Reject | Correct | Add | Rate):
        claim = act.claim
        struck = strike(" " * claim.start + claim.evidence, [(s + claim.start, e + claim.start) for s, e in names.spans_in(claim.evidence)])
        act = msgspec.structs.replace(act, claim=cast(Claim, _strike_all(claim, struck, names)))
    if isinstance(act, Correct) and isinstance(act.value, str):
        act = msgspec.structs.replace(act, value=names.replace(act.value, ERASED))
    return msgspec.structs.replace(entry, act=act, why=names.replace(entry.why, ERASED))


def erase_forgotten(record: Record, forgotten: Forgotten) -> Record:
    """The record without the persons whose names' keyed digests a ledger keeps."""
    names = sorted(names_in(_words_of(record), forgotten))
    return erase_names(record, NameFilter(names)) if names else record


def names_in(words: str, forgotten: Forgotten) -> set[str]:
    """Names in some words that a ledger was told to forget, as they are written there."""
    found, spelled = set(), split_words(words)
    for size in range(1, LONGEST_NAME + 1):
        for at in range(len(spelled) - size + 1):
            if forgotten.digest_of(w.fold for w in spelled[at : at + size]) in forgotten.persons:
                found.add(words[spelled[at].start : spelled[at + size - 1].end])
    return found


def folded_name(name: str) -> tuple[str, ...]:
    """A name as its keyed digest is made of it: without case, accents and apostrophes."""
    return tuple(word.fold for word in split_words(name))


def folded_names(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Names as they are kept, each in words and as one word, as addresses write it."""
    return [form for name in names for form in (folded_name(name), ("".join(folded_name(name)),))]


def erase_whole(record: Record, names: Iterable[str]) -> Record:
    """The record without those of the names that stand whole in it."""
    held = [name for name in names if holds_name(record, NameFilter([name]))]
    return erase_names(record, NameFilter(held)) if held else record


def holds_name(record: Record, names: NameFilter) -> bool:
    """Whether a whole name that a filter knows stands in a record's text, title, outlet, address or id."""
    return names.finds_whole(_words_of(record))


def _words_of(record: Record) -> str:
    return "\n".join(w for w in (record.text, record.title, record.publisher, record.url, record.article_id) if w)


def strike(text: str, spans: list[Span]) -> str:
    """The text with all that stands between these offsets struck out.

    >>> strike("Selim Darwan fled", [(0, 12)])
    '████████████ fled'
    """
    for start, end in spans:
        text = text[:start] + STRUCK * (end - start) + text[end:]
    return text


def _strike_all(thing: object, text: str, names: NameFilter) -> object:
    """The same thing with every string in it struck; words with offsets are cut out of the struck text anew."""
    if isinstance(thing, tuple):
        return tuple(_strike_all(part, text, names) for part in thing)
    if not isinstance(thing, msgspec.Struct):
        return thing
    fields = {f: _strike_field(f, getattr(thing, f), text, names) for f in thing.__struct_fields__}
    if isinstance(thing, Claim):
        fields["evidence"] = text[thing.start : thing.end]
    elif "text" in fields and not isinstance(thing, Record):
        held = str(fields["text"])
        fields["text"] = _cut(fields, text) or strike(held, names.spans_in(held))
    return msgspec.structs.replace(thing, **fields)


def _strike_field(field: str, value: object, text: str, names: NameFilter) -> object:
    if isinstance(value, str):
        struck = strike(value, names.spans_in(value)) if field == "title" else value
        return names.replace(value, ERASED) if field in _OURS else struck
    if isinstance(value, tuple) and value and all(isinstance(part, str) for part in value):
        return tuple(names.replace(part, ERASED) for part in value) if field in _OURS else value
    return _strike_all(value, text, names)


def _cut(fields: dict[str, Any], text: str) -> str | None:
    """The words of a mention or slot by its offsets; None where these lead elsewhere."""
    start, end = fields.get("span") or (fields["start"], fields["end"])
    return text[start:end] if end - start == len(fields["text"]) else None
