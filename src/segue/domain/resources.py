"""Written words for people: fixed replies, with who has reviewed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """Words written by people, shown as they stand; while `reviewed_by` is None no clinician has signed them."""

    code: str
    """What it answers: `crisis`, `output_stopped`, `check_in`."""
    language: str
    text: str
    version: str
    reviewed_by: str | None = None
    reviewed_at: date | None = None

    @property
    def is_reviewed(self) -> bool:
        """True when a clinician has signed these words."""
        return self.reviewed_by is not None and self.reviewed_at is not None
