"""`segue safety test`: what screening says of a text. Nothing of it is kept, logged or sent anywhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, settings
from segue.errors import RequestError

if TYPE_CHECKING:
    from segue.app import ModelManager
    from segue.domain.chat import ChatRequest
    from segue.domain.findings import Verdict
    from segue.safety.contract import Direction


def screen(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What somebody wrote; `-`, or nothing, reads it from standard input.")
    ] = "-",
    language: Annotated[
        str | None, typer.Option(help="The language's code, as `en` or `pt-BR`; empty: the words tell it.")
    ] = None,
    answer: Annotated[bool, typer.Option("--answer", help="The text is a model's answer.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what screening makes of a text, with the checks that the gateway has."""
    from segue.app import open as open_models
    from segue.domain.chat import ChatRequest, Message, Role
    from segue.pipeline.request.fields import checked_language
    from segue.safety.contract import Direction

    said = sys.stdin.read() if text == "-" else text
    if not said.strip():
        raise RequestError(
            "The text is empty.", param="TEXT", hint='Write it behind the command: segue safety test "…"'
        )
    role, direction = (Role.ASSISTANT, Direction.OUTPUT) if answer else (Role.USER, Direction.INPUT)
    code = None if language is None else checked_language(language, param="--language")
    models = open_models(settings(config, quiet=True))  # neither store nor providers are needed: they stay closed
    verdict = run(_screened(models, ChatRequest((Message(role, said),)), direction, code))
    if as_json:
        from segue.cli.printing import print_json
        from segue.server.safety import verdict_json

        print_json(verdict_json(verdict))
        return
    from segue.cli.printing import print_table

    print_table((), _facts(verdict))
    if verdict.findings:
        typer.echo()
        rows = ((f.code, f.category, f.level, f"{f.start} to {f.end}") for f in verdict.findings)
        print_table(("finding", "category", "level", "characters"), rows)


async def _screened(models: ModelManager, request: ChatRequest, direction: Direction, language: str | None) -> Verdict:
    async with AsyncExitStack() as stack:
        if models.classifier is not None:
            await stack.enter_async_context(models.classifier)
            await models.classifier.loaded()
        return await models.screen(request, direction=direction, language=language)


def _facts(verdict: Verdict) -> Iterator[tuple[str, str]]:
    yield "level", verdict.level
    yield "action", verdict.action
    if verdict.category is not None:
        yield "category", f"{verdict.category}, about {verdict.subject}"
    if verdict.measures:
        yield "measures", ", ".join(verdict.measures)
    if verdict.score is not None:
        calibrated = "calibrated" if verdict.score.is_calibrated else "not calibrated for this language"
        yield "score", f"{verdict.score.probability:.2f} ({calibrated}, {verdict.score.version})"
    why = "only rules looked; segue doctor says why" if verdict.score is None else "not calibrated for this language"
    yield "degraded", f"yes: {why}" if verdict.is_degraded else "no"
