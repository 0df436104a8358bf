"""`segue health`: how a running gateway is, and having it ask again what rests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.lines import Line, print_lines
from segue.cli.options import ConfigOption, JsonOption, settings
from segue.errors import RequestError

if TYPE_CHECKING:
    from segue.cli.gateway_json import BreakerTold, HealthTold

UrlOption = Annotated[
    str | None,
    typer.Option("--url", help="Where the gateway listens; otherwise server.host and server.port of the settings."),
]
KeyFileOption = Annotated[
    Path | None,
    typer.Option(
        "--key-file",
        help="File whose first line is an operator's key; otherwise the variable SEGUE_CALLER_KEY. On the gateway's own"
        " machine none may be needed.",
        dir_okay=False,
    ),
]

app = typer.Typer(invoke_without_command=True)


@app.callback()
def health(
    context: typer.Context,
    url: UrlOption = None,
    key_file: KeyFileOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """How a running gateway is: providers, models and keys that rest, screening, cache and store.

    Exit status 1 means that something is WRONG there, or that no gateway answers.
    """
    if context.invoked_subcommand is not None:
        if url or key_file or config or as_json:
            # Left unread, `segue health --url X reset` would reset another gateway.
            raise RequestError(
                "Options of `segue health reset` stand behind `reset`.", hint="Write `segue health reset --url …`."
            )
        return
    from segue.cli.gateway import ask_gateway, read_answer
    from segue.cli.gateway_json import HealthTold
    from segue.config.load import caller_key

    where = where_is(url, config)
    told = read_answer(ask_gateway(where, "/v1/admin/health", key=caller_key(key_file)), HealthTold, url=where)
    if as_json:
        from segue.cli.printing import print_json

        print_json(told)
    else:
        typer.echo(f"segue {told.version} at {where}")
        print_lines(_lines(told))
    if not told.ok:
        raise typer.Exit(1)


@app.command()
def reset(
    name: Annotated[
        str | None, typer.Argument(help="As `segue health` shows it: model:PROVIDER:NAME or key:PROVIDER. Empty: all.")
    ] = None,
    url: UrlOption = None,
    key_file: KeyFileOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Have models and keys that rest asked as usual at once, at every replica that shares the cache."""
    import msgspec

    from segue.cli.gateway import ask_gateway, read_answer
    from segue.cli.gateway_json import ResetTold
    from segue.config.load import caller_key

    where = where_is(url, config)
    body = msgspec.json.encode({} if name is None else {"name": name})
    answer = ask_gateway(where, "/v1/admin/breakers/reset", key=caller_key(key_file), body=body)
    closed = read_answer(answer, ResetTold, url=where).closed
    if as_json:
        from segue.cli.printing import print_json

        print_json({"closed": closed})
        return
    typer.echo("\n".join(f"{name} is asked as usual again." for name in closed) or "Nothing rested.")


def where_is(url: str | None, config: Path | None) -> str:
    """The gateway's address; settings are read only where it is not given."""
    from segue.cli.gateway import url_of

    return url.rstrip("/") if url is not None else url_of(settings(config).settings.server)


def _lines(told: HealthTold) -> Iterator[Line]:
    for part in told.parts:
        yield Line(part.part, part.state, part.found, part.do)
    yield from map(_breaker, told.breakers)


def _breaker(told: BreakerTold) -> Line:
    if told.state == "closed":
        times = "1 failure" if told.failures == 1 else f"{told.failures} failures"
        since = f", {times} since it last answered ({told.error_code})" if told.failures else ""
        rests = "once" if told.openings == 1 else f"{told.openings} times"
        return Line(told.name, "ok", f"asked as usual; put to rest {rests} so far{since}")
    if told.reason is None:
        return Line(told.name, "note", "its rest is over, and the next turn that it fits tries it.")
    again = f"It comes back by itself; at once with: segue health reset {told.name}"
    return Line(told.name, "wrong", f"rests {told.reason}", again)
