"""A mirror of the Hugging Face hub over real HTTP, as huggingface_hub 2.4 asks it, and as the hub answers (2026-11).

    with HubMirror() as mirror:
        mirror.endpoint                                  # http://127.0.0.1:PORT
        mirror.add("owner/repo", {"model.gguf": BYTES})  # a commit; adding again makes another one
        mirror.asked                                     # what came: (method, path, whether a token came with it)

Large files (all but .json, .txt, .md and the like) are answered by a redirect to another origin, as the hub does with
its content network. That origin takes no token: it refuses a request that brings one, as the hub's does.
"""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from typing_extensions import override

_SMALL = (".json", ".txt", ".md", ".jinja", ".py", ".gitattributes")
_BLOCK = 2**16
_MOST_CHUNKS = 512
TOKEN = "hf_mirrortokenofthetests0000000000"
"""The one token that the mirror knows."""


@dataclass
class Repository:
    """One repository with all its commits."""

    commits: dict[str, dict[str, bytes]] = field(default_factory=dict)
    branches: dict[str, str] = field(default_factory=dict)
    is_gated: bool = False
    is_private: bool = False
    lets_in: bool = True
    """Whether the owner of the token was let in, where it is gated."""
    licence: str | None = "apache-2.0"


class HubMirror:
    """Starts with `with`. What it serves and how it misbehaves may be changed at any time."""

    def __init__(self) -> None:
        self.repositories: dict[str, Repository] = {}
        self.asked: list[tuple[str, str, bool]] = []
        self.ranges: list[str] = []
        """What pieces were asked for, as `bytes=5-`."""
        self.extra_files: list[dict[str, object]] = []
        """Entries that every listing has besides, whatever they say."""
        self.flips: set[str] = set()
        """Paths whose first delivered byte is another one."""
        self.cuts: dict[str, int] = {}
        """Paths whose connection breaks after so many bytes, once."""
        self.holds: dict[str, int] = {}
        """Paths of which so many bytes come, and then nothing until `go_on` is set."""
        self.is_held = threading.Event()
        self.go_on = threading.Event()
        self.endless: set[str] = set()
        """Paths that are told as they are, and sent in chunks that do not stop before the client leaves."""
        self.leads_to: dict[str, str] = {}
        """What is redirected, by its whole path, and where to."""
        self.shifts_ranges = False
        """Whether another piece is sent than is asked for."""
        self.serves_ranges = True
        self.heeds_if_range = True
        """Whether a piece is sent only of the version that was asked for."""
        self.status: int | None = None
        """What every request is answered with, where it is set."""
        self.asks_wait_s: int | None = None
        """What every request for bytes is told to wait, where it is set."""
        self._servers = [_Server(self, _Hub), _Server(self, _Content)]
        self._threads = [threading.Thread(target=one.serve_forever, args=(0.02,)) for one in self._servers]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.go_on.set()
        for server, thread in zip(self._servers, self._threads, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()

    @property
    def endpoint(self) -> str:
        """For HF_ENDPOINT."""
        return f"http://127.0.0.1:{self._servers[0].server_port}"

    @property
    def content(self) -> str:
        """The origin of large files, and of `/plain/REPO/PATH`, which any client may fetch."""
        return f"http://127.0.0.1:{self._servers[1].server_port}"

    def add(
        self, name: str, files: Mapping[str, bytes | Path], *, is_gated: bool = False, is_private: bool = False
    ) -> str:
        """Put a commit at the tip of a repository's `main`; returns it."""
        content = {path: raw if isinstance(raw, bytes) else raw.read_bytes() for path, raw in files.items()}
        repository = self.repositories.setdefault(name, Repository(is_gated=is_gated, is_private=is_private))
        digest = hashlib.sha1(f"{name}{len(repository.commits)}".encode())
        for path, raw in sorted(content.items()):
            digest.update(path.encode() + hashlib.sha256(raw).digest())
        commit = digest.hexdigest()
        repository.commits[commit] = content
        repository.branches["main"] = commit
        return commit

    def fetched(self) -> list[str]:
        """Paths whose bytes were asked for."""
        return [path for method, path, _ in self.asked if method == "GET" and "/api/" not in path]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, mirror: HubMirror, handler: type[_Handler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.mirror = mirror

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left is no error of the mirror."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def mirror(self) -> HubMirror:
        assert isinstance(self.server, _Server)
        return self.server.mirror

    @property
    def token(self) -> str | None:
        return (self.headers.get("authorization") or "").removeprefix("Bearer ") or None

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written to the terminal."""

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def _answer(self) -> None:
        path = unquote(urlsplit(self.path).path)
        self.mirror.asked.append((self.command, path, self.token is not None))
        if self.mirror.status is not None:
            self.say(self.mirror.status, {})
        elif self.mirror.asks_wait_s is not None and self.command == "GET" and "/api/" not in path:
            self.say(429, {"Retry-After": str(self.mirror.asks_wait_s)})
        elif path in self.mirror.leads_to:
            self.say(302, {"Location": self.mirror.leads_to[path]})
        else:
            self.answer(path)

    def answer(self, path: str) -> None:
        raise NotImplementedError

    def say(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def refuse(self, status: int, code: str, message: str) -> None:
        self.say(status, {"X-Error-Code": code, "X-Error-Message": message}, json.dumps({"error": message}).encode())

    def send(self, raw: bytes, path: str, headers: Mapping[str, str]) -> None:
        """Content, whole or from where it is asked for, with whatever misbehaviour is set for it."""
        if path in self.mirror.endless and self.command == "GET":
            self._send_for_ever()
            return
        begin, end = 0, len(raw)
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
        if_range = self.headers.get("If-Range")
        is_same = if_range in (None, headers.get("ETag")) or not self.mirror.heeds_if_range
        is_range = asked is not None and self.mirror.serves_ranges and is_same
        if self.command == "GET" and asked is not None:
            self.mirror.ranges.append(asked[0])
        if is_range and asked is not None:
            begin, end = int(asked[1]), min(end, int(asked[2]) + 1) if asked[2] else end
            if begin >= len(raw):
                self.say(416, {"Content-Range": f"bytes */{len(raw)}"})
                return
        if self.mirror.shifts_ranges:
            begin = min(begin + 1, end - 1)
        self.send_response(206 if is_range else 200)
        more = {"Content-Range": f"bytes {begin}-{end - 1}/{len(raw)}"} if is_range else {}
        for name, value in {**headers, **more, "Content-Length": str(end - begin), "Accept-Ranges": "bytes"}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self._send_bytes(raw, path, begin, end)

    def _send_for_ever(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(_MOST_CHUNKS):
            self.wfile.write(b"%x\r\n%s\r\n" % (_BLOCK, bytes(_BLOCK)))
        self.wfile.write(b"0\r\n\r\n")  # for a client that takes it all, so that its test ends

    def _send_bytes(self, raw: bytes, path: str, begin: int, end: int) -> None:
        mirror = self.mirror
        if path in mirror.flips:
            raw = raw[: len(raw) // 2] + bytes([raw[len(raw) // 2] ^ 1]) + raw[len(raw) // 2 + 1 :]
        stop = mirror.cuts.pop(path, None)
        hold = mirror.holds.get(path)
        for at in range(begin, end, _BLOCK):
            if hold is not None and at >= hold and not mirror.go_on.is_set():
                self.wfile.flush()
                mirror.is_held.set()
                mirror.go_on.wait(30)
            if stop is not None and at >= stop:
                self.close_connection = True
                self.connection.shutdown(2)
                return
            self.wfile.write(raw[at : min(at + _BLOCK, end)])


class _Hub(_Handler):
    """The hub itself: `/api/models/…`, `/api/whoami-v2`, and `/OWNER/REPO/resolve/REVISION/PATH`."""

    @override
    def answer(self, path: str) -> None:
        if path == "/api/whoami-v2":
            self._whoami()
        elif match := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/(.+))?", path):
            self._info(match[1], match[2] or "main")
        elif match := re.fullmatch(r"/([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(match[1], match[2], match[3])
        else:
            self.say(404, {})

    def _whoami(self) -> None:
        if self.token == TOKEN:
            self.say(200, {"Content-Type": "application/json"}, b'{"type": "user", "name": "tester"}')
        else:
            self.say(401, {"X-Error-Message": "Invalid credentials in Authorization header"})

    def _found(self, name: str, revision: str) -> tuple[Repository, str] | None:
        """The repository and the commit; None once it is answered that there is none."""
        repository = self.mirror.repositories.get(name)
        if self.token not in (None, TOKEN):
            self.refuse(401, "", "Invalid credentials in Authorization header")
        elif repository is None or (repository.is_private and self.token is None):
            self.refuse(404 if self.token else 401, "RepoNotFound", "Repository not found")
        elif (commit := repository.branches.get(revision, revision)) not in repository.commits:
            self.refuse(404, "RevisionNotFound", f"Invalid rev id: {revision}")
        else:
            return repository, commit
        return None

    def _info(self, name: str, revision: str) -> None:
        if (found := self._found(name, revision)) is None:
            return
        repository, commit = found
        has_blobs = "blobs" in parse_qs(urlsplit(self.path).query)
        siblings = [_sibling(path, raw, has_blobs=has_blobs) for path, raw in repository.commits[commit].items()]
        told = {
            "_id": "0" * 24,
            "id": name,
            "modelId": name,
            "sha": commit,
            "private": repository.is_private,
            "gated": "manual" if repository.is_gated else False,
            "disabled": False,
            "downloads": 1,
            "likes": 0,
            "tags": ["gguf"],
            "cardData": {"license": repository.licence},
            "siblings": siblings + self.mirror.extra_files,
        }
        self.say(200, {"Content-Type": "application/json"}, json.dumps(told).encode())

    def _resolve(self, name: str, revision: str, path: str) -> None:
        if (found := self._found(name, revision)) is None:
            return
        repository, commit = found
        if repository.is_gated and self.token is None:
            self.refuse(401, "GatedRepo", f"Access to model {name} is restricted.")
            return
        if repository.is_gated and not repository.lets_in:
            self.refuse(403, "GatedRepo", f"Access to model {name} is restricted and you are not in the list.")
            return
        raw = repository.commits[commit].get(path)
        if raw is None:
            self.refuse(404, "EntryNotFound", "Entry not found")
            return
        if path.endswith(_SMALL):
            self.send(raw, path, {"X-Repo-Commit": commit, "ETag": f'"{_blob_id(raw)}"'})
            return
        sha256 = hashlib.sha256(raw).hexdigest()
        self.say(
            302,
            {
                "Location": f"{self.mirror.content}/large/{name}/{commit}/{path}?Signature=signedforthismoment",
                "X-Repo-Commit": commit,
                "X-Linked-Size": str(len(raw)),
                "X-Linked-Etag": f'"{sha256}"',
                "ETag": f'"{sha256[:32]}"',
            },
        )


class _Content(_Handler):
    """Where large files come from: `/large/OWNER/REPO/COMMIT/PATH`, signed, and `/plain/OWNER/REPO/PATH`."""

    @override
    def answer(self, path: str) -> None:
        large = re.fullmatch(r"/large/([^/]+/[^/]+)/([0-9a-f]{40})/(.+)", path)
        plain = re.fullmatch(r"/plain/([^/]+/[^/]+)/(.+)", path)
        if self.token is not None or (large and "Signature=" not in self.path):
            self.say(400, {})
        elif large:
            raw = self.mirror.repositories[large[1]].commits[large[2]][large[3]]
            self.send(raw, large[3], {"ETag": f'"{hashlib.sha256(raw).hexdigest()[:32]}"'})
        elif plain:
            repository = self.mirror.repositories[plain[1]]
            raw = repository.commits[repository.branches["main"]][plain[2]]
            self.send(raw, plain[2], {"ETag": f'"{hashlib.sha256(raw).hexdigest()[:32]}"'})
        else:
            self.say(404, {})


def _sibling(path: str, raw: bytes, *, has_blobs: bool) -> dict[str, object]:
    told: dict[str, object] = {"rfilename": path}
    if not has_blobs:
        return told
    told |= {"size": len(raw), "blobId": _blob_id(raw)}
    if not path.endswith(_SMALL):
        told["lfs"] = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw), "pointerSize": 134}
    return told


def _blob_id(raw: bytes) -> str:
    return hashlib.sha1(f"blob {len(raw)}\0".encode() + raw).hexdigest()
