"""What can be told of a model's folder before anything of it is loaded: whether transformers may and can take it.

None of it needs torch, whose import alone takes seconds.
"""

from __future__ import annotations

import json
from pathlib import Path

from segue.errors import WeightsError
from segue.machine import chat_templates
from segue.machine.chat_templates import folder_has_template
from segue.machine.headers_config import Config, require_loadable
from segue.machine.headers_reading import on_disk

_INDEX = "model.safetensors.index.json"
_PICKLES = ("*.bin", "*.pt", "*.pth", "*.ckpt", "*.pkl")
"""What torch writes with pickle: reading such a file can run whatever its author put in."""


class CannotLoad(Exception):
    """Why a model is not loaded, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def check(folder: Path, *, trusts_pickle: bool) -> None:
    """Raise CannotLoad where a folder lacks something, is damaged, or holds its weights in files that are not taken."""
    config = _json(folder / "config.json")
    if config is None:
        message = f"{folder} has no readable config.json, by which transformers knows a model."
        raise CannotLoad(message, "Its `path` has to be the folder of one model, with all its files: fetch it again.")
    _check_kind(folder / "config.json", config)
    index = _json(folder / _INDEX)
    if index is not None:
        _check_shards(folder, index)
    elif not any(folder.glob("*.safetensors")):
        _check_pickles(folder, trusts_pickle=trusts_pickle)
    _check_headers(folder)
    _check_template(folder)


def no_template(folder: Path) -> CannotLoad:
    """The error for a model that cannot be talked with."""
    return CannotLoad(chat_templates.no_template(f"The model in {folder}"), chat_templates.NEXT)


def has_own_code(folder: Path) -> bool:
    """Whether its author sends Python files along that transformers would have to run."""
    told = (_json(folder / name) for name in ("config.json", "tokenizer_config.json"))
    return any("auto_map" in each for each in told if each is not None)


def _check_kind(path: Path, config: dict[str, object]) -> None:
    """Take nothing of which the prediction tells no memory: it was let in without a bound."""
    try:
        require_loadable(Config(on_disk(path), config))
    except WeightsError as error:
        raise CannotLoad(error.message, error.hint) from error


def _check_shards(folder: Path, index: dict[str, object]) -> None:
    shards = index.get("weight_map")
    names = sorted({str(name) for name in shards.values()}) if isinstance(shards, dict) else []
    if missing := [name for name in names if not (folder / name).is_file()]:
        message = f"{folder} lacks {len(missing)} of its {len(names)} files of weights, as {missing[0]}."
        raise CannotLoad(message, "Fetch them.")


def _check_pickles(folder: Path, *, trusts_pickle: bool) -> None:
    pickles = sorted(path.name for pattern in _PICKLES for path in folder.glob(pattern))
    if not pickles:
        raise CannotLoad(f"{folder} has no weights: no file ends in .safetensors.", "Fetch them.")
    if not trusts_pickle:
        message = f"The weights in {folder} are pickle files ({pickles[0]}), which can run code of their author's."
        hint = "Fetch the model with safetensors. If you trust its author, set `trust_pickle: true` for it."
        raise CannotLoad(message, hint)


def _check_headers(folder: Path) -> None:
    """Find files that were cut off: safetensors compares its header with the file's length."""
    from safetensors import SafetensorError, safe_open

    for file in sorted(folder.glob("*.safetensors")):
        try:
            with safe_open(file, framework="np"):
                pass
        except (SafetensorError, OSError) as error:
            raise CannotLoad(f"{file} is damaged or incomplete ({error}).", "Fetch it again.") from error


def _check_template(folder: Path) -> None:
    if not folder_has_template(folder):
        raise no_template(folder)


def _json(path: Path) -> dict[str, object] | None:
    """None: not there, or no JSON."""
    try:
        told: object = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
