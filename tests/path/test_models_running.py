"""`segue models ps|load|unload|pull` as a person uses them, against servers that run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from segue.catalog.managed import managed_model
from segue.config.load import load_settings
from segue.errors import RequestError
from tests.support.lm_studio import LmStudio
from tests.support.ollama import Model, Ollama
from tests.support.upstream import UpstreamThread

Run = Callable[..., subprocess.CompletedProcess[str]]
_FAR = "http://127.0.0.1:9"


@pytest.fixture(scope="module")
def ollama() -> Iterator[Ollama]:
    with UpstreamThread(Ollama) as server:
        server.models = {"tale": Model()}
        server.pulls["new:1b"] = [
            {"status": "pulling manifest"},
            {"status": "pulling aa", "digest": "aa", "total": 2_000_000, "completed": 2_000_000},
            {"status": "success"},
        ]
        yield server


@pytest.fixture(scope="module")
def lm_studio() -> Iterator[LmStudio]:
    with UpstreamThread(LmStudio) as server:
        yield server


@pytest.fixture
def settings(tmp_path: Path, ollama: Ollama, lm_studio: LmStudio) -> Path:
    written = {
        "providers": {
            "here": {
                "type": "ollama",
                "options": {"base_url": ollama.origin, "models": {"tale": {"context_tokens": 4096}}},
            },
            "studio": {"type": "lm_studio", "options": {"base_url": lm_studio.origin, "models": {"well": None}}},
            "gone": {"type": "ollama", "options": {"base_url": _FAR}},
            "files": {"type": "local"},
            "far": {"type": "openai_compatible", "options": {"base_url": f"{_FAR}/v1", "models": {"big": None}}},
        }
    }
    file = tmp_path / "segue.yaml"
    file.write_text(json.dumps(written), encoding="utf-8")
    return file


@pytest.fixture
def segue(settings: Path) -> Run:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "segue.cli", "models", *words],
            capture_output=True,
            text=True,
            timeout=150,
            cwd=settings.parent,
            env={**os.environ, "SEGUE_HOME": str(settings.parent / "home")},
            check=False,
        )

    return run


def test_models_are_loaded_seen_and_unloaded(segue: Run, ollama: Ollama) -> None:
    """What is brought into memory stands in the list with its context, and can be taken away again."""
    loaded = segue("load", "here:tale")
    seen = segue("ps")
    unloaded = json.loads(segue("unload", "here:tale", "--json").stdout)

    assert loaded.stdout == "here:tale is in memory, with a context of 4,096 tokens.\n"
    assert seen.returncode == 0
    assert seen.stdout.splitlines()[1].split() == [
        *("here:tale", "2.0", "GB", "1.0", "GB", "4,096"),
        *("-", "-", "-", "-"),
    ]
    assert "gone: No connection to http://127.0.0.1:9" in seen.stderr
    assert unloaded == {"model": "here:tale", "unloaded": True}
    assert ollama.held == {}


def test_what_is_in_memory_is_told_to_programs(segue: Run, lm_studio: LmStudio) -> None:
    """With --json every server's models, and who could not be asked."""
    lm_studio.held["well"] = 8192
    told = json.loads(segue("ps", "--json").stdout)

    assert told["models"] == [
        {
            "model": "studio:well",
            "size_bytes": 241_410_208,
            "gpu_bytes": None,
            "context_tokens": 8192,
            "answers": None,
            "waiting": None,
            "idle_s": None,
            "until": None,
        }
    ]
    assert [one["provider"] for one in told["unreachable"]] == ["gone"]


def test_model_is_fetched_with_its_progress(segue: Run, ollama: Ollama) -> None:
    """Fetching says what it does, and at the end that the model is there."""
    fetched = segue("pull", "here:new:1b")

    assert (fetched.returncode, fetched.stdout) == (0, "here:new:1b is there.\n")
    assert "Fetching here:new:1b" in fetched.stderr
    assert "new:1b" in ollama.models


def test_model_that_cannot_be_fetched_is_an_error(segue: Run) -> None:
    """A wrong name ends with status 1, also for programs."""
    failed = segue("pull", "here:nowhere", "--json")

    assert (failed.returncode, json.loads(failed.stdout)["error"]["code"]) == (1, "provider_fault")


@pytest.mark.parametrize(
    ("model", "why"),
    [
        ("files:smollm2", "'files' (local) holds its models in the process that asks them"),
        ("far:big", "'far' (openai_compatible) cannot be told"),
        ("nobody:big", "No provider is named 'nobody'"),
    ],
)
def test_provider_that_cannot_be_told_says_so(settings: Path, model: str, why: str) -> None:
    """Where nothing can be loaded or fetched, the error says who can."""
    with pytest.raises(RequestError, match=re.escape(why)) as caught:
        managed_model(load_settings(settings), model)

    assert caught.value.hint == "Those that can: gone, here, studio."
