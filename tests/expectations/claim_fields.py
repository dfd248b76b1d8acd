"""The fields of one claim beside what they must hold (tests/golden/README.md says how they are compared)."""

from collections.abc import Callable, Iterator

import msgspec

from sayso.gazetteer import Gazetteer
from sayso.model.claims import Claim, ClaimFigure, ClaimPlace
from tests.expectations.expectation import Row
from tests.expectations.wording import contain_each_other, names_agree

FieldCheck = Callable[[Row, Claim, Gazetteer], Iterator[str]]


def claim_problems(row: Row, claim: Claim, gazetteer: Gazetteer) -> list[str]:
    """Everything that is wrong with a claim, one sentence a field."""
    return [problem for check in _CHECKS for problem in check(row, claim, gazetteer)]


def _plain(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    for field in ("status", "denies", "hedged"):
        if field in row and getattr(claim, field) != row[field]:
            yield f"{field} is {getattr(claim, field)}, not {row[field]}"


def _source(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    if "source" in row and claim.source is not None:
        yield f"source is {claim.source.name} ({claim.source.kind}), not the paper's own voice"
    kind, name = (claim.source.kind, claim.source.name) if claim.source else (None, "")
    if row.get("source_kind", kind) != kind:
        yield f"source kind is {kind}, not {row['source_kind']}"
    if "source_name" in row and not (name and (contain_each_other(row["source_name"], name) or names_agree(row["source_name"], name))):
        yield f"source is {name or None}, not {row['source_name']}"


def _time(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    if "time" not in row:
        return
    found = {"start": claim.time.start, "end": claim.time.end} if claim.time else None
    if found != row["time"]:
        yield f"time is {claim.time and claim.time.text!r} {found and [str(d) for d in found.values()]}, not {row['time'] and [str(d) for d in row['time'].values()]}"


def _places(row: Row, claim: Claim, gazetteer: Gazetteer) -> Iterator[str]:
    if row.get("places") == [] and claim.places:
        yield f"places are {[p.text for p in claim.places]}, not none"
    for expected in row.get("places") or ():
        problems = [list(_place_problems(expected, p, gazetteer)) for p in claim.places if expected["text"] in p.text]
        if not problems:
            yield f"no place {expected['text']} (places: {[p.text for p in claim.places]})"
        else:
            yield from min(problems, key=len)


def _place_problems(expected: Row, place: ClaimPlace, gazetteer: Gazetteer) -> Iterator[str]:
    relation = (place.relation or "").casefold()
    role = expected.get("role", place.role)
    if place.role != role and role not in relation.split():
        yield f"{place.text} has role {place.role}, not {role}"
    if expected.get("relation", "").casefold() not in relation:
        yield f"{place.text} has relation {place.relation}, not {expected['relation']}"
    if place.country and expected.get("country", place.country) != place.country:
        yield f"{place.text} is in {place.country}, not {expected['country']}"
    if "name" in expected and place.place_id and not is_place(expected["name"], place.place_id, gazetteer):
        yield f"{place.text} is {place.name}, not {expected['name']}"
    if expected.get("geometry") == "area" and place.geometry is None:
        yield f"{place.text} is the bare point, not an area"


def is_place(name: str, place_id: str, gazetteer: Gazetteer) -> bool:
    """Whether a name of the gazetteer may mean this place."""
    return place_id in {c.place.place_id for c in gazetteer.find(name)}


def _figures(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    if "figures" not in row:
        return
    if len(row["figures"]) != len(claim.figures):
        yield f"figures are {[f.text for f in claim.figures]}, {len(row['figures'])} expected"
        return
    for expected in row["figures"]:
        wrong = min((_figure_differences(expected, f) for f in claim.figures), key=len)
        if wrong:
            yield f"figure differs: {wrong}, not {({k: expected[k] for k in wrong})}"


def _figure_differences(expected: Row, figure: ClaimFigure) -> Row:
    found = msgspec.structs.asdict(figure)
    return {k: found[k] for k in expected if found[k] != expected[k]}


def _control(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    for field, value in row.get("control", {}).items():
        found = getattr(claim.control, field, None)
        if found != value:
            yield f"control {field} is {found}, not {value}"
    if "holder_contains" in row and not names_agree(row["holder_contains"], claim.control.holder if claim.control else None):
        yield f"holder is {claim.control and claim.control.holder}, not {row['holder_contains']}"


def _direction(row: Row, claim: Claim, _: Gazetteer) -> Iterator[str]:
    if row.get("direction", "").casefold() not in msgspec.json.encode(claim).decode().casefold():
        yield f"the direction {row['direction']} is lost"


_CHECKS: tuple[FieldCheck, ...] = (_plain, _source, _time, _places, _figures, _control, _direction)
