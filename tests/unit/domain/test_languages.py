"""Languages by their codes, and what clients say that they want."""

import pytest

from segue.domain.languages import LANGUAGES, known_language, language_code, meant_language, preferred_language


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        *[("de", "de"), ("pt-BR", "pt"), ("en_US", "en"), (" ES ", "es"), ("zh-Hant-TW", "zh"), ("es-419", "es")],
        *[("yue", "yue"), ("english", None), ("xx", None), ("eng", None), ("", None), ("und", None), ("*", None)],
        *[("de-", None), ("e", None), ("dé", None)],
    ],
)
def test_a_tag_begins_with_a_code_of_the_standard(tag: str, code: str | None) -> None:
    """Region and script may follow; a code that is none is told apart."""
    assert language_code(tag) == code


@pytest.mark.parametrize(("written", "code"), [("English", "en"), ("deutsch", "de"), ("spa", "es"), ("klingon", None)])
def test_a_name_has_the_code_that_was_meant(written: str, code: str | None) -> None:
    """Whoever writes a language's name is told its code."""
    assert meant_language(written) == code


def test_a_setting_of_a_language_says_what_to_write() -> None:
    """The code that was meant, where it is known."""
    assert known_language("pt-BR") == "pt"
    with pytest.raises(ValueError, match="'fr' may be meant"):
        known_language("french")
    with pytest.raises(ValueError, match="as de or pt-BR"):
        known_language("qq")


def test_all_languages_have_two_small_letters() -> None:
    """The list is whole, and every entry has the form of the standard."""
    assert len(LANGUAGES) == 183
    assert all(len(code) == 2 and code.isalpha() and code.islower() for code in LANGUAGES)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        *[("de", "de"), ("fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5", "fr"), ("en;q=0.2, pt-BR;q=0.7", "pt")],
        *[("*", None), ("", None), ("de;q=0", None), ("xx, es;q=0.5", "es"), ("de;q=high, it;q=0.1", "it")],
        *[("en;q=1.9, de", "de"), ("en;q=1.000, de;q=0.9", "en"), ("\ud800, fr", "fr")],
        *[(",,;;=,q=1;de", None), ("tlh, " * 30 + "de", None)],
    ],
)
def test_what_a_client_wants_most_is_its_language(header: str, code: str | None) -> None:
    """By weight, then by place; what cannot be read is passed over, since a library wrote it."""
    assert preferred_language(header) == code
