"""Whether stored weights are what they were when they were fetched, and whether fetched ones are weights at all.

Everything here blocks. `check_quick` takes microseconds a file; `wrong_files` reads every byte.
"""

from __future__ import annotations

import hashlib
import json
import stat
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import msgspec

from segue.errors import WeightsError
from segue.machine.headers_gguf import read_header
from segue.machine.headers_gguf_shape import require_model
from segue.machine.headers_reading import on_disk
from segue.machine.headers_safetensors import check_safetensors
from segue.machine.keeping_files import sweep_unwritten
from segue.machine.stored_models import Format, StoredFile, StoredModel
from segue.machine.weight_sources import OnBytes

Fault: TypeAlias = Literal["missing", "truncated", "too long", "changed", "unreadable", "not a file"]

_BLOCK_BYTES = 2**20
_GGUF_VERSIONS: Final = (2, 3)
"""Version 1 is not read by llama.cpp any more (its ggml/src/gguf.cpp, 2026-10)."""
_MOST_JSON_BYTES: Final = 256 * 2**20
"""The largest tokenizers have some 35 MB."""
_UNREAD: Final = "was written since it was checked"
_ANOTHER: Final = "Its source is damaged or no model: choose another file or repository."


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A stored file that is not what was fetched."""

    file: StoredFile
    fault: Fault
    detail: str


def check_quick(model: StoredModel) -> None:
    """Raise WeightsError where a file has another size, or was written since it was checked. For before each load.

    A bit that flipped on the disk by itself is not seen here: `segue models verify` sees it.
    """
    for file in model.files:
        path = model.folder / file.path
        if (fault := _quick_fault(path, file)) is not None:
            raise refused(model, (fault,))


def wrong_files(model: StoredModel, on_bytes: OnBytes = lambda _: None) -> tuple[tuple[WrongFile, ...], StoredModel]:
    """Read every file: those that are wrong, and the model with the times of those that are right.

    What a process that was killed left of the manifest is cleared away.
    """
    sweep_unwritten(model.folder)
    wrong: list[WrongFile] = []
    files: list[StoredFile] = []
    for file in model.files:
        fault, seen = _full_fault(model.folder / file.path, file, on_bytes)
        files.append(seen)
        if fault is not None:
            wrong.append(fault)
    return tuple(wrong), replace(model, files=tuple(files))


def refused(model: StoredModel, wrong: Sequence[WrongFile], *, was_read: bool = False) -> WeightsError:
    """The error for weights that are not used, with what to do. `was_read`: every byte was, just now."""
    told = "; ".join(f"{one.file.path} {one.detail}" for one in wrong)
    is_unread = not was_read and all(one.detail == _UNREAD for one in wrong)
    if model.is_linked and any(one.fault == "missing" for one in wrong):
        hint = f"Put the linked file back, or remove it and pull it anew: segue models rm {model.name}"
        return WeightsError(f"The weights of {model.name} are not used: {told}.", hint=hint)
    look = f"Have it read: segue models verify {model.name}. " if is_unread else ""
    again = (
        "remove it and fetch it anew: segue chat --yes"
        if model.is_demonstration
        else f"segue models verify {model.name} --repair"
    )
    return WeightsError(f"The weights of {model.name} are not used: {told}.", hint=f"{look}To fetch it again: {again}")


def sha256_of(path: Path, on_bytes: OnBytes = lambda _: None) -> str:
    """The SHA-256 of a file. OSError passes through."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
            on_bytes(len(block))
    return digest.hexdigest()


def git_sha1_of(path: Path) -> str:
    """What git calls a file's content: git names blobs by SHA-1, and that is what the hub tells of small files."""
    digest = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


def check_form(paths: Sequence[Path], weights_format: Format) -> None:
    """Raise WeightsError where files that were fetched are not in the format that their names promise."""
    for path in paths:
        if path.suffix.casefold() == ".gguf":
            _check_gguf(path)
        elif path.suffix == ".safetensors":
            _check_safetensors(path)
        elif path.name.endswith((".json",)):
            _json_of(path)
    if weights_format == "safetensors":
        _check_index(paths)


def _quick_fault(path: Path, file: StoredFile) -> WrongFile | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return WrongFile(file, "missing", "is missing")
    except OSError as error:
        return WrongFile(file, "unreadable", f"cannot be read ({error.strerror})")
    if not stat.S_ISREG(found.st_mode):
        return WrongFile(file, "not a file", "is no file")
    if found.st_size != file.size_bytes:
        fault: Fault = "truncated" if found.st_size < file.size_bytes else "too long"
        return WrongFile(file, fault, f"is {fault}: {found.st_size:,} bytes of {file.size_bytes:,}")
    if file.modified_ns is not None and found.st_mtime_ns != file.modified_ns:
        return WrongFile(file, "changed", _UNREAD)
    return None


def _full_fault(path: Path, file: StoredFile, on_bytes: OnBytes) -> tuple[WrongFile | None, StoredFile]:
    """What is wrong with a file, and the file with the time at which it was found right."""
    fault = _quick_fault(path, file)
    if fault is not None and fault.fault != "changed":
        return fault, file
    try:
        before_ns = path.stat().st_mtime_ns
        found = sha256_of(path, on_bytes)
    except OSError as error:
        return WrongFile(file, "unreadable", f"cannot be read ({error.strerror})"), file
    if found != file.sha256:
        detail = f"has another content: SHA-256 {found[:12]}…, {file.sha256[:12]}… expected"
        return WrongFile(file, "changed", detail), file
    if file.modified_ns is None:
        return None, file
    return None, msgspec.structs.replace(file, modified_ns=before_ns)


def _check_gguf(path: Path) -> None:
    head = _head(path, 8)
    if head[:4] != b"GGUF":
        raise _no_weights(path, "is no GGUF file: it does not begin with GGUF")
    version = struct.unpack("<I", head[4:8])[0]
    if version not in _GGUF_VERSIONS:
        raise _no_weights(path, f"has version {version} of GGUF, which llama.cpp does not read")
    file = replace(on_disk(path), name=path.name)
    try:
        header = read_header(file)  # which says where its tensors end
    except WeightsError as error:
        raise _not_kept(error.message) from error
    require_model(file, header)


def _check_safetensors(path: Path) -> None:
    """Every tensor has to have its place, and the file to end with the last (safetensors' README, Format)."""
    try:
        check_safetensors(replace(on_disk(path), name=path.name))
    except WeightsError as error:
        raise WeightsError(f"{error.message} It was not kept.", hint=_ANOTHER) from error


def _check_index(paths: Sequence[Path]) -> None:
    """Every part that an index names has to be among the files."""
    for path in paths:
        if not path.name.endswith(".safetensors.index.json"):
            continue
        named = _json_of(path).get("weight_map")
        if not isinstance(named, dict):
            raise _no_weights(path, "is no index of safetensors")
        missing = {str(part) for part in named.values()} - {one.name for one in paths}
        if missing:
            raise _no_weights(path, f"names {min(missing):.100}, which its repository does not have")


def _json_of(path: Path) -> dict[str, Any]:
    if (size_bytes := path.stat().st_size) > _MOST_JSON_BYTES:
        raise _no_weights(path, f"has {size_bytes:,} bytes, more than any file of its kind")
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise _no_weights(path, "is no JSON") from error
    if not isinstance(found, dict):
        raise _no_weights(path, "holds no JSON object")
    return found


def _head(path: Path, length: int) -> bytes:
    with path.open("rb") as file:
        head = file.read(length)
    if len(head) < length:
        raise _no_weights(path, f"has {len(head)} bytes")
    return head


def _no_weights(path: Path, what: str) -> WeightsError:
    return _not_kept(f"{path.name} {what}.")


def _not_kept(why: str) -> WeightsError:
    return WeightsError(
        f"{why} It was not kept.",
        hint=_ANOTHER,
    )
