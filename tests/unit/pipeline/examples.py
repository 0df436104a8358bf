"""Models and conversations that tests of the path vary with `dataclasses.replace`."""

from segue.domain.chat import ChatRequest, ImagePart, Message, ResponseFormat, Role, TextPart, Tool, ToolCall
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ProviderType

PLAIN = ModelCard(ModelRef("cloud", "plain"), ProviderType.CUSTOM_API, data_policy=DataPolicy.NO_TRAINING)
"""Chats, streams and knows system messages; nothing else is known of it."""

BARE = ModelCard(PLAIN.ref, PLAIN.provider_type, frozenset({Capability.CHAT}), needs_alternation=True)
"""Takes the person and the model by turns, and nothing else."""

ABLE = ModelCard(
    PLAIN.ref, PLAIN.provider_type, frozenset(Capability), context_tokens=100_000, data_policy=PLAIN.data_policy
)
"""Can do everything."""

SYSTEM = Message(Role.SYSTEM, "You are a storyteller.")
DOOR = Message(Role.USER, "I open the door.")
SEA = Message(Role.ASSISTANT, "You see the sea.")
NOW = Message(Role.USER, "And now?")
TALK = ChatRequest((SYSTEM, DOOR, SEA, NOW))

LOOK = ToolCall("c1", "look", '{"at": "sea"}')
CALLED = Message(Role.ASSISTANT, "Let me see.", tool_calls=(LOOK,))
RESULT = Message(Role.TOOL, "Waves.", tool_call_id="c1")
TOOLS = (Tool("look", "Looks.", {"type": "object"}),)
PICTURED = Message(Role.USER, (TextPart("Look at this."), ImagePart("https://example.org/sea.png")))
SCENE = ResponseFormat("json_schema", "scene", {"type": "object", "required": ["place"]}, strict=True)
