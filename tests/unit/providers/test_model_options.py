"""What a configuration says of a model becomes its card."""

from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRef, ProviderType
from segue.providers.model_options import ModelOptions, card


def card_of(**said: object) -> ModelCard:
    ref = ModelRef("cloud", "x")
    return card(ModelOptions.model_validate(said), ref, ProviderType.CUSTOM_API, data_policy=DataPolicy.UNKNOWN)


def test_a_model_knows_system_messages_and_any_order_unless_it_is_said_not_to() -> None:
    """Most models take system messages and any order of roles, and a configuration says which do not. Covers R5.5."""
    usual, narrow = card_of(), card_of(system_role=False, strict_alternation=True, capabilities=["tools"])

    assert Capability.SYSTEM_ROLE in usual.capabilities
    assert not usual.needs_alternation
    assert narrow.capabilities == frozenset({Capability.CHAT, Capability.STREAMING, Capability.TOOLS})
    assert narrow.needs_alternation
