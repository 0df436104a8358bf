"""The words that people wrote for moments in which no model should speak, by code and language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from segue.domain.resources import WrittenReply

DEFAULT_LANGUAGE: Final = "en"
"""Used where there are no words in the language asked for."""
LINES: Final = frozenset({"check_in", "story_paused", "ask", "resources", "resources_for_helpers", "resources_intro"})
"""Codes of words that stand before or behind others: one line each."""


@lru_cache(maxsize=1)
def _file() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    read: Mapping[str, Mapping[str, Mapping[str, str]]] = tomllib.loads(
        files("segue.safety").joinpath("replies.toml").read_text(encoding="utf-8")
    )
    return read


@lru_cache(maxsize=1)
def written_replies() -> Mapping[tuple[str, str], WrittenReply]:
    """Every written reply by (code, language). Read from the package's `replies.toml` once; call it at start."""
    rows = _file()
    review: Mapping[str, object] = rows["review"]
    reviewer, day = review["reviewed_by"] or None, review["reviewed_at"]
    replies = (
        WrittenReply(
            code=code,
            language=language,
            text=" ".join(text.split()) if code in LINES else text.strip(),
            version=str(rows["version"]),
            reviewed_by=str(reviewer) if reviewer else None,
            reviewed_at=date.fromisoformat(str(day)) if day else None,
        )
        for code, texts in rows["replies"].items()
        for language, text in texts.items()
    )
    return {(reply.code, reply.language): reply for reply in replies}


def reply(code: str, language: str | None) -> WrittenReply:
    """The words for `code`; `language` may carry a region (`pt-BR`), and English stands in for an unknown one.

    Raises KeyError for an unknown code.
    """
    replies = written_replies()
    base = (language or DEFAULT_LANGUAGE).replace("_", "-").partition("-")[0].lower()
    return replies.get((code, base)) or replies[code, DEFAULT_LANGUAGE]


def phrases() -> Mapping[str, Mapping[str, str]]:
    """Pieces of a line that names a place of help, by name and language."""
    return _file()["phrases"]


def phrase(name: str, language: str) -> str:
    """One of them; `language` as a written reply has it. Raises KeyError for an unknown name."""
    texts = phrases()[name]
    return texts.get(language) or texts[DEFAULT_LANGUAGE]
