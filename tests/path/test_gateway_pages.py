"""What the gateway shows besides chat: models, probes, metrics and its own description."""

import json
from collections.abc import Iterator

import pytest
from openai.types import Model

from segue.domain.models import TaskType
from tests.support.gateway import RunningGateway, scripted, serving, settings_with


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with two models and a route."""
    settings = settings_with(
        scripted(plain={"text": "Hello."}, **{"org/name:1.5": {"text": "Hi."}}),
        routes={"story": {"models": ["stage:plain"]}},
    )
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


def test_models_lists_every_name_that_model_may_have(gateway: RunningGateway) -> None:
    """Tasks, routes and every model of every provider are in one list, as official clients read it. Covers R1.1."""
    listed = [Model.model_validate(entry) for entry in json.loads(gateway.ask("/v1/models").body)["data"]]
    names = [model.id for model in listed]
    assert names[: 2 + len(TaskType)] == ["auto", *(f"auto:{task}" for task in TaskType), "story"]
    assert {"stage:plain", "stage:org/name:1.5", "stage:echo"} <= set(names)


def test_demonstration_model_is_labelled_wherever_it_is_listed(gateway: RunningGateway) -> None:
    """Nobody takes a demonstration for a storyteller."""
    entry = json.loads(gateway.ask("/v1/models/stage:echo").body)
    assert entry["segue"]["label"]
    assert (entry["segue"]["is_free"], entry["segue"]["local"], entry["segue"]["status"]) == (True, True, "ready")


@pytest.mark.parametrize(
    "path", ["auto", "auto:world_building", "story", "stage:org/name:1.5", "stage:org%2Fname%3A1.5"]
)
def test_one_model_is_shown_by_its_name(gateway: RunningGateway, path: str) -> None:
    """Names hold colons, slashes and dots, written out or percent-encoded."""
    assert gateway.ask(f"/v1/models/{path}").status == 200


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_probes_answer_without_key_and_by_any_host(gateway: RunningGateway, path: str) -> None:
    """An orchestrator asks by an address of its own."""
    assert gateway.ask(path, headers={"host": "10.1.2.3:8484"}).json == {"status": "ok"}


def test_metrics_tell_of_turns(gateway: RunningGateway) -> None:
    """A scrape reads what happened, and no word of it."""
    gateway.chat("A secret.")
    metrics = gateway.ask("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "segue_" in metrics.body.decode()
    assert "secret" not in metrics.body.decode()


def test_reference_page_loads_nothing_from_elsewhere(gateway: RunningGateway) -> None:
    """The page is complete by itself: no script, no font, no address of others."""
    page = gateway.ask("/docs")
    text = page.body.decode()
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "/v1/chat/completions" in text
    assert "<script" not in text
    assert "src=" not in text


def test_reference_page_shows_names_as_code(gateway: RunningGateway) -> None:
    """What is marked as code in the description looks like code on the page."""
    text = gateway.ask("/docs").body.decode()
    assert "<code>Authorization: Bearer KEY</code>" in text
    assert "`" not in text


def test_head_is_get_without_body(gateway: RunningGateway) -> None:
    """HEAD gives the same head and no body."""
    head, get = gateway.ask("/v1/models", method="HEAD"), gateway.ask("/v1/models")
    assert (head.status, head.body, head.headers["content-length"]) == (200, b"", get.headers["content-length"])
