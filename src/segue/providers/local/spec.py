"""What a worker shall serve, and why it did not start."""

from __future__ import annotations

import errno
import os
import re
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from segue.errors import ModelGone, Overloaded, ProviderError, ProviderFault
from segue.machine.limits import process_limits
from segue.machine.needs import Backend, LoadPlan

if TYPE_CHECKING:
    from segue.domain.models import ModelRef


@dataclass(frozen=True, slots=True)
class Runtime:
    """What a backend needs to be installed."""

    name: str
    module: str
    extra: str
    """Of Segue's, that brings it."""

    @property
    def advice(self) -> str:
        """What to do where it is not there."""
        return f"{self.name} is not installed: pip install 'segue[{self.extra}]'."


RUNTIMES: Final[Mapping[Backend, Runtime]] = {
    "llama_cpp": Runtime("llama.cpp", "xllamacpp", "gguf"),
    "transformers": Runtime("transformers", "transformers", "local"),
}
_NO_MEMORY = (
    *("failed to allocate", "bad_alloc", "out of memory", "cannot allocate memory"),
    *("can't allocate memory", "memoryerror", "failed to map segment", "resource temporarily unavailable"),
)
"""What llama.cpp, the C++ runtime, torch, Python, the loader and the system say when memory is short, in lower case."""
_NO_ROOM = frozenset({errno.ENOMEM, errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT})
"""What the system says while it has no room for a process and its files: it passes."""
_LOG_PREFIX = re.compile(r"^[\d.]+ E +\S+ +")
"""Time, level and place before each error in llama.cpp's log."""
_BY_SOMEBODY = "somebody killed it (SIGKILL), and the kernel counts no lack of memory"
_SHOWN_LINES = 2
_SHOWN_CHARS = 200


_PLAN = LoadPlan("llama_cpp", context_tokens=4096)


@dataclass(frozen=True, slots=True)
class WorkerSpec:
    """What a worker shall serve."""

    model: ModelRef
    """How errors name it; its `name` is also the model's name in requests to the worker."""
    path: Path
    """A GGUF file for llama.cpp, a folder with safetensors for transformers."""
    plan: LoadPlan = _PLAN
    """More than one thread loses a factor of 10 to 40 on a busy machine: llama.cpp's threads wait for each other
    spinning."""
    trusts_code: bool = False
    """Whether transformers may run Python files of the model's author."""
    trusts_pickle: bool = False
    """Whether transformers may read weights that are pickle files: reading them can run anything."""

    @property
    def backend(self) -> Backend:
        """Whose program serves it."""
        return self.plan.backend


def says_no_memory(log: str) -> bool:
    """Whether a worker's own words say that memory ran out."""
    said = log.lower()
    return any(sign in said for sign in _NO_MEMORY)


def size_bytes(spec: WorkerSpec) -> int:
    """All files of weights. Raises OSError where they cannot be looked at."""
    if spec.backend == "llama_cpp":
        return spec.path.stat().st_size
    return sum(file.stat().st_size for pattern in ("*.safetensors", "*.bin") for file in spec.path.glob(pattern))


def no_file(spec: WorkerSpec) -> ModelGone:
    """The error for weights that are not where they should be."""
    what = "folder" if spec.backend == "transformers" else "file"
    return ModelGone(
        f"There is no {what} {spec.path}.", model=spec.model, hint="Check its `path`, or fetch the weights."
    )


def too_slow(spec: WorkerSpec, start_s: float) -> Overloaded:
    """The error for a worker that was not ready in time."""
    hint = "The machine is busy or the model too large for it: raise `start_s`, or choose a smaller model."
    return Overloaded(f"Its worker was not ready after {start_s:g} s.", model=spec.model, hint=hint)


def hung_load(spec: WorkerSpec, still_s: float) -> Overloaded:
    """The error for a worker that did nothing while it loaded, and was ended for that."""
    message = f"Its worker hung while it loaded: it did nothing for {still_s:.0f} s and was ended."
    hint = "Was it stopped, or does the disk of its weights not answer? The next question loads it again; see `hang_s`."
    return Overloaded(message, model=spec.model, hint=hint)


def no_process(spec: WorkerSpec, error: OSError) -> ProviderError:
    """The error for a system that does not let a worker start."""
    is_unnamed = error.errno is not None and error.errno < 0  # uvloop, where it gets no pipe for a process
    reason = os.strerror(error.errno) if error.errno and not is_unnamed else type(error).__name__
    if is_unnamed:
        reason = "it gives no process, or no pipe to one"
    message = f"The system starts no worker for {spec.path.name}: {reason}."
    if is_unnamed or error.errno in _NO_ROOM:
        hint = "Free memory, disk, or open files (`ulimit -n`), or load fewer models at once."
        return Overloaded(message, model=spec.model, hint=hint)
    hint = f"See that this user may read {spec.path}, run {sys.executable}, and write to the temporary folder (TMPDIR)."
    return ProviderFault(message, model=spec.model, hint=hint)


def no_report(spec: WorkerSpec) -> ProviderFault:
    """The error for a worker that says something else than where it listens."""
    hint = f"Is {sys.executable} the Python that Segue is installed for?"
    return ProviderFault("Its worker did not say where it listens.", model=spec.model, hint=hint)


def why_it_ended(
    exit_code: int, *, ran_out_of_memory: bool, hung_s: float | None, memory_limit_bytes: int | None
) -> tuple[str, str]:
    """Why a worker ended that had been ready, and what to do about it."""
    if hung_s is not None:
        message = f"The process that held it hung for {hung_s:g} s and was ended."
        return (
            message,
            "It is started again for the next question. On a machine that swaps, load fewer or smaller models.",
        )
    message = f"The process that held it ended (exit code {exit_code})."
    if not ran_out_of_memory:
        if exit_code == -signal.SIGKILL:
            message = f"{message[:-1]}: {_BY_SOMEBODY}."
        return message, "It is started again for the next question; if it goes on, report it with these words."
    hint = _need_less(memory_limit_bytes)
    return f"{message} In all likelihood there was not enough memory.", hint


def did_not_start(
    spec: WorkerSpec,
    *,
    code: str,
    detail: str,
    log: str,
    exit_code: int,
    ran_out_of_memory: bool = False,
    memory_limit_bytes: int | None = None,
) -> ProviderError:
    """The error for a worker that ended before it was ready.

    `code` and `detail` are its own report (empty when it could not make one), `log` the end of its standard error
    without the key, `exit_code` negative for a signal; `ran_out_of_memory`: the system ended it for that.
    """
    said, runtime = _told_by(log), RUNTIMES[spec.backend]
    if code == "runtime_missing":
        message = f"{runtime.name} is not installed for {sys.executable} ({detail})."
        return ModelGone(message, model=spec.model, hint=f"Install it: pip install 'segue[{runtime.extra}]'.")
    if code == "refused":
        message, _, hint = detail.partition("\n")
        return ModelGone(message, model=spec.model, hint=hint)
    if ran_out_of_memory or says_no_memory(log):
        message = f"There is not enough memory for {spec.path.name}. {said}".rstrip()
        return Overloaded(message, model=spec.model, hint=_need_less(memory_limit_bytes))
    if exit_code == -signal.SIGKILL:
        message = f"Its worker was ended while it loaded: {_BY_SOMEBODY}."
        return Overloaded(message, model=spec.model, hint="The next question loads it again.")
    if code == "load_failed":
        hint = (
            f"It is damaged, incomplete, or newer than this {runtime.name}: fetch it again, "
            f"or update with pip install -U 'segue[{runtime.extra}]'."
        )
        return ModelGone(f"{runtime.name} cannot load {spec.path}. {said}".rstrip(), model=spec.model, hint=hint)
    message = f"Its worker ended with {exit_code} before it was ready. {said}".rstrip()
    hint = f"Update {runtime.name}: pip install -U 'segue[{runtime.extra}]'; if it goes on, report it with these words."
    return ProviderFault(message, model=spec.model, hint=hint)


def _need_less(memory_limit_bytes: int | None) -> str:
    """What to do where memory ran out: by the narrowest limit of those that each process has."""
    hint = "Lower `context_tokens` or `parallel`, free memory, or choose a smaller model."
    limits = [(limit.total_bytes, f"Its limit is that of `{limit.source}`") for limit in process_limits()]
    if memory_limit_bytes is not None:
        limits.append((memory_limit_bytes, "Its own limit is `memory_limit_bytes`"))
    if not limits:
        return hint
    limit_bytes, who = min(limits)
    raised = "" if "memory" in who else ": raise it where Segue is started"
    return f"{hint} {who}, {limit_bytes / 1e6:.0f} MB{raised}."


def _told_by(log: str) -> str:
    """The lines that say why, first cause first: short, and without control characters."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    errors = list(dict.fromkeys(_LOG_PREFIX.sub("", line) for line in lines if _LOG_PREFIX.match(line)))
    told = errors[:_SHOWN_LINES] or lines[-_SHOWN_LINES:]
    text = "; ".join(line[:_SHOWN_CHARS] for line in told)
    return "".join(char for char in text if char.isprintable())
