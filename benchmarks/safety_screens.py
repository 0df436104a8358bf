"""What is measured: rules alone, classifier alone, and both. Each gives a text a score from 0 to 1 and a level."""

from collections.abc import Sequence
from dataclasses import dataclass

from safety_sets import Case
from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel
from segue.safety.contract import Classifier
from segue.safety.crisis import Crisis
from segue.safety.reading.normalize import Utterance

SCREENS = ("rules", "classifier", "both")

_OF_RULES = {
    SafetyLevel.NONE: 0.0,
    SafetyLevel.LOW: 0.1,
    SafetyLevel.MODERATE: 0.6,
    SafetyLevel.HIGH: 0.85,
    SafetyLevel.IMMINENT: 0.95,
}
"""Rules give levels. As scores these only order them, and no probability is meant."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What one screen makes of one message."""

    score: float
    """To sort by."""
    level: SafetyLevel
    chance: float
    """Of danger: the same, but for what is sorted by its topic too."""

    @property
    def is_flagged(self) -> bool:
        """Moderate or more: from there on something is done."""
        return self.level.rank >= SafetyLevel.MODERATE.rank


_RULES = Crisis()


def judged(case: Case, classifier: Classifier) -> dict[str, Judged]:
    """By the name of the screen. The classifier is given the rules' findings, alone as well: they are a part of it."""
    said = Utterance(case.text)
    findings = _RULES.find(said, language=case.language)
    score = classifier.score(said, findings, language=case.language)
    return together(findings, score, is_leveled=bool(case.level))


def together(findings: Sequence[Finding], score: RiskScore, *, is_leveled: bool) -> dict[str, Judged]:
    """The three screens side by side; of both, the graver level counts.

    Both sort as `RiskScore.rank` does: what speaks of self-harm and of no danger stands before what does neither. Where
    the label is a plain yes or no, as in moderation sets, they sort as `RiskScore.mention` does: a depiction counts.
    """
    level = max((finding.level for finding in findings), key=lambda each: each.rank, default=SafetyLevel.NONE)
    both = max(level, score.level, key=lambda each: each.rank)
    rules, grave = _OF_RULES[level], level.rank >= SafetyLevel.HIGH.rank
    certain = rules if grave else 0.0
    sorts = score.rank if is_leveled else score.mention
    return {
        "rules": Judged(rules, level, rules),
        "classifier": Judged(score.probability, score.level, score.probability),
        "both": Judged(max(sorts, certain), both, max(score.probability, certain)),
    }
