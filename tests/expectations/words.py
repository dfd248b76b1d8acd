"""What single words of a golden page are: places or governments, one town in two spellings, nobody's name, no place at all."""

from collections.abc import Callable, Iterator
from functools import partial

from tests.expectations.expectation import Expectation, Row
from tests.expectations.page import GoldenPage
from tests.expectations.wording import names_agree, overlaps, span_within


def word_expectations(expected: Row) -> Iterator[Expectation[GoldenPage]]:
    """One expectation for every word listed."""
    for word in expected.get("absent_places", ()):
        yield Expectation(f"no place: {word}", True, partial(_absent_problem, word))
    for section, check in _SECTIONS.items():
        for row in expected.get(section, ()):
            yield Expectation(f"{section}: {row['context']}", True, partial(check, row))
    for pair in expected.get("same_place", ()):
        yield Expectation(f"one place: {' and '.join(pair)}", True, partial(_same_place_problem, pair))


def _absent_problem(word: str, page: GoldenPage) -> str | None:
    found = [c.evidence for c in page.record.claims for p in c.places if p.text == word]
    return f"it is a place of {found}" if found else None


def _metonym_problem(row: Row, page: GoldenPage) -> str | None:
    span = span_within(row["text"], row["context"], page.record.text)
    if any(overlaps((p.start, p.end), span) for c in page.record.claims for p in c.places):
        return "it is a place of a claim"
    names = [a.name for a in page.record.mentions.actors if overlaps((a.start, a.end), span)]
    return None if any(_is_government(row["actor"], n) for n in names) else f"actors there: {names}, not {row['actor']}"


def _is_government(expected: str, found: str | None) -> bool:
    """Whether a name is of the government, as "Chadian government" or as "Government of Chad"."""
    adjective = expected.split()[0]
    return names_agree(expected, found) or bool(found and "overnment" in found and adjective[:4] in found)


def _town_problem(row: Row, page: GoldenPage) -> str | None:
    span = span_within(row["text"], row["context"], page.record.text)
    return None if any(overlaps((p.start, p.end), span) for p in page.record.mentions.places) else "it is no place there"


def _anonymous_problem(row: Row, page: GoldenPage) -> str | None:
    span = span_within(row["context"], row["context"], page.record.text)
    kinds = [a.source_kind for a in page.record.attributions if any(overlaps(content, span) for content in a.content)]
    return None if "anonymous" in kinds else f"attributed to {kinds or 'nobody'}, not to an unnamed person"


def _same_place_problem(pair: list[str], page: GoldenPage) -> str | None:
    ids = {s: {p.place_id for p in page.record.mentions.places if p.text == s} for s in pair}
    together = set().union(*ids.values())
    return None if all(ids.values()) and len(together) == 1 and None not in together else f"resolved to {ids}"


_SECTIONS: dict[str, Callable[[Row, GoldenPage], str | None]] = {
    "metonyms": _metonym_problem,
    "towns": _town_problem,
    "anonymous_sources": _anonymous_problem,
}
