"""What a request asks for: task, language, length, hurry, care, and what a model must be able to do (R2.1).

Everything is told by rules, in well under a millisecond, from a bounded stretch of the conversation; what the caller
gave is taken as it is. Nothing here can fail, and no conclusion quotes a word of the talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from segue.domain.chat import USER, ChatRequest, Message
from segue.domain.choice import LatencyClass, Sensitivity, TaskProfile
from segue.domain.conversation import is_system
from segue.domain.languages import OTHER_LANGUAGE
from segue.domain.models import Capability, ModelRef, ModelRequirements, Privacy, TaskType, narrowest
from segue.domain.therapy import CARING_MODES, Mode
from segue.domain.values import made_often
from segue.selection.cues import PRECEDENCE, TASK_CUES, Words, task_points
from segue.selection.distress import tells_of_distress
from segue.selection.languages import could_be, language_of, likeliest
from segue.selection.tokens import request_tokens

SYSTEM_CHARS: Final = 1_500
"""Characters at the start of the system prompt that are read for cues: a role is told first."""
PERSON_CHARS: Final = 2_000
"""Characters at the end of the person's newest message that are read for cues and language."""
PERSON_MESSAGES: Final = 3
"""Messages of the person, newest first, that are read for language and distress."""

EARLIER_MESSAGES: Final = 20
"""Messages of the person before those that are read for language where it is not sure yet, newest first."""
EARLIER_CHARS: Final = 300
"""Characters at the end of each of them."""

PERSON_POINTS: Final = 2
"""A cue in the person's newest message weighs twice one in the system prompt: it is about this turn."""

USUAL_OUTPUT_TOKENS: Final = {
    TaskType.NARRATIVE_GENERATION: 500,
    TaskType.DIALOGUE_GENERATION: 250,
    TaskType.CHARACTER_DEVELOPMENT: 600,
    TaskType.THERAPEUTIC_RESPONSE: 300,
    TaskType.WORLD_BUILDING: 700,
    TaskType.CHOICE_GENERATION: 250,
    TaskType.CONSEQUENCE_ANALYSIS: 400,
    TaskType.GENERAL_CHAT: 400,
}
"""Tokens that an answer is expected to take where the request sets no limit: assumed, not measured."""


class _Letters(dict[int, str]):
    """Letters and apostrophes as they are, a space for every other character; found when first asked for."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = char if (char.isalnum() and not char.isdecimal()) or char == "'" else " "
        if len(self) < _KEPT_AT_MOST:
            self[code] = kept
        return kept


_FRAMES_KEPT: Final = 64
"""System prompts whose start is remembered with what it says. They are the operator's words, the same at every turn;
what a person says is never kept."""
_KEPT_AT_MOST: Final = 8_192
"""Characters that are remembered: enough for any few scripts, bounded against a text made of all of them."""
_LETTERS: Final = _Letters({ord("’"): "'"})
_ASCII: Final = "".join(_LETTERS[code] for code in range(128)).lower().encode().ljust(256)
"""The same for a text that is ASCII throughout, and small letters at once: as bytes, at a quarter of the time."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the start of a system prompt says."""

    points: dict[TaskType, int]
    """Its cues of each task; tasks without any are absent. Shared by every turn of a prompt: it is copied, and
    never changed. To copy a mapping that is no dict takes ten times as long."""
    is_therapeutic: bool
    language: str | None
    """In which it is written; None where it is not sure."""


@made_often
@dataclass(frozen=True, slots=True)
class _Heard:
    """The stretch of the conversation that is looked at."""

    system: _Frame
    person: tuple[Words, ...]
    """The person's newest messages, newest first."""
    person_texts: tuple[str, ...]
    earlier: tuple[str, ...]
    """Ends of the messages before those, newest first; read where these leave the language open."""


def analyze(
    request: ChatRequest,
    *,
    privacy: Privacy = Privacy.ANY,
    therapeutic_privacy: Privacy = Privacy.ANY,
    named: Sequence[ModelRef] = (),
    only_named: bool = False,
    max_cost_usd: float | None = None,
    language: str | None = None,
    newest: Words | None = None,
) -> TaskProfile:
    """Tell what a request asks for. `language`: the talk's, where it is known better than the request tells.

    `newest`: what `newest_words` gave for this request, where that was asked for already.
    `privacy` holds for every turn, `therapeutic_privacy` for therapeutic turns; the narrower of both counts.
    """
    heard = _listen(request.messages, request.persona, newest)
    task, because_task = _task(request.task, heard)
    sensitivity, because_sensitivity = _sensitivity(task, heard, request.mode)
    latency, because_latency = _latency(request)
    output, because_output = _output_tokens(request, task)
    tokens, least = request_tokens(request.messages, request.tools, request.response_format, persona=request.persona)
    if sensitivity.is_therapeutic:
        privacy = narrowest(privacy, therapeutic_privacy) or privacy
    capabilities, because_capabilities = _capabilities(request)
    language = language or _language(heard)
    return TaskProfile(
        task=task,
        language=language,
        input_tokens=tokens,
        output_tokens=output,
        latency=latency,
        sensitivity=sensitivity,
        requirements=ModelRequirements(
            capabilities=capabilities,
            context_tokens=tokens + output,
            privacy=privacy,
            max_cost_usd=max_cost_usd,
            named=frozenset(named),
            only_named=only_named,
            must_call_tool=request.tool_choice not in (None, "auto", "none"),
            least_tokens=least + output,
        ),
        because=(
            because_task,
            _because_language(language),
            f"The input is estimated at {tokens} tokens, on the high side.",
            because_output,
            because_latency,
            because_sensitivity,
            *because_capabilities,
            _BECAUSE_PRIVACY[privacy],
        ),
    )


def spoken_language(request: ChatRequest) -> str | None:
    """The language that `analyze` would tell, by itself and at a part of the cost."""
    return _language(_listen(request.messages, request.persona))


def language_before(request: ChatRequest) -> str | None:
    """The newest one with a name that the person's earlier messages tell."""
    heard = _listen(request.messages, None)
    told = map(_language_of, (*heard.person_texts[1:], *heard.earlier))
    return next((language for language in told if language not in {None, OTHER_LANGUAGE}), None)


def newest_words(request: ChatRequest) -> Words:
    """The words of the person's newest message, as far as they are read."""
    return words_of(request.last_user_text[-PERSON_CHARS:])


def newest_language(request: ChatRequest, newest: Words) -> str | None:
    """The language of the person's newest message alone, which has these words; None where it is not sure."""
    return language_of(request.last_user_text[-PERSON_CHARS:], newest.ordered)


def presumed_language(request: ChatRequest, newest: Words, configured: str | None) -> str | None:
    """The language where nothing that the person said tells it: what the request says, else what is configured, else
    that of the system prompt; None where the newest words speak against it."""
    language = request.language or configured or _listen(request.messages, request.persona, newest).system.language
    if language is None or could_be(language, request.last_user_text[-PERSON_CHARS:], newest.ordered):
        return language
    return None


def likeliest_language(request: ChatRequest, newest: Words) -> str | None:
    """One of the spoken languages where nothing else tells, to speak to somebody in; None where English may be it."""
    return likeliest(request.last_user_text[-PERSON_CHARS:], newest.ordered)


def _language(heard: _Heard) -> str | None:
    """Of the newest message, of the newest ones together, or of the newest that is sure by itself."""
    if not heard.person:
        return None
    if language := language_of(heard.person_texts[0], heard.person[0].ordered):
        return language
    together = tuple(chain.from_iterable([words.ordered for words in heard.person]))
    language = language_of("\n".join(heard.person_texts), together)
    if language not in {None, OTHER_LANGUAGE}:  # a few short answers are soon of no known one together
        return language
    before = (*heard.person_texts[1:], *heard.earlier)
    return next(filter(None, map(_language_of, before)), language)


def _language_of(text: str) -> str | None:
    return language_of(text, words_of(text).ordered)


def _listen(messages: Sequence[Message], persona: str | None, newest: Words | None = None) -> _Heard:
    system = ""
    for message in messages[:4]:
        if is_system(message):
            system = message.text[:SYSTEM_CHARS]
            break
    if persona:
        system = f"{system}\n{persona[:SYSTEM_CHARS]}"
    person: list[str] = []
    earlier: list[str] = []
    for message in reversed(messages):
        if message.role is not USER:
            continue
        if len(person) < PERSON_MESSAGES:
            content = message.content
            person.append((content if type(content) is str else message.text)[-PERSON_CHARS:])
        elif len(earlier) < EARLIER_MESSAGES:
            earlier.append(message.text[-EARLIER_CHARS:])
        else:
            break
    known = (newest,) if newest is not None and person else ()
    words = (*known, *[words_of(text) for text in person[len(known) :]])
    return _Heard(_frame(system), words, tuple(person), tuple(earlier))


@lru_cache(maxsize=_FRAMES_KEPT)
def _frame(system: str) -> _Frame:
    words = words_of(system)
    is_therapeutic = TASK_CUES[TaskType.THERAPEUTIC_RESPONSE].is_in(words)
    return _Frame(task_points(words), is_therapeutic, language_of(system, words.ordered))


def words_of(text: str) -> Words:
    """The words of a text, for looking up cues. Splitting it at what is no letter takes half the time of searching."""
    bare = text.encode().translate(_ASCII).decode() if text.isascii() else text.lower().translate(_LETTERS)
    words = bare.split()
    if "'" in text or "’" in text:  # it belongs to a word only within it
        words = [bare for word in words if (bare := word.strip("'"))]
    return Words.of(words)


_NO_CUE: Final = f"The task is {TaskType.GENERAL_CHAT}: no cue speaks for another."


def _task(given: TaskType | None, heard: _Heard) -> tuple[TaskType, str]:
    if given is not None:
        return given, f"The task is {given}, as the caller says."
    from_system = heard.system.points
    from_person = task_points(heard.person[0]) if heard.person else {}
    if not (from_system or from_person):
        return TaskType.GENERAL_CHAT, _NO_CUE
    points = dict(from_system)
    for named, times in from_person.items():
        points[named] = points.get(named, 0) + PERSON_POINTS * times
    task = min(points, key=lambda one: (-points[one], PRECEDENCE[one]))
    return task, (
        f"The task is {task}: {from_system.get(task, 0)} cues in the system prompt,"
        f" {from_person.get(task, 0)} in the newest message."
    )


_BECAUSE_PRIVACY: Final = {rule: f"What may leave this machine: {rule}." for rule in Privacy}
_THERAPEUTIC_RESPONSE: Final = TaskType.THERAPEUTIC_RESPONSE
_ORDINARY: Final = Sensitivity.ORDINARY, "The turn is ordinary: nothing speaks for distress or a therapeutic frame."
_BATCH: Final = LatencyClass.BATCH, "The answer is taken whole: throughput matters."
"""Looked up once: a member of an enumeration costs a thousand instructions."""


def _sensitivity(task: TaskType, heard: _Heard, mode: Mode | None) -> tuple[Sensitivity, str]:
    if task is _THERAPEUTIC_RESPONSE:
        return Sensitivity.THERAPEUTIC, "The turn is therapeutic: its task is."
    if mode in CARING_MODES:
        return Sensitivity.THERAPEUTIC, f"The turn is therapeutic: the mode {mode} was asked for."
    if tells_of_distress(heard.person):
        return Sensitivity.THERAPEUTIC, "The turn is therapeutic: the person may be telling of distress."
    if heard.system.is_therapeutic:
        return Sensitivity.THERAPEUTIC, "The turn is therapeutic: the system prompt sets a therapeutic frame."
    return _ORDINARY


def _latency(request: ChatRequest) -> tuple[LatencyClass, str]:
    if request.stream:
        return LatencyClass.INTERACTIVE, "The answer is streamed: the first word matters."
    return _BATCH


def _output_tokens(request: ChatRequest, task: TaskType) -> tuple[int, str]:
    if request.max_tokens is not None:
        return request.max_tokens, f"The answer may take {request.max_tokens} tokens, as the request says."
    usual = USUAL_OUTPUT_TOKENS[task]
    return usual, f"The answer is expected to take {usual} tokens, the usual for this task."


_CHAT_ALONE: Final = frozenset({Capability.CHAT})


def _capabilities(request: ChatRequest) -> tuple[frozenset[Capability], tuple[str, ...]]:
    needed: dict[Capability, str] = {}
    if request.tools and request.tool_choice != "none":
        needed[Capability.TOOLS] = "The request brings tools."
    if [message for message in request.messages if type(message.content) is tuple and message.images]:
        needed[Capability.IMAGES] = "The conversation has pictures."
    if request.response_format.kind == "json_object":
        needed[Capability.JSON_OBJECT] = "The answer must be a JSON object."
    elif request.response_format.kind == "json_schema":
        needed[Capability.JSON_SCHEMA] = "The answer must follow a JSON schema."
    return (frozenset({Capability.CHAT, *needed}), tuple(needed.values())) if needed else (_CHAT_ALONE, ())


def _because_language(language: str | None) -> str:
    if language is None:
        return "The language could not be told."
    if language == OTHER_LANGUAGE:
        return "The language is none of those that are known here, by script or words."
    return f"The language is {language}, by script, words or what was said before."
