"""Models and turns that tests vary with `dataclasses.replace`."""

from decimal import Decimal

from segue.domain.choice import LatencyClass, Sensitivity, TaskProfile
from segue.domain.models import DataPolicy, ModelCard, ModelRef, ModelRequirements, ProviderType, TaskType
from segue.domain.money import FREE, Price

CLOUD = ModelCard(
    ref=ModelRef("cloud", "large"),
    provider_type=ProviderType.CUSTOM_API,
    context_tokens=8_000,
    price=Price(Decimal(1), Decimal(4)),
    data_policy=DataPolicy.NO_TRAINING,
)
"""A paid model elsewhere that qualifies for TURN."""

LOCAL = ModelCard(
    ref=ModelRef("local", "small"),
    provider_type=ProviderType.LOCAL,
    context_tokens=4_000,
    price=FREE,
    data_policy=DataPolicy.LOCAL,
)
"""A free model on this machine that qualifies for TURN."""

TURN = TaskProfile(
    task=TaskType.GENERAL_CHAT,
    language="en",
    input_tokens=1_000,
    output_tokens=500,
    latency=LatencyClass.INTERACTIVE,
    sensitivity=Sensitivity.ORDINARY,
    requirements=ModelRequirements(context_tokens=1_500),
)
"""An ordinary turn that a person reads along with."""
