"""Memory that a load takes, told from a model's headers before a byte of its weights is read. Pure.

Buffers are reckoned as the backends themselves reckon them; what cannot be is a handful of constants, fitted to real
workers by `benchmarks/memory.py`, which also judges the whole: each on models that it was not fitted on.
"""

from __future__ import annotations

import platform
from dataclasses import dataclass, field
from typing import Final

from segue.machine import prediction_llama_cpp as llama_cpp
from segue.machine import prediction_transformers as transformers
from segue.machine.needs import LoadPlan, ModelShape, Need
from segue.machine.prediction_llama_cpp import LlamaRuntime
from segue.machine.prediction_transformers import TorchRuntime

UPPER_SHARE: Final = 1.04
"""The bound over the predicted peak: the worst of benchmarks/memory.py, models held out in turn, stays within it."""
ROUGH_UPPER_SHARE: Final = 1.12
"""The same for a kind of model that nobody measured: as far off as those were that were not thought of, once they were
measured (eleven of twelve kinds with states, experts or attention of their own)."""
MEASURED_BY_LLAMA_CPP: Final = frozenset(
    {
        *("bloom", "command-r", "deepseek2", "exaone4", "falcon-h1", "gemma3", "gpt-oss", "gpt2", "granite"),
        *("jamba", "lfm2", "llama", "mamba", "mamba2", "olmo2", "olmoe", "phi2", "phi3", "qwen2", "qwen3"),
        *("qwen3moe", "rwkv6", "rwkv7", "stablelm", "starcoder2"),
    }
)
MEASURED_BY_TRANSFORMERS: Final = frozenset(
    {
        *("bloom", "cohere", "exaone4", "falcon", "falcon_h1", "gemma2", "gemma3", "gemma3_text", "gemma3n_text"),
        *("gpt2", "gpt_neox", "gpt_oss", "granite", "granitemoehybrid", "jamba", "lfm2", "llama", "mistral", "mixtral"),
        *("mpt", "nemotron", "olmo2", "olmoe", "opt", "phi", "phi3", "qwen2", "qwen3", "qwen3_moe", "qwen3_next"),
        *("starcoder2"),
    }
)
"""Kinds of which real loads were compared with what is told here."""
UPPER_BYTES: Final = 8 * 2**20
"""And a fixed part, for what differs from machine to machine in a process of any size."""
DRIVER_BYTES: Final = 350 * 2**20
"""Taken on a GPU by the driver's context and its kernels. Not measured here: a usual figure for CUDA."""


@dataclass(frozen=True, slots=True)
class Runtimes:
    """The fitted constants of both backends."""

    llama_cpp: LlamaRuntime = field(default_factory=LlamaRuntime)
    transformers: TorchRuntime = field(default_factory=TorchRuntime)


_MEASURED: Final = Runtimes()


def predict(shape: ModelShape, plan: LoadPlan, *, runtimes: Runtimes = _MEASURED, processor: str | None = None) -> Need:
    """What a load takes: its parts, the steady state, the peak, and a bound for the peak.

    `processor`: as `platform.machine()` names it; None: this one's. llama.cpp keeps other copies on other processors.
    """
    family = "arm" if (processor or platform.machine()).lower().startswith(("arm", "aarch")) else "x86"
    if plan.backend == "llama_cpp":
        return _llama_cpp(shape, plan, runtimes.llama_cpp, family)
    return _transformers(shape, plan, runtimes.transformers)


def _llama_cpp(shape: ModelShape, plan: LoadPlan, runtime: LlamaRuntime, family: str) -> Need:
    share = min(1.0, (plan.gpu_layers or 0) / shape.layers) if shape.layers else 0.0
    weights, cache = llama_cpp.weights_bytes(shape, plan, family), llama_cpp.cache_bytes(shape, plan)
    working = llama_cpp.working_bytes(shape, plan)
    loading, kept_bytes = llama_cpp.load_bytes(shape, plan, family)
    moved = round((shape.weight_bytes - shape.embedding_bytes) * share)
    moved_cache = round(cache * share)
    gpu_bytes = moved + moved_cache + working + DRIVER_BYTES if share else 0
    here = round(weights - llama_cpp.repacked_bytes(shape, family) * share) if plan.maps_file else weights - moved
    need = Need(
        steady_bytes=0,
        peak_bytes=0,
        upper_bytes=0,
        weights_bytes=max(0, here),
        cache_bytes=cache - moved_cache,
        working_bytes=working + kept_bytes,
        runtime_bytes=runtime.runtime_bytes(shape),
        gpu_bytes=gpu_bytes,
    )
    return _summed(
        need,
        loading - need.cache_bytes,
        UPPER_SHARE if shape.architecture in MEASURED_BY_LLAMA_CPP else ROUGH_UPPER_SHARE,
    )


def _transformers(shape: ModelShape, plan: LoadPlan, runtime: TorchRuntime) -> Need:
    need = Need(
        steady_bytes=0,
        peak_bytes=0,
        upper_bytes=0,
        weights_bytes=transformers.weights_bytes(shape, plan) + shape.mask_bytes,
        cache_bytes=transformers.cache_bytes(shape, plan),
        working_bytes=transformers.working_bytes(shape, plan),
        runtime_bytes=runtime.runtime_bytes(shape, plan),
    )
    loading = transformers.load_bytes(shape, plan) - need.cache_bytes
    share = UPPER_SHARE if shape.architecture in MEASURED_BY_TRANSFORMERS else ROUGH_UPPER_SHARE
    untouched, reading = transformers.untouched_bytes(shape, plan), transformers.reading_bytes(shape, plan)
    return _summed(need, loading, share, untouched=untouched, reading=reading)


def _summed(parts: Need, only_while_loading: int, share: float, *, untouched: int = 0, reading: int = 0) -> Need:
    """The parts together. While a model is loaded there are no answers yet: working memory is not in use then.

    `share`: of the bound. `untouched`: what may be added yet by answers to come; the bound counts with it. `reading`:
    what only the reading of a prompt takes.
    """
    steady = parts.weights_bytes + parts.cache_bytes + parts.working_bytes + parts.runtime_bytes
    peak = max(steady + reading, steady - parts.working_bytes + only_while_loading)
    return Need(
        steady_bytes=steady,
        peak_bytes=peak,
        upper_bytes=round((peak + untouched) * share) + UPPER_BYTES,
        weights_bytes=parts.weights_bytes,
        cache_bytes=parts.cache_bytes,
        working_bytes=parts.working_bytes,
        runtime_bytes=parts.runtime_bytes,
        gpu_bytes=parts.gpu_bytes,
        is_rough=share > UPPER_SHARE,
    )
