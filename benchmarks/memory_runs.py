"""One load after the other, each by a real worker whose context is then filled, and what the system says it took."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from segue.domain.models import ModelRef
from segue.machine.headers import read_shape
from segue.machine.needs import LoadPlan, ModelShape
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec

_START_S = 300.0
_ANSWER_S = 600.0
_ANSWER_TOKENS = 8
_SPARE_TOKENS = 64
"""Of the context, for the chat template and the answer."""
_WORD = "word "
"""One token in the tokenizers of all models here."""


@dataclass(frozen=True, slots=True)
class Combination:
    """A model in one form, and how it is loaded."""

    model: str
    kind: str
    """Its quantization; empty: as the model comes."""
    plan: LoadPlan

    @property
    def form(self) -> str:
        """The form of its weights in memory, for people."""
        return self.plan.quantization or self.kind or "as it comes"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one load took."""

    combination: Combination
    shape: ModelShape
    steady_bytes: int
    """VmRSS after an answer with the context filled (proc(5), status)."""
    peak_bytes: int
    """VmHWM: the most at any moment."""
    load_s: float
    filled_tokens: int
    """Of all contexts together, prompts and answers."""


def measure(combination: Combination, path: Path) -> Measured:
    """Load, fill, look. The worker is gone when this returns."""
    return asyncio.run(_measure(combination, path))


async def _measure(combination: Combination, path: Path) -> Measured:
    shape = await asyncio.to_thread(read_shape, path)
    spec = WorkerSpec(ModelRef("local", combination.model), path, combination.plan)
    async with WorkerProcess(spec, start_s=_START_S) as worker:
        filled = await _fill(worker, combination.plan)
        steady, peak = _memory(worker.pid)
        return Measured(combination, shape, steady, peak, worker.load_s, filled)


async def _fill(worker: WorkerProcess, plan: LoadPlan) -> int:
    headers = {"authorization": f"Bearer {worker.api_key}"}
    connector = aiohttp.UnixConnector(str(worker.socket_path))
    timeout = aiohttp.ClientTimeout(total=_ANSWER_S)
    async with (
        aiohttp.ClientSession(connector=connector, headers=headers, timeout=timeout) as session,
        asyncio.TaskGroup() as group,
    ):
        asked = [group.create_task(_ask(session, worker, number, plan)) for number in range(plan.parallel)]
    return sum(task.result() for task in asked)


async def _ask(session: aiohttp.ClientSession, worker: WorkerProcess, number: int, plan: LoadPlan) -> int:
    text = f"{number} {_WORD * (plan.context_tokens - _SPARE_TOKENS)}"
    body = {
        "model": worker.spec.model.name,
        "max_tokens": _ANSWER_TOKENS,
        "messages": [{"role": "user", "content": text}],
    }
    async with session.post("http://worker/v1/chat/completions", json=body) as response:
        told = await response.json()
        if response.status != 200:
            raise RuntimeError(f"{worker.spec.model}: status {response.status}: {str(told)[:300]}")
    return int(told["usage"]["total_tokens"])


def _memory(pid: int) -> tuple[int, int]:
    """Resident memory now and at its most, pages of mapped files included."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    sizes = {name: value for name, _, value in (line.partition(":") for line in lines)}
    return tuple(int(sizes[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[return-value]
