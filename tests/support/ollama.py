"""A reference server for Ollama over real HTTP, written from its public description (docs.ollama.com/api, 2026-10).

    async with Ollama() as server:
        server.origin                          # http://127.0.0.1:PORT
        server.models["tale"] = Model(WORDS)   # what it has; `held` is what is in its memory
        server.asked("/api/chat")              # what came

Whatever is asked or answered is checked against Ollama's own OpenAPI description: a test with a server that says what
the real one never would fails at once. Prompts that are too long lose their beginning unless `truncate` is false.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import jsonschema_rs
import msgspec
from typing_extensions import override

from tests.support.scenes import WORDS, Scene
from tests.support.upstream import Asked, Upstream

NDJSON = "application/x-ndjson"
_SCHEMA = Path(__file__).with_name("ollama_schema.json")
_AT = "2026-11-26T12:00:00.000000Z"
CHARS_PER_TOKEN = 4


class OffScript(AssertionError):
    """Something that was said is not what Ollama's description allows."""


@cache
def _validator(name: str) -> jsonschema_rs.Validator:
    defs = msgspec.json.decode(_SCHEMA.read_bytes())["$defs"]
    draft = "https://json-schema.org/draft/2020-12/schema"
    return jsonschema_rs.validator_for({"$schema": draft, "$ref": f"#/$defs/{name}", "$defs": defs})


def checked(name: str, value: object) -> bytes:
    """The value as JSON, if the schema of that name allows it. Raises OffScript."""
    wrong = [f"{error.instance_path}: {error.message}"[:300] for error in _validator(name).iter_errors(value)]
    if wrong:
        raise OffScript(f"{name}: {wrong[:5]}")
    return msgspec.json.encode(value)


@dataclass(frozen=True)
class Model:
    """One model of the server."""

    says: tuple[str, ...] = WORDS
    thinks: tuple[str, ...] = ()
    calls: tuple[Mapping[str, object], ...] = ()
    """Tools that it wants called: objects with `name` and `arguments`."""
    capabilities: tuple[str, ...] = ("completion",)
    trained_tokens: int | None = 131_072
    size_bytes: int = 2_019_393_189
    remote_host: str | None = None
    """Whoever answers in its place."""
    shows_remote: bool = True
    """False: only its answers tell that somebody else answers."""
    done_reason: str = "stop"
    ends: bool = True
    """False: it says its words and then nothing more."""
    breaks: str | None = None
    """The error with which it ends in place of a last line."""
    load_s: float = 0.0
    """How long it takes until its first word, when it is not in memory."""
    counts: bool = True
    """False: it does not tell the tokens of the prompt, as older versions for a prompt in their cache."""


class Ollama(Upstream):
    """The server."""

    def __init__(self) -> None:
        super().__init__()
        self.version = "0.13.5"
        self.models: dict[str, Model] = {"tale": Model()}
        self.held: dict[str, int] = {}
        """The models in memory, by name, with the context that they were loaded with."""
        self.cut: list[str] = []
        """Models whose prompt lost its beginning, and nobody was told."""
        self.refusals: dict[str, Scene] = {}
        """Answers in place of the usual one, by path."""
        self.pulls: dict[str, Sequence[Mapping[str, object]]] = {}
        """What the download of a model tells, by name."""
        self.off_script: list[OffScript] = []

    @property
    def origin(self) -> str:
        """The address that Segue is given."""
        return self.base_url.removesuffix("/v1")

    def asked(self, path: str) -> list[Asked]:
        """The requests to a path, in order."""
        return [request for request in self.requests if request.path == path]

    @override
    async def __aexit__(self, *_: object) -> None:
        await super().__aexit__()
        if self.off_script:
            raise self.off_script[0]

    @override
    def scene_for(self, asked: Asked) -> Scene:
        try:
            return self.refusals.get(asked.path) or self._scene(asked)
        except OffScript as error:
            self.off_script.append(error)
            return Scene(status=0, end="close")

    def _scene(self, asked: Asked) -> Scene:
        match asked.path:
            case "/api/version":
                return _json("VersionResponse", {"version": self.version})
            case "/api/tags":
                return _json("ListResponse", {"models": [_listed(name, model) for name, model in self.models.items()]})
            case "/api/ps":
                return _json("PsResponse", {"models": [self._running(name) for name in self.held]})
            case "/api/show":
                return self._show(asked.body)
            case "/api/pull":
                return self._pull(asked.body)
            case "/api/chat":
                return self._chat(asked.body)
        return Scene((b"404 page not found",), 404, "text/plain")

    def _running(self, name: str) -> Mapping[str, object]:
        size_bytes = self.models[name].size_bytes
        return {
            "name": name,
            "model": name,
            "size": size_bytes,
            "size_vram": size_bytes // 2,
            "context_length": self.held[name],
            "expires_at": "2318-03-08T12:00:00.123456789+01:00",
        }

    def _show(self, body: Mapping[str, object]) -> Scene:
        checked("ShowRequest", body)
        model = self.models.get(str(body["model"]))
        if model is None:
            return refuses(404, f"model '{body['model']}' not found")
        info = {} if model.trained_tokens is None else {"llama.context_length": model.trained_tokens}
        shown: dict[str, object] = {
            "details": {"family": "llama"},
            "capabilities": list(model.capabilities),
            "model_info": {"general.architecture": "llama", **info},
        }
        if model.remote_host and model.shows_remote:
            shown |= {"remote_host": model.remote_host, "remote_model": "elsewhere"}
        return _json("ShowResponse", shown)

    def _pull(self, body: Mapping[str, object]) -> Scene:
        checked("PullRequest", body)
        name = str(body["model"])
        told = self.pulls.get(name)
        if told is None:
            failed = {"error": "pull model manifest: file does not exist"}
            lines = [checked("StatusEvent", {"status": "pulling manifest"}), checked("ErrorResponse", failed)]
        else:
            lines = [checked("StatusEvent", one) for one in told]
            self.models[name] = Model()
        return Scene(tuple(line + b"\n" for line in lines), content_type=NDJSON)

    def _chat(self, body: Mapping[str, object]) -> Scene:
        checked("ChatRequest", body)
        name = str(body["model"])
        model = self.models.get(name)
        if model is None:
            return refuses(404, f"model '{name}' not found")
        options, messages = body.get("options") or {}, body["messages"]
        assert isinstance(options, dict)
        assert isinstance(messages, list)
        num_ctx = int(options.get("num_ctx", 4096))
        if not messages:
            return self._kept(name, body.get("keep_alive"), num_ctx)
        if body.get("tools") and "tools" not in model.capabilities:
            return refuses(400, f"registry.ollama.ai/library/{name} does not support tools")
        prompt_tokens = sum(len(message["content"]) for message in messages) // CHARS_PER_TOKEN
        if prompt_tokens > num_ctx:
            if body.get("truncate") is False:
                said = f"request ({prompt_tokens} tokens) exceeds the available context size ({num_ctx} tokens)"
                return refuses(400, f'{{"error":{{"type":"exceed_context_size_error","message":"{said}"}}}}')
            self.cut.append(name)
            prompt_tokens = num_ctx // 2
        is_cold = not model.remote_host and name not in self.held
        if not model.remote_host:
            self.held[name] = num_ctx
        scene = _answered(name, model, prompt_tokens)
        return replace(scene, delay_s=model.load_s) if is_cold else scene

    def _kept(self, name: str, keep_alive: object, num_ctx: int) -> Scene:
        """A chat without messages: it loads, or unloads."""
        if keep_alive == 0:
            self.held.pop(name, None)
        else:
            self.held[name] = num_ctx
        reason = "unload" if keep_alive == 0 else "load"
        message = {"role": "assistant", "content": ""}
        told = {"model": name, "created_at": _AT, "message": message, "done": True, "done_reason": reason}
        return _json("ChatResponse", told)


def refuses(status: int, error: str) -> Scene:
    """A refusal as Ollama writes it."""
    return Scene((checked("ErrorResponse", {"error": error}),), status, "application/json; charset=utf-8")


def _answered(name: str, model: Model, prompt_tokens: int) -> Scene:
    remote = {"remote_host": model.remote_host, "remote_model": "elsewhere"} if model.remote_host else {}

    def line(message: Mapping[str, object], **more: object) -> bytes:
        said = {"role": "assistant", "content": "", **message}
        told = {"model": name, "created_at": _AT, "message": said, "done": False, **remote, **more}
        return checked("ChatStreamEvent", told) + b"\n"

    calls = [{"function": call} for call in model.calls]
    lines = [line({"thinking": thought}) for thought in model.thinks]
    lines += [line({"content": word}) for word in model.says]
    lines += [line({"tool_calls": [call]}) for call in calls]
    usage: dict[str, object] = {"eval_count": len(model.says), "load_duration": 1, "eval_duration": 1}
    if model.counts:
        usage["prompt_eval_count"] = prompt_tokens
    last = {"done": True, "done_reason": model.done_reason, **usage}
    if model.breaks is not None:
        lines.append(checked("ErrorResponse", {"error": model.breaks}) + b"\n")
    elif model.ends:
        lines.append(line({}, **last))
    message: dict[str, object] = {"role": "assistant", "content": "".join(model.says)}
    if calls:
        message["tool_calls"] = calls
    whole = {"model": name, "created_at": _AT, "message": message, **remote, **last}
    ended = model.ends or model.breaks is not None
    return Scene(
        tuple(lines), content_type=NDJSON, end="end" if ended else "hang", whole=checked("ChatResponse", whole)
    )


def _listed(name: str, model: Model) -> Mapping[str, object]:
    listed = {"name": name, "model": name, "modified_at": _AT, "size": model.size_bytes, "digest": "9f43"}
    if model.remote_host and model.shows_remote:
        listed |= {"remote_host": model.remote_host, "remote_model": "elsewhere"}
    return listed


def _json(schema: str, value: object) -> Scene:
    return Scene((checked(schema, value),), content_type="application/json; charset=utf-8")
