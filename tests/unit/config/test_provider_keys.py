"""Keys for providers at rest: sealed, told of by state and fingerprint, and asked for again where they do not open."""

import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from segue.config.key_export import ExportedKey, exported, imported
from segue.config.master_keys import FileSource, MasterKey, encoded
from segue.config.master_rotation import place_of_master, renew_master
from segue.config.provider_keys import PURPOSE, ProviderKeys
from segue.config.vault import Vault
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState, is_key_form
from segue.errors import SealBroken, VaultLocked
from segue.storage.sql import SqlJournal

SECRET = "sk-or-v1-Kd83hf7Gq0aPz"
KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
TAKEN = KeyCheck(KeyState.VALID, KeyReason.ACCEPTED, "Its provider takes it.")
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = timedelta(days=1)

IN_A_KEYRING = """
import asyncio, pathlib, sys
import keyring
from segue.config.master_rotation import place_of_master, renew_master
from segue.config.vault import Vault
from segue.storage.sql import SqlJournal
class Ring(keyring.backend.KeyringBackend):
    kept = {}
    takes = True
    def get_password(self, service, user):
        return self.kept.get((service, user))
    def set_password(self, service, user, password):
        if self.takes:
            self.kept[service, user] = password
    def delete_password(self, service, user):
        del self.kept[service, user]
Ring.__module__ = "keyring.backends.SecretService"  # one that keeps keys as that one does
keyring.set_keyring(Ring())
home = pathlib.Path(sys.argv[1])
async def main():
    async with SqlJournal("", home=home, deadline_s=20) as journal:
        sealed = await Vault(journal, home=home).seal("test", b"plain", about="x")
        before = dict(Ring.kept)
        vault = Vault(journal, home=home)
        rotated = await renew_master(vault, await place_of_master(vault))
        print(rotated.where, Ring.kept.keys() == before.keys(), Ring.kept == before)
        print(await Vault(journal, home=home).open("test", sealed, about="x"))
        Ring.takes = False
        try:
            await renew_master(vault, await place_of_master(vault))
        except Exception as error:
            print(type(error).__name__)
        print(await Vault(journal, home=home).open("test", sealed, about="x"), (home / "master.key").exists())
asyncio.run(main())
"""


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    async with SqlJournal("", home=tmp_path, deadline_s=20) as opened:
        yield opened


def keys_of(journal: SqlJournal, home: Path, key: bytes | None = None, *, now: datetime = NOW) -> ProviderKeys:
    vault = Vault(journal, home=home, given=encoded(key) if key else None, uses_keyring=False)
    return ProviderKeys(journal, vault, now=lambda: now)


async def test_a_key_comes_back_after_a_restart_and_is_told_by_its_fingerprint(
    journal: SqlJournal, tmp_path: Path
) -> None:
    """The same key has the same fingerprint, another one another, and neither tells anything of it. Covers R7.1."""
    kept = await keys_of(journal, tmp_path).put("openrouter", "main", SECRET, TAKEN)
    again = keys_of(journal, tmp_path)

    assert [(one.secret, one.kept) for one in await again.opened()] == [(SECRET, kept)]
    assert await again.fingerprint(SECRET) == kept.fingerprint != await again.fingerprint(SECRET + "x")
    assert SECRET not in repr(await again.opened())


async def test_a_stolen_database_gives_nothing(journal: SqlJournal, tmp_path: Path) -> None:
    """Whoever has the whole database and no master key finds no key in it, and opens none. Covers R7.1."""
    home = tmp_path / "home"
    home.mkdir()
    await keys_of(journal, home).put("openrouter", "main", SECRET, TAKEN)
    thief = tmp_path / "thief"
    thief.mkdir()
    with (
        closing(sqlite3.connect(tmp_path / "segue.db")) as running,
        closing(sqlite3.connect(thief / "segue.db")) as copy,
    ):
        running.backup(copy)
    stolen = b"".join(file.read_bytes() for file in tmp_path.glob("segue.db*"))
    for part in (SECRET, SECRET[:12], SECRET[-8:]):
        assert part.encode() not in stolen
    async with SqlJournal("", home=thief, deadline_s=20) as taken:
        for key in (None, OTHER):
            (opened,) = await keys_of(taken, thief, key).opened()
            assert (opened.secret, opened.kept.state) == (None, KeyState.UNDECRYPTABLE)
        with pytest.raises(VaultLocked):
            await keys_of(taken, thief).fingerprint(SECRET)  # nor can keys be tried against the fingerprint


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: file.unlink(), "is gone"),
        (lambda file: file.write_text(encoded(OTHER)), "changed"),
        (lambda file: file.write_text(encoded(KEY)[:20]), "no master key"),
        (lambda file: file.write_bytes(b""), "no master key"),
        (lambda file: file.chmod(0o644), "by others"),
    ],
    ids=["gone", "swapped", "truncated", "empty", "open to others"],
)
async def test_a_master_key_that_is_not_the_one_asks_for_the_key_again(
    journal: SqlJournal, tmp_path: Path, spoil: object, says: str
) -> None:
    """Wrong, swapped and truncated master keys give a state with what to do, and no error; the key is not lost."""
    await keys_of(journal, tmp_path).put("openrouter", "second", SECRET, TAKEN)
    file = tmp_path / "master.key"
    before = file.read_text()
    assert callable(spoil)
    spoil(file)

    (one,) = await keys_of(journal, tmp_path).opened()
    assert (one.secret, one.kept.state, one.kept.reason) == (None, KeyState.UNDECRYPTABLE, KeyReason.MASTER_KEY)
    assert says in one.detail
    assert "segue keys set openrouter --label second --begin-anew" in one.detail
    file.unlink(missing_ok=True)
    file.write_text(before)
    file.chmod(0o600)
    assert [one.secret for one in await keys_of(journal, tmp_path).opened()] == [SECRET]


async def test_a_key_can_be_entered_again_where_the_master_key_is_lost(journal: SqlJournal, tmp_path: Path) -> None:
    """What comes after it is sealed by a new master key; what was before stays closed, until the old one is back."""
    before = keys_of(journal, tmp_path)
    await before.put("openrouter", "main", SECRET, TAKEN)
    await before.put("openai", "main", SECRET, TAKEN)
    lost = (tmp_path / "master.key").read_text()
    (tmp_path / "master.key").unlink()
    anew = keys_of(journal, tmp_path)
    with pytest.raises(VaultLocked, match="--begin-anew"):
        await anew.make_ready()
    await anew.begin_anew()
    await anew.put("openrouter", "main", "sk-a-new-one", TAKEN)

    opened = {one.kept.provider: one.secret for one in await keys_of(journal, tmp_path).opened()}
    assert opened == {"openai": None, "openrouter": "sk-a-new-one"}
    both = Vault(journal, home=tmp_path, given=lost.strip(), uses_keyring=False)
    assert [one.secret for one in await ProviderKeys(journal, both).opened()] == [SECRET, "sk-a-new-one"]


async def test_a_key_cannot_be_made_another_provider_s(journal: SqlJournal, tmp_path: Path) -> None:
    """Who can write to the database, and has no master key, cannot have one provider's key sent to another."""
    keys = keys_of(journal, tmp_path)
    kept = await keys.put("openrouter", "main", SECRET, TAKEN)
    await journal.keep_provider_key(replace(kept, provider="evil"))

    (moved,) = await keys.opened("evil")
    assert (moved.secret, moved.kept.reason) == (None, KeyReason.DAMAGED)


async def test_a_key_whose_time_is_over_is_expired(journal: SqlJournal, tmp_path: Path) -> None:
    """It is told as such and not given out; before that day it is as any other."""
    await keys_of(journal, tmp_path).put("openrouter", "main", SECRET, TAKEN, expires_at=NOW + DAY)

    (before,) = await keys_of(journal, tmp_path).opened()
    (after,) = await keys_of(journal, tmp_path, now=NOW + DAY).opened()
    assert (before.secret, before.kept.state) == (SECRET, KeyState.VALID)
    assert (after.secret, after.kept.state) == (None, KeyState.EXPIRED)
    assert "It expired on 2026-11-27. Enter a new one: segue keys set openrouter" in after.detail


async def test_both_keys_rotate_while_another_process_uses_them(journal: SqlJournal, tmp_path: Path) -> None:
    """A new master key, and a new data key: who runs goes on, who starts finds everything. Covers R7.1."""
    running = keys_of(journal, tmp_path)
    kept = await running.put("openrouter", "main", SECRET, TAKEN)
    vault = Vault(journal, home=tmp_path, uses_keyring=False)
    old = (tmp_path / "master.key").read_text()
    place = await place_of_master(vault)
    assert place is not None
    await renew_master(vault, place)
    assert await ProviderKeys(journal, vault).reseal() == 1

    assert (tmp_path / "master.key").read_text() != old
    assert not (tmp_path / "master.key.next").exists()
    for reader in (running, keys_of(journal, tmp_path)):
        (one,) = await reader.opened()
        assert (one.secret, one.kept.fingerprint) == (SECRET, kept.fingerprint)
        assert one.kept.sealed != kept.sealed
    assert [key.number for key in await journal.vault_keys() if key.purpose == PURPOSE] == [1, 2]


@pytest.mark.parametrize("after", ["put beside", "sealed", "put in place"])
async def test_a_rotation_that_is_killed_leaves_a_master_key_that_opens(
    journal: SqlJournal, tmp_path: Path, after: str
) -> None:
    """After each of its steps everything opens, and the next rotation does not lose what opens it."""
    await keys_of(journal, tmp_path).put("openrouter", "main", SECRET, TAKEN)
    vault = Vault(journal, home=tmp_path, uses_keyring=False)
    now, beside = vault.places()[0]
    new = beside.put(OTHER)
    if after != "put beside":
        await vault.rotate_master(new)
    if after == "put in place":
        now.put(new.key)

    assert [one.secret for one in await keys_of(journal, tmp_path).opened()] == [SECRET]
    next_time = Vault(journal, home=tmp_path, uses_keyring=False)
    place = await place_of_master(next_time)
    assert place is not None
    await renew_master(next_time, place)
    assert [one.secret for one in await keys_of(journal, tmp_path).opened()] == [SECRET]


def test_a_master_key_in_the_system_s_keyring_rotates_there(tmp_path: Path) -> None:
    """Nothing is left of the place beside it; a keyring that does not take the new one leaves all as it was."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_KEYRING, str(tmp_path)], capture_output=True, text=True, timeout=150, check=False
    )
    assert done.stdout.splitlines() == [
        "the system's keyring True False",
        "b'plain'",
        "VaultLocked",
        "b'plain' False",
    ], done.stderr


async def test_the_new_master_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    """Whatever stood there before."""
    file = tmp_path / "master.key"
    file.write_text("x")
    file.chmod(0o666)
    assert FileSource(file).put(KEY) == MasterKey(KEY, f"the file {file}")
    assert file.stat().st_mode & 0o777 == 0o600


def test_exporting_and_importing_is_identity() -> None:
    """Whatever is exported comes back, and stands nowhere in the file."""
    secrets = (SECRET, "!~" * 4, "x" * 300, '{"key": "\\"}')
    keys = tuple(ExportedKey("p", f"l{n}", secret, NOW) for n, secret in enumerate(secrets))
    file = exported(keys, "nine quiet boats")

    assert imported(file, "nine quiet boats") == keys
    assert not any(secret.encode() in file for secret in secrets)


def test_an_exported_file_opens_to_its_passphrase_alone() -> None:
    """Another passphrase, a changed byte, other numbers, no such file: each is refused, and shows nothing."""
    file = exported([ExportedKey("p", "main", SECRET)], "nine quiet boats")
    changed = file.replace(b'"sealed": "', b'"sealed": "AAAA')
    greedy = file.replace(b'"kib": 65536', b'"kib": 65536000')
    for bad, passphrase in (
        (file, "nine quiet goats"),
        (changed, "nine quiet boats"),
        (greedy, "nine quiet boats"),
        (file.replace(b'"version": 1', b'"version": 2'), "nine quiet boats"),
        (b"\xff", "nine quiet boats"),
        (b"[" * 5_000, "nine quiet boats"),
    ):
        with pytest.raises(SealBroken) as told:
            imported(bad, passphrase)
        assert SECRET not in str(told.value)


@pytest.mark.parametrize("text", ["", "short", "two words", "sk-é-123456", "line\nbreak-and-more", "x" * 5_000])
def test_what_cannot_be_a_key_is_none(text: str) -> None:
    """A slip of the hand, a sentence, a file: nothing of the kind is sent anywhere."""
    assert not is_key_form(text)
    assert is_key_form(SECRET)
