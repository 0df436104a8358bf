"""Bodies of chat requests, for the gateway and the library, which read the same form."""

from __future__ import annotations

HELLO = {"role": "user", "content": "Hello"}

WRONG_FIELDS: list[tuple[dict[str, object], str]] = [
    ({"messages": []}, "messages"),
    ({"messages": [HELLO, HELLO, {"role": "user", "content": 3}]}, "messages[2].content"),
    ({"messages": [{"role": "user"}]}, "messages[0].content"),
    ({"messages": [{"content": "x"}]}, "messages[0].role"),
    ({"messages": [{"role": "narrator", "content": "x"}]}, "messages[0].role"),
    ({"messages": [{"role": "user", "content": []}]}, "messages[0].content"),
    ({"messages": [{"role": "user", "content": [{"type": "video"}]}]}, "messages[0].content[0].type"),
    ({"messages": [{"role": "user", "content": [{"type": "text"}]}]}, "messages[0].content[0].text"),
    (
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "file:///etc"}}]}]},
        "messages[0].content[0].image_url.url",
    ),
    ({"messages": [{"role": "tool", "content": "x"}]}, "messages[0].tool_call_id"),
    (
        {"messages": [{"role": "user", "content": "x", "tool_calls": [{"id": "c", "function": {"name": "f"}}]}]},
        "messages[0].tool_calls",
    ),
    ({"model": ""}, "model"),
    ({"model": 7}, "model"),
    ({"stream": "yes"}, "stream"),
    ({"temperature": 2.5}, "temperature"),
    ({"top_p": -1}, "top_p"),
    ({"max_tokens": 0}, "max_tokens"),
    ({"n": 2}, "n"),
    ({"seed": 2**70}, "seed"),
    ({"stop": [""]}, "stop"),
    ({"stop": [1]}, "stop[0]"),
    ({"tools": [{"type": "function", "function": {}}]}, "tools[0].function.name"),
    ({"tools": [{"type": "retrieval", "function": {"name": "f"}}]}, "tools[0].type"),
    ({"tool_choice": "required"}, "tool_choice"),
    ({"tool_choice": {"type": "function", "function": {"name": "f"}}}, "tool_choice.function.name"),
    ({"response_format": {"type": "json_schema"}}, "response_format.json_schema"),
    ({"response_format": {"type": "xml"}}, "response_format.type"),
    ({"metadata": {"session_id": 5}}, "metadata.session_id"),
    ({"metadata": {"session_id": ""}}, "metadata.session_id"),
    ({"segue": {"sound": "loud"}}, "segue.sound"),
    ({"segue": {"task": "dancing"}}, "segue.task"),
    ({"segue": {"on_failure": "cry"}}, "segue.on_failure"),
    ({"segue": {"on_failure": ["reply"]}}, "segue.on_failure"),
    ({"segue": {"fallbacks": "local:small"}}, "segue.fallbacks"),
    ({"segue": {"fallbacks": [7]}}, "segue.fallbacks[0]"),
    ({"segue": {"persona": 5}}, "segue.persona"),
    ({"segue": {"country": 49}}, "segue.country"),
    ({"segue": {"country": "UK"}}, "segue.country"),
    ({"segue": {"language": 1}}, "segue.language"),
    ({"segue": {"language": "english"}}, "segue.language"),
    ({"segue": {"persona": "x" * 4_001}}, "segue.persona"),
]
"""Fields that are wrong, each with what the refusal has to name."""

EVERY_FIELD: dict[str, object] = {
    "messages": [
        {"role": "developer", "content": "Be brief."},
        {
            "role": "user",
            "name": "Ada",
            "content": [
                {"type": "text", "text": "Look"},
                {"type": "image_url", "image_url": {"url": "https://example.org/a.png", "detail": "low"}},
            ],
        },
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {"id": "c1", "type": "function", "function": {"name": "look", "arguments": '{"at": "sea"}'}}
            ],
        },
        {"role": "tool", "content": "Waves.", "tool_call_id": "c1"},
    ],
    "model": "local:x",
    "stream": True,
    "stream_options": {"include_usage": True},
    "max_completion_tokens": 5,
    "temperature": 0.5,
    "top_p": 0.9,
    "n": 1,
    "stop": ["END"],
    "seed": 7,
    "presence_penalty": 1,
    "frequency_penalty": -1,
    "tools": [
        {
            "type": "function",
            "function": {"name": "look", "description": "Looks.", "parameters": {"type": "object"}, "strict": True},
        }
    ],
    "tool_choice": {"type": "function", "function": {"name": "look"}},
    "parallel_tool_calls": False,
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "scene", "schema": {"type": "object"}, "strict": True},
    },
    "metadata": {"session_id": "m", "other": 3},
    "segue": {
        "waiting": True,
        "strict": True,
        "task": "world_building",
        "privacy": "local_only",
        "persona": "An old keeper.",
        "on_failure": "reply",
        "fallbacks": ["local:small"],
    },
    "top_k": 3,
    "user": None,
}
"""A body in which every field stands."""
