"""`POST /v1/safety/screen` and `segue safety test`: the verdict on words, without a turn and without the words."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from segue.domain.callers import CallerRole
from segue.safety.policy import screen_by_rules
from tests.support.gateway import Heard, RunningGateway, scripted, serving, settings_with, until

SCREEN = "/v1/safety/screen"
GRAVE = "I am going to kill myself tonight."
HARMFUL = "You should just kill yourself."
CALM = "The marzipan lamp went out."


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with narrow limits."""
    limits = {"max_messages": 3, "max_body_bytes": 200_000}
    with serving(
        settings_with(scripted(plain={"text": "Hello."}), server=limits), home=tmp_path_factory.mktemp("h")
    ) as it:
        yield it


def screened(gateway: RunningGateway, **body: object) -> dict[str, object]:
    heard = gateway.ask(SCREEN, body)
    assert heard.status == 200, heard.body
    return heard.json


def refused(heard: Heard, status: int, param: str | None) -> None:
    assert (heard.status, heard.error.param) == (status, param)
    assert "marzipan" not in heard.body.decode()


def test_a_text_is_screened_as_in_a_turn(gateway: RunningGateway) -> None:
    """The verdict is the library's: level, action, and findings with codes and places."""
    told, verdict = screened(gateway, text=GRAVE), screen_by_rules(GRAVE)
    assert told == {
        "level": verdict.level,
        "action": "replace",
        "degraded": True,
        "category": verdict.category,
        "subject": "self",
        "measures": list(verdict.measures),
        "findings": [
            {"code": f.code, "category": f.category, "level": f.level, "start": f.start, "end": f.end}
            for f in verdict.findings
        ],
        "score": None,
    }
    assert told["findings"]
    assert screened(gateway, text=CALM)["action"] == "pass"


def test_the_verdict_stands_in_a_header_and_the_text_nowhere(gateway: RunningGateway) -> None:
    """A proxy can act on the header; no word of the person comes back."""
    heard = gateway.ask(SCREEN, {"text": f"{CALM} {GRAVE}", "language": "en-GB"})
    assert heard.headers["x-segue-safety"] == "level=imminent;action=replace"
    assert not [word for word in ("marzipan", "tonight") if word in heard.body.decode()]


def test_earlier_words_of_a_conversation_count(gateway: RunningGateway) -> None:
    """What was grave before the last answer still makes a verdict; only the person's words do."""
    person, model = {"role": "user", "content": GRAVE}, {"role": "assistant", "content": HARMFUL}
    now = {"role": "user", "content": [{"type": "text", "text": CALM}]}
    told = screened(gateway, messages=[person, model, now])
    assert (told["level"], told["action"]) == ("moderate", "pass")
    assert screened(gateway, messages=[model, now])["level"] == "none"


def test_words_of_a_model_are_screened_in_the_other_direction(gateway: RunningGateway) -> None:
    """By the rules of answers: a text, or the newest answer of a conversation with its tool calls."""
    call = {"id": "c", "function": {"name": "note", "arguments": json.dumps({"a": json.dumps({"b": HARMFUL})})}}
    calls = [{"role": "user", "content": CALM}, {"role": "assistant", "tool_calls": [call]}]
    assert screened(gateway, text=HARMFUL, direction="output")["action"] == "stop"
    assert screened(gateway, text=GRAVE, direction="output")["action"] == "pass"
    assert screened(gateway, messages=calls, direction="output")["action"] == "stop"


@pytest.mark.parametrize(("direction", "words"), [("input", GRAVE), ("output", HARMFUL)])
def test_places_in_a_long_text_are_those_of_the_text(gateway: RunningGateway, direction: str, words: str) -> None:
    """A text that is read in windows is not counted anew in each."""
    before = f"{CALM} " * 1_500
    told = screened(gateway, text=f"{before}{words} {CALM}", direction=direction)
    findings = told["findings"]
    assert isinstance(findings, list)
    first = findings[0]
    assert len(before) <= first["start"] < first["end"] <= len(before) + len(words)


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({}, "text"),
        ({"text": CALM, "messages": [{"role": "user", "content": CALM}]}, "text"),
        ({"text": 5}, "text"),
        ({"text": CALM, "language": "marzipan lamp"}, "language"),
        ({"text": CALM, "language": "english"}, "language"),
        ({"text": CALM, "direction": "marzipan"}, "direction"),
        ({"text": CALM, "lang": "en"}, "lang"),
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "user", "content": CALM}] * 4}, "messages"),
        ({"messages": [{"role": "marzipan", "content": CALM}]}, "messages[0].role"),
        ({"messages": [{"role": "user"}]}, "messages[0].content"),
        ({"messages": [{"role": "assistant", "content": CALM}]}, "messages"),
        ({"messages": [{"role": "user", "content": CALM}], "direction": "output"}, "messages"),
    ],
)
def test_a_wrong_body_is_refused_by_field(gateway: RunningGateway, body: object, param: str) -> None:
    """What is wrong is named, what was sent is not repeated."""
    refused(gateway.ask(SCREEN, body), 400, param)


def test_limits_and_kinds_are_those_of_a_chat(gateway: RunningGateway) -> None:
    """Too long, not JSON, not UTF-8, another method; and half of an emoji is read as in a chat."""
    refused(gateway.ask(SCREEN, {"text": "x" * 200_001}), 413, None)
    refused(gateway.ask(SCREEN, b"{"), 400, None)
    refused(gateway.ask(SCREEN, b'{"text": "\xff"}'), 400, None)
    refused(gateway.ask(SCREEN, b"{}", headers={"content-type": "text/plain"}), 415, "Content-Type")
    assert gateway.ask(SCREEN).status == 405
    assert gateway.ask(SCREEN, b'{"text": "Good \\ud83d night"}').json["level"] == "none"


def test_an_unknown_key_is_refused_and_a_callers_is_not(gateway: RunningGateway) -> None:
    """Whoever may chat may screen."""
    key = gateway.make_caller("screens", CallerRole.CALLER)
    # A key that was just made is read at once, unless the store was read within the same moment.
    until(lambda: gateway.ask(SCREEN, {"text": CALM}, headers={"authorization": f"Bearer {key}"}).status == 200)
    assert gateway.ask(SCREEN, {"text": CALM}, headers={"authorization": "Bearer segue-nobody"}).status == 401


def command(*words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "segue.cli", "safety", "test", *words]
    return subprocess.run(line, input=stdin, capture_output=True, text=True, timeout=150, check=False)


def test_the_command_says_what_the_gateway_would() -> None:
    """At the terminal or from a file, for people or for programs."""
    told = json.loads(command("--json", stdin=GRAVE).stdout)
    assert (told["level"], told["action"]) == ("imminent", "replace")
    for_people = command(HARMFUL, "--answer").stdout
    assert "stop" in for_people
    assert "encouragement" in for_people
    assert HARMFUL not in for_people


def test_the_command_asks_the_classifier_unless_it_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its verdict has a score, as a turn's has, unless rules found enough; without it, it says where to look."""
    monkeypatch.setenv("SEGUE__SAFETY__CLASSIFIER", "auto")
    for words in (CALM, GRAVE):
        told = json.loads(command("--json", "--language", "en", stdin=words).stdout)
        assert told["degraded"] is False
        assert (told["score"] is not None) is (words == CALM)
    monkeypatch.setenv("SEGUE__SAFETY__CLASSIFIER", "off")
    assert "only rules looked; segue doctor says why" in command(CALM).stdout


def test_an_empty_text_is_misuse() -> None:
    """Nothing to read is no calm text."""
    done = command(stdin=" \n")
    assert (done.returncode, done.stdout) == (2, "")
