"""The token for the Hugging Face hub: kept in the vault like a provider's key, asked about, and found when needed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Self

from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.errors import PartMissing, WeightsError
from segue.machine.hub import HubAccess
from segue.machine.hub_errors import KEY_NAME

if TYPE_CHECKING:
    from segue.config.provider_keys import ProviderKeys

__all__ = ["KEY_NAME", "HubKey", "kept_token"]

_PREFIX = "hf_"
"""What tokens begin with (huggingface.co/docs/hub/security-tokens, 2026-10)."""


class HubKey:
    """A token, to ask the hub whether it is taken; used as a provider is that has one key."""

    def __init__(self, token: str | None, *, endpoint: str | None = None) -> None:
        self._access = HubAccess(endpoint, token)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None: ...

    async def check_key(self) -> KeyCheck:
        """What the hub says of the token. It is not sent where it cannot be one."""
        token = self._access.token or ""
        if not token.startswith(_PREFIX):
            detail = f"Tokens of the hub begin with {_PREFIX}. Make one at https://huggingface.co/settings/tokens."
            return KeyCheck(KeyState.REJECTED, KeyReason.WRONG_PROVIDER, detail)
        try:
            await asyncio.to_thread(self._access.api)
        except (PartMissing, WeightsError) as error:  # nobody may be asked
            return KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, str(error))
        try:
            is_taken = await asyncio.to_thread(self._access.takes_token)
        except WeightsError as error:
            return KeyCheck(KeyState.UNVERIFIED, KeyReason.NO_NETWORK, str(error))
        if is_taken:
            return KeyCheck(KeyState.VALID, KeyReason.ACCEPTED, "The hub takes it.")
        detail = "The hub does not know it. Make another one at https://huggingface.co/settings/tokens."
        return KeyCheck(KeyState.REJECTED, KeyReason.WRONG_KEY, detail)


async def kept_token(keys: ProviderKeys) -> tuple[str | None, str]:
    """The vault's token for the hub, and what to do where one is kept that cannot be used. StorageError passes."""
    opened = await keys.opened(KEY_NAME)
    for one in opened:
        if one.secret is not None and one.kept.state in (KeyState.VALID, KeyState.UNVERIFIED):
            return one.secret, ""
    if not opened:
        return None, ""
    return None, opened[0].detail or f"The hub's token was refused. Keep another one: segue keys set {KEY_NAME}"
