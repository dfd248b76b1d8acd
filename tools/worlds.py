"""Articles told again of other worlds: with other names, countries and days, so that no world has anything to do with another but words.

Claims, figures, parties, outlets and how articles follow one another stay as they are; mentions, at which nothing looks, are left out.
"""

import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import msgspec

from sayso.filing.keys import claim_keys, countries_told, places_told, run_keys_of
from sayso.filing.known import encode_json, ordinal_of, pack_profile, pack_wording
from sayso.filing.preparing import Entered, prepare_article
from sayso.knowledge.common_words import rarity_of
from sayso.ledger.leads import Lead
from sayso.ledger.profiles import profile_claims
from sayso.ledger.stories import telling_words
from sayso.model.records import Record
from sayso.store.filed import CLAIM_KEYS, RUN_KEYS, WORD_KEYS, ArticleRow, Scores, Shelf
from sayso.store.ledger import Ledger

WORLDS = 600
_NAME = re.compile(r"\b[A-Z][a-z]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_UNCOMMON = 3.0
_NO_WORD = "zzzzzzzz"
_TOLD = {"text", "title", "evidence", "name", "chain", "admin1"}
"""Fields that hold words of a text or names; those of parties, which every world shares, are left as they are."""
_HELD_BACK = 25
_APART_DAYS = 4000
"""Worlds follow one another in time, so that no claim of one is compared with one of another."""


@lru_cache(maxsize=500_000)
def rename(word: str, world: int) -> str:
    """A name of another world, as long as it was: its letters moved on in the alphabet, those in odd places further; never a plain word."""
    steps = (1 + world % 25, 1 + world // 25 % 25)
    moved = ("".join(chr((ord(c) - 97 + steps[i % 2] + on) % 26 + 97) for i, c in enumerate(word.lower())) for on in range(26))
    return next(lower for lower in moved if rarity_of(lower) == rarity_of(_NO_WORD)).capitalize()


def retell(text: str, world: int) -> str:
    """A text with the names of another world; offsets stay as they were."""
    return _NAME.sub(lambda m: rename(m[0], world) if rarity_of(m[0].lower()) >= _UNCOMMON else m[0], text)


def in_world(record: Record, world: int) -> Record:
    """An article as another world tells it."""
    days = timedelta(days=world * _APART_DAYS)
    bare = msgspec.structs.replace(record, mentions=msgspec.structs.replace(record.mentions, **_NO_MENTIONS), attributions=())
    told = msgspec.to_builtins(bare)

    def tell(value: Any, field: str = "") -> Any:  # noqa: ANN401  # whatever a record holds
        if isinstance(value, dict):
            return {k: v if k == "actors" else tell(v, k) for k, v in value.items()}
        if isinstance(value, list | tuple):
            return [tell(v, field) for v in value]
        if not isinstance(value, str):
            return value
        if field in ("id", "digest", "denies_id"):
            return again(value, world)
        if field in ("article_id", "url", "place_id"):
            return f"{value}~{world}"
        if field == "country":
            return f"{value}{world}"
        if _DAY.match(value):
            return (date.fromisoformat(value) + days).isoformat()
        return retell(value, world) if field in _TOLD else value

    moved: Record = msgspec.convert(tell(told), Record, strict=False)
    return msgspec.structs.replace(moved, claims=tuple(_move(c, world) for c in moved.claims))


_NO_MENTIONS: dict[str, tuple[Any, ...]] = {"places": (), "times": (), "figures": (), "actors": ()}


def again(value: str, world: int) -> str:
    """An id of another world; those of articles keep their order."""
    head, dash, _ = value.partition("-")
    digest = hashlib.sha256(f"{value}~{world}".encode()).hexdigest()
    return f"{head}-{digest[:16]}" if dash and len(head) == 1 else value[:16] + digest[16:]


def _move(claim: Any, world: int) -> Any:  # noqa: ANN401  # a claim
    places = tuple(msgspec.structs.replace(p, lon=p.lon and (p.lon + 7.2 * world + 180) % 360 - 180) for p in claim.places)
    return msgspec.structs.replace(claim, places=places)


class Worlds:
    """Articles of one world after the other, and those that are held back of the worlds so far."""

    def __init__(self, records: Sequence[Record]) -> None:
        read = (r for r in records if r.outcome != "not_read")
        self._records = sorted(read, key=lambda r: (r.published.day or date.min, r.digest))
        self._last = len(self._records) - len(self._records) // _HELD_BACK
        self._random = random.Random(20200202)
        self._next = 0
        self.held: list[int] = []

    @property
    def claims(self) -> int:
        """How many claims a world has, without those that are held back."""
        return sum(len(r.claims) for r in self.first())

    def first(self) -> list[Record]:
        """The articles as they came, without those that are held back."""
        return self._records[: self._last]

    def skip(self) -> int:
        """The next world, which somebody else tells."""
        self._next += 1
        self.held.append(self._next - 1)
        return self._next - 1

    def articles(self) -> Iterator[Record]:
        """All but those that are held back, the earliest first, without an end."""
        while self._next < WORLDS:
            world, self._next = self._next, self._next + 1
            yield from (in_world(record, world) for record in self._records[: self._last])
            self.held.append(world)

    def take_held(self, count: int) -> Iterator[Record]:
        """Those that were held back, of any worlds that are complete, in their order, until there are so many."""
        self._random.shuffle(self.held)
        while count > 0 and self.held:
            held = self._records[self._last :][:count]
            world = self.held.pop()
            yield from (in_world(record, world) for record in held)
            count -= len(held)


AT = "2026-01-01T00:00:00Z"


class Copyist:
    """Files a world as the first one was filed: with the same points between claims and articles, which hang on these alone.

    That no claim of one world is joined to one of another is what makes this come to the same as filing; a test compares them.
    """

    def __init__(self, shelf: Shelf, records: Sequence[Record]) -> None:
        self._records = list(records)
        self._rows = {r.digest: row for r in records if (row := shelf.article(again(r.digest, 0))) is not None}
        self._came_as = {again(c.id, 0): c.id for r in records for c in r.claims}
        rows = shelf.claims_of_articles([row.number for row in self._rows.values()])
        self._claims = {self._came_as[c.claim_id]: c for c in rows}
        numbers = [c.number for c in self._claims.values()]
        self._scores = {n: scores for n, (scores, _) in shelf.scores(numbers).items()}
        self._copies = [(a, b, x) for a, b, x in shelf.copies(numbers) if a in self._scores and b in self._scores]

    def file(self, ledger: Ledger, world: int) -> int:
        """Keep and file all articles of a world; how many claims they have."""
        told = [(r.digest, in_world(r, world)) for r in self._records]
        ledger.add_all((record for _, record in told), at=AT)
        with ledger.filing() as shelf:
            articles = {n for row in self._rows.values() for n in (row.number, row.story)}
            old = sorted(articles | {n for c in self._claims.values() for n in (c.number, c.component)})
            of = dict(zip(old, shelf.numbers(len(old)), strict=True))
            for digest, record in told:
                self._file(shelf, self._rows[digest], record, of, world)
            shelf.put_copies((of[a], of[b], x) for a, b, x in self._copies)
            shelf.unsettle("story", {of[row.story] for row in self._rows.values()})
            shelf.unsettle("claim", {of[c.component] for c in self._claims.values()})
        return sum(len(record.claims) for _, record in told)

    def _file(self, shelf: Shelf, row: ArticleRow, record: Record, of: dict[int, int], world: int) -> None:
        prepared = prepare_article(record, Entered(()), None, superseded=False)
        known = {again(claim_id, world): c for claim_id, c in self._claims.items() if c.article == row.number}
        copies = {claim_id: c.copy_of and again(self._came_as[c.copy_of], world) for claim_id, c in known.items()}
        filed = [msgspec.structs.replace(f, copy_of=copies[f.claim.id]) for f in prepared.filed]
        profiles = profile_claims(filed, prepared.signs)
        wording, day = prepared.signs.articles[record.digest], ordinal_of(record.published.day)
        numbers = [of[known[p.claim.id].number] for p in profiles]
        shelf.put_article(
            ArticleRow(
                of[row.number], record.digest, prepared.stamp, False, day, of[row.story], encode_json(prepared.header),
                pack_wording(wording), tuple(of[n] for n in row.leading), _moved(row.scores, of),
            )
        )  # fmt: skip
        words = telling_words(Lead(prepared.header, (), wording))
        shelf.put_keys(WORD_KEYS, ((word, day, of[row.number]) for word in words), [wording.weights[w] for w in words])
        claims = [(n, p.claim.id, of[known[p.claim.id].component], p.filed.copy_of) for n, p in zip(numbers, profiles, strict=True)]
        shelf.put_claims(of[row.number], claims, [(encode_json(p.claim), pack_profile(p)) for p in profiles])
        shelf.put_scores({n: _moved(self._scores[known[p.claim.id].number], of) for n, p in zip(numbers, profiles, strict=True)})
        shelf.put_keys(CLAIM_KEYS, claim_keys(numbers, profiles))
        shelf.put_keys(RUN_KEYS, run_keys_of(numbers, profiles, day))
        shelf.put_countries(countries_told(numbers, profiles), places_told(numbers, profiles))
        shelf.mark_filed(record.digest)


def _moved(scores: Scores, of: dict[int, int]) -> Scores:
    """Points under the numbers of another world; those with articles that are not copied are left out."""
    return {of[n]: points for n, points in scores.items() if n in of}
