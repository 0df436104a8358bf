"""Screening on the path: every word of the person and of the answer, long texts without holding up anybody else."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

import msgspec

from segue.domain.chat import Message, Role
from segue.domain.findings import Action, Verdict
from segue.safety.policy import TherapeuticSafetyValidator, heard

WINDOW_CHARS = 16_000
"""Longest text that is screened in one go: under 0.1 s of hostile text, measured by tests/safety."""
OVERLAP_CHARS = 1_000
"""What two windows share: more than twice the longest stretch that a check reads."""


async def screen_person(validator: TherapeuticSafetyValidator, messages: Sequence[Message]) -> Verdict:
    """What the person's words call for. A long newest message is read window by window, others' turns in between."""
    # Every message counts: the newest words may be many short ones.
    if sum(len(message.text) for message in messages if message.role is Role.USER) <= WINDOW_CHARS:
        return validator.screen(messages)
    newest, earlier = heard(messages)
    before = [Message(Role.USER, text) for text in reversed(earlier)]
    if before:
        before.append(Message(Role.ASSISTANT))  # what stands before an answer is earlier
    gravest: Verdict | None = None
    for window in windows(newest):
        verdict = validator.screen((*before, Message(Role.USER, window)))
        if gravest is None or _gravity(verdict) > _gravity(gravest):
            gravest = verdict
        await asyncio.sleep(0)
    return gravest or validator.screen(messages)


def windows(text: str) -> Iterator[str]:
    """The text in overlapping stretches; together they hold every stretch of up to OVERLAP_CHARS whole."""
    for start in range(0, len(text), WINDOW_CHARS - OVERLAP_CHARS):
        yield text[start : start + WINDOW_CHARS]
        if start + WINDOW_CHARS >= len(text):
            return


def _gravity(verdict: Verdict) -> tuple[bool, int]:
    return verdict.action is not Action.PASS, verdict.level.rank


def screen_json(validator: TherapeuticSafetyValidator, text: str, *, language: str | None) -> Verdict:
    """Screen text that may be JSON, as it stands and as it reads once decoded: an escape can hide any letter."""
    verdict = validator.screen_output(text, language=language)
    if verdict.action is not Action.PASS or "\\" not in text:
        return verdict
    try:
        words = "\n".join(_strings(msgspec.json.decode(text)))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return verdict  # no JSON: then whoever reads it sees the escapes as they stand
    return validator.screen_output(words, language=language)


def _strings(value: object) -> Iterator[str]:
    """Every text within a JSON value, names of fields too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield str(name)
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
