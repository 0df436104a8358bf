"""Who answers at an address, before it is added: an API like OpenAI's with its models, or something else.

Only GET is used: nothing is loaded, nothing is charged.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final, Literal

import msgspec

from segue.domain.foreign_text import is_showable
from segue.domain.models import ModelRef
from segue.domain.servers import FoundServer
from segue.errors import BadAddress, Silent
from segue.providers.addresses import Address
from segue.providers.contract import PROVIDERS
from segue.providers.discovery import find_on_loopback
from segue.providers.openai_errors import refusal
from segue.providers.wire import Wire

REACH_S: Final = 10.0
"""Longest wait for the list of models; a person waits for it."""
_LOOK_S: Final = 2.0
"""Longest wait for what a server near by says of itself."""
_ANTHROPIC: Final = "api.anthropic.com"
_NATIVE: Final = {"ollama": "Ollama's", "lm_studio": "LM Studio's", "anthropic": "Anthropic's"}


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One model of a list."""

    name: str
    context_tokens: int | None = None
    """None where the list does not say."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An API like OpenAI's that answers."""

    address: Address
    models: tuple[ListedModel, ...] | None
    """In its own order; None where it shows no list."""
    host: str | None = None
    """The row of `hosts.py` for such a server; None where it says nothing of its kind."""
    left_out: int = 0
    """Models of its list whose names cannot be shown."""
    elsewhere: frozenset[str] = frozenset()
    """Models that it would answer with on somebody else's machines; they are none of `models`."""

    def is_elsewhere(self, model: str) -> bool:
        """Whether what this model is sent leaves the machine, though the address is on it."""
        return model in self.elsewhere or f"{model}:latest" in self.elsewhere

    def context_of(self, model: str) -> int | None:
        """As its list says."""
        return next((listed.context_tokens for listed in self.models or () if listed.name == model), None)


class _Model(msgspec.Struct):
    """A model of `GET /models`, with what vLLM, Groq, OpenRouter's kin and Mistral say beyond OpenAI."""

    id: str
    type: str = ""
    max_model_len: int | None = None
    context_window: int | None = None
    context_length: int | None = None
    max_context_length: int | None = None


class _Models(msgspec.Struct):
    data: list[_Model]
    has_more: bool | None = None


class _AnthropicError(msgspec.Struct):
    """Every error of Anthropic's API (docs.anthropic.com/en/api/errors, 2026): `type` stands at the top."""

    type: Literal["error"]
    error: dict[str, object]


class _Nothing(Exception):
    """There is no list of models at this address."""


async def reach(address: Address, *, name: str, wire: Callable[[str], Wire], takes_native: bool = False) -> Reached:
    """Look who answers. `wire` makes one with the key, not open yet. `takes_native`: who asks wants OpenAI's protocol,
    whatever else is spoken there.

    Raises BadAddress for what is no such API, KeyRejected where a key is wanted or not taken, and the ProviderError of
    a way that does not lead there.
    """
    if _ANTHROPIC in address.base_url and not takes_native:
        raise _foreign("anthropic", address)
    server = await _near(address)
    if server is not None:
        address = _mended(address, server, takes_native=takes_native)
    reached = await _listed(address, ModelRef(name, "models"), wire)
    if server is None:
        return reached
    reached = replace(reached, host=server.host or (server.kind if server.kind in _NATIVE else None))
    return _without_passed_on(reached, server)


async def _near(address: Address) -> FoundServer | None:
    """What a server near by says of itself; hosts far away are asked nothing beside the list."""
    if not address.is_near:
        return None
    found = await find_on_loopback(timeout_s=_LOOK_S, origins=(address.origin,))
    return found[0] if found else None


def _mended(address: Address, server: FoundServer, *, takes_native: bool) -> Address:
    """The address under which a server speaks OpenAI's protocol. Raises BadAddress where its own would tell more: by
    OpenAI's, models that it passes on to others look like those of this machine."""
    passes_on = any(model.is_elsewhere for model in server.models)
    is_native = server.kind in _NATIVE and server.kind in PROVIDERS.names
    if is_native and not takes_native and (passes_on or not address.has_version):
        raise _foreign(server.kind, address)
    if address.has_version:
        return address
    return address.at(f"{address.origin}/v1", f"Its API is under /v1: {address.origin}/v1 is used.")


def _without_passed_on(reached: Reached, server: FoundServer) -> Reached:
    """Without the models that only the server's own protocol tells from local ones."""
    elsewhere = frozenset(model.name for model in server.models if model.is_elsewhere)
    if not elsewhere:
        return reached
    listed = reached.models
    models = listed and tuple(model for model in listed if model.name not in elsewhere)
    note = "Models that it passes on to somebody else's machines are left out."
    address = reached.address.at(reached.address.base_url, note)
    return replace(reached, address=address, models=models, elsewhere=elsewhere)


async def _listed(address: Address, ref: ModelRef, wire: Callable[[str], Wire]) -> Reached:
    """The list under an address, or under `/v1` behind it."""
    try:
        return _reached(address, await _models(address, ref, wire))
    except _Nothing as nothing:
        if address.has_version:
            return _without_list(address, nothing)
        first = nothing
    versioned = f"{address.base_url}/v1"
    try:
        models = await _models(Address(versioned), ref, wire)
    except _Nothing:
        return _without_list(address, first)
    return _reached(address.at(versioned, f"Its API is under /v1: {versioned} is used."), models)


def _reached(address: Address, listed: tuple[ListedModel, ...]) -> Reached:
    models = tuple(model for model in listed if is_showable(model.name))
    return Reached(address, models, left_out=len(listed) - len(models))


def _without_list(address: Address, nothing: _Nothing) -> Reached:
    """Some hosts have no list, and answer all the same; a page is no such host."""
    if nothing.args:
        raise BadAddress(
            "A web page is there, and no API.",
            param="url",
            hint="Look in its documentation for the address that ends where `/chat/completions` follows.",
        )
    return Reached(address, None)


async def _models(address: Address, ref: ModelRef, wire: Callable[[str], Wire]) -> tuple[ListedModel, ...]:
    try:
        async with asyncio.timeout(REACH_S), wire(address.base_url) as asked, asked.get("models", model=ref) as answer:
            status, is_page = answer.status, answer.content_type == "text/html"
            body = await answer.body() if status == 200 and not is_page else await answer.refusal()
    except TimeoutError:
        raise Silent(f"{address.origin} did not answer within {REACH_S:g} s.", model=ref) from None
    if status != 200 and not is_page and _is(body, _AnthropicError):
        raise _foreign("anthropic", address)
    if status in (401, 403, 429) or status >= 500 or (300 <= status < 400 and not is_page):
        raise refusal(status, body, ref)
    if is_page:
        raise _Nothing("page")
    if status != 200:
        raise _Nothing
    try:
        told = msgspec.json.decode(body, type=_Models)
    except msgspec.MsgspecError:
        raise _Nothing from None
    if told.has_more is not None and all(model.type == "model" for model in told.data) and told.data:
        raise _foreign("anthropic", address)
    return tuple(ListedModel(model.id.removeprefix("models/"), _context(model)) for model in told.data)


def _context(model: _Model) -> int | None:
    told = (model.max_model_len, model.context_window, model.context_length, model.max_context_length)
    return next((tokens for tokens in told if tokens is not None and tokens > 0), None)


def _is(body: bytes, kind: type[msgspec.Struct]) -> bool:
    with suppress(msgspec.MsgspecError):
        msgspec.json.decode(body, type=kind)
        return True
    return False


def _foreign(kind: str, address: Address) -> BadAddress:
    where = f" --url {address.origin}" if _ANTHROPIC not in address.base_url else ""
    return BadAddress(
        f"This speaks {_NATIVE[kind]} own protocol.",
        param="url",
        hint=f"Add it with --type {kind}{where}, or with --type openai_compatible where it speaks that one as well.",
    )
