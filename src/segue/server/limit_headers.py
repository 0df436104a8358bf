"""How limits stand, as clients of OpenAI read it in headers (`x-ratelimit-*`) and programs in JSON.

Names and form of the headers are those of OpenAI's answers, as its forum shows them (2025-05-26):
https://community.openai.com/t/how-to-get-rate-limit-reset-time-for-response-api/1268905
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from segue.domain.limits import Figure, Standing

_FIGURES = ((Figure.REQUESTS, b"requests"), (Figure.TOKENS, b"tokens"))
"""What the headers have names for; what is under way has none."""


def limit_headers(standings: Sequence[Standing]) -> Iterator[tuple[bytes, bytes]]:
    """Of requests and of tokens the one of which the least share is left, where several hold; often none does."""
    if not standings:
        return
    for figure, name in _FIGURES:
        found = [standing for standing in standings if standing.figure is figure]
        if not found:
            continue
        tightest = min(found, key=lambda standing: (standing.left / standing.most, standing.most))
        yield b"x-ratelimit-limit-" + name, b"%d" % tightest.most
        yield b"x-ratelimit-remaining-" + name, b"%d" % tightest.left
        yield b"x-ratelimit-reset-" + name, _duration(tightest.resets_s or 0.0)


def standing_json(standing: Standing) -> dict[str, object]:
    """One figure of one limit."""
    limit = standing.limit
    return {
        "scope": limit.scope.kind,
        "name": limit.known_as or limit.scope.name or None,
        "what": standing.figure,
        "limit": standing.most,
        "used": standing.used,
        "left": standing.left,
        "resets_s": None if standing.resets_s is None else round(standing.resets_s, 3),
    }


def _duration(seconds: float) -> bytes:
    """As Go writes it, which is how OpenAI does: `1s`, `6m0s`, `350ms`."""
    milliseconds = math.ceil(seconds * 1000)
    if milliseconds < 1000:
        return b"%dms" % milliseconds
    minutes, rest = divmod(milliseconds, 60_000)
    seconds_text = f"{rest / 1000:.3f}".rstrip("0").rstrip(".")
    return (f"{minutes}m" if minutes else "").encode() + seconds_text.encode() + b"s"
