"""Of what a source offers, the files of one model are taken, and a choice that cannot be made names what there is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.machine.file_source import FileSource
from segue.machine.headers import read_shape
from segue.machine.hub import page_of_hub
from segue.machine.keeping_files import SPARE_BYTES
from segue.machine.weight_budget import room
from segue.machine.weight_choice import Wish, choose, quantization_of, usual_name
from segue.machine.weight_sources import Offer, OfferedFile
from segue.machine.weight_store import WeightStore
from tests.support.stored_weights import COMMIT, LATER_COMMIT, keep_tiny, tiny_gguf


def offer(*paths: str, title: str = "Tale-1B-GGUF") -> Offer:
    files = tuple(OfferedFile(path, 10_000_000) for path in paths)
    return Offer("huggingface", f"owner/{title}", title, files, revision=COMMIT)


@pytest.mark.parametrize(
    ("path", "quantization"),
    [
        ("tale.Q4_K_M.gguf", "Q4_K_M"),
        ("Tale-1B-Instruct-q8_0.gguf", "Q8_0"),
        ("tale-IQ2_XXS.gguf", "IQ2_XXS"),
        ("tale-bf16-00001-of-00002.gguf", "BF16"),
        ("Q6_K/tale-Q6_K-00001-of-00002.gguf", "Q6_K"),
        ("tale-UD-Q4_K_XL.gguf", "UD-Q4_K_XL"),
        ("tale.gguf", None),
        ("qwen3-q.gguf", None),
    ],
)
def test_quantization_is_read_from_the_name(path: str, quantization: str | None) -> None:
    """As repositories write it."""
    assert quantization_of(path) == quantization


def test_usual_quantization_is_taken_where_none_is_named() -> None:
    """Q4_K_M, and no picture encoder beside it."""
    chosen = choose(offer("tale.Q8_0.gguf", "tale.Q4_K_M.gguf", "mmproj-tale-f16.gguf"), Wish())
    assert [file.path for file in chosen.files] == ["tale.Q4_K_M.gguf"]
    assert usual_name(offer(), chosen) == "tale-1b-q4_k_m"


def test_parts_of_one_file_come_together_and_the_first_is_loaded() -> None:
    """A split file is one model; where a part is missing it is none."""
    parts = [f"tale-Q4_K_M-0000{number}-of-00003.gguf" for number in (1, 2, 3)]
    chosen = choose(offer(*reversed(parts), "tale-Q8_0.gguf"), Wish())
    assert [file.path for file in chosen.files] == parts
    assert chosen.main == parts[0]
    with pytest.raises(WeightsError, match="has 2 of the 3 parts"):
        choose(offer(*parts[:2]), Wish())


def test_pattern_chooses_among_files() -> None:
    """`--file` narrows what there is."""
    chosen = choose(offer("a/tale.Q4_K_M.gguf", "b/tale.Q4_K_M.gguf"), Wish(file="B/*"))
    assert chosen.main == "b/tale.Q4_K_M.gguf"
    with pytest.raises(WeightsError, match="has no file like"):
        choose(offer("tale.gguf"), Wish(file="*.Q9"))


def test_weights_without_configuration_are_no_model() -> None:
    """An adapter says so instead of failing at its load."""
    with pytest.raises(WeightsError, match="adapter"):
        choose(offer("adapter_model.safetensors", "adapter_config.json"), Wish())


def test_parts_without_an_index_are_not_fetched() -> None:
    """transformers would not find them; one file of the usual name, or an index, is what it looks for."""
    parts = ("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors", "config.json")
    with pytest.raises(WeightsError, match=r"neither model\.safetensors nor model\.safetensors\.index\.json"):
        choose(offer(*parts), Wish())
    chosen = choose(offer(*parts, "model.safetensors.index.json"), Wish())
    assert len(chosen.files) == 4


def test_parts_of_a_file_here_are_taken_with_the_first(tmp_path: Path) -> None:
    """Naming the first part of a split file is enough."""
    for number in (1, 2):
        (tmp_path / f"tale[x]-0000{number}-of-00002.gguf").write_bytes(tiny_gguf(seed=number))
    offered = FileSource(tmp_path / "tale[x]-00001-of-00002.gguf").offer()
    assert len(offered.files) == 2
    assert usual_name(offered, choose(offered, Wish())) == "tale-x"


def test_file_here_that_cannot_be_stored_under_its_name_says_what_to_do(tmp_path: Path) -> None:
    """A name that other systems do not take, and an empty file, are no attack of a mirror."""
    (tmp_path / "a:b.gguf").write_bytes(tiny_gguf())
    with pytest.raises(
        WeightsError, match=r"a sign that not every system allows \(a:b\.gguf\).*Rename the file"
    ) as one:
        choose(FileSource(tmp_path / "a:b.gguf").offer(), Wish())
    (tmp_path / "empty.gguf").touch()
    with pytest.raises(WeightsError, match=r"empty\.gguf with 0 bytes.*take away what is empty") as other:
        choose(FileSource(tmp_path / "empty.gguf").offer(), Wish())
    assert "HF_ENDPOINT" not in f"{one.value}{other.value}"


def test_path_that_the_system_refuses_is_an_error_that_says_so(tmp_path: Path) -> None:
    """Neither a pull nor a look at headers falls over what cannot be looked at."""
    path = tmp_path / ("x" * 300)
    for asked in (FileSource(path).offer, lambda: read_shape(path)):
        with pytest.raises(WeightsError, match="cannot be read: File name too long"):
            asked()


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("https://huggingface.co/owner/repo", ("owner/repo", None, None)),
        ("https://huggingface.co/owner/repo/tree/v1", ("owner/repo", "v1", None)),
        ("https://hf.co/owner/repo/resolve/main/a/b.gguf?download=true", ("owner/repo", "main", "a/b.gguf")),
        ("https://example.org/owner/repo", None),
        ("https://huggingface.co/owner", None),
    ],
)
def test_pages_of_the_hub_are_known(address: str, page: tuple[str, str | None, str | None] | None) -> None:
    """What people copy from the hub's pages leads to the repository."""
    assert page_of_hub(address) == page


def test_room_is_made_of_the_least_recently_used_and_of_nothing_that_is_kept(tmp_path: Path) -> None:
    """Pinned models, those in use and earlier revisions never stand in the way."""
    store, long_ago = WeightStore(tmp_path), datetime.now(UTC) - timedelta(days=9)
    for days, name in enumerate(("pinned", "held", "oldest", "older")):
        keep_tiny(tmp_path, name, fetched_at=long_ago + timedelta(days=days))
    keep_tiny(tmp_path, "updated", fetched_at=long_ago - timedelta(days=1))
    keep_tiny(tmp_path, "updated", revision=LATER_COMMIT)
    store.pin("pinned")
    stored, _ = store.list_all()
    lack = room(stored, 4096, budget_bytes=6 * 4096, held=["held"])
    assert lack.missing_bytes == 4096
    assert [model.name for model in lack.to_remove] == ["oldest"]
    assert room(stored, 4096, budget_bytes=7 * 4096).missing_bytes == 0
    assert room(stored, 2**40, budget_bytes=2**30).to_remove == ()
    short = room(stored, 4096, free_bytes=SPARE_BYTES + 4000)
    assert (short.missing_bytes, short.lacks, [model.name for model in short.to_remove]) == (96, "disk", ["held"])
