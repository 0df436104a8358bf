"""Every setup that there are the parts for here, the best one first. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from segue.catalog.cloud_setups import host_setups, openrouter_setups, with_cloud
from segue.catalog.local_setups import demonstration_setup, file_setups, server_setups
from segue.catalog.setup import Setup
from segue.catalog.surroundings import Configured, Surroundings
from segue.machine.weights import DEMONSTRATION


def setups(found: Surroundings) -> tuple[Setup, ...]:
    """For therapeutic talk best is what stays on this machine, then that with which a rule can be kept, then what is
    there anyway. The demonstration model stands last and is always one."""
    here = (with_cloud(setup, found) for setup in (*server_setups(found), *file_setups(found)))
    able = (*here, *openrouter_setups(found), *host_setups(found), *_configured(found))
    return (*(_before_the_demonstration(setup, found) for setup in able), demonstration_setup(found))


def with_defaults(setup: Setup, found: Surroundings) -> Setup:
    """The same, with what answered by itself until now: whoever asked it by name yesterday can do so tomorrow."""
    has_local = any(entry["type"] == "local" for entry in setup.providers.values())
    kept = {
        name: entry
        for name, entry in found.defaults.items()
        if name not in setup.providers and not (has_local and entry["type"] == "local")
    }
    return replace(setup, providers={**setup.providers, **kept}) if setup.providers else setup


def configured_names(found: Surroundings) -> tuple[str, ...]:
    """The providers of the settings of which somebody can answer better than the demonstration model."""
    return tuple(name for name, one in sorted(found.configured.items()) if one.is_usable and not _only_shows(one))


def _only_shows(one: Configured) -> bool:
    """Whether a provider has nothing but the demonstration model, or written words."""
    models = one.options.get("models")
    names = set(models) if isinstance(models, Mapping) else set()
    return one.type == "scripted" or (one.type == "local" and names <= {DEMONSTRATION.name})


def _configured(found: Surroundings) -> Iterator[Setup]:
    names = configured_names(found)
    if names:
        yield Setup(
            "configured",
            f"What the settings have already: {', '.join(names)}",
            ("Nothing else was found here that would be better: nothing has to be added.",),
            keeps_rule=False,
        )


def _before_the_demonstration(setup: Setup, found: Surroundings) -> Setup:
    """The same, with the demonstration model, where it is configured, answering only when it is asked for by name."""
    by_name = {"models": {DEMONSTRATION.name: {"in_auto": False}}}
    quiet = {
        name: {"type": one.type, "options": by_name}
        for name, one in found.configured.items()
        if one.type == "local" and name not in setup.providers
    }
    return replace(setup, providers={**setup.providers, **quiet}) if quiet and setup.name != "configured" else setup
