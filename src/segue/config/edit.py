"""Change the user's settings file: one value at a time, without losing comments, order or `${NAME}` words.

    file = file_to_edit(config)                                            # where settings are, or are to be made
    loaded = set_value(file, "server.port", 9000)
    loaded = set_value(file, ("providers", "mine", "options", "models", "a.b:c"), {})   # names with dots: a tuple
    loaded = remove_value(file, ("providers", "mine"))
    loaded = change(file, [Set(way, value), Remove(other)], check=open_models)          # several at once, or none

What is written is looked at first by `load_settings`, and by `check`, under the file's own name; where it is wrong the
ConfigError says line and key, and the file stays as it was. `${NAME}` in a value is filled in when the file is read.
The file is replaced in one step, keeps its mode, and the one before is kept beside it as `NAME.bak`.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from segue.config.home import make_home, segue_home
from segue.config.load import FILE_NAME, Loaded, found_file, load_settings
from segue.config.yaml_edit import CannotEdit, with_value, without_value
from segue.config.yaml_tree import dotted, read_yaml
from segue.errors import ConfigError
from segue.storage.locked_file import locked_file

Way: TypeAlias = str | Sequence[str]
"""The way to a value: `server.port`, or its steps, where a name holds a dot as models' names do."""


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
    check: Callable[[Loaded], object] = lambda _: None,
    env: Mapping[str, str] | None = None,
) -> Loaded:
    """Carry out all changes or none, and return what the file then says. Another writer waits meanwhile.

    `check`: looks at what the file would say, and raises ConfigError where that cannot be.
    """
    real = file.resolve()  # behind a symlink it is the file itself that changes
    was_there = real.exists()
    if not was_there:
        make_home(real.parent)
    with locked_file(real, deed="be changed") as lock:
        try:
            return _changed(file, real, lock, changes, check, env)
        finally:
            if not was_there and not os.fstat(lock).st_size:
                _forget(real, lock)


def _changed(
    file: Path,
    real: Path,
    lock: int,
    changes: Sequence[Set | Remove],
    check: Callable[[Loaded], object],
    env: Mapping[str, str] | None,
) -> Loaded:
    read_yaml(file)  # a file that is broken is refused with the place
    before = real.read_bytes().decode()
    after = before
    for one in changes:
        after = _edited(file, after, one)
    if after == before and before:
        return load_settings(file, env=env)
    draft = real.with_name(f".{real.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        _write(draft, after.encode(), like=os.fstat(lock))
        try:
            loaded = load_settings(draft, env=env)
            loaded = replace(loaded, file=file)
            check(loaded)
        except ConfigError as error:
            raise _as_it_stands(error, draft, file) from error
        if before:
            kept = draft.with_name(f"{draft.name}.bak")
            _write(kept, before.encode(), like=os.fstat(lock))
            kept.replace(real.with_name(f"{real.name}.bak"))
        draft.replace(real)
    finally:
        draft.unlink(missing_ok=True)
    _flush_folder(real.parent)
    return loaded


def _edited(file: Path, text: str, one: Set | Remove) -> str:
    way = tuple(one.way.split(".")) if isinstance(one.way, str) else tuple(one.way)
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


def _as_it_stands(error: ConfigError, draft: Path, file: Path) -> ConfigError:
    """An error of a draft under the name that it is for, with the line on which the key stands in the file now; one
    of a key that is new has the line that it would get."""
    lines = {dotted(path): line for path, line in read_yaml(file).lines.items()} if file.exists() else {}

    def mended(one: ConfigError) -> ConfigError:
        is_ours = one.file in (draft, file)
        line = lines.get(one.key, one.line) if is_ours and one.line is not None and one.key else one.line
        named = ConfigError(one.message, key=one.key, file=file if is_ours else one.file, line=line, hint=one.hint)
        named.others = tuple(mended(other) for other in one.others)
        return named

    return mended(error)


def _write(path: Path, data: bytes, *, like: os.stat_result) -> None:
    """A new file that is on the disk when this returns, with the mode of another one, and its owner where we may."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        out.write(data)
        os.fchmod(out.fileno(), like.st_mode & 0o777)
        if os.geteuid() == 0:
            os.fchown(out.fileno(), like.st_uid, like.st_gid)
        out.flush()
        os.fsync(out.fileno())


def _forget(real: Path, lock: int) -> None:
    """Take away the empty file that was made to be held, unless another one stands in its place."""
    with suppress(FileNotFoundError):
        if os.path.samestat(real.stat(), os.fstat(lock)):
            real.unlink()


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
