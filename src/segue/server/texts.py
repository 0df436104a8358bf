"""Texts of incidents, for clinicians alone: `GET /v1/admin/texts`, and `POST /v1/admin/texts/read`.

Reading is a POST: it leaves an entry in the log of incidents, and no cache on the way may answer in its place.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from segue.pipeline.request.fields import wrong_field
from segue.server.access import READS_TEXTS, Door
from segue.server.admin import MOST_BODY_BYTES
from segue.server.chat_json import malformed
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import JSON_TYPE, Incoming, check_media_type, read_body, respond

_NOT_STORED: Final = (JSON_TYPE, (b"cache-control", b"no-store"))


class ReadBody(Struct, forbid_unknown_fields=True):
    """Which turn: by its pseudonym, as its incidents have it."""

    turn: Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]


_read_body = msgspec.json.Decoder(ReadBody)


class TextRoutes:
    """Serves clinicians alone."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def listed(self, request: Incoming) -> None:
        """Of which turns there are texts, newest first; no word of them."""
        await self._door.admit(request.headers, READS_TEXTS)
        told = [{"turn": text.turn, "at": text.at} for text in await self._turns.texts.listed()]
        await respond(request.send, msgspec.json.encode({"texts": told}))

    async def read(self, request: Incoming) -> None:
        """The text of one turn. The log of incidents has an entry of who read it before a word is sent."""
        who = await self._door.admit(request.headers, READS_TEXTS)
        check_media_type(request)
        body = _read(await read_body(request, max_bytes=MOST_BODY_BYTES))
        text = await self._turns.texts.read(body.turn, by=who.caller_id, now=datetime.now(UTC))
        told = {
            "turn": body.turn,
            "at": text.at,
            "said": text.said,
            "answered": text.answered,
            "is_cut": text.is_cut,
        }
        await respond(request.send, msgspec.json.encode(told), headers=_NOT_STORED)


def _read(raw: bytes) -> ReadBody:
    try:
        return _read_body.decode(raw)
    except msgspec.ValidationError as error:
        wrong = wrong_field(error)
        raise WrongField(wrong.message, param=wrong.param, hint=wrong.hint) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None
