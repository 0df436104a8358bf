"""Adding a provider of a type that knows what its models can do: nothing is tried but its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segue.cli.options import say

if TYPE_CHECKING:
    from pathlib import Path

    from segue.cli.new_key import NewKey
    from segue.cli.provider_writing import Added, Wanted
    from segue.config.load import Loaded
    from segue.domain.provider_keys import KeyCheck
    from segue.providers.contract import Provider


async def add_native(file: Path, loaded: Loaded, wanted: Wanted, kind: str, key: NewKey) -> Added:
    """Write it with the options that were given. Raises RequestError for one that its type does not have."""
    from segue.cli.provider_writing import write
    from segue.errors import KeyNotKept, RequestError
    from segue.providers.addresses import told_address
    from segue.providers.contract import PROVIDERS

    provider = PROVIDERS.load(kind)
    fields = provider.Options.model_fields
    address = told_address(wanted.url) if wanted.url else None
    options: dict[str, object] = {}
    given: dict[str, object] = {
        "base_url": address.base_url if address else None,
        "data_policy": wanted.data_policy,
        "models": {model: {} for model in wanted.models} or None,
    }
    for name, value in given.items():
        if value is not None and name not in fields:
            raise RequestError(f"Providers of type {kind} take no {name}.", param=name, hint="Leave it out.")
        if value is not None:
            options[name] = value
        elif name in fields and fields[name].is_required():
            raise RequestError(
                "Say which model to use there.", param="model", hint="--model NAME, as often as you like."
            )
    await key.find(loaded, is_needed=_needs_key(loaded, provider, options))
    if key.secret is not None and wanted.probes:
        async with _made(loaded, provider, options, key.secret) as asked:
            check = await asked.check_key()
        if _is_refused(check):
            raise KeyNotKept(f"Nothing was added. {check.detail}")
        if not wanted.quiet:
            say(f"Its key: {check.detail}")
    return await write(file, loaded, wanted, kind, options, key, address, wanted.models)


def _is_refused(check: KeyCheck) -> bool:
    from segue.domain.provider_keys import KeyReason, KeyState

    unsaid = check.state is KeyState.UNVERIFIED and check.reason is not KeyReason.NOT_CHECKED
    return check.state is KeyState.REJECTED or unsaid


def _needs_key(loaded: Loaded, kind: type[Provider], options: dict[str, object]) -> bool:
    """Whether its models say that a key is missing."""
    if not getattr(kind, "takes_key", False):
        return False
    cards = _made(loaded, kind, options, None).cards()
    return any("key" in (card.missing or "") for card in cards)


def _made(loaded: Loaded, kind: type[Provider], options: dict[str, object], key: str | None) -> Provider:
    """One as it will be, not opened yet. Raises RequestError for options that its type does not take."""
    from pydantic import ValidationError

    from segue.config.home import segue_home
    from segue.errors import RequestError
    from segue.events import Broadcast
    from segue.providers.contract import ProviderContext

    try:
        read = kind.Options.model_validate(options)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        raise RequestError(f"{where}: {first['msg']}.", param="options", hint="Correct what was given.") from None
    connect_s = loaded.settings.time.connect_s
    return kind(read, ProviderContext("new", segue_home(), Broadcast(()), key=key, connect_s=connect_s))
