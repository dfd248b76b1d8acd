"""The ledger as it stands for an audience on a day, in what it states, with what it knows of the reasons."""

import datetime as dt
from typing import TYPE_CHECKING

import msgspec

from sayso.cli.ledgers import open_ledger, settle_ledger
from sayso.cli.moments import now
from sayso.cli.views import load_view
from sayso.model.vocabulary import Handling

if TYPE_CHECKING:
    from sayso.desk.cleaning import CleanWords
    from sayso.model.stated import Background, Change, StatedView
    from sayso.model.views import LedgerView
    from sayso.outputs.protection import ProtectedView


class Stand(msgspec.Struct, frozen=True):
    """What is stated, what lies behind it, how words are cleaned for the audience, and how far it is reviewed."""

    stated: "StatedView"
    background: "Background"
    clean: "CleanWords"
    status: str

    def changes_since(self, earlier: "StatedView") -> "tuple[Change, ...]":
        """What changed since an earlier view stated what it did, in words as the audience may have them today."""
        from sayso.desk.changes import compare_views
        from sayso.desk.cleaning import clean_stated

        return compare_views(clean_stated(earlier, self.clean), self.stated, self.background)


def take_stand(ledger: str | None, on: dt.date | None, audience: Handling, known: str | None = None) -> Stand:
    """What the ledger states of a day, protected for an audience, as known at a moment (None for now)."""
    from sayso.desk.stating import state_view
    from sayso.outputs.protection import clean_words, protect

    whole = load_view(ledger, on, known_at=known, may_be_empty=True)
    day = on or whole.as_of
    seen = whole if audience == "confidential" else load_view(ledger, day, audience=audience, known_at=known, may_be_empty=True)
    protected = protect(seen, audience)
    stated = state_view(protected.view, audience, known or now())
    return Stand(stated, know_background(whole, protected, ledger, known), clean_words(whole, audience), protected.status)


def know_background(whole: "LedgerView", protected: "ProtectedView", ledger: str | None, known: str | None) -> "Background":
    """What lies behind a view: of all that the ledger holds, whoever may see it."""
    from sayso.model.stated import Background

    with open_ledger(settle_ledger(ledger)) as opened:
        pages = {r.digest: r.url for r in opened.records(known)}
    dated = {a.digest: a.url for a in whole.articles}
    urls = {url for url in dated.values() if url}
    return Background(
        rejected=frozenset(f.claim.id for f in whole.rejected),
        counted=frozenset(f.claim.id for f in whole.claims),
        held=frozenset(pages),
        dated=frozenset(dated),
        replaced=frozenset(d for d, url in pages.items() if d not in dated and url in urls) | {s.article.digest for s in whole.superseded},
        retold=protected.retold,
    )
