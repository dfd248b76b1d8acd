"""An article made ready to be filed: its claims as people leave them, what tells of its words, and a stamp that shows a change."""

from collections.abc import Iterable

import msgspec

from sayso.ledger import Signs
from sayso.model.entries import Entry, Merge, Split
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.model.records import Record
from sayso.pipeline import header_of, sign_records
from sayso.reviews.overlay import group_by_article, is_rejected, lay_over
from sayso.reviews.stamps import name_pairs, stamp_article
from sayso.reviews.standing import standing_entries


class Entered:
    """What people entered, as far as it stands: by article, and what holds pairs of claims together or apart."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.standing = standing_entries(entries)
        self.by_article = group_by_article(self.standing)
        self.on_pairs = tuple(e for e in self.standing if isinstance(e.act, Merge | Split))
        self.pairs_of = name_pairs(self.on_pairs)


class Prepared(msgspec.Struct, frozen=True):
    """An article that is to be filed; an earlier version of a page that is `superseded` brings no claims."""

    header: ArticleHeader
    filed: tuple[FiledClaim, ...]
    signs: Signs
    stamp: str
    superseded: bool


def prepare_article(record: Record, entered: Entered, replaces: str | None, *, superseded: bool) -> Prepared:
    """Make an article ready; `replaces` is the digest of the version of the page that it takes the place of."""
    header = header_of(record, replaces)
    reviewed = lay_over(record.claims, entered.by_article.get(record.digest, ()))
    claims = () if superseded else tuple(r.claim for r in reviewed if not is_rejected(r))
    filed = tuple(sorted((FiledClaim(claim=c, article=header) for c in claims), key=lambda f: f.filing_order))
    signs = Signs() if superseded else sign_records([record], filed)
    return Prepared(header, filed, signs, stamp_article(header, claims, entered.pairs_of.get(record.digest, ())), superseded)
