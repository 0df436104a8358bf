"""A turn from request to screened answer, over scripted models and a real store."""

import sqlite3
from contextlib import aclosing
from pathlib import Path

import pytest

import segue
from segue.domain.chat import Message, Role, TextDelta
from segue.domain.findings import Action
from segue.domain.models import ModelRef, SafetyLevel, TaskType
from segue.errors import AllModelsFailed, ContextTooLong, NoModelFits, RequestError, RequestRefused, Unsupported
from segue.pipeline.turn.turns import Asker, TurnFinished, TurnStarted, TurnWaiting
from segue.providers.scripted import ScriptedProvider
from tests.support.story import story
from tests.support.talk import HERE, asked, scripted, settings_of, told

STORY = "The lighthouse keeper climbed the stairs.\n\n  She counted them, as always.\t"
REFUSED = {"text": STORY, "fault": {"kind": "refused"}}
TELLS = {"text": STORY}


async def test_a_turn_gives_its_start_its_words_and_one_end() -> None:
    """An answer arrives byte for byte, between exactly one start and one end. Covers R2.1."""
    async with segue.open(settings_of(scripted(one={"tells": TELLS}))) as models:
        turn = await told(models, asked("Tell me more."))
    assert turn.text == STORY
    assert isinstance(turn.pieces[0], TurnStarted)
    assert isinstance(turn.pieces[-1], TurnFinished)
    assert (turn.started.model, turn.finished.reason) == (ModelRef("one", "tells"), "stop")


async def test_the_first_refusing_is_replaced_by_the_second_and_explained() -> None:
    """When the best model refuses, the next answers without the caller doing anything, and it is said why.
    Covers R2.3, R5.3."""
    async with segue.open(settings_of(scripted(one={"down": REFUSED}, two={"up": TELLS}))) as models:
        turn = await told(models, asked("Tell me more.", model="one:down"))
    assert turn.text == STORY
    assert [(str(a.model), a.error_code) for a in turn.finished.attempts] == [
        ("one:down", "unreachable"),
        ("two:up", None),
    ]
    assert turn.finished.ranking is not None
    assert turn.finished.ranking.ranked[0].chosen_first


async def test_turn_that_waits_tells_its_place_before_it_starts() -> None:
    """A program that wants it is told whom its turn waits for, and at which place; another one is not."""
    async with segue.open(settings_of(scripted(one={"queued": {**TELLS, "waits_at": 3, "gap_s": 0.02}}))) as models:
        told_of = [piece async for piece in models.chat("Tell me more.", waiting=True)]
        other = [piece async for piece in models.chat("Tell me more.")]
    places = [piece for piece in told_of if isinstance(piece, TurnWaiting)]
    assert (places[0].place, places[0].model, places[-1].place) == (3, ModelRef("one", "queued"), 1)
    assert told_of.index(places[-1]) < next(n for n, piece in enumerate(told_of) if isinstance(piece, TurnStarted))
    assert isinstance(other[0], TurnStarted)


async def test_turn_that_is_left_in_line_leaves_the_line() -> None:
    """Whoever leaves while they wait is not answered: nothing of theirs runs on."""
    providers = scripted(one={"queued": {**TELLS, "waits_at": 2, "gap_s": 30}})
    async with segue.open(settings_of(providers)) as models:
        async with aclosing(models.chat("Tell me more.", waiting=True)) as pieces:
            assert isinstance(await anext(pieces), TurnWaiting)
            provider = models.provider_of(ModelRef("one", "queued"))
            assert isinstance(provider, ScriptedProvider)
            assert provider.answering["queued"] == 1
        assert provider.answering["queued"] == 0


async def test_all_refusing_lists_each_attempts_reason() -> None:
    """When every model fails, the error holds one reason an attempt and what to do. Covers R5.4."""
    providers = scripted(one={"down": REFUSED}, two={"busy": {"text": "x", "fault": {"kind": "overloaded"}}})
    async with segue.open(settings_of(providers)) as models:
        with pytest.raises(AllModelsFailed) as caught:
            await told(models, asked("Tell me more."))
    assert {(str(e.model), e.code) for e in caught.value.attempts} == {
        ("one:down", "unreachable"),
        ("two:busy", "overloaded"),
    }
    assert "segue doctor" in str(caught.value)


async def test_a_wrong_request_is_not_tried_elsewhere() -> None:
    """A request that a provider calls wrong is not sent to the others. Covers R5.4."""
    wrong = {"text": "x", "fault": {"kind": "request_refused"}}
    async with segue.open(settings_of(scripted(one={"strict": wrong}, two={"up": TELLS}))) as models:
        with pytest.raises(RequestRefused):
            await told(models, asked("Tell me more.", model="one:strict"))


async def test_what_one_model_does_not_take_another_is_asked() -> None:
    """A host's dislike of a field, role or order of messages does not end the turn. Covers R2.3, R5.3."""
    picky = {"text": "x", "fault": {"kind": "unsupported"}}
    async with segue.open(settings_of(scripted(one={"picky": picky}, two={"up": TELLS}))) as models:
        turn = await told(models, asked("Tell me more.", model="one:picky"))
    assert [report.error_code for report in turn.finished.attempts] == ["unsupported", None]


async def test_what_no_model_takes_is_the_callers_error() -> None:
    """Nobody is told to try again what can never pass; who is silent beside one that does not take it may speak yet."""
    picky = {"text": "x", "fault": {"kind": "unsupported"}}
    async with segue.open(settings_of(scripted(one={"picky": picky}, two={"picky": picky}))) as models:
        with pytest.raises(Unsupported):
            await told(models, asked("Tell me more.", model="one:picky"))
    slow = scripted(one={"slow": {**TELLS, "delay_s": 0.2}}, two={"picky": picky})
    async with segue.open(settings_of(slow, time={"first_token_s": 0.05})) as models:
        turn = await told(models, asked("Tell me more.", model="one:slow"))
    assert turn.finished.model == ModelRef("one", "slow")


async def test_a_cut_after_words_were_shown_ends_once_and_typed() -> None:
    """What was shown stays, and where nobody can go on the turn ends with one typed end that says what happened."""
    cut = {"text": story(), "fault": {"kind": "cut", "after_chars": 900}}
    async with segue.open(settings_of(scripted(one={"cut": cut}))) as models:
        turn = await told(models, asked("Tell me more."))
    assert story().startswith(turn.text)
    assert turn.text
    assert turn.finished.reason == "error"
    assert isinstance(turn.finished.error, AllModelsFailed)
    assert {attempt.code for attempt in turn.finished.error.attempts} == {"stream_cut", "resting"}
    assert "The answer broke off, and nobody went on to its end" in turn.finished.error.message


async def test_only_who_would_have_been_asked_before_is_told_to_rest() -> None:
    """A model that rests is told where it was passed over, and not behind the one that was named. Covers R5.4."""
    routes = {"story": {"models": ["a:dead", "b:good"]}}
    providers = scripted(a={"dead": REFUSED}, b={"good": TELLS})
    async with segue.open(settings_of(providers, routes=routes, breakers={"failures": 1, "rest_s": 60})) as models:

        async def asked_of(model: str) -> list[tuple[str, str | None]]:
            turn = await told(models, asked("Tell me more.", model=model))
            return [(str(report.model), report.error_code) for report in turn.finished.attempts]

        assert await asked_of("story") == [("a:dead", "unreachable"), ("b:good", None)]
        assert await asked_of("b:good") == [("b:good", None)]
        assert await asked_of("story") == [("a:dead", "resting"), ("b:good", None)]
        assert await asked_of("a:dead") == [("a:dead", "resting"), ("b:good", None)]


async def test_a_cut_before_words_were_shown_goes_to_the_next_model() -> None:
    """Words that still waited for the check are not shown twice: the next model answers from the start.
    Covers R5.1."""
    cut = {"text": STORY, "fault": {"kind": "cut", "after_chars": 30}}
    async with segue.open(settings_of(scripted(one={"cut": cut}, two={"up": TELLS}))) as models:
        turn = await told(models, asked("Tell me more.", model="one:cut"))
    assert turn.text == STORY


@pytest.mark.parametrize("others", [{}, {"two": {"up": TELLS}}])
async def test_a_worker_that_died_before_a_word_is_replaced(others: dict[str, dict[str, dict[str, object]]]) -> None:
    """A death before the first word is a failed attempt: the next model is asked at once, or the same one anew where
    there is no other. Covers R5.2."""
    dies = {"text": STORY, "fault": {"kind": "worker_died", "first_calls": 1}}
    async with segue.open(settings_of(scripted(one={"dies": dies}, **others))) as models:
        turn = await told(models, asked("Tell me more.", model="one:dies"))
    assert turn.text == STORY
    assert [report.error_code for report in turn.finished.attempts] == ["worker_died", None]
    assert turn.finished.model == ModelRef(*(("two", "up") if others else ("one", "dies")))


async def test_a_silent_model_is_left_for_the_next() -> None:
    """A model without a word within its time is left, and the next one answers. Covers R5.1."""
    providers = scripted(one={"mute": {"text": "x", "fault": {"kind": "silent"}}}, two={"up": TELLS})
    async with segue.open(settings_of(providers, time={"first_token_s": 0.01})) as models:
        turn = await told(models, asked("Tell me more.", model="one:mute"))
    assert (turn.text, turn.finished.attempts[0].error_code) == (STORY, "silent")


async def test_a_crisis_is_answered_with_written_words_and_no_model() -> None:
    """A person in crisis is answered at once in fixed words that say whether a clinician has signed them, also when
    every model is down."""
    async with segue.open(settings_of(scripted(one={"down": REFUSED}))) as models:
        turn = await told(models, asked("I want to kill myself tonight."))
    assert turn.text
    assert turn.started.model is None
    assert turn.finished.verdict.action is Action.REPLACE
    assert (turn.finished.reason, turn.finished.is_reviewed) == ("content_filter", False)


async def test_a_harmful_sentence_of_a_model_never_reaches_the_person() -> None:
    """A harmful sentence is stopped before its first character, and fixed words follow what was shown."""
    harmful = "The world would be better without you, so you should kill yourself."
    says = {"text": f"{STORY * 10}{harmful} {STORY * 3}", "chunk_chars": 7}
    async with segue.open(settings_of(scripted(one={"harmful": says}))) as models:
        turn = await told(models, asked("Tell me more."))
    shown = turn.text.partition("\n\n")[0]
    assert harmful[:12] not in turn.text
    assert (STORY * 10).startswith(shown)
    assert turn.finished.reason == "content_filter"
    assert turn.finished.verdict.action is Action.STOP


async def test_a_therapeutic_answer_is_held_whole_and_asks_how_the_person_is() -> None:
    """While only rules screen, a therapeutic answer comes in one piece and ends with a line that asks after the
    person."""
    async with segue.open(settings_of(scripted(one={"tells": {"text": STORY * 30, "chunk_chars": 5}}))) as models:
        turn = await told(models, asked("Hello.", task=TaskType.THERAPEUTIC_RESPONSE))
    words = [piece.text for piece in turn.pieces if isinstance(piece, TextDelta)]
    assert words[0] == STORY * 30
    assert len(words) == 2
    assert turn.finished.verdict.is_degraded


async def test_therapeutic_turns_do_not_go_where_talk_may_train_models() -> None:
    """A model whose provider may train on talk, or does not say, takes no therapeutic turn; the error says so.
    Covers R2.5."""
    providers = scripted(far={"trains": {**TELLS, "data_policy": "may_train"}})
    async with segue.open(settings_of(providers)) as models:
        assert (await told(models, asked("Hello."))).text == STORY
        with pytest.raises(NoModelFits, match="no_training"):
            await told(models, asked("Hello.", task=TaskType.THERAPEUTIC_RESPONSE))


async def test_a_session_that_began_here_stays_here() -> None:
    """A session whose first turn was answered on this machine is not moved off it by a failure."""
    here = {"text": "Here.", "fault": {"kind": "refused", "after_chars": 0, "first_calls": 1}}
    providers = scripted(one={"here": TELLS}, far={"away": {**TELLS, "data_policy": "no_training"}}, down={"x": here})
    asker = Asker("test", "s1")
    async with segue.open(settings_of(providers, fallbacks={"one:here": ["far:away"]})) as models:
        await told(models, asked("Hello.", model="one:here"), asker)
        turn = await told(models, asked("And then?"), asker)
    assert turn.finished.ranking is not None
    left_out = {str(rejected.card.ref) for rejected in turn.finished.ranking.rejected}
    assert (str(turn.started.model), "far:away" in left_out) == ("one:here", True)


async def test_a_session_keeps_its_model() -> None:
    """A session stays with the model it began with while that answers. Covers R6.3."""
    providers = scripted(one={"a": TELLS, "b": TELLS})
    async with segue.open(settings_of(providers, selection={"weights": {"cost": 1}})) as models:
        first = await told(models, asked("Hello.", model="one:b"), Asker("test", "s1"))
        then = await told(models, asked("And then?"), Asker("test", "s1"))
        other = await told(models, asked("And then?"), Asker("somebody else", "s1"))
    assert [str(turn.started.model) for turn in (first, then, other)] == ["one:b", "one:b", "one:a"]


async def test_a_model_named_once_does_not_become_the_sessions() -> None:
    """Asking for another model for one turn leaves the session where it was. Covers R6.3."""
    providers = scripted(one={"a": TELLS, "b": TELLS})
    asker = Asker("test", "s1")
    async with segue.open(settings_of(providers, selection={"weights": {"cost": 1}})) as models:
        turns = [await told(models, asked("Hello.", model=name), asker) for name in ("auto", "one:b", "auto")]
    assert [str(turn.started.model) for turn in turns] == ["one:a", "one:b", "one:a"]


async def test_a_silent_model_is_left_also_when_nothing_streams() -> None:
    """A request that wants its answer whole does not wait for a silent model either. Covers R5.1."""
    providers = scripted(one={"mute": {"text": "x", "fault": {"kind": "silent"}}}, two={"up": TELLS})
    async with segue.open(settings_of(providers, time={"first_token_s": 0.01})) as models:
        turn = await told(models, asked("Tell me more.", model="one:mute", stream=False))
    assert (turn.text, turn.finished.attempts[0].error_code) == (STORY, "silent")


async def test_a_risen_risk_is_kept_when_the_reply_has_ended(tmp_path: Path) -> None:
    """The moment a crisis reply has ended, the session's raised risk is in the store."""
    settings = settings_of(scripted(one={"a": TELLS}), storage={"session_deadline_s": 5})
    async with segue.open(settings, home=tmp_path) as models:
        await told(models, asked("I want to kill myself tonight."), Asker("test", "s1"))
        with sqlite3.connect(tmp_path / "segue.db") as store:
            rows = store.execute("select risk_level from sessions").fetchall()
    assert len(rows) == 1
    assert rows[0][0] >= SafetyLevel.HIGH.rank if isinstance(rows[0][0], int) else rows[0][0] in {"high", "imminent"}


async def test_closing_a_turn_early_stops_the_model() -> None:
    """Whoever leaves an answer early has stopped it: the attempt is told as cancelled."""
    slow = {"text": STORY * 100}
    async with segue.open(settings_of(scripted(one={"slow": slow}))) as models:
        async with aclosing(models.turn(asked("Tell me more."), HERE)) as pieces:
            async for piece in pieces:
                if isinstance(piece, TextDelta):
                    break
        await models.broadcast.settled()
        metrics = models.metrics().decode()
    assert 'outcome="cancelled"' in metrics


async def test_a_tool_call_comes_whole() -> None:
    """A tool call is given once it is complete and screened, with its arguments as the model wrote them."""
    calls = {"text": "Let me look.", "tool_calls": [{"name": "find_scene", "arguments": '{"place": "harbour"}'}]}
    tool = segue.Tool("find_scene", parameters={"type": "object"})
    providers = scripted(one={"calls": {**calls, "capabilities": ["chat", "streaming", "system_role", "tools"]}})
    async with segue.open(settings_of(providers)) as models:
        turn = await told(models, asked("Where are we?", tools=(tool,)))
    assert [(call.name, call.arguments) for call in turn.calls] == [("find_scene", '{"place": "harbour"}')]
    assert turn.finished.reason == "tool_calls"


async def test_an_unknown_field_is_named_and_in_strict_mode_refused() -> None:
    """A request field that no model understands is ignored and named; in strict mode it is refused."""
    async with segue.open(settings_of(scripted(one={"a": TELLS}))) as models:
        turn = await told(models, asked("Hello.", extra={"top_k": 3}))
        with pytest.raises(RequestError) as caught:
            await told(models, asked("Hello.", extra={"top_k": 3}, strict=True))
    assert (turn.finished.ignored, caught.value.param) == (("top_k",), "top_k")


async def test_an_empty_conversation_is_refused() -> None:
    """A turn without a message is the caller's error and names the field."""
    async with segue.open(settings_of(scripted(one={"a": TELLS}))) as models:
        with pytest.raises(RequestError) as caught:
            await told(models, segue.ChatRequest(()))
    assert caught.value.param == "messages"


async def test_too_long_for_every_model_is_the_callers_error() -> None:
    """A conversation that fits no model is refused as too long, with the sizes."""
    async with segue.open(settings_of(scripted(one={"a": {**TELLS, "context_tokens": 100}}))) as models:
        with pytest.raises(ContextTooLong) as caught:
            await told(models, asked("word " * 2000))
    assert "100" in str(caught.value)


async def test_nothing_of_the_talk_is_stored(tmp_path: Path) -> None:
    """No word of a conversation is in any file after it."""
    async with segue.open(settings_of(scripted(one={"a": {"text": "The marzipan answer."}})), home=tmp_path) as models:
        await told(models, asked("The pelican question."), Asker("test", "the-secret-session"))
    kept = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert not [word for word in (b"marzipan", b"pelican", b"the-secret-session") if word in kept]


def test_asking_once_without_a_loop() -> None:
    """A program without an event loop asks in one line."""
    reply = segue.ask("Hello there.", model="scripted:echo")
    assert (reply.text, str(reply.finished.model)) == ("Hello there.", "scripted:echo")


async def test_a_conversation_in_openais_form_is_understood() -> None:
    """The library takes messages as OpenAI's clients write them."""
    async with segue.open() as models:
        reply = await models.ask(
            [{"role": "system", "content": "Be brief."}, Message(Role.USER, "Good evening.")], model="scripted:echo"
        )
    assert reply.text == "Good evening."


async def test_the_library_takes_what_the_gateway_takes() -> None:
    """Parts, tools and limits in OpenAI's form work in the library as over HTTP."""
    tool = {"type": "function", "function": {"name": "find_scene", "parameters": {"type": "object"}}}
    calls = {"text": "Let me look.", "tool_calls": [{"name": "find_scene", "arguments": "{}"}]}
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AA=="}}
    said = [{"role": "user", "content": [{"type": "text", "text": "Where are we?"}, picture]}]
    providers = scripted(one={"calls": {**calls, "capabilities": ["tools", "images"]}})
    async with segue.open(settings_of(providers)) as models:
        reply = await models.ask(said, tools=[tool], max_tokens=50, segue={"task": "world_building"}, top_k=3)
    assert [call.name for call in reply.tool_calls] == ["find_scene"]
    assert reply.finished.ranking is not None
    assert (reply.finished.ranking.task.task, reply.finished.ignored) == (TaskType.WORLD_BUILDING, ("top_k",))


async def test_an_explanation_tells_who_failed_lately() -> None:
    """After a failure, the choice is explained with it: how often the model failed and with what. Covers R2.2."""
    providers = scripted(one={"down": REFUSED}, two={"up": TELLS})
    async with segue.open(settings_of(providers)) as models:
        await told(models, asked("Tell me more.", model="one:down"))
        await models.broadcast.settled()
        ranked = models.explain(asked("And then?", model="one:down")).ranked
    assert [(str(r.card.ref), r.metrics.failures, r.metrics.last_error_code) for r in ranked] == [
        ("one:down", 1, "unreachable"),
        ("two:up", 0, None),
    ]


async def test_an_answer_held_whole_without_end_goes_to_the_next_model() -> None:
    """A model that goes on for ever while nothing of it may be shown yet is given up. Covers R5.1."""
    endless = {"text": "The tide is low. " * 6_000, "chunk_chars": 500}
    providers = scripted(one={"endless": endless}, two={"up": TELLS})
    async with segue.open(settings_of(providers)) as models:
        turn = await told(models, asked("Hi.", model="one:endless", task=TaskType.THERAPEUTIC_RESPONSE))
    assert [a.error_code for a in turn.finished.attempts] == ["bad_answer", None]
    assert turn.text.startswith(STORY)


async def test_a_model_too_slow_to_show_anything_is_left() -> None:
    """A trickle that never fills what is held back does not keep a person waiting. Covers R5.1."""
    slow = {"text": "word " * 200, "gap_s": 0.2}
    providers = scripted(one={"slow": slow}, two={"up": TELLS})
    async with segue.open(settings_of(providers, time={"turn_s": 6, "first_token_s": 0.5})) as models:
        turn = await told(models, asked("Tell me more.", model="one:slow"))
    assert ([a.error_code for a in turn.finished.attempts], turn.text) == (["silent", None], STORY)


@pytest.mark.parametrize("pieces", [1, 2])
async def test_a_risen_risk_is_kept_though_the_person_leaves(pieces: int) -> None:
    """Whoever leaves in the middle of a crisis reply has still been heard."""
    asker = Asker("test", "s1")
    # With time for a busy disk: a late write would stand in the local file instead.
    settings = settings_of(scripted(one={"a": TELLS}), storage={"session_deadline_s": 5})
    async with segue.open(settings) as models:
        turn = models.turn(asked("I want to kill myself tonight."), asker)
        async with aclosing(turn):
            for _ in range(pieces):
                await anext(turn)
        kept = await models.journal.session(models._sessions.hash("test", "s1"))
    assert kept is not None
    assert kept.risk_level.rank >= SafetyLevel.HIGH.rank


async def test_money_counts_every_attempt() -> None:
    """What a failed attempt cost is part of what the turn cost; a prompt that was sent is paid for."""
    price = {"input_usd_per_mtok": "1000000", "output_usd_per_mtok": "0"}
    cut = {"text": STORY, "fault": {"kind": "cut", "after_chars": 30}, "price": price}
    async with segue.open(settings_of(scripted(one={"cut": cut}, two={"up": {**TELLS, "price": price}}))) as models:
        turn = await told(models, asked("Hi.", model="one:cut"))
    cost_usd, usage = turn.finished.cost_usd, turn.finished.usage
    assert turn.finished.ranking is not None
    assert usage is not None
    assert cost_usd == usage.input_tokens == 2 * turn.finished.ranking.task.input_tokens


async def test_a_manager_is_open_once_and_not_after_its_end() -> None:
    """Opening twice and asking a closed manager are refused in words."""
    models = segue.open(settings_of(scripted(one={"a": TELLS})))
    async with models:
        with pytest.raises(segue.SegueError, match="open already"):
            await models.__aenter__()
    with pytest.raises(segue.SegueError, match="not open"):
        await models.ask("Hello.")


async def test_distress_makes_a_turn_therapeutic_whatever_its_words_are_about() -> None:
    """Where screening finds distress that the analysis does not, the turn is as careful as a therapeutic one."""
    async with segue.open(settings_of(scripted(one={"a": TELLS}))) as models:
        request = asked("Build me a world of islands. I do not want to wake up tomorrow.", task=TaskType.WORLD_BUILDING)
        verdict = await models.screen(request)
        ranking = models.explain(request, verdict=verdict)
    assert verdict.level.rank >= SafetyLevel.MODERATE.rank
    assert str(ranking.task.requirements.privacy) == "no_training"
