"""Where Segue keeps its files: `SEGUE_HOME`, else the platform's data folder for this user."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from segue.errors import ConfigError


def segue_home(env: Mapping[str, str] | None = None) -> Path:
    """The folder of all of Segue's files; it need not exist yet."""
    given = (os.environ if env is None else env).get("SEGUE_HOME")
    if given:
        return Path(given).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("segue", appauthor=False)


def make_home(home: Path) -> Path:
    """The same folder, made if needed, readable by its owner only. Raises ConfigError."""
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ConfigError(
            f"The folder for Segue's files, {home}, cannot be made: {error.strerror}.",
            hint="Name another one in the environment variable SEGUE_HOME.",
        ) from error
    return home
