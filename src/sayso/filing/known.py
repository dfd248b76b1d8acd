"""What is asked of filed articles and claims again and again, read from the ledger once: a number never means another thing later."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping

import msgspec

from sayso.ledger.copies import Sentence, spell_claim
from sayso.ledger.leads import Lead
from sayso.ledger.profiles import Profile, Spot
from sayso.ledger.wordings import Wording
from sayso.model.claims import Claim, ClaimFigure
from sayso.model.events import ArticleHeader, FiledClaim
from sayso.store.filed import ArticleRow, Shelf

_HELD = 60_000
"""Claims that are held in memory at most; all are let go when there are more."""

_HEADER = msgspec.json.Decoder(ArticleHeader)
_CLAIM = msgspec.json.Decoder(Claim)
encode_json = msgspec.json.Encoder().encode


class _KeptProfile(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A profile without the claim and the article, which are kept beside it."""

    spots: tuple[Spot, ...]
    days: tuple[int, int] | None
    published: int | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    figures: tuple[ClaimFigure, ...]
    words: frozenset[str]
    sites: frozenset[str]
    tells_many: bool
    tells_words: bool
    gives_up: bool
    setting: Wording


_PROFILE = msgspec.msgpack.Decoder(_KeptProfile)
_WORDING = msgspec.msgpack.Decoder(Wording)
_PACK = msgspec.msgpack.Encoder().encode


def pack_profile(profile: Profile) -> bytes:
    """A profile as it is kept."""
    return _PACK(_KeptProfile(**{name: getattr(profile, name) for name in _KeptProfile.__struct_fields__}))


def pack_wording(wording: Wording) -> bytes:
    """The wording of an article as it is kept."""
    return _PACK(wording)


def read_wording(row: ArticleRow) -> Wording:
    """The wording of an article."""
    return _WORDING.decode(row.wording)


def read_header(row: ArticleRow) -> ArticleHeader:
    """The header of an article."""
    return read_stored_header(row.header)


def read_stored_header(stored: bytes) -> ArticleHeader:
    """The same, as it is kept."""
    return _HEADER.decode(stored)


def read_claim(stored: bytes) -> Claim:
    """A claim."""
    return _CLAIM.decode(stored)


def ordinal_of(day: dt.date | None) -> int:
    """A day as the tables have it; 0 where there is none."""
    return day.toordinal() if day else 0


def key_of(*words: object) -> int:
    """A key of 63 bits for what these words name."""
    return int.from_bytes(hashlib.blake2b(repr(words).encode("utf8", "surrogatepass"), digest_size=8).digest()) >> 1


class Known:
    """Profiles and articles by their numbers."""

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        self._articles: dict[int, Lead] = {}
        self._leads: dict[int, Lead] = {}
        self._sentences: dict[int, Sentence] = {}
        self._spots: dict[Spot, Spot] = {}

    def keep(self, number: int, lead: Lead, profiles: Mapping[int, Profile]) -> None:
        """Hold an article that is being filed, and its claims."""
        self._articles[number] = self._leads[number] = lead
        self._profiles.update(profiles)

    def profiles(self, shelf: Shelf, numbers: Iterable[int]) -> dict[int, Profile]:
        """Profiles of claims, read where they are not held."""
        wanted = set(numbers)
        if len(self._profiles) > _HELD:
            self._profiles.clear()
            self._articles.clear()
            self._leads.clear()
            self._sentences.clear()
            self._spots.clear()
        missing = sorted(n for n in wanted if n not in self._profiles)
        bodies = shelf.bodies(missing) if missing else []
        articles = self.articles(shelf, {b.row.article for b in bodies})
        for body in bodies:
            of = articles[body.row.article]
            filed = FiledClaim(claim=_CLAIM.decode(body.claim), article=of.article, copy_of=body.row.copy_of)
            kept = _PROFILE.decode(body.profile)
            fields = {name: getattr(kept, name) for name in _KeptProfile.__struct_fields__}
            fields["spots"] = tuple(self._spots.setdefault(spot, spot) for spot in kept.spots)  # one and the same is found faster
            self._profiles[body.row.number] = Profile(filed=filed, article=of.wording, **fields)
        return {n: self._profiles[n] for n in wanted if n in self._profiles}

    def sentences(self, shelf: Shelf, numbers: Iterable[int]) -> dict[int, Sentence]:
        """The words of claims, by their numbers, as copies are looked for."""
        profiles = self.profiles(shelf, numbers)
        for number, profile in profiles.items():
            if number not in self._sentences:
                self._sentences[number] = spell_claim(profile.filed)
        return {n: self._sentences[n] for n in profiles}

    def articles(self, shelf: Shelf, numbers: Iterable[int]) -> dict[int, Lead]:
        """Articles, read where they are not held; without the claims that they open with."""
        wanted = set(numbers)
        missing = [n for n in wanted if n not in self._articles]
        self._hold(shelf.articles(missing).values() if missing else ())
        return {n: self._articles[n] for n in wanted if n in self._articles}

    def _hold(self, rows: Iterable[ArticleRow]) -> None:
        for row in rows:
            if row.number not in self._articles:
                self._articles[row.number] = Lead(read_header(row), (), read_wording(row))

    def leads(self, shelf: Shelf, numbers: Iterable[int]) -> dict[int, Lead]:
        """What articles open with, by their numbers."""
        wanted = set(numbers)
        missing = [n for n in wanted if n not in self._leads]
        rows = shelf.articles(missing) if missing else {}
        self._hold(rows.values())
        profiles = self.profiles(shelf, {n for row in rows.values() for n in row.leading})
        for number, row in rows.items():
            bare = self.articles(shelf, [number])[number]
            self._leads[number] = Lead(bare.article, tuple(profiles[n] for n in row.leading), bare.wording)
        return {n: self._leads[n] for n in wanted if n in self._leads}
