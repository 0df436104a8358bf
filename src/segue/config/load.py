"""From a file and the environment to Settings; every error names file, line and key.

Only this file reads the environment. Order, later wins: defaults, the file, `SEGUE__SECTION__KEY`.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import yaml
from pydantic import BaseModel, SecretStr, ValidationError
from pydantic_core import ErrorDetails

from segue.config.home import segue_home
from segue.config.names import check_names
from segue.config.receivers import NO_SECRET
from segue.config.section import Section
from segue.config.settings import ProviderSettings, Settings
from segue.config.wording import plain_words
from segue.config.yaml_tree import KeyPath, YamlTree, dotted, read_yaml
from segue.domain.webhooks import is_signing_secret
from segue.errors import ConfigError

FILE_NAME = "segue.yaml"
PREFIX = "SEGUE__"
KEY_VARIABLE = "SEGUE_CALLER_KEY"
_SECRET_HINT = (
    "Set `handoff.secret` or `handoff.secret_file` to what this prints: "
    "python -c 'import base64, secrets; print(\"whsec_\" + base64.b64encode(secrets.token_bytes(32)).decode())'"
)
_RECEIVERS = (("handoff", ""), ("catalogue", "webhook_"), ("spending", "webhook_"))
"""The sections that name a receiver of messages, with what their `url`, `secret` and `secret_file` begin with there."""
MASTER_VARIABLE = "SEGUE_MASTER_KEY"
_VARIABLE = re.compile(r"\$(?:\$\{|\{(?P<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?P<default>[^}]*))?\})")


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings with where each value came from."""

    settings: Settings
    file: Path | None
    """The file that was read; None when there was none."""
    tree: YamlTree = field(default_factory=lambda: YamlTree({}))
    overrides: Mapping[KeyPath, str] = field(default_factory=dict)
    """Values from the environment: the way to each, and its variable."""

    def source_of(self, path: KeyPath) -> str:
        """Where a value came from: a variable, `file:line`, or `default`."""
        for length in range(len(path), 0, -1):
            if variable := self.overrides.get(path[:length]):
                return f"${variable}"
        if path in self.tree.lines:
            return f"{self.file}:{self.tree.lines[path]}"
        return "default"

    def error(self, message: str, path: KeyPath, *, hint: str = "") -> ConfigError:
        """An error about one key, with its place."""
        variable = next((self.overrides[path[:n]] for n in range(len(path), 0, -1) if path[:n] in self.overrides), None)
        if variable:
            return ConfigError(f"{message} (set by ${variable})", key=dotted(path), hint=hint)
        line = self.tree.line_of(path)
        return ConfigError(message, key=dotted(path), file=self.file if line else None, line=line, hint=hint)

    def errors(self, error: ValidationError, *, model: type[BaseModel], at: KeyPath = ()) -> ConfigError:
        """What pydantic found in a part of the settings, as one error that lists every place."""
        details = error.errors(include_input=False, include_url=False)
        found = [
            self._one(detail["type"], detail["msg"], (*at, *detail["loc"]), model, len(at))
            for detail in details
            if not _follows(detail, details)
        ]
        first = found[0]
        first.others = tuple(found[1:])
        return first

    def _one(self, kind: str, message: str, path: KeyPath, model: type[BaseModel], skip: int) -> ConfigError:
        path = tuple(step for step in path if step != "[key]")
        if kind == "extra_forbidden":
            return self.error(
                f"There is no setting '{path[-1]}' here.", path, hint=_suggest(str(path[-1]), model, path[skip:-1])
            )
        if kind == "missing":
            return self.error("This setting is required and missing.", path)
        return self.error(plain_words(kind, message), path)


def load_settings(
    path: Path | None = None, *, env: Mapping[str, str] | None = None, folder: Path | None = None
) -> Loaded:
    """Find, read and validate the settings.

    The file is `path`, else `segue.yaml` in `folder` (the working folder), else the one in `SEGUE_HOME`, else none:
    nothing has to be configured. Raises ConfigError.
    """
    environment = os.environ if env is None else env
    file = _find(path, folder or Path.cwd(), segue_home(environment))
    tree = read_yaml(file) if file else YamlTree({})
    bare = Loaded(Settings(), file, tree)
    values = cast("dict[str, object]", _interpolated(tree.values, (), environment, bare))
    if "providers" in values and values["providers"] is None:  # the bare word, before the first one stands below it
        del values["providers"]
    overrides = dict(_overrides(environment))
    for way, variable in overrides.items():
        _put(values, way, _parsed(environment[variable], variable))
    loaded = Loaded(Settings(), file, tree, overrides)
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        raise loaded.errors(error, model=Settings) from None
    loaded = Loaded(settings, file, tree, overrides)
    check_names(loaded)
    loaded = replace(loaded, settings=_with_keys_from_files(loaded))
    loaded = replace(loaded, settings=_with_plain_keys(loaded))
    return replace(loaded, settings=_with_secrets(loaded))


def _follows(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """True for a list that is too short only because its entries are wrong: pydantic counts the good ones."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(other["loc"][:-1] == loc for other in details)


def _find(path: Path | None, folder: Path, home: Path) -> Path | None:
    if path is not None:
        if not path.exists():
            raise ConfigError("There is no such file.", file=path, hint="`segue config init` writes one.")
        return path
    return found_file(folder, home)


def found_file(folder: Path, home: Path) -> Path | None:
    """The file that is read where none is named; None where there is none."""
    return next((file for file in (folder / FILE_NAME, home / FILE_NAME) if file.is_file()), None)


def _interpolated(value: object, path: KeyPath, env: Mapping[str, str], loaded: Loaded) -> object:
    """The same values with `${NAME}` and `${NAME:-default}` filled in; `$${` stands for itself."""
    if isinstance(value, dict):
        return {key: _interpolated(item, (*path, key), env, loaded) for key, item in value.items()}
    if isinstance(value, list):
        return [_interpolated(item, (*path, place), env, loaded) for place, item in enumerate(value)]
    if not isinstance(value, str) or "$" not in value:
        return value

    def fill(match: re.Match[str]) -> str:
        name, default = match["name"], match["default"]
        if name is None:
            return "${"
        found = env.get(name) or default
        if found is None and _is_off(path, env, loaded.tree):
            return match[0]
        if found is None:
            raise loaded.error(
                f"The environment variable {name} is not set.",
                path,
                hint=f"Set it, or write ${{{name}:-VALUE}} to have a default, or set `enabled: false` on the provider.",
            )
        return found

    return _VARIABLE.sub(fill, value)


def _is_off(path: KeyPath, env: Mapping[str, str], tree: YamlTree) -> bool:
    """Whether a value belongs to a provider that is switched off, and lacks nothing therefore."""
    if len(path) < 3 or path[0] != "providers" or f"{PREFIX}PROVIDERS__{path[1]}__ENABLED".upper() in env:
        return False
    providers = tree.values["providers"]
    provider = providers.get(path[1]) if isinstance(providers, dict) else None
    return isinstance(provider, dict) and provider.get("enabled") is False


def _overrides(env: Mapping[str, str]) -> Iterator[tuple[KeyPath, str]]:
    for variable in sorted(env):
        if variable.startswith(PREFIX):
            yield tuple(step.lower() for step in variable.removeprefix(PREFIX).split("__")), variable


def _parsed(text: str, variable: str) -> object:
    """A list or mapping in YAML's flow form, else the text as it is: numbers and truths are read by their setting."""
    if not text.startswith(("[", "{")):
        return text
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(
            f"The environment variable {variable} holds a list or mapping that cannot be read.",
            hint="Write it as YAML does in one line: [a, b] or {name: value}.",
        ) from error


def _put(values: dict[str, object], way: KeyPath, value: object) -> None:
    inner = values
    for step in way[:-1]:
        below = inner.get(str(step))
        inner[str(step)] = inner = dict(below) if isinstance(below, dict) else {}
    inner[str(way[-1])] = value


def _suggest(name: str, model: type[BaseModel], path: Sequence[str | int]) -> str:
    known = _fields_at(model, path)
    close = difflib.get_close_matches(name, known, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Known here: {', '.join(known)}." if known else ""


def _fields_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """Names of the settings at a place; a step that names an entry of a mapping or list is passed over."""
    here: object = model
    for step in path:
        if isinstance(here, type) and issubclass(here, BaseModel) and str(step) in here.model_fields:
            here = here.model_fields[str(step)].annotation
            here = next((kind for kind in _models_in(here)), here)
    return sorted(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else []


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def _with_keys_from_files(loaded: Loaded) -> Settings:
    providers = {
        name: _with_key(provider, name, loaded) if provider.key_file and provider.enabled else provider
        for name, provider in loaded.settings.providers.items()
    }
    return loaded.settings.model_copy(update={"providers": providers})


def _with_key(provider: ProviderSettings, name: str, loaded: Loaded) -> ProviderSettings:
    path: KeyPath = ("providers", name, "key_file")
    if provider.key is not None:
        raise loaded.error("'key' and 'key_file' are both set.", path, hint="Keep one of them.")
    assert provider.key_file is not None
    return provider.model_copy(update={"key": _from_file(provider.key_file, "key", path, loaded)})


def _with_plain_keys(loaded: Loaded) -> Settings:
    """The keys without the line ends that come with variables; what no header can hold is refused, and not shown."""
    providers = dict(loaded.settings.providers)
    for name, provider in providers.items():
        if provider.key is None or not provider.enabled:
            continue
        text = provider.key.get_secret_value().strip()
        if not (text.isascii() and text.isprintable()):
            path: KeyPath = ("providers", name, "key_file" if provider.key_file else "key")
            hint = "Copy it again from its provider: a key is one word of plain letters, digits and signs."
            raise loaded.error("This key holds signs that no key has.", path, hint=hint)
        providers[name] = provider.model_copy(update={"key": SecretStr(text)})
    return loaded.settings.model_copy(update={"providers": providers})


def _from_file(file: Path, what: str, path: KeyPath, loaded: Loaded) -> SecretStr:
    """The first line of a file that holds a key or a secret."""
    file = file.expanduser()
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        hint = "Check its path, that this user may read it, and that it is plain text."
        raise loaded.error(f"The {what} file {file} cannot be read.", path, hint=hint) from error
    if not lines or not lines[0].strip():
        raise loaded.error(f"The {what} file {file} is empty.", path, hint=f"Its first line must be the {what}.")
    return SecretStr(lines[0].strip())


def _with_secrets(loaded: Loaded) -> Settings:
    """The settings with the secrets of receivers from their files. A receiver without a secret is an error."""
    changed: dict[str, Section] = {}
    for section, prefix in _RECEIVERS:
        told: Section = getattr(loaded.settings, section)
        url, secret, file = (getattr(told, f"{prefix}{name}") for name in ("url", "secret", "secret_file"))
        known = _secret(loaded, section, prefix, url=url, secret=secret, file=file)
        changed[section] = told.model_copy(update={f"{prefix}secret": known})
    return loaded.settings.model_copy(update=changed)


def _secret(
    loaded: Loaded, section: str, prefix: str, *, url: SecretStr | None, secret: SecretStr | None, file: Path | None
) -> SecretStr | None:
    """The secret of the receiver that a section names, as given or from its file."""
    hint = _SECRET_HINT.replace("handoff.", f"{section}.{prefix}")
    path: KeyPath = (section, f"{prefix}secret_file")
    if secret is not None and file is not None:
        raise loaded.error(f"'{prefix}secret' and '{prefix}secret_file' are both set.", path, hint="Keep one of them.")
    if file is not None:
        secret = _from_file(file, "secret", path, loaded)
        if not is_signing_secret(secret.get_secret_value()):
            raise loaded.error("The file does not hold a secret of the right form.", path, hint=hint)
    if url is not None and secret is None:
        raise loaded.error(NO_SECRET, (section, f"{prefix}url"), hint=hint)
    return secret


def caller_key(file: Path | None = None, *, env: Mapping[str, str] | None = None) -> str | None:
    """The key with which a command asks a gateway: the first line of `file`, else `SEGUE_CALLER_KEY`; None without.

    Raises ConfigError, which never shows it.
    """
    if file is None:
        key, where = (os.environ if env is None else env).get(KEY_VARIABLE, ""), f"The variable {KEY_VARIABLE}"
    else:
        key, where = _first_line(file), f"The key file {file}"
    if not key.strip() and file is None:
        return None
    if not (key.strip() and key.isascii() and key.strip().isprintable()):
        raise ConfigError(f"{where} does not hold a caller key.", hint="`segue callers create NAME` makes one.")
    return key.strip()


def master_key(env: Mapping[str, str] | None = None) -> SecretStr | None:
    """What `SEGUE_MASTER_KEY` holds, for the vault, which looks whether it is a key; None where it is not set."""
    text = (os.environ if env is None else env).get(MASTER_VARIABLE, "").strip()
    return SecretStr(text) if text else None


def named_key(variable: str, env: Mapping[str, str] | None = None) -> SecretStr:
    """The key that an environment variable holds. Raises ConfigError, which never shows it."""
    text = (os.environ if env is None else env).get(variable, "").strip()
    if not text:
        raise ConfigError(f"The environment variable {variable} is not set.", hint=f"Set it: export {variable}=…")
    return SecretStr(text)


def _first_line(file: Path) -> str:
    try:
        return next(iter(file.expanduser().read_text(encoding="utf-8").splitlines()), "")
    except (OSError, UnicodeDecodeError) as error:
        hint = "It has to be text, and readable for whoever runs this."
        raise ConfigError("The key file cannot be read.", file=file, hint=hint) from error
