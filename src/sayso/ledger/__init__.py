"""Claims of many articles gathered into events: who says the same, who contradicts it, what took the place of what."""

from sayso.ledger.copies import file_claims
from sayso.ledger.events import group_claims
from sayso.ledger.wordings import Signs, sign_setting, sign_text

__all__ = ["Signs", "file_claims", "group_claims", "sign_setting", "sign_text"]
