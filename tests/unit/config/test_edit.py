"""The user's settings file, changed by us: nothing but the value changes, and nothing wrong is ever written."""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from segue.config.edit import Remove, Set, change, file_to_edit, remove_value, set_value
from segue.config.example import example_yaml
from segue.config.load import Loaded, load_settings
from segue.config.yaml_edit import CannotEdit, with_value, without_value
from segue.errors import ConfigError
from segue.storage.locked_file import locked_file

MINE = """\
# Kept by me.
providers:
    mine:   # the first
        type: openai_compatible
        key: ${MINE_KEY:-none}   # from the environment
        options: {base_url: "http://127.0.0.1:9/v1", models: {small: }}

    other:
        type: scripted
# What callers may ask for.
routes: {}   # none yet
server:
    port: 0x2328  # 9000
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "segue.yaml"
    file.write_text(MINE)
    return file


@pytest.mark.parametrize(
    ("way", "value", "old", "new"),
    [
        (("server", "port"), 9001, "port: 0x2328  # 9000", "port: 9001  # 9000"),
        (("server", "host"), "::1", "port: 0x2328  # 9000\n", "port: 0x2328  # 9000\n    host: ::1\n"),
        (
            ("routes", "story"),
            {"models": ["mine:a"]},
            "routes: {}   # none yet\n",
            "routes: # none yet\n  story:\n    models:\n    - mine:a\n",
        ),
        (("providers", "mine", "options", "stream_usage"), False, "{small: }}", "{small: }, stream_usage: false}"),
        (("providers", "mine", "options", "models", "a/b.c:d"), {}, "{small: }", "{small:, 'a/b.c:d': {} }"),
        (
            ("providers", "mine", "options", "models", "small"),
            {"in_auto": False},
            "{small: }",
            "{small: {in_auto: false} }",
        ),
        (
            ("providers", "third"),
            {"type": "local"},
            "        type: scripted\n",
            "        type: scripted\n    third:\n      type: local\n",
        ),
        (("log", "level"), "debug", "port: 0x2328  # 9000\n", "port: 0x2328  # 9000\nlog:\n  level: debug\n"),
    ],
)
def test_only_the_lines_of_what_is_set_differ(way: tuple[str, ...], value: object, old: str, new: str) -> None:
    """Comments, order, indentation, quotes and ways to write numbers stay as their author had them."""
    assert with_value(MINE, way, value) == MINE.replace(old, new)


@pytest.mark.parametrize(
    ("way", "old", "new"),
    [
        (("providers", "other"), "    other:\n        type: scripted\n", ""),
        (("server", "port"), "server:\n    port: 0x2328  # 9000\n", "server: {}\n"),
        (("providers", "mine", "options", "models"), ", models: {small: }", ""),
        (("providers", "nobody", "type"), "", ""),
    ],
)
def test_only_the_lines_of_what_is_removed_go(way: tuple[str, ...], old: str, new: str) -> None:
    """The comment above the next section stays, and so does every other line."""
    assert without_value(MINE, way) == MINE.replace(old, new)


names = st.sampled_from(["a", "b", "c.d", "e:f/g", "on", "1"])
leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.lists(st.text(max_size=4), max_size=3)
trees = st.dictionaries(
    names, st.recursive(leaves, lambda inner: st.dictionaries(names, inner, max_size=3), max_leaves=8)
)


@settings(max_examples=15)
@example(tree={}, way=["a"], value="\x85", in_line=None)
@example(tree={}, way=["a"], value=["\u2028"], in_line=True)
@given(
    tree=trees,
    way=st.lists(names, min_size=1, max_size=3),
    value=leaves | trees,
    in_line=st.sampled_from([None, True, False]),
)
def test_whatever_is_set_or_removed_the_rest_says_the_same(
    tree: dict[str, object], way: list[str], value: object, in_line: bool | None
) -> None:
    """Any value at any place of any file is set and taken away again, and no other one changes."""
    text = yaml.safe_dump(tree, default_flow_style=in_line, allow_unicode=True)
    try:
        after = with_value(text, way, value)
        again = without_value(after, way)
    except CannotEdit:
        return  # refused, never wrong: `_proved` compared what the texts say
    found: object = yaml.safe_load(after)
    for step in way:
        assert isinstance(found, dict)
        found = found[step]
    assert found == value
    found = yaml.safe_load(again)
    for step in way[:-1]:
        assert isinstance(found, dict)
        found = found[step] or {}
    assert way[-1] not in (found if isinstance(found, dict) else {})


def test_the_example_file_takes_a_provider(tmp_path: Path) -> None:
    """A file of `segue config init` keeps every line but the one that said that there is none."""
    file = tmp_path / "segue.yaml"
    file.write_text(example_yaml())
    set_value(file, ("providers", "mine"), {"type": "scripted"}, env={})
    lines = file.read_text().splitlines()
    assert lines[lines.index("providers:") :][1:3] == ["  mine:", "    type: scripted"]
    assert [line for line in lines if line not in ("providers:", "  mine:", "    type: scripted")] == [
        line for line in example_yaml().splitlines() if line != "providers: {}"
    ]


def test_a_file_that_is_not_there_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    """The first change makes the file, and the folder; nobody else may read it."""
    env = {"SEGUE_HOME": str(tmp_path / "home")}
    file = file_to_edit(env=env, folder=tmp_path)
    assert set_value(file, "server.port", 9001, env=env).settings.server.port == 9001
    assert (file, file.read_text()) == (tmp_path / "home" / "segue.yaml", "server:\n  port: 9001\n")
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["segue.yaml"]


def test_a_link_stays_a_link_and_the_mode_stays(file: Path, tmp_path: Path) -> None:
    """What a symlink points to is changed, with its mode; the former text is kept beside it."""
    file.chmod(0o640)
    link = tmp_path / "elsewhere" / "linked.yaml"
    link.parent.mkdir()
    link.symlink_to(file)
    set_value(link, "server.port", 9001, env={})
    assert (link.is_symlink(), file.stat().st_mode & 0o777) == (True, 0o640)
    assert (load_settings(file, env={}).settings.server.port, (tmp_path / "segue.yaml.bak").read_text()) == (9001, MINE)


def test_what_would_be_wrong_is_not_written(file: Path) -> None:
    """A value that the settings refuse leaves the file as it was; the error names file, line and key, no draft."""
    with pytest.raises(ConfigError) as caught:
        set_value(file, "server.port", "many", env={})
    assert (caught.value.file, caught.value.key, caught.value.line) == (file, "server.port", 13)
    with pytest.raises(ConfigError, match="the part says no"):
        change(file, [Set("server.port", 1)], check=_says_no, env={})
    assert [(path.name, path.read_text()) for path in file.parent.iterdir() if path.is_file()] == [(file.name, MINE)]


def _says_no(loaded: Loaded) -> None:
    raise loaded.error("the part says no", ("server", "port"))


def test_a_broken_file_is_refused_with_its_line(file: Path) -> None:
    """What cannot be read is not written over."""
    file.write_text("server:\n  port: [1\nlog:\n")
    with pytest.raises(ConfigError) as caught:
        set_value(file, "server.port", 1, env={})
    assert (caught.value.file, caught.value.line, file.read_text()) == (file, 3, "server:\n  port: [1\nlog:\n")


def test_a_value_that_two_keys_share_is_left_to_its_author(file: Path) -> None:
    """Behind an alias a change would be two changes: it is refused."""
    file.write_text("providers:\n  a: &same {type: scripted}\n  b: *same\n")
    with pytest.raises(ConfigError, match="by hand"):
        set_value(file, "providers.b.enabled", False, env={})


def test_several_changes_are_made_together_or_not_at_all(file: Path) -> None:
    """One that is wrong undoes the others; all together are one new file."""
    with pytest.raises(ConfigError):
        change(file, [Set("log.level", "debug"), Set("log.format", "rhymes")], env={})
    assert file.read_text() == MINE
    loaded = change(file, [Set("log.level", "debug"), Remove("providers.mine")], env={})
    assert (loaded.settings.log.level, list(loaded.settings.providers)) == ("debug", ["other"])
    assert remove_value(file, "log.level", env={}).settings.log.level == "info"


def test_a_second_writer_waits(file: Path) -> None:
    """Two commands at once: both changes are in the file afterwards."""
    with locked_file(file, os.O_RDWR, deed="be held"):
        other = threading.Thread(target=set_value, args=(file, "log.level", "debug"), kwargs={"env": {}})
        other.start()
        assert file.read_text() == MINE
    other.join(60)
    set_value(file, "log.format", "json", env={})
    log = load_settings(file, env={}).settings.log
    assert (log.level, log.format) == ("debug", "json")


def test_windows_line_ends_stay(file: Path) -> None:
    """A file of another system keeps its line ends, in the new lines too."""
    file.write_bytes(MINE.replace("\n", "\r\n").encode())
    set_value(file, ("providers", "third"), {"type": "scripted"}, env={})
    data = file.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") == MINE.count("\n") + 2


def test_a_killed_writer_leaves_the_file_as_it_was_and_nothing_for_ever(file: Path, tmp_path: Path) -> None:
    """Its draft, which holds all settings, goes with the next change; one of a process that runs stays."""
    script = (
        "import os, pathlib, sys; from segue.config.edit import set_value, change, Set\n"
        "for file in sys.argv[1:]:\n"
        "    if not os.fork():\n"
        "        change(pathlib.Path(file), [Set('server.port', 1)], check=lambda _: os.kill(os.getpid(), 9), env={})\n"
        "    os.wait()\n"
    )
    fresh = tmp_path / "new" / "segue.yaml"
    subprocess.run([sys.executable, "-c", script, file, fresh], check=True, timeout=150)
    assert (file.read_text(), fresh.exists()) == (MINE, False)
    assert [len(list(folder.glob(".segue.yaml.*"))) for folder in (file.parent, fresh.parent)] == [1, 1]
    running = file.with_name(f".segue.yaml.{os.getppid()}.01234567")
    running.touch()
    for one in (file, fresh):
        set_value(one, "server.port", 9001, env={})
    assert [path.name for path in file.parent.glob(".segue*")] == [running.name]
    assert [path.name for path in fresh.parent.iterdir()] == ["segue.yaml"]


def test_changes_that_do_not_fit_any_more_are_not_made(file: Path, tmp_path: Path) -> None:
    """Who made them sees under the lock what stands there now, in a file that is there and in one that is not."""
    seen: list[object] = []

    def refuse(now: Mapping[str, object]) -> None:
        seen.append(sorted(now))
        raise ConfigError("somebody was quicker")

    for one in (file, tmp_path / "none.yaml"):
        with pytest.raises(ConfigError, match="quicker"):
            change(one, [Set("server.port", 1)], only_if=refuse, env={})
    assert (seen, file.read_text(), (tmp_path / "none.yaml").exists()) == (
        [["providers", "routes", "server"], []],
        MINE,
        False,
    )


@pytest.mark.parametrize(
    "change_", [Set((), 1), Set("", 1), Remove(()), Set("server..port", 1), Set("server.port", Path("/x"))]
)
def test_what_is_no_setting_and_no_value_is_refused(file: Path, change_: Set | Remove) -> None:
    """A way without steps and a value that YAML has no words for are errors with the file, not faults."""
    with pytest.raises(ConfigError) as caught:
        change(file, [change_], env={})
    assert (caught.value.file, file.read_text()) == (file, MINE)


def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to would be read for ever."""
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    with pytest.raises(ConfigError, match="no file of text"):
        set_value(pipe, "server.port", 1, env={})
    with pytest.raises(ConfigError, match="no file of text"):
        load_settings(pipe, env={})
