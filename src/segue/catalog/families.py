"""How makers name their models: one row a family, and under which names makers publish.

A row has to match a whole name, so that whatever somebody adds to one (as `-abliterated`) makes it another. Names are
those of the makers' own pages and of their repositories at Hugging Face (2026-11), in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_INSTRUCT: Final = MappingProxyType(
    {
        "instruct": "instruct",
        # console.groq.com/docs/models (2026-11): what Groq calls them.
        "instant": "instruct",
        "versatile": "instruct",
        "chat": "instruct",
        "it": "instruct",
        "text": "base",
        "base": "base",
        "pt": "base",
    }
)
"""What a variant's name means."""
_SIZES: Final = re.compile(r"\(\?P<size>([^()]+)\)")
"""The part of a row's pattern that lists its sizes."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family's names. The groups of `names` are fields of `Identity`."""

    maker: str
    name: str
    names: re.Pattern[str]
    variants: Mapping[str, str] | None = None
    """What each variant is called here; None: there is one, and what a name says of it is taken as it is."""
    is_open: bool = True
    """Its weights are published, so that anybody may serve it under its name."""
    unsure_at_ollama: frozenset[str] = frozenset()
    """Sizes that stood for other models there from time to time."""

    @property
    def sizes(self) -> tuple[str, ...]:
        """The sizes in which it is published, as its names write them; none where its names have none."""
        found = _SIZES.search(self.names.pattern)
        return () if found is None else tuple(found[1].replace("\\", "").split("|"))


def _family(maker: str, name: str, pattern: str, **more: object) -> Family:
    return Family(maker, name, re.compile(pattern), **more)  # type: ignore[arg-type] # the fields' own types


FAMILIES: Final = (
    _family(
        "meta-llama",
        "llama",
        r"(?:meta-)?llama-?(?P<version>3(?:\.[123])?)-(?P<size>1b|3b|8b|70b|405b)"
        r"(?:-(?P<variant>instruct|instant|versatile|text|base))?",
        variants=_INSTRUCT,
    ),
    _family(
        "meta-llama",
        "llama-vision",
        r"(?:meta-)?llama-?(?P<version>3\.2)-(?:vision-)?(?P<size>11b|90b)(?:-vision)?(?:-(?P<variant>instruct))?",
        variants=_INSTRUCT,
    ),
    _family(
        "meta-llama",
        "llama",
        r"(?:meta-)?llama-?(?P<version>4)-(?P<size>scout|maverick)-17b-(?:16e|128e)(?:-(?P<variant>instruct))?",
        variants=_INSTRUCT,
    ),
    _family(
        "qwen",
        "qwen",
        r"qwen-?(?P<version>2\.5)-(?P<size>0\.5b|1\.5b|3b|7b|14b|32b|72b)(?:-(?P<variant>instruct|base))?",
        variants=_INSTRUCT,
    ),
    _family(
        "qwen",
        "qwen-coder",
        r"qwen-?(?P<version>2\.5)-coder-(?P<size>0\.5b|1\.5b|3b|7b|14b|32b)(?:-(?P<variant>instruct|base))?",
        variants=_INSTRUCT,
    ),
    _family(
        "qwen",
        "qwen",
        r"qwen-?(?P<version>3)-(?P<size>0\.6b|1\.7b|4b|8b|14b|32b|30b-a3b|235b-a22b)"
        r"(?:-(?P<variant>instruct|thinking|base))?(?:-(?P<release>2507))?",
        # ollama.com/library/qwen3/tags (2026-11): these came to stand for the releases of July 2025.
        unsure_at_ollama=frozenset({"4b", "30b-a3b", "235b-a22b"}),
    ),
    _family(
        "qwen",
        "qwen-coder",
        r"qwen-?(?P<version>3)-coder-(?P<size>30b-a3b|480b-a35b)-(?P<variant>instruct)",
    ),
    _family(
        "google",
        "gemma",
        r"gemma-?(?P<version>2|3)-(?P<size>270m|1b|2b|4b|9b|12b|27b)(?:-(?P<variant>it|pt))?",
        variants=_INSTRUCT,
    ),
    _family("mistralai", "mistral", r"mistral-(?P<size>7b)-(?P<variant>instruct)-(?P<version>v0\.[123])"),
    _family(
        "mistralai",
        "mistral-small",
        r"mistral-small-?(?:(?P<version>3\.[12])-)?(?P<size>24b)-(?P<variant>instruct)-(?P<release>25\d\d)",
    ),
    _family("mistralai", "mistral-nemo", r"mistral-nemo-(?P<variant>instruct)-(?P<release>2407)"),
    _family("mistralai", "mixtral", r"mixtral-(?P<size>8x7b|8x22b)-(?P<variant>instruct)-(?P<version>v0\.1)"),
    _family("openai", "gpt-oss", r"gpt-oss-(?P<size>20b|120b)"),
    _family("deepseek", "deepseek-r1-distill", r"deepseek-r1-distill-(?P<variant>qwen|llama)-(?P<size>\d+(?:\.\d)?b)"),
    _family("microsoft", "phi", r"phi-?(?P<version>4)(?:-14b)?"),
    _family("microsoft", "phi", r"phi-?(?P<version>4)-(?P<size>mini)-(?P<variant>instruct)"),
    _family(
        "huggingfacetb",
        "smollm",
        r"smollm(?P<version>2)-(?P<size>135m|360m|1\.7b)(?:-(?P<variant>instruct))?",
        variants=_INSTRUCT,
    ),
    _family(
        "openai",
        "gpt",
        r"gpt-(?P<version>\d(?:\.\d)?o?)(?:-(?P<size>mini|nano|pro|turbo|sol|terra|luna))?"
        r"(?:-(?P<release>\d{4}-\d\d-\d\d|\d{4}))?",
        is_open=False,
    ),
    _family(
        "openai",
        "o",
        r"o(?P<version>[134])(?:-(?P<size>mini|pro))?(?:-(?P<release>\d{4}-\d\d-\d\d))?",
        is_open=False,
    ),
    _family(
        "google",
        "gemini",
        r"gemini-(?P<version>\d(?:\.\d)?)-(?P<size>pro|flash-lite|flash)(?:-(?P<release>\d{3}))?",
        is_open=False,
    ),
    _family(
        "x-ai",
        "grok",
        r"grok-(?P<version>\d(?:\.\d)?)(?:-(?P<size>mini|fast))?",
        is_open=False,
    ),
)

CLAUDE: Final = re.compile(
    r"claude-(?:(?P<size>opus|sonnet|haiku)-(?P<version>\d(?:[-.]\d)?)"
    r"|(?P<old_version>\d(?:[-.]\d)?)-(?P<old_size>opus|sonnet|haiku))"
    r"(?:-(?P<release>\d{8}))?"
)
"""Anthropic's names, old and new, with a dot at OpenRouter and a dash at Anthropic."""

MAKERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "meta": "meta-llama",
        "alibaba": "qwen",
        "mistral": "mistralai",
        "deepseek-ai": "deepseek",
        "zai-org": "z-ai",
        "minimaxai": "minimax",
        "xiaomimimo": "xiaomi",
        "stepfun-ai": "stepfun",
        "ai21labs": "ai21",
        "cohereforai": "cohere",
        "coherelabs": "cohere",
        "bytedance-seed": "bytedance",
        "liquidai": "liquid",
        "primeintellect": "prime-intellect",
        "xai": "x-ai",
    }
)
"""Under what other names makers publish; the names on the right are OpenRouter's."""

FIRST_PARTY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "openai": "openai",
        "anthropic": "anthropic",
        "gemini": "google",
        "google": "google",
        "mistral": "mistralai",
        "xai": "x-ai",
        "cohere": "cohere",
        "perplexity": "perplexity",
    }
)
"""Hosts that serve their own models under bare names. Not DeepSeek: its `deepseek-chat` leads to what is newest."""

REPACKERS: Final = frozenset({"bartowski", "ggml-org", "lmstudio-community", "unsloth"})
"""Who publishes others' weights in other formats, under the makers' names."""
