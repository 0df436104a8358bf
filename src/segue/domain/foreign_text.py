"""Words that somebody else wrote, as the names in a server's list, made fit to be shown to people. Pure.

Raw they could move the cursor, colour or hide what stands there, forge lines, or fill the screen.
"""

from __future__ import annotations

from typing import Final

LONGEST_SHOWN_CHARS: Final = 200
"""As much of a foreign name or title as is shown. Our choice."""
_UNSEEN: Final = "\N{REPLACEMENT CHARACTER}"


def is_showable(name: str, *, most_chars: int = LONGEST_SHOWN_CHARS) -> bool:
    """Whether a name can be shown as it is: nobody could type another one, and it would not be the same one cut."""
    return 0 < len(name) <= most_chars and name.isprintable()


def shown(text: str, *, most_chars: int = LONGEST_SHOWN_CHARS) -> str:
    """The words on one line and not too long; what cannot be seen is marked."""
    short = text if len(text) <= most_chars else f"{text[:most_chars]}…"
    return short if short.isprintable() else "".join(char if char.isprintable() else _UNSEEN for char in short)


def shown_lines(text: str) -> str:
    """The words with their lines and tabs, whole; what cannot be seen is marked."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in "\n\t" else _UNSEEN for char in text)
