"""Who calls the gateway: roles, and keys of which only a hash is kept."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

KEY_PREFIX = "segue-"
"""Starts every caller key, so that scanners and people can tell what leaked."""


class CallerRole(StrEnum):
    """What a caller may do."""

    CALLER = "caller"
    """Chat and list models."""
    OPERATOR = "operator"
    """Also see metrics and administer."""
    INTERNAL = "internal"
    """As a caller; also marks calls that no person reads (`segue.audience: internal`)."""
    CLINICIAN = "clinician"
    """Incidents and release; not administration."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody who may use the gateway."""

    id: str
    name: str
    role: CallerRole
    key_hash: str
    """SHA-256 of the key, hexadecimal. Keys have 256 bits of entropy, so a slow hash would add nothing."""
    created_at: datetime
    revoked_at: datetime | None = None


LOOPBACK_CALLER = "loopback"
"""The id of whoever calls from this machine without a key, where that is allowed."""


def new_key() -> str:
    """A fresh caller key; shown once, then only its hash exists."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def hash_key(key: str) -> str:
    """The hash under which a key is kept and looked up."""
    return hashlib.sha256(key.encode()).hexdigest()
