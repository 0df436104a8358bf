"""The operator's own helplines and policy: read at start, and told with file and field when wrong."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.config.safety_settings import SafetySettings
from segue.domain.chat import Message, Role
from segue.domain.findings import Action
from segue.errors import ConfigError
from segue.pipeline.screening.safety_parts import helplines_of, policy_of, validator_of

NOW = datetime(2026, 6, 10, tzinfo=UTC)
OWN = """
version = "mine"
[[helplines]]
country = "NL"
name = "Somebody"
kind = "crisis"
call = ["12 34"]
languages = ["nl"]
source = "https://example.org/"
verified_at = 2026-06-01
"""
STRICTER = """
version = "mine"
[[rows]]
categories = ["suicide"]
levels = ["moderate"]
subjects = ["self"]
measures = ["observe", "ask", "resources", "replace"]
"""


def test_an_operator_s_helpline_is_shown_where_people_are_in_its_country(tmp_path: Path) -> None:
    """A file beside the settings is enough."""
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    validator = validator_of(SafetySettings(helplines_file=tmp_path / "own.toml"))
    verdict = validator.screen([Message(Role.USER, "I want to kill myself")])
    assert "- Somebody: call 12 34 (nl)" in validator.reply_for(verdict, "en", "NL", NOW).text
    assert "1234" in validator.helplines.allowed_numbers(NOW.date())


def test_an_operator_s_policy_asks_for_more(tmp_path: Path) -> None:
    """What passes elsewhere is answered with written words here, and the verdict says by which policy."""
    (tmp_path / "own.toml").write_text(STRICTER, encoding="utf-8")
    validator = validator_of(SafetySettings(policy_file=tmp_path / "own.toml"))
    verdict = validator.screen([Message(Role.USER, "I don't want to wake up tomorrow")])
    assert (verdict.action, verdict.policy) == (Action.REPLACE, "2+mine")
    assert validator.reply_for(verdict, "en").code == "caring"


@pytest.mark.parametrize(
    ("text", "key"),
    [("version = 1", "version"), (OWN.replace("crisis", "kind"), "helplines[0].kind"), ("=", "")],
)
def test_a_wrong_file_of_helplines_is_told_with_file_and_field(tmp_path: Path, text: str, key: str) -> None:
    """Segue does not start with help that nobody can reach."""
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        helplines_of(SafetySettings(helplines_file=tmp_path / "own.toml"))
    assert (error.value.file, error.value.key) == (tmp_path / "own.toml", key)


def test_a_weaker_policy_is_told_with_its_row(tmp_path: Path) -> None:
    """A policy of one's own can only ask for more."""
    (tmp_path / "own.toml").write_text(STRICTER.replace(', "ask"', ""), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"own\.toml:rows\[0\]: It is weaker .* asks for ask at suicide"):
        policy_of(SafetySettings(policy_file=tmp_path / "own.toml"))


def test_a_file_that_is_not_there_is_told_with_its_setting(tmp_path: Path) -> None:
    """The setting is named, and what to look at."""
    with pytest.raises(ConfigError, match=r"safety\.helplines_file: The file .* cannot be read"):
        helplines_of(SafetySettings(helplines_file=tmp_path / "none.toml"))


def test_how_far_people_have_checked_is_counted() -> None:
    """Start-up, doctor and reports say the same."""
    found = validator_of(SafetySettings()).standing(NOW)
    assert 0 < found.not_shown < found.helplines
    assert found.not_reviewed == found.replies
    told = list(found.sentences())
    assert told[0].endswith("are not clinically reviewed.")
    assert "stale or unverified" in told[1]
