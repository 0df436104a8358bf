"""The published protocol says the numbers that the program has."""

from dataclasses import fields
from pathlib import Path

import pytest

from segue.domain import risk
from segue.safety.talk_limits import TALK_LIMITS


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "safety" / "protocol.md").read_text(encoding="utf-8")


def test_every_number_of_the_protocol_is_published(page: str) -> None:
    """Whoever reads the page reads what is done."""
    for field in fields(TALK_LIMITS):
        value = getattr(TALK_LIMITS, field.name)
        if field.name == "weights":
            value = ", ".join(f"{level} {weight:g}" for level, weight in value.items())
        assert f"| `{field.name}` | {value} |" in page


def test_how_evidence_decays_is_published(page: str) -> None:
    """Both half-lives, and that of the short memory."""
    assert f"every {risk.TURN_HALF_LIFE:g} turns (`TURN_HALF_LIFE`)" in page
    assert f"every {risk.HOUR_HALF_LIFE:g} hours (`HOUR_HALF_LIFE`)" in page
    assert f"half-life of {risk.LATELY_HALF_LIFE:g} turns (`LATELY_HALF_LIFE`)" in page


def test_the_page_says_what_the_protocol_is_not(page: str) -> None:
    """It claims no validity that nobody has shown."""
    assert (
        "It is a screening aid. It makes no diagnosis, it is not clinically validated, no clinician has\nreviewed"
        in page
    )
