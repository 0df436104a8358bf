"""What a model's files say of it in their headers, so that it can be judged before it is fetched or loaded.

No weight is read. Everything here blocks, for some tenths of a second at most; nothing of a file's size is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from segue.errors import WeightsError
from segue.machine.chat_templates import folder_has_template, is_tokenizer_plain
from segue.machine.gguf_names import part_names
from segue.machine.headers_gguf import is_gguf
from segue.machine.headers_gguf_shape import gguf_shape
from segue.machine.headers_reading import RangeFile, RangeReader, on_disk, unreadable
from segue.machine.headers_safetensors import CONFIG, INDEX, TOKENIZER, WHOLE, chosen, read_json, safetensors_shape
from segue.machine.needs import ModelShape

__all__ = ["RangeFile", "RangeReader", "read_shape", "read_shape_by_ranges"]

_MOST_FILES = 10_000
"""Names of a folder that are looked at."""


def read_shape(path: Path) -> ModelShape:
    """The shape of a GGUF file (of all parts, when `path` is one of them), or of a folder with config.json.

    Raises WeightsError that names the file and what to do when it is missing, damaged or of another format.
    """
    try:
        is_folder = path.is_dir()
    except OSError as error:
        raise unreadable(path, error) from error
    if not is_folder:
        return read_shape_by_ranges([on_disk(path.with_name(name)) for name in part_names(path.name)])
    try:
        names = [entry.name for _, entry in zip(range(_MOST_FILES), path.iterdir(), strict=False)]
    except OSError as error:
        raise unreadable(path, error) from error
    wanted = [name for name in names if name in {CONFIG, INDEX, TOKENIZER} or name.endswith(".safetensors")]
    if CONFIG not in wanted:
        hint = "Name a GGUF file, or a folder with config.json and *.safetensors."
        raise WeightsError(f"{path} has no {CONFIG}.", hint=hint)
    shape = read_shape_by_ranges([on_disk(path / name) for name in wanted])
    return replace(shape, has_chat_template=folder_has_template(path), is_tokenizer_plain=is_tokenizer_plain(path))


def read_shape_by_ranges(files: Sequence[RangeFile]) -> ModelShape:
    """The shape of a model whose files can be read in pieces, as by HTTP range requests.

    `files` are one GGUF file, or all parts of one; or `config.json` and the *.safetensors beside it, with their index
    and `tokenizer.json` (of which the size alone counts) where there are such. Raises WeightsError as `read_shape`
    does; what a reader raises passes through.
    """
    by_name = {file.base_name: file for file in files}
    if CONFIG in by_name:
        return _folder_shape(by_name)
    if not files or not is_gguf(files[0]):
        named = files[0].name if files else "Nothing"
        hint = "Name a GGUF file, or a folder with config.json and *.safetensors."
        raise WeightsError(f"{named} is neither a GGUF file nor a folder with {CONFIG}.", hint=hint)
    return gguf_shape(files)


def _folder_shape(by_name: dict[str, RangeFile]) -> ModelShape:
    config, index = by_name[CONFIG], by_name.get(INDEX)
    try:
        names = chosen(list(by_name), read_json(index) if index else None)
    except KeyError as error:
        hint = "Fetch the missing file into the same folder."
        raise WeightsError(f"{config.name} lacks {error.args[0]!s:.100}, which its index names.", hint=hint) from error
    if index is None and names and WHOLE not in names:
        hint = f"Fetch {INDEX} into the same folder, or use a GGUF file of the model."
        raise WeightsError(f"Beside {config.name} is neither {WHOLE} nor {INDEX}: no weights are found.", hint=hint)
    tokenizer = by_name.get(TOKENIZER)
    weights = [by_name[name] for name in names]
    return safetensors_shape(config, weights, tokenizer_bytes=tokenizer.size_bytes if tokenizer else None)
