"""Limits in the settings: what is wrong is told with its place, and with what to write."""

from pathlib import Path

import pytest

from segue.config.load import load_settings
from segue.domain.scopes import ScopeKind
from segue.errors import ConfigError

GOOD = """
providers:
  openrouter: {type: scripted}
limits:
  - {scope: global, concurrent: 3}
  - {scope: caller, requests_per_minute: 60, tokens_per_minute: 100000}
  - {scope: caller, name: game, requests_per_minute: 600}
  - {scope: model, name: "openrouter:meta-llama/llama-3.3-70b-instruct:free", requests_per_minute: 20}
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "segue.yaml"
    file.write_text(text)
    return file


def test_limits_are_read_in_the_order_of_the_file(tmp_path: Path) -> None:
    """A kind may have a limit for each, and others by name."""
    limits = load_settings(written(tmp_path, GOOD), env={}).settings.limits
    assert [(each.scope, each.name) for each in limits] == [
        (ScopeKind.GLOBAL, None),
        (ScopeKind.CALLER, None),
        (ScopeKind.CALLER, "game"),
        (ScopeKind.MODEL, "openrouter:meta-llama/llama-3.3-70b-instruct:free"),
    ]


@pytest.mark.parametrize(
    ("entry", "key", "said"),
    [
        (
            "{scope: user, concurrent: 3}",
            "limits.0.scope",
            "'global', 'provider', 'model', 'caller', 'session' or 'tag'",
        ),
        (
            "{scope: caller, requests_per_minut: 3}",
            "limits.0.requests_per_minut",
            "Did you mean 'requests_per_minute'?",
        ),
        ("{scope: caller, concurrent: 0}", "limits.0.concurrent", "greater than or equal to 1"),
        ("{scope: global, name: all, concurrent: 3}", "limits.0.name", "takes no name: leave it out"),
        ("{scope: model, name: llama3, concurrent: 3}", "limits.0.name", "written `provider:name`"),
        ("{scope: provider, name: 'work:m', concurrent: 3}", "limits.0.name", "under which it stands in `providers`"),
        ("{scope: provider, name: scriptd, concurrent: 3}", "limits.0.name", "Did you mean 'scripted'?"),
        ("{scope: model, name: 'scriptd:m', concurrent: 3}", "limits.0.name", "Did you mean 'scripted'?"),
        ("{scope: caller}", "limits.0", "give `requests_per_minute`, `tokens_per_minute` or `concurrent`"),
        (
            "{scope: tag, name: a, concurrent: 1}\n  - {scope: tag, name: a, concurrent: 2}",
            "limits",
            "two limits for `tag` 'a': write their figures into one",
        ),
    ],
)
def test_a_wrong_limit_is_told_with_its_place_and_the_way_out(tmp_path: Path, entry: str, key: str, said: str) -> None:
    """Whoever reads the error knows which line to change, and into what."""
    file = written(tmp_path, f"limits:\n  - {entry}\n")
    with pytest.raises(ConfigError) as wrong:
        load_settings(file, env={})
    error = next(each for each in (wrong.value, *wrong.value.others) if each.key == key)
    assert said in str(error)
    assert error.line is not None
