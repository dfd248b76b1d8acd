"""The record that `sayso read` writes: an article with all that was read from it."""

import msgspec

from sayso.model.articles import Article, Block, Published, SetAside
from sayso.model.claims import Claim
from sayso.model.mentions import Attribution, Mentions
from sayso.model.vocabulary import Handling, Outcome


class ReadBy(msgspec.Struct, frozen=True):
    """Which versions read it: of Sayso, of the reader, of the gazetteer."""

    sayso: str
    reader: str
    gazetteer: str


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader makes of one article."""

    mentions: Mentions = Mentions()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One line of `sayso read --format jsonl`: the fields of the article, then of its reading."""

    article_id: str
    digest: str
    publisher: str | None
    url: str | None
    title: str | None
    language: str | None
    outcome: Outcome
    why: str | None
    published: Published
    text: str
    blocks: tuple[Block, ...]
    mentions: Mentions
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    set_aside: tuple[SetAside, ...]
    read_by: ReadBy
    handling: Handling = "public"


def join_record(article: Article, reading: Reading, read_by: ReadBy) -> Record:
    """Put an article and its reading together into the record that is written."""
    fields = {name: getattr(article, name) for name in Article.__struct_fields__ if name != "set_aside"}
    aside = tuple(sorted({*article.set_aside, *reading.set_aside}, key=lambda a: (a.start, a.end, a.reason)))
    return Record(
        **fields,
        mentions=reading.mentions.with_ends_apart(),
        attributions=reading.attributions,
        claims=reading.claims,
        set_aside=aside,
        read_by=read_by,
    )
