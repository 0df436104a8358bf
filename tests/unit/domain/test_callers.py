"""Caller keys: known by their hash alone."""

import hashlib

from segue.domain.callers import KEY_PREFIX, hash_key, new_key


def test_a_new_key_is_recognisable_and_never_the_same() -> None:
    """A leaked key can be told by its first letters, and no two callers share one."""
    keys = {new_key() for _ in range(100)}

    assert len(keys) == 100
    assert all(key.startswith(KEY_PREFIX) and len(key) > 40 for key in keys)


def test_a_key_is_looked_up_by_its_hash() -> None:
    """What is kept is the SHA-256 of the whole key."""
    key = new_key()

    assert hash_key(key) == hashlib.sha256(key.encode()).hexdigest()
    assert key not in hash_key(key)
