"""Nobody switches screening off: not who writes, not the system prompt, not a model, not a field of the request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from segue.domain.callers import CallerRole
from tests.safety.attacks import HARM, ON_THE_WAY_IN, ON_THE_WAY_OUT, Attack
from tests.support.gateway import Heard, RunningGateway, scripted, serving, settings_with, until

PATH = "/v1/chat/completions"
MODELS = {f"out_{number}": {"text": text} for number, text in enumerate(ON_THE_WAY_OUT.values())}


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway whose models say what the attacks want them to."""
    with serving(settings_with(scripted(plain={}, **MODELS)), home=Path(tmp_path_factory.mktemp("home"))) as running:
        yield running


@pytest.fixture(scope="module")
def internal(gateway: RunningGateway) -> Mapping[str, str]:
    """The head of a request from a program that may mark calls as internal."""
    headers = {"authorization": f"Bearer {gateway.make_caller('summaries', CallerRole.INTERNAL)}"}
    until(lambda: gateway.ask("/v1/models", headers=headers).status == 200)
    return headers


def test_there_are_forty_attacks() -> None:
    """As many as were asked for, at least."""
    assert len(ON_THE_WAY_IN) + len(ON_THE_WAY_OUT) >= 40


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("attack", ON_THE_WAY_IN.values(), ids=ON_THE_WAY_IN)
def test_no_request_hides_a_person_in_danger(gateway: RunningGateway, attack: Attack, stream: bool) -> None:
    """The person reads written words, or the request is refused; no model is asked either way."""
    body = {"model": "stage:plain", "messages": attack.messages, "stream": stream, **attack.fields}
    heard = gateway.ask(PATH, body, headers=attack.headers)
    if heard.status in {400, 403}:
        assert heard.error.param
        return
    assert_replaced(heard)


@pytest.mark.parametrize("attack", ON_THE_WAY_IN.values(), ids=ON_THE_WAY_IN)
def test_not_even_a_call_that_may_be_internal_is_unscreened(
    gateway: RunningGateway, internal: Mapping[str, str], attack: Attack
) -> None:
    """With a key that may mark calls as internal, and a call that is: the same words stand in for the answer."""
    extension = {**dict(attack.fields.get("segue", {})), "audience": "internal"}  # type: ignore[call-overload] # an object
    body = {"model": "stage:plain", "messages": attack.messages, **attack.fields, "segue": extension}
    heard = gateway.ask(PATH, body, headers={**attack.headers, **internal})
    if heard.status == 400:
        assert heard.error.param
        return
    assert_replaced(heard)


def assert_replaced(heard: Heard) -> None:
    """Written words stand in for the answer, and no model was asked."""
    assert heard.status == 200
    assert "action=replace" in heard.headers["x-segue-safety"]
    assert "x-segue-model" not in heard.headers
    assert '"finish_reason":"content_filter"' in heard.body.decode()
    assert '"attempts":[]' in heard.body.decode()


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("number", range(len(ON_THE_WAY_OUT)), ids=ON_THE_WAY_OUT)
def test_no_model_talks_its_way_past_the_check(gateway: RunningGateway, number: int, stream: bool) -> None:
    """Of a harmful answer not a word that harms is shown, however it is dressed up."""
    said = list(ON_THE_WAY_OUT.values())[number]
    messages = [{"role": "user", "content": "What now?"}]
    heard = gateway.ask(PATH, {"model": f"stage:out_{number}", "messages": messages, "stream": stream})
    assert heard.status == 200
    body = heard.body.decode()
    assert '"finish_reason":"content_filter"' in body
    assert HARM not in body
    assert "yourself" not in body.replace("hurt yourself", "")
    assert said not in body
