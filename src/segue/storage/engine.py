"""Opens a database: from the address in `storage.url` to an engine whose connections behave as the journal expects."""

from __future__ import annotations

import itertools
import operator
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import NoneType

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from segue.errors import ConfigError
from segue.storage.faults import storage_error
from segue.storage.session_secret import SECRET_FILE, load_or_make_secret

DEFAULT_FILE = "segue.db"
"""The journal's file in SEGUE_HOME where nothing else is configured."""
BEGIN_AT_ONCE = "segue_begin_at_once"
"""Execution option: a transaction takes the right to write when it begins, not with its first write."""
DURABLE = "segue_durable"
"""Execution option: what the transaction commits is on the disk when it ends, also in a power cut."""
_KEY = "storage.url"
_SYNCHRONOUS = "segue_synchronous"
_NAME, _NAMES = "segue_name", itertools.count(1)
"""Names of connections, within this process."""


def database_file(url: str, *, home: Path) -> Path | None:
    """The file behind an address; None for a database in memory. Relative paths stand under `home`.

    Raises ConfigError for an address that is none, or of a database that Segue cannot use.
    """
    if not url:
        return home / DEFAULT_FILE
    parsed = _parse(url)
    if parsed.drivername != "sqlite" or parsed.host or parsed.query:
        raise ConfigError(
            f"The journal cannot be kept at an address that begins with '{parsed.drivername}:'.",
            key=_KEY,
            hint="Write `sqlite:///PATH` (three strokes, then the path; no `?`), or leave it empty.",
        )
    if parsed.database in (None, "", ":memory:"):
        return None
    return home / Path(parsed.database or "").expanduser()


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise ConfigError("That is not a database address.", key=_KEY, hint="Write `sqlite:///PATH`.") from error


def make_place(file: Path, *, home: Path) -> None:
    """Make the journal's file, readable for its owner only, and SEGUE_HOME. Other folders must exist.

    The secret of session ids comes before a new file: one that is made beside a journal says that it was lost.
    """
    try:
        if file.is_relative_to(home):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.parent == home and not file.exists():
            load_or_make_secret(home / SECRET_FILE)
        # SQLite gives the files that it makes beside it (-wal, -shm) the permissions of this one.
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise storage_error(error, deed="be opened", where=str(file)) from error


def open_engine(file: Path | None, *, busy_s: float) -> Engine:
    """An engine on one connection; `busy_s` is how long it waits for other processes. Connects when first used."""
    url = URL.create("sqlite", database=None if file is None else str(file))
    # Parameters are hidden, so that no error shows what was being written.
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "connect", _prepare(busy_s))
    event.listen(engine, "begin", _begin)
    return engine


# What is no plain number or text the driver asks for two attributes that are missing, which takes longer than all else
# of keeping a row; so it is told, by functions that run in C. Truth is kept as 1 and 0, as ever.
sqlite3.register_adapter(bool, operator.pos)
sqlite3.register_adapter(NoneType, dict[None, None]().get)  # it has nothing, and says None


def _prepare(busy_s: float) -> Callable[[sqlite3.Connection, object], None]:
    def prepare(connection: sqlite3.Connection, _: object) -> None:
        # The driver begins transactions late and ends them before DDL; migrations must be all or nothing.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {round(busy_s * 1000)}")
        # In WAL this loses at most the last transactions in a power cut, never the file, and spares a flush a commit:
        # https://www.sqlite.org/pragma.html#pragma_synchronous (2026-03)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        # What is erased is overwritten: a forgotten session's state must not stay in free pages.
        connection.execute("PRAGMA secure_delete = ON")
        # Rows are appended: the pages that are needed again are few, and the driver's 2 MB would fill with the others.
        connection.execute("PRAGMA cache_size = -512")

    return prepare


def use_wal(engine: Engine) -> None:
    """Let others read while one writes; the file remembers it. Not before it is known that the file is ours."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def empty_log(engine: Engine) -> bool:
    """Bring the log of writes into the file and cut it to nothing; False where another program uses it just now."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        row = cursor.fetchone()
        cursor.close()
    finally:
        connection.close()
    return row is not None and row[0] == 0


def others_changes(connection: Connection) -> str:
    """What differs where anybody has committed since over another connection than this one.

    Its numbers count by connection (https://www.sqlite.org/pragma.html#pragma_data_version, 2026-11), so another
    connection than before has another name as well.
    """
    name = connection.info.setdefault(_NAME, next(_NAMES))
    return f"{name}.{connection.exec_driver_sql('PRAGMA data_version').scalar_one()}"


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    level = "FULL" if options.get(DURABLE, False) else "NORMAL"
    if connection.info.get(_SYNCHRONOUS, "NORMAL") != level:
        connection.exec_driver_sql(f"PRAGMA synchronous = {level}")
        connection.info[_SYNCHRONOUS] = level
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(BEGIN_AT_ONCE, False) else "BEGIN")
