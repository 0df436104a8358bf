"""Who loads a pinned model at the start, and who has no use for it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from segue.cli.options import open_briefly
from segue.config.load import Loaded
from segue.domain.models import ModelStatus
from tests.support.gateway import settings_with
from tests.support.model_files import gguf


@pytest.mark.gguf
async def test_a_command_that_only_looks_loads_no_pinned_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`segue doctor` and `segue models explain` take no gigabytes for what they tell."""
    monkeypatch.setenv("SEGUE_HOME", str(tmp_path))
    file = tmp_path / "tale.gguf"
    file.write_bytes(gguf())
    models = {"tale": {"path": str(file), "pinned": True}}
    given = settings_with({"local": {"type": "local", "options": {"models": models}}})
    async with open_briefly(Loaded(given, None)) as manager:
        await asyncio.sleep(0)  # a task that was begun has its turn
        (tale,) = (card for card in manager.cards() if card.ref.name == "tale")
        assert tale.status is ModelStatus.LOADABLE
        assert not [task for task in asyncio.all_tasks() if task.get_name().startswith("segue-pin")]
