"""What aiohttp's errors mean. Ours name addresses and kinds of failure, never bytes of an answer."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from segue.errors import BadAnswer, ConnectionLost, ProviderError, Silent, StreamCut, Unreachable

if TYPE_CHECKING:
    from segue.domain.models import ModelRef


class RefusedAddressError(OSError):
    """A name leads to an address that must not be asked."""


def faults() -> tuple[type[Exception], ...]:
    """What aiohttp raises when the other side or the way to it fails."""
    import aiohttp

    return (aiohttp.ClientError, aiohttp.EofStream, TimeoutError, OSError)


def closed() -> tuple[type[Exception], ...]:
    """What aiohttp raises when the other side has closed the connection."""
    import aiohttp

    return (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


def harmless(error: Exception) -> Exception | None:
    """The cause to chain: the system's own errors. None for others, whose text may quote bytes of an answer."""
    return error if isinstance(error, OSError) else None


def no_answer(error: Exception, model: ModelRef, address: str) -> ProviderError:
    """The error for a request that got no head of an answer; most specific first."""
    import aiohttp

    match error:
        case aiohttp.ClientSSLError() | aiohttp.ServerFingerprintMismatch():
            hint = "Check that the address and its certificate belong together, and this machine's clock."
            return Unreachable(f"No safe (TLS) connection to {address}.", model=model, hint=hint)
        case aiohttp.ClientConnectorDNSError(os_error=RefusedAddressError()):
            hint = "Link-local and metadata addresses are never asked: see what the name stands for."
            return Unreachable(f"The name in {address} leads to an address that is not asked.", model=model, hint=hint)
        case aiohttp.ClientConnectorDNSError():
            hint = "Check the name in `base_url` and this machine's network."
            return Unreachable(f"The name in {address} is not known.", model=model, hint=hint)
        case aiohttp.ClientProxyConnectionError() | aiohttp.ClientHttpProxyError():
            hint = "Check `proxy` among the provider's options, and what that proxy lets pass."
            return Unreachable(f"The proxy on the way to {address} does not let it pass.", model=model, hint=hint)
        case aiohttp.ConnectionTimeoutError():
            return Unreachable(f"No connection to {address} in time.", model=model)
        case aiohttp.ClientConnectorError():
            hint = "Check that it runs and listens there."
            return Unreachable(f"No connection to {address}: {_reason(error.os_error)}.", model=model, hint=hint)
        case TimeoutError():
            return Silent(f"{address} did not answer in time.", model=model)
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError() | aiohttp.RedirectClientError():
            return Unreachable(f"{address} is no address that can be asked.", model=model, hint="Correct `base_url`.")
        case aiohttp.ClientResponseError() | aiohttp.ClientPayloadError():
            return BadAnswer(f"What {address} answers is not HTTP.", model=model)
        case _:
            return ConnectionLost(f"{address} closed the connection without an answer.", model=model)


def _reason(error: OSError) -> str:
    """The system's own words for a failure: asyncio's name its internals and repeat the address."""
    if error.errno is None or error.errno < 0:
        return error.strerror or type(error).__name__
    words = os.strerror(error.errno)
    return words[:1].lower() + words[1:]


def cut(error: Exception, model: ModelRef) -> ProviderError:
    """The error for an answer that broke off."""
    if isinstance(error, TimeoutError):
        return Silent("It fell silent within its answer.", model=model)
    return StreamCut(f"Its answer broke off ({type(error).__name__}).", model=model)
