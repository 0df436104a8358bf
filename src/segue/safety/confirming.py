"""Whether words say plainly that the person is safe. A yes with anything else behind it confirms nothing.

"Yes, I'll be safe when it's over" begins with a yes and speaks of death. So it is not looked for what must not stand
behind a yes, which nobody can list, but every word has to be one of those that the question itself is made of.
"""

from __future__ import annotations

from typing import Final

from segue.domain.late_patterns import late_pattern
from segue.domain.risk import Answer
from segue.safety.answers import IS_YES_NOW, LEADING_YES, MOST_CHARS, MOST_WORDS, POLITE_ALONE, answer_in, is_doubtful
from segue.safety.light import makes_light, says_nothing
from segue.safety.reading.short import any_of, clauses, plain
from segue.safety.rows import confirming as rows


def confirms_safety(text: str) -> bool:
    """Whether this is a clear yes to "are you safe now, and will you be?"; in doubt it is not."""
    said = _said(text)
    if said is None:
        return False
    parts = clauses(said)
    return (any(map(_is_yes, parts)) or _starts_safe(parts)) and all(
        _is_yes(part) or _is_safe(part) or _PLAINLY.fullmatch(part) or POLITE_ALONE.fullmatch(part) for part in parts
    )


def only_says_safe(text: str) -> bool:
    """Whether all that is said is that the person is safe, in the words of the question."""
    if len(text) > MOST_CHARS or _SAFELY.search(plain(text)) is None:
        return False  # nearly always: it is asked of every soft score
    said = _said(text)
    return said is not None and _SAFELY.search(said) is not None and confirms_safety(text)


def _said(text: str) -> str | None:
    """The words as they are read; None where they are long, doubtful or light."""
    if len(text) > MOST_CHARS or makes_light(text) or says_nothing(text) or answer_in(text) is Answer.NO:
        return None
    said = _KIND_SIGNS.sub(" ", plain(text))
    return None if len(said.split()) > MOST_WORDS or is_doubtful(said) else said


def _starts_safe(parts: list[str]) -> bool:
    """Without a yes of its own the first clause begins with one, or says it in words that mean nothing else."""
    return bool(parts) and _is_safe(parts[0]) and (bool(LEADING_YES.match(parts[0])) or bool(_SAFELY.search(parts[0])))


def _is_yes(clause: str) -> bool:
    return IS_YES_NOW.fullmatch(clause) is not None


def _is_safe(clause: str) -> bool:
    return any(says.fullmatch(clause) and names.search(clause) for says, names in _SAFE)


_KIND_SIGNS: Final = late_pattern("[👍👌✅✔🙏❤💙💚💛🤗🙂😊☺\U0001f3fb-\U0001f3ff]")
"""Signs that add nothing to a yes; any other makes it unclear."""
_PLAINLY: Final = late_pattern(any_of(rows.PLAINLY))
_SAFE: Final = tuple(
    (late_pattern(rf"(?:{any_of(safe, rows.BESIDE[language])}(?: |$))+"), late_pattern(rf"\b{any_of(safe)}\b"))
    for language, safe in rows.SAFE.items()
)
_SAFELY: Final = late_pattern(rf"\b{any_of(rows.SAFELY)}\b")
