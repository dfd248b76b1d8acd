"""What is open in a view of the ledger: disputes that stand, words that nothing resolved, numbers on weak ground."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple, get_args

import msgspec

from sayso.model.entries import Assign, Entry, Note
from sayso.model.events import FiledClaim
from sayso.model.questions import Question, QuestionKind
from sayso.model.views import LedgerView

WEAK = 0.5
"""Score below which a claim is more likely wrong than right: scores are calibrated shares of claims that are right."""

SHORTEST_ID = 10
"""Letters of an id that are enough to tell it apart, as tables print it."""

_ORDER: tuple[QuestionKind, ...] = get_args(QuestionKind)


class Ledger(NamedTuple):
    """A view, and the ids of the claims that its readers make today, reviews left aside."""

    view: LedgerView
    read: Collection[str]


def list_questions(view: LedgerView, read: Collection[str], standing: Iterable[Entry] = ()) -> tuple[Question, ...]:
    """Everything open, by how many claims hang on it; with whom each question was given to and what was noted on it.

    `read` are ids of claims of the current readings, `standing` what people entered and did not undo.
    """
    found = {q.question_id: q for rule in RULES for q in rule(Ledger(view, read))}
    entries = sorted(standing, key=lambda e: e.order)
    marked = (_mark(q, entries) for q in found.values())
    return tuple(sorted(marked, key=lambda q: (-len(q.claims), _ORDER.index(q.kind), q.subject, q.question_id)))


def name_question(kind: QuestionKind, about: str) -> str:
    """The id of a question: of its kind and of what it is about, so that it stays while it is open.

    >>> name_question("contradiction", "e-1") == name_question("contradiction", "e-1"), name_question("contradiction", "e-1")[:2]
    (True, 'q-')
    """
    return "q-" + hashlib.sha256(f"{kind}\n{about}".encode("utf8", "surrogatepass")).hexdigest()[:16]


def _mark(question: Question, entries: Iterable[Entry]) -> Question:
    assigned, notes = question.assigned, list(question.notes)
    for entry in entries:
        act = entry.act
        if isinstance(act, Assign) and act.question == question.question_id:
            assigned = act.to
        if isinstance(act, Note) and len(act.subject) >= SHORTEST_ID and question.question_id.startswith(act.subject):
            notes.append(f"{entry.author}: {entry.why}")
    return msgspec.structs.replace(question, assigned=assigned, notes=tuple(notes))


def ask_about_control(ledger: Ledger) -> Iterator[Question]:
    """Places that accounts give to different holders."""
    for state in ledger.view.situation.control:
        if state.label == "disputed between accounts":
            claims = (c for a in state.accounts for c in a.claims)
            yield _ask("disputed control", state.control_id, f"who holds {state.place}", state.why or state.label, claims)


def ask_about_contradictions(ledger: Ledger) -> Iterator[Question]:
    """Accounts of one event that exclude each other, one question for each point at issue; who holds a disputed place is asked once."""
    asked = {s.place_id for s in ledger.view.situation.control if s.label == "disputed between accounts" and s.place_id}
    for event in ledger.view.events:
        for issue in sorted({c.issue for c in event.contradictions}):
            if issue == "who holds it" and asked & {p.place_id for p in event.places}:
                continue
            disputes = [c for c in event.contradictions if c.issue == issue]
            where = " and ".join(dict.fromkeys(p.name for p in event.places))
            claims = (c for d in disputes for number in d.accounts for c in event.accounts[number].claims)
            subject = f"{issue}: {event.event}{f', {where}' if where else ''}"
            yield _ask("contradiction", event.event_id, subject, disputes[0].why, claims, key=f"{event.event_id} {issue}")


def ask_about_reviewers(ledger: Ledger) -> Iterator[Question]:
    """Claims on which reviewers disagree."""
    for filed in ledger.view.claims:
        if filed.review and filed.review.disputed:
            why = f"reviewers ({', '.join(sorted(filed.review.by))}) disagree on: {', '.join(filed.review.disputed)}"
            yield _ask("reviewers disagree", filed.claim.id, _words(filed), why, [filed.claim.id])


def ask_about_unread(ledger: Ledger) -> Iterator[Question]:
    """Claims that people hold for right and that no reader finds any more."""
    for filed in ledger.view.claims:
        if filed.review and filed.review.label != "added" and filed.claim.id not in ledger.read:
            why = f"{filed.review.label} by {', '.join(filed.review.by)}, but the current reading does not find it: read the words again"
            yield _ask("no longer read", filed.claim.id, _words(filed), why, [filed.claim.id])


def ask_about_weak_claims(ledger: Ledger) -> Iterator[Question]:
    """Claims of low score that no person has reviewed, on each of which a total rests alone."""
    filed = {f.claim.id: f for f in ledger.view.claims}
    for total in ledger.view.situation.totals:
        alone = filed.get(total.claims[0]) if len(total.claims) == 1 else None
        if alone and alone.review is None and alone.claim.score < WEAK:
            what = ", ".join((total.measure.replace("_", " "), *total.places))
            why = f"score {alone.claim.score:.2f}; the total ({what}) rests on it alone"
            yield _ask("rests on one weak claim", alone.claim.id, _words(alone), why, [alone.claim.id])


def ask_about_undated(ledger: Ledger) -> Iterator[Question]:
    """Reports with claims whose day of publication is not known."""
    groups: dict[str, list[FiledClaim]] = {}
    for filed in ledger.view.claims:
        if filed.article.published is None:
            groups.setdefault(filed.article.digest, []).append(filed)
    for digest, held in groups.items():
        article = held[0].article
        why = "no day of publication is known, so that relative days are not resolved: read it again with --published"
        yield _ask("undated report", article.article_id, article.title or article.article_id, why, (f.claim.id for f in held), key=digest)


def ask_about_places(ledger: Ledger) -> Iterator[Question]:
    """Names of places that nothing resolved, each with the claims that name it."""
    groups: dict[str, list[str]] = {}
    reasons: dict[str, str] = {}
    for filed in ledger.view.claims:
        for place in filed.claim.places:
            if place.place_id is None:
                groups.setdefault(place.name or place.text, []).append(filed.claim.id)
                reasons.setdefault(place.name or place.text, place.why or "the gazetteer has no such name")
    for name, claims in groups.items():
        yield _ask("place not resolved", name, name, reasons[name], claims)


RULES: tuple[Callable[[Ledger], Iterator[Question]], ...] = (
    ask_about_control,
    ask_about_contradictions,
    ask_about_reviewers,
    ask_about_unread,
    ask_about_weak_claims,
    ask_about_undated,
    ask_about_places,
)
"""What is looked for; each rule asks of one kind of thing."""


def _ask(kind: QuestionKind, about: str, subject: str, why: str, claims: Iterable[str], key: str | None = None) -> Question:
    question_id = name_question(kind, key or about)
    return Question(question_id=question_id, kind=kind, subject=subject, why=why, claims=tuple(dict.fromkeys(claims)), about=about)


def _words(filed: FiledClaim) -> str:
    return f"“{' '.join(filed.claim.evidence.split())}”"
