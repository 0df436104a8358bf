"""What local model servers say of themselves: Ollama, LM Studio, llama.cpp, vLLM and those like them. Pure.

Every answer has a field that must be there: LM Studio answers 200 also where it has nothing (`{"error": "Unexpected
endpoint or method. (GET /version)"}`, seen by its users from 0.3 on), and llama.cpp speaks some of Ollama's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeVar

import msgspec

from segue.domain.foreign_text import is_showable
from segue.domain.servers import FoundModel, FoundServer, ServerKind

CLOUD_MODEL: Final = re.compile(r"[:-]cloud\s*$", re.IGNORECASE)
"""Names that Ollama passes on to its maker's servers (docs.ollama.com/cloud, 2026-10): asked here, answered there."""
QUESTIONS: Final = (
    *("/api/version", "/api/tags", "/api/ps"),  # docs.ollama.com/api
    *("/api/v1/models", "/api/v0/models"),  # lmstudio.ai/docs/developer/rest
    *("/props", "/health"),  # github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md
    *("/v1/models", "/version"),  # docs.vllm.ai, "OpenAI-Compatible Server"
)
"""What an unknown server is asked, always by GET: nothing is loaded, and nothing is changed."""
_MOST_MODELS = 1_000
_FORBIDDEN = frozenset({401, 403})
_S = TypeVar("_S")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of a server."""

    status: int
    body: bytes
    server: str = ""
    """The head's `Server` field."""


class OllamaVersion(msgspec.Struct):
    """`GET /api/version`; vLLM's `/version` has the same form."""

    version: str


class OllamaModel(msgspec.Struct):
    """A model of `/api/tags` or `/api/ps` (github.com/ollama/ollama/blob/main/api/types.go)."""

    name: str
    size: int | None = None
    remote_host: str | None = None
    """Whoever answers in its place; only for models that run elsewhere."""
    remote_model: str | None = None
    context_length: int | None = None
    """Only of a running one: the context that it was loaded with."""
    size_vram: int | None = None
    expires_at: str | None = None
    capabilities: list[str] | None = None

    @property
    def is_elsewhere(self) -> bool:
        """True when what it is sent leaves the machine."""
        return bool(self.remote_host or self.remote_model or CLOUD_MODEL.search(self.name))


class OllamaModels(msgspec.Struct):
    """`GET /api/tags` and `GET /api/ps`."""

    models: list[OllamaModel]


class _Config(msgspec.Struct):
    context_length: int | None = None


class LmInstance(msgspec.Struct):
    """A model of LM Studio in memory."""

    id: str
    config: _Config = msgspec.field(default_factory=_Config)


class LmCapabilities(msgspec.Struct):
    """What a model of LM Studio was made for."""

    vision: bool = False
    trained_for_tool_use: bool = False


class LmModel(msgspec.Struct):
    """A model of `GET /api/v1/models` (lmstudio.ai/docs/developer/rest/list, 2026-10)."""

    key: str
    type: str
    loaded_instances: list[LmInstance]
    max_context_length: int | None = None
    size_bytes: int | None = None
    capabilities: LmCapabilities = msgspec.field(default_factory=LmCapabilities)


class LmModels(msgspec.Struct):
    """`GET /api/v1/models`, from LM Studio 0.4 on."""

    models: list[LmModel]


class OldLmModel(msgspec.Struct):
    """A model of `GET /api/v0/models` (lmstudio.ai/docs/developer/rest/endpoints, 2026-10)."""

    id: str
    type: str
    state: str
    """`loaded` or `not-loaded`."""
    max_context_length: int | None = None
    loaded_context_length: int | None = None
    capabilities: list[str] = msgspec.field(default_factory=list)


class OldLmModels(msgspec.Struct):
    """`GET /api/v0/models`, from LM Studio 0.3.6 on."""

    data: list[OldLmModel]


class _Generation(msgspec.Struct):
    n_ctx: int | None = None


class LlamaProps(msgspec.Struct):
    """`GET /props` of llama.cpp's server."""

    default_generation_settings: _Generation
    total_slots: int
    build_info: str | None = None


class _Meta(msgspec.Struct):
    n_ctx: int | None = None
    n_ctx_train: int | None = None
    size: int | None = None


class ListedModel(msgspec.Struct):
    """A model of `GET /v1/models`, with what vLLM (`max_model_len`) and llama.cpp (`meta`) say beyond OpenAI."""

    id: str
    owned_by: str | None = None
    max_model_len: int | None = None
    meta: _Meta | None = None
    segue: dict[str, object] | None = None


class ListedModels(msgspec.Struct):
    """`GET /v1/models`."""

    data: list[ListedModel]


class _LoadingError(msgspec.Struct):
    type: Literal["unavailable_error"]


class _Loading(msgspec.Struct):
    """llama.cpp's 503 while it loads its model."""

    error: _LoadingError


def read(body: bytes, kind: type[_S]) -> _S | None:
    """A body as that kind; None when it is something else."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def server_of(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    """What a server is by its answers, by path; None for one that is no model server, or is Segue itself."""
    for told in (_ollama, _lm_studio, _llama_cpp, _openai):
        if (found := told(origin, said)) is not None:
            return found
    return None


def _ollama(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    version = _good(said, "/api/version", OllamaVersion)
    tags = _good(said, "/api/tags", OllamaModels)
    if version is None or tags is None:
        return None
    running = _good(said, "/api/ps", OllamaModels)
    loaded = None if running is None else {model.name: model for model in running.models}
    found = (_ollama_model(model, loaded) for model in tags.models if _can_chat(model))
    return _found("ollama", origin, version.version, found)


def _ollama_model(model: OllamaModel, loaded: Mapping[str, OllamaModel] | None) -> FoundModel:
    held = (loaded or {}).get(model.name)
    return FoundModel(
        model.name,
        None if loaded is None else held is not None,
        held.context_length if held is not None else None,
        None if model.is_elsewhere else model.size,
        is_elsewhere=model.is_elsewhere,
    )


def _can_chat(model: OllamaModel) -> bool:
    """False only for one that says what it can do, and chatting is not in it."""
    return model.capabilities is None or "completion" in model.capabilities


def _lm_studio(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    found: Iterator[FoundModel]
    if (new := _good(said, "/api/v1/models", LmModels)) is not None:
        found = (
            FoundModel(
                model.key,
                bool(model.loaded_instances),
                model.loaded_instances[0].config.context_length if model.loaded_instances else model.max_context_length,
                model.size_bytes,
            )
            for model in new.models
            if model.type != "embedding"
        )
        return _found("lm_studio", origin, None, found)
    if (old := _good(said, "/api/v0/models", OldLmModels)) is not None:
        found = (
            FoundModel(model.id, model.state == "loaded", model.loaded_context_length or model.max_context_length)
            for model in old.data
            if model.type != "embeddings"
        )
        return _found("lm_studio", origin, None, found)
    return None


def _llama_cpp(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    props, listed = _good(said, "/props", LlamaProps), _good(said, "/v1/models", ListedModels)
    owned = listed is not None and any(model.owned_by == "llamacpp" for model in listed.data)
    by_head = any(one.server == "llama.cpp" for one in said.values())
    if props is None and not owned and not by_head:
        return None
    context_tokens = props.default_generation_settings.n_ctx if props is not None else None
    is_loading = any(one.status == 503 and read(one.body, _Loading) is not None for one in said.values())
    found = (
        # With `--parallel` each answer gets its part of the context; /props tells that part.
        FoundModel(
            model.id, not is_loading, context_tokens or context_of(model), model.meta.size if model.meta else None
        )
        for model in (listed.data if listed is not None else ())
    )
    return _found(
        "llama_cpp",
        f"{origin}/v1",
        props.build_info if props is not None else None,
        found,
        is_ready=not is_loading,
        needs_key=_is_locked(said, "/props") or _is_locked(said, "/v1/models"),
    )


def _openai(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    listed = _good(said, "/v1/models", ListedModels)
    if listed is None:
        return _locked(origin, said)
    if any(model.segue is not None for model in listed.data):
        return None  # a gateway of ours: it would ask itself
    is_vllm = any(model.owned_by == "vllm" for model in listed.data)
    version = _good(said, "/version", OllamaVersion) if is_vllm else None
    found = (FoundModel(model.id, True if is_vllm else None, context_of(model)) for model in listed.data)
    kind: ServerKind = "vllm" if is_vllm else "openai_compatible"
    return _found(kind, f"{origin}/v1", version.version if version is not None else None, found)


def _locked(origin: str, said: Mapping[str, Said]) -> FoundServer | None:
    """vLLM with `--api-key`, which keeps only its models to itself; None where it may be no model server at all."""
    if not _is_locked(said, "/v1/models"):
        return None
    version = _good(said, "/version", OllamaVersion)
    if version is None:
        return None
    return FoundServer("vllm", f"{origin}/v1", version.version, needs_key=True)


def _found(
    kind: ServerKind,
    base_url: str,
    version: str | None,
    models: Iterator[FoundModel],
    *,
    is_ready: bool = True,
    needs_key: bool = False,
) -> FoundServer:
    """A server with those of its models whose names can be shown and written."""
    plain = (model for model in models if is_showable(model.name))
    kept = tuple(model for _, model in zip(range(_MOST_MODELS), plain, strict=False))
    told = version if version and is_showable(version) else None
    return FoundServer(kind, base_url, told, kept, is_ready=is_ready, needs_key=needs_key)


def _good(said: Mapping[str, Said], path: str, kind: type[_S]) -> _S | None:
    answer = said.get(path)
    return read(answer.body, kind) if answer is not None and answer.status == 200 else None


def _is_locked(said: Mapping[str, Said], path: str) -> bool:
    answer = said.get(path)
    return answer is not None and answer.status in _FORBIDDEN


def context_of(model: ListedModel) -> int | None:
    """The context that a list tells of a model; llama.cpp tells that of one answer, whatever `--parallel` is."""
    if model.max_model_len is not None:
        return model.max_model_len
    return None if model.meta is None else model.meta.n_ctx or model.meta.n_ctx_train
