"""What `segue doctor` says of model servers on this machine: those that nobody configured, and those that are away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from segue.cli.lines import Line

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.config.settings import ProviderSettings
    from segue.domain.servers import FoundServer

_HERE: Final = "127.0.0.1"
_CONNECT_S: Final = 1.0
"""Longest wait for a connection: a listener on a busy machine takes its time."""
_TOLD_APART: Final = frozenset({"ollama", "lm_studio", "llama_cpp", "vllm"})
"""Types and hosts whose servers say what they are."""
_NAMES: Final = {
    "ollama": "Ollama",
    "lm_studio": "LM Studio",
    "llama_cpp": "llama.cpp",
    "vllm": "vLLM",
    "openai_compatible": "a server with OpenAI's protocol",
}


async def found_lines(
    loaded: Loaded, *, origins: Sequence[str] | None = None, timeout_s: float | None = None
) -> list[Line]:
    """One line for each server that answers and that no provider is configured for, for each that is configured on
    this machine and does not answer, and for each port where somebody was too slow to say what it is.

    `origins`: where to look for others; None: the usual ports. `timeout_s`: longest look; None: five seconds."""
    from segue.providers.discovery import DEFAULT_ORIGINS, PATIENT_S, look_on_loopback

    providers = loaded.settings.providers
    known = {name: place for name, one in providers.items() if one.enabled and (place := _place_of(one)) is not None}
    here = {name: place for name, place in known.items() if place[0] == _HERE and _is_told_apart(providers[name])}
    asked = (f"http://{_HERE}:{port}" for _, port in here.values())
    wanted = (*asked, *(DEFAULT_ORIGINS if origins is None else origins))
    looked = await look_on_loopback(timeout_s=timeout_s or PATIENT_S, origins=wanted, connect_s=_CONNECT_S)
    servers = [one.server for one in looked if one.server is not None]
    silent = {_place(one.origin) for one in looked if one.state == "silent"}
    there = {_place(server.base_url) for server in servers}
    found = [_line(server, providers) for server in servers if _place(server.base_url) not in known.values()]
    found += [_silent(place) for place in sorted(silent - set(here.values()))]
    return found + [_away(name, place, is_silent=place in silent) for name, place in here.items() if place not in there]


def add_command(server: FoundServer, taken: Mapping[str, object]) -> str:
    """The command that adds a server, under a name that is not `taken`."""
    name = "server" if server.kind == "openai_compatible" else str(server.kind)
    free = next(one for number in count(1) if (one := name if number == 1 else f"{name}{number}") not in taken)
    kind = f" --type {server.kind}" if server.provider_type == server.kind != "openai_compatible" else ""
    return f"segue providers add {free}{kind} --url {server.base_url}"


def _silent(place: tuple[str, int]) -> Line:
    """What listens and is too slow may be a model server all the same."""
    found = f"something listens at port {place[1]} and did not say in time what it is"
    return Line("server on this machine", "note", found, "On a busy machine: run segue doctor again in a while.")


def _away(name: str, place: tuple[str, int], *, is_silent: bool) -> Line:
    if is_silent:
        found = f"what listens at port {place[1]} of this machine did not say in time what it is"
        return Line(f"server of {name}", "missing", found, "On a busy machine: run segue doctor again in a while.")
    found = f"no such server shows itself at port {place[1]} of this machine"
    do = "Start it, or correct `base_url`; one that wants a token may show nothing to others."
    return Line(f"server of {name}", "missing", found, do)


def _line(server: FoundServer, providers: Mapping[str, ProviderSettings]) -> Line:
    version = f" {server.version}" if server.version else ""
    return Line(
        "server on this machine",
        "note",
        f"{_NAMES[server.kind]}{version} at {server.base_url} is not configured: {_about(server)}",
        add_command(server, providers),
    )


def _about(server: FoundServer) -> str:
    if server.needs_key:
        return "it wants a key"
    if not server.is_ready:
        return "it is loading its model"
    here = [model for model in server.models if not model.is_elsewhere]
    about = f"{len(here)} model{'s' if len(here) != 1 else ''}"
    if server.loaded:
        about += f", {len(server.loaded)} in memory"
    if elsewhere := len(server.models) - len(here):
        about += f"; {elsewhere} more that leave this machine"
    return about


def _place_of(provider: ProviderSettings) -> tuple[str, int] | None:
    """Where a configured provider is; None for one that has no address."""
    from segue.providers.hosts import HOSTS

    host = HOSTS.get(str(provider.options.get("host", provider.type)))
    url = provider.options.get("base_url", host.base_url if host is not None else None)
    return _place(url) if isinstance(url, str) else None


def _is_told_apart(provider: ProviderSettings) -> bool:
    """Whether such a server says what it is to anybody who asks."""
    return provider.type in _TOLD_APART or provider.options.get("host") in _TOLD_APART


def _place(url: str) -> tuple[str, int]:
    """An address without its path; this machine has one name."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return (_HERE if host in ("localhost", "::1") else host, port)
