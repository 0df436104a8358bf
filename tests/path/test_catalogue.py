"""The catalogue as operators use it: what changed, by command and over HTTP."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from segue.domain.callers import CallerRole
from tests.support.gateway import scripted, serving, settings_with, until
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
            "safety: {classifier: off}\nproviders:\n  openrouter:\n    type: openrouter\n"
            f"    options: {{base_url: '{server.base_url}', models: {{{MODEL}: , x-ai/grok-4: , maker/gone: }}}}\n"
            "  openai: {type: openai_compatible, options: {host: openai, models: {gpt-4: , gpt-4o-mini: }}}\n"
        )
        done = segue(work, "models", "refresh")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "What changed: segue models changes" in done.stdout
    return work


def segue(work: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "segue.cli", *words]
    env = {"SEGUE_HOME": str(work / "home"), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, timeout=150, cwd=work, check=False, env=env)


def facts(work: Path, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(segue(work, *words, "--json").stdout)
    return found


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


def test_a_wrong_moment_is_told_and_nothing_is_no_error(refreshed: Path) -> None:
    """What is no moment is refused with the forms that are; where nothing changed, it says when that is noted."""
    wrong = segue(refreshed, "models", "changes", "--since", "soon")
    nothing = segue(refreshed, "models", "changes", "--provider", "groq")

    assert (wrong.returncode, "Write a day as 2026-11-01" in wrong.stderr) == (2, True)
    assert (nothing.returncode, "Nothing is noted" in nothing.stdout) == (0, True)


def test_operators_are_told_the_same_over_http(refreshed: Path) -> None:
    """Callers are refused; operators get what changed, what ends and where a model can be had. Covers R6.1, R6.4."""
    given = settings_with(scripted(plain={"text": "Hello."}))
    moment = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    changes, ends, places = (f"/v1/catalogue/{name}" for name in ("changes", "deprecations", "places"))
    with serving(given, home=refreshed / "home") as gateway:
        keys = {role: gateway.make_caller(role, role) for role in (CallerRole.CALLER, CallerRole.OPERATOR)}
        caller, operator = ({"authorization": f"Bearer {key}"} for key in keys.values())
        for headers in (caller, operator):  # a new key is known within a moment
            until(lambda headers=headers: gateway.ask("/v1/models", headers=headers).status != 401)  # type: ignore[misc]

        def told(path: str) -> dict[str, Any]:
            return gateway.ask(path, headers=operator).json

        refused = {gateway.ask(f"{path}?model=a", headers=caller).status for path in (changes, ends, places)}
        found, later = told(f"{changes}?provider=openrouter"), told(f"{changes}?since={moment}")
        in_use, every = told(ends), told(f"{ends}?all=true")
        known = told(f"{places}?model=openai/gpt-4o-mini")
        wrong = [
            gateway.ask(path, headers=operator)
            for path in (f"{changes}?since=2026-01-01", f"{changes}?sort=price", f"{ends}?all=1", places)
        ]
        unknown = gateway.ask(f"{places}?model=openai/gpt-4o-minix", headers=operator)

    assert refused == {403}
    assert (found["found"], later) == (2, {"found": 0, "changes": []})
    assert [one["is_in_use"] for one in found["changes"]] == [False, False]
    assert (in_use["deprecations"], len(every["deprecations"]) > 8) == ([], True)
    assert known["name"] == "openai/gpt-4o-mini"
    assert [(answer.status, answer.error.param) for answer in wrong] == [
        (422, "since"), (422, "sort"), (422, "all"), (422, "model"),
    ]  # fmt: skip
    assert (unknown.status, b"Did you mean 'openai/gpt-4o-mini'?" in unknown.body) == (404, True)


def test_models_in_use_that_end_are_told_with_what_to_take(refreshed: Path) -> None:
    """By command, to the doctor's patient, and with the day, the source and the nearest that stays. Covers R6.4."""
    every = facts(refreshed, "models", "deprecations", "--all")
    told = {one["model"]: one for one in every["deprecations"] if one["is_in_use"]}
    doctor = segue(refreshed, "doctor").stdout

    assert (len(every["deprecations"]) > len(told), every["announced_as_of"]) == (True, "2026-08-18")
    assert told.keys() == {"openrouter:x-ai/grok-4", "openrouter:maker/gone", "openai:gpt-4"}
    grok = told["openrouter:x-ai/grok-4"]
    assert (grok["ends_on"], grok["is_over"], grok["source"]) == ("2026-05-15", True, "host_list")
    assert grok["instead"].startswith("openrouter:x-ai/grok-4")
    assert (told["openrouter:maker/gone"]["is_gone"], told["openai:gpt-4"]["source"]) == (True, "maker")
    assert "end of openrouter:x-ai/grok-4: ended 2026-05-15: its host's list says so" in doctor
    assert f"-> Take {grok['instead']} instead, once it is configured." in doctor
    assert "gone: its host does not list it any more" in doctor


def test_places_of_a_model_are_told_with_who_says_so(refreshed: Path) -> None:
    """One model at OpenAI and at OpenRouter, each price with its source. Covers R1.1."""
    (model,) = facts(refreshed, "models", "places", "openai:gpt-4o-mini")["models"]
    places = {place["model"]: place for place in model["places"]}

    assert (model["name"], model["is_sure"]) == ("openai/gpt-4o-mini", True)
    assert places.keys() == {"openai:gpt-4o-mini", "openrouter:openai/gpt-4o-mini"}
    assert places["openai:gpt-4o-mini"]["price"]["provenance"] == "shipped_list"
    assert places["openrouter:openai/gpt-4o-mini"]["price"]["provenance"] == "live_list"
    shown = segue(refreshed, "models", "places", "openai/gpt-4o-mini").stdout
    assert re.search(r"openai:gpt-4o-mini +missing +\$0.15 / \$0.6 \(shipped_list\) +128,000", shown)


def test_a_gateway_fetches_an_old_list_by_itself_and_warns_by_its_log(tmp_path: Path) -> None:
    """Seconds after its start, and its start does not wait for it. Covers R3.5, R6.1."""
    with UpstreamThread(OpenRouter) as server:
        server.models = [one for one in server.models if one["id"] != MODEL]
        (tmp_path / "segue.yaml").write_text(
            "safety: {classifier: off}\nproviders:\n  openrouter:\n    type: openrouter\n"
            f"    options: {{base_url: '{server.base_url}', models: {{{MODEL}: }}}}\n"
        )
        command = [sys.executable, "-m", "segue.cli", "serve", "--port", "0"]
        env = {"SEGUE_HOME": str(tmp_path / "home"), "PATH": "", "PYTHONPATH": ":".join(sys.path)}
        with subprocess.Popen(command, cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True) as process:
            try:
                assert process.stderr is not None
                said = next(line for line in process.stderr if "A model in use changed" in line)
            finally:
                process.kill()

    assert f"openrouter:{MODEL}: no longer in the list." in said
