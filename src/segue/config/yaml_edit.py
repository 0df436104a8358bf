"""The text of a YAML file with one value changed: only the lines of that value differ. Pure.

Every change is proved: what the new text says has to be what the old one said, with this value changed. A file in which
that cannot be done by words alone, as where an alias stands for the same mapping twice, is refused.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

_INDENT: Final = 2
_WIDTH: Final = 10_000
"""No line of ours is folded: a text that goes on in the next line is hard to find again."""


class CannotEdit(Exception):
    """The text is sound YAML, and this value cannot be changed in it without changing another one."""


def with_value(text: str, way: Sequence[str], value: object) -> str:
    """The text with a value at the end of a way; mappings on the way are made. Raises CannotEdit."""
    value = yaml.safe_load(_dumped(value))
    values = _values(text)
    inner = values
    for step in way[:-1]:
        below = inner.get(step)
        inner[step] = inner = below if isinstance(below, dict) else {}
    if way[-1] in inner and inner[way[-1]] == value and type(inner[way[-1]]) is type(value):
        return text
    inner[way[-1]] = value
    return _proved(_Text(text).set(way, value), values)


def without_value(text: str, way: Sequence[str]) -> str:
    """The text without a value; the same text where it has none. Raises CannotEdit."""
    values = _values(text)
    inner = values
    for step in way[:-1]:
        below = inner.get(step)
        if not isinstance(below, dict):
            return text
        inner = below
    if way[-1] not in inner:
        return text
    del inner[way[-1]]
    return _proved(_Text(text).remove(way), values)


def _values(text: str) -> dict[str, object]:
    """What a text says; each mapping its own, also where an alias stands for it."""
    loaded = yaml.safe_load(text)
    return _own(loaded) if isinstance(loaded, dict) else {}


def _own(values: dict[object, object]) -> dict[str, object]:
    return {str(key): _own(item) if isinstance(item, dict) else copy.copy(item) for key, item in values.items()}


def _proved(text: str, values: dict[str, object]) -> str:
    try:
        is_meant = _values(text) == values
    except (yaml.YAMLError, ValueError, RecursionError):
        is_meant = False
    if not is_meant:
        raise CannotEdit
    return text


def _dumped(value: object, *, in_line: bool = False) -> str:
    """A value as YAML, without the end of the document that a lone scalar brings."""
    text = _as_yaml(value, in_line=in_line, allow_unicode=True)
    if text.isascii():
        return text
    # Breaks of other alphabets (U+0085, U+2028) come back from plain text as `\n`: they need their `\N` and `\L`.
    escaped = _as_yaml(value, in_line=in_line, allow_unicode=False)
    return text if yaml.safe_load(text) == yaml.safe_load(escaped) else escaped


def _as_yaml(value: object, *, in_line: bool, allow_unicode: bool) -> str:
    text = yaml.safe_dump(value, default_flow_style=in_line, sort_keys=False, allow_unicode=allow_unicode, width=_WIDTH)
    return text.rstrip("\n").removesuffix("\n...")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One key of a mapping with its value."""

    key: yaml.ScalarNode
    value: yaml.Node
    above: yaml.MappingNode
    is_in_line: bool
    """True: it stands between braces, or something around it does."""


class _Text:
    """A text and where things stand in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._root = yaml.compose(text, Loader=yaml.SafeLoader)

    def set(self, way: Sequence[str], value: object) -> str:
        """The text with a value at the end of a way."""
        found = self._walk(way)
        if len(found) == len(way):
            return self._replaced(found[-1], value)
        key, *missing = way[len(found) :]
        for step in reversed(missing):
            value = {step: value}
        if not found:
            return self._first_or_next(self._root, key, value)
        last = found[-1]
        if isinstance(last.value, yaml.MappingNode) and last.value.value:
            return self._next(last.value, key, value, is_in_line=last.is_in_line or bool(last.value.flow_style))
        return self._replaced(last, {key: value})

    def remove(self, way: Sequence[str]) -> str:
        """The text without what stands at the end of a way, which is there."""
        found = self._walk(way)
        if len(found) != len(way):
            raise CannotEdit  # it came by a merge key
        entry = found[-1]
        entries = entry.above.value
        place = next(number for number, (key, _) in enumerate(entries) if key is entry.key)
        if entry.is_in_line:
            return self._without_in_line(entries, place)
        start = self._line_start(entry.key.start_mark.index)
        end = self._line_end(self._end(entry.value))
        lines = self._text[:start] + self._text[end:].removeprefix(self._break)
        if len(entries) > 1 or len(found) == 1:
            return lines
        empty_at = self._colon(found[-2])
        return f"{lines[:empty_at]} {{}}{lines[empty_at:]}"

    def _walk(self, way: Iterable[str]) -> list[_Entry]:
        """The entries on the way, as far as they are there."""
        found: list[_Entry] = []
        here, is_in_line = self._root, False
        for step in way:
            if not isinstance(here, yaml.MappingNode):
                break
            is_in_line = is_in_line or bool(here.flow_style)
            pair = next(((key, value) for key, value in here.value if key.value == step), None)
            if pair is None:
                break
            found.append(_Entry(*pair, here, is_in_line))
            here = pair[1]
        return found

    def _replaced(self, entry: _Entry, value: object) -> str:
        """The text with another value for a key that is there."""
        start, end = entry.value.start_mark.index, self._end(entry.value)
        is_block = isinstance(entry.value, yaml.CollectionNode) and not entry.value.flow_style
        if not value or not isinstance(value, dict | list) or entry.is_in_line:
            colon = self._colon(entry)
            begin = colon if is_block or start == end else start
            gap = " " if begin == colon else ""
            return self._text[:begin] + gap + _dumped(value, in_line=True) + self._text[end:]
        column = entry.key.start_mark.column + _INDENT
        lines = [" " * column + line for line in _dumped(value).split("\n")]
        head, tail = self._text[: self._colon(entry)], ""
        if not is_block:  # what stands in its line behind the old value is a comment, and stays there
            tail = self._text[end : self._line_end(end)].strip()
            end = self._line_end(end)
        first = f"{head} {tail}" if tail else head
        return self._break.join((first, *lines)) + self._text[end:]

    def _first_or_next(self, root: yaml.Node | None, key: str, value: object) -> str:
        """The text with a further key at its root."""
        if isinstance(root, yaml.MappingNode) and root.value:
            return self._next(root, key, value, is_in_line=bool(root.flow_style))
        if root is not None and root.start_mark.index != root.end_mark.index:  # `{}`, `null`
            lines = self._break.join(self._entry_lines(0, key, value))
            return self._text[: root.start_mark.index] + lines + self._text[root.end_mark.index :]
        between = "" if not self._text or self._text.endswith("\n") else self._break
        return self._text + between + self._break.join((*self._entry_lines(0, key, value), ""))

    def _next(self, mapping: yaml.MappingNode, key: str, value: object, *, is_in_line: bool) -> str:
        """The text with a further key behind the last one of a mapping."""
        end = self._end(mapping.value[-1][1])
        if is_in_line:
            return f"{self._text[:end]}, {_dumped({key: value}, in_line=True)[1:-1]}{self._text[end:]}"
        end = self._line_end(end)
        column = mapping.value[0][0].start_mark.column
        return (
            self._text[:end] + self._break + self._break.join(self._entry_lines(column, key, value)) + self._text[end:]
        )

    def _without_in_line(self, entries: Sequence[tuple[yaml.Node, yaml.Node]], place: int) -> str:
        key, value = entries[place]
        start, end = key.start_mark.index, self._end(value)
        if place + 1 < len(entries):
            end = entries[place + 1][0].start_mark.index
        elif place:
            start = self._end(entries[place - 1][1])
        return self._text[:start] + self._text[end:]

    def _entry_lines(self, column: int, key: str, value: object) -> list[str]:
        return [" " * column + line for line in _dumped({key: value}).split("\n")]

    def _line_start(self, index: int) -> int:
        return self._text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        """Where the line ends in which something ended, before its break."""
        end = self._text.find("\n", index)
        end = len(self._text) if end < 0 else end
        return end - 1 if end > index and self._text[end - 1] == "\r" else end

    def _colon(self, entry: _Entry) -> int:
        """Where a key's colon ends."""
        return self._text.index(":", entry.key.end_mark.index) + 1

    def _end(self, node: yaml.Node) -> int:
        """Where a value's own words end: the parser counts comments and empty lines behind it in."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end: int = node.end_mark.index
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return len(self._text[:end].rstrip()) if is_block else end
