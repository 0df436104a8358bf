"""A GGUF file from any address. The content is its own revision; a SHA-256 that its maker tells makes it sure."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from typing_extensions import override

from segue.errors import WeightsError
from segue.machine.addresses import bare, is_safe, parts_of
from segue.machine.headers_reading import RangeReader
from segue.machine.hub_errors import told_plainly
from segue.machine.hub_http import fetch_behind, head, no_plain_hop, read_range, require_hub
from segue.machine.hub_watch import Expected, tags_of
from segue.machine.weight_sources import Offer, OfferedFile, OnBytes, WeightSource


class UrlSource(WeightSource):
    """One file at an address. No token is ever sent there."""

    def __init__(self, url: str, *, sha256: str | None = None) -> None:
        self._url, self._sha256 = url, sha256
        self._tag: str | None = None
        self._tags: dict[str, str] = {}

    @override
    def offer(self) -> Offer:
        require_hub()
        path = PurePosixPath(unquote(parts_of(self._url).path))
        if path.suffix.casefold() != ".gguf":
            hint = "Name the address of a GGUF file; folders of safetensors come from a repository: OWNER/REPO."
            raise WeightsError(f"{bare(self._url)} is no GGUF file.", hint=hint)
        if not (self._sha256 or is_safe(self._url)):
            hint = "Take https, or name what it has to be: --sha256 HEX."
            raise WeightsError(f"{bare(self._url)} could be changed on its way here by anybody.", hint=hint)
        with told_plainly(bare(self._url), is_hub=False), self._every_hop():
            headers = head(self._url)
        length = headers.get("content-length", "")
        if not length.isdigit():
            hint = "Download it with a browser, then: segue models pull ./FILE"
            raise WeightsError(f"{bare(self._url)}: its host does not tell how large it is.", hint=hint)
        tag = headers.get("etag") or headers.get("last-modified")
        self._tag = None if tag is None or tag.startswith("W/") else tag
        self._tags = tags_of(headers)
        file = OfferedFile(path.name, int(length), self._sha256)
        return Offer("url", bare(self._url), path.stem, (file,), token=self._sha256 or self._tag)

    @override
    def fetch(self, file: OfferedFile, part: Path, on_bytes: OnBytes) -> None:
        with told_plainly(bare(self._url), is_hub=False, fetches=True), self._every_hop():
            unchanged = {"If-Range": self._tag} if self._tag else {}  # else it is sent whole (RFC 9110, 13.1.5)
            fetch_behind(
                self._url,
                part,
                size_bytes=file.size_bytes,
                headers=unchanged,
                on_bytes=on_bytes,
                expected=None if self._sha256 else Expected(file.size_bytes, dict(self._tags)),
            )

    def ranges_of(self, _: str, /) -> RangeReader:
        """The file, whatever it is called, to be read in pieces. What it raises is a WeightsError."""

        def read(offset: int, length: int) -> bytes:
            with told_plainly(bare(self._url), is_hub=False), self._every_hop():
                return read_range(self._url, offset, length, {})

        return read

    def _every_hop(self) -> AbstractContextManager[None]:
        """What holds for the address holds for wherever it leads, unless its content is told."""
        return nullcontext() if self._sha256 else no_plain_hop()
