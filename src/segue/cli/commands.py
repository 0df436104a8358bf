"""What can be typed in a chat besides words: lines that begin with a slash."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from segue.cli.conversation import Conversation
from segue.cli.printing import ranking_lines
from segue.errors import AllModelsFailed, NoModelFits, ProviderError, SegueError

HELP = """\
/model [NAME]   show or change the model: auto, auto:TASK, a route, provider:name
/models         which models there are
/why            how the last answer's model was chosen, and what it took; who failed, where nobody answered
/retry          ask the last question again
/system [TEXT]  show, set or (with -) remove the words before the conversation
/save FILE      save this conversation to a file only you can read
/clear          begin anew
/quit           leave (so do /bye and Ctrl-D); Ctrl-C stops an answer
//WORDS         say words that begin with a slash
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command comes to: a text to ask again, or the end."""

    ask_again: str | None = None
    leave: bool = False
    is_refused: bool = False
    """Whether it was not done; why was said."""


def words_of(line: str) -> str | None:
    """What a line says to the model; None where it is a command. Two slashes begin words that begin with one."""
    typed = line.strip()
    if not typed.startswith("/"):
        return line
    return typed[1:] if typed.startswith("//") else None


async def obey(
    line: str, talk: Conversation, *, say: Callable[[str], None], confirm: Callable[[str], Awaitable[bool]]
) -> Outcome:
    """Carry out a line that begins with a slash; whatever is wrong with it is said."""
    name, _, rest = line[1:].partition(" ")
    rest = rest.strip()
    match name:
        case "quit" | "exit" | "bye" | "q":
            return Outcome(leave=True)
        case "model":
            return Outcome(is_refused=not _model(rest, talk, say))
        case "models":
            for card in talk.models.cards():
                say(f"{card.ref}  {card.status}{f'  ({card.label})' if card.label else ''}")
        case "why":
            _why(talk, say)
        case "retry":
            text = talk.take_back()
            if text is None:
                say("Nothing was asked yet.")
            return Outcome(ask_again=text, is_refused=text is None)
        case "system":
            _system(rest, talk, say)
        case "save":
            return Outcome(is_refused=not await _save(rest, talk, say, confirm))
        case "clear":
            talk.begin_anew()
            say("Begun anew.")
        case "help" | "?":
            say(HELP.rstrip())
        case _:
            say(f"There is no /{name}. /help lists what there is; words that begin with a slash are said with two.")
            return Outcome(is_refused=True)
    return Outcome()


def _model(name: str, talk: Conversation, say: Callable[[str], None]) -> bool:
    """Whether it is the model from here on."""
    if name:
        try:
            talk.models.registry.resolve(name)
        except SegueError as error:
            say(str(error))
            return False
        talk.model = name
    say(f"Model: {talk.model}")
    return True


def _system(text: str, talk: Conversation, say: Callable[[str], None]) -> None:
    if text:
        talk.system = None if text == "-" else text
    say(talk.system or "No system words.")


def _why(talk: Conversation, say: Callable[[str], None]) -> None:
    last = talk.last
    if last is None:
        _why_not(talk, say)
        return
    verdict = last.verdict
    degraded = ", degraded" if verdict.score is not None else ", degraded (rules only)"
    say(f"Screening: level {verdict.level}, {verdict.action}{degraded if verdict.is_degraded else ''}")
    if last.written_reply:
        signed = "clinically reviewed" if last.is_reviewed else "not clinically reviewed"
        say(f"Answered with written words: {last.written_reply} ({signed}).")
    if last.ranking is not None:
        for line in ranking_lines(last.ranking):
            say(line)
    for attempt in last.attempts:
        say(f"Asked {attempt.model}: {attempt.reason or 'answered'}")
    if last.usage is not None:
        about = "" if last.usage.is_exact else "about "
        say(f"Tokens: {about}{last.usage.input_tokens} in, {about}{last.usage.output_tokens} out")
    cost = "unknown" if last.cost_usd is None else f"${last.cost_usd}"
    first = "-" if last.first_token_s is None else f"{last.first_token_s:.2f} s"
    say(f"First words after {first}, whole answer {last.duration_s:.2f} s, cost {cost}")


def _why_not(talk: Conversation, say: Callable[[str], None]) -> None:
    """Why the newest question has no answer: who was asked, or who was left out."""
    match talk.failure:
        case None if talk.said or talk.unanswered:
            say("The last answer was stopped before its end.")
        case None:
            say("Nothing was asked yet.")
        case AllModelsFailed(attempts=attempts):
            for attempt in attempts:
                say(f"Asked {attempt.model}: {attempt.code}. {attempt.message}")
        case ProviderError() as error:
            say(f"Asked {error.model}: {error.code}. {error.message}")
        case NoModelFits(ranking=ranking):
            for line in ranking_lines(ranking):
                say(line)
        case error:
            say(str(error))


async def _save(
    name: str, talk: Conversation, say: Callable[[str], None], confirm: Callable[[str], Awaitable[bool]]
) -> bool:
    if not name:
        say("Say where: /save FILE")
        return False
    return await save(_at(name), talk, say=say, confirm=confirm)


def _at(name: str) -> Path:
    return Path(name).expanduser()


async def save(
    file: Path, talk: Conversation, *, say: Callable[[str], None], confirm: Callable[[str], Awaitable[bool]]
) -> bool:
    """Write the conversation to a file of mode 0600, after a yes; what is there is replaced only after a yes too.
    Whether it was written."""
    if not await confirm(_question(file)):
        say("Not saved.")
        return False
    fault = _fault_of_writing(file, talk.as_text())
    say(f"Saved to {file}." if fault is None else f"Not saved: {fault}.")
    return fault is None


def _question(file: Path) -> str:
    if file.exists():
        return f"{file} is there already. Replace it? [y/N] "
    return f"Save this conversation, readable, to {file}? [y/N] "


def _fault_of_writing(file: Path, text: str) -> str | None:
    """Why it could not be written, None where it was; a file that was there stays whole then."""
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        return error.strerror or type(error).__name__
    return None
