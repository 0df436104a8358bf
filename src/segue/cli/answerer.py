"""Who answers, said at the terminal: the label of a model, and why another one than the one asked for answers."""

from __future__ import annotations

from segue.cli.options import say
from segue.domain.models import ModelRef
from segue.pipeline.turns import TurnStarted


class Announcer:
    """Told of every turn's start: says a label before the first answer and whenever somebody else answers than before,
    and each time who was asked first and why they do not answer."""

    def __init__(self) -> None:
        self._told: tuple[ModelRef | None, str | None] = None, None

    def __call__(self, piece: TurnStarted) -> None:
        """Say what there is to say of this answer, on standard error."""
        failed = [attempt for attempt in piece.attempts if attempt.reason and attempt.model != piece.model]
        if failed and piece.model:
            # A model that was asked twice failed twice, for one reason as a rule.
            why = dict.fromkeys(f"{a.model}: {a.error_code} ({(a.reason or '').rstrip('.')})" for a in failed)
            say(f"[{piece.model} answers instead of {'; '.join(why)}]")
        answers = piece.model, piece.model_label
        if piece.model_label and answers != self._told:
            say(f"[{piece.model}: {piece.model_label}]")
        self._told = answers
