"""Finds out what a model behind an OpenAI-compatible address can do, by a handful of tiny requests.

What cannot be seen counts as not supported: a flag says what was shown, never what was hoped for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

from segue.domain.chat import ChatRequest, ProviderPiece
from segue.domain.models import Capability, ModelRef
from segue.errors import (
    BadAnswer,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    StreamCut,
    Unsupported,
)
from segue.providers import probe_questions as ask
from segue.providers.openai_answers import AnswerReader
from segue.providers.openai_json import PLAIN, Dialect, TokenLimitField, encode_request
from segue.providers.openai_protocol import AFTERWORD_S, check_status
from segue.providers.probe_questions import Heard
from segue.providers.wire import Wire, WireAnswer

FIRST_S: Final = 120.0
"""Longest wait for the first answer: a server may have to load the model."""
EACH_S: Final = 30.0
"""Longest wait for each further one."""
USUAL_WAIT_S, LONGEST_WAIT_S = 1.0, 10.0
"""Wait after a 429 that names none, and the longest one that is waited for."""
PROBED: Final = frozenset(
    {Capability.TOOLS, Capability.JSON_OBJECT, Capability.JSON_SCHEMA, Capability.PREFILL, Capability.SEED}
)
"""Capabilities that a probe decides; it leaves others, as `images`, as they are written."""
_REFUSED: Final = (Unsupported, RequestRefused, ModelGone, ProviderFault)
"""How servers say that they do not know something; a 500 is some templates' way."""
_OTHER_FIELD: Final[Mapping[TokenLimitField, TokenLimitField]] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question showed."""

    ability: str
    found: bool | None
    """None: it could not be seen; that counts as no."""
    because: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a model was seen to do."""

    model: str
    outcomes: tuple[Outcome, ...]
    """In the order of asking."""
    dialect: Dialect
    """How it wants to be asked."""
    requests: int
    input_tokens: int
    output_tokens: int
    """As far as they were told."""

    def can(self, ability: str) -> bool:
        """Whether it was seen to do a thing."""
        return any(outcome.found is True for outcome in self.outcomes if outcome.ability == ability)

    @property
    def capabilities(self) -> frozenset[Capability]:
        """Those of `PROBED` that were seen."""
        return frozenset(capability for capability in PROBED if self.can(capability))

    def model_options(self, on: date) -> dict[str, object]:
        """What `options.models.NAME` is to say of it. What is as usual is left out."""
        told: dict[str, object] = {"capabilities": sorted(map(str, self.capabilities))}
        if not self.can("streaming"):
            told["streaming"] = False
        if not self.can("system_role"):
            told["system_role"] = False
        return {**told, "probed_on": on}


def provider_options(found: Sequence[Found], known: Dialect) -> dict[str, object]:
    """What `options` are to say of the address, where that is something else than is known of the host."""
    told: dict[str, object] = {}
    first = found[0].dialect
    if first.token_limit_field != known.token_limit_field:
        told["token_limit_field"] = first.token_limit_field
    stream_usage = all(one.dialect.stream_usage for one in found)
    if stream_usage != known.stream_usage:
        told["stream_usage"] = stream_usage
    repeats = any(one.dialect.repeats_prefill for one in found)
    if repeats != known.repeats_prefill:
        told["repeats_prefill"] = repeats
    refused = frozenset[str]().union(*(one.dialect.refuses for one in found)) - known.refuses
    if refused:
        told["refuses_fields"] = sorted(refused)
    return told


class Probe:
    """Asks one model. `run` once; the wire is open and stays so."""

    def __init__(
        self,
        wire: Wire,
        ref: ModelRef,
        *,
        known: Dialect = PLAIN,
        tell: Callable[[Outcome], None] = lambda _: None,
    ) -> None:
        """`known`: what is known of the host. `tell` gets each outcome as it comes."""
        self._wire, self._ref, self._tell = wire, ref, tell
        self._dialect = known
        self._outcomes: list[Outcome] = []
        self._refused: set[str] = set()
        """Abilities of which it said that it does not know them."""
        self._requests = self._input_tokens = self._output_tokens = 0

    async def run(self) -> Found:
        """Ask everything. Raises the ProviderError of a model that answers nothing at all, and of a key or an account
        that fails on the way."""
        plain = await self._plain()
        can_stream = await self._stream()
        await self._show("system_role", lambda heard: ask.reads_system(heard, plain), ask.SYSTEM)
        await self._show("stop", ask.stops, ask.STOP)
        self._leave_out("stop", "stop")
        await self._seed()
        await self._prefill(can_stream=can_stream)
        await self._show(Capability.TOOLS, ask.calls_tool, ask.TOOLS, ask.TOOLS_REQUIRED)
        await self._show(Capability.JSON_OBJECT, ask.is_object, ask.JSON_OBJECT)
        await self._show(Capability.JSON_SCHEMA, ask.keeps_schema, ask.JSON_SCHEMA)
        return Found(
            self._ref.name,
            tuple(self._outcomes),
            self._dialect,
            self._requests,
            self._input_tokens,
            self._output_tokens,
        )

    async def _plain(self) -> Heard:
        """The first answer, and the name of the field that limits it."""
        usual = self._dialect.token_limit_field
        try:
            heard = await self._hear(ask.PLAIN_QUESTION, within_s=FIRST_S)
        except (Unsupported, RequestRefused):
            self._dialect = replace(self._dialect, token_limit_field=_OTHER_FIELD[usual])
            heard = await self._hear(ask.PLAIN_QUESTION, within_s=FIRST_S)
            self._note(_OTHER_FIELD[usual], ask.keeps_limit(heard), f"`{usual}` is refused")
            return heard
        if (keeps := ask.keeps_limit(heard)) is not False:
            self._note(usual, keeps, "the answer ended at its limit" if keeps else "its answer was over before")
            return heard
        self._dialect = replace(self._dialect, token_limit_field=_OTHER_FIELD[usual])
        try:
            other = await self._hear(ask.PLAIN_QUESTION)
        except _REFUSED:
            other = heard
        if other is not heard and ask.keeps_limit(other):
            self._note(_OTHER_FIELD[usual], True, f"`{usual}` is passed over")
            return other
        self._dialect = replace(self._dialect, token_limit_field=usual)
        self._note(usual, False, "no limit is kept: answers may be longer than asked for")
        return heard

    async def _stream(self) -> bool:
        heard: Heard | None = None
        try:
            heard = await self._hear(ask.STREAM)
        except (Unsupported, RequestRefused):
            self._dialect = replace(self._dialect, stream_usage=False)
            heard = await self._try("streaming", ask.STREAM)
        except ProviderError as error:
            self._fail("streaming", error)
        if heard is None:
            return False
        self._note("streaming", heard.is_stream, "it came in events" if heard.is_stream else "it came in one piece")
        has_usage = heard.usage is not None
        if heard.is_stream:
            how = "with `stream_options`" if self._dialect.stream_usage else "unasked"
            self._note("stream_usage", has_usage, f"told {how}" if has_usage else "the tokens of a stream are not told")
        if not has_usage:
            self._dialect = replace(self._dialect, stream_usage=False)
        return heard.is_stream

    async def _seed(self) -> None:
        """The same question twice: with the same seed the answers are the same."""
        first = await self._try(Capability.SEED, ask.SEED)
        self._leave_out(Capability.SEED, self._dialect.seed_field)
        if first is not None:
            await self._show(Capability.SEED, lambda heard: heard.text == first.text != "", ask.SEED)

    def _leave_out(self, ability: str, field: str) -> None:
        """A field that was answered with an error is not sent any more."""
        if ability in self._refused:
            self._dialect = replace(self._dialect, refuses=self._dialect.refuses | {field})

    async def _prefill(self, *, can_stream: bool) -> None:
        """Whether it goes on within an answer; and whether, asked for a whole one, it says the beginning again."""
        whole = await self._try(Capability.PREFILL, ask.PREFILL)
        if whole is None:
            return
        is_repeated = ask.repeats(whole)
        goes_on = ask.goes_on(whole) or is_repeated
        if can_stream and goes_on:
            stream = await self._try(Capability.PREFILL, replace(ask.PREFILL, stream=True))
            if stream is None:
                return
            goes_on = ask.goes_on(stream)
        self._dialect = replace(self._dialect, repeats_prefill=goes_on and is_repeated)
        said = "it goes on where it was begun" if goes_on else "it begins anew"
        self._note(Capability.PREFILL, None if whole.is_wordless else goes_on, _thinking(whole) or said)

    async def _show(self, ability: str, judge: Callable[[Heard], bool | None], *requests: ChatRequest) -> None:
        """Ask, in one way or another, until an answer shows it."""
        for number, request in enumerate(requests, start=1):
            heard = await self._try(ability, request, tells=number == len(requests))
            if heard is None:
                continue
            found = judge(heard)
            if not found and heard.is_wordless:
                found = None
            if found or number == len(requests):
                seen = "its answer shows it" if found else _thinking(heard) or "its answer does not show it"
                self._note(ability, found, seen)
            if found:
                return

    async def _try(self, ability: str, request: ChatRequest, *, tells: bool = True) -> Heard | None:
        """An answer; None, with an outcome, where there is none. `tells`: False where it is asked in another way yet,
        so that an ability has one outcome."""
        try:
            return await self._hear(request)
        except ProviderError as error:
            self._fail(ability, error, tells=tells)
            return None

    def _fail(self, ability: str, error: ProviderError, *, tells: bool = True) -> None:
        if isinstance(error, KeyRejected | OutOfCredit):
            raise error
        if not tells:
            return
        if isinstance(error, _REFUSED):
            self._refused.add(ability)
            self._note(ability, False, f"refused: {error.code} (HTTP {error.status})")
        else:
            self._note(ability, None, f"it could not be asked: {error.code}")

    def _note(self, ability: str, found: bool | None, because: str) -> None:
        self._outcomes = [outcome for outcome in self._outcomes if outcome.ability != ability]
        self._outcomes.append(outcome := Outcome(str(ability), found, because))
        self._tell(outcome)

    async def _hear(self, request: ChatRequest, *, within_s: float = EACH_S) -> Heard:
        try:
            async with asyncio.timeout(within_s):
                heard = await self._in_turn(request)
        except TimeoutError:
            hint = "Try again when it has less to do."
            raise Silent(f"It did not answer within {within_s:g} s.", model=self._ref, hint=hint) from None
        if heard.usage is not None:
            self._input_tokens += heard.usage.input_tokens
            self._output_tokens += heard.usage.output_tokens
        return heard

    async def _in_turn(self, request: ChatRequest) -> Heard:
        """An answer; asked once more where so many questions are too many at once."""
        try:
            return await self._answer(request)
        except RateLimited as error:
            wait_s = USUAL_WAIT_S if error.retry_after_s is None else error.retry_after_s
            if wait_s > LONGEST_WAIT_S:
                raise
            await asyncio.sleep(wait_s)
            return await self._answer(request)

    async def _answer(self, request: ChatRequest) -> Heard:
        """One answer, read as turns read them; and whether it came in events."""
        self._requests += 1
        reader = AnswerReader(self._ref)
        body = encode_request(request, self._ref.name, dialect=self._dialect)
        async with self._wire.post("chat/completions", body, model=self._ref) as answer:
            await check_status(answer, self._ref, datetime.now(UTC))
            if answer.content_type.endswith("json"):
                return Heard.of(reader.whole(await answer.body()), is_stream=False)
            if answer.content_type == "text/html":
                raise BadAnswer("A web page came in place of an answer.", model=self._ref, status=answer.status)
            pieces: list[ProviderPiece] = []
            while not reader.is_done and (events := await _next(answer, reader)):
                for event in events:
                    pieces.extend(reader.read(event))
            return Heard.of([*pieces, reader.end()], is_stream=True)


async def _next(answer: WireAnswer, reader: AnswerReader) -> list[bytes]:
    """The next events; none at the end, which some never write once the answer is whole."""
    try:
        async with asyncio.timeout(AFTERWORD_S if reader.is_whole else None):
            return await answer.events()
    except (TimeoutError, StreamCut):
        if reader.is_whole:
            return []
        raise


def _thinking(heard: Heard) -> str:
    return "its few tokens held no words, as with models that think first" if heard.is_wordless else ""
