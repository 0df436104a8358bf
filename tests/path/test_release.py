"""A clinician ends the safety protocol of a session: who may, what follows, and what is known of it afterwards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from segue.domain.callers import CallerRole
from tests.support.gateway import START_S, RunningGateway, scripted, serving, settings_with, until

RELEASE, EXPORT, INCIDENTS = "/v1/admin/sessions/release", "/v1/admin/sessions/export", "/v1/admin/incidents"
SAYS = "The river rose, and the ferry waited."
DANGER, CALM = "I want to kill myself tonight.", "Tell me about the ferry."
SESSION = {"session_id": "evening"}
SETTINGS = settings_with(scripted(plain={"text": SAYS, "in_auto": True}))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """SEGUE_HOME of the gateway and of the commands."""
    return tmp_path / "home"


@pytest.fixture
def gateway(home: Path) -> Iterator[RunningGateway]:
    """A gateway with one written model."""
    with serving(SETTINGS, home=home) as running:
        yield running


def key_of(gateway: RunningGateway, role: CallerRole) -> str:
    """A new key that the gateway knows already."""
    key = gateway.make_caller(f"the-{role}", role)
    until(lambda: gateway.ask("/v1/models", headers=bearer(key)).status != 401)
    return key


def bearer(key: str) -> Mapping[str, str]:
    return {"authorization": f"Bearer {key}"}


def said(gateway: RunningGateway, text: str) -> tuple[str, Mapping[str, object]]:
    """One turn of the session: the words of its answer, and `segue.safety`."""
    answer = gateway.chat(text, headers={"x-segue-session": SESSION["session_id"]}).json
    choices, told = answer["choices"], answer["segue"]
    assert isinstance(choices, list)
    assert isinstance(told, dict)
    return choices[0]["message"]["content"], told["safety"]


def command(home: Path, *words: str, status: int = 0) -> str:
    """`segue sessions release` on the same files, run to its end; its standard output, or the error."""
    done = subprocess.run(
        [sys.executable, "-m", "segue.cli", "sessions", "release", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=START_S,
        env={**os.environ, "SEGUE_HOME": str(home)},
    )
    assert done.returncode == status, done.stderr
    return done.stderr if status else done.stdout


def test_only_a_clinician_ends_the_protocol_and_a_model_answers_again(gateway: RunningGateway) -> None:
    """Callers, operators and whoever has no key are refused, and nothing changes; after a clinician's word the next
    turn is followed up by a model, and a danger that is heard then latches again."""
    assert said(gateway, DANGER)[1]["stage"] == "safety"
    keys = {role: key_of(gateway, role) for role in CallerRole}
    for headers in ({}, bearer(keys[CallerRole.CALLER]), bearer(keys[CallerRole.OPERATOR])):
        assert gateway.ask(RELEASE, SESSION, headers=headers).status == 403
    words, safety = said(gateway, CALM)
    assert SAYS not in words
    assert safety["stage"] == "safety"

    told = gateway.ask(RELEASE, SESSION, headers=bearer(keys[CallerRole.CLINICIAN])).json

    assert (told["before"], told["after"], told["is_released"]) == ("safety", "follow_up", True)
    words, safety = said(gateway, CALM)
    assert words.startswith(SAYS)
    assert safety["stage"] == "follow_up"
    words, safety = said(gateway, DANGER)
    assert SAYS not in words
    assert safety["stage"] == "safety"
    assert isinstance(safety["measures"], list)
    assert "hand_over" in safety["measures"]


def test_a_release_outlives_a_restart_and_is_found_later(home: Path) -> None:
    """The next process goes on where the clinician left it; export and log of incidents say when, and who it was."""
    with serving(SETTINGS, home=home) as gateway:
        said(gateway, DANGER)
        clinician = key_of(gateway, CallerRole.CLINICIAN)
        assert gateway.ask(RELEASE, SESSION, headers=bearer(clinician)).json["is_released"] is True
    with serving(SETTINGS, home=home) as gateway:
        assert said(gateway, CALM)[0].startswith(SAYS)
        until(lambda: gateway.ask(INCIDENTS, headers=bearer(clinician)).status == 200)
        entries = gateway.ask(INCIDENTS, headers=bearer(clinician)).json["incidents"]
        risk = gateway.ask(EXPORT, SESSION, headers=bearer(clinician)).json["risk"]
    assert isinstance(entries, list)
    found = [entry["incident"] for entry in entries]
    (release,) = [incident for incident in found if incident["direction"] == "release"]
    assert release["codes"] == ["released_by:id-the-clinician"]
    assert release["session"] == found[0]["session"], "it stands with what was found before"
    assert isinstance(risk, dict)
    assert (risk["stage"], risk["released_by"]) == ("follow_up", "id-the-clinician")
    assert risk["released_at"] is not None
    assert risk["highest"] in {"high", "imminent"}
    assert all(code.startswith("suicide:") for code in risk["disclosed"])


def test_a_session_outside_of_the_protocol_is_told_as_such(gateway: RunningGateway) -> None:
    """It is no error and changes nothing; one of which nothing is kept is, and says what to look at."""
    clinician = bearer(key_of(gateway, CallerRole.CLINICIAN))
    said(gateway, CALM)
    told = gateway.ask(RELEASE, SESSION, headers=clinician).json
    assert (told["before"], told["after"], told["is_released"]) == ("observe", "observe", False)
    unknown = gateway.ask(RELEASE, {"session": "0" * 64}, headers=clinician)
    assert (unknown.status, unknown.error.code, unknown.error.param) == (400, "invalid_request", "session")
    assert "segue sessions export" in str(unknown.error.segue["hint"])
    assert gateway.ask(INCIDENTS, headers=clinician).json["incidents"] == []


def test_the_command_asks_the_running_gateway(gateway: RunningGateway, home: Path) -> None:
    """With a clinician's key it releases, and says so; without one it is refused."""
    said(gateway, DANGER)
    keys = home / "clinician.txt"
    keys.write_text(key_of(gateway, CallerRole.CLINICIAN))
    at = ("--url", gateway.url)
    assert "needs the role clinician" in command(home, "evening", *at, status=2)
    assert (
        command(home, "evening", *at, "--key-file", str(keys)) == "Released: it was in safety, and is in follow_up.\n"
    )
    again = command(home, "evening", *at, "--key-file", str(keys))
    assert again == "It is in follow_up, outside of the safety protocol: nothing was changed.\n"
    assert said(gateway, CALM)[0].startswith(SAYS)


def test_the_command_releases_on_the_files_only_when_told_to(home: Path) -> None:
    """Without a gateway it does nothing unless --here says that none runs: one that does would not hear of it."""
    with serving(SETTINGS, home=home) as gateway:
        said(gateway, DANGER)
    nobody = gateway.url  # it has stopped
    assert "No gateway answers" in command(home, "evening", "--url", nobody, status=1)
    told = json.loads(command(home, "evening", "--here", "--json"))
    assert (told["before"], told["after"], told["is_released"]) == ("safety", "follow_up", True)
    assert "Nothing is kept of that session." in command(home, "morning", "--here", status=2)
    with serving(SETTINGS, home=home) as gateway:
        assert said(gateway, CALM)[0].startswith(SAYS)
        risk = gateway.ask(EXPORT, SESSION).json["risk"]
        assert isinstance(risk, dict)
        assert risk["released_by"] == "loopback"
