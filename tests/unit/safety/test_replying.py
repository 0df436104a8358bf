"""From findings to the words that a person reads, with the help that is near them."""

import re
from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Action, Category, Finding, Measure, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.resources import HelpKind, Helpline
from segue.safety.helplines import Helplines, packaged_helplines
from segue.safety.judging import CRISIS, guarded, on_answer, on_person
from segue.safety.policy import TherapeuticSafetyValidator
from segue.safety.policy_table import Setting, Turn, packaged_policy
from segue.safety.replies import reply, written_replies
from segue.safety.replying import helpline_line, reply_code

NOW = datetime(2026, 6, 10, 12, tzinfo=UTC)
LATER = datetime(2029, 1, 1, tzinfo=UTC)
LANGUAGES = ("en", "es", "fr", "de", "pt")
HIGH, MODERATE, IMMINENT = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.IMMINENT
VALIDATOR = TherapeuticSafetyValidator()
DIGITS = re.compile(r"\d[\d ().-]*\d|\d")


def found(
    category: Category, level: SafetyLevel = HIGH, subject: Subject = Subject.SELF, *, code: str = "t"
) -> Finding:
    return Finding("t", category, level, code, subject=subject)


def judged(*findings: Finding, setting: Setting = Setting.GENERAL) -> Verdict:
    return on_person(findings, packaged_policy(), setting, score=None, is_degraded=False)


@pytest.mark.parametrize(
    ("category", "code"),
    [
        (Category.SUICIDE, "crisis"),
        (Category.SELF_INJURY, "self_injury"),
        (Category.MEDICAL_EMERGENCY, "crisis_emergency"),
        (Category.ABUSE, "abuse"),
        (Category.EATING_DISORDER, "eating_disorder"),
        (Category.HARM_TO_OTHERS, "harm_to_others"),
        (Category.PSYCHOSIS, "psychosis"),
        (Category.METHOD, "crisis"),
        (Category.MINORS, "declined"),
        (Category.ENCOURAGEMENT, "boundary"),
        (Category.SCREENING_FAILED, "screening_failed"),
    ],
)
def test_each_kind_of_danger_has_its_own_words(category: Category, code: str) -> None:
    """Whoever is hurt by somebody reads something else than whoever wants to die."""
    verdict = judged(found(category))
    assert (verdict.action, verdict.category, reply_code(verdict)) == (Action.REPLACE, category, code)


@pytest.mark.parametrize("category", sorted(CRISIS))
def test_danger_at_this_moment_is_answered_with_the_emergency_first(category: Category) -> None:
    """Whatever it is about: first the call, then everything else."""
    code = "crisis_now" if category is Category.SUICIDE else "crisis_emergency"
    assert reply_code(judged(found(category, IMMINENT), found(Category.ABUSE))) == code
    assert reply_code(judged(found(category, IMMINENT, Subject.OTHER))) == "other_emergency"


def test_an_act_under_way_comes_before_intent() -> None:
    """Who has begun, or has taken something beside what they mean to do, reads what helps a body first."""
    begun = found(Category.SUICIDE, IMMINENT, code="overdose_under_way.about_to_jump")
    taken = found(Category.MEDICAL_EMERGENCY, IMMINENT)
    meant = found(Category.SUICIDE, IMMINENT, code="intent.tonight")
    assert [reply_code(judged(*said)) for said in ([begun], [meant, taken], [meant])] == [
        "crisis_emergency",
        "crisis_emergency",
        "crisis_now",
    ]


def test_who_writes_about_somebody_else_reads_what_helpers_can_do() -> None:
    """In guarded mode words answer; otherwise a model answers, with where helpers can ask."""
    verdict = judged(found(Category.SUICIDE, HIGH, Subject.OTHER))
    assert (verdict.action, verdict.level, verdict.subject) == (Action.PASS, MODERATE, Subject.OTHER)
    assert reply_code(guarded(verdict)) == "helping_other"
    assert [line.code for line in VALIDATOR.additions(verdict, "en")] == ["ask", "resources_for_helpers"]
    assert reply_code(judged(found(Category.HARM_TO_OTHERS, HIGH, Subject.OTHER))) == "helping_other"


@pytest.mark.parametrize("category", sorted(CRISIS))
def test_a_character_in_danger_is_no_crisis(category: Category) -> None:
    """Nothing is said, nothing is stopped, and the person's own level hardly moves."""
    verdict = judged(found(category, IMMINENT, Subject.CHARACTER), setting=Setting.STORY)
    assert (verdict.action, verdict.level) == (Action.PASS, SafetyLevel.LOW)
    assert verdict.measures == (Measure.OBSERVE,)
    assert guarded(verdict) == verdict
    assert VALIDATOR.additions(verdict, "en") == ()


def test_a_person_who_speaks_beside_a_character_is_heard() -> None:
    """One sentence of their own is enough, whatever the character does."""
    verdict = judged(found(Category.SUICIDE, IMMINENT, Subject.CHARACTER), found(Category.SUICIDE, HIGH))
    assert (verdict.action, verdict.level, verdict.subject) == (Action.REPLACE, HIGH, Subject.SELF)
    assert reply_code(verdict) == "crisis"


def test_a_way_to_do_it_is_not_told_for_a_character() -> None:
    """No story brings a method; the words judge nobody."""
    assert reply_code(judged(found(Category.METHOD, HIGH, Subject.CHARACTER))) == "boundary"


def test_moderate_signs_get_a_question_and_where_help_is() -> None:
    """A model answers, and both go with its answer; in guarded mode caring words stand in its place."""
    verdict = judged(found(Category.SUICIDE, MODERATE))
    assert (verdict.action, verdict.measures) == (Action.PASS, (Measure.OBSERVE, Measure.ASK, Measure.RESOURCES))
    assert [line.code for line in VALIDATOR.additions(verdict, "de")] == ["ask", "resources"]
    assert reply_code(guarded(verdict)) == "caring"
    assert reply_code(guarded(judged(found(Category.ABUSE, MODERATE)))) == "abuse"
    assert reply_code(guarded(judged(found(Category.MEDICAL_EMERGENCY, MODERATE)))) == "crisis_emergency"


def test_what_was_said_earlier_is_remembered_and_replaces_nothing() -> None:
    """After a crisis the talk can go on, in guarded mode too: the session's state watches over it."""
    verdict = judged(found(Category.SUICIDE, MODERATE, code="earlier.t"))
    assert (verdict.action, verdict.level, verdict.measures) == (Action.PASS, MODERATE, (Measure.OBSERVE,))
    assert guarded(verdict) == verdict


def test_a_story_is_paused_in_words_unless_the_emergency_comes_first() -> None:
    """The line stands before the others; in an emergency nothing does."""
    high = VALIDATOR.reply_for(judged(found(Category.SUICIDE), setting=Setting.STORY), "en")
    assert high.text.startswith(reply("story_paused", "en").text)
    now = VALIDATOR.reply_for(judged(found(Category.SUICIDE, IMMINENT), setting=Setting.STORY), "en")
    assert now.text == reply("crisis_now", "en").text


def test_a_verdict_moves_to_the_setting_of_its_turn() -> None:
    """Once it is known that a story is told, it is paused; nothing else changes."""
    verdict = judged(found(Category.SUICIDE))
    moved = VALIDATOR.in_setting(verdict, Setting.STORY)
    assert set(moved.measures) - set(verdict.measures) == {Measure.PAUSE_STORY}
    assert VALIDATOR.in_setting(moved, Setting.GENERAL) == verdict


def test_helplines_of_the_country_follow_with_their_own_numbers() -> None:
    """Name, how it is reached, hours; the question stays the last thing that is read."""
    said = VALIDATOR.reply_for(judged(found(Category.SUICIDE)), "en", "US", NOW).text
    assert "- 988 Suicide & Crisis Lifeline: call 988; text 988; 988lifeline.org (24/7)" in said
    assert "- Crisis Text Line: text HOME to 741741 (24/7)" in said
    assert said.endswith(reply("crisis", "en").text.split("\n\n")[-1])


def test_a_helpline_in_another_language_says_so() -> None:
    """Whoever does not speak it sees it before they call."""
    said = VALIDATOR.reply_for(judged(found(Category.SUICIDE)), "de", "US", NOW).text
    assert "ruf 988 an; schreib eine SMS an 988; 988lifeline.org (24/7, English, español)" in said


@pytest.mark.parametrize(("country", "now"), [(None, NOW), ("US", None), ("NL", NOW), ("ES", NOW), ("US", LATER)])
def test_without_a_fresh_record_of_the_country_the_words_stand_alone(country: str | None, now: datetime | None) -> None:
    """No country, no clock, no record, an unverified or a stale one: words for the local emergency number, no digit."""
    said = VALIDATOR.reply_for(judged(found(Category.SUICIDE)), "en", country, now)
    assert said == reply("crisis", "en")


def test_an_emergency_number_with_source_and_date_stands_first_in_an_emergency() -> None:
    """An operator who has checked it has it shown; in other words it stands among the places of help."""
    number = Helpline(
        "NL", "Emergency number", HelpKind.EMERGENCY, (), "24/7", ("1 2 3",), source="s", verified_at=date(2026, 6, 1)
    )
    validator = TherapeuticSafetyValidator(helplines=Helplines("t", (number,)))
    acute = validator.reply_for(judged(found(Category.SUICIDE, IMMINENT)), "en", "NL", NOW).text
    assert acute == f"Emergency number where you are: 1 2 3\n\n{reply('crisis_now', 'en').text}"
    not_safe = validator.over_turns("not_safe", judged(), "en", "NL", NOW).text
    assert not_safe == f"Emergency number where you are: 1 2 3\n\n{reply('not_safe', 'en').text}"
    other = validator.reply_for(judged(found(Category.ABUSE)), "en", "NL", NOW).text
    assert "You can reach people here:\n- Emergency number where you are: 1 2 3\n\n" in other


ALL_VERDICTS = [
    verdict
    for category, level, subject in product(Category, (MODERATE, HIGH, IMMINENT), Subject)
    for setting in Setting
    for verdict in [judged(found(category, level, subject), setting=setting)]
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("country", [None, "US", "GB", "DE", "BR", "IN", "ES", "AU"])
def test_every_number_in_any_words_stands_in_the_data_that_may_be_shown(language: str, country: str | None) -> None:
    """Whatever was found, in every language and country: no digit comes from anywhere but fresh records."""
    shown = [r for r in packaged_helplines().records if r.country == country and r.lack(NOW.date()) is None]
    from_data = {number for record in shown for number in (*record.call, *record.text)}
    for verdict in ALL_VERDICTS:
        words = [line.text for line in VALIDATOR.additions(verdict, language, country, NOW)]
        if guarded(verdict).action is Action.REPLACE:
            words.append(VALIDATOR.reply_for(guarded(verdict), language, country, NOW).text)
        for text in words:
            for record in shown:  # names and hours may hold digits of their own
                text = text.replace(f"{record.name}:", "").replace(record.hours, "").replace(record.web or "\0", "")
            assert set(DIGITS.findall(text)) <= from_data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_has_words_in_every_language(language: str) -> None:
    """Nobody is left without an answer, whatever was found about whomever."""
    for verdict in map(guarded, ALL_VERDICTS):
        if verdict.action is Action.REPLACE:
            assert VALIDATOR.reply_for(verdict, language).language == language


def test_a_place_without_hours_or_languages_has_no_brackets() -> None:
    """Nothing is said that nobody knows."""
    record = Helpline("NL", "Somebody", HelpKind.CRISIS, (), "", ("12",), source="s", verified_at=date(2026, 6, 1))
    assert helpline_line(record, "en") == "Somebody: call 12"


def test_an_answer_is_stopped_by_what_does_harm_in_a_therapeutic_turn() -> None:
    """A moderate finding of manner is recorded elsewhere, and stops there."""
    finding = found(Category.EXCLUSIVITY, MODERATE)
    ordinary = on_answer([finding], packaged_policy(), Turn.ORDINARY, is_degraded=True)
    therapeutic = on_answer([finding], packaged_policy(), Turn.THERAPEUTIC, is_degraded=True)
    assert (ordinary.action, ordinary.findings) == (Action.PASS, (finding,))
    assert (therapeutic.action, therapeutic.category) == (Action.STOP, Category.EXCLUSIVITY)
    assert reply_code(therapeutic) == "output_stopped"


def test_an_answer_that_no_check_could_read_is_stopped_with_words_for_that() -> None:
    """What a failing check says stands behind what another one found."""
    failed = found(Category.SCREENING_FAILED)
    assert reply_code(on_answer([failed], packaged_policy(), Turn.ORDINARY, is_degraded=True)) == "screening_failed"
    both = on_answer([failed, found(Category.METHOD)], packaged_policy(), Turn.ORDINARY, is_degraded=True)
    assert reply_code(both) == "output_stopped"


def test_words_of_a_verdict_keep_who_has_reviewed_them() -> None:
    """With places of help behind them they are still the same unsigned words."""
    said = VALIDATOR.reply_for(judged(found(Category.SUICIDE)), "en", "US", NOW)
    assert (said.code, said.version, said.is_reviewed) == ("crisis", written_replies()["crisis", "en"].version, False)


FINDINGS = st.builds(
    lambda category, level, subject, is_earlier: found(
        category, level, subject, code="earlier.t" if is_earlier else "t"
    ),
    st.sampled_from(Category),
    st.sampled_from(SafetyLevel),
    st.sampled_from(Subject),
    st.booleans(),
)


@given(st.lists(FINDINGS, max_size=5), FINDINGS, st.sampled_from(Setting))
def test_finding_more_never_asks_for_less(before: list[Finding], more: Finding, setting: Setting) -> None:
    """Whatever else is found in the same words: no level falls, no measure is dropped, nothing replaced passes."""
    less, verdict = judged(*before, setting=setting), judged(*before, more, setting=setting)
    assert verdict.level.rank >= less.level.rank
    assert set(verdict.measures) >= set(less.measures)
    assert less.action is Action.PASS or verdict.action is Action.REPLACE
    assert set(guarded(verdict).measures) >= set(verdict.measures)
    assert (verdict.category is None) is (not verdict.findings)


@given(st.lists(FINDINGS, min_size=1, max_size=5), st.sampled_from(Turn))
def test_more_found_in_an_answer_never_lets_it_pass(findings: list[Finding], turn: Turn) -> None:
    """What stops an answer stops it in whatever company, and in a therapeutic turn as well."""
    policy = packaged_policy()
    alone = [on_answer([finding], policy, turn, is_degraded=True).action for finding in findings]
    together = on_answer(findings, policy, turn, is_degraded=True).action
    therapeutic = on_answer(findings, policy, Turn.THERAPEUTIC, is_degraded=True).action
    assert (together is Action.STOP) is (Action.STOP in alone)
    assert together is Action.PASS or therapeutic is Action.STOP


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_on_violence_promise_no_helpline_for_it(language: str) -> None:
    """Places of help follow from fresh records, and in many countries none is for violence."""
    kinds = {"en": "people who are", "es": "violencia", "fr": "violence", "de": "Gewalt", "pt": "violência"}
    assert kinds[language] not in reply("abuse", language).text
    fresh = VALIDATOR.helplines.shown(country="DE", kinds=(HelpKind.ABUSE,), language=language, today=NOW.date())
    assert not fresh, "then the words could name it"
