"""`segue models offers`: who serves a model behind its host, and on which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from segue.cli.options import ConfigOption, JsonOption, run, settings

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.domain.listing import Offer
    from segue.domain.models import ModelRef
    from segue.providers.contract import Offering, Provider


def offers(
    name: Annotated[str, typer.Argument(help="The model, as openrouter:maker/name.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Who serves a model behind its host: price, room, retention, uptime. Asks the host; no key is needed.

    The tags are what `routing.only`, `order` and `ignore` take.
    """
    from segue.catalog.browsing import catalogue_of
    from segue.cli.listing import price_words
    from segue.cli.printing import print_json, print_table
    from segue.config.home import make_home, segue_home
    from segue.domain.models import ModelRef
    from segue.errors import RequestError
    from segue.providers.contract import Offering

    loaded, ref = settings(config), ModelRef.parse(name)
    catalogue = catalogue_of(loaded, make_home(segue_home()))
    host: object = catalogue.host(ref.provider) if ref is not None and catalogue.can_browse(ref.provider) else None
    if ref is None or not isinstance(host, Offering):
        hint = "Write the model as openrouter:maker/name."
        raise RequestError(f"'{name[:80]}' is no model of a host that others serve behind.", param="name", hint=hint)
    found = run(_asked(loaded, ref, host))
    if as_json:
        print_json({"model": str(ref), "offers": [offer_facts(offer) for offer in found]})
        return
    headings = (
        "tag",
        "who",
        "price in / out per million",
        "context",
        "longest answer",
        "weights",
        "keeps",
        "up, a day",
    )
    rows = (
        (
            offer.tag,
            offer.host,
            price_words(offer.price),
            _tokens(offer.context_tokens),
            _tokens(offer.max_output_tokens),
            offer.weights or "unknown",
            {True: "nothing", False: "may keep", None: "unknown"}[offer.keeps_nothing],
            "unknown" if offer.uptime is None else f"{offer.uptime:.1%}",
        )
        for offer in found
    )
    print_table(headings, rows)
    typer.echo(f"{len(found)} serve it. Ask only some of them: `options.routing.only` of the provider, by their tags.")


async def _asked(loaded: Loaded, ref: ModelRef, host: Offering) -> tuple[Offer, ...]:
    from segue.cli.keys import know_keys

    await know_keys(loaded, {ref.provider: cast("Provider", host)})
    async with cast("Provider", host):
        return await host.offers(ref.name)


def offer_facts(offer: Offer) -> dict[str, object]:
    """One offer, for JSON."""
    from segue.catalog.listing_facts import price_facts

    return {
        "tag": offer.tag,
        "host": offer.host,
        "price": None if offer.price is None else price_facts(offer.price),
        "context_tokens": offer.context_tokens,
        "max_output_tokens": offer.max_output_tokens,
        "weights": offer.weights,
        "keeps_nothing": offer.keeps_nothing,
        "uptime": offer.uptime,
    }


def _tokens(count: int | None) -> str:
    return "unknown" if count is None else f"{count:,}"
