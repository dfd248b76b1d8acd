"""What is open in a ledger and waits for somebody."""

from typing import Literal

import msgspec

QuestionKind = Literal[
    "disputed control",
    "contradiction",
    "reviewers disagree",
    "no longer read",
    "rests on one weak claim",
    "undated report",
    "place not resolved",
]
"""Why something is open, the most pressing first."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something open: its id (`q-...`), of what (`subject`), why, and the `claims` that hang on it.

    `about` is the id or name to look at, `assigned` to whom it was given last (None for nobody), `notes` what was noted on it.
    """

    question_id: str
    kind: QuestionKind
    subject: str
    why: str
    claims: tuple[str, ...]
    about: str = ""
    assigned: str | None = None
    notes: tuple[str, ...] = ()
