"""What goes wrong in failover.py: one row a fault, with the models that are asked and what may be expected."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["stream", "plain"]
"""How an answer is asked for: as a stream, or whole."""
FINE = "fine"
"""The model that answers at once, and goes on where another's words end."""
BREAKS_AFTER = 30
"""Words of the fifty that a model says, one every 20 ms, before it breaks off: more than Segue holds back to screen."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to fail. Its name is the route that meets it."""

    name: str
    what: str
    models: tuple[str, ...]
    """Models of the scripted provider in the order in which they are to be asked; the last one answers."""
    forms: tuple[Form, ...]
    trials: int
    quick_trials: int
    at_once: bool = False
    """True: it is all waiting, so that all trials of all gateways wait beside each other."""
    breaks_off: bool = False
    """True: it comes after words were said."""


_BOTH: tuple[Form, ...] = ("stream", "plain")
HEALTHY = Fault(FINE, "none: the first model answers", (FINE,), _BOTH, trials=20, quick_trials=5)
FAULTS = (
    HEALTHY,
    Fault("refused", "the connection is refused", ("refused", FINE), _BOTH, trials=20, quick_trials=5),
    Fault("error-500", "500", ("error-500", FINE), _BOTH, trials=20, quick_trials=5),
    Fault("error-503", "503", ("error-503", FINE), _BOTH, trials=20, quick_trials=5),
    Fault("silent", "two silent models before one that answers", ("silent", "silent-too", FINE), _BOTH,
          trials=3, quick_trials=1, at_once=True),
    Fault("cut", "cut in the middle", ("cut", FINE), ("stream",), trials=10, quick_trials=2, breaks_off=True),
    Fault("error-event", "an error event in the middle", ("error-event", FINE), ("stream",), trials=10, quick_trials=2,
          breaks_off=True),
    Fault("ended", "ended in the middle, as if whole", ("ended", FINE), ("stream",), trials=10, quick_trials=2,
          breaks_off=True),
    Fault("stalled", "stalled in the middle", ("stalled", FINE), ("stream",), trials=3, quick_trials=1, at_once=True,
          breaks_off=True),
)  # fmt: skip
MODELS = tuple(dict.fromkeys(model for fault in FAULTS for model in fault.models))
"""All models of the scripted provider."""
