"""Which model a name stands for, wherever it is served: maker, family, version, size, variant, release. Pure.

Two names are the same model only where that is sure: a name that is not read to its last letter stands for itself. How
the weights are quantized is no part of the identity, and told beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from segue.catalog.families import CLAUDE, FAMILIES, FIRST_PARTY, MAKERS, REPACKERS, Family

_SERVICE: Final = re.compile(r":(?:free|nitro|floor)$")
"""Ends of OpenRouter's names that choose who serves, and not what (openrouter.ai/docs, Model Variants, 2026-11)."""
_QUANTIZATION: Final = re.compile(
    r"[-.:@](?P<quantization>i?q[1-8](?:_[a-z0-9]+)*|bf16|f16|fp16|f32|fp32|fp8|int[48]|w\d+a\d+|[48]bit|awq"
    r"|gptq(?:-int[48])?|nvfp4|mxfp4)$"
)
_PACKAGE: Final = re.compile(r"(?:[-.]gguf|-mlx)$")
_SHARD: Final = re.compile(r"-\d{5}-of-\d{5}$")
_PATHS: Final = re.compile(r"^(?:accounts/fireworks/models/|models/)")
_HUGGING_FACE: Final = re.compile(r"^(?:hf\.co|huggingface\.co)/")
_OF_ONES_OWN: Final = frozenset({None, "local", "llama_cpp", "lm_studio", "ollama", "vllm"})
"""Where whoever runs it names the models: `gpt-4o` may be anything there, and only open weights count."""
_BARE_NAMES: Final = frozenset({"ollama", "lm_studio", "local", "groq", "cerebras", "fireworks"})
"""Where a name without its maker is the name of open weights, in the words of their makers."""
_SAY_INSTRUCT_BY_NOTHING: Final = frozenset({"ollama", "cerebras"})
"""Where a name that says no variant is the one that follows instructions (ollama.com/library and
inference-docs.cerebras.ai/models, 2026-11)."""
_SAY_BASE_BY_NOTHING: Final = frozenset({None, "vllm", "openrouter", "together"})
"""Where it is the bare base: as the makers' own repositories are named. Elsewhere it is unsure."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One model, whoever serves it. Fields that a name does not have are empty."""

    maker: str
    family: str
    version: str = ""
    size: str = ""
    variant: str = ""
    """As `instruct`, `base`, `thinking`."""
    release: str = ""
    """A date in the name, where the maker puts out several under one version."""

    @property
    def slug(self) -> str:
        """The same as one word, as `meta-llama/llama-3.1-8b-instruct`."""
        parts = (self.family, self.version, self.size, self.variant, self.release)
        return f"{self.maker}/{'-'.join(part for part in parts if part)}"


@dataclass(frozen=True, slots=True)
class Identified:
    """What a name says."""

    identity: Identity
    quantization: str | None = None
    """As `q4_k_m`; None where the name does not say."""


@lru_cache(maxsize=4096)
def identified(name: str, *, host: str | None) -> Identified | None:
    """What a host's name for a model stands for; None where that is not sure.

    `host`: as in the table of hosts, `local` for a file on this machine, None for an address of somebody's own.
    """
    text = name.strip().lower()
    if not text or text.startswith("~") or any(char.isspace() for char in text):
        return None
    if host == "openrouter":
        text = _SERVICE.sub("", text)
    if host == "ollama" and _HUGGING_FACE.match(text):
        text, host = _HUGGING_FACE.sub("", text), None
    publisher, _, bare = _PATHS.sub("", text).rpartition("/")
    if host == "llama_cpp" and bare.endswith(".gguf"):
        host = "local"
    if host == "local":
        publisher = ""
    elif not publisher and host is not None:
        publisher = FIRST_PARTY.get(host, "")
    if not publisher and host not in _BARE_NAMES:
        return None
    bare, quantization = _unpacked(bare, host)
    if not bare or ":" in bare or "/" in publisher or (host == "ollama" and publisher):
        return None
    found = _identity(publisher, bare, host)
    return None if found is None else Identified(found, quantization)


def identified_weights(repository: str, maker: str) -> Identified | None:
    """What a repository of weights at Hugging Face holds, which a host names as those of a model of this maker.

    None where somebody else published it: a model that is made of another one's weights is not that one.
    """
    publisher = repository.partition("/")[0].lower()
    return identified(repository, host=None) if MAKERS.get(publisher, publisher) == MAKERS.get(maker, maker) else None


def _unpacked(bare: str, host: str | None) -> tuple[str, str | None]:
    """The name without its packaging, and how its weights are quantized."""
    if host == "ollama":
        bare = bare.replace(":", "-")
    if host == "fireworks":  # `llama-v3p1-8b-instruct`: their names have no dots
        bare = re.sub(r"(?<=\d)p(?=\d)", ".", re.sub(r"-v(?=\dp\d)", "-", bare))
    bare = _SHARD.sub("", bare.removesuffix(".gguf"))
    quantization = None
    while True:
        if (package := _PACKAGE.search(bare)) is not None:
            bare = bare[: package.start()]
        elif quantization is None and (found := _QUANTIZATION.search(bare)) is not None:
            bare, quantization = bare[: found.start()], found["quantization"]
        else:
            return bare, quantization


def _identity(publisher: str, bare: str, host: str | None) -> Identity | None:
    maker = MAKERS.get(publisher, publisher)
    for family in FAMILIES:
        if family.is_open:
            may_be = not publisher or maker == family.maker or publisher in REPACKERS
        else:
            may_be = maker == family.maker and host not in _OF_ONES_OWN
        if may_be and (match := family.names.fullmatch(bare)) is not None:
            return _of(family, match, host)
    if not publisher or publisher in REPACKERS or bare.endswith("latest"):
        return None
    if host in _OF_ONES_OWN and maker in _CLOSED:
        return None
    if maker == "anthropic" and (match := CLAUDE.fullmatch(bare)) is not None:
        version = (match["version"] or match["old_version"]).replace("-", ".")
        return Identity(maker, "claude", version, match["size"] or match["old_size"], release=match["release"] or "")
    return Identity(maker, bare)


_CLOSED: Final = frozenset({"anthropic", *(family.maker for family in FAMILIES if not family.is_open)})


def _of(family: Family, match: re.Match[str], host: str | None) -> Identity | None:
    said = {name: value or "" for name, value in match.groupdict().items()}
    found = Identity(family.maker, family.name, **said)
    if host == "ollama" and found.size in family.unsure_at_ollama:
        return None
    if family.variants is None:
        return found
    if found.variant:
        return replace(found, variant=family.variants[found.variant])
    if host in _SAY_INSTRUCT_BY_NOTHING:
        return replace(found, variant="instruct")
    return replace(found, variant="base") if host in _SAY_BASE_BY_NOTHING else None
