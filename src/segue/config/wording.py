"""What pydantic finds in settings, in words for whoever wrote them."""

from __future__ import annotations

import re

from segue.config.section import MODEL_PATTERN, NAME_PATTERN

_EXPECTED = {
    "bool": "true or false",
    "dict": "settings, written as `name: value`",
    "float": "a number",
    "int": "a whole number",
    "list": "a list, written as [one, two]",
    "model": "settings, written as `name: value`",
    "path": "a path",
    "string": "text; put it in quotes",
    "tuple": "a list, written as [one, two]",
}
"""What a setting has to be, by the first word of pydantic's kind of error."""
_KIND = re.compile(r"(\w+?)_(?:parsing|type|from_float)$")
_SHAPES = {
    MODEL_PATTERN: "Write it as `provider:name`; a route cannot stand here.",
    NAME_PATTERN: "A name is made of small letters, digits, `-` and `_`, and begins with a letter or a digit.",
}
"""What to write in place of a text that has another form, by the pattern of that form."""
_SUBJECT = re.compile(r"^(?:Input|String|Value|Dictionary|List|Tuple|Set) should ")


def plain_words(kind: str, message: str) -> str:
    """A sentence that names what is expected. `kind` and `message` are those of one of pydantic's errors."""
    if (found := _KIND.match(kind)) and (expected := _EXPECTED.get(found[1])):
        return f"This must be {expected}."
    if kind == "string_pattern_mismatch":
        return next((words for pattern, words in _SHAPES.items() if f"'{pattern}'" in message), message)
    text = message.removeprefix("Value error, ").partition(" after validation")[0].rstrip(".")
    if kind == "too_short":
        text = text.replace("at least 1 item", "at least one entry")
    text = _SUBJECT.sub("This must ", text)
    return f"{text[:1].upper()}{text[1:]}."
