"""The commands as a person uses them: their own process, real terminal where one is needed."""

import io
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.support.redis_server import RedisServer
from tests.support.story import story

SEGUE = [sys.executable, "-m", "segue.cli"]
PROMPT = "you>"
NO_NOTICE = {"SEGUE__DISCLOSURE__ENABLED": "false"}
"""For answers that are compared word by word."""


@pytest.fixture
def segue(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*words: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*SEGUE, *words],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=150,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "120", **env},
            check=False,
        )

    return run


Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_answer_alone_goes_to_standard_output(segue: Run) -> None:
    """`segue ask` can be piped: standard output holds the answer and nothing else."""
    done = segue("ask", "How deep is the harbour?", "--model", "scripted:echo")
    assert (done.returncode, done.stdout) == (0, "How deep is the harbour?\n")


def test_asking_with_json_tells_everything_measured(segue: Run) -> None:
    """`--json` gives answer, tokens, times, cost and screening in one object. Covers R4.1."""
    told = json.loads(segue("ask", "-", "--model", "scripted:echo", "--json", stdin="Hello.").stdout)
    assert told["text"] == "Hello."
    assert told["model"] == "scripted:echo"
    assert {"input_tokens", "output_tokens", "first_token_s", "duration_s", "cost_usd", "memory_rss_bytes"} < set(told)


def test_an_unknown_model_is_misuse_and_says_what_there_is(segue: Run) -> None:
    """A model that does not exist ends with status 2 and a hint, without a traceback. Covers R2.5."""
    done = segue("ask", "Hello.", "--model", "scripted:ekho")
    assert (done.returncode, done.stdout) == (2, "")
    assert "scripted:echo" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_question_in_several_words_is_misuse_that_says_to_quote_it(segue: Run) -> None:
    """Without quotes the shell hands over several words: the command says so."""
    done = segue("ask", "Good", "evening")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'Quote it: segue ask "…"' in done.stderr


FAR = """\
providers:
  far: {type: openai_compatible, options: {base_url: "http://127.0.0.1:9/v1", models: {big: , small: }}}
fallbacks: {"far:big": ["far:small"]}
"""


def test_when_every_model_failed_programs_and_people_are_told_what_to_do(segue: Run, tmp_path: Path) -> None:
    """With `--json` a failure is one object on standard output; the words for people say why, and what to do once."""
    (tmp_path / "segue.yaml").write_text(FAR)
    done = segue("ask", "Hello.", "--model", "far:big", "--json")
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["code"], error["param"]) == (1, "all_models_failed", None)
    assert [attempt["model"] for attempt in error["attempts"]] == ["far:big", "far:small"]
    refused = "No connection to http://127.0.0.1:9: connection refused"
    told = f"far:big: unreachable ({refused}); far:small: unreachable ({refused}). {error['hint']}"
    assert done.stderr.count(told) == 1
    assert error["hint"].count("Check that it runs and listens there.") == 1


@pytest.mark.parametrize(
    ("words", "param"),
    [
        (("ask", "Hello.", "--model", "scripted:ekho"), "model"),
        (("ask", "Hello.", "--max-tokens", "none"), None),
        (("models", "explain", ""), "text"),
        (("config", "show", "--config", "nowhere.yaml"), None),
    ],
)
def test_misuse_is_told_to_programs(segue: Run, words: tuple[str, ...], param: str | None) -> None:
    """With `--json` a wrong argument or setting is an object as well; words and exit status stay as they are."""
    done, told = segue(*words), segue(*words, "--json")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", told.stderr)
    error = json.loads(told.stdout)["error"]
    assert (told.returncode, error["param"]) == (2, param)
    assert {"code", "message", "hint"} < set(error)


def test_no_model_fits_fails_with_every_reason(segue: Run) -> None:
    """With nothing that can answer, the command fails with what to run. Covers R2.5."""
    done = segue("ask", "Hello.")
    assert done.returncode == 1
    assert "segue chat --yes" in done.stderr


def test_piped_chat_answers_line_by_line(segue: Run) -> None:
    """Without a terminal every line is a turn, and only answers are on standard output."""
    done = segue("chat", "--model", "scripted:echo", stdin="One.\n\nTwo.\n", **NO_NOTICE)
    assert (done.returncode, done.stdout) == (0, "One.\nTwo.\n")


def test_a_slash_begins_a_command_in_a_pipe_as_at_the_terminal(segue: Run) -> None:
    """No model is asked for one, `//` says words that begin with a slash, and what cannot be done ends it."""
    typed = "/help\n/model scripted:echo\n//etc is a folder.\n/retry\n/model nobody:x\nTo nobody.\n"
    done = segue("chat", "--model", "scripted:guide", stdin=typed, **NO_NOTICE)
    assert (done.returncode, done.stdout) == (2, "/etc is a folder.\n/etc is a folder.\n")
    assert "/save FILE" in done.stderr
    assert "nobody:x" in done.stderr


LABELLED = """\
providers:
  stage:
    type: scripted
    options:
      models:
        tale: {text: Once., label: a first tale}
        flaky: {text: Then., label: a second tale, fault: {kind: refused, first_calls: 1}}
fallbacks: {"stage:flaky": ["stage:tale"]}
"""


def test_a_chat_tells_once_that_an_ai_answers(segue: Run) -> None:
    """At the terminal as everywhere: also in a chat that names no session; the next chat tells it anew."""
    for _ in range(2):
        done = segue("chat", "--model", "scripted:echo", stdin="The tide is low.\nThe tide is high.\n")
        assert done.stdout.count("AI") == 1
        assert done.stdout.index("AI") < done.stdout.index("The tide is low.")


def test_piped_chat_tells_a_label_once_and_again_when_the_model_changes(segue: Run, tmp_path: Path) -> None:
    """Who answers is labelled before the first answer and after each change, and whom they stand in for is said."""
    (tmp_path / "segue.yaml").write_text(LABELLED)
    done = segue("chat", "--model", "stage:flaky", stdin="One.\nTwo.\nThree.\n", **NO_NOTICE)
    assert (done.returncode, done.stdout) == (0, "Once.\nThen.\nThen.\n")
    notes = [line for line in done.stderr.splitlines() if line.startswith("[")]
    assert notes == [
        "[stage:tale answers instead of stage:flaky: unreachable (Its script says: refused)]",
        "[stage:tale: a first tale]",
        "[stage:flaky: a second tale]",
    ]


BREAKS = """\
providers:
  stage:
    type: scripted
    options:
      models:
        cut: {text: &tale "TALE", fault: {kind: cut, after_chars: 200}}
        story: {text: *tale}
routes: {tale: {models: ["stage:cut", "stage:story"]}}
"""


@pytest.mark.parametrize("words", [("chat",), ("ask", "One.")])
def test_who_went_on_with_an_answer_is_said_after_it(segue: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """The answer is whole, and whoever sits at the terminal learns that two models wrote it, and why."""
    tale = " ".join(story(sentences=8).split())
    (tmp_path / "segue.yaml").write_text(BREAKS.replace('"TALE"', json.dumps(tale)))
    done = segue(words[0], "--model", "tale", *words[1:], stdin="One.\n", **NO_NOTICE)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tale}\n"
    assert [line for line in done.stderr.splitlines() if line.startswith("[")] == [
        "[stage:story went on where stage:cut broke off: stream_cut]"
    ]


def test_piped_chat_without_a_model_says_what_to_run(segue: Run) -> None:
    """With no model on the machine, a piped chat asks nothing, fetches nothing and says what to run. Covers R1.5."""
    done = segue("chat", stdin="Hello.\n")
    assert "segue chat --yes" in done.stderr
    assert "scripted:guide" in done.stderr


def test_models_are_listed_with_what_is_missing(segue: Run) -> None:
    """One listing shows every model, usable or not, and what is missing. Covers R1.1."""
    models = {row["model"]: row for row in json.loads(segue("models", "list", "--json").stdout)["models"]}
    assert models["scripted:echo"]["status"] == "ready"
    assert "segue chat --yes" in models["local:smollm2"]["missing"]
    assert "not for therapeutic use" in models["local:smollm2"]["label"]
    words = segue("models", "list").stdout
    assert "not for therapeutic use; Its weights" in words


def test_one_model_is_shown_with_what_is_unknown(segue: Run) -> None:
    """What is not known of a model is called unknown."""
    done = segue("models", "show", "scripted:echo")
    assert done.returncode == 0
    assert done.stdout.startswith("model ")
    assert re.search(r"context_tokens +unknown", done.stdout)
    assert re.search(r"missing +-", done.stdout)


def test_a_choice_is_explained(segue: Run) -> None:
    """Each model's scores and each rejection have their reasons. Covers R2.2."""
    done = segue(
        "models", "explain", "--model", "scripted:echo", "--task", "world_building", "A harbour town.", "--json"
    )
    told = json.loads(done.stdout)
    assert told["task"]["task"] == "world_building"
    assert told["ranked"][0]["model"] == "scripted:echo"
    assert all(score["because"] for score in told["ranked"][0]["scores"])
    assert all(reason["hint"] for left_out in told["rejected"] for reason in left_out["reasons"])


def test_the_doctor_finds_nothing_wrong_on_a_bare_machine(segue: Run) -> None:
    """On a machine with nothing configured the doctor says what is missing and what to do, and nothing is wrong."""
    done = segue("doctor", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, told["ok"]) == (0, True)
    assert "not clinically reviewed" in done.stdout
    (folders,) = [check for check in told["checks"] if check["what"] == "models on this machine (safetensors)"]
    assert folders["state"] == "ok" or folders["do"] == "pip install 'segue[local]'"
    assert all(check["do"] for check in told["checks"] if check["state"] == "missing" and "model" in check["what"])


def test_the_doctor_tells_once_what_a_model_lacks(segue: Run) -> None:
    """That weights are missing stands with the model, and not with its provider as well."""
    done = segue("doctor")
    assert done.stdout.count("Its weights are not on this machine yet") == 1
    assert "Exit status 1 means" in segue("doctor", "--help").stdout


def test_the_doctor_tells_of_the_shared_cache(segue: Run, own_redis: RedisServer) -> None:
    """Whether it answers is told within a second, and its address without the password."""
    assert "ok       cache: this process keeps it for itself" in segue("doctor").stdout
    url = own_redis.url()
    assert "ok       cache: shared with other replicas, and it answers" in segue("doctor", SEGUE__CACHE__URL=url).stdout
    own_redis.kill()
    done = segue("doctor", SEGUE__CACHE__URL=url)
    assert done.returncode == 0
    assert f"missing  cache: The cache redis://127.0.0.1:{own_redis.port}/3 is away." in done.stdout
    assert "planted" not in done.stdout + done.stderr


def test_the_doctor_and_the_gateway_say_what_nobody_has_checked(segue: Run) -> None:
    """Words that no clinician has signed, helplines that are not shown, and that nobody decided who may answer."""
    told = segue("doctor").stdout
    assert re.search(r"note     written replies: (\d+) of \1 are not clinically reviewed", told)
    assert re.search(r"note     helplines: \d+ of \d+ are stale or unverified and not shown", told)
    assert "segue safety helplines verify --stale" in told
    assert "note     therapeutic turns: any model may answer them, guarded" in told


def test_helplines_are_listed_with_whether_they_are_shown(segue: Run) -> None:
    """By country and kind; what was never verified is told apart."""
    told = json.loads(segue("safety", "helplines", "list", "--country", "es", "--kind", "suicide", "--json").stdout)
    (only,) = told["helplines"]
    assert (only["country"], only["call"], only["shown"]) == ("ES", ["024"], False)
    assert only["not_shown_because"] == "nobody has verified it"
    assert "Samaritans" in segue("safety", "helplines", "list", "--country", "GB").stdout
    wrong = segue("safety", "helplines", "list", "--country", "UK")
    assert (wrong.returncode, "Did you mean 'GB'?" in wrong.stderr) == (2, True)


def test_stale_helplines_end_with_status_1_and_say_what_to_do(segue: Run, tmp_path: Path) -> None:
    """A cron job that asks for stale records is told of them, with where to check each."""
    done = segue("safety", "helplines", "verify", "--stale")
    assert done.returncode == 1
    assert "missing  ES Línea 024 (suicide): not shown: nobody has verified it" in done.stdout
    assert "-> Check it against https://www.sanidad.gob.es/linea024/, then write it" in done.stdout
    told = json.loads(segue("safety", "helplines", "verify", "--country", "es", "--json").stdout)
    assert told["not_shown"] == sum(not record["shown"] for record in told["helplines"]) > 0
    assert {record["country"] for record in told["helplines"]} == {"ES", "*"}, "what people there would need"
    assert segue("safety", "helplines", "verify").returncode == 0


def test_a_wrong_file_of_helplines_is_told_with_its_field(segue: Run, tmp_path: Path) -> None:
    """Before anybody needs it: by the command, by the doctor and at start."""
    (tmp_path / "own.toml").write_text('version = "1"\n[[helplines]]\ncountry = "UK"\n', encoding="utf-8")
    (tmp_path / "segue.yaml").write_text("safety: {helplines_file: own.toml}\n", encoding="utf-8")
    for words in (("safety", "helplines", "verify"), ("ask", "Hello.")):
        done = segue(*words)
        assert done.returncode == 2
        assert "own.toml:helplines[0].country: There is no such country. Did you mean 'GB'?" in done.stderr
    assert "WRONG    start:" in segue("doctor").stdout


def test_models_for_therapeutic_turns_are_configured_with_who_decided_and_when(segue: Run, tmp_path: Path) -> None:
    """A decision without a name or a day is none, and one for a model that is not there is told with its line."""
    file = tmp_path / "segue.yaml"
    file.write_text(
        "safety:\n  allowed_for_therapeutic:\n"
        "    - {model: 'scripted:echo', decided_by: Dr. Sample, decided_at: 2026-06-01}\n"
    )
    told = segue("doctor").stdout
    assert "note     therapeutic turns: only models of which somebody has decided it: scripted:echo; auto asks" in told
    file.write_text(file.read_text().replace("scripted:echo", "local:smollm2"))
    told = segue("doctor").stdout
    assert "ok       therapeutic turns: only models of which somebody has decided it: local:smollm2" in told
    file.write_text("safety:\n  allowed_for_therapeutic:\n    - {model: 'scripted:echo'}\n")
    missing = segue("config", "validate").stderr
    assert "decided_by" in missing
    assert "decided_at" in missing
    file.write_text(
        "safety:\n  allowed_for_therapeutic:\n    - {model: 'nowhere:x', decided_by: A, decided_at: 2026-06-01}\n"
    )
    assert "segue.yaml:3:safety.allowed_for_therapeutic.0.model" in segue("config", "validate").stderr


def test_the_doctor_names_a_wrong_setting(segue: Run, tmp_path: Path) -> None:
    """A wrong file is a finding of the doctor's, with its line."""
    (tmp_path / "segue.yaml").write_text("server:\n  prt: 1\n")
    done = segue("doctor")
    assert done.returncode == 1
    assert "segue.yaml:2:server.prt" in done.stdout


def test_settings_are_written_checked_and_shown(segue: Run, tmp_path: Path) -> None:
    """`config init`, `validate` and `show` agree; a file that is there is not replaced."""
    assert segue("config", "init").returncode == 0
    assert stat.S_IMODE((tmp_path / "segue.yaml").stat().st_mode) == 0o600
    assert segue("config", "init").returncode == 2
    assert json.loads(segue("config", "validate", "--json").stdout)["valid"] is True
    told = json.loads(segue("config", "show", "--json", SEGUE__SERVER__PORT="9100").stdout)
    assert told["server.port"] == {"value": 9100, "source": "$SEGUE__SERVER__PORT"}


def test_options_of_a_provider_are_checked_with_their_line(segue: Run, tmp_path: Path) -> None:
    """A wrong option of a provider is refused with file, line and key, and status 2. Covers R6.5."""
    (tmp_path / "segue.yaml").write_text(
        "providers:\n  mine:\n    type: openai_compatible\n    options:\n      base_ur: http://127.0.0.1:9/v1\n"
    )
    done = segue("config", "validate")
    assert done.returncode == 2
    assert "segue.yaml:5:providers.mine.options.base_ur" in done.stderr
    assert "Did you mean 'base_url'?" in done.stderr


WRONG_NAMES = """\
providers:
  stage: {type: scripted, options: {models: {tale: {text: Once.}}}}
  far: {type: openai_compatible, options: {base_url: "http://127.0.0.1:9/v1", models: {big: , small: }}}
  local: {type: local}
routes:
  story:
    models: ["stage:tale", "stage:tail"]
fallbacks:
  "far:big":
    - "local:smollm"
    - "far:huge"
"""


def test_names_of_models_that_no_provider_has_are_told_with_their_lines(segue: Run, tmp_path: Path) -> None:
    """A route or fallback to a model that is not there is an error at start, with what was probably meant.
    Covers R6.5."""
    (tmp_path / "segue.yaml").write_text(WRONG_NAMES)
    done = segue("config", "validate")
    assert done.returncode == 2
    for place, hint in {
        "segue.yaml:7:routes.story.models.1": "Did you mean 'stage:tale'?",
        "segue.yaml:10:fallbacks.far:big.0": "Did you mean 'local:smollm2'?",
        "segue.yaml:11:fallbacks.far:big.1": "It has: big, small.",
    }.items():
        assert re.search(f"{re.escape(place)}: .*{re.escape(hint)}", done.stderr)


def test_the_doctor_tells_of_names_of_models_that_no_provider_has(segue: Run, tmp_path: Path) -> None:
    """The doctor finds a wrong name as well, with its line and what to do."""
    (tmp_path / "segue.yaml").write_text(WRONG_NAMES)
    done = segue("doctor")
    assert done.returncode == 1
    assert "segue.yaml:7:routes.story.models.1" in done.stdout
    assert "segue config validate" in done.stdout


class Terminal:
    """A chat in a pseudo-terminal."""

    def __init__(self, folder: Path, *words: str) -> None:
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "segue.cli", "chat", *words],
            cwd=str(folder),
            env={**os.environ, "TERM": "xterm", "NO_COLOR": "1", "PROMPT_TOOLKIT_NO_CPR": "1"},
            encoding="utf-8",
            timeout=150,
            dimensions=(40, 120),
        )

    def say(self, line: str) -> None:
        self.child.expect_exact(PROMPT)
        self.child.send(f"{line}\r")

    def sees(self, text: str) -> None:
        self.child.expect_exact(text)

    def ends(self) -> int | None:
        self.child.expect(pexpect.EOF)
        self.child.close()
        status: int | None = self.child.exitstatus
        return status


def test_a_conversation_at_the_terminal(tmp_path: Path) -> None:
    """A person talks, asks why, asks again, changes the model, and leaves with Ctrl-D."""
    terminal = Terminal(tmp_path, "--model", "scripted:echo")
    terminal.say("The tide is low.")
    terminal.sees("The tide is low.")
    terminal.say("/why")
    terminal.sees("Asked scripted:echo: answered")
    terminal.say("/retry")
    terminal.sees("The tide is low.")
    terminal.say("/model nobody:x")
    terminal.sees("nobody")
    terminal.say("/model scripted:guide")
    terminal.sees("Model: scripted:guide")
    terminal.say("/nonsense")
    terminal.sees("/help lists what there is")
    terminal.child.expect_exact(PROMPT)
    terminal.child.sendeof()
    assert terminal.ends() == 0


def test_a_question_that_failed_is_explained_and_asked_again(tmp_path: Path) -> None:
    """Where nobody answered `/why` tells who was asked, and `/retry` asks that question, not the one before it."""
    (tmp_path / "segue.yaml").write_text(
        "providers:\n  stage:\n    type: scripted\n    options:\n      models:\n"
        "        well: {text: Once.}\n        moody: {text: Then., fault: {kind: content_refused, first_calls: 1}}\n"
        "disclosure: {enabled: false}\n"
    )
    terminal = Terminal(tmp_path, "--model", "stage:well")
    terminal.say("/why")
    terminal.sees("Nothing was asked yet.")
    terminal.say("One.")
    terminal.sees("Once.")
    terminal.say("/model stage:moody")
    terminal.say("Two.")
    terminal.sees("content_refused")
    terminal.say("/why")
    terminal.sees("Asked stage:moody: content_refused")
    terminal.say("/retry")
    terminal.sees("Then.")
    terminal.say("/save talk.txt")
    terminal.sees("[y/N]")
    terminal.child.send("y\r")
    terminal.sees("Saved to talk.txt.")
    terminal.say("/quit")
    assert terminal.ends() == 0
    assert (tmp_path / "talk.txt").read_text() == "You:\nOne.\n\nSegue:\nOnce.\n\nYou:\nTwo.\n\nSegue:\nThen.\n\n"


def test_a_label_is_told_anew_after_a_change_of_model(tmp_path: Path) -> None:
    """At the terminal the label comes with the first answer, and again only when another model answers."""
    terminal = Terminal(tmp_path, "--model", "scripted:echo")
    shown = terminal.child.logfile_read = io.StringIO()
    terminal.say("One.")
    terminal.sees("[scripted:echo:")
    terminal.say("Two.")
    for name in ("guide", "echo"):
        terminal.say(f"/model scripted:{name}")
        terminal.sees(f"Model: scripted:{name}")
        terminal.say("Three.")
        terminal.sees(f"[scripted:{name}:")
    terminal.say("/quit")
    assert terminal.ends() == 0
    assert re.findall(r"\[scripted:(\w+):", shown.getvalue()) == ["echo", "guide", "echo"]


def test_ctrl_c_stops_the_answer_and_not_the_program(tmp_path: Path) -> None:
    """Ctrl-C during an answer ends that answer only; what was shown stays part of the conversation."""
    counting = " ".join(f"number{place}" for place in range(200))
    (tmp_path / "segue.yaml").write_text(
        "providers:\n  slow:\n    type: scripted\n    options:\n      models:\n"
        f"        says: {{text: '{counting}', gap_s: 0.05}}\n"
    )
    terminal = Terminal(tmp_path, "--model", "slow:says")
    terminal.say("Count.")
    terminal.sees("number0 ")
    terminal.child.sendintr()
    terminal.sees("[stopped]")
    terminal.say("/quit")
    assert terminal.ends() == 0


def test_a_conversation_is_saved_only_after_a_yes_and_only_for_its_owner(tmp_path: Path) -> None:
    """`/save` asks first; the file can be read by its owner only."""
    terminal = Terminal(tmp_path, "--model", "scripted:echo")
    terminal.say("The tide is low.")
    terminal.sees("[scripted:echo")
    terminal.say("/save talk.txt")
    terminal.sees("[y/N]")
    terminal.child.send("n\r")
    terminal.sees("Not saved.")
    terminal.say("/save talk.txt")
    terminal.sees("[y/N]")
    terminal.child.send("y\r")
    terminal.sees("Saved to")
    terminal.say("/quit")
    assert terminal.ends() == 0
    assert "The tide is low." in (tmp_path / "talk.txt").read_text()
    assert stat.S_IMODE((tmp_path / "talk.txt").stat().st_mode) == 0o600


def test_a_bare_chat_asks_once_before_it_fetches(tmp_path: Path) -> None:
    """On a terminal with no model, the person is asked once, with the size; after a no, the chat still works."""
    terminal = Terminal(tmp_path)
    terminal.sees("[Y/n]")
    terminal.child.send("n\n")
    terminal.sees("scripted:guide")
    terminal.say("/quit")
    assert terminal.ends() == 0
