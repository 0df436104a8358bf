"""YAML with positions: the values of a file, and on which line each key stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml

from segue.errors import ConfigError

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
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(
            f"The file is not UTF-8 (byte {error.start}).", file=file, hint="Save it as UTF-8."
        ) from error
    except OSError as error:
        raise ConfigError(f"The file cannot be read: {error.strerror}.", file=file) from error
    loader = yaml.SafeLoader(text)
    try:
        root = loader.get_single_node()
        lines: dict[KeyPath, int] = {}
        values = _build(loader, root, (), lines, file) if root else {}
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise ConfigError(
            f"This is not valid YAML: {error.problem}.", file=file, line=mark.line + 1 if mark else None
        ) from error
    except yaml.YAMLError as error:
        raise ConfigError("This is not valid YAML.", file=file, hint="Look for control characters.") from error
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        raise ConfigError("The file must hold settings as `name: value`.", file=file, line=1)
    return YamlTree(values, lines)


def _build(loader: yaml.SafeLoader, node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], file: Path) -> object:
    if isinstance(node, yaml.MappingNode):
        loader.flatten_mapping(node)
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = str(loader.construct_object(key_node))
            line = key_node.start_mark.line + 1
            if key in result:
                raise ConfigError(
                    f"The key '{key}' stands here a second time; the first is on line {lines[(*path, key)]}.",
                    key=dotted((*path, key)),
                    file=file,
                    line=line,
                    hint="Keep one of them.",
                )
            lines[(*path, key)] = line
            result[key] = _build(loader, value_node, (*path, key), lines, file)
        return result
    if isinstance(node, yaml.SequenceNode):
        for place, item in enumerate(node.value):
            lines[(*path, place)] = item.start_mark.line + 1
        return [_build(loader, item, (*path, place), lines, file) for place, item in enumerate(node.value)]
    return loader.construct_object(node, deep=True)
