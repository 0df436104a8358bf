"""What changed between two lists of models: found, carried out, and taken apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final, TypeVar

from segue.domain.changes import GRAVE, ChangeDetail, ChangeKind, ModelChange, Watched
from segue.domain.listing import ListedModel, Listing
from segue.domain.models import ModelRef
from segue.domain.money import LongPromptRate, Price

_SHARE_DIGITS: Final = Decimal("0.0001")
_Rate = TypeVar("_Rate", Price, LongPromptRate)


def watched_list(listing: Listing) -> dict[str, Watched]:
    """What is compared of each model of a list, by the names that its host gives them."""
    return {model.ref.name: watched(model) for model in listing.models}


def watched(model: ListedModel) -> Watched:
    """What is compared of one model."""
    return Watched(
        model.canonical,
        model.stands_for,
        None if model.price is None else plain_price(model.price),
        model.context_tokens,
        model.max_output_tokens,
        model.parameters | {f"reads:{kind}" for kind in model.reads} | {f"writes:{kind}" for kind in model.writes},
        model.expires_on,
        model.is_gone,
    )


def plain_price(price: Price) -> Price:
    """A price without where it comes from, and without rates that say what another one says already."""
    rate: Price | LongPromptRate = price
    longer: list[LongPromptRate] = []
    for one in price.long_prompts:
        plain = _plain_rate(one)
        if _figures(plain) != _figures(rate):
            longer.append(plain)
            rate = plain
    return replace(_plain_rate(price), source="", as_of=None, long_prompts=tuple(longer))


def _plain_rate(rate: _Rate) -> _Rate:
    """The same without figures that are those of all input."""
    read, written = rate.cached_input_usd_per_mtok, rate.cache_write_usd_per_mtok
    return replace(
        rate,
        cached_input_usd_per_mtok=None if read == rate.input_usd_per_mtok else read,
        cache_write_usd_per_mtok=None if written == rate.input_usd_per_mtok else written,
    )


def differences(
    before: Mapping[str, Watched], after: Mapping[str, Watched], *, provider: str
) -> tuple[ModelChange, ...]:
    """Every model that differs, by name: two lists that say the same differ in nothing."""
    names = sorted(before.keys() | after.keys())
    pairs = ((ModelRef(provider, name), before.get(name), after.get(name)) for name in names)
    return tuple(ModelChange(ref, old, new) for ref, old, new in pairs if old != new)


def applied(models: Mapping[str, Watched], changes: Iterable[ModelChange]) -> dict[str, Watched]:
    """The later list, from the earlier one and what changed."""
    later = dict(models)
    for change in changes:
        if change.after is None:
            later.pop(change.model.name, None)
        else:
            later[change.model.name] = change.after
    return later


def details(change: ModelChange) -> tuple[ChangeDetail, ...]:
    """What changed of a model, one thing each; at least one."""
    old, new = change.before, change.after
    if old is None:
        return (ChangeDetail(ChangeKind.ADDED),)
    if new is None:
        return (ChangeDetail(ChangeKind.REMOVED),)
    return (
        *_price(old.price, new.price),
        *_count(ChangeKind.CONTEXT, old.context_tokens, new.context_tokens),
        *_count(ChangeKind.MAX_OUTPUT, old.max_output_tokens, new.max_output_tokens),
        *(ChangeDetail(ChangeKind.GAINED, name) for name in sorted(new.abilities - old.abilities)),
        *(ChangeDetail(ChangeKind.LOST, name) for name in sorted(old.abilities - new.abilities)),
        *_text(ChangeKind.WITHDRAWAL, "", old.expires_on, new.expires_on),
        *_gone(is_before=old.is_gone, is_after=new.is_gone),
        *_text(ChangeKind.VERSION, "", old.canonical, new.canonical),
        *_text(ChangeKind.VERSION, "stands for", old.stands_for, new.stands_for),
    )


def is_grave(change: ModelChange) -> bool:
    """Whether somebody who uses the model has to hear of it: dearer, less able, or on its way out."""
    return any(map(_is_grave, details(change)))


def _is_grave(detail: ChangeDetail) -> bool:
    if detail.kind is ChangeKind.WITHDRAWAL:
        return detail.new is not None
    if detail.kind in {ChangeKind.CONTEXT, ChangeKind.MAX_OUTPUT}:
        return detail.change_share is not None and detail.change_share < 0
    return detail.kind in GRAVE


def _price(old: Price | None, new: Price | None) -> Iterator[ChangeDetail]:
    if old is None or new is None:
        if new is not None:
            yield ChangeDetail(ChangeKind.PRICE_TOLD, "", None, _both(new))
        elif old is not None:
            yield ChangeDetail(ChangeKind.PRICE_UNTOLD, "", _both(old), None)
        return
    if old.is_free is not new.is_free:
        kind = ChangeKind.BECAME_FREE if new.is_free else ChangeKind.BECAME_PAID
        yield ChangeDetail(kind, "", _both(old), _both(new))
    for above in (0, *sorted({rate.above_tokens for price in (old, new) for rate in price.long_prompts})):
        where = f" above {above} tokens" if above else ""
        before, after = _at(old, above), _at(new, above)
        for what, usd in _figures(before).items():
            # What a cache gives or takes at the price of all input is not news of its own.
            if what in _own_figures(before) | _own_figures(after):
                yield from _figure(f"{what}{where}", usd, _figures(after)[what])
    yield from _figure("each call", old.request_usd, new.request_usd)


def _figure(what: str, old: Decimal, new: Decimal) -> Iterator[ChangeDetail]:
    if old != new:
        kind = ChangeKind.PRICE_UP if new > old else ChangeKind.PRICE_DOWN
        yield ChangeDetail(kind, what, _usd(old), _usd(new), _share(old, new))


def _at(price: Price, above_tokens: int) -> Price | LongPromptRate:
    """The rate of prompts that are longer than this."""
    rate: Price | LongPromptRate = price
    for longer in price.long_prompts:
        if above_tokens >= longer.above_tokens:
            rate = longer
    return rate


def _figures(rate: Price | LongPromptRate) -> dict[str, Decimal]:
    usd, read, written = rate.input_usd_per_mtok, rate.cached_input_usd_per_mtok, rate.cache_write_usd_per_mtok
    return {
        "input": usd,
        "output": rate.output_usd_per_mtok,
        "cached input": usd if read is None else read,
        "cache write": usd if written is None else written,
    }


def _own_figures(rate: Price | LongPromptRate) -> set[str]:
    """Those that it has itself."""
    has = {"cached input": rate.cached_input_usd_per_mtok, "cache write": rate.cache_write_usd_per_mtok}
    return {"input", "output", *(what for what, usd in has.items() if usd is not None)}


def _count(kind: ChangeKind, old: int | None, new: int | None) -> Iterator[ChangeDetail]:
    if old != new:
        share = None if old is None or new is None else _share(Decimal(old), Decimal(new))
        yield ChangeDetail(kind, "", _shown(old), _shown(new), share)


def _text(kind: ChangeKind, what: str, old: object, new: object) -> Iterator[ChangeDetail]:
    if old != new:
        yield ChangeDetail(kind, what, _shown(old), _shown(new))


def _gone(*, is_before: bool, is_after: bool) -> Iterator[ChangeDetail]:
    if is_before is not is_after:
        yield ChangeDetail(ChangeKind.GONE if is_after else ChangeKind.BACK)


def _share(old: Decimal, new: Decimal) -> Decimal | None:
    return ((new - old) / old).quantize(_SHARE_DIGITS) if old and abs((new - old) / old) < 10**12 else None


def _shown(value: object) -> str | None:
    return None if value is None else str(value)


def _both(price: Price) -> str:
    return f"{_usd(price.input_usd_per_mtok)} / {_usd(price.output_usd_per_mtok)}"


def _usd(usd: Decimal) -> str:
    return f"{usd.normalize():f}"
