"""`segue chat`: a conversation in the terminal; piped, one answer a line. No word of it is kept.

Lines that begin with a slash are commands in both.
"""

from __future__ import annotations

import asyncio
import secrets
import signal
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, ModelOption, SystemOption, run, say, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from segue.app import ModelManager
    from segue.cli.answerer import Announcer
    from segue.cli.conversation import Conversation
    from segue.config.load import Loaded


def chat(
    model: ModelOption = "auto",
    system: SystemOption = None,
    session: Annotated[
        str | None, typer.Option(help="Session id: the model stays the same over several chats.")
    ] = None,
    save: Annotated[Path | None, typer.Option(help="Save the conversation here at the end; asks first.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Fetch the demonstration model without asking.")] = False,
    config: ConfigOption = None,
) -> None:
    """Talk in the terminal; piped, one answer a line. History lives in memory only."""
    run(_chat(settings(config, quiet=True), model=model, system=system, session=session, save_to=save, yes=yes))


async def _chat(
    loaded: Loaded, *, model: str, system: str | None, session: str | None, save_to: Path | None, yes: bool
) -> None:
    from segue.app import open as open_models
    from segue.cli.conversation import Conversation
    from segue.errors import RequestError

    if save_to is not None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RequestError("--save asks before it writes, so it needs a terminal.", hint="Redirect standard output.")
    async with open_models(loaded) as models:
        models.registry.resolve(model)
        if model == "auto" and not _can_answer(models):
            model = _get_ready(models, yes=yes)
        # Also a talk that is never taken up again is a session: people are told that an AI answers.
        talk = Conversation(models, model=model, system=system, session_id=session or secrets.token_hex(16))
        if sys.stdin.isatty() and sys.stdout.isatty():
            await _at_terminal(talk, save_to)
        else:
            await _piped(talk)


def _can_answer(models: ModelManager) -> bool:
    from segue.domain.models import ModelStatus

    return any(card.in_auto and card.status is not ModelStatus.MISSING for card in models.cards())


def _get_ready(models: ModelManager, *, yes: bool) -> str:
    """Fetch the demonstration model when that would help and is wanted; the model to talk to."""
    from segue.cli.demonstration import COMMAND, is_wanted, offer

    has_local = any(card.is_demonstration and not card.ref.provider.startswith("scripted") for card in models.cards())
    if has_local and is_wanted(models.home) and offer(models.home, yes=yes):
        return "auto"
    if "scripted" in models.providers_health():
        say(f"Talking to scripted:guide, which only repeats what to do. For a real model, run: {COMMAND}")
        return "scripted:guide"
    return "auto"


async def _piped(talk: Conversation) -> None:
    """One turn or command a line: answers on standard output, all else on standard error; the first failure ends it."""
    from segue.cli.answerer import Announcer
    from segue.cli.commands import obey, words_of

    loop, announce = asyncio.get_running_loop(), Announcer()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        words = words_of(line.rstrip("\n"))
        if words is None:
            outcome = await obey(line.strip(), talk, say=say, confirm=_nobody_to_ask)
            if outcome.leave:
                return
            if outcome.is_refused:  # what follows may have been meant for what was not done
                raise typer.Exit(2)
            words = outcome.ask_again
        if words and words.strip():
            await talk.take_turn(words, started=announce, shown=_write)
            _write("\n")
            _tell_who_went_on(talk, announce)


async def _nobody_to_ask(_: str) -> bool:
    say("That wants a yes, and nobody can be asked for it without a terminal.")
    return False


async def _at_terminal(talk: Conversation, save_to: Path | None) -> None:
    from segue.cli.answerer import Announcer
    from segue.cli.commands import obey, save, words_of
    from segue.cli.keyboard import Keyboard

    keyboard, announce = Keyboard(), Announcer()
    say("Type your words; /help lists commands, Ctrl-D leaves. No word of this is kept.")
    async for line in keyboard.lines():
        words = words_of(line)
        if words is None:
            outcome = await obey(line, talk, say=say, confirm=keyboard.confirm)
            if outcome.leave:
                break
            words = outcome.ask_again
        if words is not None:
            await _answer(talk, words, announce)
    if save_to is not None and talk.said:
        await save(save_to, talk, say=say, confirm=keyboard.confirm)


async def _answer(talk: Conversation, line: str, announce: Announcer) -> None:
    """One turn at the terminal: a failure is said and the chat goes on; Ctrl-C ends the answer only."""
    from segue.errors import SegueError

    turn = asyncio.ensure_future(talk.take_turn(line, started=announce, shown=_write))
    try:
        with _interrupts(turn.cancel):
            await turn
    except asyncio.CancelledError:
        if not turn.cancelled():
            raise
        say("\n[stopped]")
    except SegueError as error:
        say(f"\n{error.for_person}\n({error})")
    _write("\n")
    _tell_who_went_on(talk, announce)


def _tell_who_went_on(talk: Conversation, announce: Announcer) -> None:
    if talk.last is not None:
        announce.finished(talk.last)


@contextmanager
def _interrupts(act: Callable[[], object]) -> Iterator[None]:
    """Ctrl-C does this, as long as it lasts."""
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, act)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
