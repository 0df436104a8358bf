"""Where the weights of local models lie: in a file or folder of the settings, in the store, or as the demonstration.

What is in the store may come and go while a gateway runs: it is looked at anew every few seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

from segue.domain.models import ModelRef
from segue.errors import ModelGone, WeightsError
from segue.machine.keeping_files import NotRead
from segue.machine.stored_models import StoredModel, owner_of
from segue.machine.weight_checks import check_quick
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION, cached
from segue.providers.local.options import LocalModel

LOOK_AGAIN_S = 5.0
"""How old what is known of the store may be. Our choice: a look takes a millisecond for ten models."""
_NO_DEMONSTRATION = "Its weights are not on this machine yet: `segue chat --yes` fetches them."


class Places:
    """Blocks on the disk, for a moment; reads no weights. `now_s` is a clock that only goes forward."""

    def __init__(self, home: Path, *, now_s: Callable[[], float] = monotonic) -> None:
        self._home = home
        self._store = WeightStore(home)
        self._now_s = now_s
        self._all: tuple[StoredModel, ...] = ()
        self._stored: dict[str, StoredModel] = {}
        self._in_use: list[Path] = []
        self._looked_s: float | None = None
        self.unread: WeightsError | None = None
        """Why the store cannot be read now: what was known of it is gone on with."""

    def stored(self) -> dict[str, StoredModel]:
        """The newest revision of each model of the store, by name; the demonstration model is none of them."""
        if self._looked_s is None or self._now_s() - self._looked_s >= LOOK_AGAIN_S:
            self._looked_s = self._now_s()
            found, wrong = self._store.list_all()  # what is damaged is told by `segue models weights`
            self.unread = next((error for error in wrong if isinstance(error, NotRead)), None)
            listed = {one.name for one in found}
            known = () if self.unread is None else tuple(one for one in self._all if one.name not in listed)
            self._all = (*known, *(one for one in found if not one.is_demonstration))
            self._stored = {one.name: one for one in self._all if one.is_current}
        return self._stored

    def name_of(self, model: LocalModel) -> str | None:
        """What the store calls it; None for what the store does not have, or has a newer revision of."""
        found = self._of_store(model)
        return model.weights if found is None or not found.is_current else found.name

    def path(self, model: LocalModel) -> Path:
        """What is loaded, whether it is there or not."""
        if model.weights is not None:
            found = self.stored().get(model.weights)
            return self._store.folder / model.weights if found is None else found.path
        return DEMONSTRATION.path_in(self._home) if model.path is None else model.path.expanduser().absolute()

    def missing(self, model: LocalModel) -> str | None:
        """What has to be done before its weights are there; None when nothing has to."""
        if model.weights is not None:
            found = self.stored().get(model.weights)
            if found is None and self.unread is not None:
                return str(self.unread)
            if found is None or _is_gone(found.folder):
                return f"No weights are stored as {model.weights}: fetch them with `segue models pull`."
            if found.format == "pickle" and not model.trust_pickle:
                return "Its weights are pickle files, which can run anything when they are read: see `trust_pickle`."
            return self._wrong(found)
        if model.path is None:
            return None if cached(DEMONSTRATION, self._home) else _NO_DEMONSTRATION
        is_folder = model.backend_for(self.path(model)) == "transformers"
        try:
            there = self.path(model).is_dir() if is_folder else self.path(model).is_file()
        except OSError as error:
            return f"{model.path} cannot be read ({error.strerror}): correct its `path`, or let this user read it."
        if not there:
            return f"There is no {'folder' if is_folder else 'file'} {model.path}: correct its `path`."
        found = self._of_store(model)
        return None if found is None else self._wrong(found)

    @contextmanager
    def in_use(self, model: LocalModel, ref: ModelRef) -> Iterator[None]:
        """Keep its files from being removed while they are loaded, once they are found to be what was fetched.

        Blocks on the disk. Raises ModelGone where they are not, or not any more.
        """
        stored = self._of_store(model)
        if stored is None:
            yield
            return
        try:
            check_quick(stored)
            holding = self._store.hold(stored)
            holding.__enter__()
        except WeightsError as error:
            raise ModelGone(error.message, model=ref, hint=error.hint) from error
        with suppress(WeightsError):  # that it was used is only remembered for advice
            self._store.note_use(stored.name)
        self._in_use.append(stored.folder)
        try:
            yield
        finally:
            self._in_use.remove(stored.folder)
            holding.__exit__(None, None, None)

    def _of_store(self, model: LocalModel) -> StoredModel | None:
        """The stored revision that it is, also where the settings name its file; None where it is none."""
        stored = self.stored()
        if model.weights is not None:
            return stored.get(model.weights)
        return None if model.path is None else owner_of(self.path(model), self._all)

    def _wrong(self, stored: StoredModel) -> str | None:
        """Why it would not be loaded; of what is in memory nothing is said: it answers as long as it is there."""
        if stored.folder in self._in_use:
            return None
        try:
            check_quick(stored)
        except WeightsError as error:
            return str(error)
        return None


def _is_gone(folder: Path) -> bool:
    """Whether a folder is not there; one that cannot be looked at may be."""
    try:
        folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
