"""Every setup that there are the parts for here, the best one first. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from segue.catalog.cloud_setups import host_setups, openrouter_setups, with_cloud
from segue.catalog.local_setups import demonstration_setup, file_setups, server_setups
from segue.catalog.setup import Setup
from segue.catalog.surroundings import Surroundings
from segue.machine.weights import DEMONSTRATION


def setups(found: Surroundings) -> tuple[Setup, ...]:
    """For therapeutic talk best is what stays on this machine, then that with which a rule can be kept, then what is
    there anyway. The demonstration model stands last and is always one."""
    here = (with_cloud(setup, found) for setup in (*server_setups(found), *file_setups(found)))
    able = (*here, *openrouter_setups(found), *host_setups(found), *_configured(found))
    return (*(_before_the_demonstration(setup, found) for setup in able), demonstration_setup(found))


def _configured(found: Surroundings) -> Iterator[Setup]:
    """What the settings have already, where somebody in it can answer better than the demonstration model."""
    names = [
        name
        for name, one in sorted(found.configured.items())
        if one.is_usable and one.type != "scripted" and (one.type != "gguf" or one.options.get("models"))
    ]
    if names and not (len(names) == 1 and _is_demonstration_alone(found, names[0])):
        yield Setup(
            "configured",
            f"What the settings have already: {', '.join(names)}",
            ("Nothing else was found here that would be better: nothing has to be added.",),
            keeps_rule=False,
        )


def _is_demonstration_alone(found: Surroundings, name: str) -> bool:
    models = found.configured[name].options.get("models")
    return found.configured[name].type == "gguf" and isinstance(models, dict) and set(models) == {DEMONSTRATION.name}


def _before_the_demonstration(setup: Setup, found: Surroundings) -> Setup:
    """The same, with the demonstration model, where it is configured, answering only when it is asked for by name."""
    by_name = {"models": {DEMONSTRATION.name: {"in_auto": False}}}
    quiet = {
        name: {"type": one.type, "options": by_name}
        for name, one in found.configured.items()
        if one.type == "gguf" and name not in setup.providers
    }
    return replace(setup, providers={**setup.providers, **quiet}) if quiet and setup.name != "configured" else setup
