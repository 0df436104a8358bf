"""An address as somebody wrote it, made into one that can be asked: mended with a word, or refused with one. Pure.

Nothing of a refused address is repeated: it may hold a password.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit, urlunsplit

from segue.domain.addresses import is_never_asked
from segue.errors import BadAddress
from segue.providers.hosts import HOSTS

_TAILS: Final = ("/chat/completions", "/completions", "/responses", "/embeddings", "/models")
"""What follows the address of an API, and is often copied with it."""
_VERSION: Final = re.compile(r"/v\d[a-z0-9]*(?:/|$)")
_PARAM: Final = "url"
IN_CLEAR: Final = (
    "It begins with http:// and is not on this machine: its key and all conversations go over the network in the clear,"
    " for everybody on the way to read."
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address that can be asked."""

    base_url: str
    """`/chat/completions` follows it."""
    notes: tuple[str, ...] = ()
    """What was mended, and what to think of; one sentence each."""

    @property
    def host(self) -> str | None:
        """The known host whose own address it is; None for any other."""
        return next((name for name, row in HOSTS.items() if row.base_url == self.base_url and row.key_variable), None)

    @property
    def origin(self) -> str:
        """Scheme, host and port alone."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def has_version(self) -> bool:
        """Whether a version stands in its path, as `/v1` does in most."""
        return _VERSION.search(urlsplit(self.base_url).path) is not None

    @property
    def is_near(self) -> bool:
        """Whether it is on this machine or in a network of one's own, by its form alone: no name is looked up."""
        host = urlsplit(self.base_url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_private
        except ValueError:
            return "." not in host or host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa"))

    @property
    def is_in_clear(self) -> bool:
        """Whether what is sent there can be read in some network, be it one's own."""
        parts = urlsplit(self.base_url)
        host = parts.hostname or ""
        try:
            is_here = ipaddress.ip_address(host).is_loopback
        except ValueError:
            is_here = host == "localhost" or host.endswith(".localhost")
        return parts.scheme == "http" and not is_here

    def at(self, base_url: str, note: str) -> Address:
        """Another address in its place, with the reason."""
        return Address(base_url, (*self.notes, note))


def told_address(text: str, *, over_http: bool = False) -> Address:
    """The address that somebody means. `over_http`: it came over HTTP, from whoever may ask (design rule 6.2).

    Raises BadAddress for what is no address, holds a secret, or must not be asked.
    """
    parts = _parts(text.strip())
    notes: list[str] = []
    if is_never_asked(parts.hostname or ""):
        if over_http:
            raise BadAddress(
                "Link-local and metadata addresses are not taken over HTTP.",
                param=_PARAM,
                hint="Add it at the machine itself: `segue providers add`.",
            )
        notes.append("This is a link-local or metadata address: see that it is a model server which answers there.")
    path = parts.path.rstrip("/")
    tail = next((tail for tail in _TAILS if path.lower().endswith(tail)), "")
    if tail:
        path = path[: -len(tail)].rstrip("/")
        notes.append(f"`{tail}` was left out: an address ends before it.")
    address = Address(urlunsplit((parts.scheme, parts.netloc.lower(), path, "", "")), tuple(notes))
    return address.at(address.base_url, IN_CLEAR) if address.is_in_clear else address


def _parts(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 - reading it looks at it
    except ValueError:
        raise BadAddress("This is no address.", param=_PARAM, hint=_HINT) from None
    if "@" in parts.netloc or (not parts.netloc and "@" in text):
        raise BadAddress(
            "An address may hold no user and no password: it stands in a file in the clear.",
            param=_PARAM,
            hint="Leave them out. A key is asked for, or read from a variable with --key-env.",
        )
    if parts.query or parts.fragment:
        raise BadAddress(
            "An address may hold nothing behind `?` or `#`: keys stand there.",
            param=_PARAM,
            hint="Leave it out. A key is asked for, or read from a variable with --key-env.",
        )
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        known = parts.scheme and parts.netloc
        said = "An address begins with https:// or http://" + (
            f", not with {parts.scheme[:20]}://." if known else ", and names a host."
        )
        raise BadAddress(said, param=_PARAM, hint=_HINT)
    if not parts.hostname.isascii() or any(char.isspace() or ord(char) < 32 for char in text):
        raise BadAddress("This is no address.", param=_PARAM, hint=_HINT)
    return parts


_HINT: Final = "Write it as https://api.example.org/v1, or http://127.0.0.1:8000/v1 for a server on this machine."
