"""Logs: lines for people or JSON for collectors, on standard error, without keys and without talk.

Every part of Segue logs through `logging.getLogger(__name__)`; `configure_logs` decides where that goes. Libraries are
heard from `warning` on, the first line of what they say: what follows it may quote what they were given.
"""

from __future__ import annotations

import logging
import sys
import traceback
from typing import TYPE_CHECKING, Literal, TextIO

from segue.config.settings import LogSettings
from segue.observe.redact import describe, redact_fields, redact_text

if TYPE_CHECKING:
    from types import ModuleType

    from structlog.typing import EventDict, Processor, WrappedLogger

LIBRARY_LINE_CHARS = 300
"""Longest line taken over from a library."""
MAX_FRAMES = 12
"""Most places told of one error, the innermost ones."""
MAX_CAUSES = 8
"""Longest chain of causes that is told."""


def configure_logs(settings: LogSettings, *, stream: TextIO | None = None) -> None:
    """Send every log of this process to `stream` (standard error); to be called once, by a program.

    A library user's own logging stays as it is: nothing in Segue calls this but its commands.
    """
    structlog = _structlog()
    stream = sys.stderr if stream is None else stream
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    foreign: list[Processor] = [*shared, structlog.stdlib.ExtraAdder(), _first_line_of_libraries]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=foreign,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_ending(settings.format, stream)],
        )
    )
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("segue").setLevel(settings.level.upper())
    logging.captureWarnings(capture=True)


def _ending(form: Literal["console", "json"], stream: TextIO) -> list[Processor]:
    structlog = _structlog()
    if form == "json":
        return [_tell_errors, without_secrets, structlog.processors.JSONRenderer()]
    return [_tell_errors, without_secrets, structlog.dev.ConsoleRenderer(colors=stream.isatty())]


def _structlog() -> ModuleType:
    """The library, without what it would load only to paint tracebacks, which `_tell_errors` writes: 6 MB of rich,
    pygments and what those need. Whoever has loaded them already keeps them."""
    unused = [name for name in ("rich", "colorama") if name not in sys.modules and sys.platform != "win32"]
    sys.modules |= dict.fromkeys(unused)  # type: ignore[arg-type] # None: `import` finds that there is none
    try:
        import structlog
    finally:
        for name in unused:
            del sys.modules[name]
    return structlog


def without_secrets(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Mask what looks like a key and leave out what is named like talk; the last processor before the renderer."""
    return redact_fields(event)


def _tell_errors(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Write an exception as its kind and the places it came through, without the values and the lines of source."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["exception"] = "\n".join(told_error(error))
    event.pop("stack_info", None)
    return event


def told_error(error: BaseException, depth: int = 0) -> list[str]:
    """The lines that tell of an error and its causes: kinds and places, and no words that may quote talk."""
    places = [
        f"  {at.filename}:{at.lineno} in {at.name}" for at in traceback.extract_tb(error.__traceback__)[-MAX_FRAMES:]
    ]
    lines = [describe(error), *places]
    if depth == MAX_CAUSES:
        return lines
    for member in error.exceptions if isinstance(error, BaseExceptionGroup) else ():
        lines += [f"  - {line}" for line in told_error(member, depth + 1)]
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return lines if cause is None else [*lines, "because of", *told_error(cause, depth + 1)]


def _first_line_of_libraries(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    if not str(event.get("logger", "")).startswith("segue"):
        text = str(event.get("event", "")).split("\n", 1)[0]
        event["event"] = redact_text(text)[:LIBRARY_LINE_CHARS]
    return event
