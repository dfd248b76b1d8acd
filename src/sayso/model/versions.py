"""The difference between two versions of a page."""

import msgspec

from sayso.model.claims import Claim


class VersionChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What the later version of a page (by digest) changed: sentences and claims that are gone, that came, and that are another now.

    A changed one stands as it was and as it is.
    """

    earlier: str
    later: str
    sentences_gone: tuple[str, ...] = ()
    sentences_come: tuple[str, ...] = ()
    sentences_changed: tuple[tuple[str, str], ...] = ()
    claims_gone: tuple[Claim, ...] = ()
    claims_come: tuple[Claim, ...] = ()
    claims_changed: tuple[tuple[Claim, Claim], ...] = ()
