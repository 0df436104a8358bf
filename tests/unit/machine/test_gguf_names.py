"""What the names of GGUF files tell."""

import pytest

from segue.machine.gguf_names import may_be_model, of_one_model, part_names


@pytest.mark.parametrize(
    ("name", "common"),
    [
        ("tale.gguf", "tale.gguf"),
        ("q/tale-00002-of-00003.gguf", "q/tale"),
        ("q/tale-00002-of-00003.GGUF", "q/tale"),
        ("best-of-all.gguf", "best-of-all.gguf"),
    ],
)
def test_parts_of_one_model_have_its_name_in_common(name: str, common: str) -> None:
    """A name that only looks like a part's stands for itself."""
    assert of_one_model(name) == common


def test_a_part_names_all_parts() -> None:
    """Whichever of them is named."""
    assert part_names("t-00002-of-00002.gguf") == ("t-00001-of-00002.gguf", "t-00002-of-00002.gguf")
    assert part_names("t-00001-of-99999.gguf") == ("t-00001-of-99999.gguf",)


@pytest.mark.parametrize(
    ("name", "may_be"),
    [
        ("a/tale.GGUF", True),
        ("a/MMPROJ-tale.gguf", False),
        ("imatrix.gguf", False),
        ("mmproj/tale.gguf", True),
        ("a.bin", False),
    ],
)
def test_what_belongs_to_a_model_is_told_from_models(name: str, may_be: bool) -> None:
    """By the file's own name, not by its folder's."""
    assert may_be_model(name) is may_be
