"""The end of a day, at which what is counted by the day begins anew."""

from __future__ import annotations

import time

DAY_S = 86_400


def wait_out_midnight(margin_s: float = 20.0) -> None:
    """Return on a day (UTC) of which so much is left, so that what is counted by the day is counted on one day."""
    left_s = DAY_S - time.time() % DAY_S
    if left_s < margin_s:
        time.sleep(left_s)
