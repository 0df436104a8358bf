"""Who serves a model behind OpenRouter, and on which terms: `GET /models/{author}/{slug}/endpoints`, read. Pure.

How quick they are is left out: the OpenAPI file (2026-08) says milliseconds, and its examples are seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from segue.domain.listing import Offer
from segue.providers.openrouter.models import NoListError, entries, part, read_price, text, tokens


def read_offers(body: bytes, keeping_nothing: frozenset[str] | None, *, as_of: date) -> tuple[Offer, ...]:
    """The offers of an answer, in its order. `keeping_nothing`: tags of those who keep nothing of what they are sent
    when they serve this model; None: unknown of all. Raises NoListError."""
    try:
        told = part(msgspec.json.decode(body), "data").get("endpoints")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NoListError("it is not JSON") from error
    if not isinstance(told, list):
        raise NoListError("it holds no endpoints")
    return tuple(_offer(one, keeping_nothing, as_of) for one in told if isinstance(one, dict) and text(one, "tag"))


def tags_keeping_nothing(body: bytes, names: frozenset[str]) -> frozenset[str]:
    """Tags in an answer of `GET /endpoints/zdr` of those who serve a model under one of its names."""
    return frozenset(text(entry, "tag") for entry in entries(body) if text(entry, "model_id") in names)


def _offer(entry: Mapping[str, object], keeping_nothing: frozenset[str] | None, as_of: date) -> Offer:
    tag, uptime = text(entry, "tag"), entry.get("uptime_last_1d")
    is_told = isinstance(uptime, int | float) and not isinstance(uptime, bool) and 0 <= uptime <= 100
    return Offer(
        tag,
        host=text(entry, "provider_name") or tag,
        price=read_price(part(entry, "pricing"), as_of),
        context_tokens=tokens(entry.get("context_length")),
        max_output_tokens=tokens(entry.get("max_completion_tokens")),
        weights=text(entry, "quantization") or None,
        keeps_nothing=None if keeping_nothing is None else tag in keeping_nothing,
        uptime=uptime / 100 if is_told and isinstance(uptime, int | float) else None,
    )
