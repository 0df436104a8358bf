"""What may be said about a hand-off: that somebody knows, where somebody does, and else nothing."""

from __future__ import annotations

from segue.domain.handoffs import HandoffState


def handoff_words(state: HandoffState | None) -> str | None:
    """Code of the paragraph that follows the words for a crisis; None where nothing may be said.

    `state`: how far the hand-off has come when the words are written; None where none was asked for. Whatever is not
    an acknowledgement (no receiver, one that is down, slow, or has the message and nobody who knows of it) says
    nothing: the words for a crisis name help that the person can reach, and hope for a call that never comes could
    keep them from it.
    """
    return "handed_over" if state is HandoffState.ACKNOWLEDGED else None
