"""A host's list as plain facts, for JSON: the same on the command line and over HTTP. None where it is unknown."""

from __future__ import annotations

from segue.catalog.browsing import Browsed
from segue.domain.listing import FreeQuota, KeyLimits, ListedModel, Listing
from segue.domain.money import Price


def browsed_facts(browsed: Browsed) -> dict[str, object]:
    """What was found, with the list's age and the limits of free models."""
    return {
        "provider": browsed.listing.provider,
        "list": listing_facts(browsed.listing, browsed),
        "free_quota": None if browsed.quota is None else quota_facts(browsed.quota),
        "models": [model_facts(model, browsed) for model in browsed.models],
    }


def listing_facts(listing: Listing, browsed: Browsed) -> dict[str, object]:
    """Where a list comes from and how old it is."""
    return {
        "source": str(listing.source),
        "as_of": listing.as_of.isoformat(),
        "age_days": listing.age(browsed.now).days,
        "models": len(listing.models),
        "unread": listing.unread,
    }


def quota_facts(quota: FreeQuota) -> dict[str, object]:
    """What free models may be asked."""
    return {
        "a_minute": quota.a_minute,
        "a_day": quota.a_day,
        "used_this_minute": quota.used_this_minute,
        "used_today": quota.used_today,
        "left_today": quota.left_today,
        "because": quota.because,
        "rule_as_of": quota.rule_as_of.isoformat(),
    }


def model_facts(model: ListedModel, browsed: Browsed) -> dict[str, object]:
    """One model of the list."""
    card, measured = browsed.cards.get(model.ref.name), browsed.evidence.of(model.ref)
    return {
        "model": str(model.ref),
        "title": model.title,
        "canonical": model.canonical,
        "stands_for": model.stands_for,
        "maker": model.maker,
        "status": None if card is None else str(card.status),
        "is_free": model.is_free,
        "price": None if model.price is None else price_facts(model.price),
        "context_tokens": model.context_tokens,
        "max_output_tokens": model.max_output_tokens,
        "reads": sorted(model.reads),
        "writes": sorted(model.writes),
        "parameters": sorted(model.parameters),
        "listed_at": None if model.listed_at is None else model.listed_at.isoformat(),
        "expires_on": None if model.expires_on is None else model.expires_on.isoformat(),
        "is_withdrawn": model.is_withdrawn(browsed.now.date()),
        "replacement": _replacement(model, browsed),
        "is_moderated": model.is_moderated,
        "data_policy": str(model.data_policy),
        "keeps_nothing": model.keeps_nothing,
        "quality": model.quality,
        "first_token_p50_s": measured.first_token_p50_s,
        "output_tokens_per_s": measured.output_tokens_per_s,
        "error_rate": measured.error_rate,
        "free": free_facts(model, browsed) if model.is_free else None,
    }


def _replacement(model: ListedModel, browsed: Browsed) -> str | None:
    """The nearest model that stays, for one that is or will be withdrawn."""
    if model.expires_on is None and not model.is_gone:
        return None
    nearest = browsed.instead_of(model).paid
    return None if nearest is None else str(nearest.ref)


def free_facts(model: ListedModel, browsed: Browsed) -> dict[str, object]:
    """What can go wrong with a free model, and what to take instead."""
    instead = browsed.instead_of(model)
    paid, local = instead.paid, instead.local
    return {
        "risks": list(browsed.risks_of(model)),
        "nearest_paid": None
        if paid is None or paid.price is None
        else {"model": str(paid.ref), "price": price_facts(paid.price)},
        "local": None if local is None else {"model": str(local.ref), "status": str(local.status)},
    }


def price_facts(price: Price) -> dict[str, object]:
    """Dollars as decimal strings: a float would round them."""
    cached, written = price.cached_input_usd_per_mtok, price.cache_write_usd_per_mtok
    return {
        "input_usd_per_mtok": f"{price.input_usd_per_mtok:f}",
        "output_usd_per_mtok": f"{price.output_usd_per_mtok:f}",
        "cached_input_usd_per_mtok": None if cached is None else f"{cached:f}",
        "cache_write_usd_per_mtok": None if written is None else f"{written:f}",
        "request_usd": f"{price.request_usd:f}",
        "long_prompts": [
            {
                "above_tokens": rate.above_tokens,
                "input_usd_per_mtok": f"{rate.input_usd_per_mtok:f}",
                "output_usd_per_mtok": f"{rate.output_usd_per_mtok:f}",
            }
            for rate in price.long_prompts
        ],
        "source": price.source,
        "as_of": None if price.as_of is None else price.as_of.isoformat(),
    }


def limits_facts(limits: KeyLimits, quota: FreeQuota | None) -> dict[str, object]:
    """What a key may do, as its host said."""

    def usd(name: str) -> str | None:
        amount = getattr(limits, name)
        return None if amount is None else f"{amount:f}"

    money = ("limit_usd", "limit_left_usd", "used_usd", "used_today_usd", "bought_usd", "spent_usd")
    return {
        "read_at": limits.read_at.isoformat(),
        "is_free_tier": limits.is_free_tier,
        **{name: usd(name) for name in money},
        "limit_resets": limits.limit_resets,
        "expires_at": None if limits.expires_at is None else limits.expires_at.isoformat(),
        "free_quota": None if quota is None else quota_facts(quota),
    }
