"""`segue ask`: one question, one answer. The answer goes to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, ModelOption, SystemOption, open_briefly, run, settings

if TYPE_CHECKING:
    from segue.app import ModelManager
    from segue.config.load import Loaded
    from segue.domain.chat import ChatRequest
    from segue.pipeline.turn.reply import Reply


def ask(
    question: Annotated[
        list[str], typer.Argument(metavar="QUESTION", help="What to ask; `-` reads it from standard input.")
    ],
    model: ModelOption = "auto",
    system: SystemOption = None,
    max_tokens: Annotated[int | None, typer.Option(help="Most tokens of the answer.", min=1)] = None,
    temperature: Annotated[float | None, typer.Option(help="0 to 2; empty: as the model does.", min=0, max=2)] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask once: the answer on standard output, everything else on standard error."""
    from segue.domain.chat import ChatRequest, Message, Role
    from segue.errors import RequestError

    if len(question) > 1:
        raise RequestError("The question came as several words.", param="question", hint='Quote it: segue ask "…"')
    said = sys.stdin.read() if question == ["-"] else question[0]
    if not said.strip():
        raise RequestError("The question is empty.", param="question", hint="Write it after `segue ask`.")
    before = (Message(Role.SYSTEM, system),) if system else ()
    request = ChatRequest(
        (*before, Message(Role.USER, said)), model=model, max_tokens=max_tokens, temperature=temperature
    )
    run(_ask(request, settings(config, quiet=True), as_json=as_json))


async def _ask(request: ChatRequest, loaded: Loaded, *, as_json: bool) -> None:

    async with open_briefly(loaded) as models:
        if as_json:
            from segue.cli.printing import print_json

            print_json(await _facts(models, request))
        else:
            await _stream(models, request)


async def _stream(models: ModelManager, request: ChatRequest) -> None:
    from segue.cli.answerer import Announcer
    from segue.domain.callers import LOOPBACK_CALLER
    from segue.domain.chat import TextDelta
    from segue.pipeline.turn.turns import Asker, TurnFinished, TurnStarted

    announce = Announcer()
    async for piece in models.turn(request, Asker(LOOPBACK_CALLER)):
        if isinstance(piece, TextDelta):
            sys.stdout.write(piece.text)
            sys.stdout.flush()
        elif isinstance(piece, TurnStarted):
            announce(piece)
        elif isinstance(piece, TurnFinished):
            sys.stdout.write("\n")
            sys.stdout.flush()
            announce.finished(piece)
            if piece.error:
                raise piece.error


async def _facts(models: ModelManager, request: ChatRequest) -> dict[str, object]:
    from segue.domain.callers import LOOPBACK_CALLER
    from segue.pipeline.turn.reply import whole
    from segue.pipeline.turn.turns import Asker

    return _reply_facts(models, await whole(models.turn(request, Asker(LOOPBACK_CALLER))))


def _reply_facts(models: ModelManager, reply: Reply) -> dict[str, object]:
    finished = reply.finished
    usage = finished.usage
    card = next((card for card in models.cards() if card.ref == finished.model), None)
    here = next((loaded for loaded in models.loaded() if loaded.ref == finished.model), None)
    return {
        "text": reply.text,
        "model": None if finished.model is None else str(finished.model),
        "label": card.label if card else None,
        "finish_reason": finished.reason,
        "chunks": reply.chunks,
        "input_tokens": usage.input_tokens if usage else None,
        "output_tokens": usage.output_tokens if usage else None,
        "usage_is_exact": usage.is_exact if usage else None,
        "first_token_s": finished.first_token_s,
        "duration_s": finished.duration_s,
        "cost_usd": None if finished.cost_usd is None else str(finished.cost_usd),
        "memory_rss_bytes": here.rss_bytes if here else None,
        "load_s": here.load_s if here else None,
        "safety": {
            "level": finished.verdict.level,
            "action": finished.verdict.action,
            "degraded": finished.verdict.is_degraded,
            "written_reply": finished.written_reply,
            "reviewed": finished.is_reviewed,
        },
        "attempts": [
            {"model": str(attempt.model), "error": attempt.error_code, "reason": attempt.reason}
            for attempt in finished.attempts
        ],
    }
