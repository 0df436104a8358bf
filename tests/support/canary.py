"""Marked words and keys, and the search for them wherever they must not be.

mark("persona")                       # "zqcanarypersona": letters only, so that no normalising changes it
traces({"log": log}, also=(key,))     # {"log": ["zqcanarypersona"]}: each sink with what was found in it
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

STEM: Final = "zqcanary"
"""With what every mark begins. No word of any language, nor of ours."""
REF: Final = "zqreference"
"""The caller's reference for a human receiver, which alone may go to the receiver, and wait in the outbox for it."""
_MARK = re.compile(rb"zqcanary[a-z]*|zqreference[a-z]*")


def mark(place: str) -> str:
    """The mark of a place in which something is planted."""
    assert place.isalpha()
    assert place.islower()
    return f"{STEM}{place}"


def traces(sinks: Mapping[str, bytes], *, also: Iterable[str] = ()) -> dict[str, list[str]]:
    """What is found in each sink in which anything is: marks, and what else is given, in any writing."""
    needles = [(needle, tuple(_writings(needle))) for needle in (STEM, REF, *also)]
    found: dict[str, list[str]] = {}
    for name, content in sinks.items():
        plain = content.lower()
        marks = {match.decode() for match in _MARK.findall(plain)}
        for needle, writings in needles:
            is_whole = needle.lower().encode() in plain and needle not in (STEM, REF)
            if is_whole or any(writing in content for writing in writings):
                marks.add(needle)
        if marks:
            found[name] = sorted(marks)
    return found


def _writings(needle: str) -> Iterator[bytes]:
    """Other writings of a text: UTF-16, hexadecimal, and base64 wherever it begins."""
    for text in (needle, needle.capitalize(), needle.upper()):
        raw = text.encode()
        yield text.encode("utf-16-le")
        yield raw.hex().encode()
        yield raw.hex().upper().encode()
        for shift in range(3):  # what shares three bytes with what stands around it is cut off
            begin, rest = (0, 2, 3)[shift], (len(raw) + shift) % 3
            coded = base64.b64encode(bytes(shift) + raw)[begin:]
            yield coded.rstrip(b"=")[: len(coded.rstrip(b"=")) - (1 if rest else 0)]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its name, databases with their WAL among them."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
