"""What stored weights are: values, and the manifest that says so on the disk. Nothing here looks at the files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final, Literal, TypeAlias

import msgspec

from segue.errors import WeightsError
from segue.machine.keeping_files import not_read

MANIFEST: Final = ".segue-weights.json"
"""In each revision's folder. Hidden, so that no file of a repository that is wanted can have its name."""
NAME_PATTERN: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,95}")
"""What a stored model may be called: a folder's name on every file system, also where case makes no difference."""

Format: TypeAlias = Literal["gguf", "safetensors", "pickle"]
"""Of the weights: one GGUF file (or its parts), or a folder for transformers; `pickle` only where it was asked for."""


class StoredFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a model, as it was when it was checked last."""

    path: str
    """Within the revision's folder, with `/`."""
    size_bytes: int
    sha256: str
    modified_ns: int | None = None
    """When the file was written; None: not known, only its size is looked at before a load."""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All that is kept of one revision of a model. It is written last: a folder with it is complete."""

    name: str
    source: str
    """Where it came from: `huggingface`, `url`, `file`."""
    repository: str | None
    """`OWNER/REPO`; the address without its query; the file's path."""
    revision: str
    """The commit of the repository; of a URL or a file the SHA-256 of what was fetched."""
    format: Format
    main: str
    """The GGUF file to load (the first of several parts), within the folder; empty for a folder of safetensors."""
    files: tuple[StoredFile, ...]
    fetched_at: datetime
    quantization: str | None = None
    licence: str | None = None
    """As its source tells it; None: not told."""
    schema: int = 1


@dataclass(frozen=True, slots=True)
class StoredModel:
    """One revision of a model in the store."""

    name: str
    path: Path
    """What is loaded: the GGUF file (the first of several parts), or the folder with safetensors."""
    format: Format
    file_bytes: int
    """All its files."""
    revision: str
    """A commit, or the SHA-256 of a file that came from elsewhere; of the demonstration model its package's version."""
    source: str
    """For people: `huggingface OWNER/REPO`, `url https://…`, `file /…`."""
    is_pinned: bool
    """True: it is neither suggested for removal nor removed without `unpin`."""
    last_used_at: datetime | None
    """Of the model, all its revisions together; None: never."""
    folder: Path
    """Where its files lie."""
    files: tuple[StoredFile, ...]
    fetched_at: datetime | None = None
    quantization: str | None = None
    licence: str | None = None
    is_current: bool = True
    """False: an earlier revision, kept beside the newest."""
    repository: str | None = None
    is_demonstration: bool = False
    is_linked: bool = False
    """True: its files lie elsewhere, and go on lying there when it is removed."""

    @property
    def disk_bytes(self) -> int:
        """What it takes of the disk, and what its removal frees."""
        return 0 if self.is_linked else self.file_bytes


def owner_of(path: Path, stored: Iterable[StoredModel]) -> StoredModel | None:
    """The revision in whose folder a path lies, as both are written."""
    return next((model for model in stored if path.is_relative_to(model.folder)), None)


def check_name(name: str) -> str:
    """The name, where a model may be stored by it. Raises WeightsError."""
    if NAME_PATTERN.fullmatch(name) is None or name.endswith("."):
        raise WeightsError(
            "That is no name for stored weights.",
            hint="Small letters, digits, dot, _ and -, 96 at most, as `qwen2.5-1.5b-q4_k_m`: --name NAME.",
        )
    return name


def is_inside(path: str) -> bool:
    """Whether a path from elsewhere stays in its folder on every file system, and is written in one way only."""
    pure = PurePosixPath(path)
    return (
        0 < len(path) <= 512
        and path.isprintable()
        and not pure.is_absolute()
        and pure.as_posix() == path
        and not any(sign in path for sign in '\\:*?"<>|')
        and all(
            part not in ("", ".", "..") and part == part.strip(" ") and not part.endswith(".") for part in pure.parts
        )
    )


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder; None where there is none. Raises WeightsError where it cannot be believed."""
    try:
        raw = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise not_read(error, folder / MANIFEST) from error
    try:
        manifest = msgspec.json.decode(raw, type=Manifest)
    except (msgspec.DecodeError, ValueError) as error:
        raise _unreadable(folder) from error
    names = {file.path for file in manifest.files}
    is_main_checked = manifest.main in names if manifest.format == "gguf" else not manifest.main
    if not names or not all(map(is_inside, names)) or any(file.size_bytes < 0 for file in manifest.files):
        raise _unreadable(folder)
    if not is_main_checked:  # else what is loaded would be a file that nothing was ever compared with
        raise _unreadable(folder)
    return manifest


def encode(manifest: Manifest) -> bytes:
    """As it is written to the disk."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def stored(
    manifest: Manifest,
    folder: Path,
    *,
    is_pinned: bool,
    used_at: datetime | None,
    is_current: bool,
    is_linked: bool = False,
) -> StoredModel:
    """A manifest with where it lies and how it is used."""
    return StoredModel(
        manifest.name,
        folder / manifest.main if manifest.main else folder,
        manifest.format,
        sum(file.size_bytes for file in manifest.files),
        manifest.revision,
        " ".join(filter(None, (manifest.source, manifest.repository))),
        is_pinned,
        used_at,
        folder,
        manifest.files,
        fetched_at=manifest.fetched_at.astimezone(UTC),
        quantization=manifest.quantization,
        licence=manifest.licence,
        is_current=is_current,
        repository=manifest.repository,
        is_linked=is_linked,
    )


def _unreadable(folder: Path) -> WeightsError:
    hint = f"Remove it (segue models rm {folder.parent.name}), and fetch the model again."
    return WeightsError(f"{folder / MANIFEST} is damaged: what lies beside it is not used.", hint=hint)
