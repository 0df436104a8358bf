"""The memory of this machine as a command sees it: with the models that a running gateway holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from typing_extensions import override

from segue.catalog.fitting import KnowsRoom
from segue.cli.gateway import NobodyThere, ask_gateway, read_answer
from segue.cli.gateway_json import AllHeldTold, HeldTold
from segue.cli.local_running import PATH, where_held
from segue.cli.options import say
from segue.config.load import Loaded, caller_key
from segue.domain.models import ModelRef
from segue.errors import SegueError
from segue.machine.admission import Bound, Holding


class GatewayRoom(KnowsRoom):
    """Asks the gateway of these settings, where one runs; what it does not tell counts as other processes' memory."""

    def __init__(self, loaded: Loaded, own: KnowsRoom, key_file: Path | None = None) -> None:
        self._where, self._own, self._key_file = where_held(loaded, None), own, key_file

    @override
    def bounds(self) -> Sequence[Bound]:
        return self._own.bounds()

    @override
    def holdings(self) -> Sequence[Holding]:
        try:
            answer = ask_gateway(self._where, PATH, key=caller_key(self._key_file))
            told = read_answer(answer, AllHeldTold, url=self._where).models
        except NobodyThere:
            return ()
        except SegueError as error:
            say(f"segue: which models the gateway holds is not known. {error}")
            return ()
        return tuple(holding for one in told if (holding := _holding(one)) is not None)


def _holding(told: HeldTold) -> Holding | None:
    ref, size_bytes = ModelRef.parse(told.model), told.memory_bytes
    if ref is None or size_bytes is None:
        return None
    is_idle = not (told.answers or told.waiting)
    return Holding(
        ref,
        None,
        size_bytes,
        size_bytes,
        last_used_s=-told.idle_s,
        is_idle=is_idle,
        is_pinned=told.is_pinned,
    )
