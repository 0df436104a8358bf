"""Asking a provider's models what they can do: what it costs beforehand, what came of it, what is written of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import typer

from segue.cli.options import say, settings

if TYPE_CHECKING:
    from pathlib import Path

    from segue.config.edit import Remove, Set
    from segue.config.load import Loaded
    from segue.config.settings import ProviderSettings
    from segue.domain.money import Price
    from segue.providers.openai_compatible import CompatibleOptions
    from segue.providers.openai_json import Dialect
    from segue.providers.probe import Found, Outcome
    from segue.providers.wire import Wire

_ABILITIES = {
    "max_tokens": "keeps to max_tokens",
    "max_completion_tokens": "keeps to max_completion_tokens",
    "streaming": "streams",
    "stream_usage": "tells usage in streams",
    "system_role": "reads system messages",
    "stop": "stops where it is told",
    "seed": "repeats itself by a seed",
    "prefill": "goes on within an answer",
    "tools": "calls tools",
    "json_object": "answers in JSON",
    "json_schema": "keeps to a JSON schema",
}
_WORDS = {True: "yes", False: "no", None: "not seen"}
_PROVIDER_KEYS = ("token_limit_field", "stream_usage", "repeats_prefill", "refuses_fields")
"""What a probe decides of an address."""
_MODEL_KEYS = ("streaming", "system_role")
"""What it decides of a model, where it is not as usual."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What asking came to."""

    provider: str
    found: tuple[Found, ...]
    written: bool


def today() -> date:
    """In UTC, as every date that is kept."""
    return datetime.now(UTC).date()


async def probed(wire: Wire, name: str, models: Sequence[str], *, known: Dialect, quiet: bool) -> tuple[Found, ...]:
    """Ask each model, and say each outcome as it comes. Raises the ProviderError of one that answers nothing."""
    from segue.domain.models import ModelRef
    from segue.providers.probe import Probe

    found = []
    for model in models:
        ref = ModelRef(name, model)
        if not quiet:
            say(f"{ref}:")
        found.append(await Probe(wire, ref, known=known, tell=(lambda _: None) if quiet else _say_outcome).run())
    return tuple(found)


def _say_outcome(outcome: Outcome) -> None:
    say(f"  {_ABILITIES[outcome.ability]:32} {_WORDS[outcome.found]:9} {outcome.because}")


def cost_words(models: Sequence[str], host: str | None, *, is_near: bool) -> str:
    """What asking them costs at most, before they are asked."""
    from segue.providers.probe_questions import MOST_INPUT_TOKENS, MOST_OUTPUT_TOKENS, MOST_REQUESTS

    whom = models[0] if len(models) == 1 else f"each of {len(models)} models"
    asked = (
        f"Asking {whom} what it can do: at most {MOST_REQUESTS} short requests, some {MOST_INPUT_TOKENS} tokens in and"
        f" {MOST_OUTPUT_TOKENS} out."
    )
    if is_near:
        return f"{asked} Nobody bills for it, as far as its address tells."
    prices = _prices(models, host)
    if prices is None:
        return f"{asked} Its price is not known here."
    cost_usd = sum(
        price.cost_usd(MOST_INPUT_TOKENS, MOST_OUTPUT_TOKENS) + (MOST_REQUESTS - 1) * price.request_usd
        for price in prices
    )
    return f"{asked} That costs at most ${cost_usd:.4f}."


def _prices(models: Iterable[str], host: str | None) -> list[Price] | None:
    """What the host lists for the models; None where one is not listed."""
    from segue.catalog.prices import PriceList

    if host is None:
        return None
    known = PriceList.load_now()
    prices = [known.of(host, model).price for model in models]
    return None if None in prices else [price for price in prices if price is not None]


async def try_provider(config: Path | None, name: str, models: Sequence[str], *, writes: bool, quiet: bool) -> Tried:
    """Ask a provider of the settings again, and write what was found. Raises ProviderError, ConfigError."""
    from segue.catalog.configured import check_providers
    from segue.cli.providers import provider_named, settings_file
    from segue.config.edit import change

    loaded = settings(config, quiet=True)
    provider = provider_named(loaded, name)
    options = _options(loaded, name, provider, models)
    wanted = tuple(dict.fromkeys(models)) or tuple(options.models)
    if not quiet:
        say(cost_words(wanted, options.host, is_near=options.is_near))
    connect_s = loaded.settings.time.connect_s
    known = options.known_row.dialect
    async with options.wire(await key_of(loaded, name, provider), connect_s=connect_s) as wire:
        found = await probed(wire, name, wanted, known=known, quiet=quiet)
    if writes:
        changes = _changes(name, found, options, known, is_whole=not models)
        change(settings_file(loaded), changes, check=check_providers)
    return Tried(name, found, writes)


def _options(loaded: Loaded, name: str, provider: ProviderSettings, models: Collection[str]) -> CompatibleOptions:
    from segue.catalog.providers import options_of
    from segue.errors import RequestError
    from segue.providers.openai_compatible import CompatibleOptions

    options = options_of(loaded, name, provider)
    if not isinstance(options, CompatibleOptions):
        raise RequestError(
            f"'{name}' is of type {provider.type}, which knows what its models can do: there is nothing to try.",
            param="provider",
            hint=f"Its key is tried by `segue keys test {name}`.",
        )
    unknown = [model for model in models if model not in options.models]
    if unknown:
        hint = f"It has: {', '.join(options.models)}."
        raise RequestError(f"'{name}' has no model '{unknown[0]}' in the settings.", param="model", hint=hint)
    return options


async def key_of(loaded: Loaded, name: str, provider: ProviderSettings | None) -> str | None:
    """The key that a provider has, from the settings or the vault; None where it has none that can be used."""
    from segue.cli.provider_rows import kept_keys

    if provider is not None and provider.key is not None:
        return provider.key.get_secret_value()
    return next((one.secret for one in (await kept_keys(loaded)).get(name, ()) if one.secret), None)


def _changes(
    name: str, found: Sequence[Found], options: CompatibleOptions, known: Dialect, *, is_whole: bool
) -> list[Set | Remove]:
    """What the settings have to say now; what a probe does not decide stays as somebody wrote it."""
    from segue.config.edit import Remove, Set
    from segue.providers.probe import PROBED, provider_options

    at, changes, on = ("providers", name, "options"), list[Set | Remove](), today()
    for one in found:
        there = (*at, "models", one.model)
        told = one.model_options(on)
        kept = options.models[one.model].capabilities - PROBED
        told["capabilities"] = sorted(map(str, one.capabilities | kept))
        changes += [Set((*there, key), value) for key, value in told.items()]
        changes += [Remove((*there, key)) for key in _MODEL_KEYS if key not in told]
    told = provider_options(found, known)
    changes += [Set((*at, key), value) for key, value in told.items()]
    if is_whole:
        changes += [Remove((*at, key)) for key in _PROVIDER_KEYS if key not in told]
    return changes


def print_tried(tried: Tried, as_json: bool) -> None:
    """What came of it: each outcome was said already, except to programs."""
    from segue.cli.printing import print_json

    if as_json:
        print_json(
            {"provider": tried.provider, "written": tried.written, "models": list(map(found_facts, tried.found))}
        )
        return
    for one in tried.found:
        typer.echo(f"{tried.provider}:{one.model}: {', '.join(sorted(one.capabilities)) or 'nothing beyond chatting'}")
    say("Written into the settings." if tried.written else "Nothing was changed.")


def found_facts(found: Found) -> Mapping[str, object]:
    """One model's outcomes as JSON shows them."""
    return {
        "model": found.model,
        "capabilities": sorted(found.capabilities),
        "probed_on": today(),
        "outcomes": found.outcomes,
        "requests": found.requests,
        "input_tokens": found.input_tokens,
        "output_tokens": found.output_tokens,
    }
