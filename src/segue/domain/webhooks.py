"""How a message is signed, as https://www.standardwebhooks.com (version 1.0.0) has it, so that receivers can use its
libraries."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Mapping
from typing import Final

SECRET_PREFIX: Final = "whsec_"
"""What a secret begins with, so that nobody takes it for something else."""
SECRET_BYTES: Final = range(24, 65)
"""How long a secret may be, by the specification's section on signatures."""


def is_signing_secret(text: str) -> bool:
    """Whether a text is a secret in the specification's form."""
    return _key(text) is not None


def signed_headers(message_id: str, body: bytes, *, at_s: int, secret: str) -> Mapping[str, str]:
    """The three headers of a message; `at_s` is when this copy of it is sent, in seconds since 1970.

    Raises ValueError for a secret that is none, without showing it.
    """
    key = _key(secret)
    if key is None:
        raise ValueError("That is no signing secret.")
    signature = hmac.digest(key, f"{message_id}.{at_s}.".encode() + body, "sha256")
    return {
        "webhook-id": message_id,
        "webhook-timestamp": str(at_s),
        "webhook-signature": f"v1,{base64.b64encode(signature).decode()}",
    }


def _key(secret: str) -> bytes | None:
    """The bytes of a secret; None where it does not have the form."""
    encoded = secret.removeprefix(SECRET_PREFIX)
    if encoded == secret:
        return None
    try:
        key = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) in SECRET_BYTES else None
