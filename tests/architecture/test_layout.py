"""The shape of the source tree: rooms, layers and the length of files."""

import re
import tomllib
from pathlib import Path

import pytest

LONGEST_FILE_LINES = 400


@pytest.fixture
def source(repository: Path) -> Path:
    return repository / "src" / "segue"


def layers(repository: Path) -> list[str]:
    """The rooms that import-linter's contract names, from top to bottom; one not built yet keeps its parentheses."""
    contracts = tomllib.loads((repository / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (contract,) = (contract for contract in contracts if contract.get("containers") == ["segue"])
    return [room.strip() for row in contract["layers"] for room in row.split("|")]


def rooms_of(source: Path) -> set[str]:
    """The folders of the package."""
    return {path.parent.name for path in source.glob("*/__init__.py")}


def named(name: str, words: str) -> bool:
    """Whether a map has an entry for a file or a room: `name` within a text, or at the start of a line."""
    return f"`{name}`" in words or re.search(rf"^    {name}\b", words, re.MULTILINE) is not None


def test_layers_contract_names_exactly_the_rooms_that_exist(repository: Path, source: Path) -> None:
    """A new room must take its place among the layers, and one not built yet stands in parentheses."""
    files = {path.stem for path in source.glob("*.py")} - {"__init__"}

    assert sorted(room for room in layers(repository) if not room.startswith("(")) == sorted(rooms_of(source) | files)


def test_each_room_of_the_request_path_says_which_file_does_what(source: Path) -> None:
    """Somebody who opens the request path finds its rooms named, and in each of them every file."""
    path = source / "pipeline"
    rooms = {room.parent for room in path.glob("*/__init__.py")}
    there = {path: {room.name for room in rooms} | {"chat"}}
    there |= {room: {file.stem for file in room.glob("*.py")} - {"__init__"} for room in rooms}
    said = {room: (room / "__init__.py").read_text(encoding="utf-8") for room in there}

    unsaid = {f"{room.name}/{name}" for room, names in there.items() for name in names if not named(name, said[room])}
    assert len(rooms) > 1
    assert unsaid == set()


def test_every_room_has_a_page_in_the_documentation(repository: Path, source: Path) -> None:
    """Somebody who opens a folder finds a page that says what it is for."""
    assert {path.stem for path in (repository / "docs" / "rooms").glob("*.md")} - {"index"} == rooms_of(source)


def test_no_source_file_is_longer_than_the_limit(source: Path) -> None:
    """A file that grows past 400 lines has a second duty."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in source.rglob("*.py")}

    assert {str(path): length for path, length in lengths.items() if length > LONGEST_FILE_LINES} == {}


def test_every_source_file_says_its_duty_first(source: Path) -> None:
    """The first line of a file says what it is for."""
    assert [str(path) for path in source.rglob("*.py") if not path.read_text(encoding="utf-8").startswith('"""')] == []
