"""What is kept of people, over HTTP: `GET /v1/admin/incidents`, and `POST /v1/admin/sessions/export`, `…/erase` and
`…/release`.

A session's id stands in a body and never in an address: addresses are written into logs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import parse_qsl

import msgspec
from msgspec import Meta, Struct

from segue.domain.callers import LOOPBACK_CALLER, CallerRole
from segue.domain.models import SafetyLevel
from segue.pipeline.request.fields import wrong_field
from segue.server.access import KEEPS_RECORDS, READS_INCIDENTS, RELEASES, Admitted, Door
from segue.server.admin import MOST_BODY_BYTES
from segue.server.chat_json import malformed
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, check_media_type, read_body, respond

MOST_INCIDENTS: Final = 1_000
"""Most entries in one answer, some 600 kB."""
DEFAULT_INCIDENTS: Final = 100
_MOST_NUMBER: Final = 2**63 - 1


class SessionBody(Struct, forbid_unknown_fields=True):
    """Which session: by its id and the caller that used it, or by its keyed hash."""

    session_id: Annotated[str, Meta(min_length=1, max_length=256)] | None = None
    caller: Annotated[str, Meta(min_length=1, max_length=256)] = LOOPBACK_CALLER
    session: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")] | None = None


_session_body = msgspec.json.Decoder(SessionBody)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Which incidents are asked for."""

    after: int = 0
    since: datetime | None = None
    least: SafetyLevel = SafetyLevel.NONE
    limit: int = DEFAULT_INCIDENTS


class RecordRoutes:
    """Serves clinicians, and operators where a person's wish has to be met."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def incidents(self, request: Incoming) -> None:
        """Entries of the log, oldest first; `next` is the `after` of the next page, null at the end."""
        await self._door.admit(request.headers, READS_INCIDENTS)
        wanted = _wanted(request.query)
        entries = await self._turns.session_files.incidents(
            after=wanted.after, since=wanted.since, least=wanted.least, limit=wanted.limit
        )
        last = max((entry.number for entry in entries), default=0)
        following = last if len(entries) == wanted.limit and last > wanted.after else None
        told = [{"number": entry.number, "incident": getattr(entry, "incident", None)} for entry in entries]
        await respond(request.send, msgspec.json.encode({"incidents": told, "next": following}))

    async def export(self, request: Incoming) -> None:
        """Everything that is kept of a session."""
        _, session = await self._session(request, KEEPS_RECORDS)
        exported = await self._turns.session_files.export(session)
        await respond(request.send, msgspec.json.encode(exported))

    async def erase(self, request: Incoming) -> None:
        """Erase a session. One of which nothing is kept is erased already."""
        _, session = await self._session(request, KEEPS_RECORDS)
        erased = await self._turns.session_files.erase(session)
        told = {"session": session, "records": erased.records, "is_overwritten": erased.is_overwritten}
        await respond(request.send, msgspec.json.encode(told))

    async def release(self, request: Incoming) -> None:
        """End the safety protocol of a session. One outside of it stays as it is."""
        who, session = await self._session(request, RELEASES)
        released = await self._turns.session_files.release(session, by=who.caller_id, now=datetime.now(UTC))
        told = {
            "session": session,
            "before": released.before,
            "after": released.after,
            "is_released": released.is_released,
        }
        await respond(request.send, msgspec.json.encode(told))

    async def _session(self, request: Incoming, allowed: frozenset[CallerRole]) -> tuple[Admitted, str]:
        """Who asks, and the session that it is about. Raises WrongField where the body names none, or two."""
        who = await self._door.admit(request.headers, allowed)
        check_media_type(request)
        body = _read(await read_body(request, max_bytes=MOST_BODY_BYTES))
        if (body.session_id is None) is (body.session is None):
            raise WrongField("Either `session_id` or `session` has to be given.", param="session_id")
        if body.session is not None:
            return who, body.session
        assert body.session_id is not None
        return who, await self._turns.session_files.hash(body.session_id, caller=body.caller)


def _read(raw: bytes) -> SessionBody:
    try:
        return _session_body.decode(raw)
    except msgspec.ValidationError as error:
        wrong = wrong_field(error)
        raise WrongField(wrong.message, param=wrong.param, hint=wrong.hint) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None


def _wanted(query: str) -> _Wanted:
    """What the address asks for. Raises WrongField, naming the parameter."""
    given: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name in given or name not in {"after", "since", "level", "limit"}:
            raise WrongField("This parameter is unknown, or stands twice.", param=name[:64])
        given[name] = value
    return _Wanted(
        after=_number(given, "after", least=0, most=_MOST_NUMBER, default=0),
        since=_moment(given["since"]) if "since" in given else None,
        least=_level(given["level"]) if "level" in given else SafetyLevel.NONE,
        limit=_number(given, "limit", least=1, most=MOST_INCIDENTS, default=DEFAULT_INCIDENTS),
    )


def _number(given: dict[str, str], name: str, *, least: int, most: int, default: int) -> int:
    text = given.get(name, str(default))
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else -1
    if not least <= number <= most:
        raise WrongField(f"This has to be a whole number from {least} to {most}.", param=name)
    return number


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise WrongField("This has to be a moment with its zone, as 2026-11-26T08:00:00Z.", param="since")
    return moment


def _level(text: str) -> SafetyLevel:
    try:
        return SafetyLevel(text)
    except ValueError:
        raise WrongField(f"This has to be one of {', '.join(SafetyLevel)}.", param="level") from None
