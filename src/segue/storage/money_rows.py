"""Money in an SQL database: what is done within one transaction.

A hold has a row for each account, so that what is held of one is a sum over its rows, and no number can be left wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Row, Table, and_, delete, func, literal, select

from segue.domain.budgets import Account, Booked, Hold, Limit, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.dialects import insert
from segue.storage.money_contract import Step
from segue.storage.tables import budget_accounts as accounts
from segue.storage.tables import budget_holds as holds

_NAMES = ("kind", "name", "period", "began_us")


def book(connection: Connection, steps: Sequence[Step], *, at_us: int, dialect: str) -> tuple[Booked, ...]:
    """Carry out steps. Nobody else may write meanwhile."""
    return tuple([_booked(connection, step, at_us=at_us, dialect=dialect) for step in steps])


def _booked(connection: Connection, step: Step, *, at_us: int, dialect: str) -> Booked:
    hold = step.hold
    match step:
        case Reserve(limits=limits):
            if not _is_held(connection, hold):
                found = {account: standing(connection, account) for account in hold.accounts}
                if (short := _short(hold, limits, found)) is not None:
                    return Booked(short, tuple(found.items()))
                _hold(connection, hold, at_us=at_us, dialect=dialect)
        case Settle(cost_micro_usd=cost):
            released = connection.execute(delete(holds).where(holds.c.hold == hold.id)).rowcount
            if released or not hold.is_hard:
                _spend(connection, hold.accounts, cost, at_us=at_us, dialect=dialect)
    return Booked(None, tuple([(account, standing(connection, account)) for account in hold.accounts]))


def standing(connection: Connection, account: Account) -> Standing:
    """How one account stands."""
    row = connection.execute(
        select(accounts.c.spent_micro_usd, accounts.c.unpriced).where(_is(accounts, account))
    ).one_or_none()
    held = connection.execute(select(func.sum(holds.c.micro_usd)).where(_is(holds, account))).scalar_one()
    spent, unpriced = (0, 0) if row is None else (row.spent_micro_usd, row.unpriced)
    return Standing(spent, int(held or 0), unpriced)


def every_standing(connection: Connection) -> Mapping[Account, Standing]:
    """How every account stands of which something is kept."""
    found: dict[Account, Standing] = {}
    for row in connection.execute(select(accounts)):
        found[_account(row)] = Standing(row.spent_micro_usd, 0, row.unpriced)
    names = [holds.c[name] for name in _NAMES]
    for row in connection.execute(select(*names, func.sum(holds.c.micro_usd).label("held")).group_by(*names)):
        account = _account(row)
        known = found.get(account, Standing())
        found[account] = Standing(known.spent_micro_usd, int(row.held), known.unpriced)
    return found


def close_holds(connection: Connection, *, before_us: int, at_us: int, dialect: str) -> int:
    """Count as spent what was held before a moment and never settled: whoever held it is gone."""
    old = connection.execute(select(holds).where(holds.c.at_us < before_us)).all()
    for row in old:
        _spend(connection, (_account(row),), row.micro_usd, at_us=at_us, dialect=dialect)
    connection.execute(delete(holds).where(holds.c.at_us < before_us))
    return len(old)


def forget(connection: Connection, *, before_us: int) -> int:
    """Erase accounts of days and months in which nothing was spent since a moment."""
    is_old = and_(accounts.c.at_us < before_us, accounts.c.period != str(Period.TOTAL))
    return connection.execute(delete(accounts).where(is_old)).rowcount


def of_session(session: str) -> dict[Table, ColumnElement[bool]]:
    """The accounts of a session, and what is held of them."""
    kind = str(ScopeKind.SESSION)
    return {table: and_(table.c.kind == kind, table.c.name == session) for table in (accounts, holds)}


def _is_held(connection: Connection, hold: Hold) -> bool:
    return connection.execute(select(literal(1)).where(holds.c.hold == hold.id).limit(1)).first() is not None


def _short(hold: Hold, limits: Iterable[Limit], found: Mapping[Account, Standing]) -> Limit | None:
    for limit in limits:
        if found[limit.account].taken_micro_usd + hold.micro_usd > limit.limit_micro_usd:
            return limit
    return None


def _hold(connection: Connection, hold: Hold, *, at_us: int, dialect: str) -> None:
    rows = [
        {"hold": hold.id, **_named(account), "micro_usd": hold.micro_usd, "at_us": at_us} for account in hold.accounts
    ]
    if rows:
        connection.execute(insert(dialect, holds), rows)


def _spend(
    connection: Connection, spent: Iterable[Account], cost_micro_usd: int | None, *, at_us: int, dialect: str
) -> None:
    """Add to what was spent; a call whose price is unknown is counted."""
    cost, unpriced = (0, 1) if cost_micro_usd is None else (cost_micro_usd, 0)
    if not (cost or unpriced):
        return
    rows = [{**_named(account), "spent_micro_usd": cost, "unpriced": unpriced, "at_us": at_us} for account in spent]
    said = insert(dialect, accounts)
    new, old = said.excluded, accounts.c
    connection.execute(
        said.on_conflict_do_update(
            index_elements=[old[name] for name in _NAMES],
            set_={
                "spent_micro_usd": old.spent_micro_usd + new.spent_micro_usd,
                "unpriced": old.unpriced + new.unpriced,
                "at_us": new.at_us,
            },
        ),
        rows,
    )


def _named(account: Account) -> dict[str, object]:
    scope = account.scope
    return {
        "kind": str(scope.kind),
        "name": scope.name,
        "period": str(account.period),
        "began_us": account.began_us,
    }


def _is(table: Table, account: Account) -> ColumnElement[bool]:
    return and_(*[table.c[name] == value for name, value in _named(account).items()])


def _account(row: Row[tuple[object, ...]]) -> Account:
    return Account(Scope(ScopeKind(row.kind), row.name), Period(row.period), row.began_us)
