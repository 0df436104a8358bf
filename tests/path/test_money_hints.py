"""What is refused for money or limits says what stands in the way, once, and what helps."""

from __future__ import annotations

from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.domain.callers import CallerBudget, CallerScope
from segue.domain.models import Privacy
from segue.errors import AllModelsFailed, BudgetSpent, NotAllowed, RateLimitExceeded, RequestError, SegueError
from segue.pipeline.turn.turns import Asker
from segue.server.chat_json import read_chat
from segue.server.errors_json import error_json
from tests.support.talk import asked, scripted, settings_of, told

DEAR: dict[str, object] = {"text": "Hello.", "price": {"input_usd_per_mtok": "1000", "output_usd_per_mtok": "2000"}}


def opened(home: Path, **sections: object) -> ModelManager:
    models: dict[str, dict[str, object]] = {"dear": DEAR, "far": {"text": "Hi.", "data_policy": "may_train"}}
    return segue.open(settings_of(scripted(one=models), **sections), home=home)


async def refused(models: ModelManager, scope: CallerScope | None = None, **fields: object) -> SegueError:
    asker = Asker("id1", caller_name="game", **({} if scope is None else {"scope": scope}))  # type: ignore[arg-type] # as there
    with pytest.raises(SegueError) as error:
        await told(models, asked("Hi", model="one:dear", strict=True, **fields), asker)
    return error.value


async def test_what_does_not_fit_says_that_a_limit_of_the_answer_would_help(tmp_path: Path) -> None:
    """Only where the request has none, and something is left."""
    budgets = [{"scope": "global", "limit_usd": "1"}]
    async with opened(tmp_path, budgets=budgets) as models:
        unbounded, bounded = await refused(models), await refused(models, max_tokens=1000)

    assert isinstance(unbounded, BudgetSpent)
    assert unbounded.hint.startswith("Give `max_tokens`")
    assert "max_tokens" not in bounded.hint


async def test_what_a_key_may_spend_itself_names_the_command(tmp_path: Path) -> None:
    """The budgets of the settings are not what is in the way."""
    async with opened(tmp_path) as models:
        error = await refused(models, CallerScope(budget=CallerBudget(10, "day")), max_tokens=10)

    assert "segue callers change game --budget-usd" in error.hint


async def test_a_limit_of_tokens_says_what_the_turn_needs(tmp_path: Path) -> None:
    """So that who asks knows by how much it is too long."""
    limits = [{"scope": "caller", "tokens_per_minute": 1}]
    async with opened(tmp_path, limits=limits) as models:
        error = await refused(models, max_tokens=100)

    assert isinstance(error, RateLimitExceeded)
    assert "This takes about 1" in error.message


async def test_limits_that_are_in_the_way_are_no_rest_and_what_to_do_is_told_once(tmp_path: Path) -> None:
    """No provider lacks anything, so that nothing is said of `segue doctor`."""
    limits = [{"scope": "model", "name": "one:dear", "tokens_per_minute": 1}]
    async with opened(tmp_path, limits=limits) as models:
        error = await refused(models, max_tokens=100)

    assert isinstance(error, AllModelsFailed)
    assert "all that qualify are at their limits." in error.message + "."
    assert "doctor" not in error.hint
    assert error.hint not in str(error_json(error)["message"])


async def test_a_key_that_narrows_privacy_says_so(tmp_path: Path) -> None:
    """A wider rule of the turn or the settings would not help."""
    async with opened(tmp_path) as models:
        ranking = models.explain(asked("Hi", model="one:far"), scope=CallerScope(privacy=Privacy.LOCAL_ONLY))

    (left_out,) = [each for each in ranking.rejected if each.card.ref.name == "far"]
    assert "segue callers change NAME --privacy any" in " ".join(why.hint for why in left_out.rejections)


async def test_a_key_that_may_not_mark_calls_is_told_the_option(tmp_path: Path) -> None:
    """Not only the role."""
    async with opened(tmp_path) as models:
        error = await refused(models, audience="internal")

    assert isinstance(error, NotAllowed)
    assert "--internal" in error.hint


def test_a_tag_that_is_none_is_told_which_characters_it_may_have() -> None:
    """In words, and without the tag."""
    body = b'{"model": "auto", "messages": [{"role": "user", "content": "Hi"}], "segue": {"tags": ["bed time"]}}'
    with pytest.raises(RequestError) as wrong:
        read_chat(body, limits=settings_of({}).server, session_header=None)

    assert (wrong.value.param, wrong.value.message) == ("segue.tags[0]", "segue.tags[0]: this is no tag.")
    assert "1 to 64 characters" in wrong.value.hint
