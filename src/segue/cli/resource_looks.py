"""Looks at the machine, by a running gateway where there is one: it knows its models and what was short before."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from segue.cli.gateway import NobodyThere, ask_gateway, read_answer
from segue.config.settings import Settings
from segue.machine.alerts import Alerts
from segue.machine.bounds import memory_bounds
from segue.machine.history import History
from segue.machine.limits import usable_processors
from segue.machine.resource_report import ResourceReport, report
from segue.machine.room import Room
from segue.machine.sampler import SHORTEST_SHARE_S, Sampler
from segue.machine.suggestions import suggestions
from segue.machine.trends import WINDOW_S, trends
from segue.pipeline.upkeep.resources import stored_weights

ALONE: Final = "no gateway runs: this machine alone"


class Looks:
    """A context manager."""

    def __init__(self, url: str, *, key: str | None, is_needed: bool, settings: Settings, home: Path) -> None:
        """`is_needed`: a gateway that is not there is an error."""
        self._url, self._key, self._is_needed, self._home = url, key, is_needed, home
        self._sampler: Sampler | None = None
        self._history, self._settings = History(), settings
        # one look has to do: nothing has to last
        self._alerts = Alerts(replace(threshold, hold_s=0) for threshold in settings.resources.alerts.thresholds())
        self.source = ""
        """Who told of the newest look, in words."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._sampler is not None:
            self._sampler.close()

    def look(self) -> ResourceReport:
        """How the machine is now. Raises SegueError where a gateway refuses, or is needed and not there."""
        try:
            answer = ask_gateway(self._url, "/v1/admin/resources", key=self._key)
        except NobodyThere:
            if self._is_needed:
                raise
            self.source = ALONE
            return self._look_alone()
        self.source = f"gateway at {self._url}"
        return read_answer(answer, ResourceReport, url=self._url)

    def _look_alone(self) -> ResourceReport:
        sampler = self._sampler
        if sampler is None:
            sampler = self._sampler = Sampler(self._home)
            sampler.open_gpus()
            sampler.read({})
            time.sleep(SHORTEST_SHARE_S)  # shares of time need two readings
        reading = sampler.read({})
        self._history.add(reading)
        self._alerts.see(reading)
        short = self._alerts.short
        return report(
            reading,
            room=Room(memory_bounds(limit_bytes=self._settings.resources.memory_limit_bytes)),
            processors=usable_processors(),
            trends=trends(self._history.recent(WINDOW_S)),
            short=short,
            suggested=suggestions(
                {one.resource for one in short},
                stored=stored_weights(self._home, self._settings),
                home=self._home,
                now=datetime.now(UTC),
            ),
        )
