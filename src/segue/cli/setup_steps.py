"""What carrying out a setup takes: the plan with its changes, and its steps, so that nothing is left half done.

First what can fail without a trace (the key is asked about, weights are fetched), then the key goes into the vault,
then the settings file is changed in one step, then a real question is asked.
"""

from __future__ import annotations

import shlex
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from segue.catalog.setup import Setup
    from segue.catalog.surroundings import FoundKey
    from segue.config.edit import Set
    from segue.config.load import Loaded
    from segue.domain.provider_keys import KeyCheck
    from segue.errors import SegueError
    from segue.pipeline.turn.reply import Reply

QUESTION = "Hello. In one short sentence: what can you help me with?"
ANSWER_TOKENS = 200
"""Enough for a sentence, also of a model that thinks a little first."""
DEMONSTRATION_TOKENS = 40
"""Enough of the demonstration model, which may find no end."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be done."""

    setup: Setup
    file: Path
    changes: tuple[Set, ...]
    """What is added to the settings file; nothing where all of it stands there already."""
    wanted: Mapping[str, object]
    """What the settings file shall say, of which these changes are what it lacks."""
    diff: str
    command: str
    """Carries this plan out, without a question."""
    vaulted: Mapping[str, FoundKey] = field(default_factory=dict)
    """Keys that go from their variables into the vault, by provider."""
    kept: Mapping[str, FoundKey] = field(default_factory=dict)
    """Those of which the vault's key is used, by provider: it was kept for that name, maybe long ago."""
    config: Path | None = None
    """The file that was named, which later commands have to be told as well."""

    @property
    def lacks(self) -> str | None:
        """What has to be done first."""
        return self.setup.lacks

    def check_fits(self, now: Mapping[str, object]) -> None:
        """Raises ConfigError where the file, as it is now, lacks something else than it did."""
        from segue.config.additions import lacking
        from segue.errors import ConfigError

        if lacking(now, self.wanted) != self.changes:
            raise ConfigError(
                "Somebody else changed the file meanwhile. Nothing was written.",
                file=self.file,
                hint="Look at it, then run `segue setup` again: it tells what it would add now.",
            )

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables of keys that are nowhere else."""
        return tuple(key.variable for key in self.setup.keys.values() if key.variable and not key.is_elsewhere)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it."""

    changed: bool
    """Whether the settings file was changed; False: everything stood there."""
    checks: Mapping[str, KeyCheck] = field(default_factory=dict)
    """What was said of each key, by provider."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Fingerprints of the keys that went into the vault, by provider."""
    reply: Reply | None = None
    failure: SegueError | None = None
    """Why the question was not answered."""


def without_missing_file(config: Path) -> Loaded:
    """The settings where the named file is yet to be written: those of the environment."""
    import tempfile
    from pathlib import Path

    from segue.cli.options import settings

    with tempfile.TemporaryDirectory(prefix="segue-setup-") as folder:
        empty = Path(folder) / config.name
        empty.touch()
        return replace(settings(empty, quiet=True), file=None)


async def kept_in_words(loaded: Loaded) -> dict[str, str]:
    """What people see of the vault's keys, by provider; nothing where there is no store yet."""
    from segue.cli.keys import opened_keys
    from segue.config.home import segue_home

    if not (loaded.settings.storage.url or (segue_home() / "segue.db").exists()):
        return {}
    found: dict[str, list[str]] = {}
    async with opened_keys(loaded) as keys:
        for key in await keys.kept():
            words = f"{key.label} ({key.fingerprint}, kept on {key.added_at:%Y-%m-%d})"
            found.setdefault(key.provider, []).append(words)
    return {provider: ", ".join(words) for provider, words in found.items()}


def origins_of(servers: Sequence[str]) -> tuple[str, ...]:
    """Addresses on this machine to ask for a server. Raises RequestError for others."""
    from segue.domain.addresses import is_loopback_name
    from segue.errors import RequestError

    found = []
    for server in servers:
        parts = urlsplit(server)
        if parts.scheme not in ("http", "https") or not parts.hostname or not is_loopback_name(parts.hostname):
            hint = "As http://127.0.0.1:9000; for servers elsewhere: segue providers add NAME --url …"
            raise RequestError(f"'{server[:60]}' is no address on this machine.", param="server", hint=hint)
        found.append(f"{parts.scheme}://{parts.netloc}")
    return tuple(found)


def plan_of(
    setup: Setup,
    config: Path | None,
    *,
    servers: Sequence[str],
    keys: Literal["environment", "vault"] | None,
) -> Plan:
    """What has to be changed so that a setup is in force. Raises ConfigError for a file that cannot be changed."""
    from segue.config.additions import additions, as_diff
    from segue.config.edit import file_to_edit

    file = file_to_edit(config)
    vaulted = {
        name: key for name, key in setup.keys.items() if keys == "vault" and key.variable and not key.is_elsewhere
    }
    kept = {name: key for name, key in setup.keys.items() if _uses_kept(key, keys)}
    wanted = _wanted(setup, {*vaulted, *kept})
    changes = additions(file, wanted)
    command = _command(setup, config, servers, keys)
    return Plan(setup, file, changes, wanted, as_diff(file, changes), command, vaulted, kept, config)


def _uses_kept(key: FoundKey, keys: Literal["environment", "vault"] | None) -> bool:
    """Whether the vault's key will be used: what the settings name comes first, and so does what was asked for."""
    return key.is_kept and not key.is_configured and not (keys == "environment" and key.variable)


def _wanted(setup: Setup, in_vault: Collection[str]) -> dict[str, object]:
    """What the settings file shall say. A key is named by its variable unless the vault has it or gets it."""
    providers: dict[str, object] = {}
    for name, entry in setup.providers.items():
        key = setup.keys.get(name)
        named = key is not None and key.variable and not key.is_configured and name not in in_vault
        words = {"key": f"${{{key.variable}}}"} if key is not None and named else {}
        kind, *rest = entry.items()
        providers[name] = dict((kind, *words.items(), *rest))
    return {"providers": providers, **({"selection": {"weights": dict(setup.weights)}} if setup.weights else {})}


def _command(setup: Setup, config: Path | None, servers: Sequence[str], keys: str | None) -> str:
    words = ["segue", "setup", "--choose", setup.name]
    for server in servers:
        words += ["--server", server]
    words += ["--keys", keys] if keys else []
    words += ["--config", str(config)] if config else []
    return shlex.join([*words, "--yes"])


async def carry_out(plan: Plan, loaded: Loaded) -> Done:
    """Do it. Raises SegueError where it cannot be done; then the settings are as they were."""
    import asyncio

    from segue.app import open as open_models
    from segue.config.edit import change
    from segue.errors import PartMissing, SegueError

    if plan.lacks is not None:
        raise PartMissing("This setup cannot be carried out yet.", hint=plan.lacks)
    checks = await _checked(plan, loaded)
    if plan.setup.fetches:
        await asyncio.to_thread(_fetch)
    kept = await _kept(plan, loaded, checks)
    try:
        fits = plan.check_fits
        now = change(plan.file, plan.changes, only_if=fits, check=open_models) if plan.changes else loaded
    except SegueError:
        await _forget(plan, loaded)  # whoever has that name in the file now must not get the key
        raise
    done = Done(bool(plan.changes), checks, kept)
    try:
        return replace(done, reply=await _ask(plan, now))
    except SegueError as error:
        return replace(done, failure=error)


def _fetch() -> None:
    from segue.cli.demonstration import fetch_showing_progress
    from segue.config.home import make_home, segue_home

    fetch_showing_progress(make_home(segue_home()))


async def _checked(plan: Plan, loaded: Loaded) -> dict[str, KeyCheck]:
    """Ask about each key that is not in the vault. Raises KeyNotKept for one that is not taken."""
    from segue.catalog.providers import provider_with_key
    from segue.config.key_variables import key_in
    from segue.domain.provider_keys import KeyState
    from segue.errors import KeyNotKept

    checks = {}
    for name, key in plan.setup.keys.items():
        there = loaded.settings.providers.get(name)
        secret = there.key.get_secret_value() if there and there.key else key_in(key.variable or "")
        if name in plan.kept or not secret:
            continue
        async with provider_with_key(_with_provider(loaded, plan, name), name, secret) as asked:
            checks[name] = check = await asked.check_key()
        if check.state in (KeyState.REJECTED, KeyState.OUT_OF_CREDIT, KeyState.EXPIRED):
            hint = f"Correct {key.variable or 'it in the settings'}, or choose another setup: segue setup --dry-run"
            raise KeyNotKept(f"The key of {name} does not work: nothing was changed. {check.detail}", hint=hint)
    return checks


def _with_provider(loaded: Loaded, plan: Plan, name: str) -> Loaded:
    """The settings as they will be for one provider, without its key."""
    from segue.config.settings import ProviderSettings

    entry: Mapping[str, Any] = plan.setup.providers[name]
    there = loaded.settings.providers.get(name)
    options = {**entry.get("options", {}), **(dict(there.options) if there else {})}
    provider = ProviderSettings(type=str(entry["type"]), options=options)
    providers = {**loaded.settings.providers, name: provider}
    return replace(loaded, settings=loaded.settings.model_copy(update={"providers": providers}))


async def _kept(plan: Plan, loaded: Loaded, checks: Mapping[str, KeyCheck]) -> dict[str, str]:
    """Take keys into the vault; their fingerprints."""
    from segue.cli.keys import opened_keys
    from segue.config.home import make_home, segue_home
    from segue.config.key_variables import key_in
    from segue.domain.provider_keys import MAIN_LABEL

    if not plan.vaulted:
        return {}
    make_home(segue_home())
    fingerprints = {}
    async with opened_keys(loaded) as keys:
        await keys.make_ready()
        for name, key in plan.vaulted.items():
            assert key.variable is not None, "only keys in variables are taken"
            fingerprints[name] = (await keys.put(name, MAIN_LABEL, key_in(key.variable), checks[name])).fingerprint
    return fingerprints


async def _forget(plan: Plan, loaded: Loaded) -> None:
    """Take out of the vault what `_kept` has put there."""
    from segue.cli.keys import opened_keys
    from segue.domain.provider_keys import MAIN_LABEL

    if plan.vaulted:
        async with opened_keys(loaded) as keys:
            for name in plan.vaulted:
                await keys.remove(name, MAIN_LABEL)


async def _ask(plan: Plan, now: Loaded) -> Reply:
    """One real question to the models of the setup alone, under the rule of therapeutic turns where it may be kept."""
    from segue.catalog.looking import OPENROUTER
    from segue.cli.options import open_briefly

    first, *others = [str(ref) for ref in plan.setup.asks] or ["auto"]
    privacy = now.settings.privacy.therapeutic if plan.setup.keeps_rule else None
    async with open_briefly(now) as models:
        for name, entry in plan.setup.providers.items():
            if entry["type"] == OPENROUTER:
                await _refresh(models, name)
        return await models.ask(
            QUESTION,
            model=first,
            fallbacks=others,
            strict=bool(plan.setup.asks),
            privacy=privacy,
            max_tokens=DEMONSTRATION_TOKENS if plan.setup.name == "demonstration" else ANSWER_TOKENS,
        )


async def _refresh(models: Any, name: str) -> None:
    """Fetch today's list, so that what was chosen from it is known; without it the last good one will do."""
    from contextlib import suppress

    from segue.errors import ProviderError, StorageError

    with suppress(ProviderError, StorageError):
        await models.catalogue.refresh(name)
