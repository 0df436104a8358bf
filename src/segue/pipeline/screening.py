"""Screening on the path: every word of the person and of the answer, long texts without holding up anybody else."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence

from segue.domain.chat import Message, Role
from segue.domain.findings import Action, Verdict
from segue.domain.models import SafetyLevel
from segue.safety.policy import TherapeuticSafetyValidator, heard

WINDOW_CHARS = 16_000
"""Longest text that is screened in one go: about 0.1 s of hostile text on one core."""
OVERLAP_CHARS = 1_000
"""What two windows share: more than twice the longest stretch that a check reads."""
NESTING = 4
"""How deep JSON within the strings of JSON is taken apart; escapes are read at any depth."""

_STRING = re.compile(r'"((?:[^"\\]+|\\.)*)"?(\s{0,20}:)?', re.DOTALL)
"""A string of JSON, also of broken JSON; with a colon behind it a field's name."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


async def screen_person(validator: TherapeuticSafetyValidator, messages: Sequence[Message]) -> Verdict:
    """What the person's words call for. A long newest message is read window by window, others' turns in between.

    The gravest window decides; one that is imminent ends the reading, because nothing is graver.
    """
    # Every message counts: the newest words may be many short ones.
    if sum([len(message.text) for message in messages if message.role is Role.USER]) <= WINDOW_CHARS:
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
        if verdict.action is not Action.PASS and verdict.level is SafetyLevel.IMMINENT:
            break
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
    """Screen text that may be JSON, whole or broken: as it stands, and its values read one after the other.

    No parser decodes it: what one would refuse (a lone surrogate, a fence, an end that is missing) hides nothing.
    """
    verdict = validator.screen_output(text, language=language)
    for _ in range(NESTING):
        values = [value for value, colon in _STRING.findall(text) if not colon] if '"' in text else []
        if verdict.action is not Action.PASS or not values:
            return verdict
        verdict = validator.screen_output(" ".join(values), language=language)
        text = "\n".join(_ESCAPED.sub(_unescaped, value) for value in values if '\\"' in value)
    return verdict


def _unescaped(match: re.Match[str]) -> str:
    """One level less; what is no quote or backslash is left for the checks, which read escapes."""
    return match.group(1) if match.group(1) in '"\\' else match.group()
