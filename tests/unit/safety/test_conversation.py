"""Risk over turns: every way from stage to stage, and the laws that hold whatever is said."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Action, Category, Subject, Verdict
from segue.domain.handoffs import NOT_SAFE
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, Question, RiskStage, RiskState, joined, only_heard
from segue.safety.conversation import Step, advance, released, replayed
from segue.safety.light import makes_light, says_nothing
from segue.safety.replies import reply
from segue.safety.signs import signs_in
from segue.safety.talk_limits import TALK_LIMITS
from tests.support.risk import NOW, RISK_STATES, VERDICTS, heard

CALM, MODERATE, HIGH = heard(), heard(SafetyLevel.MODERATE, code="wish.not_wake"), heard(SafetyLevel.HIGH)
OTHERS = heard(SafetyLevel.HIGH, subject=Subject.OTHER)
TEXTS = st.sampled_from(
    ["yes", "no", "I'm not safe", "No.", "yes, I'm safe now", "just kidding", "The door opens.", "maybe", "lol", ""]
)


@dataclass
class Talk:
    """A conversation with the protocol; a minute goes by between turns."""

    state: RiskState = QUIET
    turns: int = 0
    steps: list[Step] = field(default_factory=list)

    def says(self, text: str = "The door opens.", said: Verdict = CALM) -> Step:
        self.turns += 1
        step = advance(self.state, said, text=text, now=NOW + timedelta(minutes=self.turns))
        self.state = step.state
        self.steps.append(step)
        return step

    def says_all(self, *texts: str) -> Step:
        return [self.says(text) for text in texts][-1]

    def stage(self) -> RiskStage:
        return self.state.stage


def in_danger() -> Talk:
    talk = Talk()
    talk.says("x", HIGH)
    return talk


def asked_directly() -> Talk:
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says("yes")
    return talk


def test_a_talk_without_signs_keeps_nothing() -> None:
    """Who says nothing grave leaves no trace, also when they talk of somebody else or of a figure."""
    talk = Talk()
    talk.says("no")
    talk.says("He walks into the sea.", heard(SafetyLevel.HIGH, subject=Subject.CHARACTER))
    assert (talk.says("My friend is in danger.", OTHERS), talk.state) == (Step(QUIET), QUIET)


def test_a_soft_sign_only_brings_a_caring_question() -> None:
    """The model goes on; one question follows its answer."""
    talk = Talk()
    step = talk.says("x", MODERATE)
    assert (step.replies, step.is_instead, step.hands_over) == (("caring_question",), False, False)
    assert (talk.stage(), talk.state.disclosed) == (RiskStage.CHECK_IN, frozenset({"suicide:wish"}))


def test_after_a_no_nothing_is_asked_for_six_turns() -> None:
    """A person who said that they are well is believed for a while."""
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says("No.")
    assert talk.stage() is RiskStage.OBSERVE
    talk.says()
    talk.says()
    assert {talk.says(said=said).replies for said in (MODERATE, CALM, CALM)} == {()}
    assert talk.says("x", MODERATE).replies == ("caring_question",)


def test_a_yes_to_the_caring_question_leads_to_direct_ones() -> None:
    """The story stops, and the first question of the screener is asked."""
    step = asked_directly().steps[-1]
    assert (step.replies, step.is_instead) == (("screen_start", "ask_wish"), True)


@pytest.mark.parametrize("answer", ["Sometimes, yes.", "there are", "Manchmal schon.", "Oui, souvent", "há", "maybe"])
def test_an_admission_is_a_yes_to_the_caring_question(answer: str) -> None:
    """Also where the written words for it asked; so is not knowing."""
    talk, written = Talk(), Talk()
    talk.says("x", MODERATE)
    written.says("x", replace(MODERATE, action=Action.REPLACE, category=Category.SUICIDE))
    assert {talk.says(answer).replies, written.says(answer).replies} == {("screen_start", "ask_wish")}


@pytest.mark.parametrize("answer", ["nan", "not really", "glaub nicht", "no creo", "acho que não"])
def test_a_spoken_no_to_being_safe_is_danger(answer: str) -> None:
    """A human is told, whether they were asked for the first time or to end the protocol."""
    talk, asked = in_danger(), Talk()
    talk.says_all(*["The door opens."] * 3)
    asked.says("x", replace(MODERATE, action=Action.REPLACE, category=Category.ABUSE))
    steps = [talk.says(answer), asked.says(answer)]
    assert [(step.replies, step.hands_over) for step in steps] == [(("not_safe",), True)] * 2


def test_direct_questions_take_sometimes_for_a_yes() -> None:
    """It is not asked again; and half a "no" to thoughts, said twice, ends the questions of how, and clears nothing."""
    talk = asked_directly()
    talk.says("no")
    assert talk.says("parfois").replies == ("ask_method",)
    talk = asked_directly()
    steps = [talk.says(answer).replies[0] for answer in ("Manchmal", "nem por isso", "nem por isso", "no")]
    assert steps == ["ask_thoughts", "ask_thoughts", "ask_behaviour", "screen_concern"]
    talk = asked_directly()
    assert talk.says_all("nan", "nan").replies == ("ask_behaviour",)


def test_a_sign_in_the_answer_beats_a_no() -> None:
    """ "No, …" with words of danger behind it is no "no"."""
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says("No.", MODERATE)
    assert talk.stage() is RiskStage.SCREEN


def test_an_unclear_answer_is_not_a_no() -> None:
    """The question is not asked again at once, but a further sign is asked about directly."""
    talk = Talk()
    talk.says("x", MODERATE)
    assert talk.says("Let's go on.").replies == ()
    assert talk.stage() is RiskStage.CHECK_IN
    talk.says("x", MODERATE)
    assert talk.stage() is RiskStage.SCREEN


def test_an_unanswered_question_is_let_be_after_calm_turns() -> None:
    """Who does not answer and is calm is left in peace; what they told stays known."""
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says_all(*["The door opens."] * 6)
    assert (talk.stage(), talk.state.disclosed) == (RiskStage.OBSERVE, frozenset({"suicide:wish"}))


def asked_by_words(category: Category = Category.SUICIDE) -> Talk:
    """Written words answered something moderate that the classifier made little of, and ended with a question."""
    talk = Talk()
    said = heard(SafetyLevel.MODERATE, category=category, probability=0.1, is_guarded=True)
    assert not talk.says("x", said).is_instead
    return talk


def test_written_words_that_ask_wait_for_the_answer() -> None:
    """A "yes" to thoughts of not wanting to live leads to the direct questions, a "no" is believed for a while."""
    yes, no = asked_by_words(), asked_by_words()
    assert yes.stage() is RiskStage.CHECK_IN
    assert yes.says("Yes, I do.").replies == ("screen_start", "ask_wish")
    no.says("No.")
    assert (no.stage(), no.state.declined_turn) == (RiskStage.OBSERVE, 2)


@pytest.mark.parametrize("answer", ["no", "Nein.", "Non", "Não", "I'm not safe"])
def test_a_no_to_being_safe_where_they_are_is_danger(answer: str) -> None:
    """Who told of violence is asked that; the same word to another question would be a good sign."""
    talk = asked_by_words(Category.ABUSE)
    step = talk.says(answer)
    assert (talk.stage(), talk.state.highest, talk.state.about) == (
        RiskStage.SAFETY,
        SafetyLevel.HIGH,
        Category.ABUSE,
    )
    assert (step.replies, step.hands_over, step.codes) == (("not_safe",), True, (NOT_SAFE,))


def test_a_no_to_being_safe_is_danger_also_where_only_rules_look() -> None:
    """There the caring question is due in the same turn; the words that were shown asked the other one."""
    talk = Talk()
    talk.says("x", heard(SafetyLevel.MODERATE, category=Category.ABUSE, is_guarded=True))
    assert talk.says("no").replies == ("not_safe",)


def test_a_yes_to_being_safe_where_they_are_asks_nothing_more() -> None:
    """It is no "yes" to the caring question, and no "no" later is an answer to it."""
    talk = asked_by_words(Category.ABUSE)
    assert talk.says("yes").replies == ()
    assert talk.says("no").replies == ()
    assert talk.stage() is RiskStage.CHECK_IN


def test_words_that_ask_are_listened_to_while_followed_up() -> None:
    """The stage stays, and the answer counts as in a check-in."""
    for category, answer, stage in (
        (Category.ABUSE, "no", RiskStage.SAFETY),
        (Category.SUICIDE, "yes", RiskStage.SCREEN),
    ):
        talk = safe_again()
        said = heard(SafetyLevel.MODERATE, category=category, probability=0.1, is_guarded=True)
        talk.says("x", said)
        assert talk.stage() is RiskStage.FOLLOW_UP
        talk.says(answer)
        assert talk.stage() is stage


def test_who_is_not_safe_is_not_questioned_further() -> None:
    """Said in the middle of the direct questions it is the end of them."""
    talk = asked_directly()
    step = talk.says("I'm not safe.")
    assert (talk.stage(), step.replies, step.codes) == (RiskStage.SAFETY, ("not_safe",), (NOT_SAFE,))


def test_many_soft_signs_lead_to_direct_questions_also_after_a_no() -> None:
    """The hard threshold does not wait for the caring question."""
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says("No.")
    for _ in range(3):
        talk.says("x", MODERATE)
    assert talk.stage() is RiskStage.SCREEN


def test_weak_signs_add_up() -> None:
    """What a classifier hears half, over several turns, brings the question that none of it brings alone."""
    talk, weak = Talk(), heard(probability=0.5)
    assert talk.says("x", weak).replies == ()
    replies = [talk.says("x", weak).replies for _ in range(3)]
    assert ("caring_question",) in replies


def test_weak_signs_far_apart_do_not_add_up() -> None:
    """Twenty turns, or days, later the same is as nothing."""
    talk, weak = Talk(), heard(probability=0.5)
    for _ in range(4):
        assert talk.says("x", weak).replies == ()
        talk.says_all(*["The door opens."] * 20)


def test_ordinary_sadness_does_not_add_up() -> None:
    """Low signs, and a classifier's low numbers, never bring a question, however long the talk."""
    for said in (heard(SafetyLevel.LOW), heard(probability=0.35)):
        talk = Talk()
        assert {talk.says("x", said).replies for _ in range(60)} == {()}


@pytest.mark.parametrize("stage", ["observe", "check_in", "screen", "follow_up"])
def test_a_high_sign_starts_the_protocol_from_anywhere(stage: str) -> None:
    """The verdict's own words are said, the protocol is latched and a human is told."""
    talks = {"observe": Talk(), "check_in": Talk(), "screen": asked_directly(), "follow_up": safe_again()}
    talk = talks[stage]
    if stage == "check_in":
        talk.says("x", MODERATE)
    assert talk.stage() == stage
    step = talk.says("x", HIGH)
    assert (talk.stage(), step.replies, step.is_instead, step.hands_over) == (RiskStage.SAFETY, (), True, True)


def test_a_classifier_starts_the_protocol_too() -> None:
    """Where the verdict does not replace the answer itself, the words for a crisis are said."""
    said = replace(HIGH, findings=(), action=Action.PASS, category=None)
    assert Talk().says("x", said).replies == ("crisis",)


def safe_again() -> Talk:
    talk = in_danger()
    talk.says_all("I called my sister.", "She is here.", "We have tea.", "Yes, I'm safe now.")
    return talk


def test_in_safety_every_turn_has_safety_words() -> None:
    """Whatever the person goes on with, no model answers."""
    talk = in_danger()
    steps = [talk.says(), talk.says("x", MODERATE), talk.says("x", OTHERS), talk.says("x", HIGH)]
    assert [step.replies for step in steps] == [("safety",), ("safety",), (), ()]
    assert all(step.is_instead for step in steps)
    assert not any(step.hands_over for step in steps)


@pytest.mark.parametrize("joke", ["just kidding", "lol jk", "nur Spaß, war nur Spaß", "era broma", "foi brincadeira"])
def test_just_kidding_clears_nothing(joke: str) -> None:
    """However often it is said, it is neither a calm turn nor an answer."""
    talk = in_danger()
    talk.says_all(*[joke] * 10)
    assert (talk.stage(), talk.steps[-1].replies) == (RiskStage.SAFETY, ("safety",))
    talk.says_all(*["The door opens."] * 3)
    assert talk.steps[-1].replies == ("safe_now",)
    talk.says(f"yes, {joke}")
    assert talk.stage() is RiskStage.SAFETY


@pytest.mark.parametrize(
    ("first", "then", "last", "yes"),
    [
        ("tô zoando", "kkk brincadeira", "caiu kkk", "sim"),
        ("es coña", "no iba en serio", "te lo creíste jaja", "sí"),
        ("war nicht ernst gemeint", "lol", "hahaha reingelegt", "ja"),
        ("k", "whatever", "🙂", "yes"),
    ],
)
def test_a_talk_of_jokes_does_not_lead_out(first: str, then: str, last: str, yes: str) -> None:
    """Jokes, laughter and turns without content are no calm turns, so the yes behind them confirms nothing."""
    talk = in_danger()
    assert talk.says_all(first, then, last, yes).replies == ("safety",)
    assert (talk.stage(), talk.state.calm_turns) == (RiskStage.SAFETY, 1)


def test_a_turn_without_content_neither_counts_nor_begins_anew() -> None:
    """Calm turns before it stay, and a question that it does not answer is asked again."""
    talk = in_danger()
    talk.says_all("I called my sister.", "We have tea.", "ok")
    assert talk.state.calm_turns == 2
    assert [talk.says(text).replies for text in ("She is here.", "🙂", "yes")] == [
        ("safe_now",),
        ("safe_now",),
        ("follow_up",),
    ]


def test_a_euphemism_is_no_confirmation() -> None:
    """The question is asked again, and the plain yes to it counts. As a turn it is not calm."""
    talk = in_danger()
    talk.says_all("I called my sister.", "She is here.", "Yes, soon I'll be at peace.")
    assert talk.state.calm_turns == 2
    talk.says("We have tea.")
    assert talk.says("Yes, I'll be safe when it's over.").replies == ("safe_now",)
    assert talk.says("Yes.").replies == ("follow_up",)


def test_safety_ends_with_calm_turns_and_a_yes() -> None:
    """Three calm turns, the question, and a clear yes; then it is followed up, and what was told is known."""
    talk = safe_again()
    assert [step.replies for step in talk.steps] == [(), ("safety",), ("safety_again",), ("safe_now",), ("follow_up",)]
    assert (talk.stage(), talk.state.disclosed) == (RiskStage.FOLLOW_UP, frozenset({"suicide:intent"}))


def test_a_yes_without_being_asked_ends_nothing() -> None:
    """The confirmation counts only as the answer to its question."""
    talk = in_danger()
    talk.says_all("Yes, I'm safe now.", "Yes, I'm safe now.")
    assert talk.stage() is RiskStage.SAFETY


@pytest.mark.parametrize("answer", ["no", "maybe", "yes but I don't know", "The door opens."])
def test_anything_but_a_clear_yes_keeps_the_protocol(answer: str) -> None:
    """It is asked again; a "no" is told to a human and the calm turns begin anew."""
    talk = in_danger()
    talk.says_all(*["The door opens."] * 3)
    step = talk.says(answer)
    assert talk.stage() is RiskStage.SAFETY
    assert (step.replies, step.hands_over) == ((("not_safe",), True) if answer == "no" else (("safe_now",), False))


def test_while_only_rules_screen_more_calm_turns_are_needed() -> None:
    """Rules miss most of what is implied, so a calm turn says less."""
    talk = in_danger()
    replies = [talk.says(said=heard(is_degraded=True)).replies for _ in range(5)]
    assert replies == [("safety",), *[("safety_again",)] * 3, ("safe_now",)]


@pytest.mark.parametrize(
    "answer", ["no", "No, I'm not safe.", "I'm not safe", "Nein", "no estoy a salvo", "Non.", "Não, estou em perigo"]
)
def test_who_says_that_they_are_not_safe_reads_the_emergency_first(answer: str) -> None:
    """Other words than before, a human who is told, and calm turns that begin anew."""
    talk = in_danger()
    talk.says_all("I called my sister.", "She is on her way.")
    step = talk.says(answer)
    assert (step.replies, step.is_instead, step.hands_over, step.codes) == (("not_safe",), True, True, (NOT_SAFE,))
    assert (talk.stage(), talk.state.calm_turns) == (RiskStage.SAFETY, 0)


def test_a_no_with_a_sign_beside_it_is_still_a_no_to_being_safe() -> None:
    """What beats a "no" elsewhere cannot make it a "yes" here."""
    talk = in_danger()
    step = talk.says("no", MODERATE)
    assert (step.replies, step.hands_over) == (("not_safe",), True)


def test_a_failed_check_is_no_calm_turn() -> None:
    """A check that cannot answer does not bring anybody out of the protocol, nor into it."""
    failed = heard(SafetyLevel.HIGH, category=Category.SCREENING_FAILED, code="screening_failed")
    talk = in_danger()
    assert [talk.says("x", failed).replies for _ in range(5)] == [()] * 5
    assert talk.state.calm_turns == 0
    assert Talk().says("x", failed).state == QUIET


def test_what_is_followed_up_ends_after_calm_turns() -> None:
    """Then the talk is as any other, but a soft sign is asked about directly."""
    talk = safe_again()
    talk.says_all(*["The door opens."] * 10)
    assert (talk.stage(), talk.state.highest) == (RiskStage.OBSERVE, SafetyLevel.HIGH)
    talk.says("x", MODERATE)
    assert talk.stage() is RiskStage.SCREEN


def test_a_sign_while_followed_up_is_asked_about_directly() -> None:
    """No caring question comes first."""
    talk = safe_again()
    assert talk.says("x", MODERATE).replies == ("screen_start", "ask_wish")


def test_a_clinician_can_release() -> None:
    """Who and when is kept; the talk is followed up. Where no protocol is on, nothing ends."""
    state = released(in_danger().state, by="c-17", now=NOW)
    assert state.stage is RiskStage.FOLLOW_UP
    assert state.release is not None
    assert state.release.by == "c-17"
    assert released(asked_directly().state, by="c-17", now=NOW).stage is RiskStage.SCREEN


Q = Question


@pytest.mark.parametrize(
    ("answers", "asked", "end"),
    [
        (["no", "no", "no"], [Q.THOUGHTS, Q.BEHAVIOUR], "screen_done"),
        (["yes", "no", "no"], [Q.THOUGHTS, Q.BEHAVIOUR], "screen_concern"),
        (
            ["yes", "yes", "no", "no", "no", "no"],
            [Q.THOUGHTS, Q.METHOD, Q.INTENT, Q.PLAN, Q.BEHAVIOUR],
            "screen_concern",
        ),
        (["yes", "yes", "yes", "yes"], [Q.THOUGHTS, Q.METHOD, Q.INTENT], "crisis"),
        (["no", "yes", "no", "no", "yes"], [Q.THOUGHTS, Q.METHOD, Q.INTENT, Q.PLAN], "crisis"),
        (["no", "no", "yes", "no"], [Q.THOUGHTS, Q.BEHAVIOUR, Q.RECENT], "screen_concern"),
        (["no", "no", "yes", "yes"], [Q.THOUGHTS, Q.BEHAVIOUR, Q.RECENT], "crisis"),
        (["?", "no", "no", "no"], [Q.WISH, Q.THOUGHTS, Q.BEHAVIOUR], "screen_done"),
        (["?", "?", "no", "no"], [Q.WISH, Q.THOUGHTS, Q.BEHAVIOUR], "screen_concern"),
        (["no", "yes", "no", "?", "?"], [Q.THOUGHTS, Q.METHOD, Q.INTENT, Q.INTENT], "crisis"),
    ],
    ids=[
        "all no",
        "a wish",
        "thoughts",
        "intent",
        "plan",
        "long ago",
        "recent",
        "once unclear",
        "unclear",
        "no clear no",
    ],
)
def test_the_screener_asks_in_its_order_and_stops_at_danger(
    answers: list[str], asked: list[Question], end: str
) -> None:
    """Without thoughts of it, only behaviour is asked for; intent, a plan or recent behaviour is danger; and what is
    not clearly denied is no "no"."""
    talk = asked_directly()
    steps = [talk.says(answer) for answer in answers]
    assert [step.replies for step in steps] == [(f"ask_{question.name.lower()}",) for question in asked] + [(end,)]
    stage = {"screen_done": "observe", "screen_concern": "follow_up", "crisis": "safety"}[end]
    assert (talk.stage(), steps[-1].hands_over) == (stage, end == "crisis")
    assert all(step.is_instead for step in steps)


def test_what_the_screener_heard_stays_known() -> None:
    """An earlier attempt is known after the questions, and after all of it."""
    talk = asked_directly()
    talk.says_all("no", "no", "yes", "no", *["The door opens."] * 10)
    assert (talk.stage(), talk.state.disclosed) == (RiskStage.OBSERVE, frozenset({"suicide:wish", "screen:behaviour"}))


@pytest.mark.parametrize(
    ("no", "yes"), [("no", "yes"), ("No.", "Sí."), ("Non", "Oui"), ("Nein!", "Ja"), ("Não.", "Sim")]
)
def test_a_whole_protocol_in_each_language(no: str, yes: str) -> None:
    """From the caring question to danger and out of it, with the words of each language."""
    talk = Talk()
    talk.says("x", MODERATE)
    talk.says_all(yes, no, yes, no, yes)
    assert talk.stage() is RiskStage.SAFETY
    talk.says_all(*["1, 2, 3"] * 3, yes)
    assert talk.stage() is RiskStage.FOLLOW_UP


def test_earlier_words_that_nobody_remembers_are_asked_about() -> None:
    """A grave message before the newest, in a talk of which nothing is kept, is not passed over; where it is known it
    does not count again."""
    earlier = heard(SafetyLevel.MODERATE, code="earlier.intent.end_my_life")
    assert Talk().says("Hello.", earlier).replies == ("screen_start", "ask_wish")
    talk = safe_again()
    assert talk.says("Hello.", earlier).replies == ()


def test_a_talk_of_which_nothing_is_kept_is_replayed() -> None:
    """Its own messages lead to where a session that was kept would be."""
    talk = safe_again()
    texts = ["x", "I called my sister.", "She is here.", "We have tea.", "Yes, I'm safe now."]
    state = replayed([(HIGH if text == "x" else CALM, text) for text in texts], now=NOW)
    assert (state.stage, state.turn) == (talk.stage(), talk.state.turn)


def test_every_reply_of_the_protocol_is_written() -> None:
    """No step names words that are not there."""
    talks = [asked_directly(), safe_again(), Talk()]
    talks[2].says("x", replace(HIGH, action=Action.PASS))
    talks[0].says_all("no", "no", "no")
    assert all(reply(code, "en").text for talk in talks for step in talk.steps for code in step.replies)


@given(state=RISK_STATES, said=VERDICTS, text=TEXTS, minutes=st.integers(-5, 5_000))
def test_evidence_of_risk_never_lowers_the_stage(state: RiskState, said: Verdict, text: str, minutes: int) -> None:
    """In whatever state and with whatever words beside it: a sign of danger leads up, or leaves things as they are."""
    step = advance(state, said, text=text, now=NOW + timedelta(minutes=minutes))
    if signs_in(said, TALK_LIMITS).is_clear:
        assert step.state.stage.gravity >= state.stage.gravity
    assert step.state.disclosed >= state.disclosed
    assert step.state.highest.rank >= state.highest.rank


@given(state=RISK_STATES, said=VERDICTS, text=TEXTS)
def test_safety_is_left_only_by_calm_turns_and_a_confirmation(state: RiskState, said: Verdict, text: str) -> None:
    """One turn leaves it only as the clear yes to the question that follows calm turns; and it does not answer by a
    model while it is on."""
    step = advance(state, said, text=text, now=NOW)
    if state.stage is not RiskStage.SAFETY:
        return
    assert step.is_instead
    if step.state.stage is not RiskStage.SAFETY:
        assert state.confirming_turn == state.turn
        assert signs_in(said, TALK_LIMITS).is_calm
        assert text.startswith("yes")
        assert not makes_light(text)
        assert step.state.stage is RiskStage.FOLLOW_UP


@given(turns=st.lists(st.tuples(VERDICTS, TEXTS), max_size=25))
def test_the_confirmation_is_asked_for_only_after_calm_turns(turns: list[tuple[Verdict, str]]) -> None:
    """Whatever the talk, "are you safe now?" comes after as many calm turns as it takes, and never sooner."""
    talk, calm = Talk(), 0
    for said, text in turns:
        was_in_safety = talk.stage() is RiskStage.SAFETY
        step = talk.says(text, said)
        is_easy = signs_in(said, TALK_LIMITS).is_calm and not makes_light(text) and was_in_safety
        calm = calm + (not says_nothing(text)) if is_easy and not step.hands_over else 0
        if "safe_now" in step.replies:
            assert calm >= (TALK_LIMITS.calm_turns_degraded if said.is_degraded else TALK_LIMITS.calm_turns)


@given(turns=st.lists(st.tuples(VERDICTS, TEXTS), max_size=25))
def test_what_a_turn_knows_of_risk_outlives_the_state_before_it(turns: list[tuple[Verdict, str]]) -> None:
    """A replica, or a store, that still has the state before a turn changes nothing when the two are joined."""
    talk = Talk()
    for said, text in turns:
        before = talk.state
        talk.says(text, said)
        both = joined(before, talk.state)
        assert replace(both, evidence=talk.state.evidence, lately=talk.state.lately) == talk.state
        at = (talk.state.turn, int((NOW + timedelta(minutes=talk.turns)).timestamp() * 1e6))
        assert both.evidence.at(*at) == pytest.approx(talk.state.evidence.at(*at))


@given(turns=st.lists(st.tuples(VERDICTS, TEXTS), max_size=30))
def test_caring_questions_are_six_turns_apart_after_a_no(turns: list[tuple[Verdict, str]]) -> None:
    """At most one caring question in six turns after a "no", whatever is said meanwhile."""
    talk = Talk()
    for said, text in turns:
        declined = talk.state.declined_turn
        step = talk.says(text, said)
        if declined and "caring_question" in step.replies:
            assert step.state.turn - declined >= 6


@given(before=RISK_STATES, said=VERDICTS, text=st.sampled_from(["yes", "no", "I had soup.", "I'm not safe."]))
def test_what_was_heard_alone_settles_nothing_and_asks_nothing(before: RiskState, said: Verdict, text: str) -> None:
    """Kept before the turn's end it is no less grave than either; joined with the turn's own state it is that one."""
    after = advance(before, said, text=text, now=NOW).state
    alone = only_heard(before, after)
    assert alone.stage.gravity >= max(before.stage.gravity, after.stage.gravity)
    asked = (alone.cared_turn, alone.place_turn, alone.declined_turn, alone.confirming_turn)
    assert asked == (before.cared_turn, before.place_turn, before.declined_turn, before.confirming_turn)
    assert joined(joined(before, alone), after) == joined(before, after)
