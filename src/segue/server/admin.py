"""What operators ask and do over HTTP: `GET /v1/admin/health`, `.../limits`, `.../resources`,
`POST /v1/admin/breakers/reset`."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from segue.errors import NoSuchBreaker
from segue.pipeline.request.fields import wrong_field
from segue.server.access import OPERATES, Door
from segue.server.chat_json import malformed
from segue.server.contract import TurnTaker
from segue.server.limit_headers import standing_json
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, check_media_type, read_body, respond

MOST_BODY_BYTES: Final = 64 * 1024
"""Longest body that an operator's request needs."""


class ResetBody(Struct, forbid_unknown_fields=True):
    """Which breaker to close; without a name all of them. Null is neither: a script may have meant a name."""

    name: Annotated[str, Meta(min_length=1, max_length=1024)] | UnsetType = UNSET


_reset_body = msgspec.json.Decoder(ResetBody)


class AdminRoutes:
    """Serves operators alone."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def health(self, request: Incoming) -> None:
        """How everything is. The status is 200 also when something is wrong: `ok` tells."""
        await self._door.admit(request.headers, OPERATES)
        await respond(request.send, msgspec.json.encode(await self._turns.health()))

    async def limits(self, request: Incoming) -> None:
        """How each limit stands that is in use."""
        await self._door.admit(request.headers, OPERATES)
        limits = self._turns.limits
        told = {
            "counted": "together" if limits.meter.is_shared and not limits.meter.is_away else "alone",
            "limits": list(map(standing_json, await limits.standings())),
            "reached": dict(limits.refused),
        }
        await respond(request.send, msgspec.json.encode(told))

    async def resources(self, request: Incoming) -> None:
        """How the gateway's machine is: a reading of now, what is short, and what would help."""
        await self._door.admit(request.headers, OPERATES)
        await respond(request.send, msgspec.json.encode(await self._turns.resources.report()))

    async def reset_breakers(self, request: Incoming) -> None:
        """Close breakers; names those that were not closed. Raises NoSuchBreaker, WrongField."""
        await self._door.admit(request.headers, OPERATES)
        check_media_type(request)
        body = _read(await read_body(request, max_bytes=MOST_BODY_BYTES))
        closed = await self._reset(None if body.name is UNSET else body.name)
        await respond(request.send, msgspec.json.encode({"closed": closed}))

    async def _reset(self, name: str | None) -> Sequence[str]:
        try:
            return self._turns.reset_breakers(name)
        except NoSuchBreaker as error:
            known = [breaker.name for breaker in (await self._turns.health()).breakers]
            close = difflib.get_close_matches(name or "", known, n=1)
            if not close:
                raise
            raise NoSuchBreaker(error.message, param="name", hint=f"Did you mean '{close[0]}'?") from error


def _read(raw: bytes) -> ResetBody:
    try:
        return _reset_body.decode(raw)
    except msgspec.ValidationError as error:
        wrong = wrong_field(error)
        raise WrongField(wrong.message, param=wrong.param, hint=wrong.hint) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None
