"""The key's `events` and `apart`: what belongs to one happening, who agrees, who contradicts, what takes the place of what."""

from collections.abc import Iterable, Iterator
from functools import partial

from sayso.model.events import Account, Contradiction, Event
from sayso.model.vocabulary import EVENT_CLASSES
from tests.expectations.demo import Demo, claims_on, holds_any, ids_on, options
from tests.expectations.expectation import Expectation, Row


def event_expectations(key: Row) -> Iterator[Expectation[Demo]]:
    """One expectation for every fact of every event, then for every pair that is to stay apart."""
    for row in key["events"]:
        yield from _event_expectations(row)
    for row in key["apart"]:
        words = " | ".join(r["words"] for r in row["pair"])
        yield Expectation(f"apart ({row['why']}): {words}", True, partial(_apart_problem, row["pair"]))


def _event_expectations(row: Row) -> Iterator[Expectation[Demo]]:
    name = f"event: {row['id']}"
    if "together" in row:
        yield Expectation(f"{name}: together", True, partial(_together_problem, row["together"]))
    if row.get("one_account"):
        yield Expectation(f"{name}: one account", True, partial(_account_problem, row["together"]))
    if "voices" in row:
        yield Expectation(f"{name}: voices", True, partial(_voices_problem, row))
    for n, wanted in enumerate(row.get("contradictions", ()), 1):
        yield Expectation(f"{name}: contradiction {n}: {wanted['issue']}", True, partial(_missing_contradiction, wanted))
    for n, wanted in enumerate(row.get("never_issue", ()), 1):
        yield Expectation(f"{name}: no contradiction {n}: {wanted['issue']}", True, partial(_wrong_contradiction, wanted["between"], options(wanted["issue"])))
    for n, pair in enumerate(row.get("no_contradiction", ()), 1):
        yield Expectation(f"{name}: compatible {n}", True, partial(_wrong_contradiction, [[pair[0]], [pair[1]]], None))
    for n, wanted in enumerate(row.get("updates", ()), 1):
        yield Expectation(f"{name}: update {n}: {wanted['kind']}", True, partial(_update_problem, wanted))


def _unread(references: Iterable[Row], demo: Demo) -> str | None:
    lost = [_lost_claim(r, demo) for r in references if not claims_on(r, demo)]
    return f"no claim was read from {lost}" if lost else None


def _lost_claim(reference: Row, demo: Demo) -> str:
    others = claims_on({**reference, "event": EVENT_CLASSES}, demo)
    return f"page {reference['page']}: {reference['words']} ({[f'{c.event}: {c.evidence}' for c in others]} there)"


def _holds_each(claims: Iterable[str], references: Iterable[Row], demo: Demo) -> bool:
    held = set(claims)
    return all(held & ids_on([r], demo) for r in references)


def _together_problem(references: list[Row], demo: Demo) -> str | None:
    if problem := _unread(references, demo):
        return problem
    if any(_holds_each(e.claims, references, demo) for e in demo.view.events):
        return None
    most = max(demo.view.events, key=lambda e: sum(_holds_each(e.claims, [r], demo) for r in references))
    return f"no event holds all; the fullest lacks {[r['words'] for r in references if not _holds_each(most.claims, [r], demo)]}"


def _account_problem(references: list[Row], demo: Demo) -> str | None:
    if problem := _unread(references, demo):
        return problem
    held = [a for e in demo.view.events for a in e.accounts]
    return None if any(_holds_each(a.claims, references, demo) for a in held) else "no account holds all"


def _voices_problem(row: Row, demo: Demo) -> str | None:
    first, voices = row["together"][0], row["voices"]
    accounts = [a for e in demo.view.events for a in e.accounts if _holds_each(a.claims, [first], demo)]
    problems = [p for a in accounts if (p := _sources_problem(a, voices))]
    return None if accounts and not problems else f"{problems or 'no account holds the first claim'}"


def _sources_problem(account: Account, voices: Row) -> str | None:
    named = [s for s in account.sources if holds_any(voices["name"], s)]
    repeated = [s for s in account.sources if voices.get("never") and holds_any(voices["never"], s)]
    return f"sources are {account.sources}" if len(named) != voices["count"] or repeated else None


def _between(event: Event, found: Contradiction, sides: list[list[Row]], demo: Demo) -> bool:
    one, other = (set(event.accounts[i].claims) for i in found.accounts)
    first, second = (ids_on(side, demo) for side in sides)
    return bool((one & first and other & second) or (one & second and other & first))


def _contradictions(sides: list[list[Row]], demo: Demo) -> list[Contradiction]:
    return [c for e in demo.view.events for c in e.contradictions if _between(e, c, sides, demo)]


def _missing_contradiction(wanted: Row, demo: Demo) -> str | None:
    found = _contradictions(wanted["between"], demo)
    if any(c.issue in options(wanted["issue"]) for c in found):
        return None
    unread = [p for side in wanted["between"] if not ids_on(side, demo) and (p := _unread(side, demo))]
    return f"contradictions between them: {[c.issue for c in found]}; {unread}"


def _wrong_contradiction(sides: list[list[Row]], issues: list[str] | None, demo: Demo) -> str | None:
    unread = [p for side in sides if not ids_on(side, demo) and (p := _unread(side, demo))]
    found = [c.why for c in _contradictions(sides, demo) if issues is None or c.issue in issues]
    return f"they contradict: {found}" if found else f"{unread}" if unread else None


def _update_problem(wanted: Row, demo: Demo) -> str | None:
    earlier, later = ids_on(wanted["earlier"], demo), ids_on(wanted["later"], demo)
    found = [u for e in demo.view.events for u in e.updates if u.earlier in earlier and u.later in later]
    if any(u.kind == wanted["kind"] for u in found):
        return None
    unread = [p for side in (wanted["earlier"], wanted["later"]) if not ids_on(side, demo) and (p := _unread(side, demo))]
    return f"updates between them: {[u.kind for u in found]}; {unread}"


def _apart_problem(pair: list[Row], demo: Demo) -> str | None:
    if problem := _unread(pair, demo):
        return problem
    one, other = (ids_on([r], demo) for r in pair)
    joined = [e.why for e in demo.view.events if set(e.claims) & one and set(e.claims) & other]
    return f"one event holds both: {joined}" if joined else None
