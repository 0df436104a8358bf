"""The written words: complete in every language, without numbers, promises or unsigned signatures."""

import re

import pytest

from segue.domain.resources import WrittenReply
from segue.safety.conversation import QUESTION_CODES
from segue.safety.replies import LINES, phrases, reply, written_replies

EMERGENCY = (
    *("emergency", "emergency_continued", "emergency_refused", "emergency_refused_continued"),
    *("none_can_answer", "none_can_answer_continued"),
)
CRISES = (
    "crisis",
    "crisis_emergency",
    "crisis_now",
    "self_injury",
    "abuse",
    "eating_disorder",
    "harm_to_others",
    "psychosis",
    "caring",
    "helping_other",
    "other_emergency",
)
"""Words for people in danger, and for those who worry about one."""
NOTICES = ("ai_notice", "ai_notice_asked")
OVER_TURNS = (
    "caring_question",
    "screen_start",
    *QUESTION_CODES.values(),
    "screen_done",
    "screen_concern",
    "safety",
    "safety_again",
    "not_safe",
    "safe_now",
    "follow_up",
)
WITH_HELP = (
    "screen_start",
    "screen_done",
    "screen_concern",
    "safety",
    "safety_again",
    "not_safe",
    "safe_now",
    "follow_up",
)
IN_SAFETY = ("safety", "safety_again", "not_safe", "safe_now")
OTHERS = (
    *("output_stopped", "declined", "boundary", "screening_failed", "not_offered", "handed_over"),
    *NOTICES,
    *OVER_TURNS,
)
"""More codes may be there: this list is of those that verdicts, notices, talks over turns and hand-offs need."""
LANGUAGES = ("en", "es", "fr", "de", "pt")


def test_every_reply_is_there_in_every_language() -> None:
    """Nobody is answered in English because their language was forgotten."""
    codes = {code for code, _ in written_replies()}
    assert codes >= {*CRISES, *OTHERS, *EMERGENCY, *LINES}
    assert set(written_replies()) == {(code, language) for code in codes for language in LANGUAGES}


@pytest.mark.parametrize("written", written_replies().values(), ids=lambda w: f"{w.code}-{w.language}")
def test_a_reply_is_short_and_holds_no_number_or_address(written: WrittenReply) -> None:
    """Telephone numbers come from verified data and never from a fixed text."""
    assert not re.search(r"\d|https?:|www\.", written.text)
    assert 20 < len(written.text) < 1_100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code",
    [
        *CRISES,
        *("output_stopped", "declined", "boundary", "screening_failed", "not_offered", "handed_over", "check_in"),
        *("resources", "resources_for_helpers", *WITH_HELP),
    ],
    ids=str,
)
def test_a_reply_says_where_help_is(code: str, language: str) -> None:
    """Every word shown in a bad moment names the local emergency number as a way to help."""
    words = {"en": "emergency number", "es": "emergencias", "fr": "urgence", "de": "Notruf", "pt": "emergência"}
    assert words[language] in reply(code, language).text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", EMERGENCY)
def test_words_for_a_failure_are_few_and_put_the_fault_here(code: str, language: str) -> None:
    """In three sentences: it is nothing that the person did, and their place is kept."""
    text = reply(code, language).text
    blameless = {
        "en": "nothing you did",
        "es": "que hayas hecho",
        "fr": "tu n",
        "de": "nicht an dir|du hast nichts falsch",
    }
    assert len(re.findall(r"[.!?](?:\s|$)", text)) == 3
    assert re.search(blameless.get(language, "que você tenha feito|você não fez nada"), text)
    assert re.search("place|lugar|[Pp]lace|Stelle", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", NOTICES)
def test_a_notice_says_plainly_that_a_program_answers(code: str, language: str) -> None:
    """In at most two sentences: an AI, a program, no person."""
    text = reply(code, language).text
    words = {"en": "an AI", "es": "una IA", "fr": "une IA", "de": "eine[rn]? KI", "pt": "uma IA"}
    assert re.search(words[language], text)
    assert re.search("[Pp]rogram", text)
    assert len(re.findall(r"[.!?](?:\s|$)", text)) <= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_safe_is_told_to_call_before_all_else(language: str) -> None:
    """The first paragraph names the emergency number; who only says it again reads less."""
    words = {"en": "emergency number", "es": "emergencias", "fr": "urgence", "de": "Notruf", "pt": "emergência"}
    assert words[language] in reply("not_safe", language).text.split("\n\n")[0]
    assert len(reply("safety_again", language).text) < len(reply("safety", language).text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_intent_is_met_with_warmth_before_instructions(language: str) -> None:
    """Somebody who has done nothing yet reads first that they matter, and the call in the same paragraph."""
    first = reply("crisis_now", language).text.split("\n\n")[0]
    warmth = {
        "en": "you matter",
        "es": "tú importas",
        "fr": "tu comptes",
        "de": "Du bist wichtig",
        "pt": "você importa",
    }
    call = {"en": "emergency number", "es": "emergencias", "fr": "urgence", "de": "Notruf", "pt": "emergência"}
    assert first.index(warmth[language]) < first.index(call[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["caring_question", *QUESTION_CODES.values(), *IN_SAFETY])
def test_what_waits_for_a_yes_or_no_asks_one_question(code: str, language: str) -> None:
    """A person is asked one thing at a time, so that a yes says something."""
    last = reply(code, language).text.split("\n")[-1]
    assert last.count("?") == 1


def test_no_reply_claims_a_review_that_did_not_happen() -> None:
    """The words say of themselves that no clinician has signed them."""
    assert not any(written.is_reviewed for written in written_replies().values())


@pytest.mark.parametrize(
    ("asked", "given"), [("de", "de"), ("pt-BR", "pt"), ("FR_ca", "fr"), ("zh", "en"), (None, "en"), ("", "en")]
)
def test_a_language_without_words_gets_english(asked: str | None, given: str) -> None:
    """A region is ignored, an unknown language is answered in English."""
    assert reply("crisis", asked).language == given


@pytest.mark.parametrize("code", sorted(LINES))
def test_a_line_is_one_line(code: str) -> None:
    """It stands under an answer, or before one, and must not look like one."""
    assert all("\n" not in reply(code, language).text for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", [code for code in CRISES if code != "caring"])
def test_words_for_a_crisis_say_that_a_program_can_call_nobody(code: str, language: str) -> None:
    """Nobody waits for help that a program cannot bring."""
    words = {"en": "program", "es": "programa", "fr": "programme", "de": "Programm", "pt": "programa"}
    assert words[language] in reply(code, language).text


@pytest.mark.parametrize("written", written_replies().values(), ids=lambda w: f"{w.code}-{w.language}")
def test_only_an_acknowledged_hand_off_says_that_somebody_was_told(written: WrittenReply) -> None:
    """No other words promise that anybody knows, or will come."""
    promise = re.compile(
        r"\b(?:I (?:have )?(?:let|told|informed|notified|alerted|called)|have been told"
        r"|(?:is|are) on (?:the|their) way|will come"
        r"|he avisado|han recibido el aviso|avisé|en camino|vendrá|j'ai (?:prévenu|averti|fait savoir)"
        r"|ont été prévenues|en route|viendra"
        r"|Bescheid gegeben|haben die Nachricht bekommen|benachrichtigt|informiert|unterwegs|wird kommen"
        r"|avisei|foram avisadas|a caminho|virá)\b",
        re.IGNORECASE,
    )
    assert bool(promise.search(written.text)) is (written.code == "handed_over")


def test_phrases_are_there_in_every_language_with_all_that_is_filled_in() -> None:
    """A place of help is named in the language of the words around it."""
    for name, texts in phrases().items():
        assert set(texts) == set(LANGUAGES)
        holes = [set(re.findall(r"\{\w+\}", text)) for text in texts.values()]
        assert all(hole == holes[0] for hole in holes), name
        assert not re.search(r"\d", "".join(texts.values()))


def test_an_unknown_code_is_an_error() -> None:
    """A misspelt code is found by the first test that uses it."""
    with pytest.raises(KeyError):
        reply("crises", "en")
