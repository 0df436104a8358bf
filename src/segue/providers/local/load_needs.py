"""What loads take, by the headers of their files: read once a file, as long as that does not change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import reduce
from pathlib import Path
from typing import Final, TypeAlias

from segue.errors import WeightsError
from segue.machine.admission import Bound, Holding
from segue.machine.fit import Predict, best
from segue.machine.headers import read_shape
from segue.machine.needs import LoadPlan, ModelShape, Need
from segue.machine.prediction import predict
from segue.machine.room import Room
from segue.providers.local.spec import WorkerSpec

KEPT_SHAPES: Final = 64
"""Files whose shape is kept; beyond that the one that was read first is read anew. Our choice."""

_State: TypeAlias = tuple[tuple[str, int, int], ...]
"""Each file's name, when it changed (ns), and its size."""


class LoadNeeds:
    """Knows what each load takes; reads no weights. Everything here blocks: call it in a thread."""

    def __init__(self, predicts: Predict = predict) -> None:
        self._predicts = predicts
        self._shapes: dict[Path, tuple[_State, ModelShape]] = {}

    def __call__(self, spec: WorkerSpec) -> Need | None:
        """What a load takes at most; None where its file cannot be read: the worker says why."""
        shape = self._shape(spec.path)
        return None if shape is None else self._predicts(shape, spec.plan)

    def lighter(self, spec: WorkerSpec, bounds: Sequence[Bound], holdings: Sequence[Holding]) -> LoadPlan | None:
        """How it would fit, idle models gone: with less context, or a smaller cache. None: in no way."""
        if (shape := self._shape(spec.path)) is None:
            return None
        idle = [held.model for held in holdings if held.may_go]
        room = reduce(Room.without, idle, Room(tuple(bounds), tuple(holdings)))
        found = best([(shape, spec.plan)], room, predict=self._predicts)
        return None if found is None else found.plan

    def _shape(self, path: Path) -> ModelShape | None:
        with suppress(OSError, WeightsError):
            state, known = tuple(_state(path)), self._shapes.get(path)
            if known is not None and known[0] == state:
                return known[1]
            shape = read_shape(path)
            while len(self._shapes) >= KEPT_SHAPES:
                del self._shapes[next(iter(self._shapes))]
            self._shapes[path] = state, shape
            return shape
        return None


def _state(path: Path) -> Iterator[tuple[str, int, int]]:
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        found = file.stat()
        yield file.name, found.st_mtime_ns, found.st_size
