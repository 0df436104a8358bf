"""The weights on this machine: found, listed, held while in use, pinned and removed, by several processes at once.

    SEGUE_HOME/models/NAME/REVISION/   a complete revision: its files and its manifest
    SEGUE_HOME/models/NAME/.partial-*  a fetch that is under way or was cut off; it counts for nothing
    SEGUE_HOME/models/NAME/.used       its time of change is the model's last use
    SEGUE_HOME/models/NAME/.pinned     where it is there, the model is pinned
    SEGUE_HOME/models/smollm2/         the demonstration model, as machine/weights.py keeps it

A revision's folder gets its name when all in it is written and checked, so that a process that is killed leaves nothing
that counts. Everything here blocks; call it in a thread.
"""

from __future__ import annotations

import errno
import fcntl
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

import msgspec

from segue.errors import WeightsError
from segue.machine.keeping_files import (
    NotRead,
    flush_folder,
    not_kept,
    not_read,
    only_one,
    sweep_unwritten,
    write_whole,
)
from segue.machine.known_shapes import DEMONSTRATION_SHAPE
from segue.machine.stored_models import (
    MANIFEST,
    NAME_PATTERN,
    Manifest,
    StoredFile,
    StoredModel,
    encode,
    read_manifest,
    stored,
)
from segue.machine.weights import DEMONSTRATION, cached

PARTIAL: Final = ".partial-"
_REMOVED = ".removed-"
_PINNED, _USED, _HELD = ".pinned", ".used", ".held"
_REVISION: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""A commit, or a SHA-256."""
_LOCK_S = 30.0
"""Longest wait for another process that keeps or removes a revision of the same model."""


class WeightStore:
    """The folder `models` under a home, which need not exist yet."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.folder = home / "models"

    def find(self, name: str, *, revision: str | None = None) -> StoredModel | None:
        """A model's newest revision, or the one that is asked for (its first letters do); None when it is not here.

        Looks at its manifest only: `check_quick` before a load looks at the files. Raises WeightsError where the
        manifest cannot be believed.
        """
        if NAME_PATTERN.fullmatch(name) is None:
            return None
        if name == DEMONSTRATION.name:
            found = self._demonstration()
            return found if found and (revision is None or found.revision.startswith(revision)) else None
        revisions = self.revisions(name)
        if revision is not None:
            revisions = [one for one in revisions if one.revision.startswith(revision)]
        return revisions[0] if revisions else None

    def revisions(self, name: str) -> list[StoredModel]:
        """Every complete revision of a model, newest first."""
        folder = self.folder / name
        found = [(manifest, path) for path in _folders(folder) if (manifest := _own_manifest(name, path)) is not None]
        found.sort(key=lambda one: (one[0].fetched_at, one[0].revision), reverse=True)
        is_pinned, used_at = (folder / _PINNED).exists(), _used_at(folder)
        return [
            stored(
                manifest,
                path,
                is_pinned=is_pinned,
                used_at=used_at,
                is_current=place == 0,
                is_linked=all((path / file.path).is_symlink() for file in manifest.files),
            )
            for place, (manifest, path) in enumerate(found)
        ]

    def list_all(self) -> tuple[tuple[StoredModel, ...], tuple[WeightsError, ...]]:
        """Every revision of every model, by name and newest first; and what cannot be read of the store.

        NotRead among the errors: there may be more than is listed.
        """
        found: list[StoredModel] = []
        wrong: list[WeightsError] = []
        try:
            folders = _folders(self.folder)
        except NotRead as error:
            return (), (error,)
        for folder in folders:
            try:
                if folder.name == DEMONSTRATION.name:
                    found += filter(None, (self._demonstration(),))
                elif NAME_PATTERN.fullmatch(folder.name):
                    found += self.revisions(folder.name)
            except WeightsError as error:
                wrong.append(error)
            except OSError as error:
                wrong.append(not_read(error, folder))
        return tuple(found), tuple(wrong)

    def note_use(self, name: str) -> None:
        """Remember that a model was used just now. Raises WeightsError where nothing can be written."""
        self._mark(name, _USED)

    def pin(self, name: str) -> None:
        """Keep a model from being suggested for removal, and from being removed."""
        self._mark(name, _PINNED)

    def unpin(self, name: str) -> bool:
        """False where it was not pinned."""
        mark = self.folder / name / _PINNED
        was_pinned = mark.exists()
        mark.unlink(missing_ok=True)
        return was_pinned

    @contextmanager
    def hold(self, model: StoredModel) -> Iterator[None]:
        """Keep a revision from being removed, by whomever, while it is in memory; ends with the process at the latest.

        Raises WeightsError where it was removed meanwhile.
        """
        try:
            lock = _held_file(model)
        except OSError as error:
            raise not_kept(error, f"The weights of {model.name} cannot be held at {model.folder}") from error
        with lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise WeightsError(f"{model.name} is being removed.", hint="Fetch it again to use it.") from error
            if not model.path.exists():
                raise WeightsError(f"{model.name} was removed just now.", hint="Fetch it again to use it.")
            yield

    def is_held(self, model: StoredModel) -> bool:
        """Whether some process has it in memory and said so with `hold`."""
        with _alone(model) as is_alone:
            return not is_alone

    def remove(self, model: StoredModel, *, called: Iterable[str] = ()) -> None:
        """Remove a revision's files. Raises WeightsError where it is pinned, or in some process's memory.

        `called`: the names (PROVIDER:NAME) by which it may have been loaded.
        """
        parent = self.folder / model.name
        with self.locked(model.name):
            if (parent / _PINNED).exists():
                raise WeightsError(f"{model.name} is pinned.", hint=f"segue models unpin {model.name}")
            with _alone(model) as is_alone:
                if not is_alone:
                    unload = ", ".join(f"segue models unload {one}" for one in called) or "segue models unload"
                    hint = f"Unload it first ({unload}), or stop what uses it."
                    raise WeightsError(f"{model.name} is loaded: its files are in use.", hint=hint)
                try:
                    self._drop(model, parent)
                except OSError as error:
                    raise not_kept(error, f"{model.name} could not be removed from {parent}") from error

    def remove_damaged(self, name: str) -> int:
        """Remove a model's revisions that nothing can be believed of; how many there were. Others stay."""
        if NAME_PATTERN.fullmatch(name) is None or not (self.folder / name).is_dir():
            return 0
        removed = 0
        with self.locked(name) as parent:
            for folder in _folders(parent):
                if _is_damaged(name, folder):
                    folder.rename(parent / f"{_REMOVED}{token_hex(4)}")
                    removed += 1
        if removed:
            with self.locked(name):  # which clears them away
                pass
        return removed

    def _drop(self, model: StoredModel, parent: Path) -> None:
        if model.is_demonstration:
            model.path.unlink()
            (parent / _USED).unlink(missing_ok=True)
            return
        dropped = parent / f"{_REMOVED}{token_hex(4)}"
        model.folder.rename(dropped)  # from here on it counts for nothing, whatever happens
        flush_folder(parent)
        shutil.rmtree(dropped, ignore_errors=True)
        if not _folders(parent):
            (parent / _USED).unlink(missing_ok=True)

    def keep(self, partial: Path, manifest: Manifest) -> StoredModel:
        """Make a folder whose files are all there and checked a revision of the store. Only under the model's lock."""
        final = self.folder / manifest.name / folder_name(manifest.revision)
        try:
            sweep_unwritten(partial, older_s=0)  # nobody else writes here
            write_whole(partial / MANIFEST, encode(manifest))
            if final.exists():  # without a manifest that can be read, or it would have been found
                final.rename(final.with_name(f"{_REMOVED}{token_hex(4)}"))
            partial.rename(final)
            flush_folder(final.parent)
        except OSError as error:
            raise not_kept(error, f"{manifest.name} could not be kept as {final}") from error
        found = self.find(manifest.name, revision=manifest.revision)
        assert found is not None, "it was renamed just now"
        return found

    def require(self, model: StoredModel) -> Manifest | None:
        """The manifest of a revision, which has to be there still; the demonstration model has none, its size and
        SHA-256 stand in the program. Raises WeightsError where it was removed meanwhile."""
        manifest = read_manifest(model.folder)
        if manifest is None and not model.is_demonstration:
            raise WeightsError(f"{model.name} was removed just now.", hint="Fetch it again to use it.")
        return manifest

    def note_files(self, model: StoredModel, files: tuple[StoredFile, ...]) -> StoredModel:
        """Keep how a revision's files are now, after they were read and found right."""
        manifest = self.require(model)
        if manifest is None:
            return replace(model, files=files)
        try:
            write_whole(model.folder / MANIFEST, encode(msgspec.structs.replace(manifest, files=files)))
        except OSError as error:
            raise not_kept(error, f"The manifest of {model.name} could not be kept") from error
        return replace(model, files=files)

    def unfinished(self) -> tuple[tuple[str, int], ...]:
        """Fetches that were cut off or are under way: the model's name, and the bytes that are here of it."""
        found = []
        for folder in _folders(self.folder):
            parts = [part for left in folder.glob(f"{PARTIAL}*") for part in left.rglob("*") if part.is_file()]
            here_bytes = sum(_size_bytes(part) for part in parts)
            if here_bytes:
                found.append((folder.name, here_bytes))
        return tuple(found)

    def forget_unfinished(self, name: str) -> bool:
        """Remove what a fetch that was cut off left; False where there is nothing of it."""
        if NAME_PATTERN.fullmatch(name) is None or name not in dict(self.unfinished()):
            return False
        with self.locked(name) as folder:
            for left in folder.glob(f"{PARTIAL}*"):
                shutil.rmtree(left, ignore_errors=True)
        return True

    @contextmanager
    def locked(
        self, name: str, *, wait_s: float = _LOCK_S, on_wait: Callable[[], None] = lambda: None
    ) -> Iterator[Path]:
        """Be the only process that changes a model's folder, which is made; what removals left is cleared away."""
        folder = self.folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise not_kept(error, f"The folder {folder} cannot be made") from error
        with only_one(folder, time.monotonic() + wait_s, on_wait=on_wait):
            for left in folder.glob(f"{_REMOVED}*"):
                shutil.rmtree(left, ignore_errors=True)
            yield folder

    def _mark(self, name: str, mark: str) -> None:
        try:
            (self.folder / name / mark).touch(mode=0o600)
        except OSError as error:
            raise not_kept(error, f"{self.folder / name / mark} could not be written") from error

    def _demonstration(self) -> StoredModel | None:
        path = cached(DEMONSTRATION, self.home)
        if path is None:
            return None
        folder = path.parent
        return StoredModel(
            DEMONSTRATION.name,
            path,
            "gguf",
            DEMONSTRATION.size_bytes,
            DEMONSTRATION.version,
            f"package {DEMONSTRATION.wheel}",
            (folder / _PINNED).exists(),
            _used_at(folder),
            folder,
            (StoredFile(path.name, DEMONSTRATION.size_bytes, DEMONSTRATION.sha256),),
            quantization=DEMONSTRATION_SHAPE.quantization,
            licence=DEMONSTRATION.licence,
            is_demonstration=True,
        )


def _held_file(model: StoredModel) -> BinaryIO:
    """What a revision is held by. Where nothing may be written any file of it will do: only `.held` keeps others from
    removing it, but what is in memory stays there all the same."""
    path = model.folder / _HELD
    try:
        return path.open("ab")
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.EACCES):
            raise
        return (path if path.exists() else model.folder / model.files[0].path).open("rb")


@contextmanager
def _alone(model: StoredModel) -> Iterator[bool]:
    """Whether no process holds it; where none does, none can begin to in the meantime."""
    try:
        lock = (model.folder / _HELD).open("rb")
    except OSError:
        yield True  # nobody ever held it
        return
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _own_manifest(name: str, folder: Path) -> Manifest | None:
    """A folder's manifest, which has to be of this model and of the revision that the folder is named after."""
    manifest = read_manifest(folder)
    if manifest is None or (manifest.name, manifest.revision) == (name, folder.name):
        return manifest
    hint = f"Remove it (segue models rm {name}), and fetch what you want again."
    raise WeightsError(
        f"{folder} holds another revision or model than it is named after ({manifest.name} {manifest.revision[:12]}): "
        "it is not used.",
        hint=hint,
    )


def _is_damaged(name: str, folder: Path) -> bool:
    """Whether nothing can be believed of a folder. One without a manifest is a revision's only by its name: others may
    be somebody's own."""
    try:
        return _own_manifest(name, folder) is None and _REVISION.fullmatch(folder.name) is not None
    except WeightsError:
        return True


def folder_name(revision: str) -> str:
    """The folder of a revision: a commit or a SHA-256, both in hexadecimal digits."""
    if _REVISION.fullmatch(revision) is None:
        raise WeightsError("Its source tells no revision that could be kept.", hint="Name a commit: OWNER/REPO@COMMIT.")
    return revision


def _folders(folder: Path) -> list[Path]:
    """The folders within, by name, hidden ones aside; none where there is no such folder."""
    try:
        return sorted(path for path in folder.iterdir() if path.name[0] != "." and path.is_dir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise not_read(error, folder) from error


def _size_bytes(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0  # gone since it was listed


def _used_at(folder: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp((folder / _USED).stat().st_mtime, UTC)
    except OSError:
        return None  # never used
