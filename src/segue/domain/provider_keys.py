"""A key for a provider, as it is kept and as people may see it: its name, its state, its fingerprint; never itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

MAIN_LABEL: Final = "main"
"""What a provider's key is called where it is the only one."""
LEAST_CHARS, MOST_CHARS = 8, 4096
"""A key's length: shorter ones are slips of the hand, longer ones somebody's file."""


class KeyState(StrEnum):
    """How a key is, as far as it is known."""

    VALID = "valid"
    """Its provider took it."""
    UNVERIFIED = "unverified"
    """Nobody has asked its provider yet, or it could not say."""
    REJECTED = "rejected"
    """Its provider does not take it: mistyped, revoked, or without permission."""
    OUT_OF_CREDIT = "out_of_credit"
    """Its account has no money left."""
    EXPIRED = "expired"
    """Its time is over."""
    UNDECRYPTABLE = "undecryptable"
    """It is kept, and this master key does not open it: it has to be entered again."""


class KeyReason(StrEnum):
    """Why a key is in its state."""

    ACCEPTED = "accepted"
    NOT_CHECKED = "not_checked"
    """Nobody asked, or this type of provider has nothing that could be asked."""
    MALFORMED = "malformed"
    """It cannot be a key: spaces, other letters than a key has, too short, too long."""
    WRONG_PROVIDER = "wrong_provider"
    """It begins as another provider's keys do; it was not sent."""
    WRONG_KEY = "wrong_key"
    """Its provider does not know it (401): mistyped or revoked."""
    NO_PERMISSION = "no_permission"
    """Its provider knows it, and it may not do what was asked (403)."""
    FORBIDDEN_MODEL = "forbidden_model"
    """It is taken, and a model that is configured is not among those that it may use."""
    NO_CREDIT = "no_credit"
    RATE_LIMITED = "rate_limited"
    NO_NETWORK = "no_network"
    PROVIDER_FAULT = "provider_fault"
    """Its provider failed by itself, or answered something else."""
    EXPIRED = "expired"
    MASTER_KEY = "master_key"
    """The vault's master key is gone, or is another one."""
    DAMAGED = "damaged"
    """What is kept is not what was kept."""


@dataclass(frozen=True, slots=True)
class KeyCheck:
    """What asking a provider about a key came to."""

    state: KeyState
    reason: KeyReason
    detail: str
    """One sentence, with what to do; nothing of the key in it."""
    expires_at: datetime | None = None
    """As its provider says; None where it does not."""


@dataclass(frozen=True, slots=True)
class KeptKey:
    """A provider's key as the store has it: sealed."""

    provider: str
    """The provider's name in the configuration."""
    label: str
    """Tells several keys of one provider apart."""
    sealed: bytes = field(repr=False)
    fingerprint: str
    """For people: the same key has the same one in this installation, and it says nothing of the key."""
    state: KeyState
    reason: KeyReason
    added_at: datetime
    """When this key was put there; another key in its place has another moment."""
    checked_at: datetime | None = None
    """When its provider last said how it is; None when it never did."""
    expires_at: datetime | None = None
    used_at: datetime | None = None
    """When it was last used, to some seconds."""

    @property
    def name(self) -> str:
        """As people write it: the provider, and the label where it is not the usual one."""
        return key_name(self.provider, self.label)


def key_name(provider: str, label: str) -> str:
    """As people write it: `openrouter`, or `openrouter/second`."""
    return provider if label == MAIN_LABEL else f"{provider}/{label}"


def is_key_form(text: str) -> bool:
    """Whether a text may be a key at all: one word of printable ASCII, neither a slip nor a file."""
    return LEAST_CHARS <= len(text) <= MOST_CHARS and all("!" <= char <= "~" for char in text)
