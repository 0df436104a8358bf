"""Every number of the protocol over turns, with its reason. None is a clinical finding; all are to be revised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from segue.domain.models import SafetyLevel
from segue.domain.therapy import Alliance, SessionPhase, TherapeuticContext


def _weights() -> Mapping[SafetyLevel, float]:
    return MappingProxyType(
        {
            SafetyLevel.NONE: 0.0,
            SafetyLevel.LOW: 0.03,
            SafetyLevel.MODERATE: 0.5,
            SafetyLevel.HIGH: 1.0,
            SafetyLevel.IMMINENT: 1.0,
        }
    )


@dataclass(frozen=True, slots=True)
class TalkLimits:
    """When what is asked and done. How evidence decays is in `segue.domain.risk`, for replicas have to agree on it."""

    weights: Mapping[SafetyLevel, float] = field(default_factory=_weights)
    """What a turn adds by its level, where no classifier looked. Low ones (a story, a denial, the past) never reach the
    soft threshold by themselves: with a half-life of six turns they add up to 0.28 at most."""
    noise: float = 0.37
    """Probability up to which a classifier's word adds nothing: ordinary sadness must not add up to a question. With a
    crude classifier (single words and pairs of them), this and `soft` found nine in ten simulated people in danger and
    asked two in five calm ones; at 0.25 it asked three in four of those. With the weights that ship (2026-11) 98 in 100
    are found, and two in five calm ones asked; at 0.35 one in two."""
    soft: float = 0.5
    """Evidence that counts: one moderate sign of the rules, a probability of 0.61, or two of one half in a row."""
    caring: float = 0.5
    """Evidence from which a caring question is asked. As `soft`, from which somebody who was in danger before is asked
    directly; while a person takes their leave 0.37 (`CARING_AT_LEAVE`)."""
    calm: float = 0.4
    """Probability below which a turn can be calm."""
    hard: float = 1.4
    """Evidence from which the person is asked directly: three moderate signs within five turns."""
    look_ahead_turns: float = 2.0
    """How far a rising slope is drawn on: signs that follow each other faster reach the thresholds so much sooner."""
    quiet_turns: int = 6
    """Turns without a further caring question after a "no" (issue: at most one in six turns); in a turn in which the
    person is fed up with being asked 10 (`QUIET_WHEN_FED_UP`)."""
    check_in_turns: int = 6
    """Calm turns after which a caring question that nobody answered is let be."""
    calm_turns: int = 3
    """Calm turns in SAFETY before the person is asked whether they are safe now: with the answer that makes a few
    minutes in which nothing more was heard."""
    calm_turns_degraded: int = 5
    """The same while only rules screen: they miss most of what is implied (decision 0005)."""
    follow_up_turns: int = 10
    """Calm turns in FOLLOW_UP before the conversation is as any other: what happened is still known then."""
    times: int = 2
    """How often a question of the screener is asked while the answer is unclear."""


TALK_LIMITS: Final = TalkLimits()
CARING_AT_LEAVE: Final = 0.37
"""There may be no next turn to ask in: a weaker sign is enough for the question. A goodbye alone is none."""
QUIET_WHEN_FED_UP: Final = 10
"""Asked again soon, somebody who has said no and is fed up may leave. Harder evidence is not held back by it."""
_AT_LEAVE: Final = replace(TALK_LIMITS, caring=CARING_AT_LEAVE)
_FED_UP: Final = replace(TALK_LIMITS, quiet_turns=QUIET_WHEN_FED_UP)
_FED_UP_AT_LEAVE: Final = replace(_AT_LEAVE, quiet_turns=QUIET_WHEN_FED_UP)


def limits_for(context: TherapeuticContext) -> TalkLimits:
    """The numbers for a turn of such a talk: only when a caring question is asked differs, nothing that is graver."""
    is_leaving = context.phase is SessionPhase.CLOSING
    if Alliance.FRUSTRATION in context.alliance:
        return _FED_UP_AT_LEAVE if is_leaving else _FED_UP
    return _AT_LEAVE if is_leaving else TALK_LIMITS
