"""What a failure of Redis means for an operator: what happened, to which server, what to do.

The library's own words are left out, for they may show what a server said; they stay in `__cause__`.
"""

from __future__ import annotations

import asyncio
import errno
import re
import socket
import ssl
from collections.abc import Iterator

from segue.errors import PartMissing, StorageError, UnfitRecord


def failures() -> tuple[type[Exception], ...]:
    """Everything that redis-py raises, and what it lets through. Raises PartMissing where it is not installed."""
    try:
        import redis.asyncio.connection
        import redis.exceptions
    except ModuleNotFoundError as error:
        raise PartMissing(
            "A cache in Redis needs the module 'redis', which is not installed.",
            hint="Install it: pip install 'segue[redis]'.",
        ) from error
    own = (value for value in vars(redis.exceptions).values() if isinstance(value, type))
    # uvloop raises RuntimeError for a connection that is closed; what is no Redis leads to the last three.
    through = (OSError, RuntimeError, EOFError, ValueError, asyncio.LimitOverrunError)
    return (*(kind for kind in own if issubclass(kind, Exception)), *through)


_REFUSED_KEY = ("it did not accept the user or the password", "Look at what `cache.url` says before the `@`.")
_CLUSTER = ("it is part of a cluster, which Segue does not use", "Set `cache.url` to a single server, or its proxy.")
_NOT_ALLOWED = ("its user may not do this", "The page about storage lists the keys and commands to allow.")
_READ_ONLY = ("it may only be read", "Set `cache.url` to the primary, not to a replica.")
_LOADING = ("it is still reading its data", "It takes part by itself when it has done so.")
_FULL = (
    "its memory is full",
    "Raise its `maxmemory`: what is shared is small, and sessions' rules must not be evicted.",
)
_LATE = ("it did not answer in time", "See how busy it is, and how far away.")
_STRANGE = (
    "what answers there does not speak as Redis does",
    "Look at host and port in `cache.url`; TLS is `rediss:`.",
)
_REFUSED = ("it refused a command", "Its own log, and `redis-cli ping` there, tell more.")
_BROKEN = ("the connection could not be made, or broke", "See that it runs, and that this machine reaches it.")
_MEANINGS = {
    "AuthenticationError": _REFUSED_KEY,
    "AuthenticationWrongNumberOfArgsError": _REFUSED_KEY,
    "ExternalAuthProviderError": _REFUSED_KEY,
    "AuthorizationError": _NOT_ALLOWED,
    "NoPermissionError": _NOT_ALLOWED,
    "BusyLoadingError": _LOADING,
    "OutOfMemoryError": _FULL,
    "ReadOnlyError": _READ_ONLY,
    "MasterDownError": _READ_ONLY,
    "AskError": _CLUSTER,
    "TryAgainError": _CLUSTER,
    "ClusterError": _CLUSTER,
    "ClusterCrossSlotError": _CLUSTER,
    "RedisClusterException": _CLUSTER,
    "InvalidResponse": _STRANGE,
    "LimitOverrunError": _STRANGE,
    "ValueError": _STRANGE,
    "RedisError": _REFUSED,
    "ChildDeadlockedError": _BROKEN,
    "IncorrectPolicyType": _CLUSTER,
    "EOFError": _BROKEN,
    "TimeoutError": _LATE,
    "ResponseError": _REFUSED,
    "ConnectionError": _BROKEN,
    "RuntimeError": _BROKEN,
    "OSError": _BROKEN,
}
"""What a failure means, by the name of the nearest of its classes; names, since redis-py need not be installed."""
_SYSTEM = {
    errno.ECONNREFUSED: ("nothing listens there", "Start it, or correct host and port in `cache.url`."),
    errno.ENOENT: ("a file that its address names is not there", "Correct the path in `cache.url`, or start it."),
    errno.EACCES: ("access was denied", "Let this user read and write what `cache.url` names."),
}
_NO_HOST = ("no host has that name", "Correct the host in `cache.url`.")
_NO_TRUST = ("its certificate was not accepted", "Name its authority in `cache.url`: `?ssl_ca_certs=PATH`.")
_UNFIT = re.compile(r"WRONGTYPE|not an integer|would overflow|invalid expire")
"""Replies to what no server could carry out: ours is the fault, and trying again is in vain."""

_SPOILT = "Something else stands under a name of Segue's: remove what stands there, and keep others from `segue:`."


def redis_error(error: Exception, *, where: str) -> StorageError:
    """Say what `error` means. `where` names the server without a password."""
    names = [kind.__name__ for kind in type(error).__mro__]
    if "DataError" in names or isinstance(error, UnicodeEncodeError):
        return UnfitRecord(f"The cache {where} was given a value that it cannot keep ({names[0]}).")
    if "ResponseError" in names and (found := _UNFIT.search(str(error))):
        said = f"The cache {where} was asked for what cannot be done with that key ({found[0]})."
        return UnfitRecord(said, hint=_SPOILT if found[0] == "WRONGTYPE" else "")
    nearest = next((_MEANINGS[name] for name in names if name in _MEANINGS), _REFUSED)
    reason, hint = (_system_meaning(error) or nearest) if nearest is _BROKEN else nearest
    return StorageError(f"The cache {where} failed: {reason}.", hint=hint)


def _system_meaning(error: BaseException) -> tuple[str, str] | None:
    """What the system said beneath a broken connection, None where it said nothing that is known."""
    for cause in _chain(error):
        if isinstance(cause, socket.gaierror):
            return _NO_HOST
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _NO_TRUST
        if isinstance(cause, OSError) and cause.errno in _SYSTEM:
            return _SYSTEM[cause.errno]
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
