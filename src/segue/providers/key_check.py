"""Whether an address that speaks OpenAI's protocol takes a key: one small request, and what its answer means.

Nothing of a provider's words is kept: OpenRouter's account of a key shows a part of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

import msgspec

from segue.domain.models import ModelRef
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState, is_key_form
from segue.errors import KeyRejected, ModelGone, OutOfCredit, ProviderError, RateLimited, Silent, Unreachable
from segue.providers.openai_errors import refusal
from segue.providers.wire import Wire

CHECK_S: Final = 10.0
"""Longest wait for an answer about a key; a person waits for it."""
_MOST_NAMED = 3

KEY_BEGINNINGS: Mapping[str, str] = MappingProxyType(
    {
        "sk-or-": "openrouter",
        "sk-ant-": "anthropic",
        "sk-proj-": "openai",
        "gsk_": "groq",
        "AIza": "gemini",
        "xai-": "xai",
        "hf_": "huggingface",
        "pplx-": "perplexity",
        "nvapi-": "nvidia",
    }
)
"""How keys begin that are one host's alone, by the host; as their makers document them (2026-03)."""


@dataclass(frozen=True, slots=True)
class AskedKey:
    """A key, and what its provider is asked about it."""

    key: str | None = field(repr=False)
    path: str | None
    """As `Host.key_path`."""
    host: str | None
    """A known host, whose keys look a known way; None for others."""

    async def check(self, wire: Wire, name: str, models: Collection[str]) -> KeyCheck:
        """Ask. `wire` is open and has the key; `models`: those that are configured there."""
        if (wrong := self.wrong_form()) is not None:
            return wrong
        ref = ModelRef(name, "keys")
        try:
            async with asyncio.timeout(CHECK_S):
                told = await _read(wire, self.path or "models", ref)
                if self.path is None and await _is_open(wire, ref):
                    return _unknown("Its list of models is open to everybody: the first turn will tell.")
        except TimeoutError:
            return _no_network(f"It did not answer within {CHECK_S:g} s.")
        except ProviderError as error:
            return _refused(error)
        return _taken(told, models)

    def wrong_form(self) -> KeyCheck | None:
        """Why a key is not even sent; None where it may be one."""
        if self.key is None or not is_key_form(self.key):
            detail = "This is no key: it has to be one word of plain letters, digits and signs."
            return KeyCheck(KeyState.REJECTED, KeyReason.MALFORMED, detail)
        owner = next((host for begins, host in KEY_BEGINNINGS.items() if self.key.startswith(begins)), None)
        if self.host is not None and owner not in (None, self.host):
            detail = f"It begins as a key of {owner} does, so it was not sent to {self.host}."
            return KeyCheck(KeyState.REJECTED, KeyReason.WRONG_PROVIDER, detail)
        return None


class _Account(msgspec.Struct):
    """What OpenRouter tells of a key (`GET /key`), as far as it is read."""

    limit_remaining: float | None = None
    expires_at: str | None = None


class _Listed(msgspec.Struct):
    """One model of a list."""

    id: str


class _Models(msgspec.Struct):
    """A list of models."""

    data: list[_Listed]


class _About(msgspec.Struct):
    """OpenRouter's answer about a key."""

    data: _Account


async def _read(wire: Wire, path: str, ref: ModelRef) -> bytes:
    async with wire.get(path, model=ref) as answer:
        if answer.status >= 300:
            raise refusal(answer.status, await answer.refusal(), ref)
        return await answer.body()


async def _is_open(wire: Wire, ref: ModelRef) -> bool:
    """Whether an address may show its models to anybody: then that it showed them says nothing of the key."""
    async with wire.without_key() as stranger, stranger.get("models", model=ref) as answer:
        return answer.status not in (401, 403)


def _taken(told: bytes, models: Collection[str]) -> KeyCheck:
    """What an answer says of a key that is taken."""
    try:
        account = msgspec.json.decode(told, type=_About).data
    except msgspec.MsgspecError:
        return _listed(told, models)
    if account.limit_remaining is not None and account.limit_remaining <= 0:
        detail = "Its limit is used up: raise it, or add credit, at the provider."
        return KeyCheck(KeyState.OUT_OF_CREDIT, KeyReason.NO_CREDIT, detail)
    return _valid("Its provider takes it.", expires_at=_moment(account.expires_at))


def _listed(told: bytes, models: Collection[str]) -> KeyCheck:
    try:
        there = {listed.id for listed in msgspec.json.decode(told, type=_Models).data}
    except msgspec.MsgspecError:
        return _valid("Its provider takes it.")
    # Gemini writes `models/NAME`; an alias, as `NAME-latest`, may be taken without being listed.
    missing = [name for name in models if name not in there and f"models/{name}" not in there]
    if not there or not missing:
        return _valid("Its provider takes it.")
    named = ", ".join(missing[:_MOST_NAMED]) + (" and others" if len(missing) > _MOST_NAMED else "")
    detail = f"Its provider takes it, but does not list {named} for it: check the name, or what this key may use."
    return KeyCheck(KeyState.VALID, KeyReason.FORBIDDEN_MODEL, detail)


def _refused(error: ProviderError) -> KeyCheck:
    """What a refusal, or no answer, says of a key."""
    match error:
        case KeyRejected(status=403):
            detail = "Its provider knows it, and it may not do this: see what it is allowed there."
            return KeyCheck(KeyState.REJECTED, KeyReason.NO_PERMISSION, detail)
        case KeyRejected():
            detail = "Its provider does not know it: it was mistyped, or revoked. Make a new one there."
            return KeyCheck(KeyState.REJECTED, KeyReason.WRONG_KEY, detail)
        case OutOfCredit():
            detail = "Its account has no credit left: add some at the provider."
            return KeyCheck(KeyState.OUT_OF_CREDIT, KeyReason.NO_CREDIT, detail)
        case RateLimited():
            detail = "Its provider gets too many requests now: try again in a while."
            return KeyCheck(KeyState.UNVERIFIED, KeyReason.RATE_LIMITED, detail)
        case ModelGone():
            return _unknown("There is nothing at this address that could be asked about a key.")
        case Unreachable() | Silent():
            return _no_network(f"{error.message} {error.hint}".strip())
        case _:
            detail = f"Its provider could not say: {error.message}"
            return KeyCheck(KeyState.UNVERIFIED, KeyReason.PROVIDER_FAULT, detail)


def _valid(detail: str, *, expires_at: datetime | None = None) -> KeyCheck:
    return KeyCheck(KeyState.VALID, KeyReason.ACCEPTED, detail, expires_at)


def _unknown(detail: str) -> KeyCheck:
    return KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, detail)


def _no_network(detail: str) -> KeyCheck:
    return KeyCheck(KeyState.UNVERIFIED, KeyReason.NO_NETWORK, detail)


def _moment(text: str | None) -> datetime | None:
    """A moment as ISO 8601 has it; None for anything else."""
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
