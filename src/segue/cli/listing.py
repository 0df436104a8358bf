"""A host's list of models at the terminal: the words of its conditions, its rows, and what stands under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from datetime import date

    from segue.catalog.browsing import Browsed
    from segue.catalog.listing import Wish
    from segue.domain.listing import FreeQuota, ListedModel, Listing
    from segue.domain.models import DataPolicy
    from segue.domain.money import Price

FreeOption = Annotated[bool | None, typer.Option("--free/--paid", help="Only free models, or only paid ones.")]
PriceOption = Annotated[
    str | None, typer.Option("--max-price", help="Dollars a million tokens that no rate of it may exceed, in or out.")
]
ContextOption = Annotated[int | None, typer.Option("--context", min=1, help="It holds at least so many tokens.")]
ReadsOption = Annotated[
    list[str] | None, typer.Option("--modality", help="It takes this: text, image, file, audio, video. Repeatable.")
]
WritesOption = Annotated[list[str] | None, typer.Option("--writes", help="It gives this: text, image, … Repeatable.")]
ParameterOption = Annotated[
    list[str] | None, typer.Option("--parameter", help="It takes this request field, as tools. Repeatable.")
]
MakerOption = Annotated[list[str] | None, typer.Option("--maker", help="It was made by these, as mistralai.")]
PolicyOption = Annotated[
    list[str] | None, typer.Option("--data-policy", help="What is done with what is sent: no_training, may_train.")
]
RetentionOption = Annotated[
    bool | None, typer.Option("--zero-retention", help="Somebody serves it who keeps nothing of what is sent.")
]
ExpiringOption = Annotated[
    int | None, typer.Option("--expiring-within", min=0, help="It is withdrawn within so many days, or was.")
]
WaitOption = Annotated[
    float | None, typer.Option("--max-first-token", help="Longest median wait for its first word, measured here.")
]
SpeedOption = Annotated[float | None, typer.Option("--min-speed", help="Least median tokens a second, measured here.")]
ErrorsOption = Annotated[
    float | None, typer.Option("--max-errors", min=0, max=1, help="Largest share of failed calls, measured here.")
]
QualityOption = Annotated[
    float | None, typer.Option("--min-quality", help="Least published intelligence index (Artificial Analysis).")
]
SortOption = Annotated[
    str, typer.Option("--sort", help="Columns, as price,-context: name, price, context, expires, first_token, …")
]


def dollars(text: str | None) -> Decimal | None:
    """An amount as it was written. Raises RequestError for one that is none."""
    from segue.errors import RequestError

    if text is None:
        return None
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount < 0:
        hint = "Dollars a million tokens, as 0.5; for free models: --free."
        raise RequestError(f"'{text[:40]}' is no price.", param="max_price", hint=hint)
    return amount


def policies(words: Iterable[str] | None) -> frozenset[DataPolicy]:
    """Data policies by their names. Raises RequestError."""
    from segue.domain.models import DataPolicy
    from segue.errors import RequestError

    found = set()
    for word in words or ():
        if word not in list(DataPolicy):
            hint = f"Known: {', '.join(DataPolicy)}."
            raise RequestError(f"There is no data policy '{word[:40]}'.", param="data_policy", hint=hint)
        found.add(DataPolicy(word))
    return frozenset(found)


def rows(browsed: Browsed, wish: Wish, *, shows_measured: bool) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """The headings and the rows of a table."""
    headings = ["model", "price in / out per million", "context", "takes", "gives", "note"]
    if shows_measured:
        headings.insert(5, "first word / speed / errors")
    if wish.is_free:
        headings.insert(-1, "nearest paid")

    def cells(model: ListedModel) -> tuple[str, ...]:
        told = [
            str(model.ref),
            price_words(model.price),
            "unknown" if model.context_tokens is None else f"{model.context_tokens:,}",
            ", ".join(sorted(model.reads)) or "unknown",
            ", ".join(sorted(model.writes)) or "unknown",
            "; ".join(_notes(model, browsed)),
        ]
        if shows_measured:
            told.insert(5, _measured(model, browsed))
        if wish.is_free:
            paid = browsed.instead_of(model).paid
            told.insert(-1, "none" if paid is None else f"{paid.ref.name} {price_words(paid.price)}")
        return tuple(told)

    return tuple(headings), map(cells, browsed.models)


def under_the_table(browsed: Browsed, wish: Wish) -> Iterator[str]:
    """How many there are, how old the list is, and what free models are limited to."""
    yield f"{len(browsed.models)} of {len(browsed.listing.models)} models. {age_words(browsed.listing, browsed)}"
    if wish.is_free and browsed.quota is not None:
        yield quota_words(browsed.quota)
        withdrawn = "Free models may be withdrawn at any time, and many of their hosts train on what they are sent"
        asks_them_not = all(model.data_policy == "no_training" for model in browsed.models)
        yield f"{withdrawn}: those are not asked, which may leave nobody." if asks_them_not else f"{withdrawn}."
        if browsed.models:
            yield f"What to take instead: segue models show {browsed.models[0].ref}"


def age_words(listing: Listing, browsed: Browsed) -> str:
    """Where the list comes from and how old it is."""
    days = listing.age(browsed.now).days
    old = "today" if days == 0 else "1 day old" if days == 1 else f"{days} days old"
    source = "shipped with Segue" if listing.source == "shipped" else "fetched"
    unread = f" {listing.unread} entries of it were left out." if listing.unread else ""
    return f"List of {listing.as_of:%Y-%m-%d}, {source}, {old}; `segue models refresh` fetches today's.{unread}"


def quota_words(quota: FreeQuota) -> str:
    """What free models may be asked."""
    return (
        f"Free models: {quota.a_minute} requests a minute and {quota.a_day} a day for all of them together"
        f" ({quota.because}; read {quota.rule_as_of}); {quota.left_today} left today by this machine's count."
    )


def shown_words(model: ListedModel, browsed: Browsed) -> Iterator[str]:
    """What stands under one model: the risks of a free one, and what to take instead."""
    yield age_words(browsed.listing, browsed)
    if model.is_free or model.expires_on is not None or model.is_gone:
        yield from (f"Free: {risk}" for risk in browsed.risks_of(model))
        yield from instead_words(model, browsed)


def instead_words(model: ListedModel, browsed: Browsed) -> Iterator[str]:
    """What to take in place of a model: the nearest paid one that stays, and one on this machine."""
    instead = browsed.instead_of(model)
    if instead.paid is not None:
        yield f"Instead, paid: {instead.paid.ref}, {price_words(instead.paid.price)} a million tokens in / out."
    if instead.local is not None:
        yield f"Instead, on this machine: {instead.local.ref} ({instead.local.status}), free."
    if instead.local is None:
        yield "Instead, on this machine: nothing is configured; `segue chat` gets a demonstration model."


def price_words(price: Price | None) -> str:
    """A price in a table: dollars a million tokens, in and out."""
    if price is None:
        return "unknown"
    if price.is_free:
        return "free"
    longer = "+" if price.long_prompts else ""
    return f"${price.input_usd_per_mtok.normalize():f} / ${price.output_usd_per_mtok.normalize():f}{longer}"


def _notes(model: ListedModel, browsed: Browsed) -> Iterator[str]:
    card = browsed.cards.get(model.ref.name)
    if card is not None:
        yield f"configured, {card.status}"
    if (words := _until(model, browsed.now.date())) is not None:
        yield words
    if model.stands_for:
        yield f"now {model.stands_for}"
    if model.keeps_nothing:
        yield "zero retention"


def _until(model: ListedModel, today: date) -> str | None:
    if model.is_gone:
        return "WITHDRAWN"
    if model.expires_on is None:
        return None
    return f"{'WITHDRAWN' if model.expires_on < today else 'until'} {model.expires_on}"


def _measured(model: ListedModel, browsed: Browsed) -> str:
    measured = browsed.evidence.of(model.ref)
    if not measured.calls:
        return "-"
    wait = "?" if measured.first_token_p50_s is None else f"{measured.first_token_p50_s:.2f} s"
    speed = "?" if measured.output_tokens_per_s is None else f"{measured.output_tokens_per_s:.0f}/s"
    return f"{wait} / {speed} / {measured.error_rate or 0:.0%}"
