"""What an article tells first and foremost: the claims of harm that open it, beside its words."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from sayso.ledger.profiles import Profile
from sayso.ledger.wordings import NO_SIGNS, NO_WORDING, Signs, Wording
from sayso.model.events import ArticleHeader
from sayso.model.vocabulary import OF_ARMS, OF_HARM

_LEADING = 3
"""Claims that are taken for what an article is mainly about; later ones tell of other days more often (evals/NOTES.md, Merging)."""


class Lead(msgspec.Struct, frozen=True):
    """An article with its leading claims, in the order of its text; none where no harm was read."""

    article: ArticleHeader
    claims: tuple[Profile, ...] = ()
    wording: Wording = NO_WORDING

    @property
    def is_of_arms(self) -> bool:
        """Whether it opens with a battle or a strike."""
        return bool(self.claims) and is_of_arms(self.claims[0])


def is_of_arms(profile: Profile) -> bool:
    """Whether a claim tells of a battle or a strike."""
    return profile.claim.event in OF_ARMS


def find_leads(articles: Iterable[ArticleHeader], profiles: Sequence[Profile], signs: Signs = NO_SIGNS) -> tuple[Lead, ...]:
    """The lead of each article, earliest article first; what is only expected or denied leads nothing."""
    headers = {article.digest: article for article in (*articles, *(p.filed.article for p in profiles))}
    told: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        told[profile.filed.article.digest].append(profile)
    ordered = sorted(headers.values(), key=order_of_article)
    return tuple(Lead(a, choose_leading(told[a.digest]), signs.articles.get(a.digest, NO_WORDING)) for a in ordered)


def choose_leading(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The claims of an article that it opens with, of all of its claims."""
    harm = (p for p in profiles if p.claim.event in OF_HARM and p.claim.status not in ("expected", "denied"))
    return tuple(sorted(harm, key=lambda p: p.filed.filing_order)[:_LEADING])


def order_of_article(article: ArticleHeader) -> tuple[bool, dt.date | None, str]:
    """The order of articles: by day of publication, an unknown one last."""
    return article.published is None, article.published, article.digest
