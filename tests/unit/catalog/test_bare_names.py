"""A name without its provider stands for the only model that has it."""

from pathlib import Path

import pytest

from segue.catalog.bare_names import meant
from segue.catalog.held import HeldModels
from segue.catalog.managed import full_name
from segue.catalog.providers import providers_of
from segue.catalog.weights_named import weights_meant
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from segue.errors import ModelGone, ModelNotFound
from segue.events import Broadcast
from tests.support.stored_weights import keep_tiny

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
    assert full_name(loaded, "stage:plain") == "stage:plain"
    with pytest.raises(ModelNotFound, match="'mine:tale', 'more:tale'"):
        full_name(loaded, "tale")
    one = Loaded(Settings.model_validate({"providers": {"mine": local}}), None)
    assert full_name(one, "tale") == "mine:tale"
    held = HeldModels(providers_of(one, tmp_path, Broadcast(())))
    for wrong in ("tael", "Tale", "mein:tale"):
        with pytest.raises(ModelNotFound, match=r"Did you mean '(mine:)?tale'"):
            full_name(one, wrong)
        with pytest.raises(ModelNotFound, match=r"Did you mean '(mine:)?tale'"):
            await held.unload(wrong)
    with pytest.raises(ModelNotFound, match="There are: mine:smollm2, mine:tale"):
        full_name(one, "nosuch")
    with pytest.raises(ModelGone, match="mine:smollm2"):
        await held.unload("smollm2")


def test_stored_weights_are_known_by_what_their_model_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`segue models load` takes the weights' name, and `verify`, `pin` and `rm` the model's, bare or whole."""
    monkeypatch.setenv("SEGUE_HOME", str(tmp_path))
    stored = [keep_tiny(tmp_path, name=name) for name in ("tale", "other")]
    local = {"type": "local", "options": {"models": {"talker": {"weights": "tale"}}}}
    loaded = Loaded(Settings.model_validate({"providers": {"mine": local}}), None)
    assert full_name(loaded, "tale") == "mine:talker"
    meant_by = {text: weights_meant(text, loaded.settings, stored) for text in ("tale", "talker", "mine:talker")}
    assert set(meant_by.values()) == {"tale"}
    assert weights_meant("mine:other", loaded.settings, stored) == "other"
    assert weights_meant("nobody:other", loaded.settings, stored) is None
