"""`segue models`: every way to get a model, and how one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from segue.cli import listing, pulling, running, weights
from segue.cli.catalogue import changes, deprecations, places
from segue.cli.fitting import fit
from segue.cli.offers import offers
from segue.cli.options import ConfigOption, JsonOption, ModelOption, SystemOption, open_briefly, run, settings
from segue.domain.therapy import Mode

if TYPE_CHECKING:
    from segue.catalog.browsing import Catalogue
    from segue.catalog.listing import Wish
    from segue.config.load import Loaded
    from segue.domain.listing import KeyLimits, Listing
    from segue.providers.contract import Browsable, Provider

app = typer.Typer(help="Which models there are, and which one a turn would get.", no_args_is_help=True)
app.command()(changes)
app.command()(offers)
app.command()(deprecations)
app.command()(places)
app.command()(fit)


@app.command(name="list")
def list_models(
    provider: Annotated[
        str | None, typer.Option(help="Only this provider's; openrouter has a list to look through.")
    ] = None,
    free: listing.FreeOption = None,
    max_price: listing.PriceOption = None,
    context: listing.ContextOption = None,
    modality: listing.ReadsOption = None,
    writes: listing.WritesOption = None,
    parameter: listing.ParameterOption = None,
    maker: listing.MakerOption = None,
    data_policy: listing.PolicyOption = None,
    zero_retention: listing.RetentionOption = None,
    expiring_within: listing.ExpiringOption = None,
    max_first_token: listing.WaitOption = None,
    min_speed: listing.SpeedOption = None,
    max_errors: listing.ErrorsOption = None,
    min_quality: listing.QualityOption = None,
    sort: listing.SortOption = "",
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Every model, whether it is usable now, and what is missing where it is not.

    With a provider that has a list of its own, as openrouter, every model that it offers: newest first, or as --sort
    says. Conditions are combined with and. Nothing is fetched: `segue models refresh` does that.
    """
    from segue.catalog.listing import Wish
    from segue.errors import RequestError

    wish = Wish(
        is_free=free,
        max_usd_per_mtok=listing.dollars(max_price),
        reads=frozenset(modality or ()),
        writes=frozenset(writes or ()),
        context_tokens=context,
        parameters=frozenset(parameter or ()),
        makers=frozenset(maker or ()),
        data_policies=listing.policies(data_policy),
        keeps_nothing=zero_retention,
        expires_within_days=expiring_within,
        max_first_token_s=max_first_token,
        min_tokens_per_s=min_speed,
        max_error_rate=max_errors,
        min_quality=min_quality,
    )
    loaded = settings(config)
    if provider is not None and _browse(loaded, wish, provider, sort, as_json=as_json):
        return
    if wish != Wish() or sort:
        hint = "Add --provider openrouter."
        raise RequestError("These conditions are for a provider with a list to look through.", hint=hint)
    _configured(loaded, provider, as_json=as_json)


def _catalogue(loaded: Loaded) -> Catalogue:
    from segue.catalog.browsing import catalogue_of
    from segue.config.home import make_home, segue_home

    return catalogue_of(loaded, make_home(segue_home()))


def _browse(loaded: Loaded, wish: Wish, provider: str, sort: str, *, as_json: bool) -> bool:
    """List what a host offers; False for a provider that has no list."""
    from segue.catalog.listing import MEASURED, NO_EVIDENCE, sort_keys
    from segue.catalog.listing_facts import browsed_facts
    from segue.cli.measured import evidence as evidence_of
    from segue.cli.printing import print_json, print_table

    catalogue = _catalogue(loaded)
    if not catalogue.can_browse(provider):
        return False
    by_measured = MEASURED & {key.removeprefix("-") for key in sort_keys(sort)}
    shows_measured = wish.asks_evidence or bool(by_measured)
    evidence = run(evidence_of(loaded)) if shows_measured else NO_EVIDENCE
    browsed = catalogue.look(wish, provider=provider, sort=sort, evidence=evidence)
    if as_json:
        print_json(browsed_facts(browsed))
        return True
    print_table(*listing.rows(browsed, wish, shows_measured=shows_measured))
    typer.echo("\n".join(listing.under_the_table(browsed, wish)))
    return True


def _configured(loaded: Loaded, provider: str | None, *, as_json: bool) -> None:
    from segue.app import open as open_models
    from segue.cli.fitting import gateway_room, local_facts, local_rows, local_words
    from segue.cli.printing import card_facts, price_words, print_json, print_table
    from segue.errors import RequestError

    models = open_models(loaded)
    run(models.keys.look())
    known = {card.ref.provider for card in models.cards()}
    if provider is not None and provider not in models.providers_health():
        raise RequestError(f"No provider is named '{provider}'.", hint=f"Known: {', '.join(sorted(known))}.")
    room = gateway_room(loaded)
    cards = [room.as_there(card) for card in models.cards() if provider in (None, card.ref.provider)]
    rows = local_rows(loaded, room)
    if as_json:
        print_json({"models": [card_facts(card) | local_facts(rows.get(card.ref)) for card in cards]})
        return
    table = (
        (
            str(card.ref),
            card.status,
            "here" if card.is_local else "elsewhere",
            price_words(card),
            "unknown" if card.context_tokens is None else f"{card.context_tokens:,}",
            "; ".join(filter(None, (card.label, card.missing, local_words(card, rows.get(card.ref))))),
        )
        for card in cards
    )
    print_table(("model", "status", "runs", "price in / out per million", "context", "note"), table)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The model, as provider:name.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """All that is known of one model; what is not known says so. Of a free one also what to take instead."""
    loaded = settings(config)
    if _show_listed(loaded, name, as_json=as_json):
        return
    from segue.app import open as open_models
    from segue.catalog.fit_facts import row_facts
    from segue.cli.fitting import fitting_of, gateway_room, local_facts, local_rows, print_rows
    from segue.cli.printing import card_facts, print_json, print_table

    models = open_models(loaded)
    run(models.keys.look())
    ref = models.registry.resolve(name).first[0]
    room = gateway_room(loaded)
    facts = card_facts(next(room.as_there(card) for card in models.cards() if card.ref == ref))
    row = local_rows(loaded, room).get(ref)
    facts |= local_facts(row)
    advice = None if row is None else fitting_of(loaded, room).look(str(ref))
    if as_json:
        ways = None if advice is None else [row_facts(way) for way in advice.rows]
        print_json({**facts, "ways": ways})
        return
    print_table((), ((key, _words(key, value)) for key, value in facts.items()))
    if advice is not None:
        print_rows(advice)


def _show_listed(loaded: Loaded, name: str, *, as_json: bool) -> bool:
    """Show a model that stands in a host's list, configured or not; False for any other."""
    from segue.catalog.listing import Wish
    from segue.catalog.listing_facts import model_facts
    from segue.cli.printing import print_json, print_table
    from segue.domain.models import ModelRef

    ref, catalogue = ModelRef.parse(name), _catalogue(loaded)
    if ref is None or not catalogue.can_browse(ref.provider):
        return False
    browsed = catalogue.look(Wish(), provider=ref.provider)
    found = browsed.listing.find(ref.name)
    if found is None:
        return False
    facts = model_facts(found, browsed)
    if as_json:
        print_json(facts)
        return True
    facts |= {"price": listing.price_words(found.price), "status": facts["status"] or "not configured"}
    del facts["free"]
    print_table((), ((key, _words(key, value)) for key, value in facts.items()))
    typer.echo("\n".join(listing.shown_words(found, browsed)))
    return True


@app.command()
def refresh(
    provider: Annotated[str, typer.Option(help="The provider whose list is fetched.")] = "openrouter",
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch a provider's list of models and keep it for `segue models list`. OpenRouter wants no key for it."""
    from segue.cli.printing import print_json

    loaded = settings(config)
    catalogue = _catalogue(loaded)
    host = catalogue.host(provider)
    before = {model.ref for model in host.listing().models}
    fetched = run(_refreshed(loaded, catalogue, provider))
    now = {model.ref for model in fetched.models}
    if as_json:
        told = {"provider": provider, "models": len(now), "unread": fetched.unread, "as_of": fetched.as_of.isoformat()}
        print_json({**told, "new": sorted(map(str, now - before)), "gone": sorted(map(str, before - now))})
        return
    typer.echo(f"{len(now)} models: {len(now - before)} new, {len(before - now)} gone since the list before.")
    typer.echo("What changed: segue models changes")


@app.command()
def limits(
    provider: Annotated[str, typer.Option(help="The provider whose key is asked about.")] = "openrouter",
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """What the configured key may do: its credit, and how often it may ask free models. Asks the provider."""
    from segue.catalog.listing_facts import limits_facts
    from segue.cli.printing import print_json, print_table
    from segue.errors import RequestError

    loaded = settings(config)
    host = _catalogue(loaded).host(provider)
    if provider not in loaded.settings.providers:
        hint = f"segue providers add {provider} --host {provider}"
        raise RequestError(f"'{provider}' is not configured, and has no key therefore.", param="provider", hint=hint)
    told = run(_limits(loaded, provider, host))
    quota = host.free_quota()
    facts = limits_facts(told, quota)
    if as_json:
        print_json(facts)
        return
    del facts["free_quota"]
    print_table((), ((key, _words(key, value)) for key, value in facts.items()))
    if quota is not None:
        typer.echo(listing.quota_words(quota))


async def _refreshed(loaded: Loaded, catalogue: Catalogue, provider: str) -> Listing:
    """The list of today; the vault is opened only for a host that wants a key for it."""
    from segue.cli.keys import know_keys
    from segue.errors import KeyRejected

    host = cast("Provider", catalogue.host(provider))
    try:
        async with host:
            return await catalogue.refresh(provider)
    except KeyRejected:
        await know_keys(loaded, {provider: host})
        async with host:
            return await catalogue.refresh(provider)


async def _limits(loaded: Loaded, provider: str, host: Browsable) -> KeyLimits:
    from segue.cli.keys import know_keys

    await know_keys(loaded, {provider: cast("Provider", host)})
    async with cast("Provider", host):
        return await host.limits()


def _words(key: str, value: object) -> str:
    if value is None:
        return "-" if key in ("label", "missing", "stands_for", "expires_on", "replacement") else "unknown"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="What a person might say.")],
    task: Annotated[str | None, typer.Option(help="The kind of work, as therapeutic_response.")] = None,
    mode: Annotated[Mode | None, typer.Option(help="What is asked for (`segue.mode`).")] = None,
    model: ModelOption = "auto",
    system: SystemOption = None,
    caller: Annotated[str | None, typer.Option(help="As the key of this caller sees it (`segue callers`).")] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Which models would be asked for a text, in which order and why, and why the others were left out."""
    from segue.domain.chat import ChatRequest, Message, Role
    from segue.domain.models import TaskType
    from segue.errors import RequestError

    if not text.strip():
        raise RequestError("The text is empty.", param="text", hint="Write it after `segue models explain`.")
    if task is not None and task not in list(TaskType):
        raise RequestError(f"There is no task '{task}'.", param="task", hint=f"Known: {', '.join(TaskType)}.")
    before = (Message(Role.SYSTEM, system),) if system else ()
    request = ChatRequest(
        (*before, Message(Role.USER, text)),
        model=model,
        task=TaskType(task) if task is not None else None,
        mode=mode,
    )
    run(_explain(request, config, caller=caller, as_json=as_json))


async def _explain(request: object, config: object, *, caller: str | None, as_json: bool) -> None:
    from pathlib import Path

    from segue.cli.caller_scopes import scope_named
    from segue.cli.printing import print_json, ranking_facts, ranking_lines
    from segue.domain.chat import ChatRequest
    from segue.domain.findings import Action

    assert isinstance(request, ChatRequest)
    assert config is None or isinstance(config, Path)
    async with open_briefly(settings(config)) as models:
        verdict = await models.screen(request)
        ranking = models.explain(request, verdict=verdict, scope=await scope_named(models.journal, caller))
    is_replaced = verdict.action is Action.REPLACE
    if as_json:
        screening = {"level": verdict.level, "action": verdict.action}
        print_json({"screening": screening, "asks_a_model": not is_replaced, **ranking_facts(ranking)})
        return
    if is_replaced:
        typer.echo(f"No model is asked: screening found {verdict.level} risk, and written words answer.")
        typer.echo("Without that it would be:")
    typer.echo("\n".join(ranking_lines(ranking)))


running.add_to(app)
app.command()(pulling.pull)
weights.add_to(app)
