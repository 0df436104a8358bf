"""What screening found: kinds, levels and the verdict on a turn. It holds codes and places, never words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from segue.domain.models import SafetyLevel
from segue.domain.values import made_often


class Category(StrEnum):
    """What a finding is about."""

    SUICIDE = "suicide"
    SELF_INJURY = "self_injury"
    MEDICAL_EMERGENCY = "medical_emergency"
    ABUSE = "abuse"
    EATING_DISORDER = "eating_disorder"
    HARM_TO_OTHERS = "harm_to_others"
    PSYCHOSIS = "psychosis"
    METHOD = "method"
    """Means or instructions to do harm."""
    ENCOURAGEMENT = "encouragement"
    """Harm is recommended or praised."""
    MINORS = "minors"
    """Sexualised minors, real or fictional."""
    SECRECY = "secrecy"
    """The person is asked to keep danger, or the talk, a secret."""
    DISCOURAGES_HELP = "discourages_help"
    """The person is talked out of help by people."""
    MEDICAL_ADVICE = "medical_advice"
    """A diagnosis, or how to take, change or stop a medicine."""
    FALSE_CLAIM = "false_claim"
    """The program says that it is human, licensed, or that somebody was told or will come."""
    EXCLUSIVITY = "exclusivity"
    """Only the program understands the person, or needs nobody else."""
    DELUSION = "delusion"
    """Agreement with what sounds like a delusion."""
    STIGMA = "stigma"
    """Words that put people down for what they suffer from."""
    UNVERIFIED_NUMBER = "unverified_number"
    """A helpline or emergency number that is not in the verified data."""
    SEXUAL_CONTENT = "sexual_content"
    """Sexual content where it has no place: in therapeutic turns, or with an age that is unknown or a minor's."""
    NO_CARE = "no_care"
    """An answer to somebody at risk with neither acknowledgement, nor a question, nor a resource."""
    SCREENING_FAILED = "screening_failed"
    """A check could not answer: it counts as found."""


class Subject(StrEnum):
    """Whom a finding is about."""

    SELF = "self"
    """The person who writes."""
    OTHER = "other"
    """Somebody else, whom the person may want to help."""
    CHARACTER = "character"
    """A figure of the story; nobody is in danger unless the person speaks through it."""


class Measure(StrEnum):
    """One thing that the policy asks for. A verdict may call for several."""

    OBSERVE = "observe"
    """Remember it; nothing is said."""
    ASK = "ask"
    """A caring question goes with the answer."""
    RESOURCES = "resources"
    """Where to find help goes with the answer."""
    PAUSE_STORY = "pause_story"
    """The story stops; the person is spoken to."""
    REPLACE = "replace"
    """Written words stand in place of a model's."""
    HAND_OVER = "hand_over"
    """A human receiver is told, where one is configured."""


class Action(StrEnum):
    """What is done about a verdict, from nothing to a written reply in place of the model's."""

    PASS = "pass"
    REPLACE = "replace"
    """The person is answered with written words; no model is needed."""
    STOP = "stop"
    """The answer ends here and written words follow."""


PASS, REPLACE, STOP = Action
"""Looked up once: they are asked for ten times in a turn, and a member of an enumeration costs a thousand
instructions."""


@made_often
@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found. `start` and `end` are characters of the checked text, for tests and holds."""

    check: str
    category: Category
    level: SafetyLevel
    code: str
    """The rule's name, as in reports: `intent.end_my_life`."""
    start: int = 0
    end: int = 0
    subject: Subject = Subject.SELF
    language: str | None = field(default=None, compare=False)
    """ISO 639-1, of the words that were found; None where a check cannot tell."""


@dataclass(frozen=True, slots=True)
class RiskScore:
    """What a classifier makes of one text of a person."""

    probability: float
    """That the words tell of danger, 0 to 1, calibrated for the language where `is_calibrated`."""
    level: SafetyLevel
    """By the language's thresholds."""
    is_calibrated: bool
    """False for a language that the thresholds were not made for."""
    version: str
    """Of the classifier, as in incident records."""
    topic: float = 0.0
    """That suicide, self-injury or starving is spoken of at all, 0 to 1: also in a story, of others, or denied.

    It says nothing about the writer, and raises no level."""

    @property
    def rank(self) -> float:
        """To sort texts by, 0 to 1: danger first, then what only speaks of it, as moderators sort; no probability."""
        return max(self.probability, self.topic / 2)

    @property
    def mention(self) -> float:
        """To sort texts by where a depiction counts as much as danger, as in most moderation sets; no probability."""
        return 1.0 - (1.0 - self.probability) * (1.0 - self.topic)


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """What a classifier makes of one stretch of a model's words."""

    probability: float
    """That they do harm, 0 to 1, as the network says it: in its own sentences, and not in a service."""
    category: Category
    """The kind of harm that is likeliest, whether or not there is any."""
    is_harm: bool
    """Whether it is enough to stop the answer."""
    version: str
    """Of the classifier, as in incident records."""


@made_often
@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of screening one text or conversation."""

    level: SafetyLevel
    action: Action
    findings: tuple[Finding, ...] = ()
    is_degraded: bool = False
    """True where fewer checks decided than should: rules alone, which find a quarter of what a classifier finds, or a
    classifier that is not calibrated for the language, or without what was said before. What rules decide on by
    themselves is not, where a classifier could have been asked."""
    category: Category | None = None
    """Of the gravest finding; what the written words are about."""
    subject: Subject = Subject.SELF
    """Whom the gravest finding is about."""
    measures: tuple[Measure, ...] = ()
    """What the policy asks for, in the order in which it is done."""
    score: RiskScore | None = None
    """The classifier's; None where none looked."""
    policy: str = ""
    """Version of the policy that decided."""

    @property
    def header(self) -> str:
        """The value of `X-Segue-Safety`."""
        return f"level={self.level};action={self.action}"


CLEAR = Verdict(SafetyLevel.NONE, Action.PASS)
"""Nothing was found, by every check that there is."""
