"""Another master key, so that at every moment one that opens what is kept is where Segue looks for it.

A key that Segue keeps itself (file, keyring) is first put beside the present one, then the data keys are sealed by it,
then it takes the place of the present one. Whoever is killed in between leaves two places, and both are looked in.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from segue.config.master_keys import KEY_BYTES, KeptSource, MasterKey
from segue.config.vault import Vault


@dataclass(frozen=True, slots=True)
class Rotated:
    """What came of it."""

    data_keys: int
    where: str
    """Where the new master key is, as an operator reads it."""


async def place_of_master(vault: Vault) -> tuple[KeptSource, KeptSource] | None:
    """Where Segue keeps the present master key, and the place beside it; None where somebody else keeps it.

    A change that was broken off is brought to its end first. Raises VaultLocked.
    """
    master = await vault.master()
    for place, beside in vault.places():
        if master.source == beside.name:
            place.put(master.key)
            beside.clear()
            return place, beside
        if master.source == place.name:
            return place, beside
    return None


async def renew_master(vault: Vault, place: tuple[KeptSource, KeptSource]) -> Rotated:
    """Make another master key in the place of the present one."""
    now, beside = place
    new = beside.put(secrets.token_bytes(KEY_BYTES))
    count = await vault.rotate_master(new)
    now.put(new.key)
    beside.clear()
    return Rotated(count, now.name)


async def replace_master(vault: Vault, new: MasterKey) -> Rotated:
    """Seal by a master key that somebody else keeps, who has to put it where Segue looks for it."""
    return Rotated(await vault.rotate_master(new), new.source)
