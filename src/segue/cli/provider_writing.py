"""Writing a new provider down: into the settings, and its key into the vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from segue.cli.new_key import NewKey
    from segue.config.load import Loaded
    from segue.domain.provider_keys import KeyCheck
    from segue.errors import RequestError
    from segue.providers.addresses import Address
    from segue.providers.probe import Found


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command was given."""

    name: str
    url: str | None
    host: str | None
    type: str | None
    models: tuple[str, ...]
    data_policy: str | None
    probes: bool
    yes: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What was written."""

    file: Path
    type: str
    address: str | None
    models: tuple[str, ...]
    notes: tuple[str, ...]
    found: tuple[Found, ...]
    """One for each model that was tried; none with --no-probe."""
    fingerprint: str | None
    """Of a key that was put into the vault."""


async def write(
    file: Path,
    loaded: Loaded,
    wanted: Wanted,
    kind: str,
    options: dict[str, object],
    key: NewKey,
    address: Address | None,
    models: Sequence[str],
    found: Sequence[Found] = (),
    *,
    check: KeyCheck | None = None,
) -> Added:
    """Write it into the settings, and its key, with what is known of that, into the vault.

    Raises RequestError where another one of this name came while this one was tried.
    """
    from segue.catalog.configured import check_providers
    from segue.catalog.kept_defaults import kept_defaults
    from segue.config.edit import Set, change
    from segue.config.home import segue_home
    from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState

    entry: dict[str, object] = {"type": kind}
    if key.variable is not None:
        entry["key"] = f"${{{key.variable}}}"
    if options:
        entry["options"] = options
    kept = {name: one for name, one in kept_defaults(loaded, segue_home()).items() if name != wanted.name}
    written = {wanted.name: entry, **kept}

    def is_free(now: Mapping[str, object]) -> None:
        there = now.get("providers")
        if isinstance(there, dict):
            taken = [name for name in there.keys() & written if name == wanted.name or there[name] != written[name]]
            if taken:
                raise name_taken(taken[0])

    changes = [Set(("providers", name), one) for name, one in written.items()]
    after = change(file, changes, only_if=is_free, check=check_providers)
    if found:
        check = KeyCheck(KeyState.VALID, KeyReason.ACCEPTED, "A model answered with it.")
    untried = KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "It was not tried.")
    fingerprint = await key.keep(after, check or untried)
    notes = [
        *(address.notes if address else ()),
        *_default_notes(loaded, wanted.name, kept),
        *_more_notes(after, wanted.name, has_key=key.secret is not None),
    ]
    return Added(
        file, kind, address.base_url if address else None, tuple(models), tuple(notes), tuple(found), fingerprint
    )


def _default_notes(before: Loaded, name: str, kept: Collection[str]) -> list[str]:
    """What became of that which answered by itself while nothing was configured."""
    from segue.config.settings import DEFAULT_PROVIDERS

    if before.settings.providers or not kept:
        return []
    notes = [f"What answered by itself until now is written as well, and answers by its name: {', '.join(kept)}."]
    if "local" in DEFAULT_PROVIDERS.keys() - {name, *kept}:
        notes.append(
            "The demonstration model, which was not fetched, goes. To have it: segue providers add local --type local"
        )
    return notes


def name_taken(name: str) -> RequestError:
    """The error for a name that another provider has."""
    from segue.errors import RequestError

    hint = f"`segue providers test {name}` tries it again; `segue providers remove {name}` takes it away."
    return RequestError(f"There is a provider '{name}' already.", param="name", hint=hint)


def _more_notes(after: Loaded, name: str, *, has_key: bool) -> list[str]:
    from segue.cli.provider_rows import row_of

    notes: list[str] = []
    row = row_of(after, name)
    if not has_key:
        notes.extend(row.missing)
    if "unknown" in row.privacy:
        notes.append(
            "What it does with what it is sent is not known here, so that therapeutic turns do not go there. Where "
            "your contract says that it trains on nothing, set `data_policy: no_training` among its options."
        )
    return notes


def added_facts(name: str, added: Added) -> dict[str, object]:
    """What was added, as JSON shows it."""
    from segue.cli.provider_probing import found_facts

    return {
        "provider": name,
        "file": str(added.file),
        "type": added.type,
        "address": added.address,
        "models": list(added.models),
        "notes": list(added.notes),
        "key_fingerprint": added.fingerprint,
        "probed": list(map(found_facts, added.found)),
    }
