"""What replicas cannot share because of what stands in their cache: told once, and nothing else stops for it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from segue.errors import UnfitRecord

_log = logging.getLogger(__name__)


class Spoilt:
    """Goes on where no cache could do what was asked, and logs the first time for each subject."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    @contextmanager
    def beside(self, subject: str) -> Iterator[None]:
        """Do something that concerns a subject; an UnfitRecord ends that alone."""
        try:
            yield
        except UnfitRecord as error:
            if subject not in self._told:
                self._told.add(subject)
                _log.warning("Replicas cannot share '%s', and each goes on alone with it: %s", subject, error)
