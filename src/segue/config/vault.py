"""Keeps secrets at rest: each purpose has data keys of its own, and those are sealed by the master key.

What is sealed here is AES-256-GCM, bound to its purpose and to what it is about, so that nothing can be taken from one
place and put in another. Changing the master key seals the data keys anew and touches nothing that they sealed.
`cryptography` is imported when something is sealed or opened first: 8 MB and 10 ms (2026-11).
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from segue.config.master_keys import (
    FILE_NAME,
    NEXT,
    SALT_BYTES,
    FileSource,
    GivenSource,
    KeptSource,
    KeyringSource,
    MasterKey,
    MasterSource,
    PassphraseSource,
)
from segue.config.sealing import OVERHEAD_BYTES, decrypt, encrypt
from segue.errors import SealBroken, VaultLocked
from segue.storage.contract import SealedKey, master_in_use
from segue.storage.locked_file import locked_file

if TYPE_CHECKING:
    from pydantic import SecretStr

    from segue.config.settings import VaultSettings

T = TypeVar("T")

FIND_S: Final = 5.0
"""Longest wait for all sources together: a keyring may ask somebody who is not there."""
LOCK_NAME: Final = "master.lock"
"""An empty file in SEGUE_HOME that whoever makes the master key holds."""
SALT_PURPOSE: Final = "passphrase salt"
"""Stands among the data keys without being one; it is no secret."""
_NO_MASTER: Final = ""
_VERSION: Final = b"\x01"
_NUMBER_BYTES: Final = 4


def open_vault(store: KeyStore, settings: VaultSettings, *, home: Path, given: SecretStr | None) -> Vault:
    """The vault as it is configured; `given` is what `config.load.master_key` found."""
    return Vault(
        store,
        home=home,
        given=given.get_secret_value() if given else None,
        passphrase=settings.passphrase.get_secret_value() if settings.passphrase else None,
        uses_keyring=settings.keyring,
        key_file=settings.key_file.expanduser() if settings.key_file else None,
    )


class KeyStore(Protocol):
    """The part of a journal that the vault uses, documented there."""

    async def vault_keys(self) -> tuple[SealedKey, ...]:
        """Every data key."""
        ...

    async def add_vault_key(self, key: SealedKey, *, begins_anew: bool = False) -> SealedKey | None:
        """Keep one unless there is one; None where another master key is in use."""
        ...

    async def reseal_vault_keys(self, keys: Sequence[SealedKey], *, was_under: str) -> bool:
        """Put all that are under one master key under another."""
        ...


@dataclass(frozen=True, slots=True)
class DataKey:
    """An opened data key."""

    purpose: str
    number: int
    key: bytes = field(repr=False)


class Vault:
    """Seals and opens, by purpose. It holds nothing that has to be closed; StorageError passes through.

    Every method that needs the master key raises VaultLocked where there is none, or another one than before.
    """

    def __init__(
        self,
        store: KeyStore,
        *,
        home: Path,
        given: str | None = None,
        passphrase: str | None = None,
        uses_keyring: bool = True,
        key_file: Path | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`given` is what SEGUE_MASTER_KEY holds; with a passphrase no other source is asked."""
        self._store = store
        self._home = home
        self._given = given
        self._passphrase = passphrase
        self._uses_keyring = uses_keyring
        self._key_file = key_file or home / FILE_NAME
        self._now = now
        self._master: MasterKey | None = None
        self._keys: dict[tuple[str, int], DataKey] = {}
        self._newest: dict[str, int] = {}
        self._opening = asyncio.Lock()  # one opening at a time, so that one master key is made and found

    async def master(self) -> MasterKey:
        """The master key; made where the vault has no data key yet and no source has one."""
        if self._master is None:
            async with self._opening:
                if self._master is None:
                    self._master = await self._found(await self._store.vault_keys())
        return self._master

    async def look(self) -> bool:
        """Find the master key that what is kept needs, where it is near at hand; True where it is known.

        Done early, it lets what needs the key alone go on while the store is away, and tells early what is wrong. It
        makes no key, and does not spend what a passphrase costs (0.1 s, 64 MB).
        """
        kept = () if self._master or self._passphrase else await self._store.vault_keys()
        if master_in_use(kept):
            async with self._opening:
                if self._master is None:
                    self._master = await self._found(kept)
        return self._master is not None

    async def data_key(self, purpose: str, number: int | None = None) -> DataKey:
        """A data key by its number, or the newest of its purpose, made on first need."""
        wanted = self._newest.get(purpose) if number is None else number
        if wanted is not None and (known := self._keys.get((purpose, wanted))) is not None:
            return known
        await self._read(purpose, number)
        wanted = self._newest.get(purpose) if number is None else number
        if wanted is None:
            return await self._add(purpose, 1)
        if (known := self._keys.get((purpose, wanted))) is None:
            raise SealBroken(f"The vault has no key number {wanted} for {purpose}.", hint="Restore it from a backup.")
        return known

    async def first_key(self, purpose: str) -> DataKey | None:
        """The first data key of a purpose, for what is only ever added to; None where it was never needed."""
        if (purpose, 1) not in self._keys:
            await self._read(purpose, 1)
        return self._keys.get((purpose, 1))

    async def renew(self, purpose: str) -> DataKey:
        """A new data key for what is sealed from now on; the older ones go on opening what they sealed."""
        newest = await self.data_key(purpose)
        await self._read(purpose)
        return await self._add(purpose, max(newest.number, self._newest[purpose]) + 1)

    async def begin_anew(self, purpose: str) -> DataKey:
        """A new data key, where the master key that the others are under is lost for good.

        It is under the master key that there is now, or a new one, which is in use from then on. What older data keys
        sealed stays closed until the one that they are under is back.
        """
        numbers = [key.number for key in await self._store.vault_keys() if key.purpose == purpose]
        async with self._opening:
            self._master = await self._found(())
        fresh = DataKey(purpose, max(numbers, default=0) + 1, secrets.token_bytes(32))
        kept = await self._kept(fresh, begins_anew=True)
        assert kept is not None, "what begins anew is kept beside others"
        return self._keep(await self._opened(kept))

    async def seal(self, purpose: str, plain: bytes, *, about: str) -> bytes:
        """Seal something. `about` says what it belongs to; only with the same words it can be opened again."""
        key = await self.data_key(purpose)
        return (
            _VERSION + key.number.to_bytes(_NUMBER_BYTES, "big") + encrypt(key.key, plain, bound_to=_bound(key, about))
        )

    async def open(self, purpose: str, sealed: bytes, *, about: str) -> bytes:
        """What was sealed. Raises SealBroken for anything else."""
        head = 1 + _NUMBER_BYTES
        if sealed[:1] != _VERSION or len(sealed) < head + OVERHEAD_BYTES:
            raise _broken(purpose)
        key = await self.data_key(purpose, int.from_bytes(sealed[1:head], "big"))
        try:
            return decrypt(key.key, sealed[head:], bound_to=_bound(key, about))
        except ValueError:
            raise _broken(purpose) from None

    async def rotate_master(self, new: MasterKey) -> int:
        """Seal every data key by another master key, all or none; how many there are.

        Put the new key where Segue looks for it before the next start; running processes go on with the data keys that
        they have opened. What was sealed with data keys stays as it is. Incidents that wait in a local file are under
        a key from the master key itself: bring them in first (`IncidentKeeper.flush`).
        """
        old = await self.master()
        keys = [key for key in await self._store.vault_keys() if key.master_id == old.id]
        anew = [
            SealedKey(key.purpose, key.number, new.id, _wrapped(_unwrapped(key, old), new), key.made_at) for key in keys
        ]
        if anew and not await self._store.reseal_vault_keys(anew, was_under=old.id):
            raise VaultLocked(
                "The master key was changed by somebody else, or a data key was added, in the very moment.",
                hint="Nothing was changed here. Look whether the vault opens, then try again.",
            )
        self._master = new
        return len(anew)

    async def _read(self, purpose: str, wanted: int | None = None) -> None:
        """Open the data keys of a purpose that are in the store. Only for the wanted one (the newest) it must succeed:
        older ones may be under a master key that was lost."""
        keys = [key for key in await self._store.vault_keys() if key.purpose == purpose]
        wanted = max((key.number for key in keys), default=0) if wanted is None else wanted
        for key in keys:
            if (purpose, key.number) in self._keys:
                continue
            try:
                self._keep(await self._opened(key))
            except (VaultLocked, SealBroken):
                if key.number == wanted:
                    raise

    async def _add(self, purpose: str, number: int) -> DataKey:
        """Make a data key. Where another process was first, its key is the one."""
        fresh = DataKey(purpose, number, secrets.token_bytes(32))
        if (kept := await self._kept(fresh)) is None:
            self._master = None  # another process began with another master key, or changed it: look again
            kept = await self._kept(fresh)
        if kept is None:
            raise VaultLocked(
                "The master key was changed in the very moment.", hint="Look whether the vault opens, then try again."
            )
        return self._keep(await self._opened(kept))

    async def _kept(self, key: DataKey, *, begins_anew: bool = False) -> SealedKey | None:
        master = await self.master()
        sealed = SealedKey(key.purpose, key.number, master.id, _wrapped(key, master), self._now())
        return await self._store.add_vault_key(sealed, begins_anew=begins_anew)

    async def _opened(self, key: SealedKey) -> DataKey:
        master = await self.master()
        if key.master_id != master.id:
            self._master = None  # it was changed while this process ran: look for the new one
            master = await self.master()
        if key.master_id != master.id:
            master = await self._found((key,))  # one from before somebody began anew
        return _unwrapped(key, master)

    def _keep(self, key: DataKey) -> DataKey:
        self._keys[key.purpose, key.number] = key
        self._newest[key.purpose] = max(key.number, self._newest.get(key.purpose, 0))
        return key

    async def _found(self, kept: Sequence[SealedKey]) -> MasterKey:
        """The master key in use for what is kept; the first that there is, or a new one, where nothing is kept."""
        wanted, sources = master_in_use(kept), await self._sources()
        lock = self._home / LOCK_NAME
        try:
            async with asyncio.timeout(FIND_S):
                nexts = [later for _, later in self.places()]
                return await _apart(lambda: _find((*sources, *nexts), wanted) if wanted else _first(sources, lock))
        except TimeoutError as error:
            raise VaultLocked(
                f"The master key was not found within {FIND_S:g} s.",
                hint="Unlock the system's keyring, or set `vault.keyring: false` where the key is elsewhere.",
            ) from error

    def places(self) -> tuple[tuple[KeptSource, KeptSource], ...]:
        """Where Segue itself may keep the master key: each place, and the one beside it for a key that comes next."""
        if self._passphrase:
            return ()
        file = self._key_file
        ring = ((KeyringSource(), KeyringSource(suffix=NEXT)),) if self._uses_keyring else ()
        return (*ring, (FileSource(file), FileSource(file.with_name(file.name + NEXT))))

    async def from_passphrase(self, passphrase: str) -> MasterKey:
        """The master key that another passphrase makes."""
        return await _apart(PassphraseSource(passphrase, salt=await self._salt()).derived)

    async def _sources(self) -> tuple[MasterSource, ...]:
        if self._passphrase:
            return (PassphraseSource(self._passphrase, salt=await self._salt()),)
        ring = (KeyringSource(),) if self._uses_keyring else ()
        return (*ring, GivenSource(self._given), FileSource(self._key_file))

    async def _salt(self) -> bytes:
        fresh = SealedKey(SALT_PURPOSE, 1, _NO_MASTER, secrets.token_bytes(SALT_BYTES), self._now())
        kept = await self._store.add_vault_key(fresh)
        assert kept is not None, "a salt is under no master key"
        return kept.sealed


async def _apart(work: Callable[[], T]) -> T:
    """Do what may block for ever in a thread of its own, that no stop of the process waits for."""
    loop, outcome = asyncio.get_running_loop(), Future[T]()

    def run() -> None:
        if outcome.set_running_or_notify_cancel():
            try:
                outcome.set_result(work())
            except Exception as error:  # noqa: BLE001 - handed to the one who waits
                outcome.set_exception(error)

    threading.Thread(target=run, name="segue-master-key", daemon=True).start()
    return await asyncio.wrap_future(outcome, loop=loop)


def _find(sources: Sequence[MasterSource], wanted: str) -> MasterKey:
    """The key that is wanted, wherever it is: a keyring, which costs 8 MB and may ask somebody, is looked in last."""
    found: list[MasterKey] = []
    unusable: VaultLocked | None = None
    for source in sorted(sources, key=lambda source: isinstance(source, KeyringSource)):
        try:
            key = source.find()
        except VaultLocked as error:
            unusable = unusable or error
            continue
        if key is not None and key.id == wanted:
            return key
        if key is not None:
            found.append(key)
    raise unusable or _changed(sources, found)


def _first(sources: Sequence[MasterSource], lock: Path) -> MasterKey:
    """The first key that there is, or a new one. Processes that start together end with one: not every keyring can
    tell who was first."""
    with locked_file(lock, deed="wait for another process that makes the master key"):
        keys = chain((source.find() for source in sources), (source.make() for source in sources))
        made = next((key for key in keys if key is not None), None)
    if made is None:
        raise VaultLocked("No source has a master key, and none could be made.", hint="Set SEGUE_MASTER_KEY.")
    return made


def _changed(sources: Sequence[MasterSource], found: Sequence[MasterKey]) -> VaultLocked:
    names = ", ".join(source.name for source in sources if NEXT not in source.name)
    if not found:
        return VaultLocked(
            f"The vault is sealed, and its master key is gone: looked in {names}.",
            hint="Enter it again: put the key back where it was. Without it what the vault holds cannot be read; "
            "provider keys then have to be entered anew.",
        )
    where = ", ".join(key.source for key in found)
    return VaultLocked(
        f"The master key changed: the one in {where} does not open what the vault holds.",
        hint="Enter the earlier key again, or what was sealed with it anew.",
    )


def _bound(key: DataKey, about: str) -> bytes:
    return b"\0".join((b"segue vault", key.purpose.encode(), str(key.number).encode(), about.encode()))


def _wrap_bound(purpose: str, number: int, master: MasterKey) -> bytes:
    return b"\0".join((b"segue data key", purpose.encode(), str(number).encode(), master.id.encode()))


def _wrapped(key: DataKey, master: MasterKey) -> bytes:
    return encrypt(master.key, key.key, bound_to=_wrap_bound(key.purpose, key.number, master))


def _unwrapped(key: SealedKey, master: MasterKey) -> DataKey:
    try:
        plain = decrypt(master.key, key.sealed, bound_to=_wrap_bound(key.purpose, key.number, master))
    except ValueError:
        raise SealBroken(
            f"A data key of the vault ({key.purpose}, number {key.number}) is damaged.",
            hint="Restore the database from a backup; what that key sealed cannot be read otherwise.",
        ) from None
    return DataKey(key.purpose, key.number, plain)


def _broken(purpose: str) -> SealBroken:
    return SealBroken(
        f"Something that the vault sealed for {purpose} is damaged, or was put there from another place.",
        hint="Restore it from a backup, or enter it anew.",
    )
