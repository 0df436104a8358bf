"""The written words: complete in every language, without numbers, promises or unsigned signatures."""

import re
from datetime import UTC, datetime

import pytest

from segue.domain.resources import Acknowledgement, WrittenReply
from segue.safety.replies import LINES, handed_over, phrases, reply, written_replies

EMERGENCY = ("emergency", "emergency_continued", "emergency_refused", "emergency_refused_continued")
CRISES = (
    "crisis",
    "crisis_emergency",
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
OTHERS = ("output_stopped", "declined", "boundary", "screening_failed", "handed_over")
"""More codes may be there: this list is of those that verdicts and hand-offs need."""
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
    "code", [*CRISES, *OTHERS, "check_in", "resources", "resources_for_helpers"], ids=lambda code: str(code)
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
        r"\b(?:I (?:have )?(?:let|told|informed|notified|alerted|called)|(?:is|are) on (?:the|their) way|will come"
        r"|he avisado|avisé|en camino|vendrá|j'ai (?:prévenu|averti|fait savoir)|en route|viendra"
        r"|Bescheid gegeben|benachrichtigt|informiert|unterwegs|wird kommen|avisei|a caminho|virá)\b",
        re.IGNORECASE,
    )
    assert bool(promise.search(written.text)) is (written.code == "handed_over")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hand_off_is_told_with_who_acknowledged_it(language: str) -> None:
    """Its words exist only together with the acknowledgement, and promise no time."""
    said = handed_over(Acknowledgement("r-1", "Harbour team", datetime(2026, 6, 1, tzinfo=UTC)), language)
    assert (said.code, said.language) == ("handed_over", language)
    assert "Harbour team" in said.text
    assert "{" not in said.text
    assert "r-1" not in said.text


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
