"""Models that a running gateway holds in its own memory, for `segue models ps|load|unload`.

Models of the type `local` lie in workers of the process that asks them. Another process cannot load or unload them: it
asks the gateway.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from segue.cli.gateway import NobodyThere, ask_gateway, read_answer, url_of
from segue.cli.gateway_json import AllHeldTold, HeldTold, UnloadedTold
from segue.config.load import Loaded, caller_key
from segue.config.settings import DEFAULT_PROVIDERS
from segue.domain.models import ModelRef
from segue.domain.servers import RunningModel
from segue.errors import SegueError

_CHANGES_S: Final = 600.0
"""Longest wait for a load, or for the answers that an unload waits for."""
PATH: Final = "/v1/admin/models"
"""Where a gateway tells them."""


def is_held_here(loaded: Loaded, model: str) -> bool:
    """Whether a model, given as `provider:name`, lies in the memory of the process that asks it."""
    ref = ModelRef.parse(model)
    provider = (loaded.settings.providers or DEFAULT_PROVIDERS).get(ref.provider) if ref is not None else None
    return provider is not None and provider.type == "local"


def held(where: str, key_file: Path | None) -> list[RunningModel] | None:
    """The models in the gateway's memory; None: no gateway runs there. Raises SegueError."""
    try:
        answer = ask_gateway(where, PATH, key=caller_key(key_file))
    except NobodyThere:
        return None
    return [_running(one) for one in read_answer(answer, AllHeldTold, url=where).models]


def load_held(where: str, model: str, key_file: Path | None) -> RunningModel:
    """Have the gateway load a model. Raises SegueError."""
    return _running(read_answer(_post(where, "load", model, key_file), HeldTold, url=where))


def unload_held(where: str, model: str, key_file: Path | None) -> bool:
    """Have the gateway unload a model; False: it was not in memory. Raises SegueError."""
    return read_answer(_post(where, "unload", model, key_file), UnloadedTold, url=where).unloaded


def where_held(loaded: Loaded, url: str | None) -> str:
    """The gateway's address."""
    return url.rstrip("/") if url is not None else url_of(loaded.settings.server)


def _post(where: str, what: str, model: str, key_file: Path | None) -> bytes:
    body = msgspec.json.encode({"model": model})
    try:
        return ask_gateway(where, f"{PATH}/{what}", key=caller_key(key_file), body=body, within_s=_CHANGES_S)
    except NobodyThere as error:
        hint = "Start it with `segue serve`, or name its address with --url. `pinned: true` loads a model with it."
        raise SegueError(
            f"No gateway runs at {where}, and a local model lies in the memory of the process that asks it.", hint=hint
        ) from error


def _running(told: HeldTold) -> RunningModel:
    ref = ModelRef.parse(told.model)
    if ref is None:
        raise SegueError("The gateway names a model without its provider.", hint="It may have to be upgraded first.")
    return RunningModel(
        ref,
        told.memory_bytes,
        None,
        told.context_tokens,
        answers=told.answers,
        waiting=told.waiting,
        idle_s=told.idle_s,
        until=None if told.leaves_in_s is None else datetime.now(UTC) + timedelta(seconds=told.leaves_in_s),
    )
