"""The writer's own "me too" behind somebody else's danger, or a figure's, in five languages: then it is theirs."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows import likewise_said as said
from segue.safety.rows.de.likewise import DE
from segue.safety.rows.en.likewise import EN
from segue.safety.rows.es.likewise import ES
from segue.safety.rows.fr.likewise import FR
from segue.safety.rows.likewise_needs import NEEDS
from segue.safety.rows.pt.likewise import PT
from segue.safety.rules import Rule

_NAME = "likewise"
_KINDS = {
    "overdose_under_way": (Category.MEDICAL_EMERGENCY, SafetyLevel.IMMINENT),
    "intent": (Category.SUICIDE, SafetyLevel.HIGH),
    "ideation": (Category.SUICIDE, SafetyLevel.HIGH),
    "passive": (Category.SUICIDE, SafetyLevel.HIGH),
    "self_injury": (Category.SELF_INJURY, SafetyLevel.MODERATE),
    "eating_disorder": (Category.EATING_DISORDER, SafetyLevel.MODERATE),
    "psychosis": (Category.PSYCHOSIS, SafetyLevel.MODERATE),
    "abuse": (Category.ABUSE, SafetyLevel.MODERATE),
    "harm_to_others": (Category.HARM_TO_OTHERS, SafetyLevel.MODERATE),
}
"""What the same words weigh when the writer says them of themselves."""
_BETWEEN = rf"(?:(?! (?:{said.TURNS}) )[^.!?]){{0,18}}"
_AFTER = r"[^.!?]{0,6}"
_LEAD = rf"[ .!?;,:()\"\-]{{0,5}}(?:(?:{said.LEAD})[ ,.:!?]{{1,3}}){{0,2}}"
_END = rf"(?=[ ]{{0,2}}(?:$|[^\w\s]|(?:{said.BEHIND})\b))(?!\W{{0,4}}(?:{said.SAYS})\b)"


def _rows(language: str, words: said.Likewise) -> tuple[Rule, ...]:
    too = rf"{_BETWEEN}(?:[.!?]{{1,4}} ?(?:{words.still}){_AFTER})?[.!?]{{0,4}}{_LEAD}(?:{words.too}){_END}"
    return tuple(
        Rule(
            f"{kind}.{_NAME}",
            *_KINDS[kind],
            language,
            NEEDS[language][kind],
            rf"(?:{told}){too}",
            guarded=False,
            also=words.needs,
        )
        for kind, told in words.dangers.items()
    )


ROWS: tuple[Rule, ...] = (*_rows("en", EN), *_rows("es", ES), *_rows("fr", FR), *_rows("de", DE), *_rows("pt", PT))
