"""What is done at which finding: a table by category, level, subject and setting, total and versioned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Final, TypeAlias

from segue.domain.choice import TaskProfile
from segue.domain.findings import Category, Finding, Measure, Subject
from segue.domain.models import SafetyLevel, TaskType
from segue.domain.resources import HelpKind

MEASURES: Final = tuple(Measure)
"""The order in which measures are told: from the least to what others have to do."""


class Setting(StrEnum):
    """What the talk is for: a story can be paused, a therapeutic talk cannot."""

    STORY = "story"
    THERAPEUTIC = "therapeutic"
    GENERAL = "general"


class Turn(StrEnum):
    """Whose answer a model writes."""

    THERAPEUTIC = "therapeutic"
    ORDINARY = "ordinary"
    ADULT = "adult"
    """An ordinary turn of somebody who is known to be of age."""


InputKey: TypeAlias = tuple[Category, SafetyLevel, Subject, Setting]
OutputKey: TypeAlias = tuple[Category, Turn]

_TOLD: Final = frozenset(
    {
        TaskType.NARRATIVE_GENERATION,
        TaskType.DIALOGUE_GENERATION,
        TaskType.CHARACTER_DEVELOPMENT,
        TaskType.WORLD_BUILDING,
        TaskType.CHOICE_GENERATION,
        TaskType.CONSEQUENCE_ANALYSIS,
    }
)


def setting_of(task: TaskProfile) -> Setting:
    """The setting of a turn. A story that is told for somebody in distress is a story still: it can be paused."""
    if task.task in _TOLD:
        return Setting.STORY
    return Setting.THERAPEUTIC if task.sensitivity.is_therapeutic else Setting.GENERAL


@dataclass(frozen=True, slots=True)
class PolicyTable:
    """The rows as they are looked up. Every combination is there: `policy_rows` sees to it."""

    version: str
    inputs: Mapping[InputKey, frozenset[Measure]]
    counts_at_most: Mapping[Subject, SafetyLevel]
    stops_from: Mapping[OutputKey, SafetyLevel]
    help_kinds: Mapping[Category, tuple[HelpKind, ...]]

    def measures(self, finding: Finding, setting: Setting) -> frozenset[Measure]:
        """What one finding in a person's words calls for."""
        if finding.level is SafetyLevel.NONE:
            return frozenset()
        return self.inputs[finding.category, finding.level, finding.subject, setting]

    def counted(self, finding: Finding, measures: frozenset[Measure]) -> SafetyLevel:
        """What a finding adds to the person's own level: somebody else's danger is less theirs, unless it is acute."""
        most = self.counts_at_most.get(finding.subject)
        if most is None or Measure.REPLACE in measures or finding.level.rank <= most.rank:
            return finding.level
        return most

    def stops(self, finding: Finding, turn: Turn) -> bool:
        """Whether an answer with this finding is stopped."""
        return finding.level.rank >= self.stops_from[finding.category, turn].rank


@lru_cache(maxsize=1)
def packaged_policy() -> PolicyTable:
    """The policy that comes with Segue. Read once; call it at start."""
    from segue.safety.policy_rows import read_policy

    return read_policy(files("segue.safety").joinpath("policy.toml").read_text(encoding="utf-8"))
