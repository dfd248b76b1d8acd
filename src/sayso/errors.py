"""Errors named for the situation; each message says what to do next."""


class SaysoError(Exception):
    """Any error that Sayso raises on purpose; `str()` of it is written for the user."""


class InputError(SaysoError):
    """An input cannot be opened or is not of a kind that Sayso reads."""


class GazetteerError(SaysoError):
    """The gazetteer is missing, broken or of another version."""


class LedgerError(SaysoError):
    """The ledger is missing, broken, in use, or of another version."""


class KnowledgeError(SaysoError):
    """A reviewed data file breaks its own rules."""


class UnknownIdError(SaysoError):
    """No claim, event or total has this id."""
