"""Models in the gateway's own memory, for operators: `GET /v1/admin/models`, `POST /v1/admin/models/load|unload`."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from segue.pipeline.request.fields import wrong_field
from segue.providers.contract import LoadedModel
from segue.server.access import OPERATES, Door
from segue.server.admin import MOST_BODY_BYTES
from segue.server.chat_json import malformed
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, check_media_type, read_body, respond


class ModelBody(Struct, forbid_unknown_fields=True):
    """Which model is meant, as `provider:name`."""

    model: Annotated[str, Meta(min_length=1, max_length=1024)]


_model_body = msgspec.json.Decoder(ModelBody)


class HeldRoutes:
    """Serves operators alone."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def list_all(self, request: Incoming) -> None:
        """What is in memory, what it takes, and who is answered or waits."""
        await self._door.admit(request.headers, OPERATES)
        told = {"models": [_facts(model) for model in self._turns.held.loaded()]}
        await respond(request.send, msgspec.json.encode(told))

    async def load(self, request: Incoming) -> None:
        """Have a model in memory; the answer comes when it is. Raises RequestError, WrongField, ProviderError."""
        model = await self._model(request)
        await respond(request.send, msgspec.json.encode(_facts(await self._turns.held.load(model))))

    async def unload(self, request: Incoming) -> None:
        """Free a model's memory once its running answers are over. Raises RequestError, WrongField, ProviderError."""
        model = await self._model(request)
        told = {"model": model, "unloaded": await self._turns.held.unload(model)}
        await respond(request.send, msgspec.json.encode(told))

    async def _model(self, request: Incoming) -> str:
        await self._door.admit(request.headers, OPERATES)
        check_media_type(request)
        raw = await read_body(request, max_bytes=MOST_BODY_BYTES)
        try:
            return _model_body.decode(raw).model
        except msgspec.ValidationError as error:
            wrong = wrong_field(error)
            raise WrongField(wrong.message, param=wrong.param, hint=wrong.hint) from error
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise malformed(error) from None


def _facts(model: LoadedModel) -> dict[str, object]:
    return {
        "model": str(model.ref),
        "pid": model.pid,
        "memory_bytes": model.rss_bytes,
        "context_tokens": model.context_tokens,
        "answers": model.answers,
        "waiting": model.waiting,
        "idle_s": round(model.idle_s, 1),
        "load_s": round(model.load_s, 3),
        "prompt_tokens_per_s": model.prompt_tokens_per_s,
        "output_tokens_per_s": model.output_tokens_per_s,
        "is_pinned": model.is_pinned,
        "leaves_in_s": None if model.leaves_in_s is None else round(model.leaves_in_s, 1),
    }
