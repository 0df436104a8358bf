"""The first minute: a new clone, one command, and a conversation with a real model; then the same without a network."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pexpect
import psutil
import pytest

from tests.support.product import at_terminal

pytestmark = [pytest.mark.slow, pytest.mark.timeout(420)]
INSTALL_S = 300.0
"""Longest wait for what is downloaded and installed."""
ANSWER_S = 60.0
PROMPT = "you>"
LABEL = "[local:smollm2: demonstration, not for therapeutic use]"
INDEX = "a package index that pip can reach"
NAME_SPACE = "the right to make a network name space (unshare --net)"
FORGOTTEN = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "CI")
"""What a person who has just opened a terminal would not have; pip's own settings stay, they say where the index is."""


@dataclass(frozen=True)
class Clone:
    """A copy of the source tree that nobody has built anything in, and the home of somebody who has never run it."""

    folder: Path
    home: Path

    def env(self) -> Mapping[str, str]:
        return {"SEGUE_HOME": str(self.home)}


@dataclass(frozen=True)
class Talked:
    """One conversation at the terminal, as it was shown."""

    before: str
    """All that was shown before the first prompt."""
    answer: str
    exit_status: int | None


@pytest.fixture(scope="module")
def clone(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """What `git clone` would give, had the working tree been committed."""
    folder, home = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("person") / "segue"
    for name in files_of(repository):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(repository / name, folder / name, follow_symlinks=False)
    return Clone(folder, home)


def files_of(repository: Path) -> Iterator[str]:
    """Every file that git would keep, new ones included; without git, every file that no tool wrote."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    if (repository / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=True).stdout
        yield from (name for name in listed.split("\0") if name and (repository / name).is_file())
        return
    for path in repository.rglob("*"):
        name = path.relative_to(repository)
        if path.is_file() and not name.parts[0].startswith(".") and "__pycache__" not in name.parts:
            yield str(name)


@pytest.fixture(scope="module")
def first(clone: Clone, needs: Callable[[bool, str], None], tmp_path_factory: pytest.TempPathFactory) -> Talked:
    """The first `make run` in the clone."""
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "hatchling"]
    folder = tmp_path_factory.mktemp("probe")
    needs(subprocess.run(fetch, cwd=folder, capture_output=True, check=False, timeout=120).returncode == 0, INDEX)
    return talk(clone, ["make", "run"], prompt_s=INSTALL_S)


def talk(clone: Clone, command: list[str], *, prompt_s: float) -> Talked:
    """Run it, wait for the prompt without a key being pressed, say something, hear the answer, leave by Ctrl-D."""
    child = at_terminal(command, folder=clone.folder, env=clone.env(), without=FORGOTTEN, timeout_s=prompt_s)
    try:
        child.expect_exact(PROMPT)
        before = child.before
        child.send("Hello, who are you?\r")
        child.expect_exact(LABEL, timeout=ANSWER_S)
        child.expect_exact(PROMPT, timeout=ANSWER_S)
        answer = child.before
        child.sendeof()
        child.expect(pexpect.EOF, timeout=ANSWER_S)
    finally:
        child.close()
    return Talked(before, answer, child.exitstatus)


def words(shown: str) -> str:
    """What a person reads of it."""
    return re.sub(r"\x1b\[[?\d;]*[A-Za-z]", "", shown).strip()


def left_running(clone: Clone) -> list[str]:
    """Programs of the clone that still run."""
    commands = (process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"]))
    return [" ".join(command) for command in commands if any(str(clone.folder) in word for word in command)]


def test_one_command_in_a_new_clone_ends_in_a_conversation(clone: Clone, first: Talked) -> None:
    """`make run` installs, fetches a model, asks nothing and answers; Ctrl-D leaves. Covers R1.5."""
    assert "?" not in words(first.before)
    assert words(first.answer)
    assert first.exit_status == 0
    assert left_running(clone) == []


def test_the_second_time_needs_no_network(clone: Clone, first: Talked, needs: Callable[[bool, str], None]) -> None:
    """Once installed, `make run` talks to the same model on a machine that is cut off."""
    assert first.exit_status == 0
    alone = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    can = shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0
    needs(bool(can), NAME_SPACE)
    again = talk(clone, [*alone, "make", "run"], prompt_s=ANSWER_S)
    assert "Installing" not in again.before
    assert "Fetching" not in again.before
    assert words(again.answer)
    assert (again.exit_status, left_running(clone)) == (0, [])
