"""In which language somebody writes."""

import re

import pytest

from segue.selection.languages import language_of


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


@pytest.mark.parametrize("text", ["", "ok", "12345 !?", "Lisboa Berlin Paris", "Да", "hm hm hm", "Jag vet inte"])
def test_what_could_be_several_languages_is_unknown(text: str) -> None:
    """A guess is not made: where it is not sure, the language is unknown."""
    assert told(text) is None


def test_a_foreign_name_does_not_change_the_language() -> None:
    """A word in another script within a sentence leaves the sentence's own language."""
    assert told("I was reading a story by 村上 when my friend called me and it was late.") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [("Nein", "de"), ("Ich gehe zum Hafen.", "de"), ("quiero morir", "es"), ("Oui.", "fr"), ("Você veio?", "pt")],
)
def test_a_word_that_one_language_alone_has_tells_it_in_a_short_text(text: str, language: str) -> None:
    """People in need write few words."""
    assert told(text) == language


@pytest.mark.parametrize("text", ["no", "No, no, no!", "Danke", "merci", "vale", "yes", "let me die"])
def test_words_that_several_languages_have_tell_nothing(text: str) -> None:
    """Neither by being said again and again, nor where people borrow them."""
    assert told(text) is None


def test_one_foreign_word_does_not_change_the_language_of_a_sentence() -> None:
    """Only a text of few words goes by one of them."""
    assert told("I said 'oui' to him and then we went home.") == "en"
