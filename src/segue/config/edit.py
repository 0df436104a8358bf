"""Change the user's settings file: one value at a time, without losing comments, order or `${NAME}` words.

    file = file_to_edit(config)                                            # where settings are, or are to be made
    loaded = set_value(file, "server.port", 9000)
    loaded = set_value(file, ("providers", "mine", "options", "models", "a.b:c"), {})   # names with dots: a tuple
    loaded = remove_value(file, ("providers", "mine"))
    loaded = change(file, [Set(way, value), Remove(other)], check=open_models)          # several at once, or none

What is written is looked at first by `load_settings`, and by `check`, under the file's own name; where it is wrong the
ConfigError says line and key, and the file stays as it was. `${NAME}` in a value is filled in when the file is read.
The file is replaced in one step, keeps its mode, and the one before is kept beside it as `NAME.bak`. A process killed
meanwhile leaves the file as it was; the draft that it leaves beside it goes with the next change.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeAlias

import yaml

from segue.config.home import make_home, segue_home
from segue.config.load import FILE_NAME, Loaded, found_file, load_settings
from segue.config.yaml_edit import CannotEdit, with_value, without_value
from segue.config.yaml_tree import dotted, read_yaml
from segue.errors import ConfigError
from segue.storage.locked_file import locked_file

Way: TypeAlias = str | Sequence[str]
"""The way to a value: `server.port`, or its steps, where a name holds a dot as models' names do."""
_DRAFT: Final = re.compile(r"\.(?P<pid>\d{1,9})\.[0-9a-f]{8}(\.bak)?")
"""How a draft's name goes on behind a dot and the file's."""


@dataclass(frozen=True, slots=True)
class Set:
    """Put a value there; what was there goes, with the comments inside it."""

    way: Way
    value: object
    """Text, number, truth, None, or lists and mappings of these."""


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a value away, with the comments in its lines; nothing is done where there is none."""

    way: Way


def file_to_edit(
    config: Path | None = None, *, env: Mapping[str, str] | None = None, folder: Path | None = None
) -> Path:
    """The file that `load_settings` would read; where there is none, the one in `SEGUE_HOME`, not yet made."""
    home = segue_home(env)
    return config or found_file(folder or Path.cwd(), home) or home / FILE_NAME


def set_value(file: Path, way: Way, value: object, *, env: Mapping[str, str] | None = None) -> Loaded:
    """Put one value into the file, which is made if there is none. Raises ConfigError, StorageError."""
    return change(file, [Set(way, value)], env=env)


def remove_value(file: Path, way: Way, *, env: Mapping[str, str] | None = None) -> Loaded:
    """Take one value out of the file. Raises ConfigError, StorageError."""
    return change(file, [Remove(way)], env=env)


def change(
    file: Path,
    changes: Sequence[Set | Remove],
    *,
    only_if: Callable[[Mapping[str, object]], object] = lambda _: None,
    check: Callable[[Loaded], object] = lambda _: None,
    env: Mapping[str, str] | None = None,
) -> Loaded:
    """Carry out all changes or none, and return what the file then says. Another writer waits meanwhile.

    `only_if`: looks at what the file says now, which nobody else changes any more, and raises a SegueError where the
    changes do not fit it: another one may have written since they were made. `check`: looks at what the file would say,
    and raises ConfigError where that cannot be.
    """
    real = file.resolve()  # behind a symlink it is the file itself that changes
    making = _Making(file, real, changes, only_if, check, env)
    if not real.exists():
        make_home(real.parent)
        # A file that is made to be held would be there, and empty, if this process were killed: the folder is held.
        with locked_file(real.parent, os.O_RDONLY, deed="be changed"):
            if not real.exists():
                return making.first()
    with locked_file(real, os.O_RDWR, deed="be changed") as lock:
        return making.next(lock)


@dataclass(frozen=True, slots=True)
class _Making:
    """Changes on their way into a file; each of its methods is called by whoever holds the file."""

    file: Path
    """As it was named."""
    real: Path
    changes: Sequence[Set | Remove]
    only_if: Callable[[Mapping[str, object]], object]
    check: Callable[[Loaded], object]
    env: Mapping[str, str] | None

    def first(self) -> Loaded:
        """Make the file, for its owner alone; where nothing is to stand in it, none is made."""
        _clear_drafts(self.real)
        self.only_if({})
        text = self._edited("")
        draft = _draft_of(self.real)
        try:
            loaded = self._written(draft, text, like=None)
            if text:
                draft.replace(self.real)
        finally:
            draft.unlink(missing_ok=True)
        _flush_folder(self.real.parent)
        return loaded

    def next(self, lock: int) -> Loaded:
        """Put another file in the place of the one that is there."""
        values = read_yaml(self.file).values  # a file that is broken is refused with the place
        _clear_drafts(self.real)
        self.only_if(values)
        before = self.real.read_bytes().decode()
        after = self._edited(before)
        if after == before and before:
            return load_settings(self.file, env=self.env)
        draft, like = _draft_of(self.real), os.fstat(lock)
        kept = draft.with_name(f"{draft.name}.bak")
        try:
            loaded = self._written(draft, after, like=like)
            if before:
                _write(kept, before.encode(), like=like)
                kept.replace(self.real.with_name(f"{self.real.name}.bak"))
            draft.replace(self.real)
        finally:
            draft.unlink(missing_ok=True)
            kept.unlink(missing_ok=True)
        _flush_folder(self.real.parent)
        return loaded

    def _edited(self, text: str) -> str:
        for one in self.changes:
            text = _edited(self.file, text, one)
        return text

    def _written(self, draft: Path, text: str, *, like: os.stat_result | None) -> Loaded:
        """What a draft says, once it is on the disk."""
        _write(draft, text.encode(), like=like)
        loaded = _loaded(draft, self.file, self.env)
        self.check(loaded)
        return loaded


def _draft_of(real: Path) -> Path:
    return real.with_name(f".{real.name}.{os.getpid()}.{secrets.token_hex(4)}")


def _clear_drafts(real: Path) -> None:
    """Take away what processes left that were killed while they wrote: whole settings, which nobody looks after."""
    start = f".{real.name}"
    for path in real.parent.iterdir():
        named = _DRAFT.fullmatch(path.name.removeprefix(start)) if path.name.startswith(start) else None
        if named is not None and _is_gone(int(named["pid"])):
            path.unlink(missing_ok=True)


def _is_gone(pid: int) -> bool:
    """Whether no process of this number writes here; this one holds the file, and is about to write its first draft."""
    if pid == os.getpid():
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False  # somebody else's
    return False


def _edited(file: Path, text: str, one: Set | Remove) -> str:
    way = tuple(one.way.split(".")) if isinstance(one.way, str) else tuple(one.way)
    if not way or not all(map(_is_step, way)):
        hint = "Name it by its steps, as `server.port`."
        raise ConfigError("That is no way to a setting.", key=dotted(way), file=file, hint=hint)
    try:
        return with_value(text, way, one.value) if isinstance(one, Set) else without_value(text, way)
    except CannotEdit:
        raise ConfigError(
            "This cannot be changed in the file without changing something else: it is shared (`&name`, `*name`), or "
            "written in an unusual way.",
            key=dotted(way),
            file=file,
            hint="Change it by hand, then run `segue config validate`.",
        ) from None
    except yaml.YAMLError:
        hint = "Give text, a number, true, false, or lists and mappings of these."
        raise ConfigError("This value cannot be written in a file.", key=dotted(way), file=file, hint=hint) from None


def _is_step(step: object) -> bool:
    return isinstance(step, str) and bool(step)


def _loaded(draft: Path, file: Path, env: Mapping[str, str] | None) -> Loaded:
    """What a draft says, under the name that it is for."""
    try:
        return replace(load_settings(draft, env=env), file=file)
    except ConfigError as error:
        raise _renamed(error, draft, file) from error


def _renamed(error: ConfigError, draft: Path, file: Path) -> ConfigError:
    at = file if error.file == draft else error.file
    named = ConfigError(error.message, key=error.key, file=at, line=error.line, hint=error.hint)
    named.others = tuple(_renamed(other, draft, file) for other in error.others)
    return named


def _write(path: Path, data: bytes, *, like: os.stat_result | None) -> None:
    """A new file that is on the disk when this returns, with the mode of another one, and its owner where we may.

    `like`: None for a file that its owner alone may read.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(data)
        if like is not None:
            os.fchmod(out.fileno(), like.st_mode & 0o777)
            if os.geteuid() == 0:
                os.fchown(out.fileno(), like.st_uid, like.st_gid)
        out.flush()
        os.fsync(out.fileno())


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
