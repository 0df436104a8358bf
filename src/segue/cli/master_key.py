"""`segue keys rotate-master`: another master key, while gateways run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segue.cli.options import ConfigOption, JsonOption, run, say, settings

if TYPE_CHECKING:
    from segue.config.master_keys import MasterKey
    from segue.config.vault import Vault


@dataclass(frozen=True, slots=True)
class _Told:
    data_keys: int
    provider_keys: int
    where: str
    is_ours: bool
    """False where whoever asked has to put the new key where Segue looks for it."""


def rotate_master(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Seal everything by another master key. Gateways that run go on; nothing has to be entered again.

    Where Segue keeps the master key itself (keyring, file) it makes a new one there. Where you do (SEGUE_MASTER_KEY, a
    passphrase) you are asked for the new one, and put it in place of the earlier one afterwards.
    """
    from segue.cli.printing import print_json

    told = run(_rotate(config))
    if as_json:
        print_json(told)
        return
    say(f"{told.data_keys} data keys are sealed by a new master key now: {told.where}.")
    say(f"{told.provider_keys} keys of providers were sealed anew under a new data key.")
    if told.is_ours:
        say("Keep a copy of it apart from the database; copies of the earlier one open earlier backups only.")
    else:
        say("Put it in place of the earlier one now, and start gateways anew when it suits: until then they go on.")


async def _rotate(config: Path | None) -> _Told:
    from segue.app import open_journal
    from segue.config.home import segue_home
    from segue.config.load import master_key
    from segue.config.master_rotation import place_of_master, renew_master, replace_master
    from segue.config.provider_keys import ProviderKeys
    from segue.config.vault import open_vault
    from segue.errors import RequestError
    from segue.observe.incidents import IncidentKeeper

    loaded, home = settings(config, quiet=True), segue_home()
    async with open_journal(loaded.settings, home=home) as journal:
        vault = open_vault(journal, loaded.settings.vault, home=home, given=master_key())
        await vault.master()
        # Incidents that wait in the local file are under the present master key alone.
        if not await IncidentKeeper(journal, vault, home=home).flush():
            raise RequestError(
                "Incidents wait in a local file and cannot be brought into the log.", hint="See: segue safety verify"
            )
        place = await place_of_master(vault)
        rotated = (
            await renew_master(vault, place)
            if place
            else await replace_master(vault, await _asked(vault, loaded.settings.vault.passphrase is not None))
        )
        count = await ProviderKeys(journal, vault).reseal()
    return _Told(rotated.data_keys, count, rotated.where, is_ours=place is not None)


async def _asked(vault: Vault, is_passphrase: bool) -> MasterKey:
    """The new master key, from whoever keeps it."""
    from segue.cli.secret_input import read_secret
    from segue.config.key_export import LEAST_PASSPHRASE_CHARS
    from segue.config.master_keys import GivenSource
    from segue.errors import RequestError

    if not is_passphrase:
        new = GivenSource(read_secret("New master key (made by: openssl rand -base64 32)")).find()
        assert new is not None, "what was read is not empty"
        return new
    passphrase = read_secret("New passphrase", twice=True)
    if len(passphrase) < LEAST_PASSPHRASE_CHARS:
        raise RequestError(
            f"The passphrase is too short: it needs {LEAST_PASSPHRASE_CHARS} characters.", hint="Use several words."
        )
    return await vault.from_passphrase(passphrase)
