"""Generated requests against the gateway's own description: no 500, and nothing that the description does not say."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from segue.server.openapi import DOCUMENT
from tests.support.gateway import RunningGateway, scripted, serving, settings_with

EXAMPLES = 40
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
OPERATIONS = [
    result.ok() for result in schemathesis.openapi.from_dict(DOCUMENT).get_all_operations() if isinstance(result, Ok)
]
ABLE = ["chat", "streaming", "system_role", "tools", "images", "json_object", "json_schema", "seed"]
BEYOND_A_SCHEMA = {"max_tokens", "tool_choice", "tool_choice.function.name", "segue.fallbacks"}
"""Fields whose rules speak of other fields, which a schema does not say."""


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway that answers whatever it is asked with one written model."""
    models: dict[str, dict[str, object]] = {
        "plain": {
            "text": "Hello.",
            "in_auto": True,
            "json_text": "{}",
            "capabilities": [
                "chat",
                "streaming",
                "system_role",
                "tools",
                "images",
                "json_object",
                "json_schema",
                "seed",
            ],
        }
    }
    limits = {"max_image_parts": 10_000}  # a schema counts parts by the message, the gateway by the request
    with serving(settings_with(scripted(**models), server=limits), home=tmp_path_factory.mktemp("home")) as running:
        yield running


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_generated_requests_find_no_fault(
    gateway: RunningGateway, operation: APIOperation[Any, Any, Any, Any], mode: GenerationMode
) -> None:
    """Whatever is sent, right or wrong, the answer is as the description says, and never a fault of the gateway."""

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])
    @given(operation.as_strategy(generation_mode=mode))
    def check(case: schemathesis.Case[Any]) -> None:
        response = case.call(base_url=gateway.url, timeout=150)
        case.validate_response(response, checks=CHECKS)

    try:
        check()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # an operation without parameters cannot be called wrongly


def test_requests_as_described_are_taken(gateway: RunningGateway) -> None:
    """Nothing that the description calls right is refused for its form; only whole numbers are written as such."""
    chat = next(operation for operation in OPERATIONS if operation.label.startswith("POST"))

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(chat.as_strategy(generation_mode=GenerationMode.POSITIVE))
    def check(case: schemathesis.Case[Any]) -> None:
        response = case.call(base_url=gateway.url, timeout=150)
        error = response.json()["error"] if response.status_code == 400 else None
        if error is None or error["param"] in BEYOND_A_SCHEMA or "got `float`" in error["message"]:
            return
        body = case.body
        assert isinstance(body, dict)
        assert isinstance(body["segue"], dict)
        # In strict mode every field has to be one that a model understands.
        assert (body["segue"]["strict"], error["param"] in body) == (True, True), error

    check()
