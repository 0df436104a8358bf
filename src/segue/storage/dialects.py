"""The words that each database has for itself, loaded when they are asked for: SQLite needs none of PostgreSQL's, which
take 2 MB."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import Dialect, Table
from sqlalchemy.dialects import sqlite

from segue.storage.tables import ACTIVE, ACTIVE_NAMES

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

Insertion: TypeAlias = "sqlite.Insert | postgresql.Insert"
"""An insertion that may say what happens where the row is there already."""


def insert(dialect: str, table: Table) -> Insertion:
    """An insertion in the words of `sqlite` or `postgresql`."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


def by_place(dialect: str) -> Dialect:
    """The dialect whose statements take the values of a row by their place."""
    if dialect == "sqlite":
        return sqlite.dialect(paramstyle="qmark")
    from sqlalchemy.dialects import postgresql

    return postgresql.dialect(paramstyle="format")  # type: ignore[no-untyped-call]


def tell_postgresql() -> None:
    """What PostgreSQL has to know of the tables before it makes them; SQLite is told with the tables themselves."""
    ACTIVE_NAMES.dialect_options["postgresql"]["where"] = ACTIVE
