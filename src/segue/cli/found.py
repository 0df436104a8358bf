"""What `segue doctor` says of model servers that run on this machine and are not configured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from segue.cli.lines import Line

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.config.settings import ProviderSettings
    from segue.domain.servers import FoundServer

_NAMES: Final = {
    "ollama": "Ollama",
    "lm_studio": "LM Studio",
    "llama_cpp": "llama.cpp",
    "vllm": "vLLM",
    "openai_compatible": "a server with OpenAI's protocol",
}


async def found_lines(loaded: Loaded, *, origins: Sequence[str] | None = None) -> list[Line]:
    """One line for each server that answers and that no provider is configured for. `origins`: where to look."""
    from segue.providers.discovery import DEFAULT_ORIGINS, find_on_loopback

    known = set(_configured(loaded.settings.providers))
    servers = await find_on_loopback(origins=DEFAULT_ORIGINS if origins is None else origins)
    return [_line(server, loaded.settings.providers) for server in servers if _place(server.base_url) not in known]


def add_command(server: FoundServer, taken: Mapping[str, object]) -> str:
    """The command that adds a server, under a name that is not `taken`."""
    name = "server" if server.kind == "openai_compatible" else str(server.kind)
    free = next(one for number in count(1) if (one := name if number == 1 else f"{name}{number}") not in taken)
    kind = f" --type {server.kind}" if server.provider_type == server.kind != "openai_compatible" else ""
    return f"segue providers add {free}{kind} --url {server.base_url}"


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


def _configured(providers: Mapping[str, ProviderSettings]) -> Iterator[tuple[str, int | None]]:
    """Where the configured providers are."""
    from segue.providers.hosts import HOSTS

    for provider in providers.values():
        url = provider.options.get("base_url")
        host = HOSTS.get(str(provider.options.get("host", provider.type)))
        if isinstance(url, str):
            yield _place(url)
        elif host is not None:
            yield _place(host.base_url)


def _place(url: str) -> tuple[str, int | None]:
    """An address without its path; this machine has one name."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return ("127.0.0.1" if host in ("localhost", "::1") else host, parts.port)
