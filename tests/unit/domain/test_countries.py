"""Countries in two letters."""

import pytest

from segue.domain.countries import COUNTRIES, country_code, meant_country


@pytest.mark.parametrize(
    ("text", "code"), [("DE", "DE"), (" br ", "BR"), ("UK", None), ("EU", None), ("", None), ("DEU", None), ("*", None)]
)
def test_only_a_country_of_the_standard_is_one(text: str, code: str | None) -> None:
    """A code that is none is told apart, so that nobody misses their helplines for a slip."""
    assert country_code(text) == code


def test_all_countries_have_two_capital_letters() -> None:
    """The list is whole, and every entry has the form of the standard."""
    assert len(COUNTRIES) == 249
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in COUNTRIES)


def test_a_common_slip_has_what_was_meant() -> None:
    """Whoever writes UK is told GB."""
    assert meant_country("uk") == "GB"
    assert meant_country("XX") is None
