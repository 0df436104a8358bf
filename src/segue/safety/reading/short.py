"""How short words of a person are read against lists of phrases: folded, clause by clause."""

from __future__ import annotations

import re
from typing import Final

from segue.safety.reading.folding import fold

_CLAUSE_END: Final = re.compile(r"[.,;:!?()–—]+|-+ ")


def plain(text: str) -> str:
    """Small letters without accents, curly signs or doubled spaces; a line ends a clause."""
    return " ".join(fold(text.replace("\n", ". ")).text.split())


def clauses(said: str) -> list[str]:
    """What stands between the stops of plain words."""
    return [clause for part in _CLAUSE_END.split(said) if (clause := " ".join(part.split()))]


def any_of(*lists: str) -> str:
    """A pattern for one phrase of the lists, a phrase a line or between bars; `'` may be missing."""
    return "(?:" + "|".join(line for rows in lists for line in rows.split("\n") if line).replace("'", "'?") + ")"
