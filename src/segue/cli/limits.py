"""`segue limits`: how the limits of a running gateway stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from segue.cli.health import KeyFileOption, UrlOption, where_is
from segue.cli.options import ConfigOption, JsonOption

if TYPE_CHECKING:
    from segue.cli.gateway_json import LimitTold


def limits(
    url: UrlOption = None, key_file: KeyFileOption = None, config: ConfigOption = None, as_json: JsonOption = False
) -> None:
    """How the limits of a running gateway stand: what is used, what is left, and until when."""
    from segue.cli.gateway import ask_gateway, read_answer
    from segue.cli.gateway_json import LimitsTold
    from segue.cli.printing import print_json, print_table
    from segue.config.load import caller_key

    where = where_is(url, config)
    told = read_answer(ask_gateway(where, "/v1/admin/limits", key=caller_key(key_file)), LimitsTold, url=where)
    if as_json:
        print_json(told)
        return
    if not told.limits:
        typer.echo("Nothing is limited, or nobody has come yet whom a limit counts for.")
        return
    print_table(("for", "what", "limit", "used", "left", "resets"), map(_row, told.limits))
    typer.echo(f"Counted {'together with other replicas' if told.counted == 'together' else 'in this process alone'}.")


def _row(told: LimitTold) -> tuple[str, ...]:
    whose = told.scope if told.name is None else f"{told.scope} {told.name}"
    what = "at once" if told.what == "concurrent" else f"{told.what} a minute"
    resets = "-" if told.resets_s is None or not told.used else f"in {told.resets_s:.0f} s"
    return whose, what, str(told.limit), str(told.used), str(told.left), resets
