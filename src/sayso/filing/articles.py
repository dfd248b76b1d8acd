"""One article filed, or taken out again: what it copies, with which articles and claims it is compared, where it is found."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.filing.keys import drop_keys, put_keys
from sayso.filing.known import Known, encode_json, key_of, ordinal_of, pack_profile, pack_wording, read_header, read_wording
from sayso.filing.preparing import Prepared
from sayso.filing.repeats import articles_copying, find_repeated, name_copies, number_repeats, queue_copies
from sayso.filing.stories import unsettle_stories
from sayso.knowledge.reasons import reasons
from sayso.ledger.candidates import Search, day_of, held_keys, may_compare, pair_neighbours, searches_of
from sayso.ledger.leads import Lead, choose_leading, order_of_article
from sayso.ledger.profiles import Profile, profile_claims
from sayso.ledger.same_event import score_pair
from sayso.ledger.same_story import SAME_STORY, judge_stories, may_be_one_story
from sayso.ledger.stories import SHARED_WEIGHT, STORY_DAYS, are_near, telling_words
from sayso.model.events import ArticleHeader
from sayso.store.filed import CLAIM_KEYS, WORD_KEYS, ArticleRow, Scores, Shelf

THOUSAND = 1000
"""Points are kept in thousandths, which is how finely they are told."""

def in_thousandths(points: float) -> int:
    """Points as they are kept."""
    return round(points * THOUSAND)


def put_in(shelf: Shelf, known: Known, prepared: Prepared) -> None:
    """File an article: everything it brings is found from now on, and what it may join is noted as to be gathered anew."""
    header = prepared.header
    day = ordinal_of(header.published)
    if prepared.superseded:
        number = shelf.numbers(1)[0]
        row = ArticleRow(number, header.digest, prepared.stamp, True, day, number, encode_json(header), pack_wording(_NOTHING), (), {})
        return shelf.put_article(row)
    repeats = find_repeated(shelf, known, prepared.filed)
    filed = name_copies(shelf, known, prepared.filed, repeats)
    profiles = profile_claims(filed, prepared.signs)
    wording = prepared.signs.articles[header.digest]
    lead = Lead(header, choose_leading(profiles), wording)
    number, *numbers = shelf.numbers(1 + len(profiles))
    at = {p.claim.id: n for n, p in zip(numbers, profiles, strict=True)}
    told = _judge_articles(shelf, known, lead)
    stories, taken_up = shelf.join_articles([[number, *_linked(told, SAME_STORY)]], [number])
    leading = tuple(at[p.claim.id] for p in lead.claims)
    shelf.put_article(
        ArticleRow(
            number, header.digest, prepared.stamp, False, day, stories[number], encode_json(header), pack_wording(wording), leading, told
        )
    )
    shelf.put_keys(WORD_KEYS, ((word, day, number) for word in telling_words(lead)), [wording.weights[w] for w in telling_words(lead)])
    unsettle_stories(shelf, taken_up)
    known.keep(number, lead, dict(zip(numbers, profiles, strict=True)))
    _put_claims(shelf, known, number, numbers, profiles)
    put_keys(shelf, numbers, profiles, day)
    shelf.put_copies(number_repeats(repeats, at))
    queue_copies(shelf, known, numbers)


def _put_claims(shelf: Shelf, known: Known, article: int, numbers: Sequence[int], profiles: Sequence[Profile]) -> None:
    """File the claims of an article under numbers, each in the component of those that it has links with."""
    scores = _judge_claims(shelf, known, numbers, profiles)
    of = shelf.join_claims([[n, *_linked(held, reasons().pair)] for n, held in scores.items()], numbers)
    rows = [(n, p.claim.id, of[n], p.filed.copy_of) for n, p in zip(numbers, profiles, strict=True)]
    shelf.put_claims(article, rows, [(encode_json(p.claim), pack_profile(p)) for p in profiles])
    shelf.put_scores(scores)


def _linked(scores: Scores, bar: float) -> list[int]:
    """What has enough points."""
    return [n for n, points in scores.items() if points >= in_thousandths(bar)]


def take_out(shelf: Shelf, known: Known, row: ArticleRow) -> None:
    """Take an article out with all that it brought; what it had joined is to be gathered anew."""
    claims = shelf.claims_of_articles([row.number])
    numbers = [c.number for c in claims]
    profiles = known.profiles(shelf, numbers)
    shelf.file_again(articles_copying(shelf, numbers))
    drop_keys(shelf, numbers, [profiles[n] for n in numbers], row.day)
    shelf.drop_copies(numbers)
    lead = Lead(read_header(row), (), read_wording(row))
    shelf.drop_keys(WORD_KEYS, ((word, row.day, row.number) for word in telling_words(lead)))
    shelf.unsettle("claim", {c.component for c in claims})
    shelf.unsettle("story", [row.story])
    shelf.take_out(row, numbers)


_NOTHING = Lead(ArticleHeader(article_id="", digest="")).wording


def _judge_articles(shelf: Shelf, known: Known, lead: Lead) -> Scores:
    """The points of an article with those that share telling words with it, in thousandths."""
    day = ordinal_of(lead.article.published)
    first, last = (day - STORY_DAYS, day + STORY_DAYS) if day else (None, None)
    shared: defaultdict[int, float] = defaultdict(float)
    words = telling_words(lead)
    for word, found, weight in shelf.find(WORD_KEYS, words, first, last):
        shared[found] += lead.wording.weights[word] * weight
    leads = known.leads(shelf, (n for n, weight in shared.items() if weight >= SHARED_WEIGHT))
    scores = {}
    for number, other in sorted(leads.items()):
        one, two = sorted((lead, other), key=lambda x: order_of_article(x.article))
        if are_near(one.article, two.article) and may_be_one_story(one, two):
            scores[number] = in_thousandths(judge_stories(one, two).score)
    return scores


def _find_near(shelf: Shelf, known: Known, profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Claims of other articles to compare: own index, other's number."""
    asked: defaultdict[tuple[int | None, int], defaultdict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for at, profile in enumerate(profiles):
        for search in searches_of(profile):
            asked[_window(profile, search)][key_of(*search.key)].add(at)
    pairs: set[tuple[int, int]] = set()
    for (day, reach), by_key in asked.items():
        first, last = (None, None) if day is None else (day - reach, day + reach)
        for key, number, _ in shelf.find(CLAIM_KEYS, sorted(by_key), first, last):
            pairs.update((at, number) for at in by_key[key])
    others = known.profiles(shelf, {n for _, n in pairs})
    return sorted((at, n) for at, n in pairs if may_compare(profiles[at], others[n]))


def _window(profile: Profile, search: Search) -> tuple[int | None, int]:
    return day_of(profile), search.reach


def _judge_claims(shelf: Shelf, known: Known, numbers: Sequence[int], profiles: Sequence[Profile]) -> dict[int, Scores]:
    """The points of each claim with those filed before it, in thousandths, by its number."""
    wanted = _find_near(shelf, known, profiles)
    others = known.profiles(shelf, {n for _, n in wanted})
    own, theirs = [p.filed.filing_order for p in profiles], {n: p.filed.filing_order for n, p in others.items()}
    scores: dict[int, Scores] = {n: {} for n in numbers}
    for at, n in wanted:
        first, second = (others[n], profiles[at]) if theirs[n] < own[at] else (profiles[at], others[n])
        scores[numbers[at]][n] = in_thousandths(score_pair(first, second).score)
    for a, b in sorted({(min(pair), max(pair)) for pair in _own_pairs(profiles)}):  # these stand in the order of filing
        scores[numbers[b]][numbers[a]] = in_thousandths(score_pair(profiles[a], profiles[b]).score)
    return scores


def _own_pairs(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Claims of one article to compare: those found under one key, and neighbours in the text."""
    holding: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        for key in held_keys(profile):
            holding[key].append(at)
    found = {(at, o, search.reach) for at, p in enumerate(profiles) for search in searches_of(p) for o in holding[search.key] if o != at}
    return {*pair_neighbours(profiles), *((a, b) for a, b, reach in found if _reaches(profiles[a], profiles[b], reach))}


def _reaches(one: Profile, other: Profile, reach: int) -> bool:
    days = day_of(one), day_of(other)
    return may_compare(one, other) and (None in days or abs((days[0] or 0) - (days[1] or 0)) <= reach)
