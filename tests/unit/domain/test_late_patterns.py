"""Patterns that are compiled by whoever needs them first, or behind the start."""

import re
import subprocess
import sys
import threading

import pytest

from segue.domain import late_patterns
from segue.domain.late_patterns import compile_late_patterns, late_pattern, made_once

COUNTED = """
import {module}
from segue.domain import late_patterns
print(len(late_patterns._EVERY), sum("made" in vars(late) for late in late_patterns._EVERY))
"""
PLAIN_TURN = """
import re
from segue.domain.chat import Message, Role
from segue.safety.policy import TherapeuticSafetyValidator
validator = TherapeuticSafetyValidator()
compiled, compile_ = [], re._compiler.compile
re._compiler.compile = lambda pattern, flags=0: compiled.append(pattern) or compile_(pattern, flags)
validator.screen([Message(Role.USER, "How do I bake a cake for my sister?")], language="en")
print(len(compiled))
"""
READ_AT_ONCE = """
import sys
import segue.app
from segue.domain.late_patterns import compile_late_patterns
from segue.domain.chat import Message, Role
from segue.safety.policy import TherapeuticSafetyValidator
validator = TherapeuticSafetyValidator()
for _ in range(2):
    for text in sys.argv[1:]:
        verdict = validator.screen([Message(Role.USER, text)], language="en")
        print(verdict.level.value, verdict.action.name, *(finding.code for finding in verdict.findings), sep=",")
    for _ in compile_late_patterns():
        pass
"""
"""What is said of each text before anything is made ready, and after everything is."""


@pytest.fixture(autouse=True)
def _none_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test makes is not compiled by later ones."""
    monkeypatch.setattr(late_patterns, "_EVERY", [])


def test_a_late_pattern_is_compiled_once_by_whoever_searches_first() -> None:
    """Making it costs nothing; asking it for anything gives what the pattern itself gives."""
    made: list[str] = []

    def compiled(pattern: str) -> re.Pattern[str]:
        made.append(pattern)
        return re.compile(pattern, re.ASCII)

    late = late_pattern(r"(?P<word>\w+) ", compiled=compiled)
    assert made == []
    found = late.match("one two ")
    assert found is not None
    assert (found["word"], found.re.flags & re.ASCII) == ("one", re.ASCII)
    assert ([each["word"] for each in late.finditer("one two ")], late.sub("", "one two "), late.groups) == (
        ["one", "two"],
        "",
        1,
    )
    assert made == [r"(?P<word>\w+) "]


class Made:
    """Has one property that is made once, and notes who made it."""

    def __init__(self, wait: threading.Event | None = None) -> None:
        self.times, self.began, self.wait = 0, threading.Event(), wait

    @made_once
    def value(self) -> int:
        self.began.set()
        if self.wait is not None:
            self.wait.wait(60)
        self.times += 1
        return self.times


def test_what_is_made_once_is_kept_with_its_object() -> None:
    """Each object has its own."""
    first, second = Made(), Made()
    assert (first.value, first.value, second.value, first.times) == (1, 1, 1, 1)


def test_nobody_waits_for_what_another_object_makes_meanwhile() -> None:
    """A turn that needs one rule does not stand in line behind all those that are compiled behind the start."""
    slow, quick = Made(wait=threading.Event()), Made()
    thread = threading.Thread(target=lambda: slow.value, daemon=True)
    thread.start()
    assert slow.began.wait(60)
    assert (quick.value, slow.times) == (1, 0)
    assert slow.wait is not None
    slow.wait.set()
    thread.join(60)
    assert slow.times == 1


def test_what_nobody_needed_yet_is_compiled_on_demand_all_at_once() -> None:
    """Behind the start; what was compiled already is not compiled again."""
    made: list[str] = []

    def compiled(pattern: str) -> re.Pattern[str]:
        made.append(pattern)
        return re.compile(pattern)

    first, _ = (late_pattern(pattern, compiled=compiled) for pattern in "ab")
    assert first.search("a")
    steps = [made[:] for _ in compile_late_patterns()]
    assert steps == [["a"], ["a", "b"]]
    assert [made[:] for _ in compile_late_patterns()] == [["a", "b"]] * 2


def test_a_late_pattern_that_is_wrong_says_so_where_it_is_used() -> None:
    """As `re.compile` would have; no text counts as one that it does not match."""
    late = late_pattern("(")
    for _ in range(2):
        with pytest.raises(re.error):
            late.search("anything")


@pytest.mark.parametrize("module", ["segue.safety.policy", "segue.app"])
def test_importing_compiles_no_late_pattern(module: str) -> None:
    """Signs around a match, answers, light words: no start waits for them."""
    program = [sys.executable, "-c", COUNTED.format(module=module)]
    done = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60)
    every, compiled = map(int, done.stdout.split())
    assert every > 150
    assert compiled == 0


def test_a_plain_message_needs_nothing_that_is_compiled_behind_the_start() -> None:
    """When the gateway says that it is ready, most turns are as quick as ever."""
    program = [sys.executable, "-c", PLAIN_TURN]
    assert subprocess.run(program, capture_output=True, text=True, check=True, timeout=60).stdout == "0\n"


def test_who_writes_before_all_is_compiled_is_screened_all_the_same() -> None:
    """A danger, a figure of speech and a denial are read as they are by a program that ran for long."""
    texts = (
        "I want to kill myself tonight.",
        "This exam made me want to die laughing.",
        "I'd never kill myself.",
        "Hi",
    )
    program = [sys.executable, "-c", READ_AT_ONCE, *texts]
    told = subprocess.run(program, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    assert (told[0].split(",")[1], told[3]) == ("REPLACE", "none,PASS")
    assert told[:4] == told[4:]
