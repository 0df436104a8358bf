"""Hears turns to their end where texts of incidents are kept (`safety.texts`): grave ones go to their keeper."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime
from typing import Final

from segue.config.safety_settings import TextSettings
from segue.domain.chat import INTERNAL, TextDelta
from segue.domain.incident_texts import IncidentText
from segue.domain.models import SafetyLevel
from segue.observe.incident_texts import TextKeeper
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import TurnPiece
from segue.pipeline.upkeep.health import PartHealth
from segue.safety.hearing import heard

_PART: Final = "incident texts"


class TextHearing:
    """Which turns are kept, and by whom."""

    def __init__(self, settings: TextSettings, keeper: TextKeeper) -> None:
        self._settings = settings
        self._least = SafetyLevel(settings.level)
        self.keeper = keeper

    def heard(self, pieces: AsyncGenerator[TurnPiece], turn: TurnRecord) -> AsyncGenerator[TurnPiece]:
        """A turn's pieces as they are; while nothing is to be kept, or without a session, nobody listens."""
        if turn.asker.session_id is None or not self._settings.enabled or turn.request.audience == INTERNAL:
            return pieces
        return self._heard(pieces, turn)

    async def _heard(self, pieces: AsyncGenerator[TurnPiece], turn: TurnRecord) -> AsyncGenerator[TurnPiece]:
        """At its end, or where it is left or fails, what was said and shown is kept if it was grave."""
        shown: list[str] = []
        async with aclosing(pieces):
            try:
                async for piece in pieces:
                    if isinstance(piece, TextDelta):
                        shown.append(piece.text)
                    yield piece
            finally:
                if turn.session is not None and self._is_kept(turn):
                    said, at = heard(turn.request.messages)[0], datetime.now(UTC)
                    self.keeper.keep(IncidentText(turn.id, turn.session.session, at, said, "".join(shown)))

    def _is_kept(self, turn: TurnRecord) -> bool:
        """By the gravest of its words, its answer, and the alarm that it raised: that of a bare "no" is as grave as the
        talk was, and whoever follows up has to read what raised it."""
        levels = [turn.said_verdict.level, turn.verdict.level]
        levels += [turn.ticket.handoff.level] if turn.ticket is not None else []
        return any(level.rank >= self._least.rank for level in levels)

    @property
    def sentence(self) -> str:
        """What start-up and `segue doctor` say of it; empty while nothing is kept."""
        if not self._settings.enabled:
            return ""
        return (
            f"The words of turns from level {self._least} on are kept for {self._settings.keep_days} days, sealed: "
            "clinicians can read them, and each reading is logged."
        )

    def health(self) -> tuple[PartHealth, ...]:
        """Whether texts are kept as they should be; nothing while none are to be."""
        if not self._settings.enabled:
            return ()
        if self.keeper.failure is not None:
            found = f"Texts wait in memory, {self.keeper.lost} were lost: {self.keeper.failure.message}"
            return (PartHealth(_PART, "wrong", found, self.keeper.failure.hint),)
        if self.keeper.lost:
            return (PartHealth(_PART, "note", f"{self.keeper.lost} texts were lost since the start."),)
        return (PartHealth(_PART, "ok", self.sentence),)
