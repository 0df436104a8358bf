"""What counts requests, tokens and what is under way against limits: a contract that one process or several keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from segue.domain.limits import Limit, Standing, Taken

LEASE_S: Final = 30.0
"""How long what is under way in a process that was killed still counts, where replicas count together."""


class Meter(Protocol):
    """Counts against limits, all of a request in one step. An async context manager.

    A minute is the 60 seconds before a moment, to the microsecond: in no such stretch more than a limit allows is
    taken, whatever is asked at once (but see `forced`). Nothing is counted for a limit that refuses.
    """

    is_shared: bool
    """True when other processes count with this one."""

    @property
    def is_away(self) -> bool:
        """True while what is shared cannot be reached, and each process keeps to its own share."""
        ...

    async def __aenter__(self) -> Meter: ...

    async def __aexit__(self, *_: object) -> None: ...

    async def take(self, limits: Sequence[Limit], *, id: str, tokens: int, forced: bool = False) -> Taken:  # noqa: A002
        """Take one request of so many tokens from every limit, or from none where one is reached.

        `id` is nobody else's; it names what is given back. `forced`: it is taken in any case, and counted.
        """
        ...

    def give_back(self, limits: Sequence[Limit], *, id: str, tokens: int | None) -> None:  # noqa: A002
        """End what was taken: nothing is under way any more, and it came to so many tokens. Again is harmless, and
        nothing is waited for: other processes hear of it behind the path.

        None: it never happened, so that no request is counted either.
        """
        ...

    def standings_here(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        """How they stand by what this process alone has used. Never waits."""
        ...

    async def standings(self, limits: Sequence[Limit]) -> tuple[Standing, ...]:
        """How every figure of these limits stands now."""
        ...
