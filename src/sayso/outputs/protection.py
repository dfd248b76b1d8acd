"""The one gate that every output passes, by audience: private persons, sites, minors, detainees, people on the move are kept back."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar, cast

import msgspec

from sayso.knowledge.persons import given_names
from sayso.knowledge.protection import load_protection
from sayso.model.claims import Claim, Source
from sayso.model.entries import Review
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.model.views import LedgerView, UnreadDocument
from sayso.model.vocabulary import Handling, stricter
from sayso.outputs.private_names import NameFilter, folded_words, names_nobody, role_of
from sayso.outputs.private_sources import find_entered_persons, find_private_sources, told_sources
from sayso.outputs.protected_ledger import Redrawn, redraw_event, redraw_situation
from sayso.outputs.retelling import Areas, retell
from sayso.outputs.sensitive import (
    Effect,
    Setting,
    hide_site_names,
    names_a_site,
    own_names_of_sites,
    rulings_on,
    site_names,
    speaks_of_a_site,
    speaks_of_few_minors,
    tells_of_sexual_words,
)
from sayso.outputs.wording import tell_review

T = TypeVar("T")

Rulings = tuple[tuple[str, Effect], ...]

WORDS = frozenset({"evidence", "title", "text"})
"""Fields that hold words of others; a name in them is replaced in square brackets."""

TOLD = frozenset({"name", "why", "says", "method", "place", "places", "holder", "sources", "chain", "publisher", "origins", "destinations"})
"""Fields that hold words of ours."""


UNREVIEWED = "Machine reading, unreviewed"
"""Stands wherever something is shown of which no person has reviewed anything, and in the style sheet of reports."""

CLEANED = "article"
"""The header of a claim's article, which passed before."""


class KeptBack(msgspec.Struct, frozen=True):
    """How many claims (or titles, or totals) a reason of protection left out or told in other words."""

    why: str
    count: int
    left_out: bool


class ProtectedView(msgspec.Struct, frozen=True, kw_only=True):
    """A view as its `audience` may have it; the evidence of the claims in `retold` is a sentence of ours, no quotation.

    `rejected` is how many claims reviewers rejected: these are told of by their number alone.
    """

    view: LedgerView
    audience: Handling
    retold: frozenset[str] = frozenset()
    kept_back: tuple[KeptBack, ...] = ()
    rejected: int = 0

    @property
    def unreviewed(self) -> str:
        """What stands on a claim of this view that no person has reviewed."""
        return UNREVIEWED if self.audience == "public" else f"{self.audience.capitalize()}, not for publication. {UNREVIEWED}"

    @property
    def status(self) -> str:
        """What stands on everything made of this view."""
        told = tell_review(self.view.claims)
        return told if self.audience == "public" else f"{self.audience.capitalize()}, not for publication: it names people. {told}"


def protect(view: LedgerView, audience: Handling) -> ProtectedView:
    """What an audience may have of a view: for the public, names, sites and sensitive claims are replaced, told for larger areas, or left
    out and counted; whoever may see internal documents has them as they are.

    Raises ValueError where the view holds an article above the audience's level: it is to be gathered without those, for totals inherit it.
    """
    above = sorted(a.article_id for a in view.articles if stricter(a.handling, audience) != audience)
    if above:
        raise ValueError(f"{len(above)} articles of the view are not for a {audience} audience: gather the view for that audience")
    protected = ProtectedView(view=view, audience=audience) if audience != "public" else _protect(view)
    return msgspec.structs.replace(protected, rejected=len(view.rejected))


def _protect(view: LedgerView) -> ProtectedView:
    private = _private_sources(view)
    portraits = tuple(sorted({f.claim.source.text for f in view.claims if f.claim.source and f.claim.source.name in private}))
    setting = Setting(view.as_of, NameFilter(private_names(view), known_names(view)), portraits, _sites(view))
    rulings = {f.claim.id: rulings_on(f, setting) for f in view.claims}
    headers = _protect_headers(view, rulings, setting.names)
    areas = Areas(p for f in view.claims for p in f.claim.places)
    claims = {
        f.claim.id: _protect_claim(f, rulings[f.claim.id], headers[f.article.digest], areas, private, setting.names)
        for f in view.claims
        if "withhold" not in (effect for _, effect in rulings[f.claim.id])
    }
    redrawn = Redrawn(original={f.claim.id: f for f in view.claims}, published=claims, areas=areas)
    situation, small = redraw_situation(view.situation, redrawn)
    published = LedgerView(
        as_of=view.as_of,
        articles=tuple(headers[a.digest] for a in view.articles),
        claims=tuple(claims.values()),
        events=tuple(e for event in view.events if (e := redraw_event(event, redrawn))),
        situation=situation,
        unread=tuple(UnreadDocument(_last_part(u.article_id), u.why) for u in view.unread),
        readers=view.readers,
        since=view.since,
        listed=(),
        country=view.country,
        first=view.first,
        superseded=tuple(msgspec.structs.replace(s, article=_bare_header(s.article)) for s in view.superseded),
    )
    retold = frozenset(key for key, why in rulings.items() if why and key in claims)
    titles = sum(a.title is not None and headers[a.digest].title is None for a in view.articles)
    kept_back = _count(rulings, titles, small)
    return ProtectedView(view=_clean(published, setting.names), audience="public", retold=retold, kept_back=kept_back)


def _sites(view: LedgerView) -> dict[str, frozenset[str]]:
    """Sites' own names by article, without those of places that have a point: a town gives many things its name."""
    known = {word.lower() for f in view.claims for p in f.claim.places if p.lat is not None for word in (p.name or "", p.text)}
    found: dict[str, frozenset[str]] = {}
    for filed in view.claims:
        words = f"{filed.claim.evidence}\n{filed.article.title or ''}"
        found[filed.article.digest] = found.get(filed.article.digest, frozenset()) | (own_names_of_sites(words) - known)
    return found


def clean_words(view: LedgerView, audience: Handling) -> Callable[[str], str]:
    """What leaves words without the persons and sites that a view keeps from an audience; words for others than the public stay."""
    if audience != "public":
        return lambda words: words
    names = NameFilter(private_names(view), known_names(view))
    return lambda words: _clean((words,), names, "text")[0]


def private_names(view: LedgerView) -> tuple[str, ...]:
    """Names of private persons in the view: those that the reader marked, those of private persons who are sources, those
    that people put in by hand and that may be persons', those on the list.
    """
    headers = (*view.articles, *(s.article for s in view.superseded), *(f.article for f in view.claims))
    publishers = {article.publisher for article in headers if article.publisher}
    outlets = [f" {' '.join(folded_words(publisher))} " for publisher in publishers]
    marked = {name for article in headers for name in article.private_names}
    marked = {name for name in marked if not _is_of_outlet(name, outlets)}
    found = marked | {name for name in _private_sources(view) if not names_nobody(name)} | find_entered_persons(view.claims)
    return tuple(sorted((found - _freed(view)) | {p.name for p in view.listed if p.private}))


def _is_of_outlet(name: str, outlets: Iterable[str]) -> bool:
    """Whether a name without a given name is part of an outlet's ("Relief Desk" of "Relief Desk Bulletin")."""
    folds = folded_words(name)
    return given_names().isdisjoint(folds) and any(f" {' '.join(folds)} " in outlet for outlet in outlets)


def _private_sources(view: LedgerView) -> frozenset[str]:
    found, freed = find_private_sources(told_sources((*view.claims, *view.rejected))), _freed(view)
    return frozenset(name for name in found if name not in freed)


def _freed(view: LedgerView) -> frozenset[str]:
    """Names that the operator lists as public: the whole name, and its parts in articles where it stands whole."""
    public = {folded_words(p.name) for p in view.listed if not p.private}
    freed = set()
    for names in ({*a.private_names} for a in (*view.articles, *(f.article for f in view.claims))) if public else ():
        whole = {folded_words(name) for name in names} & public
        freed |= {name for name in names if any(set(folded_words(name)) <= set(one) for one in whole)}
    told = {s.name for s in told_sources((*view.claims, *view.rejected))} | find_entered_persons(view.claims) if public else set()
    return frozenset(freed | {name for name in told if folded_words(name) in public})


def known_names(view: LedgerView) -> tuple[str, ...]:
    """Names of places that have a point and of outlets, which a part of a person's name may not be taken for."""
    places = {w for f in view.claims for p in f.claim.places if p.lat is not None for w in (p.name, p.text) if w}
    return tuple(sorted(places | {a.publisher for a in view.articles if a.publisher}))


def _protect_claim(
    filed: FiledClaim, rulings: Rulings, header: ArticleHeader, areas: Areas, private: frozenset[str], names: NameFilter
) -> FiledClaim:
    claim = filed.claim
    if claim.source and (claim.source.name in private or names.finds_in(claim.source.name)):
        claim = msgspec.structs.replace(claim, source=_protect_source(claim, claim.source))
    if rulings:
        coarse = any(effect == "coarsen" for _, effect in rulings)
        speaker = claim.source.name if claim.source else header.publisher or "an unnamed outlet"
        claim = retell(claim, areas.coarsen_all(claim.places) if coarse else claim.places, speaker)
    review = filed.review and Review(label=filed.review.label, by=(), at="", entries=(), disputed=filed.review.disputed)
    return FiledClaim(claim=claim, article=header, copy_of=filed.copy_of, review=review)


def _protect_source(claim: Claim, source: Source) -> Source:
    """A speaker's general role in place of their name."""
    at = claim.evidence.find(source.name.split()[-1])
    aside = claim.evidence[at : at + 60] if at >= 0 else ""
    role = role_of(f"{source.text} {aside}", source.kind)
    return msgspec.structs.replace(source, name=role, text=role, chain=(*source.chain[:-1], role) if source.chain else ())


def _protect_headers(view: LedgerView, rulings: dict[str, Rulings], names: NameFilter) -> dict[str, ArticleHeader]:
    """Headers by digest, as they may be published."""
    own: dict[str, list[str]] = {}
    for filed in view.claims:
        if rulings[filed.claim.id]:
            own.setdefault(filed.article.digest, []).append(filed.claim.evidence)
    articles = {f.article.digest: f.article for f in view.claims} | {a.digest: a for a in view.articles}
    return {digest: _protect_header(article, own.get(digest, []), names) for digest, article in articles.items()}


def _protect_header(article: ArticleHeader, own: Sequence[str], names: NameFilter) -> ArticleHeader:
    """An article's title and address, unless they name a private person or a site, or tell what is kept back of its claims."""
    url = article.url if article.url and re.match(r"https?://", article.url) and not names.finds_in(article.url) else None
    title = article.title if article.title and not article.unmarked and _may_be_shown(article.title, own, names) else None
    if url and ((article.title and not title) or _tells_in_address(url)):
        url = "/".join(url.split("/")[:3])
    name = _last_part(article.article_id)
    shown = msgspec.structs.replace(article, title=title, url=url, private_names=(), article_id=name)
    return _clean(shown, names)


def _may_be_shown(title: str, protected: Iterable[str], names: NameFilter) -> bool:
    """Whether a title may be published; one of whose words a claim is kept back may not."""
    folded = title.casefold().strip(" .")
    tells = any(e.casefold().strip(" .") in folded or folded in e.casefold() for e in protected)
    sensitive = speaks_of_few_minors(title) or tells_of_sexual_words(title) or site_names().search(title)
    return not (tells or sensitive or names.finds_in(title))


def _tells_in_address(url: str) -> bool:
    """Whether the words of a page's address tell what its title may not: sexual violence, a few minors, a site."""
    words = " ".join(re.split(r"[^A-Za-z0-9]+", url.split("/", 3)[-1]))
    return tells_of_sexual_words(words) or speaks_of_few_minors(words) or speaks_of_a_site(f"a {words}") or names_a_site(words)


def _bare_header(article: ArticleHeader) -> ArticleHeader:
    """Of an article that no longer counts, outlet and day alone."""
    return ArticleHeader(article_id=article.digest, digest=article.digest, publisher=article.publisher, published=article.published)


def _last_part(article_id: str) -> str:
    """A document's own name without the folders that it lay in."""
    return re.split(r"[/\\]", article_id.rstrip("/\\"))[-1]


def _count(rulings: dict[str, Rulings], titles: int, totals: int) -> tuple[KeptBack, ...]:
    """How often each reason decided, in the table's order; a claim counts once, under its first reason."""
    first = Counter(why[0] for why in rulings.values() if why)
    reasons = load_protection().reasons
    kept = [KeptBack(reasons[key], first[key, effect], effect == "withhold") for key, effect in first]
    extra = [KeptBack(reasons["title"], titles, True), KeptBack(reasons["small_count"], totals, True)]
    return tuple(sorted((k for k in (*kept, *extra) if k.count), key=lambda k: (not k.left_out, -k.count, k.why)))


def _clean(thing: T, names: NameFilter, field: str = "") -> T:
    """The same thing with private names replaced and named sites told by type in every field of words: the last line of defence."""
    changed: Any = thing
    if isinstance(thing, msgspec.Struct):
        fields = {f: getattr(thing, f) for f in thing.__struct_fields__ if f != CLEANED}
        changed = msgspec.structs.replace(thing, **{f: _clean(value, names, f) for f, value in fields.items()})
    elif isinstance(thing, tuple):
        changed = tuple(_clean(part, names, field) for part in thing)
    elif isinstance(thing, str) and field in WORDS | TOLD | {"article_id"}:
        role = load_protection().role_otherwise
        changed = names.replace(hide_site_names(thing), f"[{role}]" if field in WORDS else role)
    return cast(T, changed)
