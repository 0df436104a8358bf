"""A configuration names a host or an address, and everything else follows or is refused."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from segue.domain.models import Capability, DataPolicy, ModelStatus, ProviderType
from segue.domain.money import FREE, Price
from segue.providers.anthropic.adapter import AnthropicOptions
from segue.providers.contract import ProviderContext
from segue.providers.hosts import HOSTS
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from tests.conformance.provider_harness import Silence

SECRET = "sk-planted-7"  # pragma: allowlist secret


def adapter(*, key: str | None = None, **raw: object) -> CustomAPIAdapter:
    options = CompatibleOptions.model_validate({"models": {"m": None}, **raw})
    return CustomAPIAdapter(options, ProviderContext("there", Path("home"), Silence(), key=key))


@pytest.mark.parametrize("host", HOSTS)
def test_every_known_host_can_be_used_by_its_name(host: str) -> None:
    """A name and a key are enough; a host that wants a key says which variable it is usually in."""
    made = adapter(host=host, key=SECRET)

    assert made.health().is_usable
    assert made.cards()[0].status is ModelStatus.READY


def test_host_without_its_key_says_what_to_do() -> None:
    """A missing key shows before anybody asks, with the variable and the command."""
    made = adapter(host="groq")

    assert not made.health().is_usable
    assert made.status("m") is ModelStatus.MISSING
    for word in ("GROQ_API_KEY", "providers.there.key", "segue keys set there"):
        assert word in made.health().detail


@pytest.mark.parametrize(
    ("raw", "policy", "kind"),
    [
        ({"host": "openai"}, DataPolicy.UNKNOWN, ProviderType.CUSTOM_API),
        ({"host": "openai", "data_policy": "no_training"}, DataPolicy.NO_TRAINING, ProviderType.CUSTOM_API),
        ({"host": "openrouter"}, DataPolicy.UNKNOWN, ProviderType.OPENROUTER),
        ({"host": "vllm"}, DataPolicy.LOCAL, ProviderType.LOCAL_SERVER),
        ({"base_url": "http://127.0.0.1:9/v1"}, DataPolicy.LOCAL, ProviderType.LOCAL_SERVER),
        ({"base_url": "http://[::1]:9/v1"}, DataPolicy.LOCAL, ProviderType.LOCAL_SERVER),
        ({"base_url": "http://localhost:9"}, DataPolicy.LOCAL, ProviderType.LOCAL_SERVER),
        ({"base_url": "http://localhost.example.org"}, DataPolicy.UNKNOWN, ProviderType.CUSTOM_API),
        ({"base_url": "http://10.0.0.4/v1"}, DataPolicy.UNKNOWN, ProviderType.CUSTOM_API),
        ({"base_url": "http://10.0.0.4/v1", "data_policy": "local"}, DataPolicy.LOCAL, ProviderType.LOCAL_SERVER),
        ({"host": "ollama", "base_url": "http://gpu.test/v1"}, DataPolicy.UNKNOWN, ProviderType.LOCAL_SERVER),
        ({"base_url": "http://127.0.0.1:9", "data_policy": "may_train"}, DataPolicy.MAY_TRAIN, ProviderType.CUSTOM_API),
    ],
)
def test_where_words_go_is_known_or_unknown(raw: dict[str, object], policy: DataPolicy, kind: ProviderType) -> None:
    """Only an address on this machine is local by itself; every other policy has to be said."""
    card = adapter(key=SECRET, **raw).cards()[0]

    assert (card.data_policy, card.provider_type, card.price == FREE) == (policy, kind, policy is DataPolicy.LOCAL)


@pytest.mark.parametrize("kind", [CompatibleOptions, AnthropicOptions])
def test_proxy_on_the_way_is_not_this_machine(kind: type[CompatibleOptions | AnthropicOptions]) -> None:
    """A loopback address that a proxy leads to may be anywhere, unless somebody says otherwise."""
    near = {"models": {"m": {}}, "base_url": "http://127.0.0.1:9/v1"}
    through = {**near, "proxy": "http://proxy.example.org:3128"}

    told = [kind.model_validate(raw).row.provider_type for raw in (near, through, {**through, "data_policy": "local"})]
    assert told == [ProviderType.LOCAL_SERVER, ProviderType.CUSTOM_API, ProviderType.LOCAL_SERVER]
    assert not CompatibleOptions.model_validate(through).is_near


@pytest.mark.parametrize("policy", [None, "local"])
@pytest.mark.parametrize("name", ["gpt-oss:120b-cloud", "kimi-k2:cloud", "GLM:CLOUD"])
def test_ollama_cloud_model_is_not_local(name: str, policy: str | None) -> None:
    """A server that passes words on to somebody else does not count as local, whatever is said of the server."""
    made = adapter(host="ollama", models={name: {}}, data_policy=policy)
    assert made.cards()[0].data_policy is DataPolicy.UNKNOWN


def test_model_is_described_by_what_the_configuration_says() -> None:
    """What is left out is unknown; what is said is kept."""
    said = {
        "context_tokens": 8000,
        "capabilities": ["tools"],
        "price": {"input_usd_per_mtok": "0.15", "output_usd_per_mtok": 0.6},
        "languages": ["en"],
        "in_auto": False,
    }
    card, bare = adapter(base_url="https://there.test/v1", models={"a/b:c.1": said, "m": None}).cards()

    assert (str(card.ref), card.context_tokens, card.in_auto) == ("there:a/b:c.1", 8000, False)
    assert card.capabilities == bare.capabilities | {Capability.TOOLS}
    assert card.price == Price(Decimal("0.15"), Decimal("0.6"))
    assert (bare.context_tokens, bare.price, bare.languages) == (None, None, None)


@pytest.mark.parametrize(
    "raw",
    [
        {},
        {"host": "opanai"},
        {"host": "openai", "models": {}},
        {"host": "openai", "unknown": 1},
        {"host": "openai", "models": {"m": {"price": {"input_usd_per_mtok": -1, "output_usd_per_mtok": 1}}}},
        {"host": "openai", "models": {"m": {"price": {"input_usd_per_mtok": 1}}}},
        {"base_url": "ftp://there.test"},
        {"base_url": "there.test/v1"},
        {"base_url": f"https://user:{SECRET}@there.test/v1"},
        {"base_url": f"https://there.test/v1?key={SECRET}"},
        {"host": "openai", "headers": {"Authorization": SECRET}},
        {"host": "openai", "headers": {"X-Api-Key": SECRET}},
        {"host": "openai", "headers": {"X-Title": f"{SECRET}\r\nHost: other"}},
        {"host": "openai", "headers": {"Host": SECRET}},
        {"host": "openai", "proxy": SECRET},
    ],
)
def test_wrong_options_are_refused_without_quoting_them(raw: dict[str, object]) -> None:
    """A key in the wrong place is refused, and the error does not show it."""
    with pytest.raises(ValidationError) as caught:
        CompatibleOptions.model_validate({"models": {"m": None}, **raw})
    assert SECRET not in str(caught.value)


def test_key_and_proxy_show_in_no_repr() -> None:
    """What is secret does not show when a provider is printed."""
    made = adapter(base_url="https://there.test/v1", key=SECRET, proxy=f"http://user:{SECRET}@proxy.test")

    assert SECRET not in f"{made!r}{vars(made)!r}"


@pytest.mark.parametrize("host", HOSTS)
def test_no_host_lets_a_caller_undo_the_rule_on_data_or_choose_another_model(host: str) -> None:
    """Fields that route a request elsewhere are the operator's: a caller's are not passed on."""
    assert not HOSTS[host].extra_fields & {"provider", "models", "route", "session_id", "user", "plugins", "metadata"}
