"""The peers of others: whether they are there, how they are put there, and what a run does without them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

Load = Callable[[str], ModuleType]
NAMES = ("bare", "litellm")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where peers are looked for: an empty folder."""
    monkeypatch.setenv("SEGUE_BENCH_PEERS", str(tmp_path))
    return tmp_path


def some_gateway(program: Load, version: str = "1") -> Any:  # of a program that mypy does not read
    return program("installed").Foreign("some", (f"some=={version}",), program="run")


def put_there(folder: Path) -> Mapping[str, str]:
    (folder / "run").touch()
    return {"some": "1"}


def refuse(folder: Path) -> Mapping[str, str]:
    raise AssertionError(f"Nothing was to be installed into {folder}.")


def test_a_peer_is_installed_once(program: Load, home: Path) -> None:
    """What is there in the wanted version is left alone; another version takes its place."""
    install = program("install_peers").install
    first = some_gateway(program)
    assert first.missing() == "not installed: python benchmarks/install_peers.py"

    install(first, put_there)
    install(first, refuse)
    assert (first.missing(), first.version()) == (None, "some 1")

    second = some_gateway(program, "2")
    assert second.missing().startswith("another version")
    install(second, put_there)
    assert second.missing() is None


def test_an_installation_that_was_broken_off_is_begun_anew(program: Load, home: Path) -> None:
    """Half an installation does not count as one."""
    installer = program("install_peers")
    some = some_gateway(program)

    def fail(folder: Path) -> Mapping[str, str]:
        (folder / "run").touch()
        raise installer.InstallFailed("no network")

    with pytest.raises(installer.InstallFailed):
        installer.install(some, fail)
    assert some.missing() is not None
    installer.install(some, put_there)
    assert some.missing() is None


def test_what_others_keep_in_the_folder_is_not_touched(program: Load, home: Path) -> None:
    """A folder of the same name that no installation made is left as it is."""
    installer = program("install_peers")
    (home / "some").mkdir()
    (home / "some" / "mine").touch()
    with pytest.raises(installer.InstallFailed, match="SEGUE_BENCH_PEERS"):
        installer.install(some_gateway(program), put_there)
    assert [file.name for file in (home / "some").iterdir()] == ["mine"]


def test_without_node_it_is_said_what_is_needed(
    program: Load, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A peer that cannot be installed fails the installation with a sentence, and no traceback."""
    monkeypatch.setenv("PATH", str(home))
    assert program("install_peers").main(["portkey"]) == 1
    assert "needs Node.js" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("npm error code ENOTFOUND", "could not reach a package registry"),
        ("Failed to establish a new connection: [Errno 101]", "could not reach a package registry"),
        ("ERROR: No matching distribution found for litellm", "could not reach a package registry"),
        ("error: Python.h: No such file", "ended with status 2"),
    ],
)
def test_a_registry_out_of_reach_is_named(program: Load, said: str, why: str) -> None:
    """What pip and npm write when there is no network becomes a sentence."""
    assert program("install_peers").cause_of(said, 2).startswith(why)


def test_a_run_goes_on_without_peers_that_are_not_installed(program: Load, home: Path) -> None:
    """They are named as missing, with what to do."""
    plan = program("gateway").plan_of(["--peers", ",".join(NAMES)])
    assert [peer.name for peer in plan.peers] == ["bare"]
    assert plan.missing == {"litellm": "not installed: python benchmarks/install_peers.py"}


def test_a_run_that_requires_its_peers_fails_without_them(
    program: Load, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both programs end with status 1 and say who is missing; a name that nobody has is a misuse."""
    for name in ("gateway", "failover"):
        with pytest.raises(SystemExit) as ended:
            program(name).plan_of(["--peers", "segue,litellm", "--require-peers"])
        assert ended.value.code == 1
        assert "litellm: not installed" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        program("gateway").plan_of(["--peers", "nobody"])
    assert ended.value.code == 2
