"""Text that operators' files bring: only what a person can see stands in it.

Words of a helpline are shown to people in danger, and names of rows in errors and terminals. A control character, or
one that turns the direction of writing, could show another number than the one that stands there.
"""

from __future__ import annotations

from typing import Final

from segue.errors import ConfigError

_SPACES: Final = frozenset("\u00a0\u202f")
"""Spaces that no line breaks at, as French puts them; all others but the plain one are refused."""


def odd_character(text: str) -> str | None:
    """The first character that nobody could see, as `U+202E`; None where there is none."""
    odd = next((char for char in text if not char.isprintable() and char not in _SPACES), None)
    return None if odd is None else f"U+{ord(odd):04X}"


def check_text(text: str, *, key: str) -> str:
    """The text itself. Raises ConfigError, naming the row and the field, for a character that nobody could see."""
    if (odd := odd_character(text)) is not None:
        raise ConfigError(
            f"It holds the character {odd}, which nobody can see.", key=key, hint="Write the line anew without it."
        )
    return text


def shown_name(name: str) -> str:
    """A name that is none of ours, fit for an error: what nobody could see is shown as a sign."""
    return "".join(char if odd_character(char) is None else "\ufffd" for char in name[:80])
