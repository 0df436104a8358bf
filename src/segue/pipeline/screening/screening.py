"""Screening on the path: every word of the person and of the answer, long texts without holding up anybody else."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace

from segue.domain.chat import Message
from segue.domain.findings import PASS, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.pipeline.screening.classifying import ClassifierThread
from segue.safety.hearing import heard
from segue.safety.policy import Reading, TherapeuticSafetyValidator

WINDOW_CHARS = 16_000
"""Longest text that is screened in one go: about 0.1 s of hostile text on one core."""
OVERLAP_CHARS = 1_000
"""What two windows share: more than twice the longest stretch that a check reads."""
NESTING = 4
"""How deep JSON within the strings of JSON is taken apart; escapes are read at any depth."""

_STRING = re.compile(r'"((?:[^"\\]+|\\.)*)"?(\s{0,20}:)?', re.DOTALL)
"""A string of JSON, also of broken JSON; with a colon behind it a field's name."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


async def screen_person(
    validator: TherapeuticSafetyValidator,
    messages: Sequence[Message],
    *,
    classifier: ClassifierThread | None = None,
    language: str | None = None,
    spoken: Callable[[Reading], str | None] | None = None,
    is_known: bool = False,
) -> tuple[Verdict, Reading]:
    """What the person's words call for, and what was read. A long newest message is read window by window, others'
    turns in between.

    The gravest window decides; one that is imminent ends the reading, because nothing is graver. `is_known`: what is
    kept of the session weighs what was said before. `spoken` gives the classifier's language once rules have read.
    """
    newest, before = heard(messages)
    if before:
        unread = 0
        for chars in validator.steps(before, language=language):
            if (unread := unread + chars) > WINDOW_CHARS:
                unread = 0
                await asyncio.sleep(0)
    earlier = validator.known(before, language=language) if before else ()
    if len(newest) <= WINDOW_CHARS:
        reading = validator.read_newest(newest, earlier, language=language)
        if classifier is None:
            return validator.weighed(reading, None, is_known=is_known), reading
        return await _scored(validator, classifier, reading, language, spoken, is_known=is_known), reading

    found: tuple[Finding, ...] = ()

    async def screen(window: str) -> Verdict:
        nonlocal found
        reading = validator.read_newest(window, earlier, language=language)
        found = found or reading.found  # they tell the language
        if classifier is None:
            return validator.weighed(reading, None, is_known=is_known)
        return await _scored(validator, classifier, reading, language, spoken, is_known=is_known)

    verdict = await _gravest(newest, screen)
    assert verdict is not None, "a long text has windows"
    return verdict, Reading(newest, found, earlier)


async def _scored(
    validator: TherapeuticSafetyValidator,
    classifier: ClassifierThread,
    reading: Reading,
    language: str | None,
    spoken: Callable[[Reading], str | None] | None,
    *,
    is_known: bool,
) -> Verdict:
    """The verdict with what the classifier makes of the words."""
    # What rules found to be grave is answered at once: in the classifier's line it would wait for others, or, in the
    # first moments of a process, for it to load. What is not asked on purpose is not missing.
    if not reading.newest or validator.is_grave(reading):
        return validator.weighed(reading, None, is_known=is_known, is_unread=classifier.is_at_hand)
    told = spoken(reading) if spoken is not None else language
    score = await classifier.score(reading.newest, reading.found, language=told)
    return validator.weighed(reading, score, is_known=is_known)


async def screen_answer(
    validator: TherapeuticSafetyValidator, message: Message, *, language: str | None = None
) -> Verdict:
    """Whether a model's words may be shown, and its tool calls made, however long. Findings in calls have no place."""

    async def screen(window: str) -> Verdict:
        return validator.screen_output(window, language=language)

    async def screen_part(window: str) -> Verdict:
        return screen_json(validator, window, language=language)

    verdict = await _gravest(message.text, screen)
    gravest = verdict or validator.screen_output("", language=language)
    for text in (part for call in message.tool_calls for part in (call.name, call.arguments)):
        verdict = await _gravest(text, screen_part)
        if verdict is not None and _gravity(verdict) > _gravity(gravest):
            gravest = replace(verdict, findings=tuple(replace(f, start=0, end=0) for f in verdict.findings))
    return gravest


async def _gravest(text: str, screen: Callable[[str], Awaitable[Verdict]]) -> Verdict | None:
    """The gravest verdict over the windows of a text, with places in the whole of it; None where there are none."""
    gravest: Verdict | None = None
    for number, window in enumerate(windows(text)):
        verdict = await screen(window)
        if gravest is None or _gravity(verdict) > _gravity(gravest):
            gravest = _placed(verdict, number * (WINDOW_CHARS - OVERLAP_CHARS))
        if verdict.action is not PASS and verdict.level is SafetyLevel.IMMINENT:
            break
        if len(window) == WINDOW_CHARS:
            await asyncio.sleep(0)
    return gravest


def _placed(verdict: Verdict, start: int) -> Verdict:
    """The verdict on a window that begins there; what has no place gets none."""
    if not start:
        return verdict
    moved = (replace(f, start=f.start + start, end=f.end + start) if f.end else f for f in verdict.findings)
    return replace(verdict, findings=tuple(moved))


def windows(text: str) -> Iterator[str]:
    """The text in overlapping stretches; together they hold every stretch of up to OVERLAP_CHARS whole."""
    for start in range(0, len(text), WINDOW_CHARS - OVERLAP_CHARS):
        yield text[start : start + WINDOW_CHARS]
        if start + WINDOW_CHARS >= len(text):
            return


def _gravity(verdict: Verdict) -> tuple[bool, int]:
    return verdict.action is not PASS, verdict.level.rank


def screen_json(
    validator: TherapeuticSafetyValidator,
    text: str,
    *,
    language: str | None,
    therapeutic: bool = False,
    is_degraded: bool | None = None,
) -> Verdict:
    """Screen text that may be JSON, whole or broken: as it stands, its values read one after the other, and with them
    the names of its fields, which somebody may read as well.

    No parser decodes it: what one would refuse (a lone surrogate, a fence, an end that is missing) hides nothing.
    """

    def screen(text: str) -> Verdict:
        return validator.screen_output(text, language=language, therapeutic=therapeutic, is_degraded=is_degraded)

    verdict = screen(text)
    for _ in range(NESTING):
        strings = _STRING.findall(text) if '"' in text else []
        values = [value for value, colon in strings if not colon]
        if verdict.action is not PASS or not strings:
            return verdict
        verdict = screen(" ".join(values))
        if verdict.action is PASS and len(values) < len(strings):
            verdict = screen(" ".join([value for value, _ in strings]))
        text = "\n".join(_ESCAPED.sub(_unescaped, value) for value in values if '\\"' in value)
    return verdict


def values_in(text: str) -> list[str]:
    """The strings of JSON that are no names of fields, unescaped once; the text itself where there are none."""
    strings = _STRING.findall(text) if '"' in text else []
    return [_ESCAPED.sub(_meant, value) for value, colon in strings if not colon] or [text]


def _meant(match: re.Match[str]) -> str:
    """As `_unescaped`, and ends of lines."""
    return "\n" if match.group(1) in "nr" else _unescaped(match)


def _unescaped(match: re.Match[str]) -> str:
    """One level less; what is no quote or backslash is left for the checks, which read escapes."""
    return match.group(1) if match.group(1) in '"\\' else match.group()
