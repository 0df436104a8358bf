"""How an answer is shown while it comes: as it is read, sentence by sentence, or only when all of it was read. Pure."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Literal, TypeAlias

from segue.domain.choice import Sensitivity
from segue.domain.findings import Verdict
from segue.domain.models import SafetyLevel
from segue.pipeline.release.sentence_guard import SentenceGuard
from segue.pipeline.release.streaming import StreamGuard

StreamingSetting: TypeAlias = Literal["auto", "sentence", "rolling"]
"""What `safety.streaming` may be; it is explained there."""


class StreamingMode(StrEnum):
    """When words of an answer are shown."""

    ROLLING = "rolling"
    """As soon as the checks have read far enough past them."""
    SENTENCE = "sentence"
    """Whole sentences, each when it was read, and what follows it far enough."""
    WHOLE = "whole"
    """All at once, when the answer was read in one piece."""


ROLLING, SENTENCE, WHOLE = StreamingMode
"""Looked up once: each turn asks for its mode thrice, and a member of an enumeration costs a thousand instructions."""


def streaming_mode(
    setting: StreamingSetting,
    *,
    sensitivity: Sensitivity,
    said_level: SafetyLevel,
    session_level: SafetyLevel,
    is_guarded: bool,
    in_json: bool,
) -> StreamingMode:
    """The mode for a turn. `is_guarded`: nothing may be shown before its end.

    `said_level` is that of the person's words, `session_level` the gravest that their session ever had. The setting
    can make every turn more careful; `rolling` makes none less so that is therapeutic or grave itself.
    """
    if is_guarded or in_json:
        return WHOLE
    if setting == "sentence" or sensitivity.is_therapeutic or said_level.is_serious:
        return SENTENCE
    return SENTENCE if setting == "auto" and session_level.is_serious else ROLLING


def guard_for(mode: StreamingMode, screen: Callable[[str], Verdict], *, hold_back_chars: int) -> StreamGuard:
    """A guard for one answer."""
    if mode is SENTENCE:
        return SentenceGuard(screen, hold_back_chars=hold_back_chars)
    return StreamGuard(screen, hold_back_chars, mode is WHOLE)
