"""What a short look at a model's file or folder tells before anything is loaded: that it cannot answer, and why."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from segue.machine.chat_templates import NEXT, file_has_template, folder_has_template, is_gguf_file, no_template
from segue.machine.needs import Backend

_CONFIG, _TOKENIZER = "config.json", "tokenizer_config.json"


class Looks:
    """Looks once at a file or folder, and again when it changed. Blocks; reads no weights."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[object, str | None]] = {}

    def fault(self, path: Path, backend: Backend) -> str | None:
        """Why a model that is there cannot answer, and what to do; None where nothing is known against it."""
        state = (backend, *map(_state, (path, path / _CONFIG, path / _TOKENIZER)))
        known = self._seen.get(path)
        if known is None or known[0] != state:
            known = self._seen[path] = state, _fault(path, backend)
        return known[1]


def wrong_kind(path: Path, backend: Backend, *, is_set: bool) -> str | None:
    """Why a backend does not take what lies at a path: a file where it takes folders, or the other way; None: it does,
    or there is nothing. `is_set`: the settings name the backend."""
    if backend == "transformers" and path.is_file():
        other = ", or leave `backend` out" if is_set else ""
        return f"{path} is a file, and transformers takes a folder: set `backend: llama_cpp`{other}."
    if backend == "llama_cpp" and path.is_dir():
        other = ", or leave `backend` out" if is_set else ""
        return f"{path} is a folder, and llama.cpp takes a GGUF file: set `backend: transformers`{other}."
    return None


def _fault(path: Path, backend: Backend) -> str | None:
    with suppress(OSError):  # who loads it says why
        if backend == "transformers":
            if not (path / _CONFIG).is_file():
                return f"{path} has no {_CONFIG}: correct its `path`, which has to be the folder of one model."
            has_template: bool | None = folder_has_template(path)
        elif not is_gguf_file(path):
            return f"{path} is no GGUF file: correct its `path`, or name a folder of safetensors."
        else:
            has_template = file_has_template(path)
        return f"{no_template(str(path))} {NEXT}" if has_template is False else None
    return None


def _state(path: Path) -> object:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
