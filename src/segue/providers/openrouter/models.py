"""OpenRouter's list of models, read: from the JSON of `GET /models` to values of ours. Pure, and kind to what is new.

A field that is missing, new or of another kind than it was never spoils the list: it is unknown, and what cannot be
read at all is counted. A price below zero ("-1" on the models that choose a model by themselves) is no price: what the
call costs is known afterwards, from its bill.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

import msgspec

from segue.domain.foreign_text import is_showable, shown
from segue.domain.listing import ListedModel
from segue.domain.models import DataPolicy, ModelRef
from segue.domain.money import LongPromptRate, Price

SOURCE = "OpenRouter's list"
"""Where its prices come from, as every price of the list says."""
_MTOK = Decimal(1_000_000)
_PER_TOKEN = ("prompt", "completion", "input_cache_read", "input_cache_write")
"""Figures of a price for each token; the last is what a cache of five minutes takes, and no longer one is asked for."""
_LONGEST_NAME_CHARS = 256
_LEAST_USD, _MOST_USD = Decimal("1e-18"), Decimal(1_000_000)
"""Of a token, a call or whatever else is priced. Our choice."""
_LATEST_S = 253_402_300_799
"""The last second of the year 9999."""
_JSON = msgspec.json.Decoder()


class NoListError(ValueError):
    """What came is not a list of models. Holds none of it."""


def entries(body: bytes) -> list[object]:
    """The entries of an answer of `GET /models`, or of a kept file. Raises NoListError, also where there is none."""
    try:
        told = _JSON.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NoListError("it is not JSON") from error
    data = told.get("data") if isinstance(told, dict) else None
    if not isinstance(data, list) or not data:
        raise NoListError("it holds no models")
    return data


def read_models(
    data: Collection[object],
    *,
    provider: str,
    as_of: date,
    keeping_nothing: frozenset[str] | None = None,
    policy: DataPolicy = DataPolicy.UNKNOWN,
) -> tuple[tuple[ListedModel, ...], int]:
    """The models of these entries, in their order, each name once; and how many entries could not be read.

    `keeping_nothing`: canonical names of which it is known that somebody serves them without retention; None: unknown
    of all. `as_of`: the day of the list, which its prices carry.
    """
    found: dict[str, ListedModel] = {}
    unread = 0
    for entry in data:
        name = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(name, str) or name in found or not _is_name(name):
            unread += 1
            continue
        assert isinstance(entry, dict)
        found[name] = _model(entry, ModelRef(provider, name), as_of, keeping_nothing, policy)
    return tuple(found.values()), unread


def _is_name(text: str) -> bool:
    return is_showable(text, most_chars=_LONGEST_NAME_CHARS) and not any(char.isspace() for char in text)


def names_keeping_nothing(body: bytes) -> frozenset[str]:
    """Canonical names in an answer of `GET /endpoints/zdr`. Raises NoListError."""
    return frozenset(name for entry in entries(body) if (name := text(entry, "model_id")))


def _model(
    entry: Mapping[str, object],
    ref: ModelRef,
    as_of: date,
    keeping_nothing: frozenset[str] | None,
    policy: DataPolicy,
) -> ListedModel:
    top, kinds = part(entry, "top_provider"), part(entry, "architecture")
    canonical = text(entry, "canonical_slug") or ref.name
    known = {canonical, ref.name}
    return ListedModel(
        ref,
        title=text(entry, "name") or ref.name,
        canonical=canonical,
        listed_at=_moment(entry.get("created")),
        context_tokens=tokens(entry.get("context_length")) or tokens(top.get("context_length")),
        max_output_tokens=tokens(top.get("max_completion_tokens")),
        reads=_words(kinds.get("input_modalities")),
        writes=_words(kinds.get("output_modalities")),
        parameters=_words(entry.get("supported_parameters")),
        price=read_price(part(entry, "pricing"), as_of),
        expires_on=_day(entry.get("expiration_date")),
        is_moderated=moderated if isinstance(moderated := top.get("is_moderated"), bool) else None,
        keeps_nothing=None if keeping_nothing is None else bool(known & keeping_nothing),
        quality=_quality(entry),
        stands_for=text(entry.get("alias_target"), "slug") or None,
        data_policy=policy,
        weights=text(entry, "hugging_face_id") or None,
    )


def read_price(pricing: Mapping[str, object], as_of: date) -> Price | None:
    """What a million tokens cost. Of rates that hold at some hours the dearest counts: nobody shall pay more than was
    said before. None where a figure that each call needs is missing or no price."""
    rates = {key: _usd(pricing.get(key)) for key in _PER_TOKEN}
    request = _usd(pricing["request"]) if "request" in pricing else Decimal(0)
    by_length: list[tuple[int, Mapping[str, object]]] = []
    for override in _overrides(pricing):
        limit = tokens(override.get("min_prompt_tokens"))
        if limit is not None:
            by_length.append((limit, override))
            continue
        for key, usd in rates.items():
            dearer = _usd(override.get(key))
            rates[key] = max(usd, dearer) if usd is not None and dearer is not None else usd
    prompt, completion, read, written = rates.values()
    if prompt is None or completion is None or request is None:
        return None
    by_length.sort(key=lambda one: one[0])
    return Price(
        prompt * _MTOK,
        completion * _MTOK,
        cached_input_usd_per_mtok=_per_mtok(read),
        cache_write_usd_per_mtok=_per_mtok(written),
        request_usd=request,
        source=SOURCE,
        as_of=as_of,
        long_prompts=tuple(_long(by_length, prompt, completion, read, written)),
    )


def _per_mtok(usd: Decimal | None) -> Decimal | None:
    return None if usd is None else usd * _MTOK


def _long(
    by_length: Collection[tuple[int, Mapping[str, object]]],
    prompt: Decimal,
    completion: Decimal,
    read: Decimal | None,
    written: Decimal | None,
) -> Iterator[LongPromptRate]:
    """The rates of each length: a figure that an entry leaves out is that of the shorter prompts."""
    for limit, override in by_length:
        hours_only = "utc_start" in override or "utc_end" in override
        told = [_usd(override.get(key)) for key in _PER_TOKEN]
        prompt = _next(prompt, told[0], hours_only=hours_only)
        completion = _next(completion, told[1], hours_only=hours_only)
        read = told[2] if read is None else _next(read, told[2], hours_only=hours_only)
        written = told[3] if written is None else _next(written, told[3], hours_only=hours_only)
        yield LongPromptRate(limit, prompt * _MTOK, completion * _MTOK, _per_mtok(read), _per_mtok(written))


def _next(before: Decimal, told: Decimal | None, *, hours_only: bool) -> Decimal:
    """The rate from a length on; one that holds at some hours only counts where it is the dearer one."""
    if told is None:
        return before
    return max(before, told) if hours_only else told


def _overrides(pricing: Mapping[str, object]) -> list[Mapping[str, object]]:
    told = pricing.get("overrides")
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _usd(told: object) -> Decimal | None:
    """One figure; None for one that is missing, below zero, or no number."""
    if isinstance(told, bool) or not isinstance(told, str | int | float):
        return None
    try:
        usd = Decimal(str(told).strip())
    except InvalidOperation:
        return None
    # Neither what nobody can pay nor what no sum can hold is a price.
    return usd if usd.is_finite() and (usd == 0 or _LEAST_USD <= usd <= _MOST_USD) else None


def _quality(entry: Mapping[str, object]) -> float | None:
    told = part(part(entry, "benchmarks"), "artificial_analysis").get("intelligence_index")
    return float(told) if isinstance(told, int | float) and not isinstance(told, bool) else None


def tokens(told: object) -> int | None:
    """A count of tokens; None for what is none."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 < told < 2**53:
        return None
    return int(told)


def _moment(told: object) -> datetime | None:
    seconds = tokens(told)
    return None if seconds is None or seconds > _LATEST_S else datetime.fromtimestamp(seconds, UTC)


def _day(told: object) -> date | None:
    """An ISO date, or the day of an ISO moment."""
    if not isinstance(told, str):
        return None
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None


def _words(told: object) -> frozenset[str]:
    words = told if isinstance(told, list) else []
    return frozenset(word for word in words if isinstance(word, str) and is_showable(word))


def part(told: object, name: str) -> Mapping[str, object]:
    """A part of an entry; empty where it is missing or of another kind."""
    value = told.get(name) if isinstance(told, dict) else None
    return value if isinstance(value, dict) else {}


def text(told: object, name: str) -> str:
    """A word of an entry, fit to be shown; empty where it is missing or of another kind."""
    value = told.get(name) if isinstance(told, dict) else None
    return shown(value, most_chars=_LONGEST_NAME_CHARS) if isinstance(value, str) else ""
