"""How far people have checked what a person in danger is shown: told at start, by the doctor and in reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from segue.domain.resources import WrittenReply
from segue.safety.helplines import Helplines


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of what is there and of what nobody has checked."""

    replies: int
    not_reviewed: int
    """Written replies that no clinician has signed; they are used all the same."""
    helplines: int
    not_shown: int
    """Helplines and emergency numbers without source or date, or checked too long ago; they are not shown."""

    def sentences(self) -> Iterator[str]:
        """What to tell; nothing where all is checked."""
        if self.not_reviewed:
            yield f"{self.not_reviewed} of {self.replies} written replies are not clinically reviewed."
        if self.not_shown:
            yield f"{self.not_shown} of {self.helplines} helplines are stale or unverified and not shown."


def standing(replies: Iterable[WrittenReply], helplines: Helplines, *, today: date) -> Standing:
    """Count."""
    reviewed = [reply.is_reviewed for reply in replies]
    not_shown = sum(1 for _ in helplines.lacking(today))
    return Standing(len(reviewed), reviewed.count(False), len(helplines.records), not_shown)
