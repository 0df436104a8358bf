"""Whether the models that routes and fallbacks name are there: a name that nobody answers is told at start."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping

from segue.catalog.providers import fixed_models, providers_of
from segue.config.home import segue_home
from segue.config.load import Loaded
from segue.config.names import named_models
from segue.config.yaml_tree import KeyPath
from segue.domain.models import ModelRef
from segue.errors import ConfigError
from segue.events import Broadcast

_MOST_NAMES = 10
"""Names that a hint lists; with more, `segue models list` is the place to look."""


def check_providers(loaded: Loaded) -> None:
    """Whether the settings' providers can be made, and have the models that are named; nothing is opened.

    Raises ConfigError naming file, line and key.
    """
    providers = providers_of(loaded, segue_home(), Broadcast(()))
    check_named_models(loaded, fixed_models(providers))


def check_named_models(loaded: Loaded, fixed: Mapping[str, Collection[ModelRef]]) -> None:
    """Raise one ConfigError, with the place and the nearest name of each, for names that stand for no model.

    `fixed`: for each provider that cannot come to know more models, those that it has. Names of other providers are
    not checked: the model may be there tomorrow, and until then a route goes on with the rest.
    """
    wrong = [
        _error(loaded, path, ref, fixed[ref.provider])
        for path, ref in named_models(loaded.settings)
        if ref.provider in fixed and ref not in fixed[ref.provider]
    ]
    if wrong:
        wrong[0].others = tuple(wrong[1:])
        raise wrong[0]


def _error(loaded: Loaded, path: KeyPath, ref: ModelRef, there: Collection[ModelRef]) -> ConfigError:
    names = [other.name for other in there]
    close = difflib.get_close_matches(ref.name, names, n=1)
    if close:
        hint = f"Did you mean '{ModelRef(ref.provider, close[0])}'?"
    elif len(names) <= _MOST_NAMES:
        hint = f"It has: {', '.join(names)}."
    else:
        hint = "See `segue models list`."
    return loaded.error(f"The provider '{ref.provider}' has no model '{ref.name}'.", path, hint=hint)
