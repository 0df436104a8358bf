"""The policy: total, monotone, and never weaker than its laws, whoever edits it."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Sensitivity
from segue.domain.findings import Category, Finding, Measure, Subject
from segue.domain.models import SafetyLevel, TaskType
from segue.errors import ConfigError
from segue.safety.judging import CRISIS
from segue.safety.policy_rows import LEVELS, NEVER, read_policy, stricter_policy
from segue.safety.policy_table import PolicyTable, Setting, Turn, packaged_policy, setting_of
from segue.selection.analysis import analyze

POLICY = packaged_policy()
CATEGORIES = st.sampled_from(Category)
LEVEL = st.sampled_from(LEVELS)
SUBJECTS = st.sampled_from(Subject)
SETTINGS = st.sampled_from(Setting)


def asks(
    category: Category, level: SafetyLevel, subject: Subject = Subject.SELF, setting: Setting = Setting.GENERAL
) -> frozenset[Measure]:
    return POLICY.measures(Finding("t", category, level, "t", subject=subject), setting)


def test_every_combination_has_an_answer() -> None:
    """Whatever a check finds, the policy says what is done."""
    assert set(POLICY.inputs) == set(product(Category, LEVELS, Subject, Setting))
    assert set(POLICY.stops_from) == set(product(Category, Turn))
    assert all(Measure.OBSERVE in measures for measures in POLICY.inputs.values())
    assert set(POLICY.help_kinds) >= CRISIS


def test_more_danger_never_asks_for_less() -> None:
    """Level by level the measures only grow: imminent is never weaker than high."""
    for category, subject, setting in product(Category, Subject, Setting):
        for lower, higher in pairwise(LEVELS):
            assert asks(category, lower, subject, setting) <= asks(category, higher, subject, setting)


def test_the_nearer_to_the_person_the_more_is_done() -> None:
    """A character asks for no more than somebody else, and somebody else for no more than the person from moderate on.

    What is low is no danger of the person's own; somebody else's may be grave, and is low only for whoever tells of it.
    """
    for category, level, setting in product(Category, LEVELS, Setting):
        if level is SafetyLevel.LOW:
            assert asks(category, level, Subject.CHARACTER, setting) <= asks(category, level, Subject.OTHER, setting)
            continue
        character, other, own = (asks(category, level, subject, setting) for subject in reversed(Subject))
        assert character <= other <= own


@pytest.mark.parametrize("category", sorted(CRISIS))
def test_a_person_s_own_danger_is_answered_with_written_words_and_handed_over(category: Category) -> None:
    """High and imminent: words, resources, and a human where one is there; a story is paused."""
    for level in (SafetyLevel.HIGH, SafetyLevel.IMMINENT):
        full = {Measure.OBSERVE, Measure.ASK, Measure.RESOURCES, Measure.REPLACE, Measure.HAND_OVER}
        assert asks(category, level) == full
        assert asks(category, level, setting=Setting.STORY) == full | {Measure.PAUSE_STORY}
    assert asks(category, SafetyLevel.MODERATE) == {Measure.OBSERVE, Measure.ASK, Measure.RESOURCES}


@pytest.mark.parametrize("category", sorted(CRISIS))
def test_a_character_may_be_in_any_danger(category: Category) -> None:
    """Nobody lectures a player whose character dies."""
    for level, setting in product(LEVELS, Setting):
        assert asks(category, level, Subject.CHARACTER, setting) == {Measure.OBSERVE}


def test_somebody_else_s_danger_brings_help_for_helpers_and_no_protocol_unless_it_is_now() -> None:
    """Harm to others and emergencies are acted on; of the rest the person is told where to ask, but not in a story."""
    for category, level in product((Category.SUICIDE, Category.SELF_INJURY), (SafetyLevel.LOW, SafetyLevel.MODERATE)):
        assert asks(category, level, Subject.OTHER) == {Measure.OBSERVE, Measure.RESOURCES}
    assert asks(Category.SUICIDE, SafetyLevel.LOW, Subject.OTHER, Setting.STORY) == {Measure.OBSERVE}
    assert Measure.REPLACE not in asks(Category.SUICIDE, SafetyLevel.HIGH, Subject.OTHER)
    assert Measure.RESOURCES in asks(Category.SUICIDE, SafetyLevel.HIGH, Subject.OTHER)
    for category in (Category.HARM_TO_OTHERS, Category.MEDICAL_EMERGENCY):
        assert Measure.REPLACE in asks(category, SafetyLevel.HIGH, Subject.OTHER)
    assert Measure.REPLACE in asks(Category.SUICIDE, SafetyLevel.IMMINENT, Subject.OTHER)


@pytest.mark.parametrize("category", NEVER)
def test_what_is_never_written_is_never_let_pass(category: Category) -> None:
    """Sexualised minors, methods, encouragement and what no check could read: whoever it is about, in any setting."""
    for level, subject, setting in product((SafetyLevel.HIGH, SafetyLevel.IMMINENT), Subject, Setting):
        assert Measure.REPLACE in asks(category, level, subject, setting)
    for turn in Turn:
        assert POLICY.stops_from[category, turn].rank <= SafetyLevel.HIGH.rank


def test_more_is_stopped_in_therapeutic_turns() -> None:
    """What is a matter of manner elsewhere does harm there; without a known age nothing sexual is shown."""
    manner = set(Category) - CRISIS - set(NEVER)
    for category in manner:
        assert POLICY.stops_from[category, Turn.THERAPEUTIC] is SafetyLevel.MODERATE
    adult = {c for c in manner if POLICY.stops_from[c, Turn.ORDINARY] is SafetyLevel.MODERATE}
    assert adult == {Category.SEXUAL_CONTENT}
    assert POLICY.stops_from[Category.SEXUAL_CONTENT, Turn.ADULT] is SafetyLevel.HIGH


def test_an_operator_may_ask_for_more() -> None:
    """A stricter row stands over the packaged one, and the version says so."""
    own = stricter_policy(
        POLICY,
        """
        version = "clinic"
        [[rows]]
        categories = ["suicide"]
        levels = ["moderate"]
        subjects = ["self"]
        measures = ["observe", "ask", "resources", "replace"]
        [[output]]
        categories = ["stigma"]
        stops_from = "low"
        """,
    )
    assert own.version == f"{POLICY.version}+clinic"
    finding = Finding("t", Category.SUICIDE, SafetyLevel.MODERATE, "t")
    assert Measure.REPLACE in own.measures(finding, Setting.STORY)
    assert own.stops(Finding("t", Category.STIGMA, SafetyLevel.LOW, "t"), Turn.ORDINARY)
    assert not POLICY.stops(Finding("t", Category.STIGMA, SafetyLevel.LOW, "t"), Turn.ORDINARY)


@pytest.mark.parametrize(
    ("text", "key", "says"),
    [
        ('[[rows]]\nmeasures = ["observe"]', "rows[0]", "weaker"),
        ('[[rows]]\ncategories = ["minors"]\nlevels = ["high"]\nmeasures = ["observe"]', "rows[0]", "replace"),
        ('[[output]]\ncategories = ["method"]\nstops_from = "imminent"', "output[0]", "weaker"),
        ('[[rows]]\ncategories = ["suicyde"]\nmeasures = ["replace"]', "rows[0].categories", "no such value"),
        ('[[rows]]\nlevels = ["none"]\nmeasures = ["replace"]', "rows[0].levels", "no such value"),
        ('[[rows]]\nlevels = []\nmeasures = ["replace"]', "rows[0].levels", "list"),
        ('[[rows]]\nlevel = "low"\nmeasures = ["replace"]', "rows[0].level", "no 'level'"),
        ('[[rows]]\n"le\\u001b[2Jvel" = 1', "rows[0].le\ufffd[2Jvel", "no 'le\ufffd"),
        ('[[rows]]\ncategories = ["suicide\\u202e"]\nmeasures = ["replace"]', "rows[0].categories", r"U\+202E"),
        ('"x\\u0007" = 1', "x\ufffd", "no 'x\ufffd'"),
        ('[help]\nsuicide = ["crisis"]', "help", "no 'help'"),
        ("[[rows]]\nmeasures = [", "", "TOML"),
        ('rows = "x"', "rows", "Rows"),
    ],
)
def test_a_weaker_or_wrong_row_of_an_operator_is_told(text: str, key: str, says: str) -> None:
    """The row is named with what it lacks; the policy of Segue stays the least that is done."""
    with pytest.raises(ConfigError, match=says) as error:
        stricter_policy(POLICY, f'version = "x"\n{text}')
    assert (error.value.key, bool(error.value.hint)) == (key, True)


def test_a_version_that_nobody_could_read_is_refused() -> None:
    """It stands in verdicts, headers and the log of incidents."""
    with pytest.raises(ConfigError, match=r"U\+0085") as error:
        stricter_policy(POLICY, 'version = "x\\u0085"')
    assert error.value.key == "version"


def test_an_operator_s_policy_keeps_the_laws() -> None:
    """What is asked for at moderate has to be asked for at high as well."""
    text = 'version = "x"\n[[rows]]\ncategories = ["stigma"]\nlevels = ["moderate"]\nmeasures = ["observe", "ask"]'
    with pytest.raises(ConfigError, match="asks for less"):
        stricter_policy(POLICY, text)


def rows_of(changed: str, *, old: str = "") -> str:
    """The packaged policy with an edit."""
    from importlib.resources import files

    text = files("segue.safety").joinpath("policy.toml").read_text(encoding="utf-8")
    return text.replace(old, changed) if old else text + changed


@pytest.mark.parametrize(
    ("changed", "old", "says"),
    [
        ('\n[[rows]]\ncategories = ["suicide"]\nlevels = ["high"]\nmeasures = ["observe"]\n', "", "repeats"),
        ('subjects = ["self", "character"]\nsettings = ["story"]', 'subjects = ["self", "character"]', "No row"),
        ('stops_from = "imminent"', 'stops_from = "high"', "pass at high"),
        (
            '"encouragement", "screening_failed",\n]\nturns = ["adult"]',
            '"encouragement", "screening_failed",\n]',
            "No row",
        ),
        ('measures = ["observe"]', 'measures = ["observe", "replace"]', "pass at high"),
        (
            'measures = ["observe", "ask", "resources", "pause_story"]',
            'measures = ["observe", "ask", "resources"]',
            "asks for less",
        ),
    ],
)
def test_a_packaged_policy_that_breaks_a_law_does_not_load(changed: str, old: str, says: str) -> None:
    """An edit that forgets, repeats or weakens something is found before anybody talks."""
    with pytest.raises(ConfigError, match=says):
        read_policy(rows_of(changed, old=old))


@given(CATEGORIES, LEVEL, SUBJECTS, SETTINGS, st.sets(st.sampled_from(Measure), min_size=1))
def test_no_row_of_an_operator_can_take_a_measure_away(
    category: Category, level: SafetyLevel, subject: Subject, setting: Setting, measures: set[Measure]
) -> None:
    """Any row either leaves everything that was asked for in place, or is refused."""
    listed = ", ".join(f'"{measure}"' for measure in sorted(measures))
    text = (
        f'version = "x"\n[[rows]]\ncategories = ["{category}"]\nlevels = ["{level}"]\nsubjects = ["{subject}"]\n'
        f'settings = ["{setting}"]\nmeasures = [{listed}]'
    )
    before = POLICY.inputs[category, level, subject, setting]
    try:
        own: PolicyTable | None = stricter_policy(POLICY, text)
    except ConfigError:
        own = None
    if own is not None:
        assert before <= own.inputs[category, level, subject, setting] == measures
    else:
        higher = [POLICY.inputs[category, up, subject, setting] for up in LEVELS if up.rank > level.rank]
        assert not before <= measures or any(not measures <= up for up in higher)


@pytest.mark.parametrize(
    ("task", "system", "setting"),
    [
        (TaskType.NARRATIVE_GENERATION, "", Setting.STORY),
        (TaskType.DIALOGUE_GENERATION, "You are a therapist.", Setting.STORY),
        (TaskType.THERAPEUTIC_RESPONSE, "", Setting.THERAPEUTIC),
        (TaskType.GENERAL_CHAT, "", Setting.GENERAL),
    ],
)
def test_the_setting_of_a_turn_is_what_it_is_for(task: TaskType, system: str, setting: Setting) -> None:
    """A story stays one that can be paused, also where its frame is therapeutic."""
    messages = (Message(Role.SYSTEM, system), Message(Role.USER, "Go on."))
    assert setting_of(analyze(ChatRequest(messages, task=task))) is setting


def test_a_general_talk_in_a_therapeutic_frame_is_therapeutic() -> None:
    """The frame counts where no story is told."""
    profile = analyze(ChatRequest((Message(Role.USER, "I feel so alone and I cannot stop crying"),)))
    assert profile.sensitivity is Sensitivity.THERAPEUTIC
    assert setting_of(profile) is Setting.THERAPEUTIC
