"""The words that a GGUF file's tokenizer reads as control tokens: what its chat template builds turns of."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from segue.machine.headers_gguf import LEAST_TENSOR_BYTES, LIST, LONGEST_LIST, STRING, begin, next_key, pass_over
from segue.machine.headers_reading import Cursor, on_disk

_TOKENS, _TYPES = "tokenizer.ggml.tokens", "tokenizer.ggml.token_type"
_TEMPLATE: Final = "tokenizer.chat_template"
_UNKNOWN, _CONTROL, _USER_DEFINED = 2, 3, 4
"""llama.cpp's types of tokens (enum llama_token_type in its llama.h, 2026-10): these are looked for in a prompt before
anything else of it is read."""
_INTEGERS = (4, 5)
_MOST_TEMPLATE_BYTES: Final = 2**20


def control_words(path: Path) -> frozenset[str]:
    """The control tokens, and of those that the model's author added the ones that its chat template names: others are
    ordinary words, as runs of spaces. Blocks. Raises WeightsError for a file whose header cannot be read."""
    cursor = Cursor(on_disk(path))
    tensors, keys = begin(cursor)
    cursor.least_left_bytes = tensors * LEAST_TENSOR_BYTES
    tokens_at, tokens_end, types, template = 0, 0, b"", ""
    for _ in range(keys):
        key, kind = next_key(cursor)
        if key == _TYPES and kind == LIST and (types := _numbers_of_a_byte(cursor)):
            continue
        if key == _TEMPLATE and kind == STRING:
            template = _template(cursor)
            continue
        began = cursor.offset
        pass_over(cursor, kind)
        if key == _TOKENS:
            tokens_at, tokens_end = began, cursor.offset
    wanted = [place for place, kind in enumerate(types) if kind in {_UNKNOWN, _CONTROL, _USER_DEFINED}]
    if not tokens_at or not wanted:
        return frozenset()
    words = zip(wanted, _texts(path, tokens_at, tokens_end, wanted), strict=False)
    return frozenset(word for place, word in words if types[place] != _USER_DEFINED or word in template)


def _numbers_of_a_byte(cursor: Cursor) -> bytes:
    """A list of small numbers; empty where it is a list of something else, of which nothing was read then."""
    began = cursor.offset
    kind, count = cursor.number("<I"), cursor.number("<Q")
    if kind not in _INTEGERS or count > LONGEST_LIST:
        cursor.offset = began
        return b""
    return bytes(min(number, 255) for number in cursor.numbers(f"<{count}I"))


def _template(cursor: Cursor) -> str:
    length = cursor.number("<Q")
    if length > _MOST_TEMPLATE_BYTES:
        cursor.skip(length)
        return ""
    return cursor.take(length).decode(errors="replace")


def _texts(path: Path, offset: int, end: int, places: list[int]) -> list[str]:
    """Entries of the list of texts that lies there."""
    cursor, at, texts = Cursor(on_disk(path)), 0, []
    cursor.offset, cursor.least_left_bytes = offset, end - offset
    count = _count(cursor)
    for place in places:
        if place >= count:
            break
        cursor.skip_strings(place - at)
        texts.append(cursor.take(cursor.number("<Q")).decode(errors="replace"))
        at = place + 1
    return texts


def _count(cursor: Cursor) -> int:
    """Entries of a list of texts; none of any other list."""
    kind, count = cursor.number("<I"), cursor.number("<Q")
    return count if kind == STRING else 0
