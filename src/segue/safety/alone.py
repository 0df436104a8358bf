"""One message screened by itself, outside any talk and configuration: `from segue.safety import screen_text`."""

from __future__ import annotations

from functools import lru_cache

from segue.domain.chat import Message, Role
from segue.domain.findings import Verdict
from segue.domain.languages import language_code
from segue.errors import PartMissing, RequestError
from segue.safety.contract import Classifier
from segue.safety.policy import TherapeuticSafetyValidator


def screen_text(text: str, *, language: str | None = None) -> Verdict:
    """Screen one message of a person: `screen_text("…", language="en").level`.

    Rules and, where the extra `safety` is installed, the classifier; without it the verdict is degraded. The first call
    takes some two seconds. Raises RequestError where there is no such language, and WeightsError where the classifier's
    weights are not those that Segue came with.
    """
    if language is not None and language_code(language) is None:
        hint = "Write its code, as 'en' or 'pt-BR', or leave it out."
        raise RequestError("language: there is no such language.", param="language", hint=hint)
    return _validator().screen((Message(Role.USER, text),), language=language)


@lru_cache(maxsize=1)
def _validator() -> TherapeuticSafetyValidator:
    return TherapeuticSafetyValidator(classifier=_classifier())


def _classifier() -> Classifier | None:
    from segue.safety.learned.classifier import RiskClassifier

    try:
        return RiskClassifier.load()
    except PartMissing:
        return None
