"""Levels of alerts are apart in the right direction, and become what alerts count with."""

import pytest
from pydantic import ValidationError

from segue.config.alert_settings import AlertSettings
from segue.machine.alerts import Threshold


def test_levels_become_thresholds_in_the_measure_of_their_resource() -> None:
    """Gigabytes become bytes; what is not enabled is left out."""
    silent = {"enabled": False}
    settings = AlertSettings.model_validate(
        {"disk": {"below_gb": 1, "until_gb": 4, "hold_s": 9}, "memory": silent, "gpu_memory": silent, "swap": silent}
    )
    assert settings.thresholds() == (
        Threshold("disk", 1e9, 4e9, 9),
        Threshold("pressure", 0.2, 0.05, 3),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"memory": {"below_share": 0.5, "until_share": 0.4}},
        {"gpu_memory": {"below_share": 0.2}},
        {"disk": {"below_gb": 5}},
        {"swap": {"above_share": 0.3}},
        {"pressure": {"until_share": 0.9}},
        {"heat": {}},
    ],
)
def test_levels_that_would_flicker_are_refused(wrong: dict[str, object]) -> None:
    """What ends an alert lies beyond what begins it; there are no other resources."""
    with pytest.raises(ValidationError):
        AlertSettings.model_validate({**wrong})
