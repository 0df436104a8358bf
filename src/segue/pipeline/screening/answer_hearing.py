"""The second reading of an answer that is shown by whole sentences: what rules let pass, a classifier hears.

It stands behind the release, where nothing is shown yet, and never in a turn whose words are shown as they come.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from segue.domain.chat import Finished, Message, TextDelta, ToolCallDelta
from segue.domain.findings import PASS, AnswerScore, Verdict
from segue.pipeline.release.release import Shown, Stopped
from segue.pipeline.screening.classifying import ClassifierThread
from segue.pipeline.screening.screening import values_in
from segue.safety.learned.sayings import Said, sayings
from segue.safety.policy import TherapeuticSafetyValidator

TOGETHER: Final = 8
"""Sayings that are read in one go: some 25 ms of processor, for which a person's message may have to wait."""


@dataclass(frozen=True, slots=True)
class HearingRules:
    """What is done with what the classifier of answers says, and where it says nothing."""

    verdict_on: Callable[[AnswerScore, int, int], Verdict]
    """The verdict on harm that stands between two places of the answer; both 0 where it has none."""
    failed: Verdict | None
    """Without a score the answer ends with this; None: rules go on, and the rest is held to its end and read whole."""
    screen_whole: Callable[[str], Verdict]
    """What rules say of the whole answer."""
    check_in: str
    """The line that ends an answer without a score; empty where it has one already, or is none in words."""
    written: str
    """Words of ours behind the answer, which nobody has to hear."""
    in_json: bool
    in_parts: bool
    """Whether what stands before the harm is shown; False: all of the answer or nothing."""


class AnswerHearing:
    """Hears one turn's answer, from one model or several in turn. What it passes on may be shown."""

    def __init__(self, classifier: ClassifierThread, rules: HearingRules) -> None:
        self._classifier, self._rules = classifier, rules
        self._said = ""
        self._held: list[Shown] = []
        self.missed = False
        """True once there was no score: from then on rules alone read the answer."""
        self.took_s = 0.0
        """Time for which the answer waited for it."""

    async def passed(self, shown: Iterable[Shown]) -> list[Shown]:
        """What of these pieces may be shown now; where one of them must not be, what stands before it and a Stopped."""
        before_s, out = time.monotonic(), list[Shown]()
        for piece in shown:
            if isinstance(piece, Stopped):
                out.append(piece)
                break
            if isinstance(piece, Finished):
                out += [*await self._end(), piece]
            elif self.missed:
                self._held.append(piece)
            else:
                out += await self._heard(piece)
            if any(isinstance(each, Stopped) for each in out):
                break
        self.took_s += time.monotonic() - before_s
        return _up_to_stop(out)

    async def _heard(self, piece: TextDelta | ToolCallDelta) -> list[Shown]:
        text = piece.text if isinstance(piece, TextDelta) else piece.arguments
        if isinstance(piece, TextDelta) and text.strip() == self._rules.written:
            return [piece]
        is_plain = isinstance(piece, TextDelta) and not self._rules.in_json
        said = sayings(text, self._said) if is_plain else [s for v in values_in(text) for s in sayings(v)]
        harm = await self._first_harm(said)
        if self.missed:
            if self._rules.failed is not None:
                return [Stopped(self._rules.failed)]
            self._held.append(piece)
            return []
        if harm is not None:
            return self._stopped(piece, *harm, is_plain=is_plain)
        if is_plain:
            self._said += text
        return [piece]

    def _stopped(
        self, piece: TextDelta | ToolCallDelta, saying: Said, score: AnswerScore, *, is_plain: bool
    ) -> list[Shown]:
        if not (is_plain and isinstance(piece, TextDelta)):
            return [Stopped(self._rules.verdict_on(score, 0, 0))]
        at = len(self._said)
        stopped = Stopped(self._rules.verdict_on(score, at + saying.start, at + saying.end))
        is_shown = self._rules.in_parts and saying.start > 0
        return [TextDelta(piece.text[: saying.start]), stopped] if is_shown else [stopped]

    async def _first_harm(self, said: Sequence[Said]) -> tuple[Said, AnswerScore] | None:
        """The first saying that harms, with its score; None also where there is no score: then `missed` is true."""
        for at in range(0, len(said), TOGETHER):
            part = said[at : at + TOGETHER]
            scores = await self._classifier.score_answer(part)
            if scores is None:
                self.missed = True
                return None
            for saying, score in zip(part, scores, strict=True):
                if score.is_harm:
                    return saying, score
        return None

    async def _end(self) -> list[Shown]:
        """What was held for want of a score, once more by rules in one piece, and the line that goes with it."""
        if not self.missed:
            return []
        whole = self._said + "".join(piece.text for piece in self._held if isinstance(piece, TextDelta))
        verdict = self._rules.screen_whole(whole)
        if verdict.action is not PASS:
            return [Stopped(verdict)]
        line = [TextDelta(f"\n\n{self._rules.check_in}")] if self._rules.check_in else []
        return [*self._held, *line]


async def heard_whole(
    message: Message, classifier: ClassifierThread, validator: TherapeuticSafetyValidator, passed: Verdict
) -> Verdict:
    """The verdict on a model's message as a therapeutic turn has it, where rules let it pass (`passed`)."""

    def verdict_on(score: AnswerScore, start: int, end: int) -> Verdict:
        return validator.on_harm(score, start, end, therapeutic=True, is_degraded=False)

    degraded = replace(passed, is_degraded=True)
    rules = HearingRules(verdict_on, degraded, lambda _: passed, check_in="", written="", in_json=False, in_parts=False)
    calls = [ToolCallDelta(n, call.id, call.name, call.arguments) for n, call in enumerate(message.tool_calls)]
    for piece in await AnswerHearing(classifier, rules).passed([TextDelta(message.text), *calls]):
        if isinstance(piece, Stopped):
            return piece.verdict
    return replace(passed, is_degraded=False)


def _up_to_stop(shown: list[Shown]) -> list[Shown]:
    for place, piece in enumerate(shown):
        if isinstance(piece, Stopped):
            return shown[: place + 1]
    return shown
