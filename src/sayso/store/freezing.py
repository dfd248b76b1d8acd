"""Products as they went out, kept whole: their bytes, what they state, and what they rest on."""

import datetime as dt
import zlib
from collections.abc import Callable, Collection, Iterable
from html import unescape

import msgspec
from sqlalchemy import Connection, insert, select, update

from sayso.errors import InputError, UnknownIdError
from sayso.model.entries import TrailRow
from sayso.model.forgotten import Product
from sayso.model.stated import FrozenProduct, StatedView
from sayso.model.written import words_in
from sayso.store.schema import FROZEN
from sayso.store.trail import STRUCK, note_trail

GONE: dict[str, object] = {"product": None, "stated": None}
"""What is left of the bytes of a product, and of what it states, once it is struck."""

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(StatedView)


def keep_frozen(connection: Connection, product: FrozenProduct, data: bytes, stated: StatedView) -> None:
    """Keep a product for good under its name; InputError where there is one of that name."""
    if connection.execute(select(FROZEN.c.number).where(FROZEN.c.name == product.name)).first():
        raise InputError(f"{product.name} is frozen already and stays as it is; give this one another name: --name NAME")
    row = msgspec.structs.asdict(product) | {"as_of": product.as_of.isoformat(), "articles": "\n".join(product.articles)}
    packed = {"product": zlib.compress(data, 9), "stated": zlib.compress(_ENCODER.encode(stated), 9)}
    connection.execute(insert(FROZEN).values(row | packed))
    note_trail(connection, TrailRow(product.made, product.author, "freeze", product.name, product.sha256))


def load_frozen(connection: Connection) -> tuple[FrozenProduct, ...]:
    """All that was frozen, the oldest first."""
    columns = [FROZEN.c[field] for field in FrozenProduct.__struct_fields__]
    rows = connection.execute(select(*columns).order_by(FROZEN.c.number)).mappings()
    return tuple(_product({str(key): value for key, value in row.items()}) for row in rows)


def open_frozen(connection: Connection, name: str) -> tuple[bytes, StatedView]:
    """A product byte for byte as it went out, and what it states; UnknownIdError where it is not there, or no longer."""
    row = connection.execute(select(FROZEN.c.product, FROZEN.c.stated, FROZEN.c.struck).where(FROZEN.c.name == name)).first()
    if row is None:
        raise UnknownIdError(f"nothing is frozen as {name}; list what is: sayso frozen")
    if row.struck is not None:
        raise UnknownIdError(f"{name} was struck on {row.struck}: it rests on something that was forgotten, and its bytes are gone")
    return unpack_frozen(row.product, row.stated)


def unpack_frozen(product: bytes, stated: bytes) -> tuple[bytes, StatedView]:
    """A product and what it states, from what the columns hold."""
    return zlib.decompress(product), _DECODER.decode(zlib.decompress(stated))


def strike_frozen(
    connection: Connection, digests: Collection[str], names_somebody: Callable[[str], bool], day: str
) -> tuple[tuple[FrozenProduct, ...], tuple[str, ...]]:
    """Drop the bytes, and all that they state, of products that rest on these articles or name somebody; names and authors that do are
    struck too.

    Returns the products whose bytes were dropped, and the names that were struck.
    """
    struck, named = [], []
    for number, product in enumerate(load_frozen(connection), 1):
        rests = product.struck is None and (
            not set(digests).isdisjoint(product.articles)
            or any(map(names_somebody, words_of_frozen(*open_frozen(connection, product.name))))
        )
        values: dict[str, object] = GONE | {"struck": day} if rests else {}
        if names_somebody(product.name):
            values |= {"name": f"{STRUCK} {number} {product.sha256[:16]}"}
            named.append(product.name)
        if names_somebody(product.author):
            values |= {"author": STRUCK}
        if values:
            connection.execute(update(FROZEN).where(FROZEN.c.name == product.name).values(values))
        if rests:
            struck.append(product)
    return tuple(struck), tuple(named)


def words_of_frozen(data: bytes, stated: StatedView) -> tuple[str, str]:
    """The words of a product, and of what it states: a name that a reviewer wrote stands in no article."""
    return unescape(data.decode("utf8", "replace")), words_in(stated)


def products_of(frozen: Iterable[FrozenProduct]) -> tuple[Product, ...]:
    """Frozen products as forgetting lists them."""
    return tuple(
        Product(path=f"frozen as {p.name}", made=p.made, audience=p.audience, sha256=p.sha256, articles=p.articles) for p in frozen
    )


def _product(row: dict[str, object]) -> FrozenProduct:
    told = row | {"as_of": dt.date.fromisoformat(str(row["as_of"])), "articles": tuple(str(row["articles"]).split())}
    return msgspec.convert(told, FrozenProduct)
