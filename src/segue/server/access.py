"""Who may come in: by a caller key, or from this machine without one where that is allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from segue.config.settings import ServerSettings
from segue.domain.addresses import is_loopback_name
from segue.domain.callers import KEY_PREFIX, LOOPBACK_CALLER, NO_SCOPE, Caller, CallerRole, CallerScope
from segue.errors import NotAllowed, NotAuthenticated
from segue.server.keys import CallerKeys

CHATS = frozenset({CallerRole.CALLER, CallerRole.INTERNAL, CallerRole.OPERATOR})
"""Roles that may chat and list models."""
OPERATES = frozenset({CallerRole.OPERATOR})
"""Roles that may see metrics and health, and administer."""
READS_INCIDENTS = frozenset({CallerRole.CLINICIAN})
"""Roles that may read what screening found: not those who run the machines, whose work does not need it."""
KEEPS_RECORDS = frozenset({CallerRole.CLINICIAN, CallerRole.OPERATOR})
"""Roles that may export and erase what is kept of a session: whoever a person asks for it."""
READS_TEXTS = frozenset({CallerRole.CLINICIAN})
"""Roles that may read the words of a turn, where they are kept: those who care for the person."""
RELEASES = frozenset({CallerRole.CLINICIAN})
"""Roles that may end the safety protocol of a session: it is a clinical judgement, and nobody else's."""

_SIGNS_OF_A_PROXY = frozenset(
    {
        b"forwarded", b"via", b"x-real-ip", b"x-client-ip", b"x-cluster-client-ip", b"x-original-forwarded-for",
        b"true-client-ip", b"cf-connecting-ip", b"cf-connecting-ipv6", b"cf-ray", b"fastly-client-ip",
        b"x-envoy-external-address",
    }
)  # fmt: skip
"""Headers that only a proxy sets: behind one, a loopback connection says nothing of where the caller is."""
_SIGN_OF_A_PROXY = b"x-forwarded-"
"""Starts more of them: -For, -Host, -Proto, -Port, -Server."""

_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[\w.-]+)(?::\d*)?")
"""A Host header: name or address, and port. No user, path or query: who reads loosely would see another name there."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody who may come in."""

    caller_id: str
    role: CallerRole
    name: str | None = None
    """As whoever made the key has called them."""
    scope: CallerScope = NO_SCOPE

    @property
    def may_be_internal(self) -> bool:
        """Whether they may mark calls that no person reads."""
        return self.role is CallerRole.INTERNAL or self.scope.is_internal


_FROM_THIS_MACHINE = Admitted(LOOPBACK_CALLER, CallerRole.OPERATOR)


class Door:
    """Admits by key or by loopback, and refuses with what to do."""

    def __init__(
        self, settings: ServerSettings, keys: CallerKeys, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._keys = keys
        self._now = now
        self._hosts = frozenset(name.lower() for name in settings.allowed_hosts)
        self._without_key = settings.loopback_without_key and is_loopback_name(settings.host)

    async def admit(self, headers: Mapping[bytes, bytes], allowed: frozenset[CallerRole]) -> Admitted:
        """Who asks. Raises NotAuthenticated or NotAllowed; StorageError where a new key cannot be looked up."""
        key = _bearer(headers)
        who = self._stranger(headers) if key is None else await self._bearer_of(key, headers)
        if who.role not in allowed:
            roles = " or ".join(sorted(allowed))
            hint = f"Use another key, or make one: segue callers create NAME --role {min(allowed)}"
            has = "a caller on this machine without a key has" if who is _FROM_THIS_MACHINE else "the key has"
            raise NotAllowed(f"This needs the role {roles}; {has} the role {who.role}.", hint=hint)
        return who

    async def _bearer_of(self, key: str, headers: Mapping[bytes, bytes]) -> Admitted:
        if (caller := await self._keys.find(key)) is not None:
            self._check_host(headers)
            _check_time(caller, self._now())
            return Admitted(caller.id, caller.role, caller.name, caller.scope)
        if key.startswith(KEY_PREFIX) or self._keys.are_in_use or not self._without_key:
            raise NotAuthenticated("The API key is unknown or revoked.", hint="segue callers create NAME makes one.")
        return self._stranger(headers)

    def _stranger(self, headers: Mapping[bytes, bytes]) -> Admitted:
        """Somebody without a key that is known."""
        self._check_local(headers)
        return _FROM_THIS_MACHINE

    def _check_host(self, headers: Mapping[bytes, bytes]) -> None:
        """With a key any Host may be used, unless the configuration lists those that may."""
        name = host_name(headers.get(b"host", b"").decode("latin-1"))
        if self._hosts and name not in self._hosts and not is_loopback_name(name):
            raise NotAllowed("The Host is not one of this gateway's.", hint="List it in server.allowed_hosts.")

    def _check_local(self, headers: Mapping[bytes, bytes]) -> None:
        """Without a key: only on loopback, by a loopback name, through no proxy and from no web page elsewhere."""
        if not self._without_key or _came_through_proxy(tuple(headers)):
            raise NotAuthenticated("A caller key is needed.", hint="Make one: segue callers create NAME")
        host = headers.get(b"host", b"").decode("latin-1")
        if not is_loopback_name(host_name(host)):
            raise NotAllowed(
                "Without a key the Host has to be a loopback name.", hint="Use 127.0.0.1, or make a key.", param="Host"
            )
        origin = headers.get(b"origin")
        if origin is not None and not _is_own(origin.decode("latin-1"), host):
            hint = "Call it from a program of your own, and that from the page."
            raise NotAllowed("Web pages of other origins may not call this gateway.", param="Origin", hint=hint)


def _bearer(headers: Mapping[bytes, bytes]) -> str | None:
    value = headers.get(b"authorization")
    if value is None:
        return None
    scheme, _, key = value.decode("latin-1").partition(" ")
    if scheme.lower() != "bearer" or not key.strip():
        hint = "Send the key that `segue callers create NAME` showed."
        raise NotAuthenticated("The Authorization header has to be: Bearer KEY.", hint=hint)
    return key.strip()


def _check_time(caller: Caller, now: datetime) -> None:
    """Raises NotAuthenticated for a key whose time is over."""
    expires_at = caller.scope.expires_at
    if expires_at is not None and now >= expires_at:
        hint = f"Whoever runs this can give it more time: segue callers change {caller.name} --expires YYYY-MM-DD"
        raise NotAuthenticated(f"The API key of '{caller.name}' expired at {expires_at:%Y-%m-%d %H:%M} UTC.", hint=hint)


@lru_cache(maxsize=256)
def _came_through_proxy(names: tuple[bytes, ...]) -> bool:
    """Whether one of the headers of these names tells; a client sends the same ones again and again."""
    return any(name in _SIGNS_OF_A_PROXY or name.startswith(_SIGN_OF_A_PROXY) for name in names)


def _is_own(origin: str, host: str) -> bool:
    return origin.lower() in {f"http://{host.lower()}", f"https://{host.lower()}"}


@lru_cache(maxsize=256)
def host_name(host: str) -> str:
    """The name in a Host header, lower case, without port; empty when there is none that makes sense."""
    match = _HOST.fullmatch(host)
    return "" if match is None else match[1].strip("[]").rstrip(".").lower()
