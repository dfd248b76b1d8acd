"""What a ledger was told to forget: keyed digests, from which no name can be read back."""

import hmac
from collections.abc import Iterable, Sequence

import msgspec

from sayso.model.vocabulary import Handling


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """Digests of the names of persons and of the articles that may not come back, each made with one of the keys.

    A ledger makes a key of its own; those of ledgers that were merged into it stand beside it, in the order of their bytes.
    """

    keys: tuple[bytes, ...] = ()
    persons: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()

    def holds_person(self, words: Sequence[str]) -> bool:
        """Whether these folded words are the name of somebody who is to be forgotten."""
        return any(digest_with(key, words) in self.persons for key in self.keys)

    def holds_article(self, digest: str) -> bool:
        """Whether the article with this digest is to be forgotten."""
        return any(digest_with(key, (digest,)) in self.articles for key in self.keys)


def digest_with(key: bytes, words: Iterable[str]) -> str:
    """The keyed digest of a name's folded words, or of an article's digest (HMAC, SHA-256)."""
    return hmac.digest(key, " ".join(words).encode("utf8", "surrogatepass"), "sha256").hex()


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """A report or export that was written: where, when, for whom, its bytes' SHA-256, and the digests of the articles it rests on."""

    path: str
    made: str
    audience: Handling
    sha256: str
    articles: tuple[str, ...]


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What forgetting did to a ledger: readings changed, articles removed, notes of unread inputs removed, products that are out, and
    how many entries of people were struck or removed.

    `left` says why the file could not be written anew, where it was not: deleted bytes may still lie in it.
    """

    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unread: int = 0
    entries: int = 0
    products: tuple[Product, ...] = ()
    left: str | None = None
