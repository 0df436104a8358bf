"""The failover benchmark: its provider fails as it is told to, and what became of an answer is told rightly."""

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from segue.config.load import load_settings
from tests.unit.benchmarks.conftest import BENCHMARKS

Load = Callable[[str], ModuleType]


def ask_of(program: Load, base_url: str, model: str, **more: str) -> object:
    """A request straight to the scripted provider."""
    port = int(base_url.removesuffix("/v1").rpartition(":")[2])
    body = program("talk").request_body(model, stream=True, **more)
    return program("clients").Ask(port, "/v1/chat/completions", body)


async def test_the_provider_fails_as_its_models_names_say(program: Load) -> None:
    """Asked without a gateway, each model shows its own fault, and `fine` none."""
    faults, hearing, upstreams = program("faults"), program("hearing"), program("faulty_upstream")
    heard: dict[str, str] = {}

    async with upstreams.FaultyUpstream() as upstream:

        async def ask(turn: int, model: str) -> None:
            request = ask_of(program, upstream.base_url(model), model, question=upstreams.question(turn))
            try:
                answer = await hearing.hear(request, streamed=True, patience_s=2)
            except ConnectionRefusedError:
                heard[model] = "refused"
            else:
                heard[model] = f"{answer.outcome(streamed=True)} {answer.status}"

        async with asyncio.TaskGroup() as group:
            for turn, model in enumerate(faults.MODELS, 1):
                group.create_task(ask(turn, model))

    assert heard == {
        "fine": "whole, once 200",
        "refused": "refused",
        "error-500": "error 500",
        "error-503": "error 503",
        "silent": "nothing 0",
        "silent-too": "nothing 0",
        "cut": "half, then cut off 200",
        "error-event": "half, then an error 200",
        "ended": "half, ended as if whole 200",
        "stalled": "half, then nothing more 200",
    }


async def test_the_provider_goes_on_where_the_assistant_was_cut(program: Load) -> None:
    """Asked with the beginning of its text as the assistant's words, `fine` says the rest of it, and nothing twice."""
    talk, upstreams, clients = program("talk"), program("faulty_upstream"), program("clients")
    begun = talk.TEXT[:100]
    messages = [{"role": "user", "content": talk.QUESTION}, {"role": "assistant", "content": begun}]
    messages.append({"role": "user", "content": "Go on."})
    body = json.dumps({"model": "fine", "messages": messages, "stream": True}).encode()
    async with upstreams.FaultyUpstream() as upstream:
        port = int(upstream.base_url("fine").removesuffix("/v1").rpartition(":")[2])
        ask = clients.Ask(port, "/v1/chat/completions", body)
        heard = await program("hearing").hear(ask, streamed=True, patience_s=2)
    assert begun + heard.text == talk.TEXT


@pytest.mark.parametrize(
    ("pieces", "more", "outcome"),
    [
        ((0, 300), {}, "whole, once"),
        ((0, 300), {"finish_reasons": []}, "whole, with a bad end"),
        ((0, 300), {"has_error": True}, "whole, with a bad end"),
        ((0, 150), {}, "half, ended as if whole"),
        ((0, 150), {"has_error": True}, "half, then an error"),
        ((0, 150, 120, 300), {}, "words doubled"),
        ((0, 150, 0, 300), {}, "words doubled"),
        ((0, 150, 180, 300), {}, "words lost or changed"),
        ((), {}, "error"),
    ],
)
def test_what_came_is_told_by_its_words_and_its_end(
    program: Load, pieces: tuple[int, ...], more: dict[str, object], outcome: str
) -> None:
    """An answer is whole only with every word once, one reason to end and a good end."""
    hearing, talk = program("hearing"), program("talk")
    texts = [(0.1, talk.TEXT[start:end]) for start, end in zip(pieces[::2], pieces[1::2], strict=True)]
    fields = {"texts": texts, "finish_reasons": ["stop"], "has_end_mark": True, "end": hearing.End.WHOLE, **more}
    assert hearing.Heard(0.0, 200, **fields).outcome(streamed=True) == outcome


def test_a_pause_is_the_longest_wait_since_the_model_broke_off(program: Load) -> None:
    """Held back words that come at once do not hide how long the next model took."""
    heard = program("hearing").Heard(100.0, texts=[(0.1, "a"), (0.5, "b"), (0.9, "held"), (1.7, "next"), (1.8, "end")])
    assert heard.pause_s(100.6) == pytest.approx(0.8)
    assert heard.pause_s(102.0) is None


def test_what_was_not_whole_every_time_has_no_figure(program: Load) -> None:
    """One answer that broke is enough to miss a goal, however soon the others came."""
    report, outcome = program("failover_report"), program("hearing").Outcome

    def trial(gateway: str, fault: str, what: str, first_s: float) -> object:
        return report.Trial(gateway, fault, "stream", what, 200, first_s, first_s, None, 1)

    trials = [
        trial(gateway, fault, what, first_s)
        for gateway, last in (("segue", outcome.WHOLE), ("litellm", outcome.HALF_ERROR))
        for fault, what, first_s in (
            ("fine", outcome.WHOLE, 0.01),
            ("refused", outcome.WHOLE, 0.03),
            ("refused", last, 0.03),
        )
    ]
    rows = report.rows_of(trials)
    assert [(row.fault, row.gateway, row.what()) for row in rows] == [
        ("fine", "segue", "whole, once"),
        ("fine", "litellm", "whole, once"),
        ("refused", "segue", "whole, once"),
        ("refused", "litellm", "1 × whole, once, 1 × half, then an error"),
    ]
    goal = report.goals_of(rows, ["litellm"])[0]
    assert (goal.measured, goal.reached) == (pytest.approx(20.0), True)
    assert str(goal.others["litellm"]) == "nan"


async def test_every_gateway_is_told_the_same_chains(program: Load, tmp_path: Path) -> None:
    """Segue's settings load, and all three name the models of each fault in the same order."""
    contenders, faults = program("contenders"), program("faults")
    async with program("faulty_upstream").FaultyUpstream() as upstream:
        told = {name: each.settings(upstream) for name, each in contenders.CONTENDERS.items()}
    (file := tmp_path / "segue.yaml").write_text(told["segue"], encoding="utf-8")
    routes = load_settings(file, env={}).settings.routes
    fallbacks = {
        first: rest
        for each in yaml.safe_load(told["litellm"])["router_settings"]["fallbacks"]
        for first, rest in each.items()
    }
    configs = [json.loads(line.partition(": ")[2]) for line in told["portkey"].splitlines()]
    for fault, config in zip(faults.FAULTS, configs, strict=True):
        assert [model.partition(":")[2] for model in routes[fault.name].models] == list(fault.models)
        assert [fault.models[0], *fallbacks.get(fault.models[0], [])] == list(fault.models)
        assert [target["override_params"]["model"] for target in config["targets"]] == list(fault.models)


@pytest.mark.slow
def test_a_short_run_tells_what_became_of_every_answer(tmp_path: Path) -> None:
    """A model that fails before its first word costs Segue's caller nothing, and the result says so for every fault."""
    result = tmp_path / "result.json"
    run = subprocess.run(
        (sys.executable, str(BENCHMARKS / "failover.py"), "--quick", "--peers", "segue", "--json", str(result)),
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )
    rows = json.loads(result.read_bytes())["rows"]
    before = {(row["fault"], row["form"]): row["outcomes"] for row in rows if row["pause_s"] is None}
    assert before, run.stderr
    for fault in ("fine", "refused", "error-500", "error-503", "silent"):
        for form in ("stream", "plain"):
            assert list(before[fault, form]) == ["whole, once"]
    assert {row["fault"] for row in rows} >= {"cut", "error-event", "ended", "stalled"}
    assert str(tmp_path) not in result.with_suffix(".md").read_text(encoding="utf-8")
