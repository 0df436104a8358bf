"""Who calls the gateway: roles, and keys of which only a hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Final, Literal

from segue.domain.models import ModelRef, Privacy

CALLER_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
"""What a caller's name has to be, as a pattern of the whole of it: fit for a shell, a log line and a file's name."""
CALLER_NAME_WORDS: Final = (
    "It has 1 to 64 characters: letters from a to z, digits, dots, underscores and hyphens; a letter or digit comes "
    "first."
)
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
class CallerBudget:
    """What a caller's key may spend."""

    limit_micro_usd: int
    period: Literal["day", "month", "total"]


@dataclass(frozen=True, slots=True)
class CallerScope:
    """What a key may do within its role. It narrows what the settings allow, and never widens it."""

    models: tuple[str, ...] = ()
    """Patterns of models, as `openrouter:*`, with `*` and `?`; empty: any."""
    privacy: Privacy | None = None
    """The widest rule of its turns; None: what the settings say."""
    budget: CallerBudget | None = None
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None
    concurrent: int | None = None
    expires_at: datetime | None = None
    """From this moment on the key is refused (aware, UTC); None: it does not expire."""
    is_internal: bool = False
    """True: it may mark calls that no person reads, whatever its role."""

    @property
    def limits_rates(self) -> bool:
        """Whether the key has limits of its own of how much is asked."""
        return not (self.requests_per_minute is None and self.tokens_per_minute is None and self.concurrent is None)

    @property
    def is_open(self) -> bool:
        """Whether it narrows nothing."""
        return self == NO_SCOPE

    def allows(self, ref: ModelRef) -> bool:
        """Whether a model may answer this key's turns."""
        return not self.models or _matches(self.models, str(ref))


NO_SCOPE = CallerScope()
"""A key that may do all that its role may."""


@lru_cache(maxsize=4096)
def _matches(patterns: tuple[str, ...], name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


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
    scope: CallerScope = NO_SCOPE
    old_key_hash: str | None = field(default=None, repr=False)
    """Of the key before the last rotation, which is taken beside the new one until `old_key_until`."""
    old_key_until: datetime | None = None

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of its keys, the new one first."""
        return (self.key_hash,) if self.old_key_hash is None else (self.key_hash, self.old_key_hash)

    def takes(self, key_hash: str, now: datetime) -> bool:
        """Whether a key of this hash is its own now."""
        if hmac.compare_digest(self.key_hash, key_hash):
            return True
        is_old = self.old_key_hash is not None and hmac.compare_digest(self.old_key_hash, key_hash)
        return is_old and self.old_key_until is not None and now < self.old_key_until


LOOPBACK_CALLER = "loopback"
"""The id of whoever calls from this machine without a key, where that is allowed."""


def new_key() -> str:
    """A fresh caller key; shown once, then only its hash exists."""
    return KEY_PREFIX + secrets.token_urlsafe(32)


def hash_key(key: str) -> str:
    """The hash under which a key is kept and looked up."""
    return hashlib.sha256(key.encode()).hexdigest()
