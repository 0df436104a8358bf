"""`segue keys`: the keys for providers, encrypted at rest; of a key nothing but state and fingerprint is ever shown."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.key_files import export_keys, import_keys
from segue.cli.master_key import rotate_master
from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.domain.provider_keys import MAIN_LABEL

if TYPE_CHECKING:
    from pathlib import Path

    from segue.catalog.hub_key import HubKey
    from segue.config.load import Loaded
    from segue.config.provider_keys import OpenedKey, ProviderKeys
    from segue.domain.provider_keys import KeptKey, KeyCheck
    from segue.providers.contract import Provider

app = typer.Typer(name="keys", help="Keys for providers, encrypted at rest.", no_args_is_help=True)

ProviderArgument = Annotated[
    str, typer.Argument(help="The provider's name in the settings; huggingface for the hub that weights come from.")
]
LabelOption = Annotated[str, typer.Option("--label", help="Which one, where a provider has several.")]
NoVerifyOption = Annotated[bool, typer.Option("--no-verify", help="Keep it without asking its provider about it.")]
ExpiresOption = Annotated[
    datetime | None,
    typer.Option("--expires", formats=["%Y-%m-%d"], help="From this day on (UTC) it is not used any more."),
]
CACHED_S = 60.0
"""How long the outcome of a check is believed without asking again."""


@app.command("set")
def set_key(
    provider: ProviderArgument,
    label: LabelOption = MAIN_LABEL,
    expires: ExpiresOption = None,
    no_verify: NoVerifyOption = False,
    begin_anew: Annotated[
        bool, typer.Option("--begin-anew", help="The master key is lost for good: begin with the one there is now.")
    ] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Keep a key. It is asked for and never shown, or read from standard input; its provider is asked about it first.

    A key that is there already by that name is replaced. Running gateways use it within seconds.
    """
    _tell(run(_set(config, provider, label, _day(expires), verifies=not no_verify, begins_anew=begin_anew)), as_json)


@app.command("rotate")
def rotate(
    provider: ProviderArgument,
    label: LabelOption = MAIN_LABEL,
    expires: ExpiresOption = None,
    no_verify: NoVerifyOption = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put a new key in the place of one that is there, while it is in use; answers under way keep the earlier one."""
    kept = run(_set(config, provider, label, _day(expires), verifies=not no_verify, replaces=True))
    _tell(kept, as_json)
    say("Running gateways use it within 2 seconds; then revoke the earlier one at its provider.")


@app.command("list")
def list_keys(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show every key by state and fingerprint; no provider is asked."""
    from segue.cli.printing import print_json, print_table

    opened = run(_list(config))
    if as_json:
        print_json({"keys": [_facts(one.kept, one.detail) for one in opened]})
        return
    headings = ("provider", "label", "state", "fingerprint", "added", "checked", "used", "expires", "note")
    print_table(headings, map(_row, opened))


@app.command("test")
def try_keys(
    provider: Annotated[str | None, typer.Argument(help="Only this provider's.")] = None,
    label: Annotated[str | None, typer.Option("--label", help="Only this one.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Ask also about a key that was asked about just now.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the providers whether they take the keys, also those that the settings name; nothing is charged.

    Exit status 1 means that one is not valid.
    """
    from segue.cli.printing import print_json
    from segue.domain.provider_keys import KeyState

    tested = run(_test(config, provider, label, again=again))
    if as_json:
        print_json({"keys": [{"name": one.name, **_check_facts(one.check), "asked": one.asked} for one in tested]})
    else:
        for one in tested:
            typer.echo(f"{one.name}: {one.check.state}. {one.check.detail}")
    if any(one.check.state is not KeyState.VALID for one in tested):
        raise typer.Exit(1)


@app.command("remove")
def remove(
    provider: ProviderArgument,
    label: LabelOption = MAIN_LABEL,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Forget a key. Running gateways stop using it within seconds; revoke it at its provider as well."""
    from segue.cli.printing import print_json
    from segue.domain.provider_keys import key_name

    if not run(_remove(config, provider, label)):
        raise _no_such_key(key_name(provider, label))
    if as_json:
        print_json({"provider": provider, "label": label, "removed": True})
    else:
        say(f"The key of {key_name(provider, label)} is forgotten here. Revoke it at its provider as well.")


app.command("rotate-master")(rotate_master)
app.command("export")(export_keys)
app.command("import")(import_keys)


@dataclass(frozen=True, slots=True)
class _Tested:
    """A key, and what asking about it came to."""

    name: str
    check: KeyCheck
    asked: bool


@asynccontextmanager
async def opened_keys(loaded: Loaded) -> AsyncGenerator[ProviderKeys]:
    """The keys of this installation."""
    from segue.app import open_journal
    from segue.config.home import segue_home
    from segue.config.load import master_key
    from segue.config.provider_keys import ProviderKeys
    from segue.config.vault import open_vault

    home = segue_home()
    async with open_journal(loaded.settings, home=home) as journal:
        yield ProviderKeys(journal, open_vault(journal, loaded.settings.vault, home=home, given=master_key()))


async def know_keys(loaded: Loaded, providers: Mapping[str, Provider]) -> None:
    """Let providers that are not open yet have the keys that are kept for them."""
    from segue.app import open_journal
    from segue.catalog.keys import KeyKeeper
    from segue.config.home import segue_home
    from segue.config.load import master_key
    from segue.config.vault import open_vault

    home = segue_home()
    journal = open_journal(loaded.settings, home=home)
    vault = open_vault(journal, loaded.settings.vault, home=home, given=master_key())
    await KeyKeeper(journal, vault, providers, changed=lambda _: None).look()


async def _set(
    config: Path | None,
    provider: str,
    label: str,
    expires: datetime | None,
    *,
    verifies: bool,
    replaces: bool = False,
    begins_anew: bool = False,
) -> tuple[KeptKey, KeyCheck]:
    import re

    from segue.cli.secret_input import read_secret
    from segue.config.section import NAME_PATTERN
    from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState, is_key_form, key_name
    from segue.errors import KeyNotKept, RequestError

    loaded, name = settings(config, quiet=True), key_name(provider, label)
    if re.fullmatch(NAME_PATTERN, label) is None:
        raise RequestError("That is no label.", param="label", hint="Small letters, digits, _ and -, as `second`.")
    _asked(loaded, provider, None)  # whether there is one, before anybody types a key
    async with opened_keys(loaded) as keys:
        before = next((one for one in await keys.kept() if (one.provider, one.label) == (provider, label)), None)
        if replaces and before is None:
            raise _no_such_key(name)
        if begins_anew:
            await keys.begin_anew()
        await keys.make_ready()
        secret = read_secret(f"Key of {name}")
        if not is_key_form(secret):
            raise KeyNotKept(
                "That is no key: it has to be one word of 8 or more letters, digits and signs. Nothing was kept."
            )
        if replaces and before is not None and await keys.fingerprint(secret) == before.fingerprint:
            raise RequestError(f"That is the key that {name} has already.", hint="Make a new one at its provider.")
        check = KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "It was not tried.")
        if verifies:
            async with _asked(loaded, provider, secret) as asked:
                check = await asked.check_key()
            if check.state is KeyState.REJECTED:
                raise KeyNotKept(f"The key was not kept. {check.detail}")
            if check.state is KeyState.UNVERIFIED and check.reason is not KeyReason.NOT_CHECKED:
                raise KeyNotKept(
                    f"The key was not kept: it could not be checked. {check.detail}",
                    hint="It may be right: try again later, or keep it unchecked with --no-verify.",
                )
        kept = await keys.put(provider, label, secret, check, expires_at=expires)
    configured = loaded.settings.providers.get(provider)
    if configured is not None and configured.key is not None:
        say(
            f"It is not used while `providers.{provider}.key` or `key_file` is set: what the settings name goes before."
        )
    return kept, check


async def _list(config: Path | None) -> tuple[OpenedKey, ...]:
    async with opened_keys(settings(config, quiet=True)) as keys:
        return await keys.opened()


async def _test(config: Path | None, provider: str | None, label: str | None, *, again: bool) -> list[_Tested]:
    from segue.catalog.providers import provider_with_key
    from segue.errors import RequestError

    loaded = settings(config, quiet=True)
    tested = []
    for name, configured in loaded.settings.providers.items():
        if configured.enabled and configured.key is not None and provider in (None, name) and label is None:
            async with provider_with_key(loaded, name, configured.key.get_secret_value()) as asked:
                tested.append(_Tested(f"{name} (from the settings)", await asked.check_key(), asked=True))
    async with opened_keys(loaded) as keys:
        chosen = [one for one in await keys.opened(provider) if label in (None, one.kept.label)]
        tested += [await _tested(loaded, keys, one, again=again) for one in chosen]
    if not tested:
        raise RequestError("There is no such key.", hint="`segue keys list` shows which there are.")
    return tested


async def _tested(loaded: Loaded, keys: ProviderKeys, one: OpenedKey, *, again: bool) -> _Tested:
    """Ask about one key, unless somebody just did, and keep what came of it."""
    from datetime import UTC

    from segue.domain.provider_keys import KeyCheck, KeyState

    kept, now = one.kept, datetime.now(UTC)
    if one.secret is None:
        return _Tested(kept.name, KeyCheck(kept.state, kept.reason, one.detail), asked=False)
    is_fresh = kept.checked_at is not None and (now - kept.checked_at).total_seconds() < CACHED_S
    if is_fresh and not again and kept.state is not KeyState.UNVERIFIED:
        return _Tested(
            kept.name, KeyCheck(kept.state, kept.reason, f"Asked less than a minute ago: {kept.reason}."), asked=False
        )
    async with _asked(loaded, kept.provider, one.secret) as asked:
        check = await asked.check_key()
    if check.state is not KeyState.UNVERIFIED:  # what could not be asked says nothing new
        expires_at = kept.expires_at or check.expires_at
        await keys.note(replace(kept, state=check.state, reason=check.reason, checked_at=now, expires_at=expires_at))
    return _Tested(kept.name, check, asked=True)


def _asked(loaded: Loaded, provider: str, secret: str | None) -> Provider | HubKey:
    """Who is asked about a key: its provider, or the Hugging Face hub, from which weights come."""
    from segue.catalog.hub_key import KEY_NAME, HubKey
    from segue.catalog.providers import provider_with_key
    from segue.cli.hub_access import hub_endpoint

    if provider == KEY_NAME and provider not in loaded.settings.providers:
        return HubKey(secret, endpoint=hub_endpoint())
    return provider_with_key(loaded, provider, secret)


async def _remove(config: Path | None, provider: str, label: str) -> bool:
    async with opened_keys(settings(config, quiet=True)) as keys:
        return await keys.remove(provider, label)


def _day(moment: datetime | None) -> datetime | None:
    """The beginning of a day in UTC, which must not be past."""
    from datetime import UTC

    from segue.errors import RequestError

    if moment is None:
        return None
    day = moment.replace(tzinfo=UTC)
    if day <= datetime.now(UTC):
        raise RequestError("That day is past.", param="expires", hint="Name a day to come, as 2027-01-31.")
    return day


def _no_such_key(name: str) -> Exception:
    from segue.errors import RequestError

    return RequestError(
        f"There is no key of {name}.", hint="`segue keys list` shows which there are.", param="provider"
    )


def _tell(outcome: tuple[KeptKey, KeyCheck], as_json: bool) -> None:
    from segue.cli.printing import print_json

    kept, check = outcome
    if as_json:
        print_json(_facts(kept, check.detail))
    else:
        say(f"The key of {kept.name} is kept: {kept.state}, fingerprint {kept.fingerprint}. {check.detail}")


def _row(one: OpenedKey) -> tuple[str, ...]:
    kept = one.kept
    moments = (kept.added_at, kept.checked_at, kept.used_at, kept.expires_at)
    note = one.detail or ("" if kept.reason == "accepted" else kept.reason)
    return (kept.provider, kept.label, kept.state, kept.fingerprint, *(_date(moment) for moment in moments), note)


def _date(moment: datetime | None) -> str:
    return "-" if moment is None else f"{moment:%Y-%m-%d}"


def _facts(kept: KeptKey, detail: str) -> dict[str, object]:
    return {
        "provider": kept.provider,
        "label": kept.label,
        "state": kept.state,
        "reason": kept.reason,
        "detail": detail or None,
        "fingerprint": kept.fingerprint,
        "added_at": kept.added_at,
        "checked_at": kept.checked_at,
        "used_at": kept.used_at,
        "expires_at": kept.expires_at,
    }


def _check_facts(check: KeyCheck) -> dict[str, object]:
    return {"state": check.state, "reason": check.reason, "detail": check.detail}
