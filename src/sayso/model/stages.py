"""The contracts that the stages fill, so that a room can be replaced without the walls."""

from typing import Protocol

from sayso.model.articles import Article
from sayso.model.records import Reading


class Reader(Protocol):
    """Reads one article; a pure function of it."""

    @property
    def name(self) -> str:
        """Name and version, written into every record."""
        ...

    def read(self, article: Article) -> Reading:
        """Find the mentions, attributions and claims of one article."""
        ...
