"""Which host of the price list a provider is."""

from segue.catalog.prices import PriceList
from segue.catalog.providers import hosts_of
from segue.config.settings import Settings


def test_a_host_of_its_own_protocol_has_its_prices_at_its_own_address() -> None:
    """Anthropic is priced by the list; a server that only speaks like it may charge anything. Covers R4.1."""
    own: dict[str, object] = {"models": {"claude-opus-5-5": {}}}
    providers = {
        "claude": {"type": "anthropic", "options": own},
        "relay": {"type": "anthropic", "options": {**own, "base_url": "http://10.0.0.1/v1"}},
        "groq": {"type": "openai_compatible", "options": {"host": "groq", "models": {"m": {}}}},
    }
    hosts = hosts_of(Settings.model_validate({"providers": providers}))

    price = PriceList.load_now().of(hosts["claude"], "claude-opus-5-5").price
    assert hosts == {"claude": "anthropic", "groq": "groq"}
    assert price is not None
    assert price.cache_write_usd_per_mtok is not None
    assert price.cache_write_usd_per_mtok > price.input_usd_per_mtok
