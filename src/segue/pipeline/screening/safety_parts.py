"""The validator of a configuration: its plug-ins' checks, and the operator's own helplines and policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from segue.config.safety_settings import SafetySettings
from segue.errors import ConfigError
from segue.pipeline.screening.classifying import ClassifierThread
from segue.pipeline.screening.one_thread import numpy_in_one_thread
from segue.safety.contract import CHECKS, AnswerClassifier, Classifier
from segue.safety.helpline_rows import read_helplines
from segue.safety.helplines import Helplines, packaged_helplines
from segue.safety.policy import TherapeuticSafetyValidator
from segue.safety.policy_rows import stricter_policy
from segue.safety.policy_table import PolicyTable, packaged_policy

T = TypeVar("T")


def validator_of(safety: SafetySettings, *, classifier: Classifier | None = None) -> TherapeuticSafetyValidator:
    """Everything that screens, by these settings. Raises ConfigError naming file and field of what is wrong."""
    return TherapeuticSafetyValidator(
        [CHECKS.load(name)() for name in CHECKS.names if name not in CHECKS.builtins],  # it makes those itself
        classifier,
        policy=policy_of(safety),
        helplines=helplines_of(safety),
    )


def classifier_of(safety: SafetySettings) -> ClassifierThread | None:
    """The classifier, to be entered where it is asked; None where the settings want none."""
    return None if safety.classifier == "off" else ClassifierThread(_load_classifier, load_answers=_load_answers)


def _load_classifier() -> Classifier:
    from segue.safety.learned.classifier import RiskClassifier

    with numpy_in_one_thread():  # numpy comes with it, which nobody else needs, before anybody forks a worker beside it
        return RiskClassifier.load()


def _load_answers() -> AnswerClassifier:
    from segue.safety.learned.answer_classifier import TrainedAnswers

    return TrainedAnswers.load()


def helplines_of(safety: SafetySettings) -> Helplines:
    """The helplines of Segue with the operator's own. Raises ConfigError."""
    packaged = packaged_helplines()
    if safety.helplines_file is None:
        return packaged
    return packaged.joined_by(*_read(safety.helplines_file, "safety.helplines_file", read_helplines))


def policy_of(safety: SafetySettings) -> PolicyTable:
    """The policy of Segue, or an operator's stricter one. Raises ConfigError."""
    packaged = packaged_policy()
    if safety.policy_file is None:
        return packaged
    return _read(safety.policy_file, "safety.policy_file", lambda text: stricter_policy(packaged, text))


def _read(path: Path, key: str, read: Callable[[str], T]) -> T:
    file = path.expanduser()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        hint = "Check its path, that this user may read it, and that it is UTF-8."
        raise ConfigError(f"The file {file} cannot be read.", key=key, hint=hint) from error
    try:
        return read(text)
    except ConfigError as error:
        error.file = file
        raise
