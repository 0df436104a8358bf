"""What the configuration says of models on this machine: which files they are, and how they are served.

providers:
  local:
    type: local
    options:
      models:
        qwen: {path: ~/models/qwen2.5-1.5b-instruct-q4_k_m.gguf, context_tokens: 8192, capabilities: [tools]}
        mistral: {weights: mistral-7b-instruct-q4_k_m, pinned: true}
        talker: {path: ~/models/talker.gguf, default_max_tokens: 600, sampling: {repeat_penalty: 1.1}}
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from segue.machine.needs import Backend, LoadPlan
from segue.machine.stored_models import NAME_PATTERN
from segue.machine.weights import DEMONSTRATION
from segue.providers.local.defaults import AnswerDefaults, SamplingOptions
from segue.providers.local.keeping import Keeping
from segue.providers.model_options import ModelOptions, Part, Tokens

_DEMONSTRATION_CONTEXT_TOKENS = 8192
"""What SmolLM2-135M was trained for (`llama.context_length` in its file)."""
_DEMONSTRATION_MAX_TOKENS = 400
"""A model of this size that has lost its thread finds no end: without a limit it went on for thousands of tokens."""
_DEMONSTRATION_SAMPLING = SamplingOptions(repeat_penalty=1.15)
"""Tried on five questions: at 1.0, 41 % of a story's runs of four words had been said before, at 1.15 3 % at most over
three seeds; at 1.2 it repeats lists and its spelling breaks."""
_LEAST_LIMIT_BYTES = 20_000_000
"""Less than this no Python process takes: a limit below is a mistake in its unit."""
BATCH_TOKENS: Mapping[Backend, int] = {"llama_cpp": 64, "transformers": 512}
"""Tokens of a prompt that are read at once. llama.cpp looks only in between whether anybody still listens, and 64 are
read as fast as more; transformers looks between its layers, and reads 64 a quarter slower."""

_OF_ANOTHER: Mapping[Backend, frozenset[str]] = {
    "llama_cpp": frozenset({"quantization", "trust_pickle", "trust_remote_code"}),
    "transformers": frozenset({"cache_type", "gpu_layers", "maps_file", "parallel"}),
}
"""Settings that the other backend heeds."""


def _named(path: object) -> object:
    """A path that says something: an empty one would be the folder that Segue runs in."""
    if path == "":
        raise ValueError("it is empty: name a GGUF file or a folder of safetensors, or leave it out")
    return path


def _within_reach(path: Path) -> Path:
    """A path whose `~` is somebody's home."""
    try:
        path.expanduser()
    except RuntimeError as error:
        raise ValueError("nobody's home folder is meant by its `~`") from error
    return path


class LocalModel(ModelOptions):
    """One model on this machine, and how it is served."""

    path: Annotated[Path, BeforeValidator(_named), AfterValidator(_within_reach)] | None = None
    """A GGUF file, or a folder with safetensors for `transformers`; `~` is the home folder. Empty only for the built-in
    `smollm2`, or where `weights` says it."""
    weights: Annotated[str, Field(pattern=f"^{NAME_PATTERN.pattern}$")] | None = None
    """A model that `segue models pull` stored, by its name there, in place of a `path`."""
    backend: Literal["auto", "llama_cpp", "transformers"] = "auto"
    """Who serves it; `auto`: llama.cpp a file, transformers a folder."""
    context_tokens: Annotated[int, Field(ge=256)] = 4096
    """Most tokens of input and output together, of each answer under way; memory grows with it."""
    parallel: Annotated[int, Field(ge=1, le=64)] = 1
    """Answers at once; further ones wait. Memory grows with it. transformers gives one at a time."""
    threads: Annotated[int, Field(ge=1, le=256)] = 1
    """Processor threads. More than one pays off only while the machine has nothing else to do."""
    cache_type: Literal["f16", "q8_0", "q4_0"] = "f16"
    """How llama.cpp keeps what was read and said: `q8_0` takes half the memory of `f16`, `q4_0` a quarter; both lose a
    little of what was said."""
    maps_file: bool = True
    """Whether llama.cpp maps the file into memory; false: it reads it, so that the system cannot drop any of it."""
    gpu_layers: Annotated[int, Field(ge=0)] | None = None
    """Layers that llama.cpp puts on a GPU; 0: none. Empty: as llama.cpp chooses, which on a Mac is as many as fit."""
    pinned: bool = False
    """True: it is loaded at the start, stays in memory, and is loaded again after a death."""
    idle_unload_s: Annotated[float, Field(ge=0)] | None = None
    """How long it stays in memory after its last answer, in seconds; empty: as the provider says."""
    queue: Annotated[int, Field(ge=0, le=10_000)] = 32
    """Most answers that wait for it; further ones are refused at once, so that another model is asked."""
    memory_limit_bytes: Annotated[int, Field(ge=_LEAST_LIMIT_BYTES)] | None = None
    """Most memory of its own that its worker may take, mapped files aside (Linux). Empty: with llama.cpp on the
    processor twice what it is known to need and 1 GiB; else none."""
    quantization: Literal["none", "bfloat16", "float32", "int8", "nf4"] = "none"
    """What transformers makes of the weights while it loads them; `none`: as they are. `int8` needs torchao, `nf4`
    bitsandbytes. A GGUF file is what it is: choose another file."""
    trust_remote_code: bool = False
    """Whether transformers may run Python files that the model's author sends along, with all that you may do here."""
    trust_pickle: bool = False
    """Whether transformers may read weights that are pickle files, which can run anything when they are read."""
    default_max_tokens: Tokens | None = None
    """Most tokens of an answer where the request sets no limit; such an answer ends with the reason `length`. Empty:
    400 for the built-in `smollm2`, which otherwise rambles; none for others."""
    sampling: SamplingOptions = SamplingOptions()
    """How it samples where the request does not say."""

    def defaults(self) -> AnswerDefaults:
        """What it is asked with where the request says nothing."""
        sampling, max_tokens = self.sampling, self.default_max_tokens
        if self.is_built_in:
            said = sampling.model_dump(exclude_unset=True)
            sampling = _DEMONSTRATION_SAMPLING.model_copy(update=said)
            max_tokens = max_tokens if "default_max_tokens" in self.model_fields_set else _DEMONSTRATION_MAX_TOKENS
        return AnswerDefaults.of(sampling, max_tokens=max_tokens, max_output_tokens=self.max_output_tokens)

    @property
    def is_built_in(self) -> bool:
        """True: it is the demonstration model."""
        return self.path is None and self.weights is None

    def backend_for(self, path: Path) -> Backend:
        """Who serves it from there."""
        if self.backend != "auto":
            return self.backend
        return "transformers" if os.path.isdir(path) else "llama_cpp"  # noqa: PTH112 - Path's may raise

    def rules(self, options: LocalOptions, *, connect_s: float) -> Keeping:
        """How it is kept."""
        return Keeping(
            start_s=options.start_s,
            connect_s=connect_s,
            idle_unload_s=options.idle_unload_s if self.idle_unload_s is None else self.idle_unload_s,
            is_pinned=self.pinned,
            hang_s=options.hang_s,
            queue=self.queue,
            queue_s=options.queue_s,
            nice=options.nice,
            memory_limit_bytes=self.memory_limit_bytes,
        )

    def unheeded(self, backend: Backend) -> tuple[str, ...]:
        """Settings that are made for it, and that a backend does not heed."""
        made = self.model_fields_set & _OF_ANOTHER[backend]
        return tuple(sorted(name for name in made if getattr(self, name) != type(self).model_fields[name].default))

    def plan(self, backend: Backend) -> LoadPlan:
        """How it is loaded."""
        return LoadPlan(
            backend,
            self.context_tokens,
            parallel=1 if backend == "transformers" else self.parallel,
            cache_type=self.cache_type,
            maps_file=self.maps_file,
            gpu_layers=self.gpu_layers,
            quantization=None if self.quantization == "none" else self.quantization,
            batch_tokens=BATCH_TOKENS[backend],
            threads=self.threads,
        )


class LocalOptions(Part):
    """Options of `local`."""

    models: dict[str, LocalModel] = Field(default_factory=dict)
    """Models by the names that they shall have here."""
    start_s: Annotated[float, Field(gt=0)] = 120.0
    """Longest load of a model, in seconds."""
    idle_unload_s: Annotated[float, Field(ge=0)] | None = 900.0
    """How long a model stays in memory after its last answer, in seconds; null: until it is unloaded."""
    hang_s: Annotated[float, Field(gt=0)] = 10.0
    """How long a worker that says nothing may leave the question unanswered whether it is well, in seconds; then it is
    ended, and its answers go on elsewhere."""
    queue_s: Annotated[float, Field(ge=0)] = 5.0
    """How long waiting in line counts as a sign of life, in seconds; then another model may be started beside it."""
    nice: Annotated[int, Field(ge=0, le=19)] = 5
    """How far workers stand behind other processes when processors are short; 0: not at all."""

    @model_validator(mode="after")
    def _has_files(self) -> Self:
        for alias, model in self.models.items():
            if model.path is not None and model.weights is not None:
                raise ValueError(f"the model '{alias}' has a `path` and `weights`: one of them says which it is")
            if model.is_built_in and alias != DEMONSTRATION.name:
                raise ValueError(f"the model '{alias}' needs a `path`, or `weights`")
            if model.is_built_in and model.context_tokens > _DEMONSTRATION_CONTEXT_TOKENS:
                raise ValueError(f"'{alias}' has at most {_DEMONSTRATION_CONTEXT_TOKENS} `context_tokens`")
        return self
