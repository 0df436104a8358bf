"""Whether an answer to somebody at risk cares at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.safety.care import answers_with_care
from segue.safety.replies import reply


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("I'm so sorry you are going through this.", "en"),
        ("That sounds really hard.", "en"),
        ("Do you feel safe right now?", "en"),
        ("Please call a crisis line or somebody you trust.", "en"),
        ("Siento mucho lo que cuentas.", "es"),
        ("¿Estás a salvo?", "es"),
        ("Merci de me l'avoir dit.", "fr"),
        ("Es-tu en sécurité ?", "fr"),
        ("Das klingt sehr schwer.", "de"),
        ("Bist du gerade in Sicherheit?", "de"),
        ("Sinto muito, isso deve ser muito difícil.", "pt"),
        ("Você está em segurança agora?", "pt-BR"),
        ("Das klingt sehr schwer.", None),
        ("I'm worried about you.", "de"),
    ],
)
def test_an_acknowledgement_a_question_or_a_resource_is_care(text: str, language: str | None) -> None:
    """One of them is enough, in the person's language or in English."""
    assert answers_with_care(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The dragon flies over the lake and the sun sets.", "en"),
        ("What colour is the dragon?", "en"),
        ("Here is a recipe for bread: mix flour and water.", "en"),
        ("El dragón vuela sobre el lago.", "es"),
        ("Le dragon vole au-dessus du lac.", "fr"),
        ("Der Drache fliegt über den See.", "de"),
        ("O dragão voa sobre o lago.", "pt"),
        ("", "en"),
    ],
)
def test_going_on_as_if_nothing_was_said_is_none(text: str, language: str) -> None:
    """A story that just goes on leaves somebody alone."""
    assert not answers_with_care(text, language)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "pt"])
@pytest.mark.parametrize("code", ["crisis", "crisis_emergency", "check_in"])
def test_the_written_words_care(code: str, language: str) -> None:
    """What stands in for a model would pass what is asked of one."""
    assert answers_with_care(reply(code, language).text, language)


@given(st.text(max_size=80), st.sampled_from(["en", "es", "fr", "de", "pt"]))
def test_care_in_one_language_is_care_where_the_language_is_unknown(text: str, language: str) -> None:
    """Not knowing the language never takes care away."""
    assert answers_with_care(text, None) or not answers_with_care(text, language)
