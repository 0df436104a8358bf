"""Whether a fetched list is to be believed: one that shrank by half is, once such a one has come twice in a row.

Half a list is more often a fault of the host than the end of half its models, and every model that is missing would be
told of as gone. Only lists that were fetched are compared: the shipped one says nothing of another address.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from segue.domain.listing import Listing, ListSource
from segue.providers.openrouter.models import NoListError

LEAST_SHARE: Final = 0.5
"""Of the models before: a list with fewer is doubted. Our choice."""
ALIKE_SHARE: Final = 0.9
"""Of their names: so many must two doubted lists have in common to confirm each other. Our choice."""


class ShrunkListError(NoListError):
    """A list that shrank too much to be believed at once."""


def check_size(new: Listing, before: Listing, doubted: Path) -> None:
    """Raise ShrunkListError for a list that is doubted, and remember it in a file. Raises OSError where that fails."""
    if before.source is not ListSource.KEPT or len(new.models) >= len(before.models) * LEAST_SHARE:
        doubted.unlink(missing_ok=True)
        return
    names = {model.ref.name for model in new.models}
    if _are_alike(names, _doubted(doubted)):
        doubted.unlink(missing_ok=True)
        return
    doubted.write_bytes(msgspec.json.encode(sorted(names)))
    raise ShrunkListError(f"{len(new.models)} models, and {len(before.models)} before")


def _are_alike(names: set[str], before: set[str]) -> bool:
    return len(names & before) >= ALIKE_SHARE * len(names | before) > 0


def _doubted(file: Path) -> set[str]:
    try:
        return set(msgspec.json.decode(file.read_bytes(), type=list[str]))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):  # none was doubted, or it is not known which
        return set()
