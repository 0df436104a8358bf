"""What is known of the talk that a turn belongs to, besides its risk: phase, themes, how the talk goes, what is wanted.

None of it is a clinical finding. It is told by rules from the newest words and from numbers of the session, kept
nowhere, and changes which model is asked first and when a caring question is due, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from segue.domain.values import made_often


class Mode(StrEnum):
    """What a caller asks for in `segue.mode`. It can make a turn more careful, and never less."""

    GAME = "game"
    REFLECTION = "reflection"
    SKILLS = "skills"


CARING_MODES: Final = frozenset({Mode.REFLECTION, Mode.SKILLS})
"""Modes whose turns are therapeutic, whatever their words are about."""


class SessionPhase(StrEnum):
    """Where a talk is."""

    OPENING = "opening"
    """The first turns."""
    WORKING = "working"
    CLOSING = "closing"
    """The person takes their leave."""
    AFTER_CRISIS = "after_crisis"
    """The safety protocol is on, or was and is followed up."""


class Theme(StrEnum):
    """What the newest words are about."""

    GRIEF = "grief"
    ANXIETY = "anxiety"
    LONELINESS = "loneliness"
    FAMILY = "family"
    SELF_WORTH = "self_worth"


class Alliance(StrEnum):
    """How the person gets on with who answers."""

    TRUST = "trust"
    FRUSTRATION = "frustration"
    DISENGAGED = "disengaged"
    """Three messages in a row of two words at most."""


CONTEXT_TAGS: Final = frozenset(map(str, chain(Mode, SessionPhase, Theme, Alliance)))
"""All that a context may say; no two of them share a name."""


@made_often
@dataclass(frozen=True, slots=True)
class TherapeuticContext:
    """What is known of the talk in this turn."""

    phase: SessionPhase
    themes: tuple[Theme, ...] = ()
    """In the order of `Theme`."""
    alliance: tuple[Alliance, ...] = ()
    mode: Mode | None = None
    """None: nobody asked for one."""

    @property
    def tags(self) -> frozenset[str]:
        """All of it as words."""
        return frozenset(map(str, self._said()))

    def _said(self) -> Iterable[str]:
        return (self.phase, *self.themes, *self.alliance, *((self.mode,) if self.mode else ()))
