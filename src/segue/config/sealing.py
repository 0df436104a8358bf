"""AES-256-GCM: what is sealed comes back whole, to the same words that it was bound to, or not at all.

`cryptography` is imported when something is sealed or opened first: 8 MB and 10 ms (2026-11).
"""

from __future__ import annotations

import secrets
from typing import Final

NONCE_BYTES, TAG_BYTES = 12, 16
OVERHEAD_BYTES: Final = NONCE_BYTES + TAG_BYTES
"""How much longer a sealed text is than the plain one."""


def encrypt(key: bytes, plain: bytes, *, bound_to: bytes) -> bytes:
    """A random nonce, and what AES-256-GCM makes of it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def decrypt(key: bytes, sealed: bytes, *, bound_to: bytes) -> bytes:
    """What was encrypted. Raises ValueError for anything else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < OVERHEAD_BYTES:
        raise ValueError("too short")
    try:
        return AESGCM(key).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to)
    except InvalidTag:
        raise ValueError("not what was encrypted") from None
