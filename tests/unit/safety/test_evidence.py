"""What kinds of evidence the crisis check gives, about whom, and what only sounds like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Category, Finding, Subject
from segue.domain.models import SafetyLevel
from segue.safety.crisis import Crisis
from segue.safety.evidence import Construct, construct_of, gravest, subject_of
from tests.safety import evidence

CRISIS = Crisis()
NONE, LOW, MODERATE, HIGH, IMMINENT = SafetyLevel
HARMLESS = [(said.code, sentence) for said in evidence.EVERY for sentence in said.harmless]
findings = st.builds(
    Finding,
    check=st.just("crisis"),
    category=st.sampled_from(Category),
    level=st.sampled_from(SafetyLevel),
    code=st.just("plan.toy"),
    subject=st.sampled_from(Subject),
)


def found(text: str) -> list[Finding]:
    return list(CRISIS.find(text, language=None))


def level_of(text: str) -> SafetyLevel:
    return max((f.level for f in found(text)), key=lambda level: level.rank, default=NONE)


@pytest.mark.parametrize(("code", "text"), HARMLESS)
def test_what_only_sounds_like_danger_alarms_nobody(code: str, text: str) -> None:
    """Figures of speech, games, work, medicine and hobbies."""
    assert code
    assert level_of(text).rank <= LOW.rank


def test_every_code_has_two_sentences_and_two_that_only_sound_like_it() -> None:
    """In English for the new kinds; in each other language the grave ones have two sentences."""
    assert all(len(said.meant) > 1 and len(said.harmless) > 1 for said in (*evidence.ENGLISH, *evidence.WIDER))
    assert all(len(said.meant) > 1 and said.harmless for said in (*evidence.BEFORE, *evidence.OTHERS, *evidence.NOW))


def test_every_rule_is_of_a_known_kind() -> None:
    """The first part of each code is a construct, and every construct but the near time has rules."""
    kinds = {rule.code.partition(".")[0] for rule in CRISIS.rules}
    assert kinds | {Construct.TIMING} == set(Construct)


def test_a_near_time_is_evidence_of_its_own() -> None:
    """It is found beside something grave, and not in a plan for dinner."""
    kinds = {construct_of(f): f.level for f in found("I'm going to kill myself tonight")}
    assert kinds[Construct.INTENT] is kinds[Construct.TIMING] is IMMINENT
    assert found("I'm going to cook tonight") == []


def test_a_time_far_from_the_words_does_not_make_them_imminent() -> None:
    """Today's weather is no plan."""
    assert level_of("I want to kill myself. The weather is fine and warm and my sister is on a walk today.") is HIGH
    assert level_of("I want to kill myself today") is IMMINENT


@pytest.mark.parametrize(
    ("text", "subject", "level"),
    [
        ("I want to die", Subject.SELF, HIGH),
        ("My friend wants to die", Subject.OTHER, LOW),
        ("My friend told me: I want to die", Subject.OTHER, LOW),
        ("My friend says he is going to kill himself tonight", Subject.OTHER, IMMINENT),
        ("My sister just swallowed a bottle of pills", Subject.OTHER, HIGH),
        ("My neighbour beats his kids", Subject.OTHER, MODERATE),
        ("My character says: I want to die", Subject.CHARACTER, LOW),
        ("In my novel the hero writes: I want to die", Subject.CHARACTER, LOW),
        ("My character wants to die, I'm not joking, I mean me: I want to die", Subject.SELF, HIGH),
        ("My character and me both want to end it", Subject.SELF, MODERATE),
        ("My character in the story wants to kill herself", Subject.CHARACTER, LOW),
        ("This isn't the game any more, I want to die", Subject.SELF, HIGH),
        ("(ooc) I want to die", Subject.SELF, HIGH),
        ("I'm not talking about the hero, I mean me: I want to die", Subject.SELF, HIGH),
        ("Mi amiga me dijo: quiero morir", Subject.OTHER, LOW),
        ("Mon personnage dit : je veux mourir", Subject.CHARACTER, LOW),
        ("Meine Freundin sagt: ich will sterben", Subject.OTHER, LOW),
        ("Meu personagem diz: quero morrer", Subject.CHARACTER, LOW),
        ("My friend wants to die, and I want to die too", Subject.SELF, HIGH),
    ],
)
def test_it_matters_whom_it_is_about(text: str, subject: Subject, level: SafetyLevel) -> None:
    """Helpers need other help, and a figure of a story none, unless somebody speaks through it."""
    assert (subject_of(found(text)), level_of(text)) == (subject, level)


def test_what_was_made_small_is_not_cleared() -> None:
    """Who says that it was nothing is still asked."""
    assert level_of("I had suicidal thoughts last night but I'm fine now") is MODERATE
    assert level_of("I want to die, just kidding") is HIGH


def test_two_rules_over_the_same_words_are_one_sign() -> None:
    """Words that two rules read do not weigh twice."""
    assert level_of("I'm getting my affairs in order") is MODERATE


@pytest.mark.parametrize(
    ("code", "construct"),
    [
        ("plan.chosen", Construct.PLAN),
        ("earlier.method_seeking.way", Construct.METHOD_SEEKING),
        ("secrecy.between_us", None),
        ("toy", None),
    ],
)
def test_a_code_tells_the_kind(code: str, construct: Construct | None) -> None:
    """Also of what was found in earlier messages; other checks have other codes."""
    assert construct_of(Finding("any", Category.SUICIDE, LOW, code)) is construct


def test_nothing_found_is_about_the_person() -> None:
    """There is nobody else to think of."""
    assert subject_of([]) is Subject.SELF


@given(st.lists(findings, min_size=1, max_size=6))
def test_the_gravest_finding_is_as_grave_as_any_and_the_persons_own_where_one_is(some: list[Finding]) -> None:
    """Whom an answer is for never hangs on the order of the findings' kinds."""
    decided = gravest(some)
    assert decided is not None
    top = [f for f in some if f.level.rank == max(f.level.rank for f in some)]
    assert decided in top
    assert (subject_of(some) is Subject.SELF) == any(f.subject is Subject.SELF for f in top)
