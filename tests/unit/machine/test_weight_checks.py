"""Files that are no weights are refused with a word, whatever they claim to be."""

import json
import struct
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.machine.weight_checks import check_form
from tests.support.stored_weights import tiny_safetensors


@pytest.mark.parametrize("end", ["1e999", "Infinity", "NaN", "1.0", "-1", '"1"', "null"])
def test_safetensors_whose_places_are_no_numbers_are_refused(tmp_path: Path, end: str) -> None:
    """A header that no tensor can be found by ends in an error that says so."""
    header = f'{{"w": {{"dtype": "U8", "shape": [1], "data_offsets": [0, {end}]}}}}'.encode()
    path = tmp_path / "model.safetensors"
    path.write_bytes(struct.pack("<Q", len(header)) + header + b"\0")
    with pytest.raises(WeightsError, match=r"^model\.safetensors has a tensor .*It was not kept"):
        check_form([path], "safetensors")


def test_whole_safetensors_are_taken_and_cut_ones_are_not(tmp_path: Path) -> None:
    """The file ends with its last tensor, to the byte."""
    path = tmp_path / "model.safetensors"
    path.write_bytes(tiny_safetensors())
    check_form([path], "safetensors")
    path.write_bytes(tiny_safetensors()[:-1])
    with pytest.raises(WeightsError, match="is incomplete or was changed"):
        check_form([path], "safetensors")


def test_json_larger_than_any_is_not_read(tmp_path: Path) -> None:
    """A configuration of gigabytes is refused before it is in memory."""
    path = tmp_path / "config.json"
    path.write_text(json.dumps({}))
    check_form([path], "safetensors")
    with path.open("wb") as file:
        file.truncate(2**36)
    with pytest.raises(WeightsError, match="more than any file of its kind"):
        check_form([path], "safetensors")
