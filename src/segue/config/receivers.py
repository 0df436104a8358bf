"""What every receiver of messages needs: a secret that it knows them by."""

from __future__ import annotations

from pydantic import SecretStr

from segue.errors import ConfigError

NO_SECRET = "A receiver needs a secret to know our messages by."


def signing_secret(secret: SecretStr | None, *, key: str) -> str:
    """A receiver's secret. Raises ConfigError where settings that no file was read for have none."""
    if secret is None:
        raise ConfigError(NO_SECRET, key=key, hint=f"Set `{key}`.")
    return secret.get_secret_value()
