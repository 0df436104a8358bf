"""The keys for providers, sealed by the vault: put in, taken out, told of by state and fingerprint.

A key that cannot be opened is no error but a state: it has to be entered again, and everything else goes on.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final, Protocol

from segue.config.vault import Vault
from segue.domain.provider_keys import KeptKey, KeyCheck, KeyReason, KeyState
from segue.errors import SealBroken, VaultLocked

PURPOSE: Final = "provider keys"
FINGERPRINTS: Final = "key fingerprints"
"""Purpose of the key that fingerprints are made with: without it nobody can try keys against them."""


class ProviderKeyStore(Protocol):
    """The part of a journal that keeps keys for providers, documented there."""

    async def provider_keys(self) -> tuple[KeptKey, ...]:
        """Every key."""
        ...

    async def keep_provider_key(self, key: KeptKey) -> None:
        """Keep a key in place of another of its name."""
        ...

    async def note_provider_key(self, key: KeptKey) -> bool:
        """Keep how a key is now."""
        ...

    async def reseal_provider_key(self, key: KeptKey, sealed: bytes) -> bool:
        """Put other sealed bytes in place of a key's."""
        ...

    async def remove_provider_key(self, provider: str, label: str) -> bool:
        """Forget a key."""
        ...


@dataclass(frozen=True, slots=True)
class OpenedKey:
    """A key with how it is now; without itself where it cannot be opened, and where its time is over."""

    kept: KeptKey
    secret: str | None = field(repr=False)
    detail: str = ""
    """What to do, where it cannot be used."""


class ProviderKeys:
    """Keys for providers in the store. StorageError passes through; nothing is kept here in the clear."""

    def __init__(
        self, store: ProviderKeyStore, vault: Vault, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._store = store
        self._vault = vault
        self._now = now

    async def kept(self) -> tuple[KeptKey, ...]:
        """What is kept, by provider and label, as it was noted; the vault is not asked."""
        return await self._store.provider_keys()

    async def opened(self, provider: str | None = None) -> tuple[OpenedKey, ...]:
        """Every key, or a provider's. Where none is kept, no master key is looked for."""
        kept = [key for key in await self._store.provider_keys() if provider in (None, key.provider)]
        return tuple([await self.open(key) for key in kept])

    async def open(self, key: KeptKey) -> OpenedKey:
        """One key, opened; expired and undecryptable ones are told apart here, since that changes by itself."""
        again = f"segue keys set {key.provider}{_label_option(key)}"
        try:
            plain = await self._vault.open(PURPOSE, key.sealed, about=_about(key.provider, key.label))
        except VaultLocked as error:
            lost = f"Put it back; where it is lost for good, enter this key again: {again} --begin-anew"
            return _closed(key, KeyReason.MASTER_KEY, f"{error.message} {lost}")
        except SealBroken:
            return _closed(key, KeyReason.DAMAGED, f"What is kept of it is damaged. Enter it again: {again}")
        if key.expires_at is not None and key.expires_at <= self._now():
            expired = replace(key, state=KeyState.EXPIRED, reason=KeyReason.EXPIRED)
            return OpenedKey(expired, None, f"It expired on {key.expires_at:%Y-%m-%d}. Enter a new one: {again}")
        return OpenedKey(key, plain.decode())

    async def put(
        self, provider: str, label: str, secret: str, check: KeyCheck, *, expires_at: datetime | None = None
    ) -> KeptKey:
        """Keep a key with what its check came to, in place of another of its name. Raises VaultLocked."""
        now = self._now()
        key = KeptKey(
            provider,
            label,
            await self._vault.seal(PURPOSE, secret.encode(), about=_about(provider, label)),
            await self.fingerprint(secret),
            check.state,
            check.reason,
            added_at=now,
            checked_at=None if check.reason is KeyReason.NOT_CHECKED else now,
            expires_at=expires_at or check.expires_at,
        )
        await self._store.keep_provider_key(key)
        return key

    async def note(self, key: KeptKey) -> bool:
        """Keep how a key is now; False where another one stands in its place."""
        return await self._store.note_provider_key(key)

    async def remove(self, provider: str, label: str) -> bool:
        """Forget a key; False when there is none of that name."""
        return await self._store.remove_provider_key(provider, label)

    async def fingerprint(self, secret: str) -> str:
        """What people may see of a key: 32 bits of a keyed hash, the same for the same key in this installation."""
        made_with = await self._vault.data_key(FINGERPRINTS)
        digest = hmac.digest(made_with.key, secret.encode(), sha256).hex()
        return f"{digest[:4]}-{digest[4:8]}"

    async def reseal(self) -> int:
        """Seal every key that opens anew, under a new data key; how many there were. Those in use go on."""
        kept = [(key, opened.secret) for key in await self.kept() if (opened := await self._plain(key)).secret]
        if kept:
            await self._vault.renew(PURPOSE)
        for key, secret in kept:
            assert secret is not None, "only keys that open are sealed anew"
            sealed = await self._vault.seal(PURPOSE, secret.encode(), about=_about(key.provider, key.label))
            await self._store.reseal_provider_key(key, sealed)
        return len(kept)

    async def make_ready(self) -> None:
        """See that a key can be kept, before anybody types one. Raises VaultLocked."""
        try:
            await self._vault.data_key(PURPOSE)
            await self._vault.data_key(FINGERPRINTS)
        except VaultLocked as error:
            hint = "Where the earlier master key is lost for good: segue keys set NAME --begin-anew"
            raise VaultLocked(error.message, hint=f"{error.hint} {hint}") from error

    async def begin_anew(self) -> None:
        """Where the master key is lost for good: seal what comes now under the one that there is, or a new one.

        Keys from before stay undecryptable until they are entered again. So does the log of incidents, until the
        earlier master key is back.
        """
        await self._vault.begin_anew(PURPOSE)
        await self._vault.begin_anew(FINGERPRINTS)

    async def _plain(self, key: KeptKey) -> OpenedKey:
        """A key, expired ones too."""
        return await self.open(replace(key, expires_at=None))


def _closed(key: KeptKey, reason: KeyReason, detail: str) -> OpenedKey:
    return OpenedKey(replace(key, state=KeyState.UNDECRYPTABLE, reason=reason), None, detail)


def _about(provider: str, label: str) -> str:
    """What a key is sealed to: it opens nowhere else, so that nobody can make one provider's key another's."""
    return f"{provider}/{label}"


def _label_option(key: KeptKey) -> str:
    return key.name.replace(key.provider, "", 1).replace("/", " --label ")
