"""The log: lines for people or for collectors, libraries from `warning` on, and neither keys nor talk."""

import io
import json
import logging
import subprocess
import sys
import warnings
from typing import Literal

import pytest
import structlog

from segue.config.settings import LogSettings
from segue.errors import StorageError
from segue.observe.logs import configure_logs

KEY = "sk-or-v1-0123456789abcdef0123456789abcdef"
TALK = "I feel so alone"
FORMS: tuple[Literal["console", "json"], ...] = ("console", "json")


@pytest.fixture(params=FORMS)
def log(request: pytest.FixtureRequest) -> io.StringIO:
    """A log in each form, at its usual level."""
    stream = io.StringIO()
    configure_logs(LogSettings(format=request.param), stream=stream)
    return stream


def json_log(level: Literal["debug", "info", "warning", "error"] = "info") -> io.StringIO:
    stream = io.StringIO()
    configure_logs(LogSettings(format="json", level=level), stream=stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def quote_what_was_given(value: str) -> None:
    """Fails as libraries do."""
    raise ValueError(f"bad value: {value}")


def fail_because_of_another() -> None:
    """Fails as Segue does."""
    try:
        quote_what_was_given(TALK)
    except ValueError as error:
        raise StorageError("It is full.", hint="Free some.") from error


def test_a_line_says_when_who_how_grave_and_what() -> None:
    """A collector finds what it needs in fields."""
    stream = json_log()
    logging.getLogger("segue.server").info("Listening on port %d.", 8484, extra={"workers": 1})

    (line,) = lines(stream)
    assert str(line.pop("timestamp")).endswith("Z")
    assert line == {"event": "Listening on port 8484.", "level": "info", "logger": "segue.server", "workers": 1}


def test_the_level_is_that_of_the_settings_and_libraries_speak_from_warning_on() -> None:
    """A debug log is about Segue, not about every library beneath it."""
    stream = json_log("debug")
    for name in (
        "segue.pipeline",
        "aiohttp.client",
        "sqlalchemy.engine",
        "uvicorn.error",
        "alembic.runtime",
        "asyncio",
    ):
        logging.getLogger(name).debug("debug of %s", name)
        logging.getLogger(name).warning("warning of %s", name)

    said = [line["event"] for line in lines(stream)]
    assert said[:2] == ["debug of segue.pipeline", "warning of segue.pipeline"]
    assert [str(event).split()[0] for event in said[2:]] == ["warning"] * 5


def test_planted_keys_and_talk_do_not_come_out(log: io.StringIO) -> None:
    """However a key or a word of talk gets into a log call, it does not get into the log. Covers R7.2."""
    ours, library = logging.getLogger("segue.providers"), logging.getLogger("aiohttp.server")
    ours.warning("asked with %s", KEY)
    ours.warning("asked", extra={"headers": {"Authorization": f"Bearer {KEY}"}, "messages": [{"content": TALK}]})
    library.error("Bad request\nbody: %s", TALK)
    structlog.get_logger("segue.plugin").warning("sent", api_key="opaque-secret", prompt=TALK)
    try:
        quote_what_was_given(f"{TALK} {KEY}")
    except ValueError:
        ours.exception("A turn failed.")
        structlog.get_logger("segue.plugin").exception("A turn failed.")

    said = log.getvalue()
    assert [planted for planted in (KEY, TALK, "opaque-secret") if planted in said] == []
    assert said.count("A turn failed.") == 2


def test_an_exception_is_told_by_its_kind_its_place_and_its_causes() -> None:
    """A fault can be found from the log without the values it was about."""
    stream = json_log()
    try:
        fail_because_of_another()
    except StorageError:
        logging.getLogger("segue.server").exception("A request failed.")

    told = str(lines(stream)[0]["exception"]).splitlines()
    assert told[0] == "StorageError: It is full. Free some."
    assert "test_logs.py" in told[1]
    assert told[told.index("because of") + 1] == "ValueError"


def test_every_member_of_a_group_is_told() -> None:
    """When several models failed, each failure is in the log."""
    stream = json_log()
    group = ExceptionGroup("all", [OSError(111, "Connection refused"), ValueError(TALK)])
    logging.getLogger("segue.server").error("A turn failed.", exc_info=group)

    told = str(lines(stream)[0]["exception"])
    assert "Connection refused" in told
    assert "- ValueError" in told
    assert TALK not in told


def test_warnings_go_to_the_log(log: io.StringIO) -> None:
    """A library's warning does not run into the terminal's answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old way", DeprecationWarning, stacklevel=1)

    assert "old way" in log.getvalue()


def test_setting_up_twice_writes_each_line_once() -> None:
    """A second set-up replaces the first."""
    first, second = json_log(), json_log()
    logging.getLogger("segue").warning("once")

    assert (len(lines(first)), len(lines(second))) == (0, 1)


def test_importing_segue_loads_no_logging_or_metrics_library() -> None:
    """Whoever only imports does not wait for what only a program needs."""
    program = (
        "import sys, segue, segue.observe.logs, segue.observe.metrics;"
        " print({'structlog', 'prometheus_client', 'sqlalchemy'} & set(sys.modules))"
    )
    output = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=150)

    assert output.stdout.strip() == "set()"
