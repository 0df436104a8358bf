"""Speeds are told from a figure of the machine that is measured once and kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from segue.machine.speed import active_bytes, predict_speed
from segue.machine.yardstick import Yardstick, this_machine, yardstick
from tests.unit.machine.test_prediction import PLAN, QWEN

HERE = Yardstick("here", 9e9)


def test_the_figure_is_measured_once_and_kept(tmp_path: Path) -> None:
    """The second look reads the file; another machine's file is not believed."""
    first = yardstick(tmp_path)
    assert first.machine == this_machine()
    assert 1e8 < first.copied_bytes_s < 1e12
    (tmp_path / "yardstick.json").write_text(json.dumps({"machine": first.machine, "copied_bytes_s": 5e9}))
    assert yardstick(tmp_path).copied_bytes_s == 5e9
    (tmp_path / "yardstick.json").write_text(json.dumps({"machine": "another", "copied_bytes_s": 5e9}))
    assert yardstick(tmp_path).copied_bytes_s != 5e9


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"machine": 1, "copied_bytes_s": "x"}', '{"copied_bytes_s": NaN}'])
def test_a_damaged_file_is_measured_anew(text: str, tmp_path: Path) -> None:
    """What cannot be read is replaced."""
    (tmp_path / "yardstick.json").write_text(text)
    kept = yardstick(tmp_path)
    assert json.loads((tmp_path / "yardstick.json").read_text())["copied_bytes_s"] == round(kept.copied_bytes_s)


def test_a_home_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    """Then it is measured each time."""
    (tmp_path / "file").write_text("")
    assert yardstick(tmp_path / "file" / "home").copied_bytes_s > 0


def test_speeds_of_a_known_model_lie_in_the_range_that_is_told() -> None:
    """Qwen2.5 1.5B at 4 bits said 17.7 tokens a second and read 37.6, on a machine that copies 9 GB a second."""
    told = predict_speed(QWEN, PLAN, HERE)
    for measured, speed in ((17.7, told.answer_tokens_s), (37.6, told.prompt_tokens_s)):
        assert speed / (1 + told.error_share) < measured < speed * (1 + told.error_share)


def test_what_is_not_read_costs_nothing() -> None:
    """Of a mixture of experts only those that are used are read, so it is as fast as a smaller model."""
    mixture = replace(QWEN, experts=8, experts_used=2, expert_bytes=800_000_000)
    assert active_bytes(QWEN) == QWEN.weight_bytes - QWEN.embedding_bytes
    assert active_bytes(mixture) == active_bytes(QWEN) - 600_000_000
    assert predict_speed(mixture, PLAN, HERE).answer_tokens_s > predict_speed(QWEN, PLAN, HERE).answer_tokens_s


def test_a_longer_context_and_slower_memory_slow_down() -> None:
    """Both are told before anything is loaded."""
    plain = predict_speed(QWEN, PLAN, HERE).answer_tokens_s
    assert predict_speed(QWEN, replace(PLAN, context_tokens=32_768), HERE).answer_tokens_s < plain
    assert predict_speed(QWEN, PLAN, Yardstick("there", 4.5e9)).answer_tokens_s < plain
