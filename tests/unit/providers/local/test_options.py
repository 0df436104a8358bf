"""How a model's settings become the way in which llama.cpp loads it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import aiohttp
import psutil
import pytest
from pydantic import ValidationError

from segue.machine.needs import LoadPlan
from segue.providers.local.options import LocalModel
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec


def test_settings_are_the_plan_of_the_load(tmp_path: Path) -> None:
    """What is written of a model is what it is loaded with."""
    written = {"context_tokens": 1024, "parallel": 2, "cache_type": "q8_0", "maps_file": False, "gpu_layers": 3}
    model = LocalModel.model_validate({"path": str(tmp_path / "m.gguf"), **written})
    planned = LoadPlan("llama_cpp", 1024, parallel=2, cache_type="q8_0", maps_file=False, gpu_layers=3)
    assert model.plan(model.backend_for(tmp_path / "m.gguf")) == planned


def test_empty_path_is_none(tmp_path: Path) -> None:
    """It would be the folder that Segue runs in, and be found out by a load alone."""
    with pytest.raises(ValidationError, match="it is empty: name a GGUF file"):
        LocalModel.model_validate({"path": ""})
    assert LocalModel.model_validate({"path": "."}).path == Path()


def test_folder_is_served_by_transformers_and_a_file_by_llama_cpp(tmp_path: Path) -> None:
    """Where nothing is said, what the weights are decides; a name decides over that."""
    model = LocalModel.model_validate({"path": str(tmp_path)})
    named = LocalModel.model_validate({"path": str(tmp_path), "backend": "llama_cpp"})
    assert model.backend_for(tmp_path) == "transformers"
    assert model.backend_for(tmp_path / "m.gguf") == "llama_cpp"
    assert named.backend_for(tmp_path) == "llama_cpp"


@pytest.mark.gguf
async def test_smaller_cache_and_file_that_is_read_hold_in_the_worker(spec: WorkerSpec) -> None:
    """With `q4_0` and without mapping the file, the worker answers, and has not mapped it."""
    plan = replace(spec.plan, cache_type="q4_0", maps_file=False)
    async with (
        WorkerProcess(replace(spec, plan=plan), start_s=30) as worker,
        aiohttp.ClientSession("http://worker", connector=aiohttp.UnixConnector(str(worker.socket_path))) as client,
    ):
        hello = {"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 2}
        headers = {"Authorization": f"Bearer {worker.api_key}"}
        async with client.post("/v1/chat/completions", json=hello, headers=headers) as answer:
            await answer.read()
        mapped = {one.path for one in psutil.Process(worker.pid).memory_maps()}
    assert answer.status == 200
    assert str(spec.path) not in mapped
