"""Whole turns over Ollama: a cold load is waited for, and words that must stay here are not sent on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

import segue
from segue.app import ModelManager
from segue.config.settings import ProviderSettings, Settings
from segue.domain.models import ModelRef, Privacy
from segue.errors import ContextTooLong, NoModelFits
from tests.support.ollama import Model, Ollama
from tests.support.scenes import TEXT
from tests.support.talk import asked, scripted, settings_of, told

CLOUD = "https://ollama.com:443"
TALE = ModelRef("here", "tale")


@pytest_asyncio.fixture
async def ollama() -> AsyncIterator[Ollama]:
    async with Ollama() as server:
        yield server


def settings(server: Ollama, **sections: object) -> Settings:
    """Ollama, and a written answer for whatever it may not be asked."""
    models = {"tale": {"context_tokens": 512}, "big:cloud": {"data_policy": "no_training", "in_auto": False}}
    here = ProviderSettings(type="ollama", options={"base_url": server.origin, "models": models})
    return settings_of({"here": here, **scripted(stage={"calm": {"text": "The sea is quiet."}})}, **sections)


def opened(server: Ollama, home: Path, **sections: object) -> ModelManager:
    return segue.open(settings(server, **sections), home=home)


async def test_cold_load_longer_than_the_patience_is_waited_for(ollama: Ollama, tmp_path: Path) -> None:
    """A model that has to be loaded first answers by itself; nobody is started beside it. Covers R5.1."""
    ollama.models["tale"] = Model(load_s=0.4)
    async with opened(ollama, tmp_path, time={"first_token_s": 0.1}) as models:
        turn = await told(models, asked("Begin.", model="here:tale"))

    assert (turn.text, turn.finished.model) == (TEXT, TALE)
    assert [str(report.model) for report in turn.finished.attempts] == ["here:tale"]


async def test_loaded_model_that_is_silent_is_not_waited_for(ollama: Ollama, tmp_path: Path) -> None:
    """Once it is in memory, its silence counts as everybody's."""
    ollama.models["tale"] = Model(says=(), ends=False)
    ollama.held["tale"] = 512
    async with opened(ollama, tmp_path, time={"first_token_s": 0.1}) as models:
        turn = await told(models, asked("Begin.", model="here:tale"))

    assert (turn.text, str(turn.finished.model)) == ("The sea is quiet.", "stage:calm")


async def test_talk_that_does_not_fit_is_refused_and_never_cut(ollama: Ollama, tmp_path: Path) -> None:
    """A conversation beyond the context goes to a model with more room, or is refused; Ollama cuts nothing."""
    talk = asked("word " * 2000, model="here:tale")
    async with opened(ollama, tmp_path) as models:
        elsewhere = await told(models, talk)
        with pytest.raises(ContextTooLong, match="512"):
            await told(models, replace(talk, strict=True))

    assert (str(elsewhere.finished.model), ollama.asked("/api/chat"), ollama.cut) == ("stage:calm", [], [])


@pytest.mark.parametrize("name", ["here:big:cloud", "here:tale"])
async def test_words_that_must_stay_here_never_reach_the_cloud(ollama: Ollama, tmp_path: Path, name: str) -> None:
    """A local-only turn is not sent to a cloud model, under whatever name it goes."""
    ollama.models |= {"big:cloud": Model(remote_host=CLOUD), "tale": Model(remote_host=CLOUD)}
    async with opened(ollama, tmp_path) as models:
        for _ in range(2):
            try:
                turn = await told(models, asked("Begin.", model=name, privacy=Privacy.LOCAL_ONLY))
            except NoModelFits:
                continue
            assert str(turn.finished.model) == "stage:calm"

    assert ollama.asked("/api/chat") == []
