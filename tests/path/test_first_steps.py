"""What somebody meets who begins: defaults that stay, servers that are not what they should be, advice that can be
followed. The commands run in this process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner, Result

from segue.catalog.kept_defaults import KEPT_DEFAULTS
from segue.cli.root import app
from segue.machine.weights import DEMONSTRATION
from segue.providers.addresses import IN_CLEAR
from tests.support.abilities import Abilities, Learner
from tests.support.scenes import Scene, refusal
from tests.support.upstream import UpstreamThread

ECHO = ("ask", "Good evening", "--model", "scripted:echo")
FAR = ("providers", "add", "far", "--url", "http://192.0.2.2/v1", "--model", "m", "--no-probe")


def segue(*words: str) -> Result:
    return CliRunner().invoke(app, [*words])


def why(*words: str) -> str:
    """The error of a command that fails, with its hint."""
    outcome = segue(*words)
    assert outcome.exception is not None
    return str(outcome.exception)


@pytest.fixture(scope="module")
def server() -> Iterator[Learner]:
    with UpstreamThread(Learner) as server:
        yield server


@pytest.fixture
def learner(server: Learner) -> Learner:
    """The server as it is at first."""
    server.can, server.pages = Abilities(), {}
    return server


@pytest.fixture
def settings(segue_home: Path) -> Path:
    """A file with one provider, which is switched off, and a route."""
    file = segue_home / "segue.yaml"
    options = {"base_url": "http://127.0.0.1:9/v1", "models": {"good-1": {}}}
    api = {"type": "openai_compatible", "enabled": False, "options": options}
    file.write_text(yaml.safe_dump({"providers": {"api": api}}))
    return file


def test_what_answered_before_the_first_provider_answers_after_it(segue_home: Path) -> None:
    """The example of the README's first minute works also after `providers add`, and what is there by itself comes
    back when that provider goes."""
    assert segue(*FAR, "--json").exit_code == 0
    answered = segue(*ECHO)
    assert (answered.exit_code, answered.stdout.strip()) == (0, "Good evening")
    file = segue_home / "segue.yaml"
    assert list(yaml.safe_load(file.read_text())["providers"]) == ["far", "scripted"]
    removed = segue("providers", "remove", "far")
    assert f"kept as {file}.bak" in removed.output
    assert yaml.safe_load(file.read_text())["providers"] == {}


def test_weights_that_are_here_stay_in_use_by_name(segue_home: Path) -> None:
    """The demonstration model goes on answering, and never before what was added."""
    weights = DEMONSTRATION.path_in(segue_home)
    weights.parent.mkdir(parents=True)
    with weights.open("wb") as out:
        out.truncate(DEMONSTRATION.size_bytes)
    assert segue(*FAR, "--json").exit_code == 0
    written = yaml.safe_load((segue_home / "segue.yaml").read_text())["providers"]
    assert written["local"] == KEPT_DEFAULTS["local"]


def test_an_address_in_the_clear_is_warned_of_before_anything_is_sent() -> None:
    """Also one in a network of one's own; once, and also where no question is asked."""
    for host in ("192.0.2.2", "192.168.7.7"):
        words = ("providers", "add", f"n{host[-1]}", "--url", f"http://{host}/v1", "--model", "m", "--no-probe", "-y")
        said = segue(*words).stderr
        assert (said.startswith(f"Warning: {IN_CLEAR}"), said.count(IN_CLEAR)) == (True, 1)


def test_a_named_server_that_cannot_be_used_is_told_and_refused(learner: Learner, segue_home: Path) -> None:
    """Nothing else is set up in its place, and what may be one by hand is named with the command."""
    learner.pages = {path: Scene((b"<html>hi</html>",), content_type="text/html") for path in ("/v1/models", "/props")}
    origin = learner.base_url.removesuffix("/v1")
    asked = ("setup", "--server", origin, "--choose", "demonstration")
    assert f"{origin}: What answers there shows no model server's list" in segue(*asked, "--dry-run").stdout
    refused = why(*asked, "--yes")
    assert "nothing was changed" in refused
    assert f"segue providers add NAME --url {origin}" in refused
    assert not (segue_home / "segue.yaml").exists()
    assert "Nobody takes a connection" in segue("setup", "--server", "http://127.0.0.1:9", "--dry-run").stdout


@pytest.mark.parametrize("deed", ["disable", "remove"])
def test_what_names_a_provider_is_told_with_its_line_in_the_file(deed: str, settings: Path) -> None:
    """The line is the file's own, whatever the change would have made of it."""
    settings.write_text(
        "providers:\n  api:\n    type: openai_compatible\n    options:\n      base_url: http://127.0.0.1:9/v1\n"
        "      models: {m: {}}\n  other: {type: scripted}\nroutes:\n  story:\n    models: [api:m]\n"
    )
    said = why("providers", deed, "api")
    assert "route story names api" in said
    assert "segue.yaml:10" in said


def test_a_provider_that_is_switched_off_is_told_as_such(settings: Path) -> None:
    """By whoever is asked for it, and by the doctor."""
    named = why("ask", "hi", "--model", "api:good-1")
    assert "segue providers enable api" in named
    assert "'api' is switched off" in named
    assert "segue providers enable api" in why("ask", "hi")


async def test_doctor_lists_what_is_switched_off_and_that_nobody_answers(settings: Path) -> None:
    """Both with the command that mends it."""
    from segue.cli.doctor import _running
    from segue.config.load import load_settings

    lines = {line.what: (line.state, line.do) for line in await _running(load_settings(settings))}
    assert lines["provider api"] == ("note", "segue providers enable api")
    assert lines["answers"] == ("missing", "segue providers enable api")


def test_limits_of_a_host_that_is_not_configured_name_a_command_that_works() -> None:
    """Its key cannot be set before it is added."""
    assert "segue providers add openrouter --host openrouter" in why("models", "limits")


def test_setup_names_nothing_that_it_does_not_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key of the wrong form is to be corrected where it stands; there is no `--no-verify` here."""
    from segue.catalog.setup import Setup
    from segue.catalog.surroundings import FoundKey
    from segue.cli.setup_steps import Plan, _checked
    from segue.config.load import Loaded
    from segue.config.settings import Settings
    from segue.errors import KeyNotKept

    monkeypatch.setenv("OPENROUTER_API_KEY", "wrong form")
    key = FoundKey("openrouter", "OPENROUTER_API_KEY")
    setup = Setup("openrouter", "", (), providers={"openrouter": {"type": "openrouter"}}, keys={"openrouter": key})
    plan = Plan(setup, Path("segue.yaml"), (), {}, "", "")
    with pytest.raises(KeyNotKept, match="Correct OPENROUTER_API_KEY") as raised:
        asyncio.run(_checked(plan, Loaded(Settings(), None)))
    assert "--no-verify" not in str(raised.value)


def test_models_are_asked_once_and_one_that_is_not_listed_is_told(learner: Learner) -> None:
    """Naming one twice costs nothing twice."""
    words = ("providers", "add", "twice", "--url", learner.base_url, "--model", "small", "--model", "small")
    outcome = segue(*words, "--json")
    assert outcome.exit_code == 0, outcome.output
    assert json.loads(outcome.stdout)["models"] == ["small"]
    said = segue("providers", "add", "un", "--url", learner.base_url, "--model", "smal", "--json").stderr
    assert "Its list has no model 'smal': it is asked for all the same. Did you mean 'small'?" in said


@pytest.mark.parametrize(
    ("scene", "because"),
    [
        (refusal(404, {"message": "not found"}), "models answers 404"),
        (Scene((b'{"data": [{"name": "x"}]}',), content_type="application/json"), "without the field `id`"),
        (Scene((b'{"data": {}}',), content_type="application/json"), "where data should be `array`"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_with_the_reason(learner: Learner, scene: Scene, because: str) -> None:
    """And with what to do: to name a model."""
    learner.pages = {"/v1/models": scene}
    said = why("providers", "add", "new", "--url", learner.base_url)
    assert "Its list could not be read" in said
    assert because in said
    assert "--model NAME" in said


def test_a_server_that_says_nothing_is_added_without_being_asked() -> None:
    """The advice is a way that leads on: no setting of turns changes how long a probe waits."""
    from segue.cli.new_key import NewKey
    from segue.cli.provider_adding import _not_added
    from segue.domain.models import ModelRef
    from segue.errors import Silent

    error = _not_added(Silent("It is silent.", model=ModelRef("new", "m")), NewKey("new", None, None))
    assert "--no-probe --model NAME" in error.hint
    assert "first_token_s" not in str(error)


def test_loading_is_not_begun_where_nobody_can() -> None:
    """The error is the first thing that is said."""
    outcome = segue("models", "load", "scripted:echo")
    assert outcome.exception is not None
    assert "Loading" not in outcome.output


def test_an_empty_word_for_providers_is_filled_in(segue_home: Path) -> None:
    """A file that begins with the bare word is no error, and gets the first one below it."""
    file = segue_home / "segue.yaml"
    file.write_text("# Mine.\nproviders:   # none yet\nlog: {level: error}\n")
    assert segue(*FAR, "--json").exit_code == 0
    told: dict[str, Any] = yaml.safe_load(file.read_text())
    assert list(told["providers"]) == ["far", "scripted"]
    assert file.read_text().startswith("# Mine.\nproviders:")


def test_a_variable_that_is_not_set_leaves_no_key(settings: Path) -> None:
    """`none`, which stands in for it in many examples, is a key nowhere."""
    from segue.config.load import load_settings

    text = settings.read_text().replace("enabled: false", "key: ${ZZ_KEY:-none}")
    settings.write_text(text)
    assert load_settings(settings).settings.providers["api"].key is None
    (row,) = json.loads(segue("providers", "list", "--json").stdout)["providers"]
    assert row["key"] == "none"
    assert "no such key" in why("keys", "test", "api")
