"""`segue resources`: how this machine is, what local models take of it, what is short and what would help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.health import KeyFileOption, UrlOption
from segue.cli.options import ConfigOption, JsonOption

if TYPE_CHECKING:
    from segue.cli.resource_looks import Looks

WatchOption = Annotated[bool, typer.Option("--watch", help="Go on looking, until Ctrl-C; with --json one line a look.")]
EveryOption = Annotated[
    float, typer.Option("--every", min=0.2, max=3600, help="Seconds between two looks of --watch.", show_default=True)
]


def resources(
    watch: WatchOption = False,
    every_s: EveryOption = 1.0,
    url: UrlOption = None,
    key_file: KeyFileOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """How this machine is: memory, limits, pressure, disk, graphics, our models, what is short and what would help.

    A running gateway is asked, which knows its models; without one only the machine is shown.
    """
    from segue.cli.printing import print_json
    from segue.cli.resource_views import print_look

    with _looks(url, key_file, config) as looks:
        if watch:
            _watch(looks, every_s=every_s, as_json=as_json)
        elif as_json:
            print_json(looks.look())
        else:
            print_look(looks.look(), source=looks.source)


def _looks(url: str | None, key_file: Path | None, config: Path | None) -> Looks:
    from segue.cli.gateway import url_of
    from segue.cli.options import settings
    from segue.cli.resource_looks import Looks
    from segue.config.home import segue_home
    from segue.config.load import caller_key

    known = settings(config).settings
    return Looks(
        url.rstrip("/") if url is not None else url_of(known.server),
        key=caller_key(key_file),
        is_needed=url is not None,
        settings=known,
        home=segue_home(),
    )


def _watch(looks: Looks, *, every_s: float, as_json: bool) -> None:
    import sys

    from segue.cli.resource_views import watch_json, watch_live
    from segue.errors import RequestError

    if as_json:
        watch_json(looks, every_s=every_s)
        return
    if not sys.stdout.isatty():
        raise RequestError("--watch shows a live view, and this is no terminal.", hint="Add --json, or leave it out.")
    watch_live(looks, every_s=every_s)
