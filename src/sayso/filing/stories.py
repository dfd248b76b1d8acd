"""Stories as they are kept of a component of articles."""

from collections.abc import Iterable

import msgspec

from sayso.store.filed import Shelf


class KeptJoin(msgspec.Struct, frozen=True, array_like=True):
    """Main claims of two articles of a story, by number, with the points of their articles and the sentences."""

    first: int
    second: int
    score: float
    why: tuple[str, ...]


class KeptStory(msgspec.Struct, frozen=True, array_like=True):
    """A story: the day of its first article (0: none), digests of its articles, numbers of their main claims, and the joins that hold."""

    day: int
    articles: tuple[str, ...]
    mains: tuple[int, ...]
    joins: tuple[KeptJoin, ...]


_STORIES = msgspec.json.Decoder(tuple[KeptStory, ...])


def read_stories(stored: bytes) -> tuple[KeptStory, ...]:
    """The stories of a component."""
    return _STORIES.decode(stored)


def unsettle_stories(shelf: Shelf, stories: Iterable[int]) -> None:
    """Components that were taken up by another one have no stories of their own any more; the events that had some are gathered anew."""
    for story, stored in sorted(shelf.stories(stories).items()):
        mains = {number for told in read_stories(stored) for number in told.mains}
        shelf.unsettle("claim", {row.component for row in shelf.claims(mains)})
        shelf.put_story(story, None)
