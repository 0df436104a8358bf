"""The catalogue as operators use it: what changed, by command and over HTTP."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.domain.callers import CallerRole
from tests.support.gateway import scripted, serving, settings_with
from tests.support.openrouter import OpenRouter
from tests.support.upstream import UpstreamThread

MODEL = "deepseek/deepseek-v4-flash"

Segue = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def refreshed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the list was fetched by command: one model is gone, and the configured one costs twice."""
    work = tmp_path_factory.mktemp("catalogue")
    with UpstreamThread(OpenRouter) as server:
        server.models = server.models[1:]
        pricing = next(one for one in server.models if one["id"] == MODEL)["pricing"]
        pricing["prompt"] = str(float(pricing["prompt"]) * 2)
        (work / "segue.yaml").write_text(
            "providers:\n  openrouter:\n    type: openrouter\n"
            f"    options: {{base_url: '{server.base_url}', models: {{{MODEL}: }}}}\n"
        )
        done = segue(work, "models", "refresh")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "What changed: segue models changes" in done.stdout
    return work


def segue(work: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "segue.cli", *words]
    env = {"SEGUE_HOME": str(work / "home"), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, timeout=50, cwd=work, check=False, env=env)


def test_what_changed_is_told_by_command(refreshed: Path) -> None:
    """Each model with what it was and what it is; of those in use alone on request. Covers R6.1."""
    told = json.loads(segue(refreshed, "models", "changes", "--json", "--since", "1h").stdout)["changes"]
    shown = segue(refreshed, "models", "changes", "--in-use").stdout

    assert [one["is_grave"] for one in told] == [True, True]
    (dearer,) = (one for one in told if one["model"] == f"openrouter:{MODEL}")
    assert (dearer["changes"][0]["kind"], dearer["changes"][0]["percent"]) == ("price_up", 100.0)
    assert f"openrouter:{MODEL}" in shown
    assert "price up (input): $" in shown
    assert "1 models changed: 1 price up." in shown


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--since", "soon"), 2, "Write a day as"),
        (("--since", "2999-01-01"), 0, "Nothing is noted"),
        (("--provider", "groq"), 0, "Nothing is noted"),
    ],
)
def test_a_wrong_moment_is_told_and_nothing_is_no_error(
    refreshed: Path, words: tuple[str, ...], status: int, says: str
) -> None:
    """What is no moment is refused with the forms that are; where nothing changed, it says when that is noted."""
    done = segue(refreshed, "models", "changes", *words)
    assert (done.returncode, says in f"{done.stdout}{done.stderr}") == (status, True)


def test_what_changed_is_told_to_operators_over_http(refreshed: Path) -> None:
    """Callers are refused; operators get the same as by command, with what is in use. Covers R6.1."""
    given = settings_with(scripted(plain={"text": "Hello."}))
    moment = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    with serving(given, home=refreshed / "home") as gateway:
        keys = {role: gateway.make_caller(role, role) for role in (CallerRole.CALLER, CallerRole.OPERATOR)}
        caller, operator = ({"authorization": f"Bearer {key}"} for key in keys.values())
        path = "/v1/catalogue/changes"
        refused = gateway.ask(path, headers=caller)
        told = gateway.ask(f"{path}?provider=openrouter", headers=operator).json
        later = gateway.ask(f"{path}?since={moment}", headers=operator).json
        wrong = [gateway.ask(f"{path}?{query}", headers=operator) for query in ("since=2026-01-01", "sort=price")]

    assert refused.status == 403
    assert (told["found"], later) == (2, {"found": 0, "changes": []})
    changes = told["changes"]
    assert isinstance(changes, list)
    assert [one["is_in_use"] for one in changes] == [False, False]
    assert [(answer.status, answer.error.param) for answer in wrong] == [(422, "since"), (422, "sort")]
