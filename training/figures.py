"""What the manifest says of rows that were kept back: shares found and falsely found, by the thresholds that ship."""

from __future__ import annotations

from collections.abc import Callable

from segue.domain.models import SafetyLevel
from segue.safety.learned.calibration import Calibration, Calibrations
from training.calibrating import LANGUAGES, Scored
from training.rows import Row

_RISK = (SafetyLevel.MODERATE, SafetyLevel.HIGH, SafetyLevel.IMMINENT)


def figures_of(scored: Scored, calibrations: Calibrations) -> dict[str, float]:
    """By name: a share of the rows that it is about which are moderate or more."""
    flags = [
        _level(calibrations.by_language.get(row.language, calibrations.pooled), logits.tolist()) in _RISK
        for row, logits in zip(scored.rows, scored.logits, strict=True)
    ]

    def share(is_about: Callable[[Row], bool]) -> float:
        about = [flag for row, flag in zip(scored.rows, flags, strict=True) if is_about(row)]
        return sum(about) / len(about)

    found = {f"own: {level} found": share(lambda row, level=level: _is_own(row, level)) for level in _RISK}  # type: ignore[misc]
    for language in LANGUAGES:
        found[f"own: risk found, {language}"] = share(
            lambda row, language=language: row.language == language and _is_own(row, *_RISK)  # type: ignore[misc]
        )
    found["own: none flagged"] = share(lambda row: _is_own(row, SafetyLevel.NONE))
    found["own: low flagged"] = share(lambda row: _is_own(row, SafetyLevel.LOW))
    found["ordinary talk flagged"] = share(lambda row: row.source == "goemotions")
    found["therapy talk flagged"] = share(lambda row: row.source == "counsel_chat")
    return found


def _is_own(row: Row, *levels: SafetyLevel) -> bool:
    return row.source == "own" and row.level in levels


def _level(calibration: Calibration, logits: list[float]) -> SafetyLevel:
    return calibration.level(calibration.chances(logits))
