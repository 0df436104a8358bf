"""Changes of models as facts for programs and as words for people, the same wherever they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from segue.catalog.differences import details, is_grave
from segue.domain.changes import ChangeDetail, ChangeKind, NotedChange

_WORDS = {
    ChangeKind.ADDED: "new in the list",
    ChangeKind.REMOVED: "no longer in the list",
    ChangeKind.GONE: "gone for good, as its host said",
    ChangeKind.BACK: "there again",
}
_DOLLARS = frozenset(
    {
        *(ChangeKind.PRICE_UP, ChangeKind.PRICE_DOWN, ChangeKind.PRICE_TOLD, ChangeKind.PRICE_UNTOLD),
        *(ChangeKind.BECAME_FREE, ChangeKind.BECAME_PAID),
    }
)


def change_facts(noted: NotedChange) -> dict[str, object]:
    """A change for JSON; money as decimal strings, shares as numbers."""
    change = noted.change
    return {
        "number": noted.number,
        "noted_at": noted.noted_at.isoformat(),
        "model": str(change.model),
        "is_grave": is_grave(change),
        "changes": [_facts(detail) for detail in details(change)],
    }


def _facts(detail: ChangeDetail) -> dict[str, object]:
    share = detail.change_share
    return {
        "kind": str(detail.kind),
        "what": detail.what or None,
        "old": detail.old,
        "new": detail.new,
        "percent": None if share is None else float(share * 100),
    }


def change_words(noted: NotedChange) -> str:
    """What changed of a model, as one line without its name."""
    return "; ".join(map(_words, details(noted.change)))


def _words(detail: ChangeDetail) -> str:
    if detail.kind in _WORDS:
        return _WORDS[detail.kind]
    if detail.kind in {ChangeKind.GAINED, ChangeKind.LOST}:
        return f"{detail.kind} {detail.what}"
    dollars = "$" if detail.kind in _DOLLARS else ""
    old = "unknown" if detail.old is None else f"{dollars}{detail.old}"
    new = "unknown" if detail.new is None else f"{dollars}{detail.new}"
    if detail.kind is ChangeKind.WITHDRAWAL:
        old, new = detail.old or "no day", detail.new or "no day"
    name = str(detail.kind).replace("_", " ")
    return f"{name}{f' ({detail.what})' if detail.what else ''}: {old} → {new}{_percent(detail.change_share)}"


def _percent(share: Decimal | None) -> str:
    return "" if share is None else f" ({(share * 100).quantize(Decimal('0.1')).normalize():+f} %)"


def summary(changes: Iterable[NotedChange]) -> str:
    """How many models changed in which way, as `3 models added, 1 price up`; a model counts once for each way."""
    counts: Counter[ChangeKind] = Counter()
    for noted in changes:
        counts.update({detail.kind for detail in details(noted.change)})
    return ", ".join(f"{counts[kind]} {str(kind).replace('_', ' ')}" for kind in ChangeKind if counts[kind])
