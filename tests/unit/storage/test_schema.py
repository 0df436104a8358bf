"""The schema has one history: every way to today's tables ends in the same ones, whatever happens on the way."""

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateIndex

from segue.domain.provider_keys import KeptKey, KeyReason, KeyState
from segue.storage import incident_statements, provider_key_rows, statements
from segue.storage.dialects import tell_postgresql
from segue.storage.engine import open_engine
from segue.storage.schema import MIGRATIONS, REVISIONS, bring_up_to_date, upgrade
from segue.storage.sql import SqlJournal
from segue.storage.tables import ACTIVE_NAMES, attempts, metadata, turns

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
KEY = KeptKey("openrouter", "main", b"", "", KeyState.VALID, KeyReason.ACCEPTED, MOMENT, used_at=MOMENT)
OPEN = """
import asyncio, pathlib, sys
from segue.storage.sql import SqlJournal
async def main():
    async with SqlJournal("", home=pathlib.Path(sys.argv[1]), deadline_s=20) as journal:
        await journal.callers()
        print("alembic" in sys.modules)
asyncio.run(main())
"""
DIE_HALF_WAY = """
import os, pathlib, signal, sys
from segue.storage.engine import BEGIN_AT_ONCE, open_engine
from segue.storage.schema import migrate
engine = open_engine(pathlib.Path(sys.argv[1]) / "segue.db", busy_s=20)
with engine.connect().execution_options(**{BEGIN_AT_ONCE: True}) as connection, connection.begin():
    migrate(connection, where="")
    print("migrated", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def migrate_from_nothing(engine: Engine) -> None:
    """Through every migration there ever was."""
    with engine.connect() as connection, connection.begin():
        upgrade(connection)


def start(program: str, home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", program, str(home)], stdout=subprocess.PIPE, text=True)


def run(program: str, home: Path) -> tuple[int, str]:
    with start(program, home) as process:
        output, _ = process.communicate(timeout=150)
    return process.returncode, output.strip()


@pytest.mark.parametrize("way", [lambda engine: bring_up_to_date(engine, where="in memory"), migrate_from_nothing])
def test_the_schema_is_the_one_that_the_code_expects(way: Callable[[Engine], None]) -> None:
    """Nobody changes a table without writing the migration for it, and a new database is like one that was migrated."""
    engine = open_engine(None, busy_s=1)
    way(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        differences = compare_metadata(context, metadata)
        revision = context.get_current_revision()
        keys = inspect(connection).get_pk_constraint("alembic_version")
    engine.dispose()

    assert differences == []
    assert revision == REVISIONS[-1]
    assert keys["name"] == "alembic_version_pkc"


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    """The quick look at start knows every migration there is, in order."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config).walk_revisions()

    assert tuple(script.revision for script in scripts) == tuple(reversed(REVISIONS))


def test_only_a_start_that_changes_tables_loads_alembic(tmp_path: Path) -> None:
    """Neither the first start pays for it nor those that find everything as it is."""
    assert run(OPEN, tmp_path) == (0, "False")
    assert run(OPEN, tmp_path) == (0, "False")


def test_a_migration_that_is_killed_leaves_nothing_and_the_next_start_does_it(tmp_path: Path) -> None:
    """A power cut during an update needs nobody's hands afterwards."""
    assert run(DIE_HALF_WAY, tmp_path) == (-signal.SIGKILL, "migrated")
    with closing(sqlite3.connect(tmp_path / "segue.db")) as database:
        assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)

    assert run(OPEN, tmp_path) == (0, "False")


def test_processes_that_start_together_on_nothing_all_succeed(tmp_path: Path) -> None:
    """A terminal chat and a gateway started at the same moment do not trip over each other."""
    processes = [start(OPEN, tmp_path) for _ in range(3)]
    outputs = [process.communicate(timeout=150)[0].strip() for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(outputs) == 3
    with closing(sqlite3.connect(tmp_path / "segue.db")) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(REVISIONS[-1],)]


def test_the_contract_of_the_journal_costs_no_database_library() -> None:
    """Whoever imports the contract does not wait for SQLAlchemy."""
    program = (
        "import sys, segue.storage.contract, segue.storage.pending; print({'sqlalchemy', 'alembic'} & set(sys.modules))"
    )
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=150)

    assert output.stdout.strip() == "set()"


def test_every_statement_can_be_said_to_postgresql() -> None:
    """Nothing in the journal's statements is SQLite's alone."""
    keeping = statements.Keeping.on("postgresql")
    said = (
        keeping.session,
        keeping.caller,
        keeping.handoff,
        statements.ALL_CALLERS,
        statements.find_session("s"),
        statements.find_calls(since_us=1, limit=1),
        statements.forget(turns, column="at_us", before_us=1, rows=1),
        statements.revoke("name", at_us=1),
        provider_key_rows.keep(KEY, dialect="postgresql"),
        provider_key_rows.note(KEY),
        provider_key_rows.reseal(KEY, b"anew"),
        provider_key_rows.remove("openrouter", "main"),
        incident_statements.ALL_VAULT_KEYS,
        incident_statements.FIND_END,
        incident_statements.READ_END,
        incident_statements.add_vault_key("postgresql"),
        incident_statements.find_vault_key("p", 1),
        incident_statements.reseal_vault_key("p", 1, was_under="a", master_id="b", sealed=b"c"),
        incident_statements.add_incident_key("postgresql"),
        incident_statements.find_incident_key("s"),
        incident_statements.save_end("postgresql"),
        incident_statements.known_incidents(["a"]),
        incident_statements.find_incidents(after=0, since_us=1, least_rank=2, limit=3),
        *(incident_statements.erase(*which) for which in incident_statements.of_session("s").items()),
    )

    texts = [str(statement.compile(dialect=postgresql.dialect())) for statement in said]  # type: ignore[no-untyped-call]

    assert all(texts)
    assert all("ON CONFLICT" in keeping.calls[table] for table in (turns, attempts))


def test_sqlite_loads_no_other_databases_words() -> None:
    """A gateway with its journal in a file does not carry 2 MB for a database that it does not use."""
    program = "import sys, segue.storage.sql; print([name for name in sys.modules if 'dialects.postgresql' in name])"
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=150)

    assert output.stdout.strip() == "[]"


def test_postgresql_is_told_that_revoked_callers_may_share_a_name() -> None:
    """Its index is the same as SQLite's, and what SQLite is told stays."""
    tell_postgresql()

    said = [str(CreateIndex(ACTIVE_NAMES).compile(dialect=one)) for one in (postgresql.dialect(), sqlite.dialect())]  # type: ignore[no-untyped-call]

    assert all(text.endswith("WHERE revoked_at_us IS NULL") for text in said)


async def test_no_table_has_room_for_words(tmp_path: Path) -> None:
    """The database holds hashes, counts, states and money: there is no column for what was said."""
    async with SqlJournal("", home=tmp_path, deadline_s=20):
        pass

    columns = {column.name for table in metadata.tables.values() for column in table.columns}
    assert not columns & {"text", "content", "message", "prompt", "reply", "answer", "body", "detail"}


async def test_a_file_that_somebody_reads_while_it_is_switched_to_wal_is_waited_for(tmp_path: Path) -> None:
    """Where SQLite gives up on the switch, opening tries again, instead of ending in the driver's own error."""
    async with SqlJournal("", home=tmp_path, deadline_s=5.0):
        pass
    reader = sqlite3.connect(tmp_path / "segue.db", isolation_level=None, check_same_thread=False)
    reader.execute("PRAGMA journal_mode = DELETE")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM turns").fetchall()
    with pytest.raises(sqlite3.OperationalError), closing(sqlite3.connect(tmp_path / "segue.db", timeout=0)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    leaving = threading.Timer(0.3, reader.close)  # longer than the driver's own patience, the journal's deadline
    leaving.start()
    async with SqlJournal("", home=tmp_path, deadline_s=0.1) as journal:
        journal._deadline_s = 20.0  # to close it
    leaving.join()
