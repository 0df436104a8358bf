"""Connections to models, by aiohttp's own notes of them, which no release of it promises."""

import asyncio

from aiohttp.client_proto import ResponseHandler

from segue.providers.wire_post import Line


class OlderHandler(asyncio.Protocol):
    """aiohttp's connection as 3.14.3 has it: it notes one of two reasons to hold reading up."""

    __slots__ = ("_reading_paused",)


def test_connection_without_notes_of_what_is_held_up_stays_as_aiohttp_has_it() -> None:
    """Older releases of aiohttp are used as they are: to ask them for notes that they lack would end every answer."""
    assert Line.over(OlderHandler) is OlderHandler
    assert Line.over(ResponseHandler) is Line
