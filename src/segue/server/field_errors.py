"""What is wrong with a body, told without a word of it: the field in OpenAI's way of writing, and what was expected."""

from __future__ import annotations

import re

import msgspec

from segue.errors import RequestError

_PLACE = re.compile(r"^(?P<what>.*?)(?: - at `(?P<where>.*)`)?$", re.DOTALL)
_NAMED = re.compile(r"^Object (?:missing required|contains unknown) field `(?P<name>.*)`$", re.DOTALL)
_QUOTED_VALUE = re.compile(r"^Invalid (?:enum )?value .*$", re.DOTALL)


def malformed(error: msgspec.DecodeError | UnicodeDecodeError | RecursionError) -> RequestError:
    """The body is not JSON that can be read."""
    if isinstance(error, UnicodeDecodeError):
        return RequestError(f"The body is not valid UTF-8 (byte {error.start}).")
    if isinstance(error, RecursionError):
        return RequestError("The body is nested too deeply.")
    return RequestError(f"The body is not valid JSON: {error}.")


def wrong_field(error: msgspec.ValidationError) -> RequestError:
    """A field is missing, unknown, or of the wrong type or size."""
    match = _PLACE.match(str(error))
    assert match is not None
    what, where = match["what"], _as_param(match["where"] or "$")
    if named := _NAMED.match(what):
        where = f"{where}.{named['name']}" if where else named["name"]
        what = "it is missing" if "missing" in what else "there is no such field"
    elif _QUOTED_VALUE.match(what):
        what = "this value is not one of those that it may have"  # msgspec would quote the caller's own
    return RequestError(f"{where or 'The body'}: {what}.", param=where or None)


def _as_param(path: str) -> str:
    """`$.messages[2].content` becomes `messages[2].content`; `$` alone is the body."""
    return path.removeprefix("$").removeprefix(".").replace("[...]", "")
