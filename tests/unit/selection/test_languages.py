"""In which language somebody writes."""

import re

import pytest

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.languages import OTHER_LANGUAGE
from segue.selection.analysis import spoken_language
from segue.selection.languages import could_be, language_of


def told(text: str) -> str | None:
    return language_of(text, re.findall(r"[^\W\d_]+", text.lower()))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I don't know what to do with my life, and it is late.", "en"),
        ("No sé qué hacer con mi vida y estoy muy cansado.", "es"),
        ("Je ne sais pas quoi faire et je suis très fatigué.", "fr"),
        ("Ich weiß nicht, was ich machen soll, und bin sehr müde.", "de"),
        ("Não sei o que fazer com a minha vida, estou muito cansada.", "pt"),
        ("Non so che cosa fare e sono molto stanco, ho paura di tutto.", "it"),
        ("Ik weet niet wat ik moet doen en ik ben erg moe.", "nl"),
        ("今日はとても疲れました。", "ja"),
        ("我不知道该怎么办。", "zh"),
        ("무엇을 해야 할지 모르겠어요.", "ko"),
        ("Я не знаю, что мне делать, я очень устал сегодня вечером, это тяжёлые дни.", "ru"),
        ("Я не знаю, що мені робити.", "uk"),
        ("Δεν ξέρω τι να κάνω.", "el"),
        ("לא יודעת מה לעשות", "he"),
        ("لا أعرف ماذا أفعل في هذه الليلة الطويلة", "ar"),
        ("ฉันไม่รู้จะทำอย่างไร", "th"),
    ],
)
def test_running_text_is_recognised(text: str, language: str) -> None:
    """A person who writes a sentence has its language recognised. Covers R2.1."""
    assert told(text) == language


@pytest.mark.parametrize("text", ["", "ok", "12345 !?", "Lisboa Berlin Paris", "hm hm hm", "no no"])
def test_what_could_be_several_languages_is_unknown(text: str) -> None:
    """A guess is not made: where it is not sure, the language is unknown."""
    assert told(text) is None


def test_a_foreign_name_does_not_change_the_language() -> None:
    """A word in another script within a sentence leaves the sentence's own language."""
    assert told("I was reading a story by 村上 when my friend called me and it was late.") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("let me die", "en"),
        ("Nein", "de"),
        ("Ich gehe zum Hafen.", "de"),
        ("quiero morir", "es"),
        ("Oui.", "fr"),
        ("Você veio?", "pt"),
    ],
)
def test_a_word_that_one_language_alone_has_tells_it_in_a_short_text(text: str, language: str) -> None:
    """People in need write few words."""
    assert told(text) == language


@pytest.mark.parametrize("text", ["no", "No, no, no!", "Danke", "merci", "vale", "yes"])
def test_words_that_several_languages_have_tell_nothing(text: str) -> None:
    """Neither by being said again and again, nor where people borrow them."""
    assert told(text) is None


def test_one_foreign_word_does_not_change_the_language_of_a_sentence() -> None:
    """Only a text of few words goes by one of them."""
    assert told("I said 'oui' to him and then we went home.") == "en"


@pytest.mark.parametrize("text", ["Да", "नमस्ते दोस्त", "Nomaqanda uzwile izolo ntambama"])
def test_what_is_surely_none_of_the_spoken_languages_is_another(text: str) -> None:
    """By its script, or because in a whole sentence hardly a word is known: it is not taken for the talk's language."""
    assert told(text) == OTHER_LANGUAGE


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jag vet inte", "sv"),
        ("Jeg kan ikke sove", "da"),
        ("nie mogę spać", "pl"),
        ("no puc dormir", "ca"),
        ("ik kan niet slapen", "nl"),
    ],
)
def test_few_words_of_another_language_are_known_as_such(text: str, language: str) -> None:
    """Danger is told in few words in every language."""
    assert told(text) == language


def test_a_presumed_language_is_given_up_where_a_word_speaks_against_it() -> None:
    """`ok` is at home everywhere, and `hjälp` is not English."""
    assert could_be("en", "ok", ["ok"])
    assert could_be("ja", "ok", ["ok"])
    assert not could_be("en", "nicht", ["nicht"])


@pytest.mark.parametrize(
    ("text", "language"),
    [("Ich weiß es nicht. ", "de"), ("đã không được ", "vi"), ("c'est l'heure d'aimer l'été ", "fr")],
)
def test_a_long_text_has_room_for_its_points(text: str, language: str) -> None:
    """The points of all languages share one number; none may run over into its neighbour's."""
    text *= 3_000
    assert language_of(text, text.lower().split()) == language


def test_a_long_text_is_read_all_over() -> None:
    """A few words of another language at its beginning, or its end, are not the language of the text."""
    said, quoted = "I do not know what to do with the rest of this day. ", "Je ne sais pas quoi faire. "
    assert told(quoted + said * 8) == "en"
    assert told(said * 8 + quoted) == "en"


def test_short_answers_of_no_known_language_leave_what_was_said_before_it() -> None:
    """Together they are as many words as a sentence has, and are none."""
    texts = ("Ich weiß nicht, was ich machen soll.", "hmpf", "brr", "pfff", "tss")
    request = ChatRequest(tuple(Message(Role.USER, text) for text in texts))
    assert spoken_language(request) == "de"
