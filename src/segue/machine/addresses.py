"""Addresses of the web that people or hosts name: taken apart, shown without secrets, and whether they are safe."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from segue.errors import WeightsError


def parts_of(url: str) -> SplitResult:
    """An address taken apart. Raises WeightsError where it has no host, or no port that could be one."""
    hint = "Write it as https://HOST/PATH/model.gguf."
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise WeightsError("That is no address.", hint=hint) from error
    if not parts.hostname or port == 0:
        raise WeightsError("That is no address.", hint=hint)
    return parts


def bare(url: str) -> str:
    """An address as people may see it: without user, password and query, which may be secrets."""
    try:
        parts = parts_of(url)
    except WeightsError:
        return "an address that cannot be read"
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{host}{port}{parts.path}"


def same_host(one: str, other: str) -> bool:
    """Whether two addresses are of the same scheme, host and port: only then a token may go along."""
    first, second = parts_of(one), parts_of(other)
    return (first.scheme, first.hostname, first.port) == (second.scheme, second.hostname, second.port)


def is_safe(url: str) -> bool:
    """Whether nobody on the way can read or change what comes and goes: https, or this machine itself."""
    try:
        parts = parts_of(url)
        if parts.scheme == "https" or parts.hostname == "localhost":
            return True
        return ipaddress.ip_address(parts.hostname or "").is_loopback
    except (WeightsError, ValueError):  # no address at all, or a host that is a name
        return False
