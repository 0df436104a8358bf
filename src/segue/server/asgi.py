"""The gateway as an ASGI application: a table of routes, and every failure as an error in OpenAI's shape."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import TypeAlias

from segue.errors import SegueError, Stopping
from segue.server import reference
from segue.server.access import Door
from segue.server.admin import AdminRoutes
from segue.server.answer_json import error_event
from segue.server.catalogue import CatalogueRoute
from segue.server.catalogue_feed import CatalogueFeed
from segue.server.chat import ChatRoute
from segue.server.contract import TurnTaker
from segue.server.fitting import FitRoute
from segue.server.gate import Gate
from segue.server.held import HeldRoutes
from segue.server.keys import CallerKeys
from segue.server.models import ModelRoutes
from segue.server.money import MoneyRoutes
from segue.server.probes import Probes
from segue.server.records import RecordRoutes
from segue.server.refusals import ClientGone, NoSuchPath, WrongMethod
from segue.server.safety import SafetyRoutes
from segue.server.texts import TextRoutes
from segue.server.wire import (
    STREAM_TYPE,
    WHOLE,
    Incoming,
    Message,
    Receive,
    Send,
    in_two,
    read_head,
    respond,
    respond_error,
)

Handler: TypeAlias = Callable[[Incoming], Awaitable[None]]

MODEL_PATH = "/v1/models/"

_log = logging.getLogger(__name__)


class Gateway:
    """Serves turns over HTTP. `gate` and `keys` are shared with whoever runs the server."""

    def __init__(self, turns: TurnTaker, *, keys: CallerKeys, gate: Gate) -> None:
        settings = turns.settings.server
        door = Door(settings, keys)
        admin = AdminRoutes(turns, door)
        records = RecordRoutes(turns, door)
        texts = TextRoutes(turns, door)
        money = MoneyRoutes(turns, door)
        held = HeldRoutes(turns, door)
        probes = Probes(turns, door, gate)
        self._gate = gate
        self._max_header_bytes = settings.max_header_bytes
        self._chat = ChatRoute(turns, door)
        self._models = ModelRoutes(turns, door)
        self._safety = SafetyRoutes(turns, door)
        feed = CatalogueFeed(turns, door)
        self._routes: Mapping[str, tuple[str, Handler]] = {
            "/v1/chat/completions": ("POST", self._take_turn),
            "/v1/safety/screen": ("POST", self._screen),
            "/v1/models": ("GET", self._models.list_all),
            "/v1/catalogue": ("GET", CatalogueRoute(turns, door).browse),
            "/v1/catalogue/changes": ("GET", feed.changes),
            "/v1/catalogue/deprecations": ("GET", feed.deprecations),
            "/v1/catalogue/places": ("GET", feed.places),
            "/v1/budgets": ("GET", money.budgets),
            "/v1/spend": ("GET", money.spend),
            "/v1/admin/health": ("GET", admin.health),
            "/v1/admin/limits": ("GET", admin.limits),
            "/v1/admin/resources": ("GET", admin.resources),
            "/v1/admin/fit": ("GET", FitRoute(turns, door).fit),
            "/v1/admin/breakers/reset": ("POST", admin.reset_breakers),
            "/v1/admin/models": ("GET", held.list_all),
            "/v1/admin/models/load": ("POST", held.load),
            "/v1/admin/models/unload": ("POST", held.unload),
            "/v1/admin/incidents": ("GET", records.incidents),
            "/v1/admin/sessions/export": ("POST", records.export),
            "/v1/admin/sessions/erase": ("POST", records.erase),
            "/v1/admin/sessions/release": ("POST", records.release),
            "/v1/admin/texts": ("GET", texts.listed),
            "/v1/admin/texts/read": ("POST", texts.read),
            "/livez": ("GET", probes.live),
            "/readyz": ("GET", probes.ready),
            "/metrics": ("GET", probes.metrics),
            "/openapi.json": ("GET", reference.openapi),
            "/docs": ("GET", reference.page),
        }

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """One request. Nothing is raised but what ends the process; the server cancels it when its client leaves."""
        if scope["type"] != "http":
            return
        answer = _Answer(send, takes_whole=WHOLE in (scope.get("extensions") or ()))
        try:
            request = read_head(scope, receive, answer.send, max_header_bytes=self._max_header_bytes)
            await self._handler(request)(request)
        except ClientGone:
            return
        except asyncio.CancelledError:  # the client left, or the server stops and the time for answers is over
            await answer.fail(Stopping("The gateway stopped before the answer was whole.", hint="Ask again."))
        except SegueError as error:
            await answer.fail(error)
        except Exception as error:  # noqa: BLE001 - the last frame: a bug must become a 500 and not a torn connection
            # Neither message nor locals: they may hold talk.
            _log.error("A request failed by a fault of the gateway: %s at %s", type(error).__name__, _place(error))
            await answer.fail(SegueError("The gateway failed.", hint="This is a fault of Segue; its log says where."))

    def _handler(self, request: Incoming) -> Handler:
        """Who answers it. Raises NoSuchPath and WrongMethod."""
        method, handler = self._route(request.path)
        if request.method == method or (method == "GET" and request.method == "HEAD"):
            return handler
        allowed = "GET, HEAD, OPTIONS" if method == "GET" else f"{method}, OPTIONS"
        if request.method != "OPTIONS":
            raise WrongMethod(request.method, allowed)
        return lambda request: respond(request.send, b"", headers=((b"allow", allowed.encode()),))

    def _route(self, path: str) -> tuple[str, Handler]:
        if (found := self._routes.get(path)) is not None:
            return found
        if path.startswith(MODEL_PATH) and len(path) > len(MODEL_PATH):
            return "GET", lambda request: self._models.show(request, path.removeprefix(MODEL_PATH))
        raise NoSuchPath("Nothing is served at this path.", hint="/docs lists what is.")

    async def _take_turn(self, request: Incoming) -> None:
        with self._gate:
            await self._chat.answer(request)

    async def _screen(self, request: Incoming) -> None:
        with self._gate:
            await self._safety.screen(request)


class _Answer:
    """Knows how far the response is: an error takes its place, ends its stream, or comes too late."""

    __slots__ = ("_head", "_is_whole", "_send", "_takes_whole")

    def __init__(self, send: Send, *, takes_whole: bool) -> None:
        self._send = send
        self._takes_whole = takes_whole
        """Whether the server knows messages of type WHOLE."""
        self._head: Message | None = None
        self._is_whole = False

    async def send(self, message: Message) -> None:
        if self._head is None:
            self._head = message
            self._is_whole = message["type"] == WHOLE
        else:
            self._is_whole = not message["more_body"]
        try:
            if self._takes_whole or message["type"] != WHOLE:
                await self._send(message)
            else:
                for part in in_two(message):
                    await self._send(part)
        except OSError as error:  # how ASGI (2.4) says that nobody is there any more
            raise ClientGone from error

    async def fail(self, error: SegueError) -> None:
        with suppress(ClientGone):
            if self._head is None:
                await respond_error(self.send, error)
            elif not self._is_whole and STREAM_TYPE in self._head["headers"]:
                await self.send({"type": "http.response.body", "body": error_event(error), "more_body": False})


def _place(error: BaseException) -> str:
    """File and line where an error arose."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "an unknown place"
