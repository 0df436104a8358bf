"""That a model will be withdrawn, or was (requirement R6.4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from segue.domain.models import ModelRef

SOON = timedelta(days=30)
"""From when on before its last day somebody who uses a model is warned."""


class NoticeSource(StrEnum):
    """Who says that a model ends, the surest first."""

    HOST_SAID = "host_said"
    """Asked for it, its host said that it does not have it."""
    HOST_LIST = "host_list"
    """Its host's list has the day, or does not have the model."""
    MAKER = "maker"
    """Its maker announced it: from the list that is part of Segue, which may be old."""


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is known of one model's end."""

    model: ModelRef
    source: NoticeSource
    ends_on: date | None = None
    """The last day on which it is sure to be there; None: no day was told, or it is gone."""
    is_gone: bool = False
    """Its host said so, or its list; a day that is past says only that it may be gone."""
    is_earliest: bool = False
    """The day is the first one possible, and not yet fixed."""
    announced: date | None = None
    page: str = ""
    """Where it was announced."""
    makers_choice: str | None = None
    """What its maker names in its place, in the maker's own words."""

    def is_over(self, today: date) -> bool:
        """Whether it is gone, or its day is past."""
        return self.is_gone or (self.ends_on is not None and self.ends_on < today)

    def is_near(self, today: date) -> bool:
        """Whether it is over, or will be within 30 days."""
        return self.is_over(today) or (self.ends_on is not None and self.ends_on - today <= SOON)
