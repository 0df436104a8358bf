"""What OpenRouter says of a key: its answers to `GET /key` and `GET /credits`, read and kept. Pure but for the file.

Of the key itself, its label included, nothing is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

import msgspec

from segue.domain.listing import KeyLimits


def read_limits(key: bytes, credit: bytes | None, *, now: datetime) -> KeyLimits | None:
    """Both answers as one value; `credit` None where the key may not ask. None where the first is none of a key."""
    told = _data(key)
    if told is None:
        return None
    bought = (_data(credit) if credit is not None else None) or {}
    daily = told.get("free_model_daily_requests")
    free = daily if isinstance(daily, dict) else {}
    return KeyLimits(
        read_at=now,
        is_free_tier=tier if isinstance(tier := told.get("is_free_tier"), bool) else None,
        limit_usd=_usd(told, "limit"),
        limit_left_usd=_usd(told, "limit_remaining"),
        limit_resets=resets if isinstance(resets := told.get("limit_reset"), str) and resets.isalpha() else None,
        used_usd=_usd(told, "usage"),
        used_today_usd=_usd(told, "usage_daily"),
        bought_usd=_usd(bought, "total_credits"),
        spent_usd=_usd(bought, "total_usage"),
        expires_at=_moment(told.get("expires_at")),
        free_a_day=_count(free.get("limit")),
        free_used_today=_count(free.get("used")),
    )


def kept_limits(path: Path) -> KeyLimits | None:
    """What was read last; None where nothing was, or where it cannot be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeyLimits)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def keep_limits(path: Path, limits: KeyLimits) -> None:
    """Keep it for the next start. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    spare = path.with_name(f"{path.name}.new")
    spare.write_bytes(msgspec.json.encode(limits))
    spare.replace(path)


def _data(body: bytes) -> Mapping[str, object] | None:
    try:
        told = msgspec.json.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    data = told.get("data") if isinstance(told, dict) else None
    return data if isinstance(data, dict) else None


def _usd(told: Mapping[str, object], name: str) -> Decimal | None:
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        usd = Decimal(str(value))
    except InvalidOperation:
        return None
    return usd if usd.is_finite() else None


def _count(told: object) -> int | None:
    return int(told) if isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < 1e9 else None


def _moment(told: object) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
