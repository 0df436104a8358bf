"""What is kept of a session, from end to end: shown, erased everywhere, while the log of incidents stays whole."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from segue.domain.callers import CallerRole
from tests.support.gateway import START_S, RunningGateway, scripted, serving, settings_with, until
from tests.support.redis_server import RedisServer

T = TypeVar("T")

SESSION, WORDS = "canary-session-7f3a", "I want to end my life tonight, canary-words-91c2."
IN_DANGER = {"x-segue-session": SESSION}
EXPORT, ERASE, INCIDENTS = "/v1/admin/sessions/export", "/v1/admin/sessions/erase", "/v1/admin/incidents"
SETTINGS = settings_with(scripted(plain={"text": "Hello.", "in_auto": True}))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """SEGUE_HOME of the gateway and of the commands."""
    return tmp_path / "home"


@pytest.fixture
def gateway(home: Path) -> Iterator[RunningGateway]:
    """A gateway with one written model."""
    with serving(SETTINGS, home=home) as running:
        yield running


def segue(home: Path, *words: str, status: int = 0) -> str:
    """A command on the same files, run to its end; its standard output."""
    done = run(home, *words)
    assert done.returncode == status, done.stderr
    return done.stdout


def run(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command on the same files, run to its end."""
    return subprocess.run(
        [sys.executable, "-m", "segue.cli", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=START_S,
        env={**os.environ, "SEGUE_HOME": str(home)},
    )


def made(gateway: RunningGateway, name: str, role: CallerRole = CallerRole.CALLER) -> str:
    """A new caller key that the gateway knows already."""
    key = gateway.make_caller(name, role)
    until(lambda: gateway.ask("/v1/models", headers={"authorization": f"Bearer {key}"}).status != 401)
    return key


def talk(gateway: RunningGateway, *, key: str | None = None) -> str:
    """Two turns of a session, one in danger, and one of somebody else; the session's hash."""
    headers = IN_DANGER | ({"authorization": f"Bearer {key}"} if key else {})
    other = {"x-segue-session": "somebody-else"} | ({"authorization": f"Bearer {key}"} if key else {})
    assert gateway.chat("Good morning.", headers=headers).status == 200
    assert gateway.chat(WORDS, headers=headers).headers["x-segue-safety"].startswith("level=")
    assert gateway.chat(WORDS, headers=other).status == 200
    caller = "game" if key else "loopback"
    return within(gateway, lambda: gateway.manager.session_files.hash(SESSION, caller=caller))


def within(gateway: RunningGateway, do: Callable[[], Coroutine[object, object, T]]) -> T:
    """Await something in the gateway's own loop."""
    return asyncio.run_coroutine_threadsafe(do(), gateway.loop).result(START_S)


def files_with(home: Path, *needles: str) -> list[str]:
    """Files of SEGUE_HOME that hold one of these, in text or as bytes of a hash."""
    wanted = [needle.encode() for needle in needles]
    wanted += [bytes.fromhex(needle) for needle in needles if len(needle) == 64]
    return [
        path.name
        for path in home.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in wanted)
    ]


def test_nothing_leads_to_the_person_after_erasing_and_the_log_is_whole(gateway: RunningGateway, home: Path) -> None:
    """After `segue sessions erase` no file holds id, hash or words, while every incident stays and verifies."""
    session = talk(gateway)
    shown = gateway.ask(EXPORT, {"session_id": SESSION}).json
    assert shown["session"] == session
    kept, incidents = shown["kept"], shown["incidents"]
    assert isinstance(kept, dict)
    assert isinstance(incidents, list)
    assert {name: len(rows) for name, rows in kept.items() if name != "screenings"} == {
        "attempts": 1, "handoffs": 0, "incident_keys": 1, "incident_texts": 0, "sessions": 1, "turns": 2,
            "budget_accounts": 0, "budget_holds": 0,
    }  # fmt: skip
    assert len(incidents) >= 1
    assert files_with(home, session) != []

    told = gateway.ask(ERASE, {"session_id": SESSION}).json

    assert (told["session"], told["is_overwritten"]) == (session, True)
    assert isinstance(told["records"], int)
    assert told["records"] >= 5
    assert files_with(home, session, SESSION, WORDS, "canary") == []
    assert "is whole" in segue(home, "safety", "verify")
    assert gateway.ask(EXPORT, {"session": session}).json | {"session": ""} == {
        "session": "",
        "kept": {name: [] for name in kept},
        "waiting": [],
        "incidents": [],
        "incidents_waiting": [],
        "risk": None,
    }
    listed = json.loads(segue(home, "safety", "incidents", "--json"))["incidents"]
    assert {entry["incident"]["level"] for entry in listed} <= {"high", "imminent"}
    assert len(listed) == 2 * len(incidents), "the other person's incidents are there as well"


def test_a_level_that_is_asked_for_leaves_out_what_was_replaced_at_none(gateway: RunningGateway, home: Path) -> None:
    """Whoever asks for moderate gets moderate; who asks for no level sees all that was replaced."""
    for said in (WORDS, "The weather is fine."):  # in danger every turn has written words
        assert gateway.chat(said, headers=IN_DANGER).status == 200

    def levels(*level: str) -> set[object]:
        listed = json.loads(segue(home, "safety", "incidents", "--json", *level))["incidents"]
        return {entry["incident"]["level"] for entry in listed}

    until(lambda: len(levels()) > 1)
    assert levels() > levels("--level", "moderate")
    assert "none" in levels()


def test_an_erased_session_begins_anew_and_does_not_come_back_by_itself(gateway: RunningGateway, home: Path) -> None:
    """The gateway's memory was reached: its risk and turns are not known at the next turn, nor written again."""
    session = talk(gateway)
    gateway.ask(ERASE, {"session_id": SESSION})
    gateway.chat("Good evening.", headers={"x-segue-session": "a-third"})
    within(gateway, gateway.manager._sessions.writer.write)
    assert files_with(home, session) == []

    gateway.chat("Good evening.", headers=IN_DANGER)

    kept = gateway.ask(EXPORT, {"session_id": SESSION}).json["kept"]
    assert isinstance(kept, dict)
    assert [(row["turns"], row["risk_level"]) for row in kept["sessions"]] in ([(1, 0)], [])
    assert kept["incident_keys"] == []


def test_the_command_reaches_the_running_gateway_and_the_files(gateway: RunningGateway, home: Path) -> None:
    """`segue sessions` works beside a gateway, by id and caller or by hash, and says what it did."""
    key = made(gateway, "game")
    operator = made(gateway, "desk", CallerRole.OPERATOR)
    session = talk(gateway, key=key)
    keys = home / "operator.txt"
    keys.write_text(operator)
    at = ("--url", gateway.url, "--key-file", str(keys))

    shown = json.loads(segue(home, "sessions", "export", SESSION, "--caller", "game", *at))
    assert shown["session"] == session
    assert len(shown["kept"]["turns"]) == 2
    assert "Erased: " in segue(home, "sessions", "erase", "--hash", session, *at)

    assert files_with(home, session, SESSION) == []
    assert segue(home, "sessions", "erase", SESSION, "--caller", "nobody", *at, status=2) == ""


def test_the_command_erases_where_no_gateway_runs(home: Path) -> None:
    """The files alone are enough, and what an earlier run left is reached."""
    with serving(SETTINGS, home=home) as running:
        session = talk(running)
    assert files_with(home, session) == ["segue.db"]
    shown = json.loads(segue(home, "sessions", "export", SESSION, "--here"))
    assert shown["session"] == session
    assert len(shown["incidents"]) >= 1

    told = json.loads(segue(home, "sessions", "erase", SESSION, "--here", "--json"))

    assert (told["session"], told["is_overwritten"], told["records"] >= 5) == (session, True, True)
    assert files_with(home, session, SESSION) == []
    assert json.loads(segue(home, "safety", "verify", "--json"))["is_whole"] is True


def test_a_session_that_is_not_there_is_told_apart_from_one_that_was_erased(home: Path) -> None:
    """A wrong id, or another caller's, is no success: the commands say so, with what to try."""
    for words in (("export",), ("erase",), ("erase", "--json")):
        done = run(home, "sessions", words[0], "nosuch", "--here", *words[1:])
        assert done.returncode == 1
        assert "Nothing is kept of that session." in done.stderr
        assert "--caller" in done.stderr
    assert json.loads(run(home, "sessions", "export", "nosuch", "--here").stdout)["waiting"] == []


def test_what_replicas_share_of_an_erased_session_is_gone(home: Path, own_redis: RedisServer) -> None:
    """The shared cache forgets the session too."""
    cache = {"url": own_redis.url(), "deadline_s": 5.0}  # patient: what is shared is looked at, not how fast
    settings = settings_with(scripted(plain={"text": "Hello.", "in_auto": True}), cache=cache)
    with serving(settings, home=home) as running:
        session = talk(running)
        until(lambda: session.encode() in own_redis.say("KEYS", "*"))
        assert running.ask(ERASE, {"session": session}).status == 200
        assert session.encode() not in own_redis.say("KEYS", "*")


def test_clinicians_read_incidents_and_nobody_else(gateway: RunningGateway) -> None:
    """Who runs the machines does not need to know; a page begins behind a number and says where the next begins."""
    keys = {role: made(gateway, str(role), role) for role in CallerRole}
    clinician = {"authorization": f"Bearer {keys[CallerRole.CLINICIAN]}"}
    for n in range(3):
        gateway.chat(WORDS, headers={"authorization": f"Bearer {keys[CallerRole.CALLER]}", "x-segue-session": f"s{n}"})
    until(lambda: len(_entries(gateway, clinician)) >= 3)

    page = gateway.ask(f"{INCIDENTS}?limit=2&level=high&since=2026-01-01T00:00:00Z", headers=clinician).json
    assert page["next"] == 2
    rest = gateway.ask(f"{INCIDENTS}?after=2&limit=1000", headers=clinician).json
    assert rest["next"] is None

    for role in (CallerRole.CALLER, CallerRole.OPERATOR):
        assert gateway.ask(INCIDENTS, headers={"authorization": f"Bearer {keys[role]}"}).status == 403
    denied = gateway.ask(ERASE, {"session": "0" * 64}, headers={"authorization": f"Bearer {keys[CallerRole.CALLER]}"})
    assert denied.status == 403
    for role in (CallerRole.CLINICIAN, CallerRole.OPERATOR):
        headers = {"authorization": f"Bearer {keys[role]}"}
        assert gateway.ask(ERASE, {"session": "0" * 64}, headers=headers).json["records"] == 0
    assert gateway.ask("/v1/admin/health", headers=clinician).status == 403


def _entries(gateway: RunningGateway, headers: dict[str, str]) -> list[object]:
    found = gateway.ask(INCIDENTS, headers=headers).json["incidents"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("after=-1", "after"), ("after=x", "after"), ("limit=0", "limit"), ("limit=1001", "limit"),
        ("level=grave", "level"), ("since=yesterday", "since"), ("since=2026-01-01", "since"),
        ("limit=1&limit=2", "limit"), ("words=x", "words"),
    ],
)  # fmt: skip
def test_a_wrong_parameter_is_named(gateway: RunningGateway, query: str, param: str) -> None:
    """A misspelt filter is not taken for no filter."""
    clinician = {"authorization": f"Bearer {made(gateway, 'clinic', CallerRole.CLINICIAN)}"}
    refused = gateway.ask(f"{INCIDENTS}?{query}", headers=clinician)
    assert (refused.status, refused.error.param) == (422, param)


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        ({}, 422, "session_id"),
        ({"session_id": "a", "session": "0" * 64}, 422, "session_id"),
        ({"session": "0" * 63}, 422, "session"),
        ({"session_id": ""}, 422, "session_id"),
        ({"session_id": "a", "caller": "nobody"}, 400, "caller"),
        ({"sesion": "a"}, 422, "sesion"),
        (b"{", 400, None),
    ],
)
def test_a_session_that_is_not_named_well_is_not_guessed(
    gateway: RunningGateway, body: object, status: int, param: str | None
) -> None:
    """Erasing asks for exactly one session."""
    refused = gateway.ask(ERASE, body)
    assert (refused.status, refused.error.param) == (status, param)


def test_the_report_counts_and_says_that_nobody_signed_the_words(gateway: RunningGateway, home: Path) -> None:
    """Numbers by period, for people and for programs; unsigned words are said to be so."""
    talk(gateway)

    told = json.loads(segue(home, "safety", "report", "--json"))
    words = segue(home, "safety", "report", "--period", "all")

    assert (told["sessions"], told["referrals"], told["is_clinically_reviewed"]) == (2, 2, False)
    assert "turns that were told where to find help: 2" in words
    assert "not clinically reviewed" in words
    assert "canary" not in words
    assert told["waiting"] == 0
    (home / "incidents.pending").write_bytes(b"a line that waits\n" * 2)
    done = run(home, "safety", "report", "--json", "--period", f"{datetime.now(UTC).year + 1}-01-01")
    later = json.loads(done.stdout)
    assert (later["incidents"], later["waiting"]) == (0, 2)
    assert "2 more in" in done.stderr
    assert segue(home, "safety", "report", "--period", "soon", status=2) == ""


def test_verifying_a_log_that_was_changed_fails_and_names_the_entry(home: Path) -> None:
    """Exit status 1 and the entry, for people and for programs; an end that was written down must still be there."""
    import sqlite3
    from contextlib import closing

    with serving(SETTINGS, home=home) as running:
        talk(running)
    end = json.loads(segue(home, "safety", "verify", "--json"))["end"]
    assert "is whole" in segue(home, "safety", "verify", "--known", end)
    assert "Entry 1 was seen before" in segue(home, "safety", "verify", "--known", f"1:{'00' * 32}", status=1)
    assert segue(home, "safety", "verify", "--known", "x", status=2) == ""
    with closing(sqlite3.connect(home / "segue.db", isolation_level=None)) as database:
        database.execute("UPDATE incidents SET level = 0 WHERE number = 2")

    told = segue(home, "safety", "verify", status=1)

    assert "Entry 2 was changed" in told
    assert "TAMPERED" in told
    failed = json.loads(segue(home, "safety", "verify", "--json", status=1))
    assert (failed["is_whole"], failed["tamperings"][0]["number"]) == (False, 2)
