"""Bytes over HTTP through huggingface_hub's own client: fetched behind what is there, or read by ranges.

huggingface_hub is imported here and in hub.py alone, and only when something is fetched. Its `hf_hub_download` begins
anew after a process was killed (2.4.0, file_download.py: _download_to_tmp_and_move), which is too dear for weights: so
its `http_get` is called, which goes on, and what it brings is checked and renamed by weight_pull.py.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from typing_extensions import override

from segue.errors import PartMissing, WeightsError
from segue.machine.addresses import bare, is_safe
from segue.machine.hub_watch import ChangedMeanwhileError, Expected, watched
from segue.machine.keeping_files import flush, not_kept
from segue.machine.weight_sources import OnBytes

METADATA_S: Final = 15.0
"""Longest wait for what a host says of a repository or a file."""
RANGE_S: Final = 30.0
_REFUSES_PLAIN: Final = ContextVar("refuses_plain", default=False)
_LARGEST_BYTES: Final = 50 * 10**9
"""The hub serves no larger file over HTTP (huggingface_hub 2.4.0, constants.MAX_HTTP_DOWNLOAD_SIZE)."""


def require_hub() -> None:
    """Raise PartMissing where huggingface_hub is not installed; else have it log no addresses."""
    if importlib.util.find_spec("huggingface_hub") is None:
        raise PartMissing(
            "Fetching weights needs the package huggingface_hub.", hint="Install it: pip install 'segue[gguf]'"
        )
    from huggingface_hub.utils import logging  # which sets its level itself when it is used first

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]  # its warnings hold addresses, which may be signed


@contextmanager
def no_plain_hop() -> Iterator[None]:
    """Within, a redirect to where anybody could change what comes ends the request with WeightsError."""
    from huggingface_hub import get_session

    hooks = get_session().event_hooks["request"]  # called before each hop (httpx2, _send_handling_redirects)
    if _require_safe not in hooks:
        hooks.append(_require_safe)
    before = _REFUSES_PLAIN.set(True)
    try:
        yield
    finally:
        _REFUSES_PLAIN.reset(before)


def _require_safe(request: Any) -> None:  # the library's HTTP client calls it with its own type
    url = str(request.url)
    if _REFUSES_PLAIN.get() and not is_safe(url):
        hint = "Take an address that stays with https, or name what it has to be: --sha256 HEX."
        raise WeightsError(f"{bare(url)}, where it leads, could be changed on its way here by anybody.", hint=hint)


def fetch_behind(
    url: str,
    part: Path,
    *,
    size_bytes: int,
    headers: dict[str, str],
    on_bytes: OnBytes,
    expected: Expected | None = None,
) -> None:
    """Bring a file to `part`, from where it stops. What huggingface_hub raises passes through, for its caller to map.

    A connection that breaks is taken up again, five times without a byte in between. `expected`: where what is here may
    be of an earlier version; then it is begun anew, once.
    """
    if size_bytes > _LARGEST_BYTES:
        hint = "Choose one that is split in parts, or a smaller quantization."
        raise WeightsError(
            f"{part.stem} has {size_bytes / 1e9:.0f} GB: such files are not served over HTTP.", hint=hint
        )
    try:
        with part.open("ab") as raw:
            here_bytes = raw.tell()
            if here_bytes > size_bytes:
                raw.truncate(0)
                here_bytes = 0
            on_bytes(here_bytes)
            counted = _Counted(raw, on_bytes, part.stem, size_bytes)
            try:
                _get(url, counted, here_bytes, headers, expected)
            except ChangedMeanwhileError:
                counted.truncate(0)
                try:
                    _get(url, counted, 0, {}, None if expected is None else Expected(size_bytes))
                except ChangedMeanwhileError as error:
                    counted.truncate(0)
                    hint = "Try again later, or name what it has to be: --sha256 HEX."
                    raise WeightsError(f"{part.stem} changes while it is fetched.", hint=hint) from error
            flush(raw)
    except OSError as error:
        if error.errno is None:  # not of the disk: huggingface_hub's own errors are OSErrors too
            raise
        raise not_kept(error, f"{part.stem} could not be written to {part.parent}") from error


def _get(url: str, out: _Counted, here_bytes: int, headers: dict[str, str], expected: Expected | None) -> None:
    from huggingface_hub.file_download import http_get

    with watched(expected):
        http_get(
            url,
            cast("BinaryIO", out),
            resume_size=here_bytes,
            headers={**headers, "Accept-Encoding": "identity"},
            expected_size=out.size_bytes,
            tqdm_class=cast("Any", _NoBar),  # what is used of a bar, it has
        )


class _Counted(io.BufferedIOBase):
    """A file that tells what is written to it, and what is thrown away of it; and takes no more than was promised."""

    def __init__(self, raw: BinaryIO, on_bytes: OnBytes, name: str, size_bytes: int) -> None:
        self._raw, self._on_bytes, self._name, self.size_bytes = raw, on_bytes, name, size_bytes

    @override
    def write(self, data: bytes, /) -> int:  # type: ignore[override]  # http_get writes bytes
        if self._raw.tell() + len(data) > self.size_bytes:  # it may have no end at all
            self.truncate(0)
            hint = "Try again; if it stays so, its source is not to be trusted: take another."
            raise WeightsError(
                f"{self._name} is larger than the {self.size_bytes:,} bytes that were promised.", hint=hint
            )
        written = self._raw.write(data)
        self._on_bytes(written)
        return written

    @override
    def tell(self) -> int:
        return self._raw.tell()

    @override
    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._raw.seek(offset, whence)

    @override
    def truncate(self, size: int | None = None, /) -> int:
        size = self._raw.tell() if size is None else size
        before_bytes = self._raw.seek(0, io.SEEK_END)
        self._on_bytes(size - before_bytes)
        self._raw.truncate(size)
        return self._raw.seek(size)  # what is written next is appended there


class _NoBar:
    """In place of huggingface_hub's progress bar: ours counts what is written."""

    def __init__(self, **_: object) -> None: ...

    def __enter__(self) -> _NoBar:
        return self

    def __exit__(self, *_: object) -> None: ...

    def update(self, _: float | None = 1) -> None:
        """Nothing is shown."""


def head(url: str) -> Mapping[str, str]:
    """What a host says of a file, by names in any case. What huggingface_hub raises passes through."""
    from huggingface_hub import get_session, hf_raise_for_status

    wanted = {"Accept-Encoding": "identity"}
    response = get_session().head(url, headers=wanted, timeout=METADATA_S, follow_redirects=True)
    hf_raise_for_status(response)
    return response.headers


def read_range(url: str, offset: int, length: int, headers: dict[str, str]) -> bytes:
    """A piece of a remote file; shorter only at its end. What huggingface_hub raises passes through."""
    from huggingface_hub import get_session, hf_raise_for_status

    wanted = {**headers, "Range": f"bytes={offset}-{offset + length - 1}", "Accept-Encoding": "identity"}
    with get_session().stream("GET", url, headers=wanted, timeout=RANGE_S) as response:
        hf_raise_for_status(response)
        if response.status_code != 206:
            hint = "Fetch the whole file (segue models pull), or ask another mirror."
            raise WeightsError(f"{bare(url)} cannot be read in pieces: its host sends it whole.", hint=hint)
        told = response.headers.get("content-range", "")
        if not told.startswith(f"bytes {offset}-"):
            hint = "Fetch the whole file (segue models pull), or ask another mirror."
            raise WeightsError(f"{bare(url)} cannot be read in pieces: its host sends another piece.", hint=hint)
        taken = bytearray()
        for chunk in response.iter_bytes():
            taken += chunk
            if len(taken) >= length:  # no more than was asked for, however much is sent
                break
    return bytes(taken[:length])
