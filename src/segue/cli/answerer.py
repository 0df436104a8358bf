"""Who answers, said at the terminal: a model's label, why another one answers, and who went on with an answer."""

from __future__ import annotations

from itertools import pairwise

from segue.cli.options import say
from segue.domain.models import ModelRef
from segue.pipeline.turn.turns import TurnFinished, TurnStarted


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

    def finished(self, piece: TurnFinished) -> None:
        """Say who went on where another broke off, once the answer's own line is ended."""
        shown = [attempt for attempt in piece.attempts if attempt.was_shown]
        for broke, went_on in pairwise(shown):
            say(f"[{went_on.model} went on where {broke.model} broke off: {broke.error_code}]")
