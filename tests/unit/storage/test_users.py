"""Who else uses a store: only a process that was never joined by another one may go by what it knows."""

from __future__ import annotations

from pathlib import Path

from segue.storage.users import FileUsers


def test_alone_is_who_was_never_joined(tmp_path: Path) -> None:
    """Another one that came and went may have spent what the first one has not heard of."""
    one, other = FileUsers(tmp_path / "users"), FileUsers(tmp_path / "users")
    assert one.join()
    assert one.is_alone()
    one.share()

    assert other.join()
    assert (one.is_alone(), other.is_alone()) == (False, False)
    other.leave()
    assert not one.is_alone()
    one.leave()


def test_nobody_joins_who_goes_by_what_it_knows(tmp_path: Path) -> None:
    """While one is alone others wait; whoever waited is never alone, for it missed something."""
    one, other = FileUsers(tmp_path / "users"), FileUsers(tmp_path / "users")
    assert one.join()
    assert one.is_alone()

    assert not other.join()
    assert one.is_alone()
    one.share()
    assert other.join()
    one.leave()
    assert not other.is_alone()
    other.leave()


def test_where_the_file_cannot_be_nobody_is_alone(tmp_path: Path) -> None:
    """The store itself is used all the same."""
    users = FileUsers(tmp_path / "missing" / "users")

    assert users.join()
    assert not users.is_alone()
    users.leave()
