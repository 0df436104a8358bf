"""What the names of GGUF files tell: parts of one model, and files that are none. Pure."""

from __future__ import annotations

import re
from typing import Final

PART: Final = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)
"""How llama.cpp names the parts of one model (src/llama.cpp: llama_split_path). It loads the first, which names all."""
_NO_MODEL: Final = re.compile(r"mmproj|imatrix", re.IGNORECASE)
"""Such files hold what makes images of use to a model, or what its weights were quantized by."""
_MOST_PARTS: Final = 1000


def of_one_model(file_name: str) -> str:
    """What all files of one model have in common: the name without the number of its part, or the whole name."""
    part = PART.fullmatch(file_name)
    return file_name if part is None else part["stem"]


def may_be_model(file_name: str) -> bool:
    """Whether it ends as GGUF files do, and is not known to be none of a model."""
    base = file_name.rpartition("/")[2]
    return base.casefold().endswith(".gguf") and _NO_MODEL.search(base) is None


def part_names(file_name: str) -> tuple[str, ...]:
    """The names of all parts that `file_name` is one of; the name alone for a file that is whole."""
    match = PART.fullmatch(file_name)
    if match is None or not 0 < int(match["count"]) <= _MOST_PARTS:
        return (file_name,)
    count = int(match["count"])
    return tuple(f"{match['stem']}-{number:05}-of-{count:05}.gguf" for number in range(1, count + 1))
