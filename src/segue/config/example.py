"""The example file: every setting with its default and what it is for, made from the settings tree."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from segue.config.meanings import meanings
from segue.config.settings import Settings

_HEAD = """\
# Settings of Segue. All of them are optional; what stands here are the defaults.
# ${NAME} is filled in from the environment, ${NAME:-default} with a default.
# SEGUE__SERVER__PORT=9000 in the environment overrides server.port, and so on.
# Check this file with: segue config validate
"""
_EXAMPLES = {
    "providers": """\
#   openrouter:
#     type: openrouter
#     key: ${OPENROUTER_API_KEY}
#     options:
#       models:
#         meta-llama/llama-3.3-70b-instruct:
#   local:
#     type: local
""",
    "routes": """\
#   story:
#     models: ["openrouter:meta-llama/llama-3.3-70b-instruct", "local:smollm2"]
#     privacy: no_training
""",
    "fallbacks": """\
#   "openrouter:meta-llama/llama-3.3-70b-instruct": ["local:smollm2"]
""",
    "limits": """\
#   - scope: caller
#     requests_per_minute: 60
#     tokens_per_minute: 100000
#     concurrent: 8
#   - scope: provider
#     name: openrouter
#     requests_per_minute: 20
""",
}
"""What an entry looks like, where the default is to have none."""


def example_yaml() -> str:
    """The text of the file; reading it gives the default settings."""
    return _HEAD + "".join(_section(Settings, indent=""))


def _section(section: type[BaseModel], *, indent: str) -> Iterator[str]:
    words = meanings(section)
    for name, field in section.model_fields.items():
        if not indent:
            yield "\n"
        yield from _comment(field, words[name], indent)
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield f"{indent}{name}:\n"
            yield from _section(kind, indent=f"{indent}  ")
        else:
            yield f"{indent}{name}: {_value(field)}\n"
            yield _EXAMPLES.get(name, "") if not indent else ""


def _comment(field: FieldInfo, meaning: str, indent: str) -> Iterator[str]:
    kind = field.annotation
    words = meaning or (kind.__doc__ if isinstance(kind, type) else None) or ""
    for line in wrap(" ".join(words.split()), 110 - len(indent)):
        yield f"{indent}# {line}\n"


def _value(field: FieldInfo) -> str:
    default = field.get_default(call_default_factory=True)
    plain = list(default) if isinstance(default, tuple) else default
    if plain is not None and not isinstance(plain, bool | int | float | list | dict):
        plain = str(plain)
    return yaml.safe_dump(plain, default_flow_style=True, width=1000).removesuffix("\n...\n").strip()
