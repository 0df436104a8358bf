"""Hand-written pages say what the code does, where both can be read."""

import re
from pathlib import Path

import msgspec
import pytest

import segue
from segue.observe import incidents
from segue.pipeline.turn.turns import Asker
from segue.providers.contract import PROVIDERS
from segue.providers.hosts import HOSTS
from segue.server.openapi import DOCUMENT
from tests.support.talk import asked, scripted, settings_of, told


@pytest.fixture
def docs(repository: Path) -> Path:
    return repository / "docs"


def section(page: Path, heading: str) -> str:
    return page.read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def in_first_cells(text: str) -> set[str]:
    """The names in the first cell of every row."""
    rows = (line.split("|")[1] for line in text.splitlines() if line.startswith("| "))
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


async def test_every_file_that_segue_makes_is_told_to_operators(docs: Path, tmp_path: Path) -> None:
    """Whoever copies or moves a folder knows what each file is."""
    settings = settings_of(scripted(house={"calm": {"text": "Hello."}}), vault={"keyring": False})
    async with segue.open(settings, home=tmp_path) as models:
        await told(models, asked("I am going to kill myself tonight."), Asker("test", "one"))
    made = {file.name for file in tmp_path.iterdir() if file.is_file()}
    listed = in_first_cells(section(docs / "operate.md", "The folder"))
    assert {"master.key", "incidents.head"} <= made
    assert made | {incidents.FILE_NAME} <= listed


def test_every_field_of_segue_s_own_is_explained(docs: Path) -> None:
    """What the description for programs has stands on the page on HTTP as well."""
    document = msgspec.to_builtins(DOCUMENT)
    fields = document["components"]["schemas"]["SegueExtension"]["properties"]
    named = in_first_cells(section(docs / "rooms" / "server.md", "What is read of a request"))
    assert {f"segue.{field}" for field in fields} <= named


def test_operators_are_told_what_is_missing_where_verdicts_are_degraded(docs: Path) -> None:
    """The page sends them to the extra that brings the classifier."""
    text = (docs / "operate.md").read_text(encoding="utf-8")
    why = text.partition("**`degraded` in every answer.**")[2].partition("\n\n")[0]
    assert "pip install 'segue[safety]'" in why


def test_guidelines_tell_that_earlier_words_count_without_a_session(docs: Path) -> None:
    """The protocol over turns is worked out from what a request brings."""
    assert "Without a session it is worked out" in section(docs / "safety" / "guidelines.md", "What people write")


def test_every_known_host_stands_on_the_page_that_says_how_to_add_one(docs: Path) -> None:
    """Whoever looks for a host finds the word to add it by, its type and its variable."""
    table = section(docs / "providers" / "index.md", "Who comes how")
    rows = {name: host.key_variable for name, host in HOSTS.items()}
    assert in_first_cells(table) == {"--host", "anthropic", *rows}
    for name, variable in rows.items():
        (row,) = (line for line in table.splitlines() if line.startswith(f"| `{name}` "))
        own_type = name if name in PROVIDERS.names else "openai_compatible"
        assert f"| `{own_type}` | {f'`{variable}`' if variable else '–'} |" in row
