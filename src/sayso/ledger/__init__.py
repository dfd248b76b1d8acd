"""Claims of many articles gathered into events: who says the same, who contradicts it, what took the place of what."""

from sayso.ledger.copies import file_claims
from sayso.ledger.events import group_claims
from sayso.ledger.version_changes import compare_versions
from sayso.ledger.versions import find_replacements, group_versions
from sayso.ledger.wordings import Signs, sign_settings, sign_text

__all__ = [
    "Signs", "compare_versions", "file_claims", "find_replacements", "group_claims", "group_versions", "sign_settings", "sign_text",
]  # fmt: skip
