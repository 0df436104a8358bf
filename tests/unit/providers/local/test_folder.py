"""The worker for folders takes none of which nobody could tell before what it takes."""

import json
from pathlib import Path

import pytest

from segue.machine.headers_config import Config, require_loadable
from segue.machine.headers_reading import on_disk
from segue.providers.local.transformers.folder import CannotLoad, check


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"model_type": "llama", "quantization_config": {"quant_method": "gptq"}}, "gptq"),
        ({"model_type": "bert", "architectures": ["BertModel"]}, "causal"),
    ],
)
def test_what_the_prediction_refuses_the_worker_refuses(told: dict[str, object], named: str, tmp_path: Path) -> None:
    """Without a figure it was let in without a bound: it is not loaded."""
    (tmp_path / "config.json").write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(CannotLoad, match=named) as caught:
        check(tmp_path, trusts_pickle=False)
    assert caught.value.hint


def test_own_code_may_call_its_class_as_it_likes(tmp_path: Path) -> None:
    """What goes on with text by its author's code says so in `auto_map`."""
    path = tmp_path / "config.json"
    path.write_text("{}", encoding="utf-8")
    own = {"architectures": ["TheirModel"], "auto_map": {"AutoModelForCausalLM": "theirs.TheirModel"}}
    require_loadable(Config(on_disk(path), own))
