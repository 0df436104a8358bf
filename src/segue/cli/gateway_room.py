"""The memory of this machine as a command sees it: as a running gateway counts it, which holds models and its own, and
what of the local models is in memory there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from typing_extensions import override

from segue.catalog.fitting import KnowsRoom
from segue.cli.gateway import NobodyThere, ask_gateway, read_answer
from segue.cli.local_running import where_held
from segue.cli.options import say
from segue.config.load import Loaded, caller_key
from segue.domain.models import ModelCard, ModelRef, ModelStatus
from segue.errors import SegueError
from segue.machine.admission import Bound, Holding
from segue.machine.needs import Need
from segue.machine.resource_report import BoundNow, HeldNow, ResourceReport, RoomNow


class GatewayRoom(KnowsRoom):
    """Asks the gateway of these settings once, where one runs: what that would admit is what fits. Without one it is
    what this process sees."""

    def __init__(self, loaded: Loaded, own: KnowsRoom, key_file: Path | None = None) -> None:
        self._where, self._own, self._key_file = where_held(loaded, None), own, key_file

    def as_there(self, card: ModelCard) -> ModelCard:
        """The card of a local model, with its status in the gateway: this process has none in memory."""
        if card.status is not ModelStatus.LOADABLE or self._report is None:
            return card
        there = next((one for one in self._report.models if one.model == str(card.ref)), None)
        if there is None:
            return card
        return replace(card, status=ModelStatus.LOADING if there.load_s is None else ModelStatus.READY)

    @override
    def bounds(self) -> Sequence[Bound]:
        told = self._told
        return self._own.bounds() if told is None else tuple(map(_bound, told.bounds))

    @override
    def holdings(self) -> Sequence[Holding]:
        told = self._told
        return () if told is None else tuple(holding for one in told.held if (holding := _holding(one)) is not None)

    @property
    def _told(self) -> RoomNow | None:
        return None if self._report is None else self._report.room

    @cached_property
    def _report(self) -> ResourceReport | None:
        """None: no gateway runs, or it does not tell."""
        try:
            answer = ask_gateway(self._where, "/v1/admin/resources", key=caller_key(self._key_file))
            return read_answer(answer, ResourceReport, url=self._where)
        except NobodyThere:
            return None
        except SegueError as error:
            say(f"segue: what the gateway would admit is not known; its memory counts as other processes'. {error}")
            return None


def _bound(told: BoundNow) -> Bound:
    return Bound(told.source, told.total_bytes, told.available_bytes, told.counts, told.reserve_bytes)


def _holding(told: HeldNow) -> Holding | None:
    ref, most_bytes = ModelRef.parse(told.model), told.at_most_bytes
    if ref is None:
        return None
    need = None if most_bytes is None else Need(most_bytes, most_bytes, most_bytes, 0, 0, 0, 0, told.gpu_bytes)
    return Holding(
        ref,
        need,
        told.resident_bytes,
        told.own_bytes,
        told.gpu_bytes,
        last_used_s=told.last_used_s,
        is_idle=told.is_idle,
        is_pinned=told.is_pinned,
    )
