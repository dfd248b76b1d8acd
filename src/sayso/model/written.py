"""The words in a thing of the model, whatever its fields: what is searched for names that may not stand there."""

from collections.abc import Iterator
from typing import Any

import msgspec


def words_in(thing: msgspec.Struct) -> str:
    """Every string in a thing, one below the other.

    >>> from sayso.model.entries import Note, make_entry
    >>> words_in(make_entry(Note("c-1"), "ada", "2020-01-28T10:00:00+00:00", "ask again")).splitlines()[1:]
    ['ada', '2020-01-28T10:00:00+00:00', 'note', 'c-1', 'ask again']
    """
    return "\n".join(_strings_in(msgspec.to_builtins(thing)))


def _strings_in(thing: Any) -> Iterator[str]:  # noqa: ANN401  # whatever a struct holds
    if isinstance(thing, str):
        yield thing
    for part in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list | tuple) else ():
        yield from _strings_in(part)
