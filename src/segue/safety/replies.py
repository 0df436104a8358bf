"""The words that people wrote for moments in which no model should speak, by code and language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files

from segue.domain.resources import WrittenReply

DEFAULT_LANGUAGE = "en"
"""Used where there are no words in the language asked for."""


@lru_cache(maxsize=1)
def written_replies() -> Mapping[tuple[str, str], WrittenReply]:
    """Every written reply by (code, language). Read from the package's `replies.toml` once; call it at start."""
    rows = tomllib.loads(files("segue.safety").joinpath("replies.toml").read_text(encoding="utf-8"))
    review = rows["review"]
    reviewer, day = review["reviewed_by"] or None, review["reviewed_at"]
    replies = (
        WrittenReply(
            code=code,
            language=language,
            text=" ".join(text.split()) if code == "check_in" else text.strip(),
            version=rows["version"],
            reviewed_by=reviewer,
            reviewed_at=date.fromisoformat(day) if day else None,
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
