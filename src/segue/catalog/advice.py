"""One setup to begin with, why, and why not the others. A pure function of what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from segue.catalog.file_fits import file_fits, need_words
from segue.catalog.local_setups import best_of
from segue.catalog.setup import Setup, SetupName, memory_words
from segue.catalog.setups import configured_names, setups, with_defaults
from segue.catalog.surroundings import Surroundings
from segue.errors import RequestError
from segue.machine.rule_of_thumb import is_tight, largest_billions, largest_file_bytes
from segue.machine.sizes import gb

_STAYS: Final[frozenset[SetupName]] = frozenset({"server", "file"})


@dataclass(frozen=True, slots=True)
class Other:
    """A setup that is not recommended: why not, and what to do to have it all the same."""

    title: str
    why_not: str
    do: str


_KEY: Final = Other(
    "OpenRouter, with a key of its own",
    "No key is here. It needs no room on this machine, and some of its models are free.",
    "Make one at openrouter.ai/keys, then: export OPENROUTER_API_KEY=…; segue setup",
)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to set up."""

    setup: Setup
    others: tuple[Other, ...]
    """In the order in which they would come."""


def recommend(found: Surroundings, *, chosen: str | None = None) -> Advice:
    """The best setup with what is here, or the one that was chosen by name. Raises RequestError for one that is not."""
    able = setups(found)
    setup = _chosen(able, chosen) if chosen else next((one for one in able if one.lacks is None), able[-1])
    others = (one for one in _first_of_each(able) if one.name != setup.name)
    is_all = setup.providers.keys() >= set(configured_names(found))
    rest = tuple(_not_taken(one, setup) for one in others if one.name != "configured" or not is_all)
    return Advice(with_defaults(setup, found), (*rest, *_not_able(found, setup)))


def _chosen(able: tuple[Setup, ...], name: str) -> Setup:
    for setup in able:
        if setup.name == name:
            return setup
    known = ", ".join(dict.fromkeys(setup.name for setup in able))
    raise RequestError(
        f"There are not the parts here for the setup '{name[:40]}'.",
        param="choose",
        hint=f"With what is here: {known}. `segue setup --dry-run` says what the others lack.",
    )


def _first_of_each(able: tuple[Setup, ...]) -> Iterator[Setup]:
    first: Mapping[str, Setup] = {setup.name: setup for setup in reversed(able)}
    yield from (setup for setup in able if first[setup.name] is setup)


def _not_taken(setup: Setup, taken: Setup) -> Other:
    do = f"segue setup --choose {setup.name}"
    if setup.lacks is not None:
        return Other(setup.title, setup.lacks, do)
    match setup.name:
        case "demonstration":
            why = "It is only there to try Segue with, and not fit for therapeutic use."
        case "openrouter-paid":
            why = "It costs money; take it where the free models are refused on therapeutic turns, or are too slow."
        case "openrouter" | "host" if taken.name in _STAYS:
            why = "What runs here comes first: nothing leaves the machine."
        case "host":
            why = "What it does with what it is sent is not known here, so that no therapeutic turn may go there yet."
        case "file":
            why = "A server answers already, and loading a second model would take memory from it."
        case "configured":
            why = "It stays, and what is recommended comes beside it."
        case _:
            why = "Another one fits better."
    return Other(setup.title, why, do)


def _not_able(found: Surroundings, taken: Setup) -> Iterator[Other]:
    """What would be there with one thing more."""
    for server in found.servers:
        if server.needs_key:
            yield Other(
                f"The server at {server.base_url}",
                "It shows its models only to whoever has a key.",
                f"Configure it by hand: segue providers add NAME --url {server.base_url}",
            )
        elif not server.is_ready:
            yield Other(f"The server at {server.base_url}", "It is still loading its model.", "segue setup, in a while")
        elif best_of(server, found) is None:
            yield Other(
                f"The server at {server.base_url}",
                "It has no model yet that could answer on this machine and fits its memory.",
                "Have it load one, as `ollama pull`; then: segue setup",
            )
    for file in found.files:
        if file_fits(file, found.machine) is False:
            yield Other(
                file.name,
                f"It needs {need_words(file)}, beside Segue; {memory_words(found)}.",
                "Take a smaller one, or one with fewer bits a weight.",
            )
    yield from _ways_on(found, taken)


def _ways_on(found: Surroundings, taken: Setup) -> Iterator[Other]:
    """What a person could add; where memory is short, what needs none of it stands first."""
    ways = []
    if taken.name != "server" and not found.servers:
        ways.append(_server_of_your_own(found))
    if found.key_of("openrouter") is None:
        ways.append(_KEY)
    yield from reversed(ways) if is_tight(found.machine) else ways


def _server_of_your_own(found: Surroundings) -> Other:
    """A server on this machine, or why it would not help."""
    title, machine = "A model server on this machine: Ollama, LM Studio, llama.cpp, vLLM", found.machine
    file_bytes, billions = largest_file_bytes(machine), largest_billions(machine)
    gpus = ", ".join(gpu.name for gpu in machine.gpus or ())
    if file_bytes is None or billions is None:
        size = "how large a model fits is not known, for its memory is not"
    elif is_tight(machine) and not gpus:
        size = (
            f"only small models fit: files up to {gb(file_bytes)}, by a rule of thumb about {billions:.1f} billion "
            f"parameters at 4 bits ({memory_words(found)}). A model in the cloud will do better here"
        )
    else:
        size = (
            f"models up to {gb(file_bytes)}, by a rule of thumb about {billions:.0f} billion parameters at 4 bits, "
            "fit its memory"
        )
    gpu = f" It has a graphics processor ({gpus}), which makes them fast." if gpus else ""
    return Other(title, f"None answers now; {size}.{gpu}", "Start one with a model; then: segue setup")
