"""What keeps a folder's worker small: keys and values in room taken once, pages of files let go, few kernels kept."""

import mmap
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from segue.machine import prediction_transformers
from segue.providers.local.transformers.mapped_files import let_go

pytestmark = pytest.mark.transformers
CONTEXT = 900
READS = (64, 64, 64, 1, 1, 1, 64, *(1,) * 60, *(64,) * 9)
"""Tokens read at once: a prompt in batches, an answer, another prompt."""


@pytest.mark.parametrize(
    ("window", "reads", "held"), [(None, READS, 900), (100, READS, 356), (800, READS, 900), (5, (64, 300, 1, 64), 304)]
)
def test_cache_is_as_transformers_has_it_and_lies_where_it_lay(
    window: int | None, reads: Sequence[int], held: int
) -> None:
    """Keys and values are the same at each step; no step makes tensors anew, as transformers' own does at each token.
    A window keeps no more than itself and what it may be passed by."""
    import torch
    from transformers import LlamaConfig, MistralConfig
    from transformers.cache_utils import DynamicCache

    from segue.providers.local.transformers.roomy_cache import WINDOW_SPARE_TOKENS, can_be_cut, roomy_cache

    sizes: dict[str, Any] = {"num_hidden_layers": 1, "hidden_size": 8, "num_attention_heads": 2}
    config = LlamaConfig(**sizes) if window is None else MistralConfig(**sizes, sliding_window=window)
    usual, roomy = DynamicCache(config=config), roomy_cache(config, CONTEXT)
    places: set[int] = set()
    for count in reads:
        states = torch.randn(2, 1, 2, count, 4)
        for wanted, found in zip(usual.update(*states, 0), roomy.update(*states, 0), strict=True):
            assert torch.equal(wanted, found)
        assert roomy.get_mask_sizes(1, 0)[0] == usual.get_mask_sizes(1, 0)[0]
        places.add(roomy.layers[0].keys.untyped_storage().data_ptr())
    assert roomy.layers[0].keys.untyped_storage().nbytes() == 2 * 4 * 4 * held
    assert len(places) == (2 if 300 in reads else 1)  # as much was never read at once before
    assert can_be_cut(roomy) == (window is None)
    assert prediction_transformers._WINDOW_SPARE_TOKENS == WINDOW_SPARE_TOKENS


@pytest.mark.skipif(sys.platform != "linux", reason="pages of files are let go on Linux alone")
def test_pages_of_a_mapped_file_are_let_go_unless_somebody_wrote_to_them(tmp_path: Path) -> None:
    """What was read is gone from memory and there again when it is wanted; what was written stays as it is."""
    (tmp_path / "model").mkdir()
    file = tmp_path / "model" / "model.safetensors"
    file.write_bytes(b"w" * 2**20)
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_COPY) as mapped:
        assert mapped[:] == b"w" * 2**20
        assert _resident_kb(file) == 1024
        assert let_go(tmp_path / "model")
        assert _resident_kb(file) == 0
        mapped[7] = 0
        assert not let_go(tmp_path / "model")
        assert (mapped[7], mapped[8]) == (0, ord("w"))


def _resident_kb(file: Path) -> int:
    lines = Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines()
    starts = [at for at, line in enumerate(lines) if line.endswith(str(file))]
    return sum(int(next(line for line in lines[at:] if line.startswith("Rss:")).split()[1]) for at in starts)


def test_few_kernels_are_kept() -> None:
    """Each size of matrix that is met has a kernel with memory of its own: all of these would keep 210 MB."""
    program = """if True:
        import os, psutil
        from segue.providers.local import torch_worker
        os.environ.update(torch_worker._ENVIRONMENT)
        import torch
        torch.set_num_threads(1)
        matrix, process = torch.ones(1024, 1024, dtype=torch.bfloat16), psutil.Process()
        before = process.memory_full_info().uss
        for size in range(1, 200):
            torch.nn.functional.linear(matrix[:size], matrix)
        print(process.memory_full_info().uss - before)
    """
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 100e6
