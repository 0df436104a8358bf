"""What a setup adds to a settings file, and never changes."""

from pathlib import Path

import pytest

from segue.catalog.setup import Setup
from segue.cli.setup_steps import carry_out, plan_of
from segue.config.additions import additions, as_diff
from segue.config.edit import Set
from segue.config.load import load_settings
from segue.errors import ConfigError

WANTED = {"providers": {"local": {"type": "local", "options": {"models": {"a.b:c": {"context_tokens": 2048}}}}}}


def test_all_is_missing_from_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The whole of it is added, and the diff begins with nothing."""
    file = tmp_path / "segue.yaml"
    changes = additions(file, WANTED)
    assert changes == (Set(("providers",), WANTED["providers"]),)
    assert as_diff(file, changes).startswith("--- /dev/null\n")
    assert not file.exists()


def test_what_stands_there_is_kept_and_only_the_rest_is_added(tmp_path: Path) -> None:
    """A value of the person's own wins over the wanted one; comments stay."""
    file = tmp_path / "segue.yaml"
    file.write_text("providers:\n  local: # mine\n    type: scripted\n")
    changes = additions(file, WANTED)
    assert [change.way for change in changes] == [("providers", "local", "options")]
    lines = as_diff(file, changes).splitlines()
    assert [line for line in lines if line.startswith("-")] == [f"--- {file}"]
    assert lines[1] == f"+++ {file}"
    assert "   local: # mine" in lines
    assert "+        a.b:c:" in lines


async def test_what_another_hand_wrote_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    """A plan is carried out only where the file still lacks what it lacked when the plan was shown."""
    file = tmp_path / "segue.yaml"
    file.write_text("server: {port: 9001}\n")
    setup = Setup("demonstration", "", (), providers={"local": {"type": "scripted"}})
    plan = plan_of(setup, file, servers=(), keys=None)
    theirs = "server: {port: 9001}\nproviders:\n  mine: # by another hand\n    type: scripted\n"
    file.write_text(theirs)
    with pytest.raises(ConfigError, match="changed the file meanwhile"):
        await carry_out(plan, load_settings(file, env={}))
    assert file.read_text() == theirs


def test_nothing_is_missing_the_second_time(tmp_path: Path) -> None:
    """A file that says all of it is left alone."""
    file = tmp_path / "segue.yaml"
    file.write_text(
        '{"providers": {"local": {"type": "local", "options": {"models": {"a.b:c": {"context_tokens": 1}}}}}}'
    )
    assert additions(file, WANTED) == ()
    assert as_diff(file, ()) == ""


@pytest.mark.parametrize(
    "text",
    [
        "providers:\n  mine:\n    type: x\n    key: SECRET\n",
        "providers:\n  mine: {type: x, key: 'SECRET', options: {api_token: [\"SECRET\"]}}\n",
        '{"providers": {"mine": {"type": "x", "key":"SECRET"}}, "cache": {"url": "redis://u:SECRET@h/0"}}',
        "vault:\n  passphrase: SECRET # once SECRET, always SECRET\n",
        'vault:\n  passphrase: "sk-pla\\\n    nted-1234"\n',
        'handoff:\n  secret: "sk-pl\\x61nted-1234"\nproviders: {}\n',
    ],
)
def test_no_secret_of_the_file_is_shown(tmp_path: Path, text: str) -> None:
    """A key that stands in the file in the clear is masked in the diff, and where it cannot be nothing is shown.
    Covers R7.2."""
    file = tmp_path / "segue.yaml"
    file.write_text(text.replace("SECRET", "sk-planted-1234"))
    try:
        shown = as_diff(file, (Set(("log", "level"), "error"), Set(("providers", "new"), {"type": "local"})))
    except ConfigError as error:
        shown = str(error)
    assert shown
    assert "nted" not in shown


def test_broken_file_is_told_with_its_line(tmp_path: Path) -> None:
    """Nobody adds to a file that cannot be read."""
    file = tmp_path / "segue.yaml"
    file.write_text("providers:\n  a: [\n")
    with pytest.raises(ConfigError) as caught:
        additions(file, WANTED)
    assert caught.value.file == file
