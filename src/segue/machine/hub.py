"""Models of the Hugging Face hub, or of a mirror of it: what a repository offers, its files, and pieces of them.

Everything here blocks; call it in a thread. The library is used as it is in 2.4.0, read in its own source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from segue.errors import WeightsError
from segue.machine.addresses import is_safe, same_host
from segue.machine.hub_errors import told_plainly
from segue.machine.hub_http import METADATA_S, fetch_behind, read_range, require_hub
from segue.machine.hub_watch import watched
from segue.machine.weight_sources import Offer, OfferedFile, OnBytes, WeightSource

if TYPE_CHECKING:
    from huggingface_hub import HfApi
    from huggingface_hub.file_download import HfFileMetadata

REPOSITORY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*/[A-Za-z0-9][A-Za-z0-9._-]*")
"""`OWNER/REPO`."""
_PAGE = re.compile(
    r"https://(?:huggingface\.co|hf\.co)/(?P<repository>[^/?#]+/[^/?#]+)(?:/(?:tree|blob|resolve)/(?P<rest>[^?#]+))?/?"
)


@dataclass(frozen=True, slots=True)
class HubAccess:
    """How the hub is asked."""

    endpoint: str | None = None
    """None: HF_ENDPOINT, else https://huggingface.co."""
    token: str | None = field(default=None, repr=False)
    """None: none is sent; one that `hf auth login` keeps is not looked for."""

    def api(self) -> HfApi:
        """The library's client. Raises PartMissing, or WeightsError where the token would go over plain HTTP."""
        require_hub()
        from huggingface_hub import HfApi, constants

        if self.token and not is_safe(self.endpoint or constants.ENDPOINT):
            hint = "Set HF_ENDPOINT to an https address, or unset it."
            raise WeightsError("HF_ENDPOINT is plain HTTP on another machine: the token is not sent there.", hint=hint)
        return HfApi(endpoint=self.endpoint, token=self.token or False, library_name="segue")

    def token_for(self, url: str) -> dict[str, str]:
        """The header with the token, where an address belongs to the hub itself."""
        if self.token and same_host(url, self.api().endpoint):
            return {"authorization": f"Bearer {self.token}"}
        return {}

    def takes_token(self) -> bool:
        """Whether the hub knows the token. Raises WeightsError where the hub cannot be asked."""
        api = self.api()
        from huggingface_hub.errors import HfHubHTTPError

        with told_plainly("The hub"):
            try:
                api.whoami(token=self.token or "")
            except HfHubHTTPError as error:
                if error.response.status_code in (401, 403):
                    return False
                raise
        return True


def known_token() -> str | None:
    """The token of HF_TOKEN, or the one that `hf auth login` keeps for this user. It is a secret: never show it."""
    require_hub()
    from huggingface_hub import get_token

    return get_token()


class HubSource(WeightSource):
    """One repository, at a branch, a tag or a commit."""

    def __init__(self, repository: str, revision: str | None = None, access: HubAccess | None = None) -> None:
        self.repository, self.revision, self.access = repository, revision, access or HubAccess()
        self._commit: str | None = None

    @override
    def offer(self) -> Offer:
        api = self.access.api()
        with told_plainly(self._called(), has_token=self.access.token is not None):
            info = api.model_info(self.repository, revision=self.revision, files_metadata=True, timeout=METADATA_S)
            files = tuple(
                OfferedFile(
                    str(one.rfilename),
                    -1 if one.size is None else int(one.size),
                    one.lfs.sha256 if one.lfs else None,
                    None if one.lfs else one.blob_id,
                )
                for one in info.siblings or ()
            )
            licence = getattr(info.card_data, "license", None)
        self._commit = info.sha
        if not self._commit or re.fullmatch(r"[0-9a-f]{40}", self._commit) is None:
            hint = "Check HF_ENDPOINT: it has to be the Hugging Face hub or a mirror of it."
            raise WeightsError(f"{self._called()}: its host tells no commit.", hint=hint)
        return Offer(
            "huggingface",
            self.repository,
            self.repository.rpartition("/")[2],
            files,
            revision=self._commit,
            licence=licence[:64] if isinstance(licence, str) else None,
        )

    @override
    def fetch(self, file: OfferedFile, part: Path, on_bytes: OnBytes) -> None:
        with told_plainly(self._called(), has_token=self.access.token is not None, fetches=True):
            found = self._metadata(file.path)
            if found.commit_hash != self._commit:
                raise self._changed(file, "is served from another commit than was asked for")
            if found.size not in (None, file.size_bytes) or _is_another(found.etag, file):
                raise self._changed(file, "is another one than its repository lists")
            fetch_behind(
                found.location,
                part,
                size_bytes=file.size_bytes,
                headers=self.access.token_for(found.location),
                on_bytes=on_bytes,
            )

    def ranges_of(self, path: str) -> RangeReader:
        """A file to be read in pieces. Raises WeightsError."""
        with told_plainly(self._called(), has_token=self.access.token is not None):
            found = self._metadata(path)
            if found.size is None or found.commit_hash is None:
                raise ValueError("no size, or no commit")
        return RangeReader(path, int(found.size), found.commit_hash, found.location, self.access, self._called())

    def _metadata(self, path: str) -> HfFileMetadata:
        api = self.access.api()
        from huggingface_hub import get_hf_file_metadata, hf_hub_url

        revision = self._commit or self.revision
        url = hf_hub_url(self.repository, path, revision=revision, endpoint=api.endpoint)
        token = self.access.token or False
        with watched():  # it is asked again and again
            return get_hf_file_metadata(url, token=token, timeout=METADATA_S, endpoint=api.endpoint)

    def _called(self) -> str:
        return self.repository if self.revision is None else f"{self.repository}@{self.revision}"

    def _changed(self, file: OfferedFile, what: str) -> WeightsError:
        hint = "Try again; if it stays so, the mirror (HF_ENDPOINT) is stale or wrong: take another."
        return WeightsError(f"{file.path} of {self._called()} {what}: it was not fetched.", hint=hint)


@dataclass(frozen=True, slots=True)
class RangeReader:
    """A file of a repository, read in pieces: `reader(offset, length)`. For headers; blocks, raises WeightsError."""

    file: str
    file_bytes: int
    revision: str
    """The commit that it belongs to."""
    location: str = field(repr=False)
    """Where its bytes are; it may be signed."""
    access: HubAccess
    called: str
    """Its repository, for errors."""

    def __call__(self, offset: int, length: int) -> bytes:
        """At most `length` bytes from `offset` on; fewer only at the file's end."""
        length = min(length, self.file_bytes - offset)
        if offset < 0 or length <= 0:
            return b""
        with told_plainly(self.called, has_token=self.access.token is not None):
            return read_range(self.location, offset, length, self.access.token_for(self.location))


def _is_another(etag: str | None, file: OfferedFile) -> bool:
    """Whether an ETag tells of another content. It is the SHA-256 of large files and git's SHA-1 of others; a mirror's
    may be neither, and then the content alone shows it, once it is here."""
    promised = {64: file.sha256, 40: file.git_sha1}.get(len(etag or ""))
    return promised is not None and promised != etag


def ranges_of(
    repository: str, file: str, revision: str | None = None, *, access: HubAccess | None = None
) -> RangeReader:
    """A file of the hub to be read in pieces, without fetching it. Raises WeightsError, or PartMissing."""
    return HubSource(repository, revision, access).ranges_of(file)


def page_of_hub(url: str) -> tuple[str, str | None, str | None] | None:
    """Repository, revision and file of an address on the hub's own pages; None for any other address."""
    match = _PAGE.fullmatch(url.partition("?")[0])
    if match is None or REPOSITORY.fullmatch(match["repository"]) is None:
        return None
    revision, _, file = (match["rest"] or "").rstrip("/").partition("/")
    return match["repository"], revision or None, file or None
