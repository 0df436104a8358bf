"""Where the master key comes from: the system's keyring, the environment, a file of mode 0600, or a passphrase.

It opens the vault's data keys and nothing else, and no database holds it. Sources are asked in this order; where data
keys exist already, only a key that opens them will do, and none is ever made anew.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final, Protocol

from typing_extensions import override

from segue.errors import VaultLocked

KEY_BYTES: Final = 32
"""AES-256."""
KEY_VARIABLE: Final = "SEGUE_MASTER_KEY"
FILE_NAME: Final = "master.key"
"""The key file in SEGUE_HOME."""
SALT_BYTES: Final = 16
ARGON2_PASSES, ARGON2_LANES, ARGON2_KIB = 3, 4, 64 * 1024
"""The second recommended option: https://www.rfc-editor.org/rfc/rfc9106#section-4 (2026-11). About 0.1 s."""
NEXT: Final = ".next"
"""Behind the name of the place of a master key that is about to be in use."""
_SERVICE, _USER = "segue", "master key"
_OPEN_TO_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True, slots=True)
class MasterKey:
    """A master key, and where it came from."""

    key: bytes = field(repr=False)
    source: str

    @property
    def id(self) -> str:
        """Tells keys apart without telling anything of them: a hash of 256 random bits."""
        return sha256(b"segue master key\0" + self.key).hexdigest()[:16]

    def derived(self, purpose: str) -> bytes:
        """A key for something that has to be opened while no store is there."""
        return sha256(b"segue derived key\0" + purpose.encode() + b"\0" + self.key).digest()


class MasterSource(Protocol):
    """One place where a master key may be. Its methods block: under an event loop, call them in a thread."""

    name: str
    """As an operator reads it."""

    def find(self) -> MasterKey | None:
        """The key, None where there is none. Raises VaultLocked where there is something that cannot be used."""
        ...

    def make(self) -> MasterKey | None:
        """Make a key there on first need, or find the one that another process made; None where none can be made."""
        ...


class KeptSource(MasterSource, Protocol):
    """A place in which Segue itself keeps a master key, and so can change it."""

    def put(self, key: bytes) -> MasterKey:
        """Keep a key here, whatever was here. Raises VaultLocked where that is not possible."""
        ...

    def clear(self) -> None:
        """Keep nothing here."""
        ...


class KeyringSource(KeptSource):
    """The system's keyring, through the library `keyring` where it is installed; never one of its plain-text files."""

    def __init__(self, *, suffix: str = "") -> None:
        self.name = f"the system's keyring{suffix and f' ({_USER}{suffix})'}"
        self._user = f"{_USER}{suffix}"

    @override
    def find(self) -> MasterKey | None:
        ring = _keyring()
        if ring is None:
            return None
        try:
            text = ring.get_password(_SERVICE, self._user)
        except Exception:  # noqa: BLE001 - back ends raise what they like: locked, refused, no bus
            return None  # as good as none: where it held the key, opening the vault names every source
        return None if text is None else MasterKey(_decoded(text, where=self.name), self.name)

    @override
    def make(self) -> MasterKey | None:
        ring = _keyring()
        if ring is None:
            return None
        try:
            ring.set_password(_SERVICE, self._user, encoded(secrets.token_bytes(KEY_BYTES)))
        except Exception:  # noqa: BLE001 - as above: then the key is made elsewhere
            return None
        return self.find()

    @override
    def put(self, key: bytes) -> MasterKey:
        ring = _keyring()
        try:
            if ring is not None:
                ring.set_password(_SERVICE, self._user, encoded(key))
        except Exception:  # noqa: BLE001 - as above; whether it is there is asked next
            ring = None
        found = self.find() if ring is not None else None
        if found is None or found.key != key:
            raise VaultLocked("The system's keyring did not take the new master key.", hint="Unlock it; try again.")
        return found

    @override
    def clear(self) -> None:
        ring = _keyring()
        if ring is not None:
            with suppress(Exception):  # nothing there, or refused: a key that is not in use opens nothing
                ring.delete_password(_SERVICE, self._user)


class _Ring(Protocol):
    """The part of a keyring's back end that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def _keyring() -> _Ring | None:
    """The keyring's back end, unless it is none, or one that keeps keys readable for anybody who has the disk."""
    try:
        import keyring
    except ImportError:
        return None
    try:
        ring = keyring.get_keyring()
    except Exception:  # noqa: BLE001 - a back end that cannot be loaded is none
        return None
    return ring if _is_safe(ring) else None


_SAFE_BACKENDS: Final = ("keyring.backends.SecretService", "keyring.backends.kwallet", "keyring.backends.macOS")
_SAFE_BACKENDS_WINDOWS: Final = "keyring.backends.Windows"


def _is_safe(ring: object) -> bool:
    """Known good ones by name: a list of bad ones would miss the next."""
    if type(ring).__module__ == "keyring.backends.chainer":
        backends = getattr(ring, "backends", ())
        return bool(backends) and all(map(_is_safe, backends))
    return type(ring).__module__.startswith((*_SAFE_BACKENDS, _SAFE_BACKENDS_WINDOWS))


class GivenSource(MasterSource):
    """The variable SEGUE_MASTER_KEY, as `config.load.master_key` read it."""

    name = f"the variable {KEY_VARIABLE}"

    def __init__(self, text: str | None) -> None:
        self._text = text

    @override
    def find(self) -> MasterKey | None:
        return None if not self._text else MasterKey(_decoded(self._text, where=self.name), self.name)

    @override
    def make(self) -> MasterKey | None:
        return None


class FileSource(KeptSource):
    """A file that its owner alone may read, made on first need."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.name = f"the file {path}"

    @override
    def find(self) -> MasterKey | None:
        try:
            file = os.open(self._path, os.O_RDONLY | os.O_CLOEXEC)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._unusable(f"cannot be read: {error.strerror}", hint="Make it readable for this user.") from error
        with os.fdopen(file, "rb") as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            if mode & _OPEN_TO_OTHERS:
                raise self._unusable(
                    f"can be read or written by others (its mode is {mode:04o})",
                    hint=f"Run: chmod 600 {self._path}. If others may have read it, change the master key as well.",
                )
            text = opened.read(4096)
        return MasterKey(_decoded(text.decode("ascii", "replace"), where=self.name), self.name)

    @override
    def make(self) -> MasterKey | None:
        def keep_first(fresh: Path) -> None:
            # link() fails when another process was first: then both use that one's key.
            with suppress(FileExistsError):
                self._path.hardlink_to(fresh)

        self._write(secrets.token_bytes(KEY_BYTES), keep_first)
        return self.find()

    @override
    def put(self, key: bytes) -> MasterKey:
        self._write(key, lambda fresh: fresh.replace(self._path))
        return MasterKey(key, self.name)

    @override
    def clear(self) -> None:
        with suppress(OSError):  # a key that is not in use opens nothing
            self._path.unlink()

    def _write(self, key: bytes, put_in_place: Callable[[Path], object]) -> None:
        """Have a key on the disk before anybody sees it under the file's name."""
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
            try:
                with os.fdopen(file, "wb") as opened:
                    opened.write(f"{encoded(key)}\n".encode())
                    opened.flush()
                    os.fsync(opened.fileno())
                put_in_place(fresh)
            finally:
                fresh.unlink(missing_ok=True)
            _flush_folder(self._path.parent)
        except OSError as error:
            raise self._unusable(
                f"cannot be made: {error.strerror}", hint="SEGUE_HOME has to be a folder that this user can write to."
            ) from error

    def _unusable(self, why: str, *, hint: str) -> VaultLocked:
        return VaultLocked(f"The master key file {self._path} {why}.", hint=hint)


class PassphraseSource(MasterSource):
    """A passphrase, made into a key by argon2id with a salt that the store holds."""

    name = "the passphrase (vault.passphrase)"

    def __init__(self, passphrase: str, *, salt: bytes) -> None:
        self._passphrase = passphrase
        self._salt = salt

    @override
    def find(self) -> MasterKey | None:
        return self.derived()

    @override
    def make(self) -> MasterKey | None:
        return self.derived()

    def derived(self) -> MasterKey:
        """The key; a passphrase always makes one."""
        return MasterKey(from_passphrase(self._passphrase, salt=self._salt), self.name)


def from_passphrase(passphrase: str, *, salt: bytes) -> bytes:
    """A key from a passphrase, by argon2id. Takes 0.1 s and 64 MB. Raises VaultLocked where OpenSSL has none."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        derive = Argon2id(
            salt=salt, length=KEY_BYTES, iterations=ARGON2_PASSES, lanes=ARGON2_LANES, memory_cost=ARGON2_KIB
        ).derive
    except UnsupportedAlgorithm as error:
        raise VaultLocked(
            "This machine's cryptography library cannot use a passphrase: its OpenSSL knows no argon2id.",
            hint="Install the wheel of `cryptography`, or leave `vault.passphrase` empty and use a key file.",
        ) from error
    return derive(passphrase.encode())


def encoded(key: bytes) -> str:
    """A key as text, as files and variables hold it."""
    return base64.b64encode(key).decode()


def _decoded(text: str, *, where: str) -> bytes:
    """The key in a text: 64 hexadecimal digits, or base64. Raises VaultLocked, which shows nothing of it."""
    text = text.strip()
    try:
        key = bytes.fromhex(text) if len(text) == 2 * KEY_BYTES else base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise VaultLocked(
            f"What {where} holds is no master key: that has {KEY_BYTES} bytes, in base64 or hexadecimal.",
            hint="Put the right one there again. `openssl rand -base64 32` makes one for a new installation.",
        )
    return key


def _flush_folder(path: Path) -> None:
    folder = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
