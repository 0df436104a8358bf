"""A name without its provider stands for the only model that has it."""

from pathlib import Path

import pytest

from segue.catalog.bare_names import meant
from segue.catalog.held import HeldModels
from segue.catalog.managed import full_name
from segue.catalog.providers import providers_of
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from segue.errors import ModelGone, ModelNotFound
from segue.events import Broadcast

REFS = (ModelRef("here", "qwen"), ModelRef("there", "qwen"), ModelRef("here", "llama3:8b"))
PROVIDERS = ("here", "there")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("here:qwen", "here:qwen"),
        ("here:new", "here:new"),
        ("llama3:8b", "here:llama3:8b"),
        ("nobody:new", "nobody:new"),
        ("new", None),
    ],
)
def test_name_means_the_only_model_that_has_it(text: str, found: str | None) -> None:
    """A colon of the name's own is none behind a provider."""
    ref = meant(text, REFS, providers=PROVIDERS)
    assert (None if ref is None else str(ref)) == found


def test_name_that_several_have_is_refused_with_all_of_them() -> None:
    """Whoever asked sees what to write."""
    with pytest.raises(ModelNotFound, match="'here:qwen', 'there:qwen'"):
        meant("qwen", REFS, providers=PROVIDERS)


async def test_commands_and_the_gateway_take_a_bare_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`segue models load` and `unload`, and the gateway behind them, know a local model by its name alone."""
    monkeypatch.setenv("SEGUE_HOME", str(tmp_path))
    local = {"type": "local", "options": {"models": {"tale": {"path": str(tmp_path / "tale.gguf")}}}}
    stage = {"type": "scripted", "options": {"models": {"plain": {"text": "Hello."}}}}
    loaded = Loaded(Settings.model_validate({"providers": {"mine": local, "more": local, "stage": stage}}), None)
    assert (full_name(loaded, "stage:plain"), full_name(loaded, "plain")) == ("stage:plain", "plain")
    with pytest.raises(ModelNotFound, match="'mine:tale', 'more:tale'"):
        full_name(loaded, "tale")
    one = Loaded(Settings.model_validate({"providers": {"mine": local}}), None)
    assert full_name(one, "tale") == "mine:tale"
    with pytest.raises(ModelGone, match="mine:smollm2"):
        await HeldModels(providers_of(one, tmp_path, Broadcast(()))).unload("smollm2")
