"""A reference server for LM Studio over real HTTP, written from its documentation (lmstudio.ai/docs, 2026-10).

    async with LmStudio() as server:
        server.origin                 # http://127.0.0.1:PORT
        server.models["tale"]         # what it has; `held` is what is in its memory
        server.asked("/api/v1/models/load")

Chat is OpenAI's protocol, and `scenes` say how a model answers. What it does not have it answers with 200 and an error,
as the real one does. `is_old`: it knows `/api/v0` only, and can be told nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec
from typing_extensions import override

from tests.support.scenes import SCENES, Scene, event
from tests.support.upstream import Asked, Upstream

_DEFAULT_CONTEXT_TOKENS = 4096
_AFTER_S = 0.001
"""How long after a load it says so: never before."""
_NOT_FOUND = {"error": {"message": "planted: model not found", "type": "invalid_request", "code": "model_not_found"}}


@dataclass(frozen=True)
class Model:
    """One model of the server."""

    type: str = "llm"
    max_context_length: int = 32_768
    size_bytes: int = 241_410_208
    vision: bool = False
    tools: bool = False


class LmStudio(Upstream):
    """The server."""

    def __init__(self) -> None:
        super().__init__()
        self.is_old = False
        self.key: str | None = None
        """The API token that it wants; None: it asks for none."""
        self.models: dict[str, Model] = {"well": Model()}
        self.held: dict[str, int] = {}
        """The models in memory, by key, with their context."""
        self.loaded_twice = False
        """True once a model was loaded that was in memory, or on its way: the real one would then hold it twice."""
        self.told_load_s = 0.0
        """How long a load takes that it is told; it goes on when whoever told it leaves."""
        self._on_its_way: set[str] = set()
        self.load_s = 0.0
        """How long a model takes that is loaded for its first answer."""
        self.downloads: dict[str, list[Mapping[str, object]]] = {}
        """What a download tells, one after the other, by model."""
        self._jobs: dict[str, list[Mapping[str, object]]] = {}

    @property
    def origin(self) -> str:
        """The address that Segue is given."""
        return self.base_url.removesuffix("/v1")

    def asked(self, path: str) -> list[Asked]:
        """The requests to a path, in order."""
        return [request for request in self.requests if request.path == path]

    @override
    def scene_for(self, asked: Asked) -> Scene:
        if self.key is not None and asked.headers.get("authorization") != f"Bearer {self.key}":
            error = {"message": "planted: invalid token", "type": "invalid_request_error", "code": "invalid_api_key"}
            return _json({"error": error}, status=401)
        if asked.path == "/v1/chat/completions":
            return self._chat(asked)
        if asked.path == "/api/v0/models":
            return _json({"object": "list", "data": [self._old(name) for name in self.models]})
        if not self.is_old:
            match asked.path:
                case "/api/v1/models":
                    return _json({"models": [self._new(name) for name in self.models]})
                case "/api/v1/models/load":
                    return self._load(asked.body)
                case "/api/v1/models/unload":
                    return self._unload(asked.body)
                case "/api/v1/models/download":
                    return self._download(str(asked.body["model"]))
            if (job := asked.path.removeprefix("/api/v1/models/download/status/")) in self._jobs:
                told = self._jobs[job]  # the last state stays, however often it is asked for
                return _json({"job_id": job, **(told.pop(0) if len(told) > 1 else told[0])})
        return _json({"error": f"Unexpected endpoint or method. (GET {asked.path})"})

    def _chat(self, asked: Asked) -> Scene:
        name = str(asked.body["model"])
        if name not in self.models:
            return _json(_NOT_FOUND, status=404)
        is_cold = name not in self.held
        self.held.setdefault(name, _DEFAULT_CONTEXT_TOKENS)
        messages = asked.body["messages"]
        assert isinstance(messages, list)
        if sum(len(str(message["content"])) for message in messages) // 4 > self.held[name]:
            said = f"the model is loaded with context length of only {self.held[name]} tokens, which is not enough."
            failed = {"error": {"message": f"Trying to keep the first 9 tokens. However, {said}"}}
            # As a stream: github.com/lmstudio-ai/lmstudio-bug-tracker/issues/2322 (2026-08).
            return Scene((b"event: error\n" + event(failed),), whole=msgspec.json.encode(failed))
        scene = self.scenes.get(name, SCENES["well"])
        return replace(scene, delay_s=self.load_s) if is_cold else scene

    def _load(self, body: Mapping[str, object]) -> Scene:
        name = str(body["model"])
        assert set(body) <= {"model", "context_length"}, "that is all that is asked for"
        if name not in self.models:
            return _json(_NOT_FOUND, status=404)
        context = body.get("context_length", _DEFAULT_CONTEXT_TOKENS)
        assert isinstance(context, int)
        self.loaded_twice = self.loaded_twice or name in self.held or name in self._on_its_way
        self._on_its_way.add(name)
        asyncio.get_running_loop().call_later(self.told_load_s, self._is_loaded, name, context)
        told = _json({"type": "llm", "instance_id": name, "load_time_seconds": 1.5, "status": "loaded"})
        return replace(told, delay_s=self.told_load_s + _AFTER_S)

    def _is_loaded(self, name: str, context: int) -> None:
        self._on_its_way.discard(name)
        self.held[name] = context

    def _unload(self, body: Mapping[str, object]) -> Scene:
        name = str(body["instance_id"])
        if name not in self.held:
            return _json(_NOT_FOUND, status=404)
        del self.held[name]
        return _json({"instance_id": name})

    def _download(self, name: str) -> Scene:
        told = self.downloads.get(name)
        if told is None:
            return _json(_NOT_FOUND, status=404)
        first, *self._jobs["job_1"] = told
        self.models[name] = Model()
        return _json({"job_id": "job_1", **first})

    def _new(self, name: str) -> Mapping[str, object]:
        model = self.models[name]
        instances = [{"id": name, "config": {"context_length": self.held[name]}}] if name in self.held else []
        listed = {
            "type": model.type,
            "publisher": "lmstudio-community",
            "key": name,
            "display_name": name.title(),
            "quantization": {"name": "Q4_0", "bits_per_weight": 4},
            "size_bytes": model.size_bytes,
            "params_string": "270M",
            "loaded_instances": instances,
            "max_context_length": model.max_context_length,
            "format": "gguf",
        }
        if model.type == "embedding":
            return listed
        able = {"vision": model.vision, "trained_for_tool_use": model.tools}
        return {**listed, "architecture": "gemma3", "capabilities": able, "description": None}

    def _old(self, name: str) -> Mapping[str, object]:
        model = self.models[name]
        listed: dict[str, object] = {
            "id": name,
            "object": "model",
            "type": "vlm" if model.vision else "embeddings" if model.type == "embedding" else "llm",
            "publisher": "lmstudio-community",
            "arch": "llama",
            "compatibility_type": "gguf",
            "quantization": "Q4_K_M",
            "state": "loaded" if name in self.held else "not-loaded",
            "max_context_length": model.max_context_length,
        }
        return listed | ({"loaded_context_length": self.held[name]} if name in self.held else {})


def _json(value: object, *, status: int = 200) -> Scene:
    return Scene((msgspec.json.encode(value),), status, "application/json; charset=utf-8")
