"""`segue doctor`: what is here, what is missing, and what to do about it."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from segue.cli.found import found_lines
from segue.cli.lines import Line, LineState, print_lines
from segue.cli.options import ConfigOption, JsonOption, open_briefly, run

if TYPE_CHECKING:
    from segue.app import ModelManager
    from segue.catalog.browsing import Ending
    from segue.cli.gateway_room import GatewayRoom
    from segue.config.load import Loaded
    from segue.domain.models import ModelCard

EXPIRES_SOON = timedelta(days=14)
"""From when on a key that will expire is spoken of."""
CACHE_DEADLINE_S = 1.0
"""Longest wait for the shared cache; turns wait less (`cache.deadline_s`)."""
_MEND = "Mend the file, then run: segue config validate"


def doctor(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Look at everything Segue needs, and at model servers on this machine. Asks no model anything, loads none, and
    waits for no network but the shared cache's; a provider with a live list, as OpenRouter, begins to read it.

    Exit status 1 means that something is WRONG: as it is set up, Segue cannot start. What is only missing, as a model
    that was not fetched yet, leaves it 0.
    """
    from segue.cli.printing import print_json

    lines = list(_look(config))
    if as_json:
        print_json({"ok": not any(line.state == "wrong" for line in lines), "checks": lines})
    else:
        print_lines(lines)
    if any(line.state == "wrong" for line in lines):
        raise typer.Exit(1)


def _look(config: Path | None) -> Iterator[Line]:
    from segue.config.home import segue_home
    from segue.config.load import load_settings
    from segue.errors import ConfigError
    from segue.version import __version__

    yield Line("program", "ok", f"segue {__version__}, Python {platform.python_version()}, {sys.platform}")
    yield from _folder(segue_home())
    yield _part("xllamacpp", "models on this machine (GGUF)", "pip install 'segue[gguf]'")
    yield _part("transformers", "models on this machine (safetensors)", "pip install 'segue[local]'", "note")
    try:
        loaded = load_settings(config)
    except ConfigError as error:
        yield Line("settings", "wrong", str(error), _MEND)
        return
    if loaded.file:
        yield Line("settings", "ok", str(loaded.file))
    else:
        yield Line("settings", "ok", "nothing configured: defaults are in force", "segue setup")
    yield run(_cache(loaded))
    yield from run(_running(loaded))
    yield from run(found_lines(loaded))


def _folder(home: Path) -> Iterator[Line]:
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    free_bytes = shutil.disk_usage(there).free
    state: LineState = "ok" if free_bytes > 500e6 else "note"
    yield Line(
        "files",
        state,
        f"{home}, {free_bytes / 1e9:.1f} GB free",
        "" if state == "ok" else "Make room: fetching the demonstration model needs about 0.3 GB.",
    )


def _part(module: str, what: str, command: str, without: LineState = "missing") -> Line:
    if find_spec(module) is None:
        return Line(what, without, f"the module {module} is not installed", command)
    return Line(what, "ok", f"{module} is installed")


async def _cache(loaded: Loaded) -> Line:
    """What stands against the shared cache is told with its address, and never with its password."""
    from segue.errors import ConfigError, PartMissing, StorageError
    from segue.storage.caches import open_cache

    url = loaded.settings.cache.url
    try:
        async with open_cache(url.get_secret_value() if url else "", deadline_s=CACHE_DEADLINE_S) as cache:
            await cache.ping()
            found = (
                "shared with other replicas, and it answers" if cache.is_shared else "this process keeps it for itself"
            )
            return Line("cache", "ok", found)
    except (ConfigError, PartMissing) as error:
        return Line("cache", "wrong", error.message, error.hint)
    except StorageError as error:
        # Turns get along without it.
        return Line("cache", "missing", error.message, error.hint)


async def _running(loaded: Loaded) -> list[Line]:
    from segue.cli.fitting import gateway_room
    from segue.errors import ConfigError, SegueError

    try:
        async with open_briefly(loaded) as models:
            if models.classifier is not None:  # nothing else of what is told takes a second to know
                await models.classifier.loaded()
            return [
                Line("store", "ok", loaded.settings.storage.url or f"{models.home / 'segue.db'}"),
                *_providers(models),
                *_keys(models),
                *_models(models, gateway_room(loaded)),
                *_unheeded(models),
                *_nobody(models),
                *_endings(await models.catalogue.ending()),
                *_safety(models),
                _handoff(models),
                *await _callers(models),
            ]
    except ConfigError as error:
        return [Line("start", "wrong", str(error), _MEND)]
    except SegueError as error:
        return [Line("start", "wrong", error.message, error.hint)]


def _providers(models: ModelManager) -> Iterator[Line]:
    told = {(card.ref.provider, card.missing) for card in models.cards()}
    for name, health in models.providers_health().items():
        # What its models lack stands with them, with what to do.
        found = "none of its models can answer yet" if (name, health.detail) in told else health.detail
        yield Line(f"provider {name}", "ok" if health.is_usable else "missing", found)
    for name in sorted(models.registry.switched_off):
        yield Line(f"provider {name}", "note", "it is switched off", f"segue providers enable {name}")


def _keys(models: ModelManager) -> Iterator[Line]:
    """Keys in the vault, by state and fingerprint; no provider is asked (`segue keys test` does)."""
    for one in models.keys.states():
        kept = one.kept
        soon = kept.expires_at is not None and kept.expires_at - datetime.now(UTC) < EXPIRES_SOON
        found = f"{kept.state}, fingerprint {kept.fingerprint}"
        if one.secret is None or kept.state in ("rejected", "out_of_credit"):
            yield Line(f"key {kept.name}", "missing", found, one.detail or f"segue keys test {kept.provider}")
        elif soon:
            until = f"{found}, until {kept.expires_at:%Y-%m-%d}"
            yield Line(f"key {kept.name}", "note", until, f"segue keys rotate {kept.provider}")
        else:
            yield Line(f"key {kept.name}", "ok", found)


def _models(models: ModelManager, room: GatewayRoom) -> Iterator[Line]:
    from segue.domain.models import ModelStatus

    for card in map(room.as_there, models.cards()):
        label = f" ({card.label})" if card.label else ""
        state: LineState = "missing" if card.status is ModelStatus.MISSING else "ok"
        yield Line(f"model {card.ref}", state, f"{card.status}{label}", card.missing or _instead(models, card))


def _unheeded(models: ModelManager) -> Iterator[Line]:
    for ref, told in models.fitting.unheeded():
        yield Line(f"model {ref}", "note", told, "correct it in segue.yaml")


def _nobody(models: ModelManager) -> Iterator[Line]:
    """A word where no model would answer who names none: then most turns are refused."""
    from segue.domain.models import ModelStatus

    if any(card.in_auto and card.status is not ModelStatus.MISSING for card in models.cards()):
        return
    off = sorted(models.registry.switched_off)
    do = f"segue providers enable {off[0]}" if off else "segue setup"
    yield Line("answers", "missing", "nobody can answer a turn that names no model", do)


def _instead(models: ModelManager, card: ModelCard) -> str:
    """What to take in place of a free model of a host that may withdraw it; empty for others."""
    from segue.catalog.listing import Wish
    from segue.cli.listing import instead_words

    if not card.is_free or card.is_local or not models.catalogue.can_browse(card.ref.provider):
        return ""
    browsed = models.catalogue.look(Wish(), provider=card.ref.provider)
    found = browsed.listing.find(card.ref.name)
    return "" if found is None else " ".join(instead_words(found, browsed))


def _endings(found: Sequence[Ending]) -> Iterator[Line]:
    """Models in use that are gone, or end within a month, and what to take instead."""
    from segue.catalog.ending_words import instead_words, when_words

    today = datetime.now(UTC).date()
    for one in found:
        if one.is_in_use and one.withdrawal.is_near(today):
            yield Line(f"end of {one.withdrawal.model}", "note", when_words(one, today), instead_words(one))


def _screening(models: ModelManager) -> Line:
    from segue.pipeline.upkeep.health import screening_health

    part = screening_health(models.classifier)
    return Line("screening", part.state, part.found, part.do)


def _safety(models: ModelManager) -> Iterator[Line]:
    yield _screening(models)
    found = models.validator.standing(datetime.now(UTC))
    if found.not_reviewed:
        yield Line(
            "written replies",
            "note",
            f"{found.not_reviewed} of {found.replies} are not clinically reviewed",
            "They are used all the same; have a clinician read and sign them.",
        )
    if found.not_shown:
        yield Line(
            "helplines",
            "note",
            f"{found.not_shown} of {found.helplines} are stale or unverified and not shown",
            "segue safety helplines verify --stale",
        )
    yield _allowed(models)
    if models.text_hearing.sentence:
        do = "Set `safety.texts.enabled: false` where nobody has to read them."
        yield Line("texts of incidents", "note", models.text_hearing.sentence, do)


def _allowed(models: ModelManager) -> Line:
    allowed = models.settings.safety.allowed_for_therapeutic
    if not allowed:
        do = "List those that may in safety.allowed_for_therapeutic, with who decided and when."
        return Line("therapeutic turns", "note", "any model may answer them, guarded: nobody has decided which", do)
    names = [one.model for one in allowed]
    found = f"only models of which somebody has decided it: {', '.join(names)}"
    if not any(card.in_auto and str(card.ref) in names for card in models.cards()):
        do = "Set in_auto for one of them: until then, turns that ask for auto are refused."
        return Line("therapeutic turns", "note", f"{found}; auto asks none of them", do)
    return Line("therapeutic turns", "ok", found)


def _handoff(models: ModelManager) -> Line:
    """Whether a human can be told; nobody is asked."""
    part, urls = models.handoffs.health(), models.settings.handoff.urls
    if part.state == "ok" and any(url.startswith("http:") for url in urls):
        return Line("human receiver", "note", "An address begins with http: what it is sent can be read on the way.")
    return Line("human receiver", part.state, part.found, part.do)


async def _callers(models: ModelManager) -> list[Line]:
    """Who has a key, and each limit and budget for somebody who has none."""
    from segue.config.names import named_callers
    from segue.config.yaml_tree import dotted
    from segue.domain.callers import LOOPBACK_CALLER

    active = [caller for caller in await models.journal.callers() if caller.revoked_at is None]
    do = "" if active else "Only this machine can use the gateway; for others: segue callers create NAME"
    lines = [Line("gateway callers", "ok" if active else "note", f"{len(active)} with a key", do)]
    known = {LOOPBACK_CALLER, *(caller.name for caller in active), *(caller.id for caller in active)}
    for path, name in named_callers(models.settings):
        if name not in known:
            found = f"{dotted(path)} is for the caller '{name}', and nobody is named so: it holds for nobody"
            lines.append(Line("money and limits", "note", found, "segue callers list"))
    return lines
