"""How a command asks the Hugging Face hub: with the token of the vault, else the one of the environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segue.cli.options import run, say

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.machine.hub import HubAccess


def hub_access(loaded: Loaded) -> HubAccess:
    """Where the hub is (HF_ENDPOINT) and with which token it is asked. Raises PartMissing without huggingface_hub.

    The vault's token goes before HF_TOKEN and before what `hf auth login` keeps. One that cannot be opened is said.
    """
    from segue.machine.addresses import is_safe
    from segue.machine.hub import HubAccess, known_token

    token, lack = run(_kept(loaded))
    if lack:
        say(f"segue: {lack}")
    endpoint, token = hub_endpoint(), token or known_token()
    if token and endpoint and not is_safe(endpoint):
        say("segue: HF_ENDPOINT is plain HTTP on another machine: the token is not sent there.")
        token = None
    return HubAccess(endpoint, token)


def hub_endpoint() -> str | None:
    """The mirror that HF_ENDPOINT names; None for the hub itself."""
    from segue.config.key_variables import key_in

    return key_in("HF_ENDPOINT").rstrip("/") or None


async def _kept(loaded: Loaded) -> tuple[str | None, str]:
    from segue.catalog.hub_key import kept_token
    from segue.cli.keys import opened_keys
    from segue.errors import StorageError

    try:
        async with opened_keys(loaded) as keys:
            return await kept_token(keys)
    except StorageError as error:
        return None, f"The keys that are kept could not be read: {error}"
