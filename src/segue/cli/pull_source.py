"""What a person names to be fetched: a repository of the hub, an address, a file, or a model of a server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.machine.stored_models import StoredModel
    from segue.machine.weight_sources import WeightSource

_HUB = re.compile(r"(?P<repository>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?:@(?P<revision>[^\s@]+))?")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a model comes from."""

    source: WeightSource | None
    """None: the demonstration model, which comes from the package index."""
    file: str | None = None
    """The one file that an address of the hub's pages names."""


def named(loaded: Loaded, what: str, *, sha256: str | None, links: bool) -> Named | None:
    """What is meant; None for a model of a server. Raises RequestError, or PartMissing for what needs the hub."""
    from segue.errors import RequestError

    if sha256 is not None and re.fullmatch(r"[0-9a-fA-F]{64}", sha256) is None:
        raise RequestError("That is no SHA-256.", param="sha256", hint="It has 64 hexadecimal digits.")
    digest = sha256.lower() if sha256 else None
    if what.startswith(("./", "../", "/", "~")) or Path(what).is_file():
        from segue.machine.file_source import FileSource

        return Named(FileSource(Path(what), links=links, sha256=digest))
    if links:
        raise RequestError("--link is for a file on this machine.", param="link", hint="Leave it away.")
    if what.startswith(("http://", "https://")):
        return _of_url(loaded, what, digest)
    if digest:
        raise RequestError("--sha256 is for a file or an address: the hub tells its own.", param="sha256")
    return _of_name(loaded, what)


def _of_url(loaded: Loaded, url: str, sha256: str | None) -> Named:
    """An address on the hub's own pages is that repository; any other is a file."""
    from segue.machine.hub import HubSource, page_of_hub
    from segue.machine.url_source import UrlSource

    page = page_of_hub(url)
    if page is None:
        return Named(UrlSource(url, sha256=sha256))
    from segue.cli.hub_access import hub_access

    repository, revision, file = page
    return Named(HubSource(repository, revision, hub_access(loaded)), file)


def _of_name(loaded: Loaded, what: str) -> Named | None:
    from segue.errors import RequestError
    from segue.machine.weights import DEMONSTRATION

    provider, _, rest = what.partition(":")
    name = rest if rest and _is_local(loaded, provider) else what
    if name == DEMONSTRATION.name:
        return Named(None)
    if match := _HUB.fullmatch(name):
        from segue.cli.hub_access import hub_access
        from segue.machine.hub import HubSource

        return Named(HubSource(match["repository"], match["revision"], hub_access(loaded)))
    if name is what and rest:
        return None
    hint = "OWNER/REPO of the Hugging Face hub, an address, a file as ./model.gguf, or PROVIDER:NAME for a server."
    if (near := _near(name)) is not None:
        hint = f"{near} Or name {hint}"
    raise RequestError(f"'{what}' names no model that could be fetched.", param="model", hint=hint)


def _near(name: str) -> str | None:
    """What may have been meant: the demonstration model written otherwise, or what is here already."""
    from segue.config.home import segue_home
    from segue.machine.weight_store import WeightStore
    from segue.machine.weights import DEMONSTRATION

    if name.casefold() == DEMONSTRATION.name:
        return f"Did you mean '{DEMONSTRATION.name}'?"
    stored = WeightStore(segue_home()).find(name)
    if stored is None:
        return None
    return f"'{name}' is here already, from {stored.source}."


def _is_local(loaded: Loaded, provider: str) -> bool:
    """Whether a provider serves what this machine stores."""
    from segue.config.settings import DEFAULT_PROVIDERS

    known = (loaded.settings.providers or DEFAULT_PROVIDERS).get(provider)
    return known is not None and known.type == "local"


def source_of(loaded: Loaded, model: StoredModel) -> WeightSource:
    """Where a stored model came from, to fetch its files again. Raises WeightsError where that is not known."""
    from segue.errors import WeightsError

    repository, origin = model.repository or "", model.source.partition(" ")[0]
    if origin == "huggingface":
        from segue.cli.hub_access import hub_access
        from segue.machine.hub import HubSource

        return HubSource(repository, model.revision, hub_access(loaded))
    if origin == "url":
        from segue.machine.url_source import UrlSource

        return UrlSource(repository, sha256=model.revision if len(model.files) == 1 else None)
    if origin == "file":
        from segue.machine.file_source import FileSource

        return FileSource(Path(repository))
    hint = f"Remove it (segue models rm {model.name}), then fetch it anew: segue models pull {model.name}"
    raise WeightsError(f"{model.name} comes whole or not at all.", hint=hint)
