"""Segue manages the language models behind therapeutic conversations.

    async with segue.open() as models:
        async for piece in models.chat("Tell me about the harbour."):
            ...

Importing it is cheap: what a name needs is loaded when the name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from segue.version import __version__

if TYPE_CHECKING:
    from segue.app import ModelManager, ask, open  # noqa: A004 - `segue.open()` reads as what it does
    from segue.config.load import load_settings
    from segue.config.settings import Settings
    from segue.domain.chat import (
        ChatRequest,
        ImagePart,
        Message,
        ResponseFormat,
        Role,
        TextDelta,
        TextPart,
        Tool,
        ToolCall,
        ToolCallDelta,
        Usage,
    )
    from segue.domain.models import Capability, ModelCard, ModelRef, Privacy, ProviderType, SafetyLevel, TaskType
    from segue.errors import AllModelsFailed, ConfigError, NoModelFits, ProviderError, RequestError, SegueError
    from segue.machine.monitor import SystemResourceMonitor
    from segue.pipeline.turn.reply import Reply
    from segue.pipeline.turn.turns import TurnFinished, TurnStarted, TurnWaiting

_HOMES = {
    "segue.app": ("ModelManager", "ask", "open"),
    "segue.config.load": ("load_settings",),
    "segue.config.settings": ("Settings",),
    "segue.domain.chat": (
        "ChatRequest", "ImagePart", "Message", "ResponseFormat", "Role", "TextDelta", "TextPart", "Tool", "ToolCall",
        "ToolCallDelta", "Usage",
    ),
    "segue.domain.models": (
        "Capability", "ModelCard", "ModelRef", "Privacy", "ProviderType", "SafetyLevel", "TaskType",
    ),
    "segue.errors": (
        "AllModelsFailed", "ConfigError", "NoModelFits", "ProviderError", "RequestError", "SegueError",
    ),
    "segue.machine.monitor": ("SystemResourceMonitor",),
    "segue.pipeline.turn.reply": ("Reply",),
    "segue.pipeline.turn.turns": ("TurnFinished", "TurnStarted", "TurnWaiting"),
}  # fmt: skip
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "AllModelsFailed",
    "Capability",
    "ChatRequest",
    "ConfigError",
    "ImagePart",
    "Message",
    "ModelCard",
    "ModelManager",
    "ModelRef",
    "NoModelFits",
    "Privacy",
    "ProviderError",
    "ProviderType",
    "Reply",
    "RequestError",
    "ResponseFormat",
    "Role",
    "SafetyLevel",
    "SegueError",
    "Settings",
    "SystemResourceMonitor",
    "TaskType",
    "TextDelta",
    "TextPart",
    "Tool",
    "ToolCall",
    "ToolCallDelta",
    "TurnFinished",
    "TurnStarted",
    "TurnWaiting",
    "Usage",
    "__version__",
    "ask",
    "load_settings",
    "open",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for."""
    module = _HOME_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'segue' has no attribute '{name}'")
    value: object = getattr(import_module(module), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
