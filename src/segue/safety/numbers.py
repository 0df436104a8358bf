"""Finds numbers that an answer presents as a helpline's or an emergency number, for comparing with verified ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segue.safety.rules import compiled

SHORTEST, LONGEST = 3, 15
"""Digits of a number that somebody can call: `112`, and the most that E.164 allows."""
BEFORE_CHARS, AFTER_CHARS = 60, 50
"""How far around a number its words are read; together with it they fit the hold-back of a stream."""
_NUMBER = re.compile(r"(?<![\w.,:/$#])(?:\+ ?)?\(?\d[\d ().\-/]{1,22}\d(?![\w%])(?![.,:]\d)")
_ASKED_TO_CALL = compiled(
    r"\b(?:call|dial|phone|ring|text|sms|message|llam[ae]|llamar|marca|marque|telefonea|appelle[zr]?|composez?|"
    r"telephone|ruf|rufe|rufen sie|wahle?|anrufen|ligue|liga|ligar|disque|telefone)(?: [a-z']{1,12}){0,4} ?:? ?$"
)
_HELP = compiled(
    r"\b(?:help ?-?lines?|hot ?-?lines?|life ?-?lines?|crisis (?:line|text|services?|number)|emergency|emergencies|"
    r"suicide|samaritans|ambulance|poison control|warm ?-?line|toll ?-?free|24/7|day or night|emergencias?|linea de "
    r"(?:ayuda|vida|la vida|crisis|atencion)|telefono de la esperanza|suicidio|ambulancia|urgences?|samu|numero "
    r"d'urgence|ligne d'(?:ecoute|urgence)|sos amitie|notruf(?:nummer)?|notfall|telefonseelsorge|krisendienst|suizid|"
    r"selbstmord|krankenwagen|nummer gegen kummer|cvv|linha de (?:apoio|crise|vida)|emergencia)\b"
)
_COUNTED = compiled(
    r"^ ?(?:people|persons?|friends?|times?|x|minutes?|mins?|hours?|days?|weeks?|months?|years?|am|pm|dollars?|"
    r"euros?|eur|usd|pounds?|mg|ml|kg|g|km|miles?|met(?:er|re)s?|gold|coins?|points?|hp|xp|steps?|words?|pages?|"
    r"percent|degrees|calories|personas?|veces|minutos?|horas?|dias?|anos?|personnes?|fois|heures?|jours?|ans|mal|"
    r"minuten|stunden|tage|jahre|uhr|leute|vezes|pessoas?)\b"
)
_NAMED = compiled(
    r"\b(?:number|nummer|numero|line|lifeline|hotline|helpline|notruf|telefon|telefono|telefone)(?: is| ist| es| est|"
    r" e|:)? ?:? ?\(?$"
)
_DIGIT = re.compile(r"\d")
_NO_DIGITS = bytes(sorted(set(range(256)) - set(b"0123456789")))
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_YEARS = re.compile(r"(?:19|20)\d\d ?- ?(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that somebody is told to call; `start` and `end` are places in the folded text."""

    digits: str
    """Only its digits, and without the zeros of an international prefix: `+49 30 1` and `0049 30 1` are one."""
    is_for_help: bool
    """True when it stands by words of help or emergency, or is as short as an emergency number."""
    start: int
    end: int


def numbers_to_call(text: str) -> Iterator[Number]:
    """The numbers in folded text that are presented as ones to call for help, or just to call. Takes linear time."""
    for match in _NUMBER.finditer(text):
        digits = digits_of(match.group())
        if not SHORTEST <= len(digits) <= LONGEST or _is_date_or_range(match.group()):
            continue
        start, end = match.span()
        before, after = text[max(0, start - BEFORE_CHARS) : start], text[end : end + AFTER_CHARS]
        if _COUNTED.search(after):
            continue
        is_asked, is_short = _ASKED_TO_CALL.search(before) is not None, len(digits) < 5
        is_help = _HELP.search(before) is not None or _HELP.search(after) is not None
        if is_asked or (is_help and not is_short) or (is_help and _is_named(before)):
            yield Number(digits, is_help or is_short, start, end)


def has_digit(text: str) -> bool:
    """Whether there may be numbers. Most answers have no digit, and to look for numbers at each of their characters
    takes twenty times as long."""
    if text.isascii():  # as bytes: a fifth of the time
        return bool(text.encode().translate(None, _NO_DIGITS))
    return _DIGIT.search(text) is not None


def digits_of(number: str) -> str:
    """A number as verified ones are compared: its digits, without `+` or `00` before the country."""
    digits = "".join(char for char in number if char.isdigit())
    return digits.removeprefix("00")


def _is_named(before: str) -> bool:
    return _NAMED.search(before) is not None


def _is_date_or_range(number: str) -> bool:
    return _DATE.fullmatch(number) is not None or _YEARS.fullmatch(number) is not None
