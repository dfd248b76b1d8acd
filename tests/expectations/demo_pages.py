"""The key's `pages`, `spellings` and `private_names`: outlets, dates, blocks, words told once or not claimed, one place a town.

Words of navigation, promotion and licence may stand anywhere in a block of that kind, or be gone: what matters is that nothing is read there.
"""

from collections.abc import Callable, Iterator
from functools import partial

from sayso.gazetteer.distance import kilometres
from sayso.model.articles import Block
from sayso.model.records import Record
from tests.expectations.demo import Demo, find_words, options, outputs_on, plain_name, spans_on
from tests.expectations.expectation import Expectation, Row
from tests.expectations.published import readable
from tests.expectations.wording import overlaps, stands_in

_MAY_BE_GONE = {"navigation", "promotion", "licence"}
_NEAR_KM = 10.0

PageCheck = Callable[[Row, Demo], str | None]


def page_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """Every fact of every page, then of the spellings, then of the private persons."""
    for row in key["pages"]:
        for name, check in _FACTS.items():
            yield Expectation(f"page {row['page']}: {name}", True, partial(check, row))
        for block in row.get("blocks", ()):
            yield Expectation(f"page {row['page']}: block: {block['starts_with']}", True, partial(_block_problem, row["page"], block))
        for section, words_check in _WORDS.items():
            for words in row.get(section, ()):
                yield Expectation(f"page {row['page']}: {section}: {words}", True, partial(words_check, row["page"], words))
    for place, spelling in key["spellings"].items():
        yield Expectation(f"one place: {place}", True, partial(_spelling_problem, spelling))
    for person in key["private_names"]:
        yield Expectation(f"private: page {person['page']}: {person['name']}", True, partial(_private_problem, person))
        yield Expectation(f"published nowhere: {person['name']}", True, partial(_published_problem, person))


def _publisher_problem(row: Row, demo: Demo) -> str | None:
    found = demo.record(row["page"]).publisher
    return None if found in options(row["publisher"]) else f"publisher is {found}"


def _date_problem(row: Row, demo: Demo) -> str | None:
    published = demo.record(row["page"]).published
    if published.day != row["published"] or published.basis not in options(row.get("basis", published.basis)):
        return f"published {published.day} ({published.basis}): {published.why}"
    missing = set(row.get("candidates", ())) - {c.date for c in published.candidates}
    return f"candidates lack {sorted(map(str, missing))}" if missing else None


def _outcome_problem(row: Row, demo: Demo) -> str | None:
    record = demo.record(row["page"])
    return None if record.outcome == "read" else f"{record.outcome}: {record.why}"


def _block_problem(page: int, row: Row, demo: Demo) -> str | None:
    record = demo.record(page)
    starts = [s for s, _ in find_words(row["starts_with"], record.text)]
    may_be_gone = bool(set(options(row["kind"])) & _MAY_BE_GONE)
    if not starts:
        return None if may_be_gone else "these words are not in the text"
    found = [b for b in record.blocks if any(b.start == s or (may_be_gone and b.start < s < b.end) for s in starts)]
    if any(_is_block(row, b) for b in found):
        return None
    return f"blocks that start so: {[(b.kind, b.date and str(b.date), b.credit) for b in found]}"


def _is_block(row: Row, block: Block) -> bool:
    return block.kind in options(row["kind"]) and row.get("date", block.date) == block.date and row.get("credit", block.credit) == block.credit


def _twice_problem(page: int, words: str, demo: Demo) -> str | None:
    told = [span for span in spans_on(page, words, demo) if _evidence_at(span, demo.record(page))]
    return f"claims at {len(told)} places" if len(told) > 1 else None


def _claim_problem(page: int, words: str, demo: Demo) -> str | None:
    found = [e for span in find_words(words, demo.record(page).text) for e in _evidence_at(span, demo.record(page))]
    return f"claims: {found}" if found else None


def _evidence_at(span: tuple[int, int], record: Record) -> list[str]:
    return [f"{c.event}: {c.evidence}" for c in record.claims if overlaps((c.start, c.end), span)]


def _place_problem(page: int, word: str, demo: Demo) -> str | None:
    found = [c.evidence for c in demo.record(page).claims for p in c.places if p.text == word]
    return f"it is a place of {found}" if found else None


def _spelling_problem(row: Row, demo: Demo) -> str | None:
    wanted = {plain_name(t) for t in row["text"]}
    found = [p for r in demo.records for c in r.claims for p in c.places if plain_name(p.text) in wanted]
    ids = sorted({str(p.place_id) for p in found})
    if len(ids) != 1 or ids == ["None"]:
        return f"resolved to {ids}"
    one = found[0]
    if one.country != row["country"]:
        return f"it is in {one.country}"
    off = kilometres(one.lat or 0.0, one.lon or 0.0, *row["near"]) if "near" in row else 0.0
    return f"it is {off:.0f} km off" if off > _NEAR_KM else None


def _private_problem(row: Row, demo: Demo) -> str | None:
    marked = [a.text for a in demo.record(row["page"]).mentions.actors if a.private]
    return None if any(stands_in(row["name"], m) for m in marked) else f"marked as private there: {marked}"


def _published_problem(row: Row, demo: Demo) -> str | None:
    outputs = outputs_on(demo, demo.view.as_of)
    found = {o: [s for s in row["absent"] if stands_in(s, readable(text))] for o, text in outputs.items()}
    held = {o: names for o, names in found.items() if names}
    return f"held by {held}" if held else None


_FACTS: dict[str, PageCheck] = {"outlet": _publisher_problem, "date": _date_problem, "it is read": _outcome_problem}
_WORDS: dict[str, Callable[[int, str, Demo], str | None]] = {"told_once": _twice_problem, "no_claim": _claim_problem, "no_place": _place_problem}
