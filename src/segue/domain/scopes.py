"""What a budget or a limit counts: everything, or what one provider, model, caller, session or tag takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
