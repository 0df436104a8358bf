"""YAML with positions: the values of a file, and on which line each key stands."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from segue.errors import ConfigError

MOST_VALUES = 100_000
DEEPEST = 50
"""Far beyond any settings; they bound what a hostile file can cost."""

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: names of mappings and places in lists, from the root."""


@dataclass(frozen=True, slots=True)
class YamlTree:
    """A parsed file. `lines` maps the way to each value to its line, counted from 1."""

    values: dict[str, object]
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    def line_of(self, path: KeyPath) -> int | None:
        """The line of a key, or of the nearest one above it; None when nothing of it stands in the file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None


def dotted(path: KeyPath) -> str:
    """A way as people write it: `providers.mine.options.models`."""
    return ".".join(str(step) for step in path)


def read_yaml(file: Path) -> YamlTree:
    """Parse a file. Raises ConfigError with the line for whatever is not plain, unambiguous YAML."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # reading a pipe would wait for somebody who writes
            hint = "Name a file that holds settings, or leave it out."
            raise ConfigError("That is no file of text.", file=file, hint=hint)
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"The file is not UTF-8 (byte {error.start}).", file=file, hint="Save it as UTF-8."
        ) from error
    except OSError as error:
        hint = "Check its name, and that this user may read it; `segue config init` writes a new one."
        raise ConfigError(f"The file cannot be read: {error.strerror}.", file=file, hint=hint) from error
    try:
        builder = _Builder(file, yaml.SafeLoader(text))
        root = builder.loader.get_single_node()
        values = builder.build(root, ()) if root else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ConfigError(
            f"This is not valid YAML: {error.problem}.",
            file=file,
            line=mark.line + 1 if mark else None,
            hint=_way_out(error),
        ) from error
    except yaml.YAMLError as error:
        raise ConfigError("This is not valid YAML.", file=file, hint="Look for control characters.") from error
    if not isinstance(values, dict):
        hint = "`segue config init` writes one in which every setting stands."
        raise ConfigError("The file must hold settings as `name: value`.", file=file, line=1, hint=hint)
    return YamlTree(values, builder.lines)


def _way_out(error: yaml.MarkedYAMLError) -> str:
    """What to look at; the parser tells what it was reading when it lost its way, and where that began."""
    began = error.context_mark
    where = f"What begins on line {began.line + 1}" if began else "Something before this"
    if "flow" in (error.context or ""):
        return f"{where} is not closed: look for a missing ']' or '}}', or a comma between entries."
    if "quoted" in (error.context or ""):
        return f"{where} is not closed: look for a missing quotation mark."
    return "Look at this line and the one before it: indent with spaces, put a space after each ':', quote odd text."


@dataclass(slots=True)
class _Builder:
    """Makes values of YAML's nodes and notes their lines."""

    file: Path
    loader: yaml.SafeLoader
    lines: dict[KeyPath, int] = field(default_factory=dict)
    built: int = 0

    def build(self, node: yaml.Node, path: KeyPath) -> object:
        self.built += 1
        if self.built > MOST_VALUES or len(path) > DEEPEST:
            # An alias that holds itself, or aliases of aliases, can make a small file endless.
            hint = "Look for an alias (`*name`) that holds itself or many others."
            raise self._error("The settings are nested too deep, or are too many.", node, path, hint=hint)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            for place, item in enumerate(node.value):
                self.lines[(*path, place)] = item.start_mark.line + 1
            return [self.build(item, (*path, place)) for place, item in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, object]:
        self.loader.flatten_mapping(node)
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(self._scalar(key_node, path))
            here = (*path, key)
            if key in result:
                first = self.lines[here]
                message = f"'{key}' stands here a second time; the first is on line {first}."
                raise self._error(message, key_node, here, hint="Keep one of them.")
            self.lines[here] = key_node.start_mark.line + 1
            result[key] = self.build(value_node, here)
        return result

    def _scalar(self, node: yaml.Node, path: KeyPath) -> object:
        try:
            return self.loader.construct_object(node, deep=True)
        except (ValueError, RecursionError) as error:  # as a date that does not exist
            raise self._error("This value cannot be read.", node, path, hint="Put quotes around text.") from error

    def _error(self, message: str, node: yaml.Node, path: KeyPath, *, hint: str) -> ConfigError:
        return ConfigError(message, key=dotted(path), file=self.file, line=node.start_mark.line + 1, hint=hint)
