"""Two servers behind the gateway: when the first refuses the second answers, and it is said why."""

import json
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from segue.config.settings import Settings
from tests.support.gateway import Heard, RunningGateway, serving
from tests.support.product import SEGUE
from tests.support.scenes import TEXT
from tests.support.upstream import Upstream, UpstreamThread

REFUSALS = {"closed": "unreachable", "500": "provider_fault", "429": "rate_limited", "503": "overloaded"}
"""How the first server refuses, and the attempt's code."""
ASKED_TWICE = {"500": 2}
"""What may pass in a moment is tried once more before the second server is."""


@pytest.fixture(scope="module")
def closed_port() -> Iterator[int]:
    """A port that nobody listens on: bound, so that nobody else can take it meanwhile."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Upstream, Upstream]]:
    """Two model servers."""
    with UpstreamThread() as first, UpstreamThread() as second:
        yield first, second


@pytest.fixture(scope="module")
def config(servers: tuple[Upstream, Upstream], closed_port: int) -> dict[str, object]:
    """Settings with both servers, one that is not there, and a route for each way to refuse."""
    first, second = servers
    options = {"data_policy": "no_training", "models": {"500": {}, "429": {}, "503": {}, "well": {}}}
    gone = {"base_url": f"http://127.0.0.1:{closed_port}/v1", "data_policy": "no_training", "models": {"closed": {}}}
    return {
        "providers": {
            "gone": {"type": "openai_compatible", "options": gone},
            "first": {"type": "openai_compatible", "options": {**options, "base_url": first.base_url}},
            "second": {"type": "openai_compatible", "options": {**options, "base_url": second.base_url}},
        },
        "fallback": {"retry_share": 1},
        "routes": {
            **{f"after-{name}": {"models": [first_of(name), "second:well"]} for name in REFUSALS},
            "none": {"models": [first_of(name) for name in REFUSALS]},
        },
        "server": {"port": 0, "stop_s": 5},
    }


@pytest.fixture(scope="module")
def gateway(config: dict[str, object], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway over them."""
    with ExitStack() as stack:
        yield stack.enter_context(serving(Settings.model_validate(config), home=tmp_path_factory.mktemp("home")))


def first_of(refusal: str) -> str:
    return "gone:closed" if refusal == "closed" else f"first:{refusal}"


def text_of(heard: Heard) -> str:
    if heard.body.startswith(b"{"):
        return str(json.loads(heard.body)["choices"][0]["message"]["content"])
    chunks = (json.loads(event) for event in heard.events[:-1])
    return "".join(choice["delta"].get("content") or "" for chunk in chunks for choice in chunk["choices"])


def attempts_of(heard: Heard) -> list[tuple[str, str | None]]:
    """Who was asked and what came of it, as the answer's `segue` field says."""
    told = json.loads(heard.body if heard.body.startswith(b"{") else heard.events[-2])["segue"]
    assert all(attempt["reason"] for attempt in told["attempts"] if attempt["code"])
    return [(attempt["model"], attempt["code"]) for attempt in told["attempts"]]


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("refusal", REFUSALS)
def test_second_server_answers_when_the_first_refuses(gateway: RunningGateway, refusal: str, stream: bool) -> None:
    """The client reads the second server's words once and whole, and the answer says why. Covers R2.3, R5.3."""
    gateway.wake_everybody()
    heard = gateway.chat("Tell me more.", model=f"after-{refusal}", stream=stream)
    assert (heard.status, text_of(heard), heard.headers["x-segue-model"]) == (200, TEXT, "second:well")
    refused = [(first_of(refusal), REFUSALS[refusal])] * ASKED_TWICE.get(refusal, 1)
    assert attempts_of(heard) == [*refused, ("second:well", None)]


@pytest.mark.parametrize("stream", [True, False])
def test_every_server_refusing_is_one_error_with_each_reason(gateway: RunningGateway, stream: bool) -> None:
    """An official client reads the error, and a program reads what each server said. Covers R5.4."""
    gateway.wake_everybody()
    heard = gateway.chat("Tell me more.", model="none", stream=stream)
    assert (heard.status, heard.error.type, heard.error.code, heard.error.param) == (
        502,
        "api_error",
        "all_models_failed",
        None,
    )
    attempts = heard.error.segue["attempts"]
    assert isinstance(attempts, list)
    assert [(a["model"], a["code"], a["status"]) for a in attempts] == [
        ("gone:closed", "unreachable", None),
        ("first:500", "provider_fault", 500),
        ("first:500", "provider_fault", 500),
        ("first:429", "rate_limited", 429),
        ("first:503", "overloaded", 503),
    ]
    assert all(a["reason"] and a["code"] in heard.error.message for a in attempts)


def test_no_word_of_a_server_or_of_the_person_is_in_the_error(gateway: RunningGateway) -> None:
    """What servers write into their errors may quote the person: it goes no further."""
    body = gateway.chat("The pelican is mine.", model="none").body
    assert [word for word in (b"secret", b"pelican", b"content policy") if word in body] == []


def test_explain_tells_the_order_and_why(config: dict[str, object], tmp_path: Path) -> None:
    """`segue models explain` names the route's models in the order in which they are asked, each with its reasons.
    Covers R2.2."""
    (tmp_path / "segue.yaml").write_text(json.dumps(config))
    command = [*SEGUE, "models", "explain", "--config", str(tmp_path / "segue.yaml"), "--model", "after-500", "--json"]
    done = subprocess.run([*command, "Tell me more."], capture_output=True, text=True, check=True, timeout=150)
    told = json.loads(done.stdout)
    assert [(ranked["model"], ranked["chosen_first"]) for ranked in told["ranked"]][:2] == [
        ("first:500", "asked for"),
        ("second:well", "asked for, place 2"),
    ]
    assert all(score["because"] for ranked in told["ranked"] for score in ranked["scores"])
