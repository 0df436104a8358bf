"""Fetches a model into the store: room first, every file checked, and nothing counts before all of it is right.

A fetch that was cut off, by whatever, is gone on with: its files lie in `.partial-*` beside the model's revisions, each
as `NAME.part` until its checksum was right. Everything here blocks; call it in a thread.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias

from segue.errors import WeightsError
from segue.machine.headers import read_shape
from segue.machine.keeping_files import SPARE_BYTES, not_kept, write_whole
from segue.machine.stored_models import Manifest, StoredFile, StoredModel, check_name
from segue.machine.weight_checks import check_form, check_quick, git_sha1_of, sha256_of
from segue.machine.weight_choice import Chosen, Wish, choose, usual_name
from segue.machine.weight_sources import Offer, OfferedFile, OnBytes, WeightSource
from segue.machine.weight_store import PARTIAL, WeightStore
from segue.machine.weights import DEMONSTRATION

WAIT_S: Final = 24 * 3600.0
"""Longest wait for another process that fetches the same model."""
_PART: Final = ".part"
_TOKEN: Final = ".token"
"""Beside the parts of a fetch: which state of its source they are of."""

OnProgress: TypeAlias = Callable[[str, int, int], None]
"""Told of what is done (`fetching`, `checking`, `waiting`), bytes done and bytes in all; what it raises ends it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a fetch would bring, before a byte of it is fetched."""

    name: str
    offer: Offer
    chosen: Chosen
    stored: StoredModel | None
    """The same revision, where it is here already: then nothing is fetched."""

    @property
    def needed_bytes(self) -> int:
        """What it takes of the disk."""
        return 0 if self.offer.is_linked else self.chosen.size_bytes


def plan(store: WeightStore, source: WeightSource, wish: Wish, *, name: str | None = None) -> Plan:
    """Look at what a source offers. Raises WeightsError where nothing fits, or its name is taken by another model."""
    offer = source.offer()
    chosen = choose(offer, wish)
    name = check_name(name if name is not None else usual_name(offer, chosen))
    if name == DEMONSTRATION.name:
        raise WeightsError(f"'{name}' is the demonstration model.", hint="Give it another name: --name NAME.")
    _require_same_source(store, name, offer)
    stored = store.find(name, revision=offer.revision) if offer.revision else None
    if stored is not None and {file.path for file in chosen.files} - {file.path for file in stored.files}:
        hint = "Give this one another name: --name NAME."
        raise WeightsError(f"'{name}' is stored with other files of the same revision.", hint=hint)
    if stored is not None:
        check_quick(stored)
    return Plan(name, offer, chosen, stored)


def _require_same_source(store: WeightStore, name: str, offer: Offer) -> None:
    known = store.find(name)
    if known is not None and known.repository != offer.repository:
        raise WeightsError(f"'{name}' is stored from {known.source}.", hint="Give this one another name: --name NAME.")


def pull(
    store: WeightStore, source: WeightSource, what: Plan, on_progress: OnProgress, *, wait_s: float = WAIT_S
) -> StoredModel:
    """Fetch what was planned; many may at once, then one does. What was there before stays there.

    Raises WeightsError, and leaves what can be gone on with.
    """
    if what.stored is not None:
        return what.stored
    total_bytes = what.chosen.size_bytes
    with store.locked(what.name, wait_s=wait_s, on_wait=lambda: on_progress("waiting", 0, total_bytes)) as folder:
        if what.offer.revision and (here := store.find(what.name, revision=what.offer.revision)):
            return here  # another process fetched it while this one waited
        _require_same_source(store, what.name, what.offer)
        partial = _partial(folder, what)
        _require_room(partial, what)
        told = _Told(on_progress, total_bytes)
        files = tuple(_fetched(source, file, partial, told) for file in what.chosen.files)
        try:
            check_form([partial / file.path for file in files], what.chosen.format)
        except WeightsError:
            shutil.rmtree(partial, ignore_errors=True)  # all of it was fetched: there is nothing to go on with
            raise
        revision = what.offer.revision or _content_revision(files)
        if here := store.find(what.name, revision=revision):
            shutil.rmtree(partial, ignore_errors=True)
            return here
        (partial / _TOKEN).unlink(missing_ok=True)
        return store.keep(partial, _manifest(what, files, revision, _quantization(what.chosen, partial)))


def repair(
    store: WeightStore, source: WeightSource, model: StoredModel, wrong: list[str], on_progress: OnProgress
) -> StoredModel:
    """Fetch a revision's wrong files again, and put them in its place once they are right. Raises WeightsError."""
    offer = source.offer()
    offered = {file.path: file for file in offer.files}
    if not set(wrong) <= set(offered) or (offer.revision is not None and offer.revision != model.revision):
        hint = f"Remove it and fetch it anew: segue models rm {model.name}"
        raise WeightsError(f"Its source does not have this revision of {model.name} any more.", hint=hint)
    sizes = {file.path: file for file in model.files}
    told = _Told(on_progress, sum(sizes[path].size_bytes for path in wrong))
    with store.locked(model.name) as folder:
        store.require(model)
        beside = folder / f"{PARTIAL}repair"
        shutil.rmtree(beside, ignore_errors=True)
        fresh: dict[str, StoredFile] = {}
        for path in wrong:
            known = sizes[path]
            asked = OfferedFile(path, known.size_bytes, known.sha256)
            if offered[path].size_bytes != known.size_bytes:
                raise _another(asked, "its source has another one by now")
            fresh[path] = _fetched(source, asked, beside, told)
        for path in wrong:
            (model.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (beside / path).replace(model.folder / path)
        shutil.rmtree(beside, ignore_errors=True)
        return store.note_files(model, tuple(fresh.get(file.path, file) for file in model.files))


class _Told:
    """Counts over all files, and never tells more than there is or less than before."""

    def __init__(self, on_progress: OnProgress, total_bytes: int) -> None:
        self._on_progress, self._total_bytes = on_progress, total_bytes
        self._done_bytes = self._shown_bytes = 0

    def fetched(self, count: int) -> None:
        """Bytes came in, or have to be fetched again where negative."""
        self._done_bytes += count
        self._shown_bytes = max(self._shown_bytes, min(self._done_bytes, self._total_bytes))
        self._on_progress("fetching", self._shown_bytes, self._total_bytes)

    def checked(self) -> OnBytes:
        """Counts the bytes of one file anew, while they are read."""
        return lambda _: self._on_progress("checking", self._shown_bytes, self._total_bytes)


def _fetched(source: WeightSource, file: OfferedFile, partial: Path, told: _Told) -> StoredFile:
    """One file of the folder, fetched where it is not there, and checked in any case."""
    final, part = partial / file.path, partial / f"{file.path}{_PART}"
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        if final.is_file():
            final.replace(part)
        was_here_bytes = part.stat().st_size if part.is_file() else 0
        source.fetch(file, part, told.fetched)
        wrong = _wrong(part, file, told)
        if wrong and was_here_bytes:  # what a killed fetch left may be what is wrong: once more, from nothing
            told.fetched(-part.stat().st_size)
            part.unlink()
            source.fetch(file, part, told.fetched)
            wrong = _wrong(part, file, told)
        if wrong:
            part.unlink()
            raise _another(file, wrong)
        sha256 = sha256_of(part, told.checked()) if file.sha256 is None else file.sha256
        part.replace(final)
        found = final.stat()
    except OSError as error:
        raise not_kept(error, f"{file.path} could not be kept in {partial}") from error
    return StoredFile(file.path, found.st_size, sha256, found.st_mtime_ns)


def _wrong(part: Path, file: OfferedFile, told: _Told) -> str | None:
    """How what was fetched differs from what its source promised."""
    found_bytes = part.stat().st_size
    if found_bytes != file.size_bytes:
        return f"it has {found_bytes:,} bytes, {file.size_bytes:,} were promised"
    if file.sha256 is not None and (found := sha256_of(part, told.checked())) != file.sha256:
        return f"its SHA-256 is {found[:12]}…, {file.sha256[:12]}… was promised"
    if file.git_sha1 is not None and git_sha1_of(part) != file.git_sha1:
        return "its content has another checksum than was promised"
    return None


def _partial(folder: Path, what: Plan) -> Path:
    """The folder of this fetch, with what an earlier try left of the same files at the same state of their source."""
    offer, wanted = what.offer, [file.path for file in what.chosen.files]
    token = offer.revision or offer.token
    of = hashlib.sha256("\0".join((offer.repository, token or "", *wanted)).encode()).hexdigest()[:16]
    partial = folder / f"{PARTIAL}{of}"
    for left in folder.glob(f"{PARTIAL}*"):
        if left != partial or token is None:
            shutil.rmtree(left, ignore_errors=True)
    try:
        partial.mkdir(exist_ok=True, mode=0o700)
        write_whole(partial / _TOKEN, b"")
    except OSError as error:
        raise not_kept(error, f"{what.name} could not be kept in {folder}") from error
    return partial


def _require_room(partial: Path, what: Plan) -> None:
    here_bytes = sum(path.stat().st_size for path in partial.rglob("*") if path.is_file())
    needed_bytes = max(0, what.needed_bytes - here_bytes) + SPARE_BYTES
    free_bytes = shutil.disk_usage(partial).free
    if free_bytes < needed_bytes:
        raise WeightsError(
            f"{partial.parent} has {free_bytes // 10**6:,} MB free; {what.name} needs {needed_bytes // 10**6:,} MB, "
            f"{SPARE_BYTES // 10**6} MB of it to spare.",
            hint="Remove weights that you do not use (segue models weights), or put SEGUE_HOME on a larger disk.",
        )


def _quantization(chosen: Chosen, folder: Path) -> str | None:
    """As most of its tensors are, which is what it takes memory by; as its name says where no header tells."""
    try:
        return read_shape(folder / chosen.main if chosen.main else folder).quantization or chosen.quantization
    except WeightsError:
        return chosen.quantization


def _manifest(what: Plan, files: tuple[StoredFile, ...], revision: str, quantization: str | None) -> Manifest:
    offer, chosen = what.offer, what.chosen
    return Manifest(
        what.name,
        offer.source,
        offer.repository,
        revision,
        chosen.format,
        chosen.main,
        files,
        datetime.now(UTC),
        quantization=quantization,
        licence=offer.licence,
    )


def _content_revision(files: tuple[StoredFile, ...]) -> str:
    """The SHA-256 of one file, or over those of several."""
    if len(files) == 1:
        return files[0].sha256
    return hashlib.sha256("".join(sorted(f"{file.sha256} {file.path}\n" for file in files)).encode()).hexdigest()


def _another(file: OfferedFile, how: str) -> WeightsError:
    return WeightsError(
        f"{file.path} is not what was promised: {how}. It was not kept.",
        hint="Try again; if it stays so, its source or the way to it is not to be trusted: take another.",
    )
