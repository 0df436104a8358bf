"""What a budget or a limit counts: everything, or what one provider, model, caller, session or tag takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

TAG: Final = r"[A-Za-z0-9_.:/-]{1,64}"
"""What a tag of a request has to be, as a pattern of the whole of it."""
TAG_WORDS: Final = "A tag has 1 to 64 characters: letters from a to z, digits, and _ . : / -"


class ScopeKind(StrEnum):
    """Kinds of things that money and requests are counted for."""

    GLOBAL = "global"
    PROVIDER = "provider"
    MODEL = "model"
    CALLER = "caller"
    SESSION = "session"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Scope:
    """One thing that is counted for."""

    kind: ScopeKind
    name: str = ""
    """A provider's name, `provider:name` of a model, a caller's id, a session's keyed hash or a tag.

    Empty for `global`.
    """
