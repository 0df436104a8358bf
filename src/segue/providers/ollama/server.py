"""Ollama's API but for chat: what it has, what a model is, what is in memory, and fetching models.

docs.ollama.com/api and github.com/ollama/ollama/blob/main/docs/openapi.yaml (2026-10).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

import msgspec

from segue.domain.foreign_text import shown
from segue.domain.models import Capability, ModelRef
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import BadAnswer, ProviderFault, Silent, StreamCut
from segue.providers.ollama.errors import refused
from segue.providers.server_answers import CLOUD_MODEL, OllamaModel, OllamaModels, OllamaVersion, read
from segue.providers.wire import Wire

ASK_S: Final = 2.0
"""Longest wait for what Ollama says of itself; it answers within milliseconds, also while a model is busy."""
_FOREVER: Final = datetime(2200, 1, 1, tzinfo=UTC)
"""Ollama writes a moment some centuries ahead for a model that stays."""
_ABILITIES: Final = {"tools": Capability.TOOLS, "vision": Capability.IMAGES}
_STEPS: Final = (
    ("pulling manifest", "asking"),
    ("verifying", "verifying"),
    ("writing", "writing"),
    ("removing", "writing"),
    ("success", "done"),
)
"""What its words about a download mean, by how they begin; any other is the download itself."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Shown:
    """What Ollama says of one model."""

    context_tokens: int | None
    """What it was trained for."""
    abilities: frozenset[Capability]
    can_think: bool
    is_elsewhere: bool


class _Show(msgspec.Struct):
    """`POST /api/show`, as far as it is read."""

    capabilities: list[str] = msgspec.field(default_factory=list)
    model_info: dict[str, object] | None = None
    remote_host: str | None = None
    remote_model: str | None = None


class _Status(msgspec.Struct):
    """A line of a download."""

    status: str = ""
    digest: str | None = None
    total: int | None = None
    completed: int | None = None
    error: str | None = None


class OllamaServer:
    """One server. The wire belongs to whoever made it, who opens and closes it."""

    def __init__(self, wire: Wire, provider: str) -> None:
        self._wire = wire
        self._provider = provider

    async def version(self) -> str:
        """Its version. Raises ProviderError."""
        return (await self._got("/api/version", OllamaVersion)).version

    async def models(self) -> tuple[OllamaModel, ...]:
        """The models that it has. Raises ProviderError."""
        return tuple((await self._got("/api/tags", OllamaModels)).models)

    async def running(self) -> tuple[RunningModel, ...]:
        """The models in its memory. Raises ProviderError."""
        return tuple(self._running(model) for model in (await self._got("/api/ps", OllamaModels)).models)

    async def show(self, name: str) -> Shown:
        """What a model is. Raises ProviderError; ModelGone when it is not there."""
        told = await self._posted("/api/show", {"model": name}, _Show, name, deadline_s=ASK_S)
        return Shown(
            _context(told.model_info or {}),
            frozenset(_ABILITIES[word] for word in told.capabilities if word in _ABILITIES),
            "thinking" in told.capabilities,
            bool(told.remote_host or told.remote_model or CLOUD_MODEL.search(name)),
        )

    async def keep(self, name: str, *, keep_alive_s: float, num_ctx: int | None, deadline_s: float) -> None:
        """Load a model, or with `keep_alive_s=0` unload it: a chat without messages. Raises ProviderError."""
        body: dict[str, object] = {"model": name, "messages": [], "stream": False, "keep_alive": keep_alive_s}
        if num_ctx is not None:
            body["options"] = {"num_ctx": num_ctx}
        await self._posted("/api/chat", body, dict[str, object], name, deadline_s=deadline_s)

    async def pull(self, name: str) -> AsyncIterator[PullProgress]:
        """Fetch a model; the last piece is `done`. Raises ProviderError."""
        ref = ModelRef(self._provider, name)
        sizes: dict[str, tuple[int, int]] = {}
        async with self._wire.post("/api/pull", msgspec.json.encode({"model": name}), model=ref) as answer:
            if answer.status >= 300:
                raise refused(answer.status, await answer.refusal(), ref)
            answer.by_lines()
            while lines := await answer.events():
                for line in lines:
                    progress = _progress(line, sizes, ref)
                    yield progress
                    if progress.step == "done":
                        return
        raise StreamCut("The download ended before it was whole.", model=ref)

    def _running(self, model: OllamaModel) -> RunningModel:
        until = _moment(model.expires_at)
        return RunningModel(
            ModelRef(self._provider, shown(model.name)),
            model.size,
            model.size_vram,
            model.context_length or None,
            until if until is not None and until < _FOREVER else None,
        )

    async def _got(self, path: str, kind: type[_T]) -> _T:
        ref = ModelRef(self._provider, "server")
        try:
            async with asyncio.timeout(ASK_S), self._wire.get(path, model=ref) as answer:
                if answer.status >= 300:
                    raise refused(answer.status, await answer.refusal(), ref)
                return _read(await answer.body(), kind, ref)
        except TimeoutError:
            raise Silent(f"It did not answer within {ASK_S:g} s.", model=ref) from None

    async def _posted(self, path: str, body: object, kind: type[_T], name: str, *, deadline_s: float) -> _T:
        ref = ModelRef(self._provider, name)
        try:
            async with (
                asyncio.timeout(deadline_s),
                self._wire.post(path, msgspec.json.encode(body), model=ref) as answer,
            ):
                if answer.status >= 300:
                    raise refused(answer.status, await answer.refusal(), ref)
                return _read(await answer.body(), kind, ref)
        except TimeoutError:
            raise Silent(f"It did not answer within {deadline_s:g} s.", model=ref) from None


def _context(info: Mapping[str, object]) -> int | None:
    """What a model was trained for. Parts of it, as one that sees, have a length of their own that is not meant."""
    own = info.get(f"{info.get('general.architecture')}.context_length")
    told = [own] if own is not None else [value for key, value in info.items() if key.endswith(".context_length")]
    tokens = told[0] if len(told) == 1 else None
    return tokens if isinstance(tokens, int) and not isinstance(tokens, bool) and tokens > 0 else None


def _read(body: bytes, kind: type[_T], ref: ModelRef) -> _T:
    told = read(body, kind)
    if told is None:
        hint = "Is `base_url` the address of Ollama? `segue doctor` shows what listens on this machine."
        raise BadAnswer("Its answer is not what Ollama's API says.", model=ref, hint=hint)
    return told


def _progress(line: bytes, sizes: dict[str, tuple[int, int]], ref: ModelRef) -> PullProgress:
    """How far a download is; `sizes`: what is known of its files, by digest, done and total."""
    status = _read(line, _Status, ref)
    if status.error is not None:
        error = refused(200, line, ref)
        if isinstance(error, ProviderFault):
            hint = "Check the name at ollama.com/library, and that its machine reaches the network and has room."
            raise ProviderFault("It could not fetch the model.", model=ref, hint=hint)
        raise error
    if status.digest is not None and status.total is not None:
        sizes[status.digest] = (status.completed or sizes.get(status.digest, (0, 0))[0], status.total)
    words = status.status.lower()
    step = next((ours for theirs, ours in _STEPS if words.startswith(theirs)), "downloading")
    if not sizes:
        return PullProgress(step)
    return PullProgress(step, sum(done for done, _ in sizes.values()), sum(total for _, total in sizes.values()))


def _moment(text: str | None) -> datetime | None:
    """A moment as Ollama writes it; None for anything else, and for the zero moment of one that is loading."""
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if moment is None or moment.year < 2000:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
