"""Adding a provider of a type that knows what its models can do: nothing is tried but its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from segue.cli.options import say

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from segue.cli.new_key import NewKey
    from segue.cli.provider_writing import Added, Wanted
    from segue.config.load import Loaded
    from segue.domain.provider_keys import KeyCheck
    from segue.providers.contract import Provider


async def add_native(file: Path, loaded: Loaded, wanted: Wanted, kind: str, key: NewKey) -> Added:
    """Write it with the options that were given. Raises RequestError for one that its type does not have."""
    from segue.cli.provider_rows import address_of, host_row
    from segue.cli.provider_writing import write
    from segue.errors import RequestError
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
    read = _read(provider, options)
    row = host_row(kind, read)
    needs_key = getattr(provider, "takes_key", False) and row is not None and row.key_variable is not None
    await key.find(loaded, is_needed=needs_key, address=address_of(kind, read) or kind)
    check = None
    if key.secret is not None and wanted.probes:
        check = await _checked(provider, read, key.secret, connect_s=loaded.settings.time.connect_s)
        if not wanted.quiet:
            say(f"Its key: {check.detail}")
    return await write(file, loaded, wanted, kind, options, key, address, wanted.models, check=check)


def _read(kind: type[Provider], options: dict[str, object]) -> BaseModel:
    """The options as the type reads them. Raises RequestError for some that it does not take."""
    from pydantic import ValidationError

    from segue.config.wording import plain_words
    from segue.errors import RequestError

    try:
        return kind.Options.model_validate(options)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        said = plain_words(first["type"], first["msg"])
        raise RequestError(f"{where}: {said}", param="options", hint="Correct what was given.") from None


async def _checked(kind: type[Provider], options: BaseModel, key: str, *, connect_s: float) -> KeyCheck:
    """What the provider says of a key. Raises KeyNotKept for one that it does not take, or where nobody could say."""
    from segue.config.home import segue_home
    from segue.domain.provider_keys import KeyReason, KeyState
    from segue.errors import KeyNotKept
    from segue.events import Broadcast
    from segue.providers.contract import ProviderContext

    async with kind(
        options, ProviderContext("new", segue_home(), Broadcast(()), key=key, connect_s=connect_s)
    ) as asked:
        check = await asked.check_key()
    is_unsaid = check.state is KeyState.UNVERIFIED and check.reason is not KeyReason.NOT_CHECKED
    if check.state is KeyState.REJECTED or is_unsaid:
        raise KeyNotKept(f"Nothing was added. {check.detail}", hint="With --no-probe it is added untried.")
    return check
