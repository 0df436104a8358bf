"""What loads take, by the headers of their files: read once a file, as long as that does not change."""

from __future__ import annotations

from segue.machine.needs import Need
from segue.machine.rule_of_thumb import needed_bytes
from segue.providers.local.spec import WorkerSpec


class LoadNeeds:
    """Knows what each load takes; reads no weights. Call it in a thread."""

    def __call__(self, spec: WorkerSpec) -> Need | None:
        """What a load takes at most; None where its file cannot be read: the worker says why."""
        try:
            size_bytes = spec.path.stat().st_size
        except OSError:
            return None
        upper_bytes = needed_bytes(size_bytes)
        return Need(upper_bytes, upper_bytes, upper_bytes, size_bytes, 0, 0, 0)
