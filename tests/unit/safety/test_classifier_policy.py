"""What becomes of rules and a classifier together: it raises, never lowers, and its absence is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from typing_extensions import override

from segue.domain.chat import Message, Role
from segue.domain.findings import Action, Category, Finding, Measure, RiskScore, Subject
from segue.domain.models import SafetyLevel
from segue.safety.contract import Direction
from segue.safety.policy import TherapeuticSafetyValidator

NONE, LOW, MODERATE, HIGH, IMMINENT = SafetyLevel


@dataclass
class Says:
    """A classifier that says one level of everything."""

    level: SafetyLevel
    is_calibrated: bool = True
    version: str = "toy-1"
    languages: frozenset[str] = frozenset({"en"})
    read: list[str] = field(default_factory=list)

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        self.read.append(text)
        return RiskScore(0.5, self.level, self.is_calibrated, self.version)


class Broken(Says):
    """A classifier that cannot answer."""

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        raise OSError("weights are gone")


@dataclass
class Rule:
    """A check that finds one thing wherever it reads `mark`."""

    level: SafetyLevel
    subject: Subject = Subject.SELF
    category: Category = Category.ABUSE
    name: str = "toy"
    directions: frozenset[Direction] = frozenset({Direction.INPUT})
    span_chars: int = 10

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        found = Finding(self.name, self.category, self.level, "toy", subject=self.subject)
        return [found] if "mark" in text else []


def user(text: str) -> Message:
    return Message(Role.USER, text)


@pytest.mark.parametrize("said", list(SafetyLevel))
@pytest.mark.parametrize("rule", [LOW, MODERATE, HIGH, IMMINENT])
def test_the_graver_of_both_counts(rule: SafetyLevel, said: SafetyLevel) -> None:
    """A classifier raises what a rule found and never lowers it."""
    verdict = TherapeuticSafetyValidator([Rule(rule)], Says(said)).screen([user("mark")])
    assert verdict.level is max(rule, said, key=lambda level: level.rank)
    assert verdict.category is Category.ABUSE
    assert verdict.score is not None
    assert verdict.score.version == "toy-1"


def test_what_no_rule_found_is_taken_for_the_person_s_own_life() -> None:
    """Said without its words, it is found by the classifier alone."""
    verdict = TherapeuticSafetyValidator(classifier=Says(HIGH)).screen([user("the lighthouse is empty now")])
    assert (verdict.action, verdict.category, verdict.subject) == (Action.REPLACE, Category.SUICIDE, Subject.SELF)
    assert [(f.check, f.code) for f in verdict.findings] == [("classifier", "score.high")]


@pytest.mark.parametrize("text", ["The lighthouse is empty now", "Thank you for everything, goodbye"])
def test_a_classifier_alone_or_beside_a_farewell_says_no_more_than_high(text: str) -> None:
    """Danger at this moment needs a rule's evidence: a letter may end with thanks."""
    verdict = TherapeuticSafetyValidator(classifier=Says(IMMINENT)).screen([user(text)])
    assert (verdict.level, verdict.action, verdict.subject) == (HIGH, Action.REPLACE, Subject.SELF)


@pytest.mark.parametrize(
    "text",
    [
        "I'm taking my pills every morning as the doctor said",
        "Me tomo mis pastillas cada noche como dijo el médico",
        "Je prends tous mes médicaments comme le médecin l'a dit",
        "Ich nehme meine Tabletten jeden Morgen, wie der Arzt gesagt hat",
        "Tomo meus remédios toda noite como o médico disse",
        "I'm going to jump off the bridge into the boat",
    ],
)
def test_pills_from_a_doctor_and_jumps_that_land_are_at_most_asked_about(text: str) -> None:
    """A classifier takes both for danger; without a rule beside it nobody's answer is replaced for them."""
    verdict = TherapeuticSafetyValidator(classifier=Says(IMMINENT)).screen([user(text)])
    assert (verdict.level, verdict.action) == (MODERATE, Action.PASS)


@pytest.mark.parametrize("text", ["I jump off the bridge into the dark", "I take them all, not as the doctor said"])
def test_a_jump_that_lands_nowhere_stays_grave(text: str) -> None:
    """What only nearly sounds ordinary is no excuse."""
    assert TherapeuticSafetyValidator(classifier=Says(IMMINENT)).screen([user(text)]).level.rank >= HIGH.rank


def test_a_classifier_that_sees_nothing_leaves_a_clear_verdict_with_its_score() -> None:
    """Then the turn is not degraded, and says who looked."""
    verdict = TherapeuticSafetyValidator(classifier=Says(NONE)).screen([user("How was your day?")])
    assert (verdict.level, verdict.findings, verdict.is_degraded) == (NONE, (), False)
    assert verdict.score is not None


@pytest.mark.parametrize("classifier", [None, Broken(HIGH), Says(NONE, is_calibrated=False)])
def test_a_missing_broken_or_uncalibrated_classifier_is_told(classifier: Says | None) -> None:
    """The verdict says that only rules are to be relied on; a failure is no reason to replace an answer."""
    verdict = TherapeuticSafetyValidator(classifier=classifier).screen([user("How was your day?")])
    assert (verdict.is_degraded, verdict.action) == (True, Action.PASS)


def test_rules_hold_while_the_classifier_is_broken() -> None:
    """A crisis is answered as ever."""
    verdict = TherapeuticSafetyValidator(classifier=Broken(NONE)).screen([user("I want to kill myself")])
    assert (verdict.action, verdict.is_degraded, verdict.score) == (Action.REPLACE, True, None)


def test_the_classifier_reads_the_newest_words_alone() -> None:
    """Each of a person's messages is read once, when it comes."""
    classifier = Says(NONE)
    history = [user("first"), Message(Role.ASSISTANT, "…"), user("second")]
    TherapeuticSafetyValidator(classifier=classifier).screen(history)
    assert classifier.read == ["second"]


def test_without_words_nothing_is_asked_and_nothing_is_degraded() -> None:
    """An empty conversation tells whether there is a classifier at all."""
    classifier = Says(HIGH)
    assert not TherapeuticSafetyValidator(classifier=classifier).screen([]).is_degraded
    assert classifier.read == []


@pytest.mark.parametrize(
    ("subject", "said", "action", "whose"),
    [
        (Subject.CHARACTER, HIGH, Action.PASS, Subject.CHARACTER),
        (Subject.OTHER, HIGH, Action.PASS, Subject.OTHER),
        (Subject.CHARACTER, IMMINENT, Action.REPLACE, Subject.SELF),
        (Subject.OTHER, IMMINENT, Action.REPLACE, Subject.OTHER),
    ],
)
def test_whom_it_is_about_is_taken_from_the_rules_unless_it_is_now(
    subject: Subject, said: SafetyLevel, action: Action, whose: Subject
) -> None:
    """A classifier tells how grave, and not whose danger; at this moment a story's is taken for the person's own."""
    verdict = TherapeuticSafetyValidator([Rule(MODERATE, subject)], Says(said)).screen([user("mark")])
    assert (verdict.action, verdict.subject) == (action, whose)


def test_a_person_s_own_sign_beside_a_character_s_is_raised() -> None:
    """A story hides nobody who speaks of themselves as well."""
    rules = [Rule(HIGH, Subject.CHARACTER, name="story"), Rule(MODERATE, name="own")]
    verdict = TherapeuticSafetyValidator(rules, Says(HIGH)).screen([user("mark")])
    assert (verdict.action, verdict.subject) == (Action.REPLACE, Subject.SELF)


def test_a_moderate_score_after_a_crisis_counts_as_high() -> None:
    """What was said before makes soft signs hard ones, whoever finds them."""
    history = [user("I want to kill myself"), Message(Role.ASSISTANT, "…"), user("never mind the boat")]
    assert TherapeuticSafetyValidator(classifier=Says(MODERATE)).screen(history).action is Action.REPLACE


def test_somebody_else_s_sign_after_a_crisis_stays_theirs() -> None:
    """A friend's trouble is not made the person's own by what they said before."""
    history = [user("I want to kill myself"), Message(Role.ASSISTANT, "…"), user("mark")]
    verdict = TherapeuticSafetyValidator([Rule(MODERATE, Subject.OTHER)]).screen(history)
    assert verdict.action is Action.PASS


@pytest.mark.parametrize("category", [Category.SEXUAL_CONTENT, Category.DISCOURAGES_HELP])
def test_more_is_stopped_in_a_therapeutic_answer(category: Category) -> None:
    """What a check finds moderate in an answer is recorded, or stops it, by whose turn it is."""
    check = Rule(MODERATE, category=category, directions=frozenset({Direction.OUTPUT}))
    validator = TherapeuticSafetyValidator([check])
    assert validator.screen_output("mark", therapeutic=True).action is Action.STOP
    assert validator.screen_output("mark", is_adult=True).action is Action.PASS
    ordinary = Action.STOP if category is Category.SEXUAL_CONTENT else Action.PASS
    assert validator.screen_output("mark").action is ordinary


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("My character in the story wants to kill herself", Subject.CHARACTER),
        ("In the game, my character decides to hang himself", Subject.CHARACTER),
        ("My character wants to kill herself, same as me", Subject.SELF),
        ("My character wants to die. I know how she feels", Subject.SELF),
    ],
)
def test_a_classifier_takes_no_figure_of_a_story_for_the_person(text: str, subject: Subject) -> None:
    """Whoever tells of a figure and of nothing else is not asked; a word of themselves, and the classifier is heard."""
    verdict = TherapeuticSafetyValidator(classifier=Says(MODERATE)).screen([user(text)])
    assert (verdict.subject, Measure.ASK in verdict.measures) == (subject, subject is Subject.SELF)
