"""A model server that gives back what it was told, in every place of an answer in which nobody expects it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from typing_extensions import override

from tests.support.scenes import DONE, ROLE, STOP, Scene, chunk, event, refusal, whole, words
from tests.support.upstream import Asked, Upstream

HARM = "You should just kill yourself tonight."


def _tool(said: str, arguments: str) -> Scene:
    call = {"index": 0, "id": f"call_{said[:30]}", "type": "function", "function": {"name": "look"}}
    call["function"] = {"name": "look", "arguments": arguments}
    shown = [{key: value for key, value in call.items() if key != "index"}]
    streamed = (ROLE, event(chunk(delta={"tool_calls": [call]})), event(chunk(delta={}, finish_reason="tool_calls")))
    return Scene((*streamed, DONE), whole=whole(None, finish_reason="tool_calls", tool_calls=shown))


def _body(said: str, status: int = 200, kind: str = "application/json") -> Scene:
    return Scene((said.encode(),), status, kind)


WAYS: Mapping[str, Callable[[str], Scene]] = {
    "well": lambda said: Scene((ROLE, *words(said[:40], said[40:]), STOP, DONE), whole=whole(said)),
    "harmful": lambda said: Scene((ROLE, *words(f"{said} ", HARM), STOP, DONE), whole=whole(f"{said} {HARM}")),
    "tool": lambda said: _tool(said, json.dumps({"at": said})),
    "harmful-tool": lambda said: _tool(said, json.dumps({"at": f"{said} {HARM}"})),
    "broken-tool": lambda said: _tool(said, f'{{"at": "{said}'),
    "refused-400": lambda said: refusal(400, {"message": said, "type": said, "code": said, "param": said}),
    "refused-401": lambda said: refusal(401, {"message": f"Incorrect API key provided: {said}", "code": said}),
    "refused-403": lambda said: refusal(403, {"message": said, "code": "moderation", "metadata": {"reasons": [said]}}),
    "refused-404": lambda said: refusal(404, {"message": said, "code": "model_not_found"}),
    "refused-413": lambda said: refusal(413, {"message": said, "type": "tokens"}),
    "refused-422": lambda said: _body(json.dumps({"detail": [{"loc": ["body"], "msg": said, "input": said}]}), 422),
    "refused-429": lambda said: refusal(429, {"message": said}, Retry_After=said.replace("\n", " ")[:60]),
    "refused-500": lambda said: refusal(500, {"message": said}),
    "refused-503": lambda said: _body(said, 503, "text/plain"),
    "page": lambda said: _body(f"<html>{said}</html>", 200, "text/html"),
    "kind": lambda said: _body(said, 200, f"text/{said.split()[0]}"),
    "moved": lambda said: Scene(status=307, headers={"Location": f"http://127.0.0.1:9/{said.split()[0]}"}),
    "malformed": lambda said: Scene(
        (ROLE, b'data: {"choices": [{"del' + said.encode() + b"\n\n", DONE), whole=b"{" + said.encode()
    ),
    "shape": lambda said: Scene((event({"choices": said}), DONE), whole=json.dumps({"choices": said}).encode()),
    "in-band": lambda said: Scene(
        (event({"error": {"message": said, "code": said}}), DONE), whole=json.dumps({"error": said}).encode()
    ),
    "after-words": lambda said: Scene((ROLE, *words(said), event({"error": {"message": said}}), DONE)),
    "cut": lambda said: Scene((ROLE, *words(said)), end="close", whole=whole(said)[:-20]),
    "reason": lambda said: Scene(
        (ROLE, *words("Yes."), event(chunk(delta={}, finish_reason=said)), DONE),
        whole=whole("Yes.", finish_reason=said),
    ),
    "role": lambda said: Scene((event(chunk(delta={"role": said, "content": 7})), DONE), whole=whole("x", role=[said])),
    "event": lambda said: Scene(
        (f"event: {said}\nid: {said}\nretry: {said}\n\n".encode(), ROLE, b"data: " + said.encode() + b"\n\n")
    ),
}  # fmt: skip
"""By the name of the model that is asked."""


class Parrot(Upstream):
    """The server: what it says holds the whole request, the key among it."""

    @override
    def scene_for(self, asked: Asked) -> Scene:
        model = str(asked.body.get("model"))
        told = f"{asked.headers.get('authorization', '')} {asked.raw.decode()}"
        quoted = json.dumps(told)[1:-1] if model in {"broken-tool", "malformed", "event"} else told
        return WAYS[model](quoted.replace("\n", " ")) if model in WAYS else super().scene_for(asked)
