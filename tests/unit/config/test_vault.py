"""Secrets at rest: what is sealed comes back only to the one purpose, with the one master key, unharmed."""

import asyncio
import os
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segue.config.load import master_key
from segue.config.master_keys import FileSource, MasterKey, encoded
from segue.config.sealing import decrypt, encrypt
from segue.config.vault import Vault
from segue.errors import SealBroken, VaultLocked
from segue.storage.sql import SqlJournal

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
PLAIN = b"a provider's key"

FIRST_USE = """
import asyncio, pathlib, sys
from segue.config.vault import Vault
from segue.storage.sql import SqlJournal
home = pathlib.Path(sys.argv[1])
async def main():
    async with SqlJournal("", home=home, deadline_s=20) as journal:
        print((await Vault(journal, home=home).data_key("test")).key.hex())
asyncio.run(main())
"""

IN_A_KEYRING = """
import asyncio, pathlib, sys
import keyring
from segue.config.vault import Vault
from segue.storage.sql import SqlJournal
class Ring(keyring.backend.KeyringBackend):
    kept = {}
    def get_password(self, service, user):
        return self.kept.get((service, user))
    def set_password(self, service, user, password):
        self.kept[service, user] = password
    def delete_password(self, service, user):
        del self.kept[service, user]
Ring.__module__ = "keyring.backends.SecretService"  # one that keeps keys as that one does
keyring.set_keyring(Ring())
home = pathlib.Path(sys.argv[1])
async def main():
    async with SqlJournal("", home=home, deadline_s=20) as journal:
        first = await Vault(journal, home=home).data_key("test")
        again = await Vault(journal, home=home, given="x").data_key("test")
    print(first == again, len(Ring.kept) == 1, (home / "master.key").exists())
asyncio.run(main())
"""


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqlJournal]:
    """The store of the sealed data keys."""
    async with SqlJournal("", home=tmp_path, deadline_s=20) as opened:
        yield opened


def vault_of(journal: SqlJournal, home: Path, key: bytes | None = None, *, passphrase: str | None = None) -> Vault:
    return Vault(journal, home=home, given=encoded(key) if key else None, passphrase=passphrase)


async def test_what_was_sealed_comes_back_after_a_restart(journal: SqlJournal, tmp_path: Path) -> None:
    """The key file is made on first need, readable for its owner only, and used ever after. Covers R7.1."""
    sealed = await vault_of(journal, tmp_path).seal("keys", PLAIN, about="openrouter")

    assert await vault_of(journal, tmp_path).open("keys", sealed, about="openrouter") == PLAIN
    assert PLAIN not in sealed
    assert stat.S_IMODE((tmp_path / "master.key").stat().st_mode) == 0o600


@given(plain=st.binary(max_size=300), bound_to=st.binary(max_size=40))
def test_encrypting_and_decrypting_is_identity(plain: bytes, bound_to: bytes) -> None:
    """Whatever is kept comes back as it was, and twice the same never looks the same."""
    sealed = encrypt(KEY, plain, bound_to=bound_to)

    assert decrypt(KEY, sealed, bound_to=bound_to) == plain
    assert encrypt(KEY, plain, bound_to=bound_to) != sealed


@given(data=st.data())
def test_one_changed_bit_is_found(data: st.DataObject) -> None:
    """Damage never comes back as a secret."""
    sealed = bytearray(encrypt(KEY, PLAIN, bound_to=b"here"))
    place = data.draw(st.integers(0, len(sealed) * 8 - 1))
    sealed[place // 8] ^= 1 << place % 8

    with pytest.raises(ValueError, match="not what was encrypted"):
        decrypt(KEY, bytes(sealed), bound_to=b"here")


async def test_a_secret_cannot_be_moved_to_another_place(journal: SqlJournal, tmp_path: Path) -> None:
    """Who can write to the database cannot make one provider's key another's."""
    vault = vault_of(journal, tmp_path, KEY)
    sealed = await vault.seal("keys", PLAIN, about="openrouter")
    await vault.data_key("texts")

    for purpose, about in (("keys", "elsewhere"), ("texts", "openrouter")):
        with pytest.raises(SealBroken, match="damaged, or was put there"):
            await vault.open(purpose, sealed, about=about)


@pytest.mark.parametrize(
    "spoilt", [b"", b"\x01", b"\x02" + bytes(60), b"\x01" + bytes(20), b"\x01\0\0\0\7" + bytes(40)]
)
async def test_what_was_never_sealed_is_told(journal: SqlJournal, tmp_path: Path, spoilt: bytes) -> None:
    """Rubbish in the place of a secret is an error that says what to do."""
    vault = vault_of(journal, tmp_path, KEY)
    await vault.data_key("keys")

    with pytest.raises(SealBroken, match="backup"):
        await vault.open("keys", spoilt, about="x")


async def test_another_master_key_asks_for_the_earlier_one(journal: SqlJournal, tmp_path: Path) -> None:
    """A key that changed is said plainly, with where it was found and never what it is. Covers R7.1."""
    await vault_of(journal, tmp_path, KEY).seal("keys", PLAIN, about="x")

    with pytest.raises(VaultLocked, match=r"changed: the one in the variable SEGUE_MASTER_KEY.*Enter the earlier") as e:
        await vault_of(journal, tmp_path, OTHER).data_key("keys")

    assert encoded(OTHER) not in str(e.value)
    assert not (tmp_path / "master.key").exists(), "no new key is made where the old one is missing"


async def test_a_master_key_that_is_gone_asks_for_it(journal: SqlJournal, tmp_path: Path) -> None:
    """A lost key file is no reason to make another one, which could open nothing."""
    await vault_of(journal, tmp_path).data_key("keys")
    (tmp_path / "master.key").unlink()

    with pytest.raises(VaultLocked, match=r"master key is gone.*put the key back"):
        await vault_of(journal, tmp_path).data_key("keys")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o666])
async def test_a_key_file_that_others_may_use_is_refused(journal: SqlJournal, tmp_path: Path, mode: int) -> None:
    """Wrong permissions are refused with the command that mends them."""
    (tmp_path / "master.key").write_text(encoded(KEY))
    (tmp_path / "master.key").chmod(mode)

    with pytest.raises(VaultLocked, match=r"can be read or written by others.*Run: chmod 600"):
        await vault_of(journal, tmp_path).data_key("keys")


@pytest.mark.parametrize("text", ["short", "=" * 44, encoded(KEY[:31]), "zz" * 32, encoded(KEY + b"x")])
async def test_what_is_no_master_key_is_told_without_showing_it(journal: SqlJournal, tmp_path: Path, text: str) -> None:
    """A variable that holds something else is said by name. Covers R7.5."""
    with pytest.raises(VaultLocked, match="SEGUE_MASTER_KEY holds is no master key") as caught:
        await Vault(journal, home=tmp_path, given=text).data_key("keys")

    assert text not in str(caught.value)


async def test_a_key_may_be_written_in_hexadecimal(journal: SqlJournal, tmp_path: Path) -> None:
    """Both usual forms of 32 bytes are read, and mean the same key."""
    sealed = await vault_of(journal, tmp_path, KEY).seal("keys", PLAIN, about="x")

    assert await Vault(journal, home=tmp_path, given=KEY.hex()).open("keys", sealed, about="x") == PLAIN


def test_the_variable_is_read_in_one_place_and_hidden() -> None:
    """The environment's key is masked wherever settings are shown."""
    found = master_key({"SEGUE_MASTER_KEY": f" {encoded(KEY)}\n"})

    assert found is not None
    assert (found.get_secret_value(), master_key({})) == (encoded(KEY), None)
    assert encoded(KEY) not in repr(found)


async def test_a_passphrase_opens_what_it_sealed_and_another_does_not(journal: SqlJournal, tmp_path: Path) -> None:
    """No key is kept anywhere: the words make it, with a salt in the store."""
    sealed = await vault_of(journal, tmp_path, passphrase="nine quiet boats").seal("keys", PLAIN, about="x")

    assert await vault_of(journal, tmp_path, passphrase="nine quiet boats").open("keys", sealed, about="x") == PLAIN
    with pytest.raises(VaultLocked, match="the passphrase"):
        await vault_of(journal, tmp_path, passphrase="nine quiet goats").data_key("keys")
    assert not (tmp_path / "master.key").exists()


@pytest.mark.parametrize("passphrase", [None, "nine quiet boats"])
async def test_changing_the_master_key_touches_no_secret(
    journal: SqlJournal, tmp_path: Path, passphrase: str | None
) -> None:
    """After a change the new key opens everything, the old one nothing, and a running process goes on. Covers R7.1."""
    running = vault_of(journal, tmp_path, None if passphrase else KEY, passphrase=passphrase)
    sealed = await running.seal("keys", PLAIN, about="x")
    await running.data_key("texts")
    changing = vault_of(journal, tmp_path, None if passphrase else KEY, passphrase=passphrase)

    assert await changing.rotate_master(MasterKey(OTHER, "a test")) == 2

    assert await running.open("keys", sealed, about="x") == PLAIN
    assert await changing.open("keys", sealed, about="x") == PLAIN
    assert await vault_of(journal, tmp_path, OTHER).open("keys", sealed, about="x") == PLAIN
    with pytest.raises(VaultLocked):
        await vault_of(journal, tmp_path, KEY).data_key("keys")


async def test_a_process_with_the_former_master_key_adds_nothing_under_it(journal: SqlJournal, tmp_path: Path) -> None:
    """A gateway that runs through a change cannot leave a data key behind that nobody opens any more."""
    running = vault_of(journal, tmp_path, KEY)
    await running.data_key("keys")
    await vault_of(journal, tmp_path, KEY).rotate_master(MasterKey(OTHER, "a test"))

    with pytest.raises(VaultLocked, match="changed"):
        await running.data_key("texts")

    assert {key.purpose for key in await journal.vault_keys()} == {"keys"}


async def test_a_renewed_data_key_seals_what_is_new_and_opens_what_is_old(journal: SqlJournal, tmp_path: Path) -> None:
    """Data keys change without anything having to be sealed again. Covers R7.1."""
    vault = vault_of(journal, tmp_path, KEY)
    before = await vault.seal("keys", PLAIN, about="x")
    renewed = await vault.renew("keys")
    after = await vault.seal("keys", PLAIN, about="x")
    later = vault_of(journal, tmp_path, KEY)

    assert renewed.number == 2
    assert (before[1:5], after[1:5]) == (b"\0\0\0\1", b"\0\0\0\2")
    assert [await later.open("keys", sealed, about="x") for sealed in (before, after)] == [PLAIN, PLAIN]


async def test_a_damaged_data_key_is_told_by_name(journal: SqlJournal, tmp_path: Path) -> None:
    """Damage to the vault itself says what it is and what helps."""
    await vault_of(journal, tmp_path, KEY).data_key("keys")
    (kept,) = await journal.vault_keys()
    await journal.reseal_vault_keys([replace(kept, sealed=kept.sealed[:-1] + b"?")], was_under=kept.master_id)

    with pytest.raises(SealBroken, match=r"data key of the vault \(keys, number 1\) is damaged"):
        await vault_of(journal, tmp_path, KEY).data_key("keys")


async def test_tasks_that_need_a_key_first_get_one_key(journal: SqlJournal, tmp_path: Path) -> None:
    """Many first uses at once make one master key and one data key."""
    vault = vault_of(journal, tmp_path)

    keys = await asyncio.gather(*(vault.data_key("keys") for _ in range(8)))

    assert len(set(keys)) == 1
    assert len(await journal.vault_keys()) == 1


def test_processes_that_need_a_key_first_get_one_key(tmp_path: Path) -> None:
    """A terminal and a gateway that start together end with one master key and one data key."""
    command = [sys.executable, "-c", FIRST_USE, str(tmp_path)]
    processes = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    keys = [process.communicate(timeout=150)[0].strip() for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert len(set(keys)) == 1
    assert len(keys[0]) == 64


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=10)
@given(text=st.binary(max_size=60))
def test_a_damaged_key_file_is_told_without_showing_it(text: bytes, tmp_path: Path) -> None:
    """Whatever a key file holds, it is a key or an error with what to do."""
    path = tmp_path / "master.key"
    path.write_bytes(text)
    path.chmod(0o600)

    with pytest.raises(VaultLocked, match=r"holds is no master key"):
        FileSource(path).find()


@pytest.mark.parametrize("backend", ["null", "fail"])
def test_a_keyring_that_keeps_nothing_safe_is_no_keyring(backend: str) -> None:
    """Without a real keyring the key goes into the file; never into a back end that is plain or keeps nothing."""
    program = (
        "from segue.config.master_keys import KeyringSource; import keyring; "
        "print(type(keyring.get_keyring()).__module__, KeyringSource().find(), KeyringSource().make())"
    )
    chosen = {**os.environ, "PYTHON_KEYRING_BACKEND": f"keyring.backends.{backend}.Keyring"}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=chosen)

    assert done.stdout.split() == [f"keyring.backends.{backend}", "None", "None"]


def test_a_real_keyring_is_asked_first_and_keeps_the_key(tmp_path: Path) -> None:
    """Where the system has a keyring the key is made in it, found again, and in no file."""
    done = subprocess.run(
        [sys.executable, "-c", IN_A_KEYRING, str(tmp_path)], capture_output=True, text=True, check=True, timeout=150
    )

    assert done.stdout.split() == ["True", "True", "False"]


async def test_a_key_is_in_no_repr(journal: SqlJournal, tmp_path: Path) -> None:
    """What is printed by mistake shows no key. Covers R7.2."""
    vault = vault_of(journal, tmp_path, KEY)
    shown = repr([await vault.master(), await vault.data_key("keys"), vault])

    assert KEY.hex() not in shown
    assert repr(KEY) not in shown
