"""Where OpenRouter's list of models is kept: the last good one in `SEGUE_HOME`, the recorded one in the package.

Nothing here asks the network. What is kept is the host's own answer, so that a newer Segue reads more of it.
"""

from __future__ import annotations

import gzip
import logging
import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from segue.domain.listing import Listing, ListSource
from segue.domain.models import DataPolicy
from segue.errors import StorageError
from segue.providers.openrouter.doubt import check_size
from segue.providers.openrouter.models import NoListError, entries, read_models

_SHIPPED = "models.json.gz"

_log = logging.getLogger(__name__)


class _Kept(msgspec.Struct, forbid_unknown_fields=True):
    """A kept list: the answer's own entries, when it came, and who keeps nothing."""

    as_of: datetime
    data: list[object]
    keeping_nothing: list[str] | None = None


class _Shipped(msgspec.Struct):
    as_of: date
    data: list[object]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One provider's place for the list. Reading and writing block on the disk for some milliseconds."""

    home: Path
    provider: str
    """The provider's name in the configuration, which its models' full names begin with."""
    policy: DataPolicy = DataPolicy.UNKNOWN

    @property
    def path(self) -> Path:
        """Where the last good list is kept; every OpenRouter provider shares it, for the list is the same for all."""
        return self.home / "openrouter" / "models.json"

    def listing(self) -> Listing:
        """The last good list, else the one that Segue was shipped with. A spoilt file is left alone and told of."""
        try:
            kept = msgspec.json.decode(self.path.read_bytes(), type=_Kept)
            return self._listing(kept, ListSource.KEPT)
        except FileNotFoundError:
            pass
        except (OSError, msgspec.MsgspecError, NoListError, RecursionError, UnicodeDecodeError) as error:
            _log.warning("The kept list of models, %s, cannot be read (%s).", self.path, type(error).__name__)
        return self._listing(_shipped(), ListSource.SHIPPED)

    def keep(self, body: bytes, *, as_of: datetime, keeping_nothing: frozenset[str] | None) -> Listing:
        """Put a fetched list in place of the kept one, and give it back.

        A list of which nothing can be read is not kept, nor one that shrank by half until such a one has come twice
        (ShrunkListError, see `doubt`): the last good one stays. Raises NoListError, StorageError.
        """
        known = None if keeping_nothing is None else sorted(keeping_nothing)
        kept = _Kept(as_of, entries(body), known)
        listing = self._listing(kept, ListSource.KEPT)
        spare = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            check_size(listing, self.listing(), self.path.with_name("models.doubted.json"))
            spare.write_bytes(msgspec.json.encode(kept))
            spare.replace(self.path)
        except OSError as error:
            spare.unlink(missing_ok=True)
            raise StorageError(
                f"The list of models could not be kept in '{self.path}': {error.strerror}.",
                hint="See that its folder is writable, and that its disk has room.",
            ) from error
        return listing

    def _listing(self, kept: _Kept, source: ListSource) -> Listing:
        as_of = kept.as_of if kept.as_of.tzinfo else kept.as_of.replace(tzinfo=UTC)
        known = None if kept.keeping_nothing is None else frozenset(kept.keeping_nothing)
        models, unread = read_models(
            kept.data, provider=self.provider, as_of=as_of.date(), keeping_nothing=known, policy=self.policy
        )
        if not models:
            raise NoListError("none of its entries can be read")
        return Listing(self.provider, models, source, as_of, unread)


@cache
def _shipped() -> _Kept:
    """The recorded list, unpacked once for each process that needs it."""
    body = gzip.decompress(files("segue.providers.openrouter").joinpath(_SHIPPED).read_bytes())
    shipped = msgspec.json.decode(body, type=_Shipped)
    return _Kept(datetime.combine(shipped.as_of, time(), UTC), shipped.data)
