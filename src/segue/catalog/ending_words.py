"""Models that end, as facts for programs and as words for people."""

from __future__ import annotations

from datetime import date

from segue.catalog.browsing import Ending
from segue.domain.withdrawals import NoticeSource


def ending_facts(ending: Ending, today: date) -> dict[str, object]:
    """One for JSON."""
    one, instead = ending.withdrawal, ending.instead
    return {
        "model": str(one.model),
        "is_in_use": ending.is_in_use,
        "is_gone": one.is_gone,
        "is_over": one.is_over(today),
        "ends_on": None if one.ends_on is None else one.ends_on.isoformat(),
        "is_earliest": one.is_earliest,
        "announced": None if one.announced is None else one.announced.isoformat(),
        "source": str(one.source),
        "page": one.page or None,
        "makers_choice": one.makers_choice,
        "instead": None if instead is None else str(instead.ref),
        "instead_is_configured": instead is not None and instead.card is not None,
    }


def when_words(ending: Ending, today: date) -> str:
    """When it ends, and who says so."""
    one = ending.withdrawal
    if one.is_gone:
        by_whom = "as its host said" if one.source is NoticeSource.HOST_SAID else "its host does not list it any more"
        return f"gone: {by_whom}"
    earliest = ", at the earliest" if one.is_earliest else ""
    whose = "its maker announced it" if one.source is NoticeSource.MAKER else "its host's list says so"
    return f"{'ended' if one.is_over(today) else 'ends'} {one.ends_on}{earliest}: {whose}"


def instead_words(ending: Ending) -> str:
    """What to take instead."""
    if ending.instead is None:
        return "Nothing that is configured or listed comes near: see `segue models list`."
    where = "which is configured" if ending.instead.card is not None else "once it is configured"
    return f"Take {ending.instead.ref} instead, {where}."
