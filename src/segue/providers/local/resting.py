"""How a model rests after failures in a row: not after the first, then ever longer, up to half a minute."""

from __future__ import annotations

from collections.abc import Callable

from segue.errors import ModelGone, Overloaded, ProviderError

_REST_S = 0.5
"""Rest after the second failure in a row; it doubles with each further one."""
_LONGEST_REST_S = 30.0


class Rest:
    """`now_s` is a clock that only goes forward."""

    def __init__(self, now_s: Callable[[], float]) -> None:
        self.failures = 0
        """In a row."""
        self._reason: ProviderError | None = None
        """The last one."""
        self._now_s = now_s
        self._until_s = 0.0

    def failed(self, reason: ProviderError) -> None:
        """Count a failure."""
        self.failures += 1
        self._reason = reason.with_traceback(None)
        if self.failures > 1:
            rest_s = min(_REST_S * 2 ** (self.failures - 2), _LONGEST_REST_S)
            self._until_s = self._now_s() + rest_s

    def succeeded(self) -> None:
        """The row is over; a rest that has begun goes on."""
        self.failures = 0

    @property
    def left_s(self) -> float:
        """How long it rests yet; not above 0: it does not."""
        return self._until_s - self._now_s()

    def require_over(self) -> None:
        """Raises Overloaded while it rests; ModelGone where that does not mend it: a file stays damaged."""
        if (rest_s := self.left_s) <= 0 or (reason := self._reason) is None:
            return
        kind, hint = (ModelGone, reason.hint) if isinstance(reason, ModelGone) else (Overloaded, "")
        message = f"It failed {self.failures} times in a row and rests. {reason.message}"
        raise kind(message, model=reason.model, retry_after_s=rest_s, hint=hint)
