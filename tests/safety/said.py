"""For the codes of the crisis check: what people say, and what only sounds like it. Written for these tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences for one code in one language."""

    code: str
    language: str
    meant: tuple[str, ...]
    """Each is found under the code."""
    harmless: tuple[str, ...] = ()
    """Each passes without any finding above low."""
