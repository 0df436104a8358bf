"""`/openapi.json` and `/docs`: the description for programs, and the same as a page without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import escape
from typing import Final

import msgspec

from segue.server.openapi import DOCUMENT
from segue.server.wire import Incoming, respond

_HTML = (
    (b"content-type", b"text/html; charset=utf-8"),
    (b"content-security-policy", b"default-src 'none'; style-src 'unsafe-inline'"),
)
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2430}"
    "h2{margin-top:2.5rem;font-size:1.15rem}code,pre{font:14px/1.45 ui-monospace,monospace}"
    "table{border-collapse:collapse;width:100%}"
    "td,th{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #d5dbe3}"
    "pre{background:#f4f6f9;padding:1rem;overflow:auto}"
)
_CODE: Final = re.compile(r"`([^`]+)`")


class _Answer(msgspec.Struct):
    description: str


class _Operation(msgspec.Struct):
    summary: str
    responses: dict[str, _Answer]
    description: str = ""


class _Path(msgspec.Struct):
    get: _Operation | None = None
    post: _Operation | None = None


class _Info(msgspec.Struct):
    title: str
    version: str
    description: str


class _Components(msgspec.Struct):
    schemas: dict[str, object]


class _Document(msgspec.Struct):
    info: _Info
    paths: dict[str, _Path]
    components: _Components


async def openapi(request: Incoming) -> None:
    """The OpenAPI document."""
    await respond(request.send, _json())


async def page(request: Incoming) -> None:
    """The reference page."""
    await respond(request.send, _page(), headers=_HTML)


@cache
def _json() -> bytes:
    return msgspec.json.encode(DOCUMENT)


@cache
def _page() -> bytes:
    document = msgspec.json.decode(_json(), type=_Document)
    title = f"{escape(document.info.title)} {escape(document.info.version)}"
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    opening = f"<h1>{title}</h1><p>{_words(document.info.description)}</p>"
    link = '<p>For programs: <a href="/openapi.json">openapi.json</a></p>'
    body = "".join((opening, link, *_operations(document), *_schemas(document)))
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'.encode()


def _operations(document: _Document) -> Iterator[str]:
    for path, methods in document.paths.items():
        for method, operation in (("GET", methods.get), ("POST", methods.post)):
            if operation is None:
                continue
            yield f"<h2><code>{method} {escape(path)}</code></h2><p>{_words(operation.summary)}. "
            yield f"{_words(operation.description)}</p><table><tr><th>Status</th><th>Meaning</th></tr>"
            for status, answer in operation.responses.items():
                yield f"<tr><td>{escape(status)}</td><td>{_words(answer.description)}</td></tr>"
            yield "</table>"


def _schemas(document: _Document) -> Iterator[str]:
    for name, schema in document.components.schemas.items():
        shown = msgspec.json.format(msgspec.json.encode(schema), indent=2).decode()
        yield f"<h2>{escape(name)}</h2><pre>{_words(shown)}</pre>"


def _words(text: str) -> str:
    """Text as HTML: what stands in backticks is code."""
    return _CODE.sub(r"<code>\1</code>", escape(text))
