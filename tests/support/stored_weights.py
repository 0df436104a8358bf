"""Small files of weights, right in form, and a store that holds them."""

import hashlib
import json
import struct
from datetime import UTC, datetime
from pathlib import Path

from segue.machine.stored_models import Manifest, StoredFile, StoredModel
from segue.machine.weight_store import PARTIAL, WeightStore

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LATER_COMMIT = "89abcdef0123456789abcdef0123456789abcdef"


def tiny_gguf(*, size_bytes: int = 4096, seed: int = 1) -> bytes:
    """A GGUF file of version 3 with one tensor of 32 bytes, filled up with bytes that differ by seed."""
    head = b"GGUF" + struct.pack("<IQQ", 3, 1, 0) + struct.pack("<Q1sIQIQ", 1, b"w", 1, 32, 24, 0)
    block = hashlib.sha256(seed.to_bytes(4, "little")).digest()
    return (head + block * (size_bytes // len(block) + 1))[:size_bytes]


def tiny_safetensors(*, size_bytes: int = 1024, seed: int = 1) -> bytes:
    """One tensor of bytes."""
    header = json.dumps({"w": {"dtype": "U8", "shape": [size_bytes], "data_offsets": [0, size_bytes]}}).encode()
    return struct.pack("<Q", len(header)) + header + bytes([seed]) * size_bytes


def keep_tiny(
    home: Path,
    name: str = "tiny",
    *,
    revision: str = COMMIT,
    seed: int = 1,
    size_bytes: int = 4096,
    fetched_at: datetime | None = None,
) -> StoredModel:
    """Put a model of one small GGUF file into the store, as a fetch does."""
    store = WeightStore(home)
    with store.locked(name) as folder:
        partial = folder / f"{PARTIAL}{revision}"
        partial.mkdir(exist_ok=True)
        file = partial / "tiny.gguf"
        file.write_bytes(tiny_gguf(size_bytes=size_bytes, seed=seed))
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        kept = StoredFile(file.name, size_bytes, sha256, file.stat().st_mtime_ns)
        moment = fetched_at or datetime.now(UTC)
        return store.keep(
            partial, Manifest(name, "huggingface", "owner/tiny", revision, "gguf", file.name, (kept,), moment)
        )
