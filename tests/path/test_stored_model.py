"""A real model comes from the hub, is loaded and asked, kept while it is in memory, and not used once it is wrong."""

import asyncio
from pathlib import Path

import pytest

import segue
from segue.config.settings import ProviderSettings
from segue.domain.models import ModelRef
from segue.errors import NoModelFits, WeightsError
from segue.machine.hub import HubAccess, HubSource
from segue.machine.stored_models import StoredModel
from segue.machine.weight_checks import wrong_files
from segue.machine.weight_choice import Wish
from segue.machine.weight_pull import plan, pull
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION
from segue.providers.local.adapter import LocalModelAdapter
from tests.support.hub_mirror import HubMirror
from tests.support.talk import asked, settings_of, told

pytestmark = pytest.mark.gguf


def fetched(mirror: HubMirror, home: Path) -> StoredModel:
    """What `segue models pull` does."""
    store, source = WeightStore(home), HubSource("owner/SmolLM2-GGUF", None, HubAccess(mirror.endpoint))
    return pull(store, source, plan(store, source, Wish()), lambda *_: None)


async def test_model_of_the_hub_is_pulled_loaded_asked_held_and_refused_when_it_is_damaged(
    segue_home: Path, demonstration_home: Path
) -> None:
    """From an empty machine to an answer, with nothing but the hub's own protocol in between."""
    weights = DEMONSTRATION.path_in(demonstration_home)
    with HubMirror() as mirror:
        mirror.add("owner/SmolLM2-GGUF", {weights.name: weights})
        stored = await asyncio.to_thread(fetched, mirror, segue_home)
    assert (await asyncio.to_thread(wrong_files, stored))[0] == ()

    store = WeightStore(segue_home)
    settings = settings_of(
        {"local": ProviderSettings(type="local")}, time={"first_token_s": 100, "gap_s": 100, "turn_s": 120}
    )
    question = asked("Tell me of a lighthouse.", model=f"local:{stored.name}", max_tokens=4, strict=True)
    async with segue.open(settings, home=segue_home) as models:
        assert (await told(models, question)).finished.model == ModelRef("local", stored.name)
        with pytest.raises(WeightsError, match="is loaded"):
            store.remove(stored)
        local = models._providers["local"]
        assert isinstance(local, LocalModelAdapter)
        assert await local.unload(stored.name)
        used = store.find(stored.name)
        assert used is not None
        assert used.last_used_at is not None

        with stored.path.open("r+b") as file:
            file.truncate(1000)
        with pytest.raises(NoModelFits) as refused:
            await told(models, question)
        assert f"segue models verify {stored.name} --repair" in str(refused.value)
    store.remove(stored)
    assert store.find(stored.name) is None
