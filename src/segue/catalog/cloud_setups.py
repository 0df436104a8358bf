"""The setups that ask somebody elsewhere: OpenRouter's free models, a paid one, a host of one's own key. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from segue.catalog.free_models import best_free, nearest_paid, retention_words
from segue.catalog.setup import DECIDE, Setup, SetupName, free_name, own_models, where
from segue.catalog.surroundings import FoundKey, Surroundings
from segue.domain.listing import ListedModel
from segue.domain.models import ModelRef

LOCAL_FIRST: Final = {"cost": 1.0, "latency": 1.0, "locality": 4.0}
"""Weights with which nearness outweighs speed and price together: 0.75 for a server here x 4 is 3 of 6, and the other
two come to 2 at most."""
HOST_MODELS: Final[Mapping[str, str]] = {
    "openai": "gpt-5.4-mini",
    "anthropic": "claude-haiku-4-5",
    "gemini": "gemini-3.1-flash-lite",
    "mistral": "mistral-small-2603",
    "deepseek": "deepseek-v4-flash",
    "groq": "openai/gpt-oss-120b",
    "together": "openai/gpt-oss-120b",
}
"""A small, cheap model of each host for talk, by its own name there: of those in OpenRouter's list of 2026-05-12, which
ships with Segue. The check of the key says when the host does not have it any more."""


def openrouter_setups(found: Surroundings) -> Iterator[Setup]:
    """Free models first, then a paid one, where there is a key and a list."""
    key = found.key_of("openrouter")
    if key is None or found.listing is None:
        return
    free = _free_already(found) or best_free(found.listing, today=found.today)
    paid = nearest_paid(found.listing, free, today=found.today)
    age = f"by the list of {found.listing.as_of:%Y-%m-%d}"
    if free:
        names = ", ".join(model.ref.name for model in free)
        yield _at_openrouter(
            "openrouter",
            f"OpenRouter's free models: {names}",
            (
                f"{where(key)}.",
                (
                    f"These cost nothing ({age}), take tools, and come from different makers: when one is withdrawn or "
                    "limited, the next answers."
                ),
            ),
            (
                *retention_words(free),
                (
                    "Free models are limited: 20 requests a minute and 50 a day until 10 credits were ever bought "
                    "(`segue models limits`)."
                ),
                DECIDE,
            ),
            free,
            key,
            found,
        )
    if paid is not None and paid.price is not None:
        per = paid.price
        yield _at_openrouter(
            "openrouter-paid",
            f"OpenRouter's {paid.ref.name}, paid",
            (
                (
                    f"{where(key)}; ${per.input_usd_per_mtok.normalize():f} a million tokens in and "
                    f"${per.output_usd_per_mtok.normalize():f} out ({age}), a cent or less for a turn."
                ),
                (
                    "On every therapeutic turn only hosts are asked that neither keep nor train on what they are sent; "
                    "paid models have such hosts more often than free ones."
                ),
            ),
            ("It costs money: give the key a limit of its own at openrouter.ai/keys.", DECIDE),
            (paid,),
            key,
            found,
        )


def _free_already(found: Surroundings) -> tuple[ListedModel, ...]:
    """The free models that the settings name and that are still there: a second run finds nothing to add."""
    if found.listing is None:
        return ()
    names = own_models(free_name("openrouter", "openrouter", {}, found), found)
    listed = (found.listing.find(name) for name in names)
    return tuple(one for one in listed if one is not None and one.is_free and not one.is_withdrawn(found.today))


def _at_openrouter(
    setup: SetupName,
    title: str,
    because: tuple[str, ...],
    cautions: tuple[str, ...],
    models: tuple[ListedModel, ...],
    key: FoundKey,
    found: Surroundings,
) -> Setup:
    options: dict[str, object] = {"models": {model.ref.name: {} for model in models}}
    name = free_name("openrouter", "openrouter", {}, found)
    return Setup(
        setup,
        title,
        because,
        cautions,
        {name: {"type": "openrouter", "options": options}},
        {name: key},
        asks=tuple(ModelRef(name, model.ref.name) for model in models),
    )


def host_setups(found: Surroundings) -> Iterator[Setup]:
    """One for each other host that there is a key for."""
    for key in found.keys:
        if key.host not in HOST_MODELS:
            continue
        kind = "anthropic" if key.host == "anthropic" else "openai_compatible"
        row: dict[str, object] = {"host": key.host} if kind == "openai_compatible" else {}
        name = free_name(key.host, kind, row, found)
        own = own_models(name, found)
        model = own[0] if own else HOST_MODELS[key.host]
        what = "It is the first that the settings name" if own else "It is a small and cheap model of that host"
        options = {**row, "models": {model: {}}}
        yield Setup(
            "host",
            f"{model} at {key.host}",
            (f"{where(key)}.", f"{what}."),
            (
                "It costs money: give the key a limit of its own there.",
                (
                    "No therapeutic turn goes there as things stand: what that host does with it depends on your "
                    f"contract with it. Say so in `providers.{name}.options.data_policy` once you know that it is "
                    "`no_training`."
                ),
                DECIDE,
            ),
            {name: {"type": kind, "options": options}},
            {name: key},
            asks=(ModelRef(name, model),),
            keeps_rule=False,
        )


def with_cloud(local: Setup, found: Surroundings) -> Setup:
    """The same with OpenRouter behind it, where there is a key: asked when nobody here can answer."""
    cloud = next((one for one in openrouter_setups(found) if one.name == "openrouter"), None)
    if cloud is None:
        return local
    key, names = next(iter(cloud.keys.values())), ", ".join(str(ref) for ref in cloud.asks)
    return replace(
        local,
        title=f"{local.title}, with OpenRouter behind it",
        because=(
            *local.because,
            f"{where(key)}: when nobody here can answer, OpenRouter's free models are asked ({names}).",
            (
                "What began on this machine stays on it: a session whose first answer came from here is never sent "
                "elsewhere unless you set `privacy.default`. New turns may go there; therapeutic ones only to hosts "
                "that neither keep nor train on them (`privacy.therapeutic: no_training`). With "
                "`privacy.default: no_training` sessions that began here may go on there; with "
                "`local_only` nothing ever leaves."
            ),
        ),
        cautions=(*local.cautions, *cloud.cautions[:2]),
        providers={**local.providers, **cloud.providers},
        keys=cloud.keys,
        weights=None if found.has_weights else LOCAL_FIRST,
    )
