"""A model server whose abilities are chosen: what it does not know it passes over, or refuses, as real ones do.

    with UpstreamThread(Learner) as server:
        server.can = Abilities(tools="calls", seed="refused")

Its model counts: "one two three …", a word a token. It keeps to whatever it can, and shows nothing of what it cannot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from typing_extensions import override

from tests.support.scenes import DONE, Scene, chunk, event, refusal, whole
from tests.support.upstream import Asked, Upstream

_COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
_WORDS = tuple(_COUNTED.split())
_LONG = _WORDS * 3
Knows = Literal["yes", "ignored", "refused"]


@dataclass(frozen=True)
class Abilities:
    """What it can do; as it stands here, everything that a good server can."""

    limit_field: str = "max_tokens"
    """The only one that it keeps to."""
    other_limit: Knows = "ignored"
    """What becomes of the other one."""
    streams: bool = True
    stream_options: Knows = "yes"
    system: Knows = "yes"
    stop: Knows = "yes"
    seed: Knows = "yes"
    prefill: Literal["yes", "ignored", "refused", "repeated"] = "yes"
    tools: Literal["yes", "ignored", "refused", "when required"] = "yes"
    json_object: Knows = "yes"
    json_schema: Knows = "yes"
    tells_usage: bool = True
    thinks: bool = False
    """True: its few tokens are all thought, and no word comes."""
    key: str | None = None
    """The key that it wants; None: none."""
    shows_list: Literal["to all", "with a key", "nobody", "page"] = "to all"


class Learner(Upstream):
    """The server. Its list has one model, `small`; its API is under `/v1` alone."""

    def __init__(self) -> None:
        super().__init__()
        self.can = Abilities()
        self.pages: dict[str, Scene] = {}
        """Answers to other paths."""
        self._number = 0

    @override
    def scene_for(self, asked: Asked) -> Scene:
        if self.next_scenes:
            return self.next_scenes.pop(0)
        if (page := self.pages.get(asked.path)) is not None:
            return page
        if not asked.path.startswith("/v1/"):
            return refusal(404, {"message": "not found"})
        has_key = self.can.key in (None, asked.headers.get("authorization", "").removeprefix("Bearer "))
        if asked.path == "/v1/models":
            return self._list(has_key=has_key)
        return self._chat(asked.body) if has_key else _NO_KEY

    def _list(self, *, has_key: bool) -> Scene:
        shows = self.can.shows_list
        if shows == "page":
            return Scene((b"<html>Welcome</html>",), content_type="text/html")
        if shows == "nobody":
            return refusal(404, {"message": "not found"})
        if shows == "with a key" and not has_key:
            return _NO_KEY
        listed = {"object": "list", "data": [{"id": "small", "max_model_len": 4096}]}
        return Scene((json.dumps(listed).encode(),), content_type="application/json")

    def _chat(self, body: Mapping[str, object]) -> Scene:
        if body.get("model") != "small":
            return refusal(404, {"message": "no such model", "code": "model_not_found"})
        if (refused := self._refused(body)) is not None:
            said = {"message": f"Unsupported parameter: '{refused}'", "param": refused, "code": "unsupported_parameter"}
            return refusal(400, said)
        text, reason, calls = self._said(body)
        return self._told(body, text, reason, calls)

    def _refused(self, body: Mapping[str, object]) -> str | None:
        """The first thing in a request that is answered with an error."""
        can, roles = self.can, [message["role"] for message in _messages(body)]
        form = _form(body)
        other = ({"max_tokens", "max_completion_tokens"} - {can.limit_field}).pop()
        wrong = {
            other: can.other_limit == "refused" and other in body,
            "stream_options": can.stream_options == "refused" and "stream_options" in body,
            "messages": (can.system == "refused" and "system" in roles)
            or (can.prefill == "refused" and roles[-1] == "assistant"),
            "stop": can.stop == "refused" and "stop" in body,
            "seed": can.seed == "refused" and "seed" in body,
            "tools": can.tools == "refused" and "tools" in body,
            "response_format": (form == "json_object" and can.json_object == "refused")
            or (form == "json_schema" and can.json_schema == "refused"),
        }
        return next((name for name, is_wrong in wrong.items() if is_wrong), None)

    def _said(self, body: Mapping[str, object]) -> tuple[str, str, list[object]]:
        """What it says, why it ends, and what it wants called."""
        can = self.can
        if can.thinks:
            return "", "length", []
        if "tools" in body and (
            can.tools == "yes" or (can.tools, body.get("tool_choice")) == ("when required", "required")
        ):
            function = {"name": "look_up_weather", "arguments": '{"city": "Paris"}'}
            return "", "tool_calls", [{"index": 0, "id": "call_a", "type": "function", "function": function}]
        form = _form(body)
        if form == "json_object" and can.json_object == "yes":
            return '{"colour": "blue"}', "stop", []
        if form == "json_schema" and can.json_schema == "yes":
            return '{"qx7": 3}', "stop", []
        return (*self._counted(body), [])

    def _counted(self, body: Mapping[str, object]) -> tuple[str, str]:
        can, words = self.can, list(_LONG)
        last = _messages(body)[-1]
        if last["role"] == "assistant" and can.prefill in ("yes", "repeated"):
            words = words[3:]
        if "seed" in body and can.seed == "ignored":
            self._number += 1
            words = [str(self._number), *words]
        limit = body.get(can.limit_field)
        text, reason = " ".join(words[:limit] if isinstance(limit, int) else words), "length"
        stops = body.get("stop")
        if isinstance(stops, Sequence) and can.stop == "yes":
            ends = [place for stop in stops if (place := text.find(str(stop))) >= 0]
            if ends:
                text, reason = text[: min(ends)], "stop"
        if last["role"] == "assistant" and can.prefill == "repeated" and not body.get("stream"):
            text = f"{last['content']} {text}"
        return text, reason

    def _told(self, body: Mapping[str, object], text: str, reason: str, calls: list[object]) -> Scene:
        usage = self._usage(body, text) if self.can.tells_usage else None
        message: dict[str, object] = {"tool_calls": calls} if calls else {}
        if not (body.get("stream") and self.can.streams):
            answer = json.loads(whole(text or None, finish_reason=reason, **message))
            answer["usage"] = usage
            return Scene((json.dumps(answer).encode(),), content_type="application/json")
        events = [event(chunk(delta={"role": "assistant", "content": text, **message}))]
        events.append(event(chunk(delta={}, finish_reason=reason)))
        if usage and "stream_options" in body and self.can.stream_options == "yes":
            events.append(event({"choices": [], "usage": usage}))
        return Scene((*events, DONE))

    def _usage(self, body: Mapping[str, object], text: str) -> Mapping[str, int]:
        read = [m for m in _messages(body) if m["role"] != "system" or self.can.system == "yes"]
        prompt = sum(len(str(message["content"]).split()) for message in read)
        spoken = 8 if self.can.thinks else len(text.split())
        return {"prompt_tokens": prompt, "completion_tokens": spoken, "total_tokens": prompt + spoken}


_NO_KEY = refusal(401, {"message": "Incorrect API key provided", "code": "invalid_api_key"})


def _messages(body: Mapping[str, object]) -> list[dict[str, object]]:
    messages = body["messages"]
    assert isinstance(messages, list)
    return messages


def _form(body: Mapping[str, object]) -> str:
    form = body.get("response_format")
    return str(form["type"]) if isinstance(form, dict) else "text"
