"""What one turn's verdict says of the person who writes: how grave, how much it counts, what it tells. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.domain.findings import Category, Finding, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.safety.talk_limits import TalkLimits

PERSONAL: Final = frozenset(
    {
        Category.SUICIDE,
        Category.SELF_INJURY,
        Category.MEDICAL_EMERGENCY,
        Category.ABUSE,
        Category.HARM_TO_OTHERS,
        Category.EATING_DISORDER,
        Category.PSYCHOSIS,
    }
)
"""What says something of how a person is. A check that failed says nothing of it, but leaves no turn calm."""
_EARLIER: Final = "earlier."
"""How codes begin of what was found in messages before the newest; the state knows of it already."""


@dataclass(frozen=True, slots=True)
class Signs:
    """One turn's evidence. What is about somebody else, or a figure of the story, counts nothing here."""

    level: SafetyLevel
    """Of what the person said of themselves."""
    weight: float
    """What is added to the evidence."""
    codes: frozenset[str]
    """What they told, as `suicide:plan`; kept from a moderate level on."""
    is_calm: bool
    """True when neither rule nor classifier heard more than a low sign, of anybody."""
    was_grave_before: bool
    """True when messages before the newest were grave; that counts where no state remembers them."""

    @property
    def is_nothing(self) -> bool:
        """True when there is nothing to keep of the turn."""
        return self.weight == 0 and not self.is_clear and not self.was_grave_before

    @property
    def is_hard(self) -> bool:
        """Enough by itself for the safety protocol."""
        return _is_hard(self.level)

    @property
    def is_clear(self) -> bool:
        """Enough by itself to be no "no"."""
        return self.level.is_serious


def signs_in(said: Verdict, limits: TalkLimits) -> Signs:
    """What a verdict on a person's newest words says of them."""
    new = [finding for finding in said.findings if not finding.code.startswith(_EARLIER)]
    own = [finding for finding in new if finding.subject is Subject.SELF and finding.category in PERSONAL]
    level = _level(own, said, counts=said.subject is Subject.SELF)
    probability = said.score.probability if said.score else 0.0
    return Signs(
        level,
        _weight(said, level, limits),
        frozenset(_code(finding) for finding in own if finding.level.is_serious),
        is_calm=_level(new, said).rank <= SafetyLevel.LOW.rank and probability < limits.calm,
        was_grave_before=len(new) < len(said.findings),
    )


def _level(findings: list[Finding], said: Verdict, *, counts: bool = True) -> SafetyLevel:
    """Of the findings and, where it counts, the classifier's. A verdict without findings speaks for itself."""
    levels = [finding.level for finding in findings]
    if counts and said.score is not None:
        levels.append(said.score.level)
    if counts and not said.findings:
        levels.append(said.level)
    return max(levels, key=lambda level: level.rank, default=SafetyLevel.NONE)


def _weight(said: Verdict, level: SafetyLevel, limits: TalkLimits) -> float:
    if said.score is None or said.subject is not Subject.SELF:
        return limits.weights[level]
    # Below its language's own threshold of a low sign a classifier has heard nothing, whatever the number.
    is_heard = said.score.level is not SafetyLevel.NONE and said.score.probability > limits.noise
    heard = (said.score.probability - limits.noise) / (1.0 - limits.noise) if is_heard else 0.0
    # Of the rules' moderate signs it may make less, of grave ones never.
    return max(heard, limits.weights[level]) if _is_hard(level) else heard


def _code(finding: Finding) -> str:
    """The kind of rule, not the rule: as much as a person who helps has to know."""
    return f"{finding.category}:{finding.code.partition('.')[0]}"


def _is_hard(level: SafetyLevel) -> bool:
    return level.rank >= SafetyLevel.HIGH.rank
