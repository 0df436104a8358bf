"""Keys, roles and sessions over HTTP."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from segue.domain.callers import CallerRole
from segue.server.keys import REFRESH_S
from tests.support.gateway import START_S, Heard, RunningGateway, scripted, serving, settings_with, until

SETTINGS = settings_with(scripted(plain={"text": "Hello."}))


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[RunningGateway]:
    """A gateway with one model and no callers yet."""
    with serving(SETTINGS, home=tmp_path) as running:
        yield running


def bearer(key: str, **headers: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}", **headers}


def test_key_works_from_its_making_until_it_is_revoked(gateway: RunningGateway) -> None:
    """A key works at once and stops working within seconds of being taken back."""
    key = gateway.make_caller("game")
    until(lambda: gateway.chat(headers=bearer(key)).status == 200)
    revoking = gateway.manager.journal.revoke_caller("game", at=datetime.now(UTC))
    assert asyncio.run_coroutine_threadsafe(revoking, gateway.loop).result(START_S)
    until(lambda: gateway.chat(headers=bearer(key)).status == 401, within_s=REFRESH_S + 2)


def test_roles_open_what_is_theirs(gateway: RunningGateway) -> None:
    """Callers and the operator's own programs chat, operators see metrics as well, clinicians do neither."""
    keys = {role: gateway.make_caller(role, role) for role in CallerRole}
    until(lambda: gateway.ask("/v1/models", headers=bearer(keys[CallerRole.OPERATOR])).status == 200)
    seen = {
        role: (gateway.chat(headers=bearer(key)).status, gateway.ask("/metrics", headers=bearer(key)).status)
        for role, key in keys.items()
    }
    assert seen == {
        CallerRole.CALLER: (200, 403),
        CallerRole.INTERNAL: (200, 403),
        CallerRole.OPERATOR: (200, 200),
        CallerRole.CLINICIAN: (403, 403),
    }


def sessions_of(home: Path, turns: list[Heard]) -> list[str | None]:
    """The session (keyed hash) that each turn belongs to, as the store has it after the gateway ended."""
    with closing(sqlite3.connect(home / "segue.db")) as store:
        kept = dict(store.execute("SELECT turn_id, session FROM turns").fetchall())
    return [kept[turn.headers["x-segue-turn"]] for turn in turns]


def test_ids_that_many_share_are_no_sessions(tmp_path: Path) -> None:
    """Two people with the same user, safety_identifier and prompt_cache_key never share a session."""
    shared: dict[str, Any] = {"user": "u", "safety_identifier": "s", "prompt_cache_key": "p"}
    with serving(SETTINGS, home=tmp_path) as gateway:
        without = [gateway.chat(**shared), gateway.chat(**shared)]
        apart = [gateway.chat(headers={"x-segue-session": who}, **shared) for who in ("anna", "ben")]
    assert sessions_of(tmp_path, without) == [None, None]
    assert len(set(sessions_of(tmp_path, apart))) == 2


def test_one_session_id_under_two_keys_is_two_sessions(tmp_path: Path) -> None:
    """A caller's session ids are its own; neither the id nor the key is kept."""
    with serving(SETTINGS, home=tmp_path) as gateway:
        one, two = gateway.make_caller("one"), gateway.make_caller("two")
        until(lambda: gateway.ask("/v1/models", headers=bearer(two)).status == 200)
        turns = [
            gateway.chat(headers=bearer(one, **{"x-segue-session": "same-id"})),
            gateway.chat(headers=bearer(one), metadata={"session_id": "same-id"}),
            gateway.chat(headers=bearer(two, **{"x-segue-session": "same-id"})),
        ]
    first, again, other = sessions_of(tmp_path, turns)
    assert (first == again, first == other, first is None) == (True, False, False)
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert not [word for word in (b"same-id", one.encode(), two.encode()) if word in kept]


def test_session_id_is_the_same_in_header_and_body(tmp_path: Path) -> None:
    """A session id that is not ASCII is one session, however it is given."""
    with serving(SETTINGS, home=tmp_path) as gateway:
        as_sent = "\u017bofia".encode().decode("latin-1")  # http.client sends headers as Latin-1
        turns = [
            gateway.chat(headers={"x-segue-session": as_sent}),
            gateway.chat(metadata={"session_id": "\u017bofia"}),
        ]
    first, again = sessions_of(tmp_path, turns)
    assert first is not None
    assert first == again
