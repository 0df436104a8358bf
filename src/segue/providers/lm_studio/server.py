"""LM Studio's own API: what it has, what is in memory, loading, unloading and fetching models.

lmstudio.ai/docs/developer/rest (2026-10). Version 0.4 brought `/api/v1`; before, from 0.3.6 on, `/api/v0` only lists.
LM Studio answers 200 with an `error` where it has nothing, so that a body counts only in the form it should have.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final, TypeVar
from urllib.parse import quote

import msgspec

from segue.domain.foreign_text import shown
from segue.domain.models import Capability, ModelRef
from segue.domain.servers import PullProgress, RunningModel
from segue.errors import BadAnswer, ModelGone, ProviderFault, Silent, Unsupported
from segue.providers.openai_errors import refusal
from segue.providers.server_answers import LmModels, OldLmModels, read
from segue.providers.wire import Wire, WireAnswer

ASK_S: Final = 2.0
"""Longest wait for what LM Studio says of itself."""
POLL_S: Final = 0.5
"""Pause between two looks at a download: it does not tell by itself."""
_STARTS_S: Final = 30.0
"""Longest wait until a download has begun: LM Studio looks it up in its catalogue first."""
STALLS_S: Final = 600.0
"""Longest time in which nothing of a download comes. Our choice."""
_LONGEST_ID = 200
_LOOK = "Look at it in LM Studio, under Downloads."
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Instance:
    """A model in memory; there may be several of one."""

    id: str
    context_tokens: int | None


@dataclass(frozen=True, slots=True)
class KnownModel:
    """What LM Studio says of one model."""

    name: str
    instances: tuple[Instance, ...]
    max_context_tokens: int | None
    size_bytes: int | None
    abilities: frozenset[Capability]


class _Loaded(msgspec.Struct):
    """The answer to `POST /api/v1/models/load`, in its two forms."""

    instance_id: str | None = None
    model_instance_id: str | None = None


class _Unloaded(msgspec.Struct):
    instance_id: str


class _Job(msgspec.Struct):
    """A download, as `POST /api/v1/models/download` and its status tell it."""

    status: str
    job_id: str | None = None
    total_size_bytes: int | None = None
    downloaded_bytes: int | None = None


class LmStudioServer:
    """One server. The wire belongs to whoever made it, who opens and closes it."""

    def __init__(self, wire: Wire, provider: str, *, key_hint: str = "", ask_s: float = ASK_S) -> None:
        self._wire = wire
        self._provider = provider
        self._key_hint = key_hint
        self._ask_s = ask_s

    async def models(self) -> tuple[KnownModel, ...]:
        """The models that it has and that can chat. Raises ProviderError."""
        ref = ModelRef(self._provider, "server")
        new = read(await self._got("/api/v1/models", ref), LmModels)
        if new is not None:
            return tuple(_known(new))
        old = read(await self._got("/api/v0/models", ref), OldLmModels)
        if old is not None:
            return tuple(_known_of_old(old))
        hint = "Is `base_url` the address of LM Studio? `segue doctor` shows what listens on this machine."
        raise BadAnswer("Its answer is not what LM Studio's API says.", model=ref, hint=hint)

    async def running(self) -> tuple[RunningModel, ...]:
        """The models in its memory; of several instances of a model each. Raises ProviderError."""
        return tuple(
            RunningModel(
                ModelRef(self._provider, shown(model.name)), model.size_bytes, context_tokens=one.context_tokens
            )
            for model in await self.models()
            for one in model.instances
        )

    async def load(self, name: str, *, context_tokens: int | None, deadline_s: float) -> None:
        """Load a model. Raises ProviderError; Unsupported for a version that cannot."""
        body = {"model": name} if context_tokens is None else {"model": name, "context_length": context_tokens}
        told = await self._posted("/api/v1/models/load", body, _Loaded, name, deadline_s=deadline_s)
        if told.instance_id is None and told.model_instance_id is None:
            raise _too_old(ModelRef(self._provider, name))

    async def unload(self, name: str, instance: str, *, deadline_s: float) -> None:
        """Unload one instance of a model. Raises ProviderError; Unsupported for a version that cannot."""
        await self._posted("/api/v1/models/unload", {"instance_id": instance}, _Unloaded, name, deadline_s=deadline_s)

    async def pull(
        self, name: str, *, poll_s: float = POLL_S, stalls_s: float = STALLS_S
    ) -> AsyncIterator[PullProgress]:
        """Fetch a model; the last piece is `done`. Leaving early does not end it: LM Studio goes on by itself.

        Raises Silent where nothing of it came for `stalls_s`.
        """
        ref = ModelRef(self._provider, name)
        yield PullProgress("asking")
        job = await self._posted("/api/v1/models/download", {"model": name}, _Job, name, deadline_s=_STARTS_S)
        path = _status_path(job.job_id)
        most_bytes, grew_s = 0, time.monotonic()
        while True:
            match job.status:
                case "completed" | "already_downloaded":
                    yield PullProgress("done", job.downloaded_bytes, job.total_size_bytes)
                    return
                case "failed" | "paused":
                    raise ProviderFault(f"The download is {job.status}.", model=ref, hint=_LOOK)
                case "downloading" if path is not None:
                    pass
                case _:
                    raise BadAnswer("It does not say how the download is.", model=ref, hint=_LOOK)
            if (job.downloaded_bytes or 0) > most_bytes:
                most_bytes, grew_s = job.downloaded_bytes or 0, time.monotonic()
            elif time.monotonic() - grew_s >= stalls_s:
                raise Silent(f"Nothing of the download came for {stalls_s:g} s.", model=ref, hint=_LOOK)
            yield PullProgress("downloading", job.downloaded_bytes, job.total_size_bytes)
            await asyncio.sleep(poll_s)
            told = read(await self._got(path, ref), _Job)
            if told is None:
                raise BadAnswer("It does not say how far the download is.", model=ref)
            job = told

    async def _got(self, path: str, ref: ModelRef) -> bytes:
        try:
            async with asyncio.timeout(self._ask_s), self._wire.get(path, model=ref) as answer:
                if answer.status in (404, 405):
                    return b""  # an older version
                return await self._body(answer, ref)
        except TimeoutError:
            raise Silent(f"It did not answer within {self._ask_s:g} s.", model=ref) from None

    async def _posted(self, path: str, body: object, kind: type[_T], name: str, *, deadline_s: float) -> _T:
        ref = ModelRef(self._provider, name)
        try:
            async with (
                asyncio.timeout(deadline_s),
                self._wire.post(path, msgspec.json.encode(body), model=ref) as answer,
            ):
                if answer.status == 404:
                    raise _not_there(ref, await answer.refusal())
                told = read(await self._body(answer, ref), kind)
        except TimeoutError:
            raise Silent(f"It did not answer within {deadline_s:g} s.", model=ref) from None
        if told is None:
            raise _too_old(ref)
        return told

    async def _body(self, answer: WireAnswer, ref: ModelRef) -> bytes:
        if answer.status >= 300:
            raise refusal(answer.status, await answer.refusal(), ref, key_hint=self._key_hint)
        return await answer.body()


def _known(told: LmModels) -> list[KnownModel]:
    return [
        KnownModel(
            model.key,
            tuple(Instance(one.id, one.config.context_length) for one in model.loaded_instances),
            model.max_context_length,
            model.size_bytes,
            _abilities(vision=model.capabilities.vision, tools=model.capabilities.trained_for_tool_use),
        )
        for model in told.models
        if model.type != "embedding"
    ]


def _known_of_old(told: OldLmModels) -> list[KnownModel]:
    return [
        KnownModel(
            model.id,
            (Instance(model.id, model.loaded_context_length),) if model.state == "loaded" else (),
            model.max_context_length,
            None,
            _abilities(vision=model.type == "vlm", tools="tool_use" in model.capabilities),
        )
        for model in told.data
        if model.type != "embeddings"
    ]


def _abilities(*, vision: bool, tools: bool) -> frozenset[Capability]:
    named = ((Capability.IMAGES, vision), (Capability.TOOLS, tools))
    return frozenset(ability for ability, there in named if there)


def _status_path(job_id: str | None) -> str | None:
    """Where a download is asked about; None for a name that could stand for another path."""
    if not job_id or not job_id.strip(".") or len(job_id) > _LONGEST_ID:
        return None
    return f"/api/v1/models/download/status/{quote(job_id, safe='')}"


def _not_there(ref: ModelRef, body: bytes) -> ModelGone | Unsupported:
    """What a 404 means: the model, or the whole path."""
    if b"Unexpected endpoint" in body:
        return _too_old(ref)
    hint = f"Fetch it with `segue models pull {ref}`, or correct the name."
    return ModelGone("LM Studio does not have this model.", model=ref, status=404, hint=hint)


def _too_old(ref: ModelRef) -> Unsupported:
    hint = "It can from version 0.4 on; until then load and fetch models in LM Studio itself."
    return Unsupported("This version of LM Studio cannot be told to.", model=ref, hint=hint)
