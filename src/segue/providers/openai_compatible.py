"""Any address that speaks OpenAI's chat protocol: a known host by its name, or a server of one's own by its address."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import Annotated, NoReturn, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, SecretStr, model_validator
from typing_extensions import override

from segue.domain.chat import ChatRequest
from segue.domain.models import DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.domain.provider_keys import KeyCheck
from segue.errors import ModelGone
from segue.providers.contract import Answer, LoadedModel, Provider, ProviderContext, ProviderHealth
from segue.providers.data_policies import is_on_this_machine, policy_at
from segue.providers.hosts import HOSTS, Host
from segue.providers.key_check import AskedKey
from segue.providers.model_options import ModelOptions, Part, card, within_limit
from segue.providers.openai_json import Dialect, TokenLimitField
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.server_answers import CLOUD_MODEL
from segue.providers.server_state import ServerState
from segue.providers.wire import Wire

_SECRET_HEADER = re.compile(r"auth|key|token|secret|cookie|password", re.IGNORECASE)
_OUR_HEADERS = frozenset({"host", "content-type", "content-length", "transfer-encoding", "connection"})
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def _address(url: str) -> str:
    """An address without anything that could hold a secret."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("it has to begin with http:// or https:// and name a host")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ValueError("it may hold no user, password, query or fragment; the key belongs into `key`")
    return url.rstrip("/")


def _host(name: str) -> str:
    if name not in HOSTS:
        raise ValueError(f"no host is known by that name; known: {', '.join(HOSTS)}; others by `base_url`")
    return name


def _headers(headers: dict[str, str]) -> dict[str, str]:
    for name, value in headers.items():
        if not _HEADER_NAME.fullmatch(name) or any(ord(char) < 32 or ord(char) > 126 for char in value):
            raise ValueError(f"'{name[:40]}' is no header")
        if _SECRET_HEADER.search(name) or name.lower() in _OUR_HEADERS:
            raise ValueError(f"'{name[:40]}' may not be set here; a key belongs into `key`")
    return headers


def _proxy(address: SecretStr) -> SecretStr:
    if urlsplit(address.get_secret_value()).scheme not in {"http", "https"}:
        raise ValueError("it has to begin with http:// or https://")
    return address


Address = Annotated[str, AfterValidator(_address)]
Proxy = Annotated[SecretStr, AfterValidator(_proxy)]


def known_model(options: object) -> object:
    """A model that is only named, without a word about it."""
    return {} if options is None else options


class CompatibleOptions(Part):
    """Options of `openai_compatible`: `host` or `base_url`, and the models there."""

    host: Annotated[str, AfterValidator(_host)] | None = None
    """A known host: `openai`, `groq`, `mistral`, `vllm`, `ollama` and others."""
    base_url: Address | None = None
    """Address that `/chat/completions` follows; empty: the host's own."""
    models: dict[str, Annotated[ModelOptions, BeforeValidator(known_model)]] = Field(min_length=1)
    """The models to use there, by the names that they have there."""
    data_policy: DataPolicy | None = None
    """What is done with what is sent there. Empty: `local` for an address on this machine without a `proxy`, else
    `unknown`."""
    token_limit_field: TokenLimitField | None = None
    """How an answer's limit is sent; empty: as the host wants it, else `max_tokens`."""
    stream_usage: bool | None = None
    """Whether streams are asked for their usage with `stream_options`; empty: where the host allows it."""
    refuses_fields: frozenset[str] = frozenset()
    """Fields for sampling, and `stop`, that are answered with an error there and therefore left out; the host's own are
    always."""
    repeats_prefill: bool | None = None
    """True: an answer that is not streamed begins with the assistant's last message, which it goes on with. Empty: as
    is known of the host."""
    headers: Annotated[dict[str, str], AfterValidator(_headers)] = Field(default_factory=dict)
    """Headers to send along; never keys."""
    extra_fields: frozenset[str] = frozenset()
    """Request fields beyond the known ones that are passed on; the host's own are always."""
    proxy: Proxy | None = None
    """Address of an HTTP proxy on the way; write it as `${HTTPS_PROXY}`. Empty: none."""

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if self.host is None and self.base_url is None:
            raise ValueError("either `host` or `base_url` is needed")
        return self

    @property
    def known_row(self) -> Host:
        """The host's data, without what is said here."""
        return HOSTS[self.host] if self.host else Host("")

    @property
    def row(self) -> Host:
        """The host's data, with what is said here over it."""
        known = self.known_row
        base_url = self.base_url or known.base_url
        return Host(
            base_url,
            # A host's name with another address is a server like it, which may well need no key.
            known.key_variable if self.base_url is None else None,
            self._dialect(known.dialect),
            known.extra_fields | self.extra_fields,
            ProviderType.LOCAL_SERVER if self._policy(base_url) is DataPolicy.LOCAL else known.provider_type,
            known.key_path if self.host else None,
            known.tells_context,
            known.loading_path,
        )

    def wire(self, key: str | None, *, connect_s: float) -> Wire:
        """The way there, not open yet."""
        proxy = self.proxy.get_secret_value() if self.proxy else None
        return Wire(self.row.base_url, key=key, headers=self.headers, connect_s=connect_s, proxy=proxy)

    def policy_of(self, model: str) -> DataPolicy:
        """What is done with what this model is sent, as far as it is known."""
        if CLOUD_MODEL.search(model) and self.data_policy in (None, DataPolicy.LOCAL):
            return DataPolicy.UNKNOWN
        return self._policy(self.row.base_url)

    @property
    def is_near(self) -> bool:
        """Whether it is on this machine: then nobody bills for it."""
        return is_on_this_machine(self.row.base_url, has_proxy=self.proxy is not None)

    def _policy(self, base_url: str) -> DataPolicy:
        return policy_at(base_url, self.data_policy, has_proxy=self.proxy is not None)

    def _dialect(self, known: Dialect) -> Dialect:
        return replace(
            known,
            token_limit_field=self.token_limit_field or known.token_limit_field,
            stream_usage=known.stream_usage if self.stream_usage is None else self.stream_usage,
            refuses=known.refuses | self.refuses_fields,
            repeats_prefill=known.repeats_prefill if self.repeats_prefill is None else self.repeats_prefill,
        )


class CustomAPIAdapter(Provider):
    """Models behind any OpenAI-compatible address."""

    Options: type[BaseModel] = CompatibleOptions
    takes_key = True
    has_fixed_models = True

    def __init__(self, options: BaseModel, context: ProviderContext) -> None:
        assert isinstance(options, CompatibleOptions)
        self.name = context.name
        row = options.row
        # A host's own address only: what keys look like elsewhere is not known.
        self._key = AskedKey(context.key, row.key_path, host=options.host if options.base_url is None else None)
        self._address = row.base_url
        self._missing = missing_key(row, context)
        self._cards = {
            name: card(
                model,
                ModelRef(context.name, name),
                row.provider_type,
                data_policy=options.policy_of(name),
                passes_fields=row.extra_fields,
                missing=self._missing,
            )
            for name, model in options.models.items()
        }
        self._told = tuple(self._cards.values())
        self._given = {name for name, made in self._cards.items() if made.context_tokens is not None}
        self._wire = options.wire(context.key, connect_s=context.connect_s)
        self._protocol = OpenAIProtocol(self._wire, dialect=row.dialect, key_hint=key_hint(row, context.name))
        self._server = ServerState(self._wire, row, context.name)

    @override
    def __repr__(self) -> str:
        return f"CustomAPIAdapter({self.name!r}, {self._address!r})"

    @override
    async def __aenter__(self) -> Self:
        await self._wire.__aenter__()
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        await self._wire.__aexit__()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        if self._server.has_news:
            self._cards = self._server.brought_up_to_date(self._cards, given=self._given)
            self._told = tuple(self._cards.values())
        return self._told

    @override
    def status(self, model: str) -> ModelStatus:
        known = self._cards.get(model)
        return ModelStatus.WITHDRAWN if known is None else self._server.status(known)

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        known = self._cards.get(model)
        if known is None:
            return NotHere(ModelRef(self.name, model))
        asked = within_limit(request, known.max_output_tokens)
        ask = partial(self._protocol.answer, asked, known.ref, passes_fields=known.passes_fields)
        return self._server.answer(ask) if self._server.tells else ask()

    @override
    def health(self) -> ProviderHealth:
        if self._missing:
            return ProviderHealth(is_usable=False, detail=self._missing)
        return ProviderHealth(
            is_usable=True, detail=f"Configured for {self._address}; it is asked when a turn needs it."
        )

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return ()

    @override
    async def unload(self, model: str) -> bool:
        return False

    @override
    async def check_key(self) -> KeyCheck:
        return await self._key.check(self._wire, self.name, tuple(self._cards))


class NotHere(Answer):
    """The answer of a model that is not configured: entering says so."""

    def __init__(self, ref: ModelRef) -> None:
        self._ref = ref

    @override
    async def __aenter__(self) -> NoReturn:
        hint = f"Add it to `providers.{self._ref.provider}.options.models`, or ask for one that is there."
        raise ModelGone("No model of that name is configured.", model=self._ref, hint=hint)

    @override
    async def __aexit__(self, *_: object) -> None: ...


def key_hint(row: Host, name: str) -> str:
    """What to do when the key of the provider of that name is refused."""
    variable = row.key_variable or "YOUR_API_KEY"
    return (
        f"Enter another key: `segue keys set {name}`; or `export {variable}=…` and, in segue.yaml, "
        f"`providers.{name}.key: ${{{variable}}}`. `segue config show` says where it came from."
    )


def missing_key(row: Host, context: ProviderContext) -> str | None:
    """What has to be done before this host can be asked; None when nothing has to."""
    if context.key or row.key_variable is None:
        return None
    return (
        f"It needs a key: `segue keys set {context.name}`; or `export {row.key_variable}=…` and, in segue.yaml, "
        f"`providers.{context.name}.key: ${{{row.key_variable}}}`."
    )
