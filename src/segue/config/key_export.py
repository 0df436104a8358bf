"""Keys for providers in a file that only a passphrase opens: `segue-keys`, version 1.

One JSON object. `salt` and the numbers of argon2id make a key of the passphrase, and with that `sealed` (a nonce of 12
bytes, then AES-256-GCM) opens; all that stands beside it is bound to it, so that nothing can be changed. Numbers other
than those of version 1 are refused: a file that asks for gigabytes of memory is none of ours.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal

import msgspec

from segue.config.master_keys import ARGON2_KIB, ARGON2_LANES, ARGON2_PASSES, SALT_BYTES, from_passphrase
from segue.config.sealing import decrypt, encrypt
from segue.errors import SealBroken

FORMAT: Final = "segue-keys"
LEAST_PASSPHRASE_CHARS: Final = 12
"""Shorter passphrases can be guessed by whoever has the file: argon2id slows that down, and no more."""


@dataclass(frozen=True, slots=True)
class ExportedKey:
    """One key, in the clear."""

    provider: str
    label: str
    secret: str = field(repr=False)
    expires_at: datetime | None = None


class _Head(msgspec.Struct, forbid_unknown_fields=True):
    """What stands in the file readable, and is bound to the rest."""

    salt: bytes
    format: Literal["segue-keys"] = FORMAT
    version: Literal[1] = 1
    kdf: Literal["argon2id"] = "argon2id"
    passes: int = ARGON2_PASSES
    lanes: int = ARGON2_LANES
    kib: int = ARGON2_KIB


class _File(_Head, forbid_unknown_fields=True, kw_only=True):
    """The whole file."""

    sealed: bytes


class _Plain(msgspec.Struct, forbid_unknown_fields=True):
    """What is sealed."""

    keys: list[ExportedKey]


def exported(keys: Sequence[ExportedKey], passphrase: str) -> bytes:
    """The file. Takes 0.1 s."""
    head = _Head(secrets.token_bytes(SALT_BYTES))
    key = from_passphrase(passphrase, salt=head.salt)
    sealed = encrypt(key, msgspec.json.encode(_Plain(list(keys))), bound_to=msgspec.json.encode(head))
    whole = _File(head.salt, sealed=sealed)
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def imported(file: bytes, passphrase: str) -> tuple[ExportedKey, ...]:
    """The keys of a file. Raises SealBroken for another passphrase, and for what is no such file."""
    try:
        whole = msgspec.json.decode(file, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise _not_ours() from None
    if (whole.passes, whole.lanes, whole.kib) != (ARGON2_PASSES, ARGON2_LANES, ARGON2_KIB):
        raise _not_ours()
    key = from_passphrase(passphrase, salt=whole.salt)
    try:
        plain = decrypt(key, whole.sealed, bound_to=msgspec.json.encode(_Head(whole.salt)))
    except ValueError:
        raise SealBroken(
            "The file does not open.", hint="The passphrase is another one, or the file was changed."
        ) from None
    try:
        return tuple(msgspec.json.decode(plain, type=_Plain).keys)
    except msgspec.MsgspecError:
        raise _not_ours() from None


def _not_ours() -> SealBroken:
    return SealBroken("This is no file of keys that this release can read.", hint="`segue keys export` writes one.")
