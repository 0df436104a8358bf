"""`segue serve`: the gateway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, run, settings

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.server.run import GatewayServer


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on; otherwise server.host.")] = None,
    port: Annotated[
        int | None, typer.Option("--port", min=0, max=65535, help="Port; 0 takes a free one; otherwise server.port.")
    ] = None,
    config: ConfigOption = None,
) -> None:
    """Serve OpenAI's chat protocol over HTTP. Ctrl-C lets running answers finish; a second one ends at once."""
    from segue.server.collector import collector_at_rest

    with collector_at_rest():
        has_finished_all = run(_serve(_at(settings(config), host, port)))
    if not has_finished_all:
        raise typer.Exit(1)


def _at(loaded: Loaded, host: str | None, port: int | None) -> Loaded:
    """The settings with the address of the command line."""
    from dataclasses import replace

    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    server = loaded.settings.server.model_copy(update=given)
    return replace(loaded, settings=loaded.settings.model_copy(update={"server": server}))


async def _serve(loaded: Loaded) -> bool:
    """Listen first: a port that is taken is told before anything is opened."""
    import logging
    from contextlib import closing
    from datetime import UTC, datetime

    import segue.app
    from segue.catalog.watch import watched
    from segue.server.run import listen, serve, url_of

    with closing(listen(loaded.settings.server)) as listener:
        url = url_of(listener)
        where = f"Segue listens on {url} (clients: {url}/v1, reference: {url}/docs)"
        async with segue.app.open(loaded) as models:
            if not models.handoffs.is_configured:
                logging.getLogger(__name__).warning("No human receiver is set (`handoff.url`): nobody can be told.")
            if models.text_hearing.sentence:
                logging.getLogger(__name__).warning(models.text_hearing.sentence)
            for sentence in models.validator.standing(datetime.now(UTC)).sentences():
                logging.getLogger(__name__).warning(sentence)
            async with watched(models.catalogue, models.settings, models.cache):

                def ready(_: GatewayServer) -> None:
                    typer.echo(where)
                    models.warming.begin()

                return await serve(models, listener, ready=ready)
