"""Words in a column: sorted and compared by their characters alone, whichever database keeps them."""

from typing import Any

from sqlalchemy import Dialect, String, TypeDecorator
from sqlalchemy.types import TypeEngine


class Words(TypeDecorator[str]):
    """Text of any length; PostgreSQL sorts it as SQLite does, and gets a replacement character for NUL, which it cannot keep."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's type in one database."""
        return dialect.type_descriptor(String(collation="C") if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text as the database can keep it."""
        return value.replace("\x00", "\ufffd") if value and dialect.name == "postgresql" else value
