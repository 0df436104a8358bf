"""A worker on the demonstration model, and a plain client for it."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from segue.domain.models import ModelRef
from segue.machine.needs import LoadPlan
from segue.machine.weights import DEMONSTRATION
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec

START_S = 30.0


@pytest.fixture
def spec(demonstration_home: Path) -> WorkerSpec:
    """The demonstration model with room for 512 tokens an answer."""
    plan = LoadPlan("llama_cpp", context_tokens=512)
    return WorkerSpec(ModelRef("local", "smollm2"), DEMONSTRATION.path_in(demonstration_home), plan)


@pytest.fixture
async def worker(spec: WorkerSpec) -> AsyncIterator[WorkerProcess]:
    """A running worker."""
    async with WorkerProcess(spec, start_s=START_S) as running:
        yield running


@pytest.fixture
async def client(worker: WorkerProcess) -> AsyncIterator[aiohttp.ClientSession]:
    """A client of the worker that knows its key."""
    connector = aiohttp.UnixConnector(str(worker.socket_path))
    headers = {"Authorization": f"Bearer {worker.api_key}"}
    async with aiohttp.ClientSession("http://worker", connector=connector, headers=headers) as session:
        yield session
