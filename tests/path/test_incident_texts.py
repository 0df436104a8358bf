"""Words of grave turns, from end to end: not a byte unless they are asked for, sealed, and read by clinicians alone."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from segue.app import open as open_models
from segue.config.settings import Settings
from segue.domain.callers import CallerRole
from segue.domain.incident_texts import SealedText
from segue.pipeline.upkeep.tidying import tidy
from tests.support.gateway import START_S, RunningGateway, scripted, serving, settings_with, until

TEXTS, READ, INCIDENTS = "/v1/admin/texts", "/v1/admin/texts/read", "/v1/admin/incidents"
ERASE, EXPORT = "/v1/admin/sessions/erase", "/v1/admin/sessions/export"
SAYS = "The river rose, and the ferry waited."
DANGER, CALM = "I want to kill myself tonight, zqone.", "Tell me about the ferry, zqtwo."
MARKED = re.compile(b"zqone|zqtwo")
SESSION = {"session_id": "evening"}


def settings_of(**texts: object) -> Settings:
    return settings_with(scripted(plain={"text": SAYS, "in_auto": True}), safety={"texts": texts})


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """SEGUE_HOME of the gateway and of the commands."""
    return tmp_path / "home"


@pytest.fixture
def gateway(home: Path) -> Iterator[RunningGateway]:
    """A gateway that keeps texts."""
    with serving(settings_of(enabled=True), home=home) as running:
        yield running


def key_of(gateway: RunningGateway, role: CallerRole) -> Mapping[str, str]:
    """The head of a request with a new key that the gateway knows already."""
    headers = {"authorization": f"Bearer {gateway.make_caller(f'the-{role}', role)}"}
    until(lambda: gateway.ask("/v1/models", headers=headers).status != 401)
    return headers


def talk(gateway: RunningGateway) -> None:
    """Three turns: an ordinary one, one in danger, and one in danger without a session."""
    session = {"x-segue-session": SESSION["session_id"]}
    for text, headers in ((CALM, session), (DANGER, session), (DANGER, {})):
        assert gateway.chat(text, headers=headers).status == 200


def turns_of(gateway: RunningGateway, clinician: Mapping[str, str], *, texts: int) -> list[str]:
    """Which texts a clinician is told of, once there are so many."""

    def listed() -> list[str]:
        found = gateway.ask(TEXTS, headers=clinician).json["texts"]
        assert isinstance(found, list)
        return [text["turn"] for text in found]

    until(lambda: len(listed()) >= texts)
    return listed()


def incidents(gateway: RunningGateway, clinician: Mapping[str, str]) -> list[dict[str, object]]:
    """Entries of the log, as a clinician reads them."""
    found = gateway.ask(INCIDENTS, headers=clinician).json["incidents"]
    assert isinstance(found, list)
    return [entry["incident"] for entry in found]


def rows(home: Path) -> int:
    with closing(sqlite3.connect(home / "segue.db")) as database:
        return int(database.execute("SELECT count(*) FROM incident_texts").fetchone()[0])


def words_in(home: Path) -> list[str]:
    """Files that hold a word of what was said.

    The whole word: two letters alone are found by chance in a key or in what is sealed.
    """
    return [path.name for path in home.rglob("*") if path.is_file() and MARKED.search(path.read_bytes())]


def run(home: Path, *words: str, key: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A command on the same files, run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "segue.cli", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=START_S,
        env={**os.environ, "SEGUE_HOME": str(home), "SEGUE_CALLER_KEY": key, **env},
    )


def segue(home: Path, *words: str, key: str, status: int = 0) -> str:
    """`segue safety texts` on the same files; its standard output, or the error."""
    done = run(home, "safety", "texts", *words, key=key)
    assert done.returncode == status, done.stderr
    return done.stderr if status else done.stdout


def test_a_clinician_reads_what_was_said_and_shown_and_the_log_says_so(gateway: RunningGateway, home: Path) -> None:
    """Of the grave turn of the session alone; no file holds a word, an export says only that a text is kept."""
    clinician, operator = key_of(gateway, CallerRole.CLINICIAN), key_of(gateway, CallerRole.OPERATOR)
    talk(gateway)
    (turn,) = turns_of(gateway, clinician, texts=1)

    answer = gateway.ask(READ, {"turn": turn}, headers=clinician)

    assert answer.headers["cache-control"] == "no-store"
    assert answer.json["said"] == DANGER
    assert SAYS not in str(answer.json["answered"])
    assert len(str(answer.json["answered"])) > 40
    readings = [one for one in incidents(gateway, clinician) if one["direction"] == "reading"]
    assert [(one["codes"], one["turn"]) for one in readings] == [(["read_by:id-the-clinician"], turn)]
    until(lambda: turn in {one["turn"] for one in incidents(gateway, clinician) if one["direction"] == "input"})
    shown = gateway.ask(EXPORT, SESSION, headers=operator).json["kept"]
    assert isinstance(shown, dict)
    assert [row["text"] for row in shown["incident_texts"]] == ["kept"]
    assert words_in(home) == []
    assert not MARKED.search(gateway.ask("/metrics", headers=operator).body)


def test_nobody_else_reads_and_what_is_not_there_leaves_no_entry(gateway: RunningGateway) -> None:
    """Callers, operators and whoever has no key are refused; a turn of which nothing is kept is told as that."""
    keys = {role: key_of(gateway, role) for role in CallerRole}
    talk(gateway)
    (turn,) = turns_of(gateway, keys[CallerRole.CLINICIAN], texts=1)
    for headers in ({}, keys[CallerRole.CALLER], keys[CallerRole.OPERATOR]):
        assert gateway.ask(TEXTS, headers=headers).status == 403
        assert gateway.ask(READ, {"turn": turn}, headers=headers).status == 403
    for body, status in (({"turn": "0" * 32}, 400), ({"turn": "x"}, 422), ({}, 422), (b"{", 400)):
        refused = gateway.ask(READ, body, headers=keys[CallerRole.CLINICIAN])
        assert refused.status == status
        assert b"regex" not in refused.body, "whoever gave a wrong pseudonym reads what one looks like, in words"
    assert {one["direction"] for one in incidents(gateway, keys[CallerRole.CLINICIAN])} <= {"input"}


def test_erasing_the_session_erases_its_texts(gateway: RunningGateway, home: Path) -> None:
    """Nothing is listed, read or in a row any more."""
    clinician = key_of(gateway, CallerRole.CLINICIAN)
    talk(gateway)
    (turn,) = turns_of(gateway, clinician, texts=1)
    assert gateway.ask(ERASE, SESSION, headers=clinician).status == 200
    assert turns_of(gateway, clinician, texts=0) == []
    assert gateway.ask(READ, {"turn": turn}, headers=clinician).status == 400
    assert rows(home) == 0


def test_while_it_is_off_not_a_byte_is_kept(home: Path) -> None:
    """As it is by default: no row after a turn in danger, and nothing is said of texts in health."""
    with serving(settings_of(), home=home) as gateway:
        clinician = key_of(gateway, CallerRole.CLINICIAN)
        talk(gateway)
        until(lambda: bool(incidents(gateway, clinician)))
        assert turns_of(gateway, clinician, texts=0) == []
        operator = key_of(gateway, CallerRole.OPERATOR)
        assert b"incident texts" not in gateway.ask("/v1/admin/health", headers=operator).body
    assert rows(home) == 0


async def test_texts_past_their_time_are_erased_by_themselves() -> None:
    """Also while no more are kept: what was kept before runs out."""
    now = datetime.now(UTC)
    async with open_models(settings_of(keep_days=7)) as models:
        await models.journal.add_incident_keys({"5e55": b"sealed"}, at=now)
        for turn, days in (("1", 8), ("2", 6)):
            await models.journal.keep_text(SealedText(turn * 32, "5e55", now - timedelta(days=days), b"sealed"))
        await tidy(models.settings, models.journal, models.money)
        assert [text.turn for text in await models.texts.listed()] == ["2" * 32]


def test_the_level_decides_which_turns_are_kept(home: Path) -> None:
    """With `imminent` a turn that is not so grave leaves no text."""
    with serving(settings_of(enabled=True, level="imminent"), home=home) as gateway:
        level = gateway.chat("I want to die.", headers={"x-segue-session": "a"}).headers["x-segue-safety"]
        assert level.startswith(("level=high", "level=moderate"))
    assert rows(home) == 0


def test_a_turn_that_raised_an_alarm_is_kept_by_the_level_of_that(home: Path) -> None:
    """A bare "no" has no level of its own; whoever was told must be able to read it."""
    with serving(settings_of(enabled=True), home=home) as gateway:
        clinician = key_of(gateway, CallerRole.CLINICIAN)
        for text in (DANGER, "I put the pills away.", "No, I'm not, zqthree."):
            gateway.chat(text, headers={"x-segue-session": "evening"})
        newest = turns_of(gateway, clinician, texts=2)
        said = [gateway.ask(READ, {"turn": turn}, headers=clinician).json["said"] for turn in newest]
    assert set(said) == {DANGER, "No, I'm not, zqthree."}


def test_the_commands_need_a_clinicians_key_also_on_the_files_themselves(home: Path) -> None:
    """Beside a gateway and without one; doctor says that texts are kept. Escape codes never reach the terminal."""
    with serving(settings_of(enabled=True), home=home) as gateway:
        clinician = key_of(gateway, CallerRole.CLINICIAN)
        operator = key_of(gateway, CallerRole.OPERATOR)
        gateway.chat(f"{DANGER}\x1b[2J", headers={"x-segue-session": "evening"})
        (turn,) = turns_of(gateway, clinician, texts=1)
        key, wrong = (headers["authorization"].removeprefix("Bearer ") for headers in (clinician, operator))
        assert turn in segue(home, "list", "--url", gateway.url, key=key)
        told = segue(home, "show", turn, "--url", gateway.url, key=key)
        assert "zqone" in told
        assert "\x1b" not in told
        assert "role clinician" in segue(home, "show", turn, "--url", gateway.url, key=wrong, status=2)
    doctor = run(home, "doctor", key=key, SEGUE__SAFETY__TEXTS__ENABLED="true")
    assert "turns from level high on are kept for 30 days" in " ".join(doctor.stdout.split())
    assert json.loads(segue(home, "list", "--here", "--json", key=key))["texts"][0]["turn"] == turn
    assert json.loads(segue(home, "show", turn, "--here", "--json", key=key))["said"].startswith(DANGER)
    assert "role clinician" in segue(home, "show", turn, "--here", key=wrong, status=2)
    assert "unknown" in segue(home, "show", turn, "--here", key="segue-none", status=2)
