"""Files of a repository at the hub, read in pieces for their headers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from typing_extensions import override

from segue.catalog.fit_subject import ReadsHub
from segue.errors import WeightsError
from segue.machine.headers import RangeFile, RangeReader
from segue.machine.hub import HubAccess, HubSource
from segue.machine.weight_sources import OfferedFile

_BESIDE: Final = ("config.json", "model.safetensors.index.json")
"""What is read of a folder for transformers besides its weights."""


class HubFiles(ReadsHub):
    """Asks the hub, or the mirror that HF_ENDPOINT names."""

    def __init__(self, access: Callable[[], HubAccess] = HubAccess) -> None:
        """`access`: how it is asked; called when it is for the first time."""
        self._access = access

    @override
    def files(self, repository: str, revision: str | None = None) -> tuple[RangeFile, ...]:
        source = HubSource(repository, revision, self._access())
        offered = source.offer().files
        ggufs = [one for one in offered if one.path.endswith(".gguf")]
        folder = [one for one in offered if one.path in _BESIDE or _is_weights(one.path)]
        if not ggufs and not any(map(_is_weights, (one.path for one in folder))):
            hint = "Check its name, or name another repository: one with GGUF files, or with safetensors."
            raise WeightsError(f"{repository} has neither a GGUF file nor safetensors.", hint=hint)
        return tuple(
            RangeFile(f"{repository}/{one.path}", one.size_bytes, _reader(source, one)) for one in ggufs or folder
        )


def _is_weights(path: str) -> bool:
    return path.endswith(".safetensors") and "/" not in path


def _reader(source: HubSource, file: OfferedFile) -> RangeReader:
    """Reads a file; where it lies is asked when it is read for the first time."""
    found: list[RangeReader] = []

    def read(offset: int, length: int) -> bytes:
        if not found:
            found.append(source.ranges_of(file.path))
        return found[0](offset, length)

    return read
