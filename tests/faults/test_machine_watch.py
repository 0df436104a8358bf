"""A local model's process is watched from its load to its end, and named where memory is short."""

from collections.abc import AsyncIterator
from pathlib import Path

import psutil
import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from tests.support.product import give_models

pytestmark = pytest.mark.gguf
SMOL = ModelRef("local", "smollm2")
SHORT = {"below_share": 1, "until_share": 1, "hold_s": 0}


@pytest.fixture
async def models(tmp_path: Path, demonstration_home: Path) -> AsyncIterator[ModelManager]:
    """The library on a machine whose memory counts as short, with a model of 8,192 tokens of context."""
    settings = Settings.model_validate(
        {
            "providers": {"local": {"type": "local", "options": {"models": {"smollm2": {"context_tokens": 8192}}}}},
            "resources": {"alerts": {"memory": SHORT}, "pressure": {"enabled": False}},
            "safety": {"classifier": "off"},
        }
    )
    async with segue.open(settings, home=give_models(tmp_path, demonstration_home)) as opened:
        yield opened


async def test_loaded_model_is_shown_with_what_it_takes_and_what_would_help(models: ModelManager) -> None:
    """Its memory is the kernel's figure, its speed its own word; unloaded it is gone. Covers R8.3."""
    await models.ask("Say hello.", model=str(SMOL), max_tokens=8)
    told = await models.resources.report()
    (model,) = told.models
    assert (model.model, model.answers, model.waiting, model.context_tokens) == (str(SMOL), 0, 0, 8192)
    assert model.resident_bytes == pytest.approx(psutil.Process(model.pid).memory_info().rss, rel=0.02)
    assert model.output_tokens_per_s is not None
    assert [alert.resource for alert in told.alerts] == ["memory"]
    unload = next(each for each in told.suggestions if each.do == f"segue models unload {SMOL}")
    assert unload.gain_bytes == model.unique_bytes
    shorter = next(each for each in told.suggestions if each.do.endswith("smollm2.context_tokens: 4096"))
    assert 50e6 < shorter.gain_bytes < 200e6

    assert b'segue_model_resident_bytes{model="smollm2",provider="local"}' in models.metrics()
    await models.unload(SMOL)
    assert (await models.resources.report()).models == ()
