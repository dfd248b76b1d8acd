"""Streams of bytes as the readers take them, and one that gives back what was looked at."""

from typing import Protocol


class ByteStream(Protocol):
    """What is read from: whole or line by line."""

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes, all of them where it is negative."""
        ...

    def readline(self, size: int = -1, /) -> bytes:
        """One line, or the first `size` bytes of it."""
        ...


class Rejoined:
    """A stream that was looked into, from its beginning again."""

    def __init__(self, head: bytes, rest: ByteStream) -> None:
        self._head, self._rest = head, rest

    def _take(self, size: int) -> bytes:
        taken, self._head = self._head[:size], self._head[size:]
        return taken

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes: what was looked at first."""
        if size < 0:
            return self._take(len(self._head)) + self._rest.read()
        taken = self._take(size)
        return taken + self._rest.read(size - len(taken))

    def readline(self, size: int = -1, /) -> bytes:
        """One line, or the first `size` bytes of it."""
        end = self._head.find(b"\n") + 1
        limit = len(self._head) if size < 0 else size
        if end or limit < len(self._head):
            return self._take(min(end or limit, limit))
        taken = self._take(limit)
        return taken + (self._rest.readline() if size < 0 else self._rest.readline(size - len(taken)))
