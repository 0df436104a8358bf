"""Whether a model's files say how a talk is written down for it: without that it goes on with text and answers nobody.

Everything here blocks, for some milliseconds: no header is parsed and no weight is read.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Final

_KEY: Final = b"tokenizer.chat_template"
_SIGN: Final = struct.pack("<Q", len(_KEY)) + _KEY + struct.pack("<I", 8)
"""The key as a GGUF file has it, before a text (gguf.md); after it stands the length of that."""
_END: Final = b"token_embd.weight"
"""The table of tensors has come when this has: the metadata is over."""
_BLOCK_BYTES: Final = 2**20
_MOST_BYTES: Final = 64 * 2**20
"""The largest tokenizers take some 20 MB."""
_FILES: Final = ("chat_template.jinja", "chat_template.json", "additional_chat_templates", "processor_config.json")
NEXT: Final = "Use the model's instruct or chat version."


def no_template(what: str) -> str:
    """What is said of a model that cannot be talked with."""
    return f"{what} has no chat template: it was made to go on with text, not to answer."


def is_gguf_file(path: Path) -> bool:
    """Whether a file begins as GGUF does. OSError passes through."""
    with path.open("rb") as file:
        return file.read(4) == b"GGUF"


def file_has_template(path: Path) -> bool | None:
    """Of a GGUF file; None where it does not come to its tensors soon. OSError passes through."""
    kept = b""
    with path.open("rb") as file:
        for _ in range(_MOST_BYTES // _BLOCK_BYTES):
            block = file.read(_BLOCK_BYTES)
            seen = kept + block
            if (at := seen.find(_SIGN)) >= 0:
                length = seen[at + len(_SIGN) :][:8] + file.read(8)
                return any(length[:8])
            if _END in seen:
                return False
            if not block:
                return None
            kept = seen[-len(_SIGN) :]
    return None


def folder_has_template(folder: Path) -> bool:
    """Where transformers looks for one (its tokenization_utils_base.py, 5.24): files, or the tokenizer's settings."""
    if any((folder / name).exists() for name in _FILES):
        return True
    return bool(_tokenizer_settings(folder).get("chat_template"))


def is_tokenizer_plain(folder: Path) -> bool:
    """Whether transformers takes the tokenizer as tokenizer.json has it, and makes none of a class of its own."""
    return _tokenizer_settings(folder).get("tokenizer_class") in ("PreTrainedTokenizerFast", "TokenizersBackend")


def _tokenizer_settings(folder: Path) -> dict[str, object]:
    try:
        told: object = json.loads((folder / "tokenizer_config.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
