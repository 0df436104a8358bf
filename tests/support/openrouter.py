"""A reference server for OpenRouter: its list, its keys, its chat and its errors over real HTTP.

    async with OpenRouter() as server:
        server.base_url                   # http://127.0.0.1:PORT/v1
        server.models[0]["pricing"]       # the list that it gives; change it as you like
        server.scenes["maker/name"]       # how a model answers
        server.asked("/chat/completions") # what came

Whatever it answers is checked against OpenRouter's own OpenAPI description before it goes out, and so is every question
about chat that comes in: a test with a server that says what the real one never would fails at once.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema_rs
import msgspec
from typing_extensions import override

from tests.support.scenes import DONE, TEXT, WORDS, Scene, event
from tests.support.upstream import Asked, Upstream

KEY = "sk-or-v1-planted"  # pragma: allowlist secret
_SCHEMA = Path(__file__).with_name("openrouter_schema.json")
COMMENT = b": OPENROUTER PROCESSING\n\n"
USAGE: Mapping[str, object] = {
    "prompt_tokens": 11,
    "completion_tokens": 9,
    "total_tokens": 20,
    "prompt_tokens_details": {"cached_tokens": 4, "cache_write_tokens": 2},
    "completion_tokens_details": {"reasoning_tokens": 2},
    "cost": 0.00001234567,
    "is_byok": False,
    "cost_details": None,
}


class OffScript(AssertionError):
    """Something that was said is not what OpenRouter's description allows."""


@cache
def _extract() -> dict[str, Any]:
    extract: dict[str, Any] = msgspec.json.decode(_SCHEMA.read_bytes())
    return extract


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    extract = _extract()
    draft = "https://json-schema.org/draft/2020-12/schema"
    return jsonschema_rs.validator_for({"$schema": draft, "$ref": f"#/$defs/{name}", "$defs": extract["$defs"]})


@cache
def error_schemas() -> Mapping[str, str]:
    """The schema of a refusal, by its status."""
    return dict(msgspec.json.decode(_SCHEMA.read_bytes())["errors"])


def checked(name: str, value: object) -> object:
    """The value, if the schema of that name allows it. Raises OffScript."""
    wrong = [f"{error.instance_path}: {error.message}"[:300] for error in _validator(name).iter_errors(value)]
    if wrong:
        raise OffScript(f"{name}: {wrong[:5]}")
    return value


def recorded_models() -> list[dict[str, Any]]:
    """The entries of the recorded list that Segue ships, as the host gave them."""
    body = files("segue.providers.openrouter").joinpath("models.json.gz").read_bytes()
    models: list[dict[str, Any]] = msgspec.json.decode(gzip.decompress(body))["data"]
    return models


def chunk(*, usage: Mapping[str, object] | None = None, **choice: object) -> dict[str, object]:
    """A chunk with one choice, or with usage alone."""
    made: dict[str, object] = {
        "id": "gen-1",
        "object": "chat.completion.chunk",
        "created": 1,
        "model": "maker/name",
        "choices": [{"index": 0, "finish_reason": None, **choice}] if choice else [],
    }
    return made if usage is None else {**made, "usage": usage}


def stream(*chunks: object, comments: int = 1) -> tuple[bytes, ...]:
    """A stream of these chunks, each allowed, behind comments that say only that it is at work."""
    return (*(COMMENT for _ in range(comments)), *(event(checked("ChatStreamChunk", one)) for one in chunks), DONE)


def stalling(*words: str) -> tuple[bytes, ...]:
    """A stream that says these words and has no end."""
    return stream(*(chunk(delta={"role": "assistant", "content": word}) for word in words))[:-1]


def answers(*words: str, usage: Mapping[str, object] = USAGE, comments: int = 1) -> Scene:
    """A model that says these words, streamed or whole."""
    chunks = [chunk(delta={"role": "assistant", "content": word}) for word in words]
    whole = {
        "id": "gen-1",
        "object": "chat.completion",
        "created": 1,
        "model": "maker/name",
        "system_fingerprint": None,
        "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "".join(words)}}],
        "usage": usage,
    }
    last = [chunk(delta={}, finish_reason="stop"), chunk(usage=usage)]
    return Scene(stream(*chunks, *last, comments=comments), whole=msgspec.json.encode(checked("ChatResult", whole)))


def refuses(
    status: int, message: str = "planted words", metadata: Mapping[str, object] | None = None, **headers: str
) -> Scene:
    """A refusal with its status and what OpenRouter tells beside it; a header's underscores become dashes."""
    error: dict[str, object] = {"code": status, "message": message}
    if metadata is not None:
        error["metadata"] = metadata
    body = msgspec.json.encode(checked(error_schemas().get(str(status), "NotFoundResponse"), {"error": error}))
    shown = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scene((body,), status, "application/json", shown)


def breaks_off(error_type: str, *words: str, code: int = 502) -> Scene:
    """An answer that ends with an error inside its stream, whatever its status was; `code` as the host tells it."""
    error = {"code": code, "message": "planted words", "metadata": {"error_type": error_type}}
    chunks = [chunk(delta={"role": "assistant", "content": word}) for word in words]
    last = {**chunk(delta={"content": ""}, finish_reason="error"), "error": error}
    return Scene(stream(*chunks, last))


class OpenRouter(Upstream):
    """The server."""

    def __init__(self) -> None:
        super().__init__()
        self.models: list[dict[str, Any]] = recorded_models()
        self.zero_retention: Sequence[str] | None = ()
        """Canonical names that somebody serves without retention; None: the question is refused."""
        self.key: dict[str, Any] = dict(KEY_ANSWER)
        self.credits: dict[str, float] | None = None
        """What a management key is told; None: this key is none."""
        self.list_scene: Scene | None = None
        """Answers for the list in place of the usual one."""
        self.key_scene: Scene | None = None
        """Answers for the key in place of the usual one."""
        self.offers: dict[str, list[dict[str, Any]]] = {}
        """Who serves a model, by its name; it says 404 for all others."""
        self.generations: dict[str, dict[str, Any]] = {}
        """What `GET /generation` tells of an answer, by its name; it says 404 for all others."""
        self.scenes = {"maker/name": answers(*WORDS)}
        self.off_script: list[OffScript] = []
        """What was asked or answered and the description does not allow; told when the server is left."""

    def asked(self, path: str) -> list[Asked]:
        """The requests to a path under the base address, in order."""
        return [request for request in self.requests if request.path == f"/v1{path}"]

    @override
    async def __aexit__(self, *_: object) -> None:
        await super().__aexit__()
        if self.off_script:
            raise self.off_script[0]

    @override
    def scene_for(self, asked: Asked) -> Scene:
        try:
            return self._scene(asked)
        except OffScript as error:
            self.off_script.append(error)
            return Scene(status=0, end="close")

    def _scene(self, asked: Asked) -> Scene:
        path, _, query = asked.path.removeprefix("/v1").partition("?")
        match path:
            case "/generation":
                told = self.generations.get(query.removeprefix("id="))
                return refuses(404) if told is None else self._json("GenerationResponse", {"data": told})
            case "/models":
                return self.list_scene or self._json("ModelsListResponse", self._list())
            case "/endpoints/zdr":
                if self.zero_retention is None:
                    return refuses(403)
                return self._json("ZdrAnswer", {"data": [offer(name) for name in self.zero_retention]})
            case _ if path.endswith("/endpoints"):
                return self._offers(path.removeprefix("/models/").removesuffix("/endpoints"))
            case "/key":
                return self.key_scene or self._json("KeyAnswer", {"data": self.key})
            case "/credits":
                return refuses(403) if self.credits is None else self._json("CreditsAnswer", {"data": self.credits})
            case "/chat/completions":
                checked("ChatRequest", asked.body)
                return super().scene_for(asked)
        return refuses(404)

    def _offers(self, name: str) -> Scene:
        if name not in self.offers:
            return refuses(404)
        entry = next((one for one in self.models if one["id"] == name), recorded_models()[0])
        told = {field: entry[field] for field in ("name", "created", "architecture")}
        data = {**told, "id": name, "description": "", "endpoints": self.offers[name]}
        return self._json("OffersAnswer", {"data": data})

    def _list(self) -> dict[str, object]:
        return {"data": self.models, "total_count": len(self.models), "links": {"next": None}}

    def _json(self, schema: str, value: object) -> Scene:
        return Scene((msgspec.json.encode(checked(schema, value)),), content_type="application/json")


KEY_ANSWER: Mapping[str, object] = {
    "label": "sk-or-v1-pla...ted",
    "limit": 100.0,
    "limit_remaining": 74.5,
    "limit_reset": "monthly",
    "include_byok_in_limit": False,
    "usage": 25.5,
    "usage_daily": 0.25,
    "usage_weekly": 1.0,
    "usage_monthly": 25.5,
    "byok_usage": 0.0,
    "byok_usage_daily": 0.0,
    "byok_usage_weekly": 0.0,
    "byok_usage_monthly": 0.0,
    "is_free_tier": False,
    "is_management_key": False,
    "is_provisioning_key": False,
    "creator_user_id": None,
    "rate_limit": {"requests": -1, "interval": "10s", "note": "deprecated"},
}


def generation(**told: object) -> dict[str, Any]:
    """What `GET /generation` tells of an answer that was cancelled."""
    required: list[str] = _extract()["$defs"]["GenerationResponse"]["properties"]["data"]["required"]
    figures = {"total_cost": 0.0, "usage": 0.0, "app_id": 1, "origin": "", "is_byok": False}
    words = {"id": "gen-1", "created_at": "2026-05-13T12:00:00Z", "model": "maker/name", "data_region": "global"}
    return {**dict.fromkeys(required), **figures, **words, **told}


def offer(canonical: str, **told: object) -> dict[str, Any]:
    """One provider's offer, as `GET /endpoints/zdr` and `GET /models/…/endpoints` list it."""
    unknown = dict.fromkeys(("uptime_last_30m", "uptime_last_5m", "uptime_last_1d"))
    return {
        "name": canonical,
        "model_id": canonical,
        "model_name": canonical,
        "context_length": 8192,
        "pricing": {"prompt": "0", "completion": "0"},
        "provider_name": "DeepInfra",
        "tag": "deepinfra",
        "quantization": None,
        "max_completion_tokens": None,
        "max_prompt_tokens": None,
        "supported_parameters": [],
        "supports_implicit_caching": False,
        "latency_last_30m": None,
        "throughput_last_30m": None,
        **unknown,
        **told,
    }


__all__ = [
    "KEY",
    "TEXT",
    "WORDS",
    "OffScript",
    "OpenRouter",
    "answers",
    "breaks_off",
    "checked",
    "generation",
    "offer",
    "refuses",
]
