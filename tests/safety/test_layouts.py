"""Harm that is laid out, one word a line or as the texts of links, is stopped as if it stood in one row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from segue.pipeline.release.streaming_mode import StreamingMode, guard_for
from segue.safety.policy import TherapeuticSafetyValidator
from segue.safety.reading.layout import laid_out
from tests.safety.layouts import LAID_OUT, LAID_OUT_WELL
from tests.support.gateway import RunningGateway, scripted, serving, settings_with

PATH = "/v1/chat/completions"
MODELS = {f"out_{number}": {"text": text} for number, text in enumerate(LAID_OUT.values())}
VALIDATOR = TherapeuticSafetyValidator()
HOLD_BACK = max(120, VALIDATOR.span_chars)


@pytest.fixture(scope="module", params=["auto", "sentence"])
def gateway(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway whose models lay their harm out; words are shown as they are read, or by whole sentences."""
    settings = settings_with(scripted(plain={}, **MODELS), safety={"streaming": request.param, "classifier": "off"})
    with serving(settings, home=Path(tmp_path_factory.mktemp("home"))) as running:
        yield running


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("number", range(len(LAID_OUT)), ids=LAID_OUT)
def test_no_layout_carries_harm_past_the_check(gateway: RunningGateway, number: int, stream: bool) -> None:
    """The answer ends with written words, and its last word is never shown."""
    messages = [{"role": "user", "content": "What now?"}]
    heard = gateway.ask(PATH, {"model": f"stage:out_{number}", "messages": messages, "stream": stream})
    body = heard.body.decode()
    assert heard.status == 200
    assert '"finish_reason":"content_filter"' in body
    assert "yourself" not in body.replace("hurt yourself", "")


@pytest.mark.parametrize("mode", StreamingMode)
@pytest.mark.parametrize("text", LAID_OUT.values(), ids=LAID_OUT)
def test_in_small_pieces_not_a_word_of_it_is_shown(text: str, mode: StreamingMode) -> None:
    """Wherever the pieces of a stream are cut, the finding begins before anything of it is released."""
    guard = guard_for(mode, VALIDATOR.screen_output, hold_back_chars=HOLD_BACK)
    answer = f"{'The river runs on. ' * 20}\n\n{text}"
    shown = "".join(guard.feed(answer[at : at + 7]).text for at in range(0, len(answer), 7)) + guard.finish().text
    assert guard.is_stopped
    assert "kill" not in shown


@pytest.mark.parametrize("text", LAID_OUT_WELL)
def test_ordinary_lists_links_and_notes_pass(text: str) -> None:
    """Nothing is found in them, in a therapeutic turn either."""
    assert VALIDATOR.screen_output(text, therapeutic=True).findings == ()


@pytest.mark.parametrize(
    "text", ["The river runs on.\n\nThe lamp is lit: see [1] and <b>that</b>.", "Él no está aquí…"]
)
def test_most_texts_have_no_layout(text: str) -> None:
    """They are read once, and cost no more than a look for a few signs."""
    assert laid_out(text) == []
