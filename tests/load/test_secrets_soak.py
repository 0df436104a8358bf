"""Generated secrets go everywhere that takes one, every error is provoked, and none is found in anything that is left.

At full size 10,000 in process and 100 through the real commands, HTTP, YAML and the environment (`make soak`); an
ordinary test run does a fiftieth of them with the same code. Covers R7.2.
"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import random
import string
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import aiohttp
import pytest

import segue
from segue.app import ModelManager
from segue.config.key_export import ExportedKey, exported, imported
from segue.config.load import Loaded, load_settings
from segue.config.provider_keys import ProviderKeys
from segue.config.settings import LogSettings, Settings
from segue.config.shown import shown
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState, is_key_form
from segue.errors import ConfigError, SealBroken, SegueError
from segue.observe.logs import configure_logs, told_error
from segue.providers.keyed import KeyedProvider, Lane
from tests.support.canary import files_of, traces
from tests.support.doorkeeper import Doorkeeper
from tests.support.product import serving_command
from tests.support.raising_serve import PROGRAM

pytestmark = [pytest.mark.slow, pytest.mark.timeout(0)]
IN_PROCESS, BY_COMMAND = 10_000, 100
"""Secrets of a soak at full size."""
BATCH = 25
"""Secrets that one manager gets; each is a key of its own."""
SEED = 20_261_126
PATH = os.pathsep.join((str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")))
UNCHECKED = KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "It was not tried.")
STATUSES = (200, 401, 402, 403, 429, 500)
_LETTERS = string.ascii_letters + string.digits
SHAPES = (
    ("sk-", _LETTERS, 48),
    ("sk-or-v1-", "0123456789abcdef", 64),
    ("gsk_", _LETTERS, 52),
    ("AIza", _LETTERS + "-_", 35),
    ("", "0123456789abcdef", 32),
    ("", _LETTERS + "+/", 43),
    ("eyJ", _LETTERS + "-_.", 120),
    ("", "".join(map(chr, range(33, 127))), 30),
    ("", string.ascii_lowercase, 24),
)
"""How keys begin, of which letters they are, and how many follow: some that no pattern would know for a key."""


def secrets_of(count: int, *, seed: int = SEED) -> list[str]:
    """So many secrets, the same ones every time."""
    dice = random.Random(seed)
    shapes = (SHAPES[number % len(SHAPES)] for number in range(count))
    made = [begins + "".join(dice.choices(letters, k=length)) for begins, letters, length in shapes]
    assert all(map(is_key_form, made))
    return made


def parts_of(secrets: Sequence[str]) -> Iterator[str]:
    """What must not be found: each secret, and its last letters, which people like to show."""
    for secret in secrets:
        yield secret
        yield secret[-12:]


@contextmanager
def debug_logs() -> Iterator[io.StringIO]:
    """Everything that is logged, at the most talkative level."""
    stream = io.StringIO()
    configure_logs(LogSettings(level="debug"), stream=stream)
    try:
        yield stream
    finally:
        configure_logs(LogSettings(), stream=sys.stderr)
        logging.getLogger().handlers.clear()


async def left_by(folder: Path, secrets: Sequence[str], log: io.StringIO) -> dict[str, bytes]:
    """Use each secret as a key and in the settings, provoke what goes wrong, and keep all that is told and left."""
    dice = random.Random(secrets[0])
    sinks: dict[str, list[str]] = {"errors": [], "reprs": [], "told": []}

    def failed(error: BaseException) -> None:
        sinks["errors"] += [str(error), repr(error), *traceback.format_exception(error), *told_error(error)]
        logging.getLogger("segue.test").error("It failed: %s", error, exc_info=error)

    sinks["errors"] += wrong_settings(folder, secrets[0])
    async with Doorkeeper({secret: dice.choice(STATUSES) for secret in secrets}) as door:
        door.quotes = True
        settings = settings_with(door.base_url, secrets[0])
        async with segue.open(settings, home=folder / "home") as models:
            await use_all(models, secrets, failed)
            sinks["reprs"] += [repr(value) for value in (settings, *vars(models).values(), *lanes_of(models))]
            sinks["told"] += [models.metrics().decode(), repr(await models.health()), repr(models.providers_health())]
            sinks["told"] += [repr(models.keys.states()), repr(models.cards())]
            sinks["told"] += [check for lane in lanes_of(models) for check in (repr(await lane.provider.check_key()),)]
            for door_status in STATUSES[1:]:
                door.says = dict.fromkeys(secrets, door_status)
                models.reset_breakers()
                await ask_all(models, failed)
            sinks["reprs"] += [repr(value) for value in (*models.broadcast.__dict__.values(), models.breakers.states())]
            asked = door.asked.keys() & set(secrets)
            assert len(asked) > len(secrets) // 2, "the keys were used"
    sinks["told"] += [repr(row) for row in shown(Loaded(settings, None))]
    sinks["errors"] += exporting(folder, secrets)
    told = {name: "\n".join(lines).encode() for name, lines in sinks.items()}
    return told | files_of(folder) | {"log": log.getvalue().encode()}


def settings_with(base_url: str, secret: str) -> Settings:
    """Providers whose keys are in the vault, in the settings, and at an address that nobody answers."""
    up = {"base_url": base_url, "models": {"well": {}}}
    away = {"base_url": "http://127.0.0.1:9/v1", "models": {"well": {}}}
    return Settings.model_validate(
        {
            "providers": {
                "up": {"type": "openai_compatible", "options": up},
                "named": {"type": "openai_compatible", "key": secret, "options": up},
                "away": {"type": "openai_compatible", "key": secret, "options": away},
            },
            "safety": {"classifier": "off"},
            "storage": {"deadline_s": 300},
            "vault": {"keyring": False, "passphrase": None},
            "fallback": {"emergency": "never"},
        }
    )


async def use_all(models: ModelManager, secrets: Sequence[str], failed: object) -> None:
    """Every secret as a key of its own, used once at least."""
    keys = ProviderKeys(models.journal, models.vault)
    for number, secret in enumerate(secrets):
        await keys.put("up", f"label-{number}", secret, UNCHECKED)
    await models.keys.load()
    for _ in secrets:
        await ask_all(models, failed)
        models.reset_breakers()


async def ask_all(models: ModelManager, failed: object) -> None:
    assert callable(failed)
    for name in ("up", "named", "away"):
        try:
            await models.ask("Hello.", model=f"{name}:well", strict=True)
        except SegueError as error:
            failed(error)


def lanes_of(models: ModelManager) -> list[Lane]:
    providers = models._providers.values()
    return [lane for one in providers if isinstance(one, KeyedProvider) for lane in one.lanes]


def wrong_settings(folder: Path, secret: str) -> Iterator[str]:
    """What is said of settings that hold a secret and are wrong, each at another place."""
    quoted = json.dumps(secret)
    for text in (
        f"providers: {{up: {{type: openai_compatible, key: {quoted}, keys: {quoted}}}}}",
        f"providers: {{up: {{type: [1], key: {quoted}}}}}",
        f"providers: {{up: {{type: openai_compatible, key: [{quoted}]}}}}",
        f"providers: {{up: {{type: openai_compatible, key: {quoted}, key_file: /nowhere}}}}",
        f"vault: {{passphrase: [{quoted}], keyring: {quoted}}}",
        f"cache: {{url: {quoted}, deadline_s: {quoted}}}",
        f"providers: {{up: {quoted}}}",
        f"key: {quoted}\n  bad",
    ):
        file = folder.parent / f"{folder.name}.yaml"  # no sink: whoever writes a key into a file has it there
        file.write_text(text)
        with pytest.raises(ConfigError) as told:
            load_settings(file, env={"SEGUE_HOME": str(folder)})
        yield from (str(told.value), repr(told.value), *told_error(told.value))


def exporting(folder: Path, secrets: Sequence[str]) -> list[str]:
    """An exported file is a sink; opened by another passphrase, so is the error."""
    file = exported([ExportedKey("up", "main", secret) for secret in secrets], secrets[0])
    (folder / "exported").write_bytes(file)
    with pytest.raises(SealBroken) as told:
        imported(file, secrets[0] + "x")
    return [str(told.value), *traceback.format_exception(told.value), repr(imported(file, secrets[0]))]


async def test_no_secret_is_found_in_anything_that_is_left_in_process(tmp_path: Path, soak_scale: float) -> None:
    """Logs, errors, tracebacks, reprs, metrics, health, the database and an exported file."""
    secrets = secrets_of(round(IN_PROCESS * soak_scale))
    for begin in range(0, len(secrets), BATCH):
        batch, folder = secrets[begin : begin + BATCH], tmp_path / f"batch-{begin}"
        folder.mkdir()
        with debug_logs() as log:
            sinks = await left_by(folder, batch, log)
        assert {"log", "errors", "reprs", "told", "home/segue.db", "exported"} <= sinks.keys()
        assert len(sinks["errors"]) > 10_000
        assert b"It failed" in sinks["log"]
        assert traces(sinks, also=parts_of(batch)) == {}


@pytest.mark.parametrize("place", ["log", "file", "error", "database"])
async def test_a_planted_secret_is_found(place: str, tmp_path: Path) -> None:
    """The search would have found one: in a log, a file, an error and the database, whole or by its end."""
    (secret,) = secrets_of(1)
    sinks = {"log": b"", "errors": b""}
    if place == "log":
        with debug_logs() as log:
            logging.getLogger("segue.test").warning("It is %s", "".join((*secret[-14:], "…")))
            sinks["log"] = log.getvalue().encode()
    elif place == "error":
        sinks["errors"] = repr(ConfigError(f"The key {secret} is wrong.")).encode()
    elif place == "file":
        (tmp_path / "core").write_bytes(b"\0" * 9 + secret.encode().hex().encode())
    else:
        async with segue.open(settings_with("http://127.0.0.1:9/v1", secret), home=tmp_path) as models:
            kept = await ProviderKeys(models.journal, models.vault).put("up", "main", secret, UNCHECKED)
            await models.journal.reseal_provider_key(kept, secret.encode())
    assert traces(sinks | files_of(tmp_path), also=parts_of([secret])) != {}


async def test_no_secret_is_found_in_anything_that_commands_leave(tmp_path: Path, soak_scale: float) -> None:
    """Standard output, standard error, answers over HTTP, logs and files: by the commands, a gateway, YAML and the
    environment, with a provider that refuses and quotes, a command that is misused, and a crash."""
    for number, secret in enumerate(secrets_of(max(1, round(BY_COMMAND * soak_scale)), seed=SEED + 1)):
        folder = tmp_path / f"one-{number}"
        (folder / "home").mkdir(parents=True)
        sinks = await left_by_commands(folder, secret)
        assert len(sinks) > 20
        assert traces(sinks, also=parts_of([secret])) == {}


async def left_by_commands(folder: Path, secret: str) -> dict[str, bytes]:
    sinks: dict[str, bytes] = {}
    env = {"SEGUE_HOME": str(folder / "home"), "PYTHONPATH": PATH, "PYTHONFAULTHANDLER": "1"}
    file = folder.parent / f"{folder.name}.yaml"

    async def command(*words: str, given: str = "", **more: str) -> None:
        process = await asyncio.create_subprocess_exec(
            *PROGRAM, *words, cwd=folder, env={**os.environ, **env, **more},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        output, errors = await process.communicate(f"{given}\n".encode())
        name = f"{len(sinks)} {words}"
        sinks[f"{name} stdout"], sinks[f"{name} stderr"] = output, errors

    async with Doorkeeper({secret: 401}) as door:
        door.quotes = True
        config = ("--config", str(file))
        file.write_text(json.dumps(written(door.base_url)))
        await command("keys", "set", "up", *config, given=secret)
        await command("keys", "set", "up", *config, given=f"{secret} {secret}")
        await command("keys", "set", "up", "--no-verify", *config, given=secret)
        await command("keys", "test", "--json", *config)
        await command("keys", "rotate", "up", *config, given=secret)
        await command("keys", "export", "exported", *config, given=secret)
        await command("keys", "import", "exported", *config, given=secret[:-1])
        await command("ask", "Hello.", "--model", "up:well", "--json", *config)
        await command("ask", "Hello.", "--model", "scripted:x", SEGUE_TEST_CRASH="1", MY_KEY=secret)
        await command("config", "show", "--json", *config, SEGUE__PROVIDERS__UP__KEY=secret)
        await command("doctor", *config, SEGUE_MASTER_KEY=secret)
        await command("keys", "rotate-master", *config, given=secret)
        await over_http(folder, secret, sinks, env | {"SEGUE_MASTER_KEY": ""}, config)
        file.write_text(json.dumps(written(door.base_url, key=secret, keys=secret)))
        await command("config", "validate", "--json", *config)
        file.write_text(json.dumps(written(door.base_url, key="${MY_KEY}")))
        await command("ask", "Hello.", "--model", "up:well", *config, MY_KEY=secret)
        await command("config", "show", *config, MY_KEY=secret)
    return sinks | files_of(folder)


def written(base_url: str, **more: str) -> Mapping[str, object]:
    options = {"base_url": base_url, "models": {"well": {}}}
    return {
        "providers": {"up": {"type": "openai_compatible", "options": options, **more}},
        "vault": {"keyring": False},
        "safety": {"classifier": "off"},
        "log": {"level": "debug"},
    }


async def over_http(
    folder: Path, secret: str, sinks: dict[str, bytes], env: Mapping[str, str], config: Sequence[str]
) -> None:
    """The secret as a caller's key, in every way that a caller may send one, and as the provider's key."""
    log = folder / "log"
    with serving_command(*config, program=PROGRAM, env=env, log_file=log) as gateway:
        body = {"model": "up:well", "messages": [{"role": "user", "content": "Hello."}]}
        async with aiohttp.ClientSession(f"http://127.0.0.1:{gateway.port}") as client:
            for path in ("/v1/chat/completions", "/v1/admin/health", f"/v1/{secret[-12:].encode().hex()}"):
                for headers in ({"authorization": f"Bearer {secret}"}, {"x-api-key": secret}, {}):
                    async with client.post(path, json=body, headers=headers) as response:
                        sinks[f"{path} {list(headers)}"] = repr(response.headers).encode() + await response.read()
            async with client.get("/metrics") as response:
                sinks["metrics"] = await response.read()
