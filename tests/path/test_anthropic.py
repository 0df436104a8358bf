"""Anthropic as people use it: a key in the vault, its list fetched by command, a turn through the whole path."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import segue
from segue.config.settings import Settings
from tests.support.anthropic import KEY, MODEL, PREFILLED, TEXT, Anthropic, answers, stalls, text
from tests.support.upstream import UpstreamThread

SEGUE = [sys.executable, "-m", "segue.cli"]


def run(folder: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """A command beside the settings in that folder."""
    return subprocess.run(
        [*SEGUE, *words], input=given,
        capture_output=True, text=True, timeout=150, cwd=folder, check=False, env=os.environ,
    )  # fmt: skip


def test_list_is_fetched_with_the_key_of_the_vault(tmp_path: Path) -> None:
    """A host that shows its list to nobody else is asked with the key that is kept for it; the key is never told."""
    with UpstreamThread(Anthropic) as server:
        options = f"{{base_url: '{server.base_url}', models: {{{MODEL}: }}}}"
        (tmp_path / "segue.yaml").write_text(f"providers:\n  claude: {{type: anthropic, options: {options}}}\n")
        kept = run(tmp_path, "keys", "set", "claude", given=f"{KEY}\n")
        refreshed = run(tmp_path, "models", "refresh", "--provider", "claude", "--json")

    assert kept.returncode == 0, kept.stderr
    assert json.loads(refreshed.stdout)["models"] == 3
    assert KEY not in f"{kept.stdout}{kept.stderr}{refreshed}"


PRICE = {
    "input_usd_per_mtok": 1,
    "output_usd_per_mtok": 5,
    "cached_input_usd_per_mtok": "0.1",
    "cache_write_usd_per_mtok": "1.25",
}


async def test_turns_go_on_with_claude_in_its_own_way_and_are_priced_with_its_cache(tmp_path: Path) -> None:
    """A newer model does not take the beginning of an answer: it is asked in words to go on. What was read from a cache
    and written to it has its own price. Covers R4.1."""
    async with Anthropic() as server:
        broken = stalls("Once upon a time there was ", "a door, and behind it ")
        server.scenes["broken"] = type(broken)(broken.writes)
        server.scenes[MODEL] = answers(text("a garden."))
        server.scenes[PREFILLED] = answers(text(TEXT))
        known = {"broken": {}, MODEL: {}, PREFILLED: {"price": PRICE}}
        options = {"base_url": server.base_url, "data_policy": "no_training", "models": known}
        providers = {"claude": {"type": "anthropic", "key": KEY, "options": options}}
        settings = Settings.model_validate(
            {"providers": providers, "fallbacks": {"claude:broken": [f"claude:{MODEL}"]}}
        )
        async with segue.open(settings, home=tmp_path) as models:
            answer = await models.ask("Begin.", model="claude:broken")
            went_on = server.asked("/messages")[-1].body
            priced = await models.ask("Begin.", model=f"claude:{PREFILLED}")

    assert answer.text.endswith("a garden.")
    assert went_on["model"] == MODEL
    assert went_on["messages"][-1]["role"] == "user"  # type: ignore[index]
    # 5 fresh at 1, 4 read at 0.1, 2 written at 1.25, 9 of output at 5: 52.9 millionths of a dollar
    assert priced.finished.cost_usd == Decimal("0.000053")
