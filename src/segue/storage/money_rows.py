"""Money in an SQL database: what is done within one transaction.

A hold has a row for each account, so that what is held of one is a sum over its rows, and no number can be left wrong.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    Row,
    Table,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from segue.domain.budgets import Account, Booked, Hold, Period, Reserve, Settle, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.storage.dialects import insert
from segue.storage.money_books import Books
from segue.storage.money_contract import Sought, Step, WholeBook
from segue.storage.tables import budget_accounts as accounts
from segue.storage.tables import budget_holds as holds
from segue.storage.tables import budget_settled as settled

_NAMES = ("kind", "name", "period", "began_us")
_MOST_NAMES = 1_000
"""Accounts in one statement: SQLite takes 32,766 values, and each has four."""
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)
# Made once: to make them costs more than to carry them out.
_HOLDS = select(holds).where(holds.c.hold.in_(_WANTED))
_DELETE = delete(holds).where(holds.c.hold == bindparam("gone"))
_SETTLED = select(settled.c.hold).where(settled.c.hold.in_(_WANTED))
_ACCOUNTS = select(accounts)
_WANTED_ACCOUNTS = _ACCOUNTS.where(tuple_(*[accounts.c[name] for name in _NAMES]).in_(_WANTED))
_HELD_NAMES = [holds.c[name] for name in _NAMES]
_HELD = select(*_HELD_NAMES, func.sum(holds.c.micro_usd).label("held")).group_by(*_HELD_NAMES)
_OLD = _HELD.where(holds.c.is_old)
_WANTED_HELD = _HELD.where(tuple_(*_HELD_NAMES).in_(_WANTED))


def book(connection: Connection, steps: Sequence[Step], *, at_us: int, dialect: str) -> tuple[Booked, ...]:
    """Carry out steps. Nobody else may write meanwhile, so that they are counted in memory, and written at once."""
    desk = _Desk(connection, steps)
    booked = tuple([desk.carry_out(step) for step in steps])
    desk.write(connection, at_us=at_us, dialect=dialect)
    return booked


class _Desk:
    """What is known of a batch's accounts and holds, and what has to be written of them."""

    def __init__(self, connection: Connection, steps: Sequence[Step]) -> None:
        ids = list({step.hold.id for step in steps})
        self._books = Books()
        self._held: dict[str, Hold] = {}
        """What the database has of these calls."""
        self._new: dict[str, Hold] = {}
        self._gone: set[str] = set()
        self._settled: dict[str, bool] = {row.hold: True for row in connection.execute(_SETTLED, {"wanted": ids})}
        """Calls that are settled; False: only now."""
        self._spent: dict[Account, tuple[int, int]] = {}
        touched = {account for step in steps for account in step.hold.accounts}
        for hold in _held_for(connection, ids):
            self._held[hold.id] = hold
            self._books.remember(hold)
            touched.update(hold.accounts)
        self._books.know(_standings(connection, touched).items())

    def carry_out(self, step: Step) -> Booked:
        """What becomes of one step."""
        hold, short = step.hold, None
        match step:
            case _ if hold.id in self._settled:
                pass
            case Reserve(limits=limits) if not self._books.holds(hold.id):
                short = self._books.reserve(hold, limits)
                if short is None:
                    self._new[hold.id] = hold
            case Settle(cost_micro_usd=cost):
                self._settle(self._held.get(hold.id, hold), cost)
        return Booked(short, tuple([(account, self._books.standing(account)) for account in hold.accounts]))

    def write(self, connection: Connection, *, at_us: int, dialect: str) -> None:
        """Write what has changed."""
        if self._gone:
            connection.execute(_DELETE, [{"gone": g} for g in self._gone])
        rows = [
            {"hold": hold.id, **_named(account), "micro_usd": hold.micro_usd, "at_us": at_us}
            for hold in self._new.values()
            for account in hold.accounts
        ]
        if rows:
            connection.execute(_keep_hold(dialect), rows)
        if now := [{"hold": name, "at_us": at_us} for name, was_so in self._settled.items() if not was_so]:
            connection.execute(_keep_settled(dialect), now)
        _spend(connection, self._spent, at_us=at_us, dialect=dialect)

    def _settle(self, hold: Hold, cost_micro_usd: int | None) -> None:
        self._settled[hold.id] = False
        if not self._books.holds(hold.id):
            if hold.is_hard:  # it never arrived here
                return
            self._books.reserve(hold)
        self._books.settle(hold, cost_micro_usd)
        if self._new.pop(hold.id, None) is None and hold.id in self._held:
            self._gone.add(hold.id)
        spent, unpriced = (0, 1) if cost_micro_usd is None else (cost_micro_usd, 0)
        for account in hold.accounts:
            before = self._spent.get(account, (0, 0))
            self._spent[account] = before[0] + spent, before[1] + unpriced


def _held_for(connection: Connection, ids: Sequence[str]) -> list[Hold]:
    """The holds that are kept of these calls."""
    return _read_holds(connection.execute(_HOLDS, {"wanted": ids}))


def _read_holds(rows: Iterable[Row[Any]]) -> list[Hold]:
    found: dict[str, tuple[int, list[Account]]] = {}
    for row in rows:
        found.setdefault(row.hold, (row.micro_usd, []))[1].append(_account(row))
    return [Hold(name, tuple(its), micro_usd, is_hard=True) for name, (micro_usd, its) in found.items()]


def standings(connection: Connection, wanted: Sought | Collection[Account] | None = None) -> Mapping[Account, Standing]:
    """How accounts stand of which something is kept: the wanted ones, or every one. What was held long ago is told as
    spent."""
    if wanted is None:
        found = dict(_read(connection.execute(_ACCOUNTS), connection.execute(_HELD)))
    else:
        found = dict(_sought(connection, wanted) if isinstance(wanted, Sought) else _standings(connection, wanted))
    for account, old in _read((), connection.execute(_OLD)).items():
        if (known := found.get(account)) is not None:
            spent, held = known.spent_micro_usd + old.held_micro_usd, known.held_micro_usd - old.held_micro_usd
            found[account] = Standing(spent, held, known.unpriced)
    return found


def _standings(connection: Connection, wanted: Iterable[Account]) -> Mapping[Account, Standing]:
    found: dict[Account, Standing] = {}
    names = iter([tuple(_named(account).values()) for account in wanted])
    while some := list(itertools.islice(names, _MOST_NAMES)):
        found |= _read(
            connection.execute(_WANTED_ACCOUNTS, {"wanted": some}), connection.execute(_WANTED_HELD, {"wanted": some})
        )
    return found


def _sought(connection: Connection, sought: Sought) -> Mapping[Account, Standing]:
    """The first of them, and all of which something is held: those are as many as calls are under way."""
    order = accounts.c.at_us if sought.kind is None else accounts.c.spent_micro_usd
    first = connection.execute(
        _ACCOUNTS.where(*_is_sought(accounts, sought)).order_by(order.desc(), accounts.c.name).limit(sought.most)
    )
    found = {_account(row): Standing(row.spent_micro_usd, 0, row.unpriced) for row in first}
    held: Iterable[Row[Any]] = connection.execute(_HELD.where(*_is_sought(holds, sought)))
    return {**found, **_standings(connection, map(_account, held))}


def _is_sought(table: Table, sought: Sought) -> list[ColumnElement[bool]]:
    said = [table.c.period == str(sought.period), table.c.began_us >= sought.since_us]
    return said if sought.kind is None else [*said, table.c.kind == str(sought.kind)]


def whole(connection: Connection, sought: Sequence[Sought]) -> WholeBook:
    """What is kept of the accounts that are sought, and all that is held."""
    standings: dict[Account, Standing] = {}
    for each in sought:
        standings |= _sought(connection, each)
    return WholeBook(standings, tuple(_read_holds(connection.execute(select(holds)))))


def _read(spent: Iterable[Row[Any]], held: Iterable[Row[Any]]) -> Mapping[Account, Standing]:
    found: dict[Account, Standing] = {}
    for row in spent:
        found[_account(row)] = Standing(row.spent_micro_usd, 0, row.unpriced)
    for row in held:
        account = _account(row)
        known = found.get(account, Standing())
        found[account] = Standing(known.spent_micro_usd, int(row.held), known.unpriced)
    return found


def close_holds(connection: Connection, *, before_us: int) -> int:
    """Tell as spent what was held before a moment and never settled. It stays a hold: should the call end all the
    same, by a clock that was wrong, then what it cost is spent in its place."""
    never_settled = update(holds).where(holds.c.at_us < before_us, ~holds.c.is_old)
    return connection.execute(never_settled.values(is_old=True)).rowcount


def forget(connection: Connection, *, before_us: int, of_sessions_before_us: int) -> int:
    """Erase accounts of days and months in which nothing was spent since a moment; those of sessions since another."""
    old = {table: _is_old(table, before_us, of_sessions_before_us) for table in (holds, accounts)}
    return [connection.execute(delete(table).where(is_old)).rowcount for table, is_old in old.items()][-1]


def _is_old(table: Table, before_us: int, of_sessions_before_us: int) -> ColumnElement[bool]:
    of_session = and_(table.c.at_us < of_sessions_before_us, table.c.kind == str(ScopeKind.SESSION))
    return and_(table.c.period != str(Period.TOTAL), or_(table.c.at_us < before_us, of_session))


def of_session(session: str) -> dict[Table, ColumnElement[bool]]:
    """The accounts of a session, and what is held of them."""
    kind = str(ScopeKind.SESSION)
    return {table: and_(table.c.kind == kind, table.c.name == session) for table in (accounts, holds)}


def _spend(connection: Connection, spent: Mapping[Account, tuple[int, int]], *, at_us: int, dialect: str) -> None:
    """Add to what was spent, and to the calls whose price is unknown."""
    rows = [
        {**_named(account), "spent_micro_usd": cost, "unpriced": unpriced, "at_us": at_us}
        for account, (cost, unpriced) in spent.items()
        if cost or unpriced
    ]
    if not rows:
        return
    connection.execute(_add_to_account(dialect), rows)


@lru_cache
def _keep_hold(dialect: str) -> Insert:
    return insert(dialect, holds)


@lru_cache
def _keep_settled(dialect: str) -> Insert:
    return insert(dialect, settled)


@lru_cache
def _add_to_account(dialect: str) -> Insert:
    said = insert(dialect, accounts)
    new, old = said.excluded, accounts.c
    return said.on_conflict_do_update(
        index_elements=[old[name] for name in _NAMES],
        set_={
            "spent_micro_usd": old.spent_micro_usd + new.spent_micro_usd,
            "unpriced": old.unpriced + new.unpriced,
            "at_us": new.at_us,
        },
    )


def _named(account: Account) -> dict[str, object]:
    scope = account.scope
    return {
        "kind": str(scope.kind),
        "name": scope.name,
        "period": str(account.period),
        "began_us": account.began_us,
    }


def _account(row: Row[Any]) -> Account:
    return Account(Scope(ScopeKind(row.kind), row.name), Period(row.period), row.began_us)
