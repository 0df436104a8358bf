"""What must not pass: checks of what people and models say, the policy over them, and the written replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segue.safety.alone import screen_text
    from segue.safety.policy import TherapeuticSafetyValidator

__all__ = ["TherapeuticSafetyValidator", "screen_text"]


def __getattr__(name: str) -> object:
    """Load the policy when it is first asked for, so that importing a contract stays light."""
    if name == "screen_text":
        from segue.safety import alone

        return alone.screen_text
    if name in __all__:
        from segue.safety import policy

        return getattr(policy, name)
    raise AttributeError(f"module 'segue.safety' has no attribute '{name}'")
